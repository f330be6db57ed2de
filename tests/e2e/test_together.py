"""Two agents at one ticket: they see each other, and nobody's work is lost."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.served import AGENT, AGENT_NAME, COLLEAGUE, COLLEAGUE_NAME, Served
from tests.e2e.visits import Visit, says

Pair = tuple[Page, Page, Visit]


@pytest.fixture
def pair(served: Served, visit: Callable[..., Visit]) -> Iterator[Pair]:
    """Both before a new ticket that the first of them has accepted, and its customer at the portal."""
    customer = visit(served.company)
    sent = customer.context.request.post(
        "/api/v1/portal/forms",
        data={"title": "报表里的日期晚了一天", "text": "时区好像不对。", "mail": "du@kunde.example", "name": "杜青"},
    )
    assert sent.ok, sent.text()
    number = sent.json()["number"]
    agent = visit(served.company).sign_in(AGENT)
    mine = agent.go(f"/tickets/{number}")
    mine.get_by_role("button", name="领取").click()
    mine.get_by_role("button", name="接受", exact=True).click()
    expect(mine.get_by_role("log")).to_contain_text("已接受")
    theirs = visit(served.company).sign_in(COLLEAGUE)
    theirs.refusals.add(412)
    theirs.go(f"/tickets/{number}")
    customer.go(served.mailed_link(number))
    yield mine, theirs.page, customer
    resolve(agent, number)  # they may hold but so many


def resolve(agent: Visit, number: str) -> None:
    asks = agent.context.request
    token = asks.get("/api/v1/session").json()["csrf"]
    answer = asks.post(f"/api/v1/tickets/{number}/resolve", data={}, headers={"X-CSRF-Token": token})
    assert answer.ok, answer.text()


def test_they_see_who_looks_and_who_replies(pair: Pair) -> None:
    mine, theirs, _ = pair
    expect(mine.get_by_text(f"{COLLEAGUE_NAME} 也在看")).to_be_visible()
    theirs.get_by_role("textbox", name="公开回复").fill("您好，我看一下")
    expect(mine.get_by_text(f"{COLLEAGUE_NAME} 正在回复")).to_be_visible()


def test_a_change_of_one_is_there_for_the_other(pair: Pair) -> None:
    mine, theirs, _ = pair
    mine.get_by_role("textbox", name="公开回复").fill("已定位：服务器时区没有更新。")
    mine.keyboard.press("Control+Enter")
    expect(theirs.get_by_role("article", name=f"{AGENT_NAME} 的公开回复")).to_contain_text("已定位")
    mine.get_by_role("combobox", name="优先级").click()
    mine.get_by_role("option", name="高").click()
    expect(theirs.get_by_role("log")).to_contain_text("优先级由")


def test_a_status_is_chosen_by_keys_and_resolving_asks_first(pair: Pair) -> None:
    mine, _, _ = pair
    mine.get_by_role("heading", level=1).click()
    mine.keyboard.press("s")
    status = mine.get_by_role("combobox", name="状态")
    expect(status).to_be_focused()
    expect(status).to_have_attribute("aria-expanded", "true")
    mine.get_by_role("option", name="已解决").click()
    dialog = mine.get_by_role("dialog", name="解决工单")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name=re.compile("取\\s*消")).click()
    expect(dialog).to_be_hidden()
    expect(mine.get_by_role("group", name="工单属性")).to_contain_text("处理中")
    mine.get_by_role("heading", level=1).click()
    mine.keyboard.press("u")
    expect(mine).to_have_url(re.compile("/queue/"))


def test_a_reply_that_missed_a_message_is_held_back_and_kept(pair: Pair) -> None:
    """The customer writes while the reply is on its way: its author is shown that, and decides."""
    _, theirs, customer = pair
    words = "请问您用的是哪个时区？"
    theirs.get_by_role("textbox", name="公开回复").fill(words)
    held: list[Route] = []
    # Until it is let go, the page does not learn of the customer's words, as if they came in this very moment.
    theirs.route("**/api/v1/tickets/*", lambda route: held.append(route))
    customer.page.get_by_role("textbox", name="补充说明或回复").fill("补充：我在东京。")
    customer.page.get_by_role("button", name="发送").click()
    expect(customer.page.get_by_role("region", name="沟通记录").get_by_text("我在东京")).to_be_visible()
    theirs.keyboard.press("Control+Enter")
    again = theirs.get_by_role("button", name="看过了，仍然发送")
    expect(again).to_be_visible()
    says(theirs.get_by_role("textbox", name="公开回复"), words)
    expect(theirs.get_by_role("article", name=f"{COLLEAGUE_NAME} 的公开回复")).to_have_count(0)
    for route in held:
        route.continue_()
    theirs.unroute("**/api/v1/tickets/*")
    expect(theirs.get_by_text("补充：我在东京。")).to_be_visible()
    again.click()
    expect(theirs.get_by_role("article", name=f"{COLLEAGUE_NAME} 的公开回复")).to_contain_text("哪个时区")


def test_a_conflict_shows_both_values_and_does_not_offer_to_overwrite_first(pair: Pair) -> None:
    mine, theirs, _ = pair
    held: list[Route] = []
    holds = [True]

    def read_later(route: Route) -> None:
        if holds[0] and route.request.method == "GET":
            held.append(route)
        else:
            route.continue_()

    theirs.route(re.compile("/api/v1/tickets/[^/]+$"), read_later)
    choose_priority(mine, "高")
    expect(mine.get_by_role("log")).to_contain_text("优先级由")
    choose_priority(theirs, "中")
    theirs.wait_for_timeout(500)
    holds[0] = False
    for route in held:
        route.continue_()
    dialog = theirs.get_by_role("dialog").filter(has_text="工单刚被别人改过")
    expect(dialog.get_by_role("row").filter(has_text="优先级")).to_contain_text("高")
    expect(dialog.get_by_role("row").filter(has_text="优先级")).to_contain_text("中")
    expect(dialog.get_by_role("button", name="保留对方的")).to_be_focused()
    dialog.get_by_role("button", name="保留对方的").click()
    expect(dialog).to_be_hidden()


def choose_priority(page: Page, name: str) -> None:
    page.get_by_role("combobox", name="优先级").click()
    page.get_by_role("option", name=name).click()


def test_what_comes_while_one_writes_is_acknowledged_before_it_goes(pair: Pair) -> None:
    """It came into view by itself; that nobody has read it yet is not the page's to guess."""
    _, theirs, customer = pair
    box = theirs.get_by_role("textbox", name="公开回复")
    box.fill("请问您用的是哪个时区？")
    writes_as(customer, "补充：我在东京。")
    expect(theirs.get_by_role("log")).to_contain_text("补充：我在东京。")
    bar = theirs.get_by_role("alert").filter(has_text="补充：我在东京。")
    expect(bar).to_contain_text("杜青")
    box.press("Control+Enter")
    expect(bar.get_by_role("button", name="看过了")).to_be_focused()
    expect(theirs.get_by_role("article", name=f"{COLLEAGUE_NAME} 的公开回复")).to_have_count(0)
    theirs.keyboard.press("Enter")
    expect(bar).to_have_count(0)
    expect(box).to_be_focused()
    box.press("Control+Enter")
    expect(theirs.get_by_role("article", name=f"{COLLEAGUE_NAME} 的公开回复")).to_contain_text("哪个时区")


