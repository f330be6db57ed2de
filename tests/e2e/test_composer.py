"""Writing: what was begun is there after a reload and on another machine, and lists mark it."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.served import AGENT, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.visits import Visit, says

SAVED = re.compile(r"已存为草稿 \d\d:\d\d")


def test_a_draft_is_there_after_a_reload_and_on_another_machine(served: Served, visit: Callable[..., Visit]) -> None:
    desk, home = (visit(served.company).sign_in(AGENT) for _ in range(2))
    number = asked(visit(served.company), "lu@kunde.example", "陆游")
    through(desk, number, "claim", "accept")
    page = desk.go(f"/tickets/{number}")
    page.get_by_role("textbox", name="公开回复").fill("您好，正在核对。")
    expect(page.get_by_text(SAVED)).to_be_visible()
    desk.picture("ticket-draft-saved")
    page.evaluate("localStorage.clear()")
    page.reload()
    says(page.get_by_role("textbox", name="公开回复"), "您好，正在核对。")
    there = home.go(f"/tickets/{number}")
    says(there.get_by_role("textbox", name="公开回复"), "您好，正在核对。")
    listed = home.go("/queue/mine")
    expect(listed.locator(f"[data-number='{number}']")).to_contain_text("草稿")
    home.picture("queue-draft")
    page.get_by_role("textbox", name="公开回复").focus()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("article").last).to_contain_text("您好，正在核对。")
    again = home.go(f"/tickets/{number}")
    says(again.get_by_role("textbox", name="公开回复"), "")
    assert desk.context.request.get(f"/api/v1/tickets/{number}/drafts").json() == []
    through(desk, number, "resolve")
