"""Calendars in the administration: hours, the year with its days off, a day that differs, and what it does to a ticket."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.test_operating import ask
from tests.e2e.visits import Locale, Visit, Width

PLANNER, SECRET = "riji@yunfan.example", "tR7-mule-Kiosk"
SAVE = re.compile("^(保存|Save)")
PROBE = re.compile("试算到期时间|When would it be due")


@pytest.fixture(scope="module")
def planner(served: Served) -> Iterator[str]:
    given = SECRET + "\n"
    served.command("user", "add", PLANNER, "--name", "历青", "--role", "admin", "--workspace", COMPANY, given=given)
    yield PLANNER


def days_of(visit: Visit) -> dict[str, Any]:
    (calendar, *_) = ask(visit.page, "GET", "/policy/draft/calendars")["value"]
    return {one["on"]: one for one in calendar["days"]}


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "desktop"), ("zh-CN", "phone")])
def test_a_day_is_closed_in_the_year_and_a_ticket_would_be_due_later(
    served: Served, planner: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    who = visit(served.company, locale=locale, width=width).sign_in(planner, SECRET)
    page = who.go("/admin/calendars")
    expect(page.get_by_role("row", name=re.compile("09:00–18:00"))).to_be_visible()
    who.picture("calendars")
    assert not who.barriers()
    page.get_by_role("row", name=re.compile("09:00–18:00")).get_by_role("button").first.click()
    probe = page.get_by_role("region", name=PROBE)
    probe.get_by_label(re.compile("创建时间|Created at")).fill("2026-11-30T17:00")
    expect(probe).to_contain_text(re.compile("12月3日|3 Dec|Dec 3"))
    who.picture("calendar")
    assert not who.barriers()
    day = page.locator("[data-date='2026-12-01']")
    day.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radio", name=re.compile("^(休息|Closed)")).check()
    dialog.get_by_label(re.compile("原因（中文）|Reason .Chinese")).fill("盘点")
    who.picture("calendar-day")
    assert not who.barriers()
    page.keyboard.press("Control+Enter")
    expect(dialog).to_be_hidden()
    expect(day).to_have_attribute("data-kind", "own")
    expect(day).to_have_accessible_name(re.compile("盘点"))
    expect(day).to_be_focused()
    expect(probe).to_contain_text(re.compile("12月4日|4 Dec|Dec 4"))
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-date='2026-12-02']")).to_be_focused()
    who.picture("calendar-changed")
    save = page.get_by_role("button", name=SAVE)
    page.keyboard.press("Control+s")
    expect(save).to_be_disabled()
    assert days_of(who)["2026-12-01"]["name"] == {"zh-CN": "盘点"}
    ask(page, "DELETE", "/policy/draft")


def test_hours_that_overlap_are_told_at_their_field_and_a_used_calendar_is_not_retired(
    served: Served, planner: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(planner, SECRET)
    page = who.go("/admin/calendars")
    row = page.get_by_role("row", name=re.compile("09:00–18:00"))
    key = next(one["key"] for one in ask(page, "GET", "/shifts"))
    ask(page, "PATCH", "/teams/tech", {"calendar": key})
    page.reload()
    row.get_by_role("button", name=re.compile("操作")).click()
    page.get_by_role("menuitem", name="停用").click()
    expect(page.get_by_role("dialog")).to_contain_text("标准时效")
    expect(page.get_by_role("dialog")).to_contain_text("处理组班次“技术组”")
    who.picture("calendar-used")
    page.get_by_role("button", name="知道了").click()
    ask(page, "PATCH", "/teams/tech", {"calendar": None})
    row.get_by_role("button").first.click()
    page.get_by_role("button", name="周一加一段").click()
    page.get_by_label("周一第 2 段结束").fill("19:00")
    page.get_by_label("周一第 2 段开始").fill("17:00")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("group", name="周一")).to_contain_text("重叠")
    who.picture("calendar-refused")
    assert not who.barriers()
    page.get_by_label("周一第 1 段结束").fill("12:00")
    page.get_by_label("周一第 2 段开始").fill("13:30")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("button", name=SAVE)).to_be_disabled()
    (calendar, *_) = ask(page, "GET", "/policy/draft/calendars")["value"]
    assert calendar["week"]["mon"] == [["09:00", "12:00"], ["13:30", "19:00"]]
    ask(page, "DELETE", "/policy/draft")


def test_a_copy_gets_the_days_of_another_year_and_says_what_is_not_announced(
    served: Served, planner: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(planner, SECRET)
    page = who.go("/admin/calendars/copy:standard")
    page.get_by_label("中文名称").fill("客服班次")
    page.get_by_label("英文名称").fill("Service shift")
    for _ in range(4):
        page.get_by_role("button", name="下一年").click()
    expect(page.get_by_text("国务院尚未公布 2030 年的安排")).to_be_visible()
    page.get_by_role("button", name="导入 2030 年放假安排").click()
    expect(page.locator("[data-date='2030-10-01']")).to_have_attribute("data-kind", "holiday")
    who.picture("calendar-2030")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("row", name=re.compile("客服班次"))).to_be_visible()
    added = ask(page, "GET", "/policy/draft/calendars")["value"][-1]
    assert added["key"] == "service-shift" and added["provisional_from"] <= "2030-01-01"
    ask(page, "DELETE", "/policy/draft")


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_a_team_and_a_person_are_given_shifts_and_the_board_says_who_is_off(
    served: Served, planner: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    who = visit(served.company, locale=locale, width=width).sign_in(planner, SECRET)
    page = who.go("/admin/teams/service")
    (team,) = (one for one in ask(page, "GET", "/teams") if one["key"] == "service")
    places = {"team-shift": "/admin/teams/service", "person-shift": f"/admin/people/{team['members'][0]}"}
    for name, place in places.items():
        who.go(place)
        page.get_by_role("combobox", name=re.compile("班次日历|Calendar of shifts")).click()
        page.locator(".ant-select-dropdown:visible").get_by_text(re.compile("9:00–18:00")).click()
        who.picture(name)
        assert not who.barriers()
        page.keyboard.press("Control+s")
        expect(page.get_by_role("button", name=SAVE)).to_be_disabled()
    (shift, *_) = ask(page, "GET", "/shifts")
    assert team["members"][0] in shift["people"]
    who.go("/team")
    off = page.get_by_text(re.compile("不在班|off shift"))
    if shift["is_open"]:
        expect(off).to_have_count(0)
    else:
        expect(off.first).to_be_visible()
    who.picture("board-shift")
    ask(page, "PATCH", "/teams/service", {"calendar": None})
    ask(page, "PATCH", f"/members/{team['members'][0]}", {"calendar": None})
