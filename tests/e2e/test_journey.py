"""The journey of the product: from a customer's mail to their verdict, with both sides in front of their pages."""

import re
from collections.abc import Callable
from email.message import EmailMessage

from playwright.sync_api import Page, expect

from tests.e2e.letters import arrived, letter, link_in, text_of
from tests.e2e.served import AGENT, AGENT_NAME, Served
from tests.e2e.visits import Visit
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import SmtpPeer

CUSTOMER = "周雨 <zhouyu@kunde.example>"
TITLE = "导出报表时提示 E5021，无法下载"
TEXT = "您好，今天上午导出月度报表时一直提示 E5021，文件下载不了，财务在等，请尽快看看。"
NOTE = "对照日志：导出服务 10:20 起磁盘写满。"
REPLY = "周女士您好，导出服务的磁盘写满，已经清理。请您再试一次，并告诉我们结果。"
ANSWER = "可以下载了，谢谢！但文件里少了 10 月的数据。"
SOLUTION = "10 月的数据已补齐，重新导出即可看到。"
THANKS = "处理很快"


def test_from_a_mail_to_the_verdict(served: Served, imap: Dovecot, smtp: SmtpPeer, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/unassigned")
    expect(page.get_by_role("heading", name="待领取")).to_be_visible()

    question = letter(CUSTOMER, TITLE, TEXT)
    imap.deliver(question.as_bytes(), name="question")
    number = take_from_the_pool(page)
    accept_and_note(page)
    page.get_by_role("tab", name="公开回复").click()
    page.get_by_role("textbox", name="公开回复").fill(REPLY)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("article", name=f"{AGENT_NAME} 的公开回复")).to_contain_text("再试一次")
    reply = arrived(page, smtp, lambda mail: "再试一次" in text_of(mail))
    threads(reply, question, number)

    answer = letter(CUSTOMER, f"回复：{reply['Subject']}", ANSWER, answers=reply)
    imap.deliver(answer.as_bytes(), name="answer")
    expect(page.get_by_text("少了 10 月的数据")).to_be_visible()

    resolve(page)
    told = arrived(page, smtp, lambda mail: number in mail["Subject"] and "do=confirm" in text_of(mail))
    assert told["Auto-Submitted"] == "auto-generated"
    customer = visit(served.company, width="phone")
    judge(customer, link_in(told, served.company), number)

    expect(page.get_by_role("list", name="处理进度").locator("[aria-current=step]")).to_contain_text("已关闭")
    tells_all(page)
    shows_the_past(page)


def take_from_the_pool(page: Page) -> str:
    """The mail's ticket arrives in the open list, and is claimed by key; returns its number."""
    row = page.get_by_role("link").filter(has_text=TITLE)
    expect(row).to_be_visible()
    number = row.get_attribute("data-row")
    assert number
    row.focus()
    page.keyboard.press("c")
    expect(page.get_by_text(f"已领取 {number}")).to_be_visible()
    expect(row).to_be_hidden()
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="工单标题或编号").fill(number)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    return number


def accept_and_note(page: Page) -> None:
    page.get_by_role("button", name="接受", exact=True).click()
    expect(page.get_by_role("log")).to_contain_text("已接受")
    page.keyboard.press("n")
    page.keyboard.type(NOTE)
    expect(page.get_by_text("只有同事可见，客户不会看到")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("article", name=f"{AGENT_NAME} 的内部备注")).to_contain_text("磁盘写满")


def threads(reply: EmailMessage, question: EmailMessage, number: str) -> None:
    """The reply belongs to the question for every mail program, and its own id proves the ticket to us."""
    assert reply["In-Reply-To"] == question["Message-ID"]
    assert question["Message-ID"] in reply["References"]
    assert number in reply["Subject"] and TITLE in reply["Subject"]
    assert reply["To"].addresses[0].addr_spec in CUSTOMER
    assert reply["From"].addresses[0].display_name == "云帆客服"
    assert NOTE not in text_of(reply)


def resolve(page: Page) -> None:
    """By key; the reply that was begun goes along."""
    page.get_by_role("textbox", name="公开回复").fill(SOLUTION)
    page.get_by_role("heading", name=TITLE).click()
    page.keyboard.press("d")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("给 周雨 的最后回复")).to_have_value(SOLUTION)
    expect(dialog.get_by_text("以邮件发送给 周雨：zhouyu@kunde.example")).to_be_visible()
    dialog.get_by_role("button", name="标记为已解决").click()
    expect(dialog).to_be_hidden()


def judge(customer: Visit, link: str, number: str) -> None:
    """On a phone, from the link in the mail: look, confirm, rate."""
    page = customer.go(link)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page).to_have_url(re.compile(f"/portal/tickets/{number}"))
    expect(page.get_by_text(SOLUTION)).to_be_visible()
    assert NOTE not in page.content()
    page.get_by_role("button", name="已解决").click()
    page.get_by_role("radio", name="非常满意").check(force=True)
    page.get_by_role("textbox", name="想对我们说的话").fill(THANKS)
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_text("感谢评价：5 分")).to_be_visible()


def tells_all(page: Page) -> None:
    """Every step stands in the timeline, in order, and the page was never loaded anew."""
    steps = (
        "提交了工单", TEXT[:12], "领取了工单", "已接受", NOTE, REPLY[:12], "少了 10 月的数据", SOLUTION,
        "变为 已解决", "变为 已关闭", f"评价 5 分：{THANKS}",
    )  # fmt: skip
    log = page.get_by_role("log")
    expect(log).to_contain_text(steps[-1])
    while (unfold := page.get_by_role("button", name=re.compile("展开前面"))).count():
        unfold.first.click()
    for step in steps:
        expect(log).to_contain_text(step)
    said = log.inner_text()
    at = [said.index(step) for step in steps]
    assert at == sorted(at), said


def shows_the_past(page: Page) -> None:
    """As it was when it was accepted: in progress, nothing said yet, nothing to do."""
    accepted = page.get_by_role("listitem").filter(has_text="已接受").get_by_role("button", name=re.compile(""))
    accepted.first.click()
    expect(page.get_by_text("只能查看")).to_be_visible()
    expect(page.get_by_role("list", name="处理进度").locator("[aria-current=step]")).to_contain_text("处理中")
    expect(page.get_by_text("再试一次")).to_be_hidden()
    expect(page.get_by_role("textbox")).to_have_count(0)
    page.get_by_role("button", name="回到现在").click()
    expect(page.get_by_text(SOLUTION)).to_be_visible()
