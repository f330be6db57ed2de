"""Duty rosters in the administration: shifts are planned, gaps are named."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.test_operating import ask
from tests.e2e.visits import Locale, Visit, Width

BOSS, SECRET = "heqing@yunfan.example", "tR7-mule-Kiosk"
SAVE, NOBODY = re.compile("保存|Save"), re.compile("无人值班|Nobody")


@pytest.fixture(scope="module")
def boss(served: Served) -> Iterator[str]:
    given = SECRET + "\n"
    served.command("user", "add", BOSS, "--name", "何青", "--role", "system_admin", "--workspace", COMPANY, given=given)
    yield BOSS


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "desktop"), ("zh-CN", "phone")])
def test_shifts_are_planned_and_gaps_are_named(
    served: Served, boss: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    who = visit(served.company, locale=locale, width=width).sign_in(boss, SECRET)
    me = who.go("/admin").request.get("/api/v1/session").json()["person_id"]
    ask(who.page, "PATCH", "/teams/duty-lead", {"members": [me], "leads": [me]})
    (roster,) = ask(who.page, "GET", "/rosters")
    ask(who.page, "PUT", "/rosters/duty-lead/shifts", {"zone": roster["zone"], "shifts": []})
    page = who.go("/admin/rosters")
    who.picture("rosters")
    assert not who.barriers()
    page.get_by_role("row", name=re.compile("值班主管|Duty lead")).get_by_role("button").first.click()
    page.get_by_role("button", name=re.compile("添加班次|Add a shift")).click()
    shift = page.get_by_role("list", name=re.compile("班次|Shifts")).get_by_role("listitem")
    shift.get_by_role("combobox", name=re.compile("值班人|On duty")).click()
    page.locator(".ant-select-dropdown:visible").get_by_text("何青").click()
    save = page.get_by_role("button", name=SAVE)
    expect(save).to_be_enabled()
    page.keyboard.press("Control+s")
    expect(page.get_by_text(re.compile("段时间无人值班|Nobody is on duty in"))).to_be_visible()
    expect(page.get_by_text(NOBODY).last).to_be_visible()
    expect(save).to_be_disabled()
    who.picture("roster")
    assert not who.barriers()
    who.refusals.add(422)
    shift.get_by_label(re.compile("结束|Ends")).fill("18:10")
    expect(save).to_be_enabled()
    page.keyboard.press("Control+s")
    expect(shift).to_contain_text(re.compile("整刻钟|a quarter of an hour"))
    who.picture("roster-refused")
    shift.get_by_role("button", name=re.compile("删除|Remove")).click()
    save.click()
    expect(page.get_by_text(re.compile("没有班次|There are no shifts"))).to_be_visible()


def test_who_was_on_duty_is_readable_and_a_roster_that_is_named_is_not_removed(
    served: Served, boss: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/rosters/duty-lead")
    page.get_by_text("过去 14 天").click()
    expect(page.get_by_text("按当时生效的班次")).to_be_visible()
    expect(page.get_by_role("region", name="谁在值班").get_by_role("listitem").first).to_be_visible()
    who.picture("roster-past")
    assert not who.barriers()
    ask(page, "POST", "/teams", {"key": "spare", "name": {"zh-CN": "备用", "en": "Spare"}, "is_roster": True})
    page = who.go("/admin/rosters")
    who.refusals.add(409)
    for name, says in (("值班主管", "分配规则"), ("备用", "已删除值班表")):
        page.get_by_role("row", name=re.compile(name)).get_by_role("button", name=re.compile("操作")).click()
        page.get_by_role("menuitem", name="删除值班表").click()
        page.get_by_role("dialog").get_by_role("button", name="删除值班表").click()
        expect(page.get_by_text(re.compile(says)).last).to_be_visible()
        who.picture(f"roster-removed-{'in-use' if name == '值班主管' else 'done'}")
        if name == "值班主管":
            page.get_by_role("button", name="知道了").click()
            expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("row", name=re.compile("备用"))).to_have_count(0)
