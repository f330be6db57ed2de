"""A move that others must agree to: it is asked for where one resolves, decided by the colleague, and then happens."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import AGENT, COLLEAGUE, COLLEAGUE_NAME, TO_APPROVE, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.visits import Visit

WORDS = {
    "zh-CN": ("解决", "申请审批", "同意", "拒绝", "待我审批", "已解决", "审批"),
    "en": ("Resolve", "Ask for approval", "Approve", "Decline", "To approve", "Resolved", "Approval"),
}


def waiting(visit: Callable[..., Visit], served: Served, agent: Visit, mail: str, name: str) -> str:
    """A ticket in the agent's hands that is not resolved without the colleague."""
    number = asked(visit(served.company), mail, name)
    through(agent, number, "claim", "accept")
    asks = agent.context.request
    head = {"X-CSRF-Token": asks.get("/api/v1/session").json()["csrf"]}
    tagged = asks.post(f"/api/v1/tickets/{number}/tags", data={"add": [TO_APPROVE]}, headers=head)
    assert tagged.ok, tagged.text()
    return number


def ask(page: Page, locale: str) -> None:
    resolve, send, *_ = WORDS[locale]
    page.get_by_role("button", name=resolve, exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").last.fill("已更换硬件")
    dialog.get_by_role("button", name=send, exact=True).click()
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "desktop"), ("zh-CN", "phone")])
def test_a_solution_waits_for_a_colleague_and_happens_when_they_agree(
    served: Served, visit: Callable[..., Visit], locale: str, width: str
) -> None:
    _, _, approve, _, view, resolved, title = WORDS[locale]
    agent = visit(served.company, locale=locale, width=width).sign_in(AGENT)
    number = waiting(visit, served, agent, f"shen-{locale}-{width}@kunde.example".lower(), "沈")
    page = agent.go(f"/tickets/{number}")
    ask(page, locale)
    bar = page.get_by_role("region", name=title, exact=True).first
    expect(bar).to_contain_text(COLLEAGUE_NAME)
    agent.picture("approval-waits")
    assert not agent.barriers()
    colleague = visit(served.company, locale=locale, width=width).sign_in(COLLEAGUE)
    there = colleague.go("/queue/approving")
    if width == "desktop":
        expect(there.get_by_role("heading", name=view)).to_be_visible()
    there.locator(f"li[data-number='{number}'] a[data-row]").click()
    colleague.picture("approval-asked")
    press = there.get_by_role("button", name=approve, exact=True).first
    if width == "phone":
        expect(press).to_be_visible()
        box = press.bounding_box()
        assert box and box["height"] >= 44, box
    press.click()
    dialog = there.get_by_role("dialog")
    colleague.picture("approval-approve")
    dialog.get_by_role("button", name=approve, exact=True).click()
    expect(dialog).to_have_count(0)
    expect(bar).to_have_count(0)
    expect(page.get_by_text(resolved).first).to_be_visible()


def test_what_is_declined_stays_and_says_why(served: Served, visit: Callable[..., Visit]) -> None:
    decline = WORDS["zh-CN"][3]
    agent = visit(served.company).sign_in(AGENT)
    number = waiting(visit, served, agent, "shen-no@kunde.example", "申")
    page = agent.go(f"/tickets/{number}")
    ask(page, "zh-CN")
    colleague = visit(served.company).sign_in(COLLEAGUE)
    there = colleague.go(f"/tickets/{number}")
    there.get_by_role("button", name=decline, exact=True).click()
    dialog = there.get_by_role("dialog")
    dialog.get_by_role("button", name=decline, exact=True).click()
    expect(dialog).to_contain_text("请写明原因")
    dialog.get_by_role("textbox").fill("缺少照片")
    dialog.get_by_role("button", name=decline, exact=True).click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("缺少照片").first).to_be_visible()
    agent.picture("approval-declined")
    expect(page.get_by_role("button", name=WORDS["zh-CN"][0], exact=True)).to_be_visible()


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_a_notice_asks_for_the_decision_at_once(
    served: Served, visit: Callable[..., Visit], locale: str, width: str
) -> None:
    _, _, approve, decline, *_ = WORDS[locale]
    agent = visit(served.company, locale=locale).sign_in(AGENT)
    number = waiting(visit, served, agent, f"shen-bell-{locale}@kunde.example".lower(), "沈")
    ask(agent.go(f"/tickets/{number}"), locale)
    colleague = visit(served.company, locale=locale, width=width).sign_in(COLLEAGUE)
    page = colleague.go("/queue/approving")
    page.get_by_role("button", name=re.compile("^通知|^Notices")).first.click()
    line = page.locator("li").filter(has_text=number).filter(has=page.get_by_role("button", name=decline)).first
    expect(line).to_be_visible()
    colleague.picture("approval-notice")
    assert not colleague.barriers()
    line.get_by_role("button", name=approve, exact=True).click()
    dialog = page.get_by_role("dialog").last
    dialog.get_by_role("button", name=approve, exact=True).click()
    expect(dialog).to_have_count(0)
    colleague.go(f"/tickets/{number}?ask=approve")
    expect(page.get_by_text("没有需要您审批" if locale == "zh-CN" else "nothing left for you")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
