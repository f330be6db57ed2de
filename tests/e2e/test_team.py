"""The area of leads: what waits, who has room, and giving the one to the other."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.visits import Visit

OWN = "correct horse battery staple"


def test_a_lead_gives_what_waits_to_somebody_who_has_room(served: Served, visit: Callable[..., Visit]) -> None:
    mail = "director@yunfan.example"
    add = ("user", "add", mail, "--name", "江总监", "--role", "director", "--workspace", COMPANY)
    served.command(*add, given=f"{OWN}\n")
    lead = visit(served.company).sign_in(mail, OWN)
    head = {"X-CSRF-Token": lead.context.request.get("/api/v1/session").json()["csrf"]}
    opened = {"title": "门口的对讲没有声音", "text": "昨晚开始", "category": "other", "requester": {"name": "周雨"}}
    made = lead.context.request.post("/api/v1/tickets", data=opened, headers=head)
    assert made.ok, made.text()
    number = made.json()["number"]
    # A team without members: the router looks, and says why nobody has it.
    to = {"team": "senior", "assignee_id": None}
    given = lead.context.request.post(f"/api/v1/tickets/{number}/assignments", data=to, headers=head)
    assert given.ok, given.text()

    page = lead.go("/queue/mine")
    page.keyboard.press("g")
    page.keyboard.press("t")
    expect(page.get_by_role("heading", name="我的全部处理组")).to_be_visible()
    waiting = page.get_by_role("region", name="等人处理")
    row = waiting.get_by_role("row", name=re.compile(number))
    expect(row).to_be_visible()
    lead.picture("team-waiting")
    row.get_by_role("button", name=f"{number} 的操作").click()
    page.get_by_role("menuitem", name="分配").click()
    dialog = page.get_by_role("dialog", name=f"分配 {number}")
    expect(dialog).to_contain_text("在办")
    lead.picture("team-assign")
    dialog.get_by_role("button", name="分配").click()
    expect(row).to_have_count(0)
    assert lead.context.request.get(f"/api/v1/tickets/{number}").json()["assignee"] is not None


def test_an_agent_has_no_such_area(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.demo).sign_in("agent@demo.gongdan.local").go("/queue/mine")
    expect(page.get_by_role("navigation", name="区域").get_by_role("link", name="团队")).to_have_count(0)


def test_a_team_that_there_is_not_is_said_so(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.demo).sign_in("director@demo.gongdan.local").go("/team/nowhere")
    expect(page.get_by_text("没有这个页面")).to_be_visible()
