"""Choosing how one is told: from the menu, by mouse and by keyboard, kept, and what stays on says why."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.served import AGENT, Served
from tests.e2e.visits import Visit


def opened(who: Visit) -> None:
    page = who.page
    who.open_me()
    page.get_by_role("menuitem", name="通知设置").click()
    expect(page.get_by_role("dialog").get_by_role("table")).to_be_visible()


def test_a_member_chooses_what_is_mailed_and_when_it_is_quiet(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/mine")
    opened(agent)
    dialog = page.get_by_role("dialog")
    mailed = dialog.get_by_role("checkbox", name="提交人有新消息 · 邮件")
    expect(mailed).not_to_be_checked()
    mailed.focus()
    page.keyboard.press("Space")
    expect(mailed).to_be_checked()
    kept = dialog.get_by_role("checkbox", name=re.compile("升级通知 · 邮件: 升级通知须保持开启"))
    kept.focus()
    expect(page.get_by_role("tooltip", name="升级通知须保持开启")).to_be_visible()
    page.keyboard.press("Space")
    expect(kept).to_be_checked()

    dialog.get_by_role("checkbox", name="免打扰时段").check()
    dialog.get_by_label("免打扰结束时间").fill("22:00")
    expect(dialog.get_by_role("alert")).to_contain_text("请设置不同的时间")
    expect(dialog.get_by_role("button", name="保存")).to_be_disabled()
    dialog.get_by_label("免打扰结束时间").fill("07:30")
    dialog.get_by_role("checkbox", name="周日").uncheck()
    dialog.get_by_text("每天汇总，时间").click()
    dialog.get_by_label("每天汇总的时间").fill("08:15")
    agent.picture("notices-chosen")
    dialog.get_by_role("button", name="保存").click()
    expect(page.get_by_text("已保存")).to_be_visible()
    expect(dialog).to_have_count(0)

    page.goto("/queue/mine#notices")
    page.reload()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("checkbox", name="提交人有新消息 · 邮件")).to_be_checked()
    expect(dialog.get_by_label("免打扰结束时间")).to_have_value("07:30")
    expect(dialog.get_by_role("checkbox", name="周日")).not_to_be_checked()
    dialog.get_by_role("button", name="恢复工作区默认").click()
    expect(dialog.get_by_role("checkbox", name="提交人有新消息 · 邮件")).not_to_be_checked()
    dialog.get_by_role("button", name="保存").click()
    expect(dialog).to_have_count(0)
