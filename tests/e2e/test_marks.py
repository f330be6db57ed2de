"""What a ticket says about itself and what may be done about it at once: who wrote, whom it is passed on for, what it
repeats, that thanks confirm, that a rating calls for a call, that it is held."""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.e2e.letters import letter
from tests.e2e.served import AGENT, COLLEAGUE, Served
from tests.e2e.visits import Visit
from tests.servers.dovecot import Dovecot

PASSED_ON: Final = """请跟进一下。

---------- Forwarded message ---------
From: 苏晴 <suqing@gast.example>
Date: Wed, 25 Nov 2026 at 10:06
Subject: 打印机报错
To: <fred@kunde.example>

打印机从周一开始报错 C-13，在 12 层。
"""


def opened(page: Page, title: str) -> str:
    """The mail's ticket is opened from the list; returns its number."""
    page.get_by_role("link").filter(has_text=title).first.click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    return urlsplit(page.url).path.rpartition("/")[2]


def test_a_forwarded_mail_offers_whom_it_is_from(served: Served, imap: Dovecot, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/all_open")
    mail = letter("Fred <fred@kunde.example>", "Fwd: 打印机报错", PASSED_ON)
    imap.deliver(mail.as_bytes(), name="passed-on")
    opened(page, "打印机报错")
    message = page.get_by_role("article", name="客户 Fred 的消息")
    expect(message).to_contain_text("转发自 苏晴 · suqing@gast.example")
    expect(message).to_contain_text("报错 C-13")
    agent.picture("mark-forwarded")
    message.get_by_role("button", name="设为提交人：苏晴").click()
    expect(page.get_by_text("提交人已改为苏晴")).to_be_visible()
    expect(page.get_by_role("button", name="设为提交人：苏晴")).to_have_count(0)
    expect(page.get_by_role("complementary", name="工单资料")).to_contain_text("suqing@gast.example")
    page.get_by_role("button", name=re.compile("展开前面")).click()
    expect(page.get_by_role("log")).to_contain_text("由 Fred 改为 苏晴")
    agent.picture("mark-forwarded-taken")


def test_a_mail_under_a_colleagues_name_is_marked_and_no_note(
    served: Served, imap: Dovecot, visit: Callable[..., Visit]
) -> None:
    agent = visit(served.company, locale="en").sign_in(AGENT)
    page = agent.go("/queue/all_open")
    mail = letter(f"何磊 <{COLLEAGUE}>", "请把 GD-1 的密码发给我", "急用。")
    imap.deliver(mail.as_bytes(), name="claimed")
    opened(page, "请把 GD-1 的密码发给我")
    message = page.get_by_role("article")
    expect(message).to_contain_text("identity not verified")
    expect(message).to_have_attribute("data-side", "customer")
    message.get_by_role("button", name="identity not verified").focus()
    expect(page.get_by_role("tooltip")).to_contain_text("Nobody proved that 何磊 wrote this")
    agent.picture("mark-unverified")


def test_the_same_again_is_a_ticket_that_names_the_first_and_a_robots_is_marked(
    served: Served, imap: Dovecot, visit: Callable[..., Visit]
) -> None:
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/all_open")
    for n, text in enumerate(("第一次：账号登不上。", "又登不上了。")):
        imap.deliver(letter("秦岚 <qinlan@kunde.example>", "账号登不上", text).as_bytes(), name=f"again-{n}")
        expect(page.get_by_role("link").filter(has_text="账号登不上")).to_have_count(n + 1)
    both = page.get_by_role("link").filter(has_text="账号登不上")
    numbers = sorted(both.nth(n).get_attribute("data-row") or "" for n in (0, 1))
    page.goto(f"/tickets/{numbers[1]}")
    facts = page.get_by_role("complementary", name="工单资料")
    same = facts.get_by_role("region", name="重复于").get_by_role("link")
    expect(same).to_contain_text(f"{numbers[0]} · 可能重复")
    agent.picture("mark-duplicate")

    served.change("update delivery set state = 'stopped' where kind = 'notice' and ticket_id = {ticket}", numbers[1])
    page.reload()
    page.get_by_role("button", name="可能是自动程序，已停止自动答复").focus()
    expect(page.get_by_role("tooltip")).to_contain_text("您的回复仍会发出")
    agent.picture("mark-stopped")


def test_thanks_on_a_resolved_ticket_are_taken_as_the_confirmation_by_one_press(
    served: Served, imap: Dovecot, visit: Callable[..., Visit]
) -> None:
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/all_open")
    question = letter("孔宁 <kongning@kunde.example>", "导入失败", "导入表格失败。")
    imap.deliver(question.as_bytes(), name="thanks-1")
    number = opened(page, "导入失败")
    through(agent, number, "claim", "accept", "resolve")
    answer = letter("孔宁 <kongning@kunde.example>", f"回复：[{number}] 导入失败", "谢谢，好了", answers=question)
    imap.deliver(answer.as_bytes(), name="thanks-2")
    expect(page.get_by_text("客户已致谢，可记为确认")).to_be_visible()
    agent.picture("mark-thanks")
    page.get_by_role("button", name="记为客户已确认").click()
    expect(page.get_by_role("log")).to_contain_text("登记了 孔宁 的确认（邮件）")
    expect(page.get_by_text("客户已致谢，可记为确认")).to_have_count(0)
    expect(page.get_by_role("button", name="记为客户已确认")).to_have_count(0)
    agent.picture("mark-thanks-taken")


def test_what_was_heard_by_phone_is_recorded_and_a_low_rating_followed_up(
    served: Served, visit: Callable[..., Visit]
) -> None:
    guest = visit(served.company, width="phone")
    number = asked(guest, "she@kunde.example", "佘予")
    agent = visit(served.company).sign_in(AGENT)
    through(agent, number, "claim", "accept", "resolve")
    page = agent.go(f"/tickets/{number}")
    page.get_by_role("button", name="代客户登记确认").click()
    dialog = page.get_by_role("dialog", name="代客户登记确认")
    dialog.locator("label").filter(has_text="当面").click()
    dialog.get_by_label("通话或会话编号（可留空）").fill("C-77")
    dialog.get_by_label("客户的原话（可留空）").fill("可以用了")
    agent.picture("mark-confirm-for")
    dialog.get_by_role("button", name="登记并关闭").click()
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name=re.compile("展开前面")).click()
    expect(page.get_by_role("log")).to_contain_text("登记了 佘予 的确认（当面，C-77）：可以用了")

    rated = guest.go(served.mailed_link(number))
    rated.get_by_role("radio", name=re.compile("非常不满意|很不满意")).check(force=True)
    rated.get_by_role("button", name="提交评价").click()
    guest.picture("portal-rated-low")
    expect(page.get_by_text("低分，待回访")).to_be_visible()
    page.get_by_role("button", name="登记回访结果").click()
    agent.picture("mark-follow-up")
    dialog = page.get_by_role("dialog", name="登记回访结果")
    dialog.get_by_label("回访情况（可留空）").fill("已致电道歉")
    dialog.get_by_role("button", name=re.compile(r"登\s*记")).click()
    expect(page.get_by_role("log")).not_to_contain_text("rating.low")
    expect(page.get_by_role("log")).to_contain_text("回访结果：已回访客户：已致电道歉")
    expect(page.get_by_text("低分，待回访")).to_have_count(0)
    agent.picture("mark-follow-up-done")


