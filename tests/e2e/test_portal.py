"""The customers' house: asking as a guest, coming back by a link, and being heard without a reload."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from gongdan.demo import PASSWORD
from tests.e2e.letters import arrived, link_in, text_of
from tests.e2e.served import AGENT, COMPANY, Served
from tests.e2e.visits import Visit
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import SmtpPeer

MAIL = "tang@kunde.example"
TITLE = "发票抬头写错了，可以重开吗"
TEXT = "上周的发票抬头少了“有限公司”四个字，想重开一张。"
MORE = "补充：税号不变，只改抬头。"


WORDS: dict[str, dict[str, str]] = {
    "zh-CN": {
        "ask": "提交问题", "title": "标题", "text": "详细描述", "mail": "您的邮箱", "name": "怎么称呼您", "send": "提交",
        "wrong": "邮箱地址格式不正确", "got": "我们已收到您的问题", "mailed": "链接正在发往您填写的邮箱",
        "reply": "补充说明或回复", "say": "发送", "messages": "沟通记录",
        "who": "这是您提交的吗？", "me": "是我本人",
    },
    "en": {
        "ask": "Ask a question", "title": "Subject", "text": "What happened?", "mail": "Your mail address", "name": "Your name",
        "send": "Send", "wrong": "This is not a mail address", "got": "We have received your question",
        "mailed": "on its way to the address you gave", "reply": "Add something or reply", "say": "Send",
        "messages": "Messages", "who": "Did you send this?", "me": "Yes, this was me",
    },
}  # fmt: skip


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "phone"), ("en", "desktop")])
def test_a_guest_asks_and_follows_the_ticket_by_the_mailed_link(
    served: Served, imap: Dovecot, smtp: SmtpPeer, visit: Callable[..., Visit], locale: str, width: str
) -> None:
    words, mail = WORDS[locale], f"tang.{width}@kunde.example"
    guest = visit(served.company, locale=locale, width=width)
    guest.refusals.add(401)
    page = guest.go("/portal")
    page.get_by_role("link", name=words["ask"]).click()
    page.get_by_role("textbox", name=words["title"]).fill(TITLE)
    page.get_by_role("textbox", name=words["text"]).fill(TEXT)
    page.get_by_role("textbox", name=words["mail"]).fill("tang@")
    page.get_by_role("button", name=words["send"], exact=True).click()
    expect(page.get_by_text(words["wrong"])).to_be_visible()
    page.get_by_role("textbox", name=words["mail"]).fill(mail)
    page.get_by_role("textbox", name=words["name"]).fill("唐捷")
    guest.picture("portal-form-filled")
    page.get_by_role("button", name=words["send"], exact=True).click()
    expect(page.get_by_role("heading", name=words["got"])).to_be_visible()
    expect(page.get_by_text(words["mailed"])).to_be_visible()
    number = re.search(r"GD-\d{8}-\d+", page.inner_text("main"))
    assert number
    guest.picture("portal-sent")
    assert not guest.barriers(), guest.barriers()

    agent = visit(served.company).sign_in(AGENT).go(f"/tickets/{number[0]}")
    expect(agent.get_by_text("身份未验证")).to_be_visible()

    told = arrived(page, smtp, lambda letter: number[0] in str(letter["Subject"]))
    assert mail in str(told["To"])
    page.goto(link_in(told, served.company))
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    agent.reload()
    expect(agent.get_by_text("身份未验证")).to_be_visible()
    guest.picture("portal-who")
    assert not guest.barriers(), guest.barriers()
    page.get_by_role("region", name=words["who"]).get_by_role("button", name=words["me"]).click()
    expect(page.get_by_role("region", name=words["who"])).to_have_count(0)
    page.get_by_role("textbox", name=words["reply"]).fill(MORE)
    page.get_by_role("button", name=words["say"]).click()
    expect(page.get_by_role("region", name=words["messages"]).get_by_text(MORE)).to_be_visible()
    guest.picture("portal-ticket")
    assert not guest.barriers(), guest.barriers()

    expect(agent.get_by_text(MORE)).to_be_visible()
    agent.reload()
    expect(agent.get_by_text(MORE)).to_be_visible()
    expect(agent.get_by_text("身份未验证")).to_have_count(0)


def test_the_link_in_the_answer_to_a_form_shows_a_receipt(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.company, width="phone")
    guest.refusals.add(401)
    form = {"title": TITLE, "text": TEXT, "mail": "fan@kunde.example"}
    sent = guest.context.request.post("/api/v1/portal/forms", data=form).json()
    page = guest.go(urlsplit(sent["link"]).path)
    expect(page.get_by_role("heading", name="我们已收到您的问题")).to_be_visible()
    expect(page.get_by_text(sent["number"])).to_be_visible()
    expect(page.get_by_text(TITLE)).to_have_count(0)
    guest.picture("portal-receipt")
    page.get_by_role("link", name="返回首页").click()
    expect(page.get_by_role("link", name="查看我的工单")).to_be_visible()


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

    other, _ = asked(served, visit(served.company), "luo@kunde.example")
    page.goto(served.mailed_link(sent.json()["number"]))
    expect(page.get_by_role("heading", name="想换一个套餐")).to_be_visible()
    page.goto("/portal")
    expect(page.get_by_text(other)).to_be_visible()


def test_a_second_workspace_has_a_house_of_its_own_at_its_slug(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.demo)
    house = f"/w/{COMPANY}"
    page = guest.go(f"{house}/portal")
    expect(page.get_by_role("banner").get_by_text("云帆软件")).to_be_visible()
    page.get_by_role("link", name="提交问题").click()
    expect(page).to_have_url(re.compile(f"{house}/portal/new"))
    page.get_by_role("textbox", name="标题").fill("按网址进入的工作区")
    page.get_by_role("textbox", name="详细描述").fill(TEXT)
    page.get_by_role("textbox", name="您的邮箱").fill("slug@kunde.example")
    page.get_by_role("button", name="提交", exact=True).click()
    number = re.search(r"GD-\d{8}-\d+", page.get_by_role("status").inner_text())
    assert number
    guest.picture("portal-by-slug")

    agent = visit(served.demo)
    there = agent.go(f"{house}/tickets/{number[0]}")
    expect(there).to_have_url(re.compile(f"{house}/sign-in"))
    there.get_by_role("textbox", name="邮箱").fill(AGENT)
    there.get_by_role("textbox", name="密码").fill(PASSWORD)
    there.get_by_role("button", name="登录").click()
    expect(there.get_by_role("heading", name="按网址进入的工作区")).to_be_visible()
    expect(there).to_have_url(re.compile(f"{house}/tickets/"))


def test_a_forged_link_opens_nothing(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.company)
    guest.refusals |= {400, 401, 403, 404, 410, 422}
    page = guest.go("/portal/t/Zm9yZ2Vk.bm90LXNpZ25lZA")
    expect(page.get_by_role("link", name="获取新的链接")).to_be_visible()


def test_what_is_half_written_outlives_a_broken_line_and_a_reload(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.company)
    page = guest.page
    page.clock.install()
    guest.go(asked(served, guest, "ruan@kunde.example")[1])
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


def test_a_ticket_closed_too_long_ago_is_followed_by_a_new_one(
    served: Served, imap: Dovecot, visit: Callable[..., Visit]
) -> None:
    guest = visit(served.company)
    guest.refusals.add(404)
    number, link = asked(served, guest, "meng@kunde.example")
    agent = visit(served.company).sign_in(AGENT).context.request
    head = {"X-CSRF-Token": agent.get("/api/v1/session").json()["csrf"]}
    for verb in ("claim", "accept", "resolve"):
        done = agent.post(f"/api/v1/tickets/{number}/{verb}", data={} if verb != "claim" else None, headers=head)
        assert done.ok, done.text()
    page = guest.go(link)
    page.get_by_role("button", name="已解决").click()
    expect(page.get_by_role("radiogroup", name="评分")).to_be_visible()
    page.get_by_role("radio", name="一般").check(force=True)
    page.get_by_role("button", name="提交评价").click()
    page.get_by_role("button", name="问题没有解决？重新打开").click()
    served.let_pass(number, days=30)
    page.get_by_role("textbox", name="请描述还存在的问题").fill(MORE)
    page.get_by_role("button", name=re.compile("重新打开工单|新建工单")).click()
    expect(page.get_by_role("status")).to_contain_text(f"{number} 已关闭较久")
    expect(page.get_by_role("status")).to_contain_text("查看链接正在发往您的邮箱")
    guest.picture("portal-follow-up")


def test_a_link_takes_no_better_session_away(served: Served, visit: Callable[..., Visit]) -> None:
    number, link = asked(served, visit(served.company), "yuan@kunde.example")
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go(link)
    expect(page).to_have_url(f"{served.company}/tickets/{number}")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    page.goto("/queue/mine")
    expect(page.get_by_role("heading", name="我负责的")).to_be_visible()


def asked(served: Served, guest: Visit, mail: str) -> tuple[str, str]:
    """A guest's ticket: its number, and path and query of the link that is mailed for it."""
    form = {"title": TITLE, "text": TEXT, "mail": mail}
    answer = guest.context.request.post("/api/v1/portal/forms", data=form)
    assert answer.ok, answer.text()
    number: str = answer.json()["number"]
    return number, served.mailed_link(number)
