"""The customers' house: asking as a guest, coming back by a link, and being heard without a reload."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.letters import arrived, link_in, text_of
from tests.e2e.served import AGENT, Served
from tests.e2e.visits import Visit
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import SmtpPeer

MAIL = "tang@kunde.example"
TITLE = "发票抬头写错了，可以重开吗"
TEXT = "上周的发票抬头少了“有限公司”四个字，想重开一张。"
MORE = "补充：税号不变，只改抬头。"


def test_a_guest_asks_on_his_phone_and_follows_it(
    served: Served, imap: Dovecot, smtp: SmtpPeer, visit: Callable[..., Visit]
) -> None:
    guest = visit(served.company, width="phone")
    page = guest.go("/portal")
    page.get_by_role("link", name="提交问题").click()
    page.get_by_role("textbox", name="标题").fill(TITLE)
    page.get_by_role("textbox", name="详细描述").fill(TEXT)
    page.get_by_role("textbox", name="您的邮箱").fill("tang@")
    page.get_by_role("button", name="提交", exact=True).click()
    expect(page.get_by_text("邮箱地址格式不正确")).to_be_visible()
    page.get_by_role("textbox", name="您的邮箱").fill(MAIL)
    page.get_by_role("textbox", name="怎么称呼您").fill("唐捷")
    guest.picture("portal-form-filled")
    page.get_by_role("button", name="提交", exact=True).click()
    expect(page.get_by_role("heading", name="我们已收到您的问题")).to_be_visible()
    number = re.search(r"GD-\d{8}-\d+", page.inner_text("main"))
    assert number
    guest.picture("portal-sent")
    found = guest.barriers()
    assert not found, found

    page.get_by_role("link", name="查看进度").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_text("我们正在为您安排处理人")).to_be_visible()
    page.get_by_role("textbox", name="补充说明或回复").fill(MORE)
    page.get_by_role("button", name="发送").click()
    expect(page.get_by_role("region", name="沟通记录").get_by_text(MORE)).to_be_visible()
    guest.picture("portal-ticket")
    found = guest.barriers()
    assert not found, found

    told = arrived(page, smtp, lambda mail: number[0] in str(mail["Subject"]))
    assert MAIL in str(told["To"])
    again = visit(served.company).go(link_in(told, served.company))
    expect(again.get_by_role("heading", name=TITLE)).to_be_visible()

    agent = visit(served.company).sign_in(AGENT).go(f"/tickets/{number[0]}")
    expect(agent.get_by_text(MORE)).to_be_visible()
    expect(agent.get_by_text("唐捷 提交了工单，来自门户")).to_be_visible()


def test_a_customer_comes_back_by_a_mailed_link(
    served: Served, imap: Dovecot, smtp: SmtpPeer, visit: Callable[..., Visit]
) -> None:
    sent = visit(served.company).context.request.post(
        "/api/v1/portal/forms", data={"title": "想换一个套餐", "text": "人数多了", "mail": "luo@kunde.example"}
    )
    assert sent.ok, sent.text()
    page = visit(served.company).go("/portal/sign-in")
    page.get_by_role("textbox", name="您的邮箱").fill("luo@kunde.example")
    page.get_by_role("button", name="发送登录链接").click()
    expect(page.get_by_role("heading", name="请查收邮件")).to_be_visible()

    told = arrived(page, smtp, lambda mail: "luo@" in str(mail["To"]) and "登录" in str(mail["Subject"]))
    assert "30 分钟" in text_of(told)
    page.goto(link_in(told, served.company))
    expect(page.get_by_text("想换一个套餐")).to_be_visible()
    page.goto("/queue/mine")
    expect(page).to_have_url(re.compile("/portal"))


def test_a_forged_link_opens_nothing(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.company)
    guest.refusals |= {400, 401, 403, 404, 410, 422}
    page = guest.go("/portal/t/Zm9yZ2Vk.bm90LXNpZ25lZA")
    expect(page.get_by_role("link", name="获取新的链接")).to_be_visible()