def test_a_colleagues_reply_is_acknowledged_too_also_where_it_solves(pair: Pair) -> None:
    mine, theirs, _ = pair
    mine.get_by_role("textbox", name="公开回复").fill("已修复，请刷新。")
    theirs.get_by_role("textbox", name="公开回复").fill("我来答。")
    theirs.keyboard.press("Control+Enter")
    expect(mine.get_by_role("alert").filter(has_text="我来答。")).to_contain_text(COLLEAGUE_NAME)
    mine.get_by_role("button", name="解决", exact=True).click()
    dialog = mine.get_by_role("dialog", name="解决工单")
    expect(dialog.get_by_role("button", name="标记为已解决")).to_be_disabled()
    dialog.get_by_role("button", name="看过了").click()
    expect(dialog.get_by_role("button", name="标记为已解决")).to_be_enabled()
    dialog.get_by_role("button", name=re.compile("取\\s*消")).click()


def test_what_came_out_of_view_does_not_count_as_seen(pair: Pair) -> None:
    """A reply is held back as well when the customer's words stand below, where its author has not looked."""
    _, theirs, customer = pair
    log = theirs.get_by_role("log")
    writes_as(customer, "\n".join(f"第 {n} 行报表" for n in range(60)))
    expect(log).to_contain_text("第 59 行报表")
    log.evaluate("log => log.scrollTo({ top: 0 })")
    writes_as(customer, "补充：我在东京。")
    expect(theirs.get_by_role("button", name="下面有新内容")).to_be_visible()
    theirs.get_by_role("textbox", name="公开回复").fill("请问您用的是哪个时区？")
    bar = theirs.get_by_role("alert").filter(has_text="补充：我在东京。")
    bar.get_by_role("button", name="查看").click()
    expect(log.get_by_text("补充：我在东京。")).to_be_in_viewport()
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="看过了").click()
    theirs.keyboard.press("Control+Enter")
    expect(theirs.get_by_role("article", name=f"{COLLEAGUE_NAME} 的公开回复")).to_contain_text("哪个时区")


def writes_as(customer: Visit, words: str) -> None:
    customer.page.get_by_role("textbox", name="补充说明或回复").fill(words)
    customer.page.get_by_role("button", name="发送").click()
    expect(customer.page.get_by_role("textbox", name="补充说明或回复")).to_have_value("")


def test_a_colleague_is_added_to_those_who_watch(pair: Pair) -> None:
    mine, theirs, _ = pair
    mine.get_by_role("complementary", name="工单资料").get_by_text("关注人").click()
    mine.get_by_role("combobox", name="添加同事").click()
    mine.keyboard.type(COLLEAGUE_NAME)
    mine.keyboard.press("Enter")
    expect(mine.get_by_role("list", name="关注人")).to_contain_text(COLLEAGUE_NAME)
    theirs.get_by_role("button", name="更多操作").click()
    theirs.get_by_role("menuitem", name="取消关注").click()
    expect(mine.get_by_role("list", name="关注人").get_by_role("listitem")).to_have_count(0)


def test_a_ticket_that_cannot_be_read_again_stays_on_the_page(pair: Pair) -> None:
    mine, theirs, _ = pair
    theirs.route("**/api/v1/tickets/GD-*", lambda route: route.abort())
    mine.get_by_role("combobox", name="优先级").click()
    mine.get_by_role("option", name="高").click()
    expect(theirs.get_by_text("没能更新")).to_be_visible()
    expect(theirs.get_by_role("textbox", name="公开回复")).to_be_visible()
    theirs.unroute("**/api/v1/tickets/GD-*")
    theirs.get_by_role("button", name=re.compile(r"重\s*试")).click()
    expect(theirs.get_by_role("log")).to_contain_text("优先级由")
    expect(theirs.get_by_text("没能更新")).to_have_count(0)
