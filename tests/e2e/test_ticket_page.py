"""What the page of a ticket offers first, and how it holds a name that is long."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.letters import letter
from tests.e2e.served import AGENT, Served
from tests.e2e.test_marks import opened
from tests.e2e.visits import Visit
from tests.servers.dovecot import Dovecot

LONG = "extraordinarily.long.address.of.somebody@kunde.example"


def test_an_address_for_a_name_fits_a_phone_and_is_said_once(
    served: Served, imap: Dovecot, visit: Callable[..., Visit]
) -> None:
    agent = visit(served.company, width="phone").sign_in(AGENT)
    page = agent.go("/queue/all_open")
    imap.deliver(letter(LONG, "没有名字的来信", "请回信。").as_bytes(), name="nameless")
    opened(page, "没有名字的来信")
    page.get_by_role("textbox", name="公开回复").focus()
    send = page.get_by_role("button", name=f"回复 {LONG}")
    expect(send).to_be_visible()
    author = page.get_by_role("article").get_by_text(LONG)
    for shown in (send, author):
        box, width = shown.bounding_box(), page.viewport_size
        assert box is not None and width is not None and box["x"] + box["width"] <= width["width"]
    told = page.get_by_text(f"以邮件发送给 {LONG}")
    expect(told).to_have_text(f"以邮件发送给 {LONG}")
    agent.picture("ticket-nameless")


def test_closing_is_never_the_next_thing_to_do_with_what_nobody_solved(
    served: Served, visit: Callable[..., Visit]
) -> None:
    lead = visit(served.demo).sign_in("lead@demo.gongdan.local")
    rows = lead.context.request.get("/api/v1/tickets?view=all_open").json()["rows"]
    tickets = [lead.context.request.get(f"/api/v1/tickets/{row['number']}").json() for row in rows]
    closable = [one for one in tickets if one["allowed"]["ticket.close"] is True]
    assert closable, "a lead may close what needs no solution"
    page = lead.go(f"/tickets/{closable[0]['number']}")
    page.get_by_role("button", name="更多操作").click()
    expect(page.get_by_role("menuitem", name="关闭工单")).to_be_visible()
    expect(page.get_by_role("button", name="关闭工单")).to_have_count(0)
