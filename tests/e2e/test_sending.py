"""Undo send: a reply waits in its author's sight alone, is taken back, goes out, or comes back with the reason."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import AGENT, AGENT_NAME, COLLEAGUE, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.visits import Visit, says

Begun = tuple[Visit, Page, str, Visit]


def waits(agent: Visit, seconds: int) -> None:
    asks = agent.context.request
    head = {"X-CSRF-Token": asks.get("/api/v1/session").json()["csrf"]}
    done = asks.patch("/api/v1/me", data={"undo_send_s": seconds}, headers=head)
    assert done.ok, done.text()


@pytest.fixture
def begun(served: Served, visit: Callable[..., Visit]) -> Begun:
    """An agent at a ticket that they accepted, whose replies wait, and its customer."""
    agent, customer = visit(served.company).sign_in(AGENT), visit(served.company)
    number = asked(customer, "su@kunde.example", "苏轼")
    through(agent, number, "claim", "accept")
    waits(agent, 30)
    return agent, agent.go(f"/tickets/{number}"), number, customer


def test_a_reply_is_taken_back_and_goes_out_after_all(
    served: Served, visit: Callable[..., Visit], begun: Begun
) -> None:
    agent, page, number, _ = begun
    other = visit(served.company).sign_in(COLLEAGUE)
    theirs = other.go(f"/tickets/{number}")
    box = page.get_by_role("textbox", name="公开回复")
    box.fill("您好，已经修好了。")
    page.keyboard.press("Control+Enter")
    held = page.get_by_role("article", name="等待发出")
    expect(held).to_contain_text("您好，已经修好了。")
    expect(held).to_contain_text(re.compile(r"\d+ 秒后发出"))
    expect(held).to_be_in_viewport(ratio=0.9)
    says(box, "")
    agent.picture("ticket-sending")
    assert agent.barriers() == []
    expect(theirs.get_by_text("您好，已经修好了。")).to_have_count(0)
    held.get_by_role("button", name="撤回").click()
    expect(held).to_have_count(0)
    says(box, "您好，已经修好了。")
    expect(box).to_be_focused()
    agent.picture("ticket-taken-back")
    page.keyboard.press("Control+Enter")
    page.reload()
    expect(held).to_contain_text("您好，已经修好了。")
    page.get_by_role("textbox", name="公开回复").fill("还有一句。")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("article", name=f"{AGENT_NAME} 的公开回复")).to_contain_text("已经修好了")
    expect(held).to_contain_text("还有一句。")
    held.get_by_role("button", name="立即发出").click()
    expect(theirs.get_by_role("article", name=f"{AGENT_NAME} 的公开回复")).to_have_count(2)
    expect(held).to_have_count(0)
    box.fill("问题已解决。")
    solves(page)
    expect(held).to_contain_text("发出后设为“已解决”")
    agent.picture("ticket-sending-solution")
    properties = page.get_by_role("group", name="工单属性")
    expect(properties).not_to_contain_text("已解决")
    held.get_by_role("button", name="撤回").click()
    says(box, "问题已解决。")
    expect(held).to_have_count(0)
    solves(page)
    held.get_by_role("button", name="立即发出").click()
    expect(properties).to_contain_text("已解决")
    expect(page.get_by_role("article", name=f"{AGENT_NAME} 的公开回复").last).to_contain_text("问题已解决。")
    waits(agent, 0)


def solves(page: Page) -> None:
    """By the dialog, with the reply that was begun."""
    page.get_by_role("main").get_by_role("button", name="解决", exact=True).click()
    dialog = page.get_by_role("dialog", name="解决工单")
    dialog.get_by_role("button", name="标记为已解决").click()
    expect(dialog).to_have_count(0)


def test_what_is_refused_when_it_is_due_comes_back(served: Served, begun: Begun) -> None:
    agent, page, number, customer = begun
    waits(agent, 8)
    page.reload()
    page.get_by_role("textbox", name="公开回复").fill("请重启一次。")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("article", name="等待发出")).to_be_visible()
    there = customer.go(served.mailed_link(number))
    there.get_by_role("textbox", name="补充说明或回复").fill("现在好了一半。")
    there.get_by_role("button", name="发送").click()
    expect(page.get_by_text("回复没有发出，已放回草稿。原因见上方记录和通知。")).to_be_visible()
    says(page.get_by_role("textbox", name="公开回复"), "请重启一次。")
    expect(page.get_by_role("log")).to_contain_text("发出前来了新消息")
    agent.picture("ticket-sending-returned")
    waits(agent, 0)
    through(agent, number, "resolve")


def test_it_goes_out_by_itself_on_a_phone_in_english(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.company)
    agent = visit(served.company, locale="en", width="phone").sign_in(AGENT)
    number = asked(guest, "huang@kunde.example", "黄庭坚")
    through(agent, number, "claim", "accept")
    waits(agent, 5)
    page = agent.go(f"/tickets/{number}")
    page.get_by_role("textbox", name="Public reply").fill("It works again.")
    page.keyboard.press("Control+Enter")
    held = page.get_by_role("article", name="Waiting to go out")
    expect(held.get_by_role("button", name="Undo")).to_be_in_viewport()
    agent.picture("ticket-sending")
    expect(held).to_have_count(0)
    expect(page.get_by_role("article").last).to_contain_text("It works again.")
    waits(agent, 0)
    through(agent, number, "resolve")


def test_everybody_chooses_how_long_their_replies_wait(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(COLLEAGUE)
    page = agent.go("/queue/mine")
    agent.open_me()
    page.get_by_text("账号设置").click()
    choice = page.get_by_role("combobox", name="发出回复前可撤回")
    choice.click()
    page.get_by_title("20 秒").click()
    expect(page.get_by_title("20 秒").first).to_be_visible()
    agent.picture("account-undo-send")
    page.reload()
    assert agent.context.request.get("/api/v1/session").json()["undo_send_s"] == 20
    waits(agent, 0)