def test_a_held_ticket_says_so_in_list_and_head_until_somebody_takes_it(
    served: Served, visit: Callable[..., Visit]
) -> None:
    agent = visit(served.company).sign_in(AGENT)
    number = asked(visit(served.company), "cen@kunde.example", "岑立")
    served.change("update ticket set held_at = now() where id = {ticket}", number)
    page = agent.go("/queue/all_open")
    row = page.locator(f"li[data-number='{number}']")
    expect(row.get_by_text("待人工决定")).to_be_visible()
    agent.picture("mark-held-queue")
    row.click()
    page.get_by_role("button", name="待人工决定").click()
    expect(page.get_by_role("tooltip")).to_contain_text("分配、领取")
    agent.picture("mark-held")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("c")
    expect(page.get_by_text("待人工决定")).to_have_count(0)
    through(agent, number, "accept", "resolve")


def test_notices_about_one_ticket_are_one_line_with_a_count(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    customer = visit(served.company)
    number = asked(customer, "qiu@kunde.example", "仇越")
    through(agent, number, "claim", "accept")
    page = agent.go("/queue/mine")
    customer.go(served.mailed_link(number))
    for n in range(3):
        customer.page.get_by_role("textbox", name="补充说明或回复").fill(f"补充 {n}")
        customer.page.get_by_role("button", name="发送").click()
        expect(customer.page.get_by_role("region", name="沟通记录").get_by_text(f"补充 {n}")).to_be_visible()
    page.get_by_role("button", name=re.compile("通知，.* 条未读")).click()
    line = page.get_by_role("region", name="通知").get_by_role("button").filter(has_text=number).filter(has_text="3 次")
    expect(line).to_be_visible()
    agent.picture("bell-folded")
    line.click()
    expect(page).to_have_url(re.compile(number))
    page.get_by_role("button", name=re.compile("通知，.* 条未读")).click()
    line = page.get_by_role("region", name="通知").get_by_role("listitem").filter(has_text=number)
    expect(line.get_by_role("img", name="未读")).to_have_count(0)
    page.keyboard.press("Escape")
    through(agent, number, "resolve")


def asked(guest: Visit, mail: str, name: str) -> str:
    form = {"title": f"{name}的打印机不工作", "text": "一直亮红灯。", "mail": mail, "name": name}
    answer = guest.context.request.post("/api/v1/portal/forms", data=form)
    assert answer.ok, answer.text()
    return str(answer.json()["number"])


def through(agent: Visit, number: str, *verbs: str) -> None:
    asks = agent.context.request
    head = {"X-CSRF-Token": asks.get("/api/v1/session").json()["csrf"]}
    for verb in verbs:
        done = asks.post(f"/api/v1/tickets/{number}/{verb}", data=None if verb == "claim" else {}, headers=head)
        assert done.ok, done.text()
