"""Work on a ticket in the browser: close checks, snoozes, reminders, recorded time."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import AGENT, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.test_policy import admins, call
from tests.e2e.visits import Locale, Visit, Width

__all__ = ["admins"]

ITEMS = ("solved", "communication", "files", "cause", "knowledge")
WORDS = {
    "zh-CN": {
        "title": "关闭检查", "resolve": "解决", "dialog": "解决工单", "na": "不适用", "ok": "确定", "send": "标记为已解决",
        "files": "相关文件已全部上传", "reason": "“相关文件已全部上传”为什么不适用", "page": "关闭检查",
    },
    "en": {
        "title": "Before closing", "resolve": "Resolve", "dialog": "Resolve", "na": "Does not apply", "ok": "OK",
        "send": "Mark as resolved", "files": "All files that belong to it are uploaded",
        "reason": "Why “All files that belong to it are uploaded” does not apply", "page": "Close checks",
    },
}  # fmt: skip


def bind(admin: Visit, **said: Any) -> None:
    value = call(admin, "GET", "/policy/draft/types")["value"]
    bound = [one | said for one in value]
    call(admin, "PUT", "/policy/draft/types", data={"value": bound})
    call(admin, "POST", "/policy/draft/publish", data={"note": "checks"})


@pytest.fixture
def bound(admins: Callable[..., Visit]) -> Iterator[None]:
    """Tickets are gone through before they are resolved."""
    admin = admins()
    bind(admin, checklist="closing")
    yield
    bind(admin, checklist=None)


@pytest.mark.parametrize("width", ["desktop", "phone"])
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_what_binds_is_gone_through_before_it_is_resolved(
    served: Served, visit: Callable[..., Visit], bound: None, locale: Locale, width: Width
) -> None:
    words: dict[str, Any] = WORDS[locale]
    agent = visit(served.company, locale=locale, width=width).sign_in(AGENT)
    number = asked(visit(served.company), f"checks-{locale}-{width}@kunde.example", "蒲松")
    through(agent, number, "claim", "accept")
    page = agent.go(f"/tickets/{number}")
    page.keyboard.press("d")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name=words["title"])).to_be_visible()
    expect(dialog.get_by_role("button", name=words["send"])).to_be_disabled()
    agent.picture("work-checks-open")
    item = dialog.get_by_role("listitem").filter(has_text=words["files"])
    item.get_by_role("button", name=re.compile(words["na"], re.IGNORECASE)).click()
    page.get_by_role("textbox", name=words["reason"]).fill("没有文件")
    page.keyboard.press("Enter")
    expect(item).to_contain_text("没有文件")
    boxes = dialog.get_by_role("checkbox")
    for n in range(5):
        if n != 2:
            boxes.nth(n).click()
            expect(boxes.nth(n)).to_be_checked()
    agent.picture("work-checks-done")
    assert agent.barriers() == []
    dialog.get_by_role("button", name=words["send"]).click()
    expect(dialog).to_have_count(0)
    assert agent.context.request.get(f"/api/v1/tickets/{number}").json()["phase"] == "resolved"


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_a_list_is_edited_and_bound_to_types(admins: Callable[..., Visit], locale: Locale) -> None:
    admin = admins(locale=locale)
    page: Page = admin.go("/admin/checks")
    admin.picture("work-checks-page")
    page.get_by_role("button", name=re.compile("^(关闭前检查|Before closing)$")).first.click()
    expect(page.get_by_role("textbox", name=re.compile("^(标识|Key)"))).to_be_disabled()
    admin.picture("work-checks-editor")
    page.get_by_role("button", name=re.compile("添加检查项|Add an item")).click()
    last = page.get_by_role("group", name=re.compile("(第 7 项|Item 7)"))
    last.get_by_label(re.compile("中文名称|Name in Chinese")).fill("已回访")
    last.get_by_label(re.compile("英文名称|Name in English")).fill("Called back")
    page.get_by_label(re.compile("约束的工单类型|Ticket types that it binds")).click()
    page.get_by_title(re.compile("^(账户问题|Account)$")).click()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("region", name=re.compile("策略草稿|Draft of the policy"))).to_be_visible()
    admin.picture("work-checks-drafted")
    drafted = call(admin, "GET", "/policy/draft/checklists")["value"]
    assert [one["key"] for one in drafted[0]["items"]] == [*ITEMS, "in_time", "called-back"]
    assert call(admin, "GET", "/policy/draft")["publishable"] is True
    types = call(admin, "GET", "/policy/draft/types")["value"]
    assert [one["key"] for one in types if one.get("checklist")] == ["account"]
    assert admin.barriers() == []


LATER: dict[str, dict[str, str]] = {
    "zh-CN": {
        "snooze": "搁置工单", "send": "搁置", "customer": "客户来信", "flag": "已搁置到客户来信", "more": "更多操作",
        "end": "结束搁置", "remind": "提醒我…", "dialog": "提醒我", "text": "提醒内容", "set": "设置提醒", "list": "我的提醒",
        "drop": "删除提醒“打电话给蒲松”", "view": "已搁置",
    },
    "en": {
        "snooze": "Snooze", "send": "Snooze", "customer": "the customer writes", "more": "More actions",
        "flag": "Snoozed until the customer writes", "end": "End the snooze", "remind": "Remind me…", "dialog": "Remind me",
        "text": "What to remind of", "set": "Set the reminder", "list": "My reminders",
        "drop": "Remove the reminder “打电话给蒲松”", "view": "Snoozed",
    },
}  # fmt: skip


@pytest.mark.parametrize("width", ["desktop", "phone"])
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_what_can_wait_leaves_ones_list_and_one_is_reminded(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = LATER[locale]
    agent = visit(served.company, locale=locale, width=width).sign_in(AGENT)
    number = asked(visit(served.company), f"later-{locale}-{width}@kunde.example", "蒲松")
    through(agent, number, "claim", "accept")
    page = agent.go(f"/tickets/{number}")
    page.keyboard.press("z")
    dialog = page.get_by_role("dialog", name=words["snooze"])
    dialog.get_by_role("radio", name=words["customer"]).click()
    agent.picture("work-snooze")
    assert agent.barriers() == []
    dialog.get_by_role("button", name=words["send"], exact=True).click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_title(words["flag"])).to_be_visible()
    page.get_by_role("button", name=words["more"]).click()
    page.get_by_role("menuitem", name=words["remind"]).click()
    asking = page.get_by_role("dialog", name=words["dialog"])
    asking.get_by_role("textbox", name=words["text"]).fill("打电话给蒲松")
    agent.picture("work-remind")
    asking.get_by_role("button", name=words["set"]).click()
    expect(asking).to_have_count(0)
    if width == "desktop":
        reminders = page.get_by_role("list", name=words["list"])
        expect(reminders).to_contain_text("打电话给蒲松")
        agent.picture("work-snoozed")
        reminders.get_by_role("button", name=words["drop"]).click()
        expect(reminders).to_have_count(0)
    rows = agent.context.request.get("/api/v1/tickets?view=mine").json()["rows"]
    assert number not in [one["number"] for one in rows]
    agent.go("/queue/snoozed")
    expect(page.locator(f'a[href*="{number}"]').first).to_be_visible()
    agent.picture("work-snoozed-view")
    page = agent.go(f"/tickets/{number}")
    page.get_by_role("button", name=words["more"]).click()
    page.get_by_role("menuitem", name=words["end"]).click()
    expect(page.get_by_title(words["flag"])).to_have_count(0)
    rows = agent.context.request.get("/api/v1/tickets?view=mine").json()["rows"]
    assert number in [one["number"] for one in rows]


TIME: dict[str, dict[str, str]] = {
    "zh-CN": {
        "panel": "工单信息面板", "title": "工时", "by_hand": "登记", "dialog": "登记工时", "minutes": "用时（分钟）",
        "note": "说明（可留空）", "send": "登记", "kind": "类别（可留空）", "remote": "远程", "start": "开始计时", "stop": "停止计时", "sum": "共 25 分", "lacking": "解决前须登记工时",
    },
    "en": {
        "panel": "Ticket panel", "title": "Recorded time", "by_hand": "Record", "dialog": "Record time", "minutes": "Minutes",
        "note": "Note (may stay empty)", "send": "Record", "kind": "Kind of work (may stay empty)", "remote": "Remote",
        "start": "Start the watch", "stop": "Stop the watch",
        "sum": "25 min in all", "lacking": "Time must be recorded before resolving",
    },
}  # fmt: skip


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_time_is_recorded_by_hand_and_by_a_watch(served: Served, visit: Callable[..., Visit], locale: Locale) -> None:
    words = TIME[locale]
    agent = visit(served.company, locale=locale).sign_in(AGENT)
    number = asked(visit(served.company), f"time-{locale}@kunde.example", "蒲松")
    through(agent, number, "claim", "accept")
    page = agent.go(f"/tickets/{number}")
    page.get_by_role("heading", name=words["title"], exact=True).click()
    page.get_by_role("button", name=words["by_hand"], exact=True).click()
    dialog = page.get_by_role("dialog", name=words["dialog"])
    expect(dialog.get_by_label(words["minutes"])).to_be_focused()
    dialog.get_by_label(words["minutes"]).fill("25")
    choose(page, words["kind"], words["remote"])
    dialog.get_by_label(words["note"]).fill("查日志")
    agent.picture("work-time-dialog")
    assert agent.barriers() == []
    dialog.get_by_role("button", name=words["send"], exact=True).click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text(words["sum"])).to_be_visible()
    page.get_by_role("button", name=words["start"], exact=True).click()
    page.get_by_role("button", name=words["stop"], exact=True).click()
    expect(page.get_by_role("list", name=words["title"]).get_by_role("listitem")).to_have_count(2)
    agent.picture("work-time")
    found = agent.context.request.get(f"/api/v1/tickets/{number}").json()["work"]
    assert found["minutes"] == 26
    assert (found["entries"][-1]["work_kind"], found["entries"][-1]["note"]) == ("remote", "查日志")


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_title(option, exact=True).click()


@pytest.fixture
def needed(admins: Callable[..., Visit]) -> Iterator[None]:
    """Time is recorded before tickets are resolved."""
    admin = admins()
    bind(admin, needs_time=True)
    yield
    bind(admin, needs_time=False)


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_what_needs_time_is_resolved_once_some_is_recorded(
    served: Served, visit: Callable[..., Visit], needed: None, locale: Locale, width: Width
) -> None:
    words = TIME[locale]
    agent = visit(served.company, locale=locale, width=width).sign_in(AGENT)
    number = asked(visit(served.company), f"needed-{locale}@kunde.example", "蒲松")
    through(agent, number, "claim", "accept")
    page = agent.go(f"/tickets/{number}")
    page.keyboard.press("d")
    dialog = page.get_by_role("dialog", name=re.compile("^(解决工单|Resolve)"))
    expect(dialog.get_by_text(words["lacking"])).to_be_visible()
    resolve = dialog.get_by_role("button", name=WORDS[locale]["send"])
    expect(resolve).to_be_disabled()
    agent.picture("work-time-needed")
    assert agent.barriers() == []
    dialog.get_by_role("button", name=words["by_hand"], exact=True).click()
    asking = page.get_by_role("dialog", name=words["dialog"])
    expect(asking.get_by_label(words["minutes"])).to_be_focused()
    asking.get_by_label(words["minutes"]).fill("5")
    agent.picture("work-time-in-resolve")
    asking.get_by_role("button", name=words["send"], exact=True).click()
    expect(asking).to_have_count(0)
    expect(dialog.get_by_text(words["lacking"])).to_have_count(0)
    resolve.click()
    expect(dialog).to_have_count(0)
    assert agent.context.request.get(f"/api/v1/tickets/{number}").json()["phase"] == "resolved"


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_kinds_of_work_are_edited_and_a_type_asks_for_time(admins: Callable[..., Visit], locale: Locale) -> None:
    admin = admins(locale=locale)
    page: Page = admin.go("/admin/work-kinds")
    expect(page.get_by_role("button", name=re.compile("^(远程|Remote)$"))).to_be_visible()
    admin.picture("work-kinds")
    page.get_by_role("button", name=re.compile("新增类别|Add a kind")).click()
    page.get_by_label(re.compile("中文名称|Name in Chinese")).fill("回访")
    page.get_by_label(re.compile("英文名称|Name in English")).fill("Call back")
    page.keyboard.press("Tab")
    admin.picture("work-kinds-editor")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("button", name=re.compile("^(回访|Call back)$")).first).to_be_visible()
    drafted = call(admin, "GET", "/policy/draft/work_kinds")["value"]
    assert [one["key"] for one in drafted][:4] == ["phone", "remote", "on_site", "writing"]
    assert drafted[-1]["name"] == {"zh-CN": "回访", "en": "Call back"}
    page = admin.go("/admin/types/account")
    switch = page.get_by_role("switch", name=re.compile("解决前须登记工时|Time must be recorded"))
    expect(switch).not_to_be_checked()
    switch.click()
    admin.picture("work-types-need-time")
    assert admin.barriers() == []
