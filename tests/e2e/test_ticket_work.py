"""Working through tickets: replying and setting the status at once, going on to the next, keys, and what is shown."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Request, expect

from tests.e2e.served import AGENT, COLLEAGUE_NAME, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.visits import Visit, says

Work = tuple[Visit, Page, str]
CANCEL = re.compile(r"取\s*消")


@pytest.fixture
def work(served: Served, visit: Callable[..., Visit]) -> Iterator[Work]:
    """An agent before a ticket of theirs that they have accepted."""
    agent = visit(served.company).sign_in(AGENT)
    number = asked(visit(served.company), "pu@kunde.example", "蒲松")
    through(agent, number, "claim", "accept")
    yield agent, agent.go(f"/tickets/{number}"), number
    stands = agent.context.request.get(f"/api/v1/tickets/{number}").json()["phase"]
    if stands not in ("resolved", "closed"):
        through(agent, number, "resolve")  # they may hold but so many


def writes(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="公开回复").fill(words)


def sends(page: Page, how: str) -> None:
    page.get_by_role("button", name="发送方式").click()
    page.get_by_role("menuitem", name=how).click()


def test_a_reply_and_its_status_go_in_one_click_and_one_request(work: Work) -> None:
    agent, page, _ = work
    posted: list[str] = []

    def note(request: Request) -> None:
        if request.method in ("POST", "PATCH") and "/tickets/" in request.url:
            posted.append(request.url.rpartition("/")[2])

    page.on("request", note)
    writes(page, "请补充一张截图。")
    page.get_by_role("button", name="发送方式").click()
    expect(page.get_by_role("menuitem").first).to_have_text("发送并设为“待反馈”")
    agent.picture("ticket-send-how")
    page.get_by_role("menuitem", name="发送并设为“待反馈”").click()
    expect(page.get_by_role("group", name="工单属性")).to_contain_text("待反馈")
    expect(page.get_by_role("article").last).to_contain_text("请补充一张截图。")
    assert posted == ["replies"]
    writes(page, "已修复。")
    sends(page, "发送并设为“已解决”")
    expect(page.get_by_role("group", name="工单属性")).to_contain_text("已解决")
    assert posted == ["replies", "replies"]


def test_what_was_begun_is_there_on_another_machine_until_it_was_sent(
    served: Served, work: Work, visit: Callable[..., Visit]
) -> None:
    _, page, number = work
    writes(page, "正在查，稍")
    expect(page.get_by_text(re.compile("已存为草稿")).first).to_be_visible()
    other = visit(served.company).sign_in(AGENT).go(f"/tickets/{number}")
    box = other.get_by_role("textbox", name="公开回复")
    says(box, "正在查，稍")
    box.fill("正在查，稍等。")
    other.keyboard.press("Control+Enter")
    expect(other.get_by_role("article").last).to_contain_text("正在查，稍等。")
    page.reload()
    expect(page.get_by_role("article").last).to_contain_text("正在查，稍等。")
    says(page.get_by_role("textbox", name="公开回复"), "")


def test_keys_act_after_sending_and_r_opens_a_reply_after_a_note(work: Work) -> None:
    _, page, _ = work
    page.keyboard.press("n")
    expect(page.get_by_role("textbox", name="内部备注")).to_be_focused()
    page.keyboard.type("查过日志")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("article", name=re.compile("内部备注"))).to_contain_text("查过日志")
    expect(page.get_by_role("log")).to_be_focused()
    page.keyboard.press("r")
    expect(page.get_by_role("textbox", name="公开回复")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("log")).to_be_focused()
    page.keyboard.press("n")
    expect(page.get_by_role("textbox", name="内部备注")).to_be_focused()


def test_keys_act_after_a_property_was_chosen(work: Work) -> None:
    _, page, _ = work
    page.get_by_role("combobox", name="优先级").click()
    page.get_by_role("option", name="高").click()
    expect(page.get_by_role("log")).to_contain_text("优先级由")
    page.keyboard.press("i")
    assignee = page.get_by_role("combobox", name="负责人")
    expect(assignee).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.get_by_role("textbox", name="公开回复")).to_be_focused()


def test_who_gets_it_is_chosen_by_presence_and_load(work: Work) -> None:
    agent, page, _ = work
    page.keyboard.press("i")
    mine = page.get_by_role("option").filter(has_text="手上").first
    expect(mine).to_contain_text(re.compile(r"手上 [1-9]\d* 张"))
    expect(page.get_by_role("option").filter(has_text=COLLEAGUE_NAME)).to_contain_text(re.compile("在线|离开|离线"))
    agent.picture("ticket-assignee")
    page.keyboard.press("Escape")


def test_the_events_that_were_asked_for_are_all_there_and_the_place_is_kept(work: Work) -> None:
    agent, page, number = work
    for n in range(30):
        through_note(agent, number, f"第 {n} 条备注\n" * 3)
    for tag in ("a", "b", "c", "d"):
        tagged(agent, number, tag)
    log = page.get_by_role("log")
    expect(log).to_contain_text("第 29 条备注")
    page.wait_for_timeout(300)
    log.evaluate("log => log.scrollTo({ top: 400 })")
    page.wait_for_timeout(100)
    page.get_by_text("流转", exact=True).click()
    expect(page.get_by_role("button", name=re.compile("展开前面"))).to_have_count(0)
    expect(log).to_contain_text("领取了工单")
    agent.picture("ticket-events")
    page.get_by_text("全部", exact=True).click()
    assert abs(int(log.evaluate("log => log.scrollTop")) - 400) <= 2


def test_a_reopening_is_seen_by_whoever_has_it(work: Work) -> None:
    agent, page, number = work
    through(agent, number, "resolve")
    through(agent, number, "reopen")
    mark = page.get_by_role("note", name="林晓 重新打开了工单")
    expect(mark).to_be_visible()
    agent.picture("ticket-reopened")


def test_what_is_solved_is_not_to_be_reopened_first_and_dialogs_begin_at_their_first_field(work: Work) -> None:
    agent, page, number = work
    page.keyboard.press("d")
    dialog = page.get_by_role("dialog", name="解决工单")
    expect(dialog.get_by_role("textbox").or_(dialog.get_by_role("combobox")).first).to_be_focused()
    agent.picture("ticket-resolve")
    dialog.get_by_role("button", name=CANCEL).click()
    through(agent, number, "resolve")
    expect(page.get_by_role("group", name="工单属性")).to_contain_text("已解决")
    expect(page.get_by_text("关闭前随时可以")).to_be_visible()
    head = page.get_by_role("main").locator("header").first
    expect(head.get_by_role("button", name="重新打开")).to_have_count(0)
    page.get_by_role("button", name="更多操作").click()
    expect(page.get_by_role("menuitem", name="重新打开")).to_be_visible()
    page.keyboard.press("Escape")


def test_after_sending_the_next_of_the_list_is_opened_for_whoever_wants_it(
    served: Served, visit: Callable[..., Visit]
) -> None:
    agent = visit(served.company).sign_in(AGENT)
    numbers = [asked(visit(served.company), f"pu{n}@kunde.example", f"蒲{n}") for n in range(2)]
    for number in numbers:
        through(agent, number, "claim", "accept")
    page = agent.go("/queue/mine")
    rows = page.locator("a[data-row]")
    first, second = (rows.nth(at).get_attribute("data-row") for at in (0, 1))
    rows.nth(0).click()
    expect(page).to_have_url(re.compile(f"{first}[?]in=mine$"))
    writes(page, "在看了。")
    sends(page, "发送后打开下一张")
    page.get_by_role("textbox", name="公开回复").press("Control+Enter")
    expect(page).to_have_url(re.compile(f"{second}[?]in=mine$"))
    page.reload()
    page.get_by_role("textbox", name="公开回复").focus()
    sends(page, "发送后留在这一张")
    for number in numbers:
        through(agent, number, "resolve")


def through_note(agent: Visit, number: str, words: str) -> None:
    posts(agent, f"/api/v1/tickets/{number}/notes", {"text": words})


def tagged(agent: Visit, number: str, tag: str) -> None:
    posts(agent, f"/api/v1/tickets/{number}/tags", {"add": [tag]})


def posts(agent: Visit, path: str, body: dict[str, object]) -> None:
    token = agent.context.request.get("/api/v1/session").json()["csrf"]
    answer = agent.context.request.post(path, data=body, headers={"X-CSRF-Token": token})
    assert answer.ok, answer.text()


def test_what_one_did_is_undone_where_it_is_told_from_the_menu_and_by_key(work: Work) -> None:
    agent, page, _ = work
    properties = page.get_by_role("group", name="工单属性")
    page.keyboard.press("d")
    page.get_by_role("dialog").get_by_role("button", name="标记为已解决").click()
    expect(properties).to_contain_text("已解决")
    agent.picture("undo-offered")
    page.get_by_role("button", name=re.compile(r"^撤\s*销$")).click()
    expect(page.get_by_text(re.compile(r"已撤销：.*状态"))).to_be_visible()
    expect(properties).to_contain_text("处理中")
    agent.picture("undo-done")
    page.get_by_role("button", name=re.compile(r"^恢\s*复$")).click()
    expect(properties).to_contain_text("已解决")
    page.get_by_role("button", name="更多操作").click()
    page.get_by_role("menuitem", name=re.compile("撤销上一步操作"))
    agent.picture("undo-menu")
    page.keyboard.press("Escape")
    page.locator("body").click(position={"x": 700, "y": 5})
    page.keyboard.press("Control+z")
    expect(properties).to_contain_text("处理中")
