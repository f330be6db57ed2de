"""The customers' house: asking as a guest, coming back by a link, and being heard without a reload."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

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

    other, _ = asked(visit(served.company), "luo@kunde.example")
    page.goto(path_of(sent.json()["link"]))
    expect(page.get_by_role("heading", name="想换一个套餐")).to_be_visible()
    page.goto("/portal")
    expect(page.get_by_text(other)).to_be_visible()


def test_a_forged_link_opens_nothing(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.company)
    guest.refusals |= {400, 401, 403, 404, 410, 422}
    page = guest.go("/portal/t/Zm9yZ2Vk.bm90LXNpZ25lZA")
    expect(page.get_by_role("link", name="获取新的链接")).to_be_visible()


def test_what_is_half_written_outlives_a_broken_line_and_a_reload(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.company)
    page = guest.page
    page.clock.install()
    guest.go(asked(guest, "ruan@kunde.example")[1])
    page.get_by_role("textbox", name="补充说明或回复").fill(MORE)
    page.route("**/api/v1/portal/tickets/*", lambda route: route.abort())
    for _ in range(3):
        with page.expect_event("requestfailed"):
            page.clock.fast_forward(30_000)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_role("textbox", name="补充说明或回复")).to_have_value(MORE)

    page.unroute_all()
    page.reload()
    expect(page.get_by_role("textbox", name="补充说明或回复")).to_have_value(MORE)


def test_a_ticket_closed_too_long_ago_is_followed_by_a_new_one(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.company)
    guest.refusals.add(404)
    number, link = asked(guest, "meng@kunde.example")
    agent = visit(served.company).sign_in(AGENT).context.request
    head = {"X-CSRF-Token": agent.get("/api/v1/session").json()["csrf"]}
    for verb in ("claim", "accept", "resolve"):
        done = agent.post(f"/api/v1/tickets/{number}/{verb}", data={} if verb != "claim" else None, headers=head)
        assert done.ok, done.text()
    page = guest.go(link)
    page.get_by_role("button", name="已解决").click()
    expect(page.get_by_role("radiogroup", name="评分")).to_be_visible()
    served.let_pass(number, days=30)
    page.get_by_role("radio", name="一般").check(force=True)
    page.get_by_role("button", name="提交评价").click()
    page.get_by_role("button", name="问题没有解决？重新打开").click()
    page.get_by_role("textbox", name="请描述还存在的问题").fill(MORE)
    page.get_by_role("button", name="重新打开工单").click()
    expect(page.get_by_role("status")).to_contain_text(f"{number} 已关闭较久")
    expect(page.get_by_role("status")).to_contain_text("查看链接已发到您的邮箱")
    guest.picture("portal-follow-up")


def test_a_link_takes_no_better_session_away(served: Served, visit: Callable[..., Visit]) -> None:
    number, link = asked(visit(served.company), "yuan@kunde.example")
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go(link)
    expect(page).to_have_url(f"{served.company}/tickets/{number}")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    page.goto("/queue/mine")
    expect(page.get_by_role("heading", name="我负责的")).to_be_visible()


def asked(guest: Visit, mail: str) -> tuple[str, str]:
    """A guest's ticket: its number, and path and query of the link that opens it."""
    form = {"title": TITLE, "text": TEXT, "mail": mail}
    answer = guest.context.request.post("/api/v1/portal/forms", data=form)
    assert answer.ok, answer.text()
    sent = answer.json()
    return sent["number"], path_of(sent["link"])


def path_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"
