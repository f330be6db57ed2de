"""Macros in the browser: written by a member, looked at on a ticket, run at once, and taken back at once."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import AGENT, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.test_policy import call
from tests.e2e.visits import Locale, Visit, Width

WORDS: dict[str, dict[str, Any]] = {
    "zh-CN": {
        "add": "新增宏", "name": "中文名称", "step": "第 1 步", "second": "第 2 步", "more": "增加一步", "priority": "设置优先级",
        "reply": "公开回复", "text": "中文内容", "value": "设为", "high": "高", "save": "保存", "menu": "我的宏", "dialog": "运行宏",
        "choose": "宏", "run": "运行", "steps": "将依次执行", "says": "{客户称呼}，已经升级处理。", "said": "已经升级处理。",
        "left": "还有变量没有填写", "refused": "不能执行", "undo": "撤销", "undone": "已撤销", "empty": "还没有宏", "done": "宏已运行",
    },
    "en": {
        "add": "Add a macro", "name": "English name", "step": "Step 1", "second": "Step 2", "more": "Add a step",
        "priority": "Set the priority", "reply": "Public reply", "text": "English text", "value": "Set to", "high": "High",
        "save": "Save", "menu": "My macros", "dialog": "Run a macro", "choose": "Macro", "run": "Run",
        "steps": "What it does, in order", "says": "{salutation}, it was taken up.", "said": "it was taken up.",
        "left": "Something is still to be filled in", "refused": "Cannot be done", "undo": "Undo", "undone": "Undone",
        "empty": "No macros yet", "done": "The macro was run",
    },
}  # fmt: skip

BOTH = [("zh-CN", "desktop"), ("en", "phone")]


def button(words: str) -> re.Pattern[str]:
    """Two Chinese signs stand apart on a button."""
    return re.compile("^" + r"\s?".join(words) + "$")


def choose(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.keyboard.press("Enter")


def forget_all(who: Visit) -> None:
    for one in call(who, "GET", "/macros"):
        if one["can_edit"]:
            call(who, "DELETE", f"/macros/{one['key']}")


@pytest.mark.parametrize(("locale", "width"), BOTH)
def test_a_macro_is_written_looked_at_run_and_taken_back(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = WORDS[locale]
    desk = visit(served.company, locale=locale, width=width).sign_in(AGENT)
    forget_all(desk)
    page = desk.go("/queue/mine")
    desk.open_me()
    page.get_by_role("menuitem", name=words["menu"]).click()
    expect(page.get_by_text(words["empty"])).to_be_visible()
    desk.picture("macros-empty")
    page.get_by_role("button", name=words["add"]).click()
    page.get_by_label(words["name"]).fill(f"Macro {width}")
    choose(page, words["step"], words["priority"])
    choose(page, words["value"], words["high"])
    page.get_by_role("button", name=words["more"]).click()
    choose(page, words["second"], words["reply"])
    page.get_by_label(words["text"]).fill(words["says"])
    desk.picture("macros-editor")
    assert not desk.barriers()
    page.get_by_role("button", name=button(words["save"])).click()
    expect(page.get_by_text(f"Macro {width}")).to_be_visible()
    desk.picture("macros-list")

    number = asked(visit(served.company), f"macro-{width}@kunde.example", "杜甫")
    through(desk, number, "claim", "accept")
    before = call(desk, "GET", f"/tickets/{number}")["priority"]
    desk.go(f"/tickets/{number}")
    page.keyboard.press("m")
    dialog = page.get_by_role("dialog", name=words["dialog"])
    run = dialog.get_by_role("button", name=button(words["run"]))
    expect(run).to_be_disabled()
    choose(page, words["choose"], f"Macro {width}")
    steps = dialog.get_by_role("region", name=words["steps"])
    expect(steps.get_by_role("listitem")).to_have_count(2)
    expect(run).to_be_enabled()
    desk.picture("macro-dialog")
    assert not desk.barriers()
    text = dialog.get_by_role("textbox")
    filled = text.input_value()
    assert filled.endswith(words["said"]) and "{" not in filled
    text.fill(words["says"])
    expect(steps.get_by_text(words["left"])).to_be_visible()
    expect(steps.get_by_text(words["refused"])).to_be_visible()
    expect(run).to_be_disabled()
    desk.picture("macro-refused")
    text.fill(filled)
    run.click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("article").last).to_contain_text(words["said"])
    desk.picture("macro-run")
    after = call(desk, "GET", f"/tickets/{number}")
    assert after["priority"] != before
    message = page.get_by_text(words["done"])
    expect(message).to_be_visible()
    page.get_by_role("button", name=button(words["undo"])).click()
    expect(page.get_by_text(re.compile(words["undone"]))).to_be_visible()
    assert call(desk, "GET", f"/tickets/{number}")["priority"] == before
    expect(page.get_by_role("article").last).to_contain_text(words["said"])
    forget_all(desk)
    through(desk, number, "resolve")


@pytest.mark.parametrize(("locale", "width"), BOTH)
def test_who_has_none_is_told_where_to_write_one(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = WORDS[locale]
    desk = visit(served.company, locale=locale, width=width).sign_in(AGENT)
    forget_all(desk)
    number = asked(visit(served.company), f"no-macro-{width}@kunde.example", "杜甫")
    through(desk, number, "claim", "accept")
    page = desk.go(f"/tickets/{number}")
    page.keyboard.press("m")
    dialog = page.get_by_role("dialog", name=words["dialog"])
    expect(dialog.get_by_text(words["empty"])).to_be_visible()
    expect(dialog.get_by_role("link")).to_have_attribute("href", "/admin/macros")
    desk.picture("macro-none")
    assert not desk.barriers()
    through(desk, number, "resolve")
