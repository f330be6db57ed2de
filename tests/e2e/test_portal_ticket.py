"""A ticket as its customer sees it: the newest word in sight, what was promised, and no reopening by accident."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import AGENT, AGENT_NAME, Served
from tests.e2e.test_portal import asked
from tests.e2e.visits import Locale, Visit, Width

WORDS: dict[str, dict[str, str]] = {
    "zh-CN": {
        "promise": "承诺解决", "by": "之前", "responsible": "负责人", "earlier": "之前的 2 条消息", "solved": "已解决",
        "declined": "没有解决", "wrong": "请描述还存在的问题", "reopen": "重新打开工单", "reply": "补充说明或回复",
        "thanks": "感谢评价", "rate": "评分", "good": "满意", "send_rating": "提交评价", "again": "问题没有解决？重新打开",
        "until": "之前可以重新打开", "back": "返回首页", "messages": "沟通记录", "steps": "处理进度", "reopens": "会重新打开它",
        "verdict": "问题解决了吗？", "ask": "提交问题", "send": "提交", "title": "标题",
        "text": "详细描述", "mail": "您的邮箱",
    },
    "en": {
        "promise": "Solution promised", "by": "By", "responsible": "Responsible", "earlier": "Earlier messages (2)",
        "solved": "Yes, solved", "declined": "No, not yet", "wrong": "Describe what is still wrong",
        "reopen": "Reopen the ticket", "reply": "Add something or reply", "thanks": "Thank you for rating",
        "rate": "Rating", "good": "Good", "send_rating": "Send rating", "again": "Not solved after all? Reopen it",
        "until": "You can reopen it until", "back": "Back to the start page", "messages": "Messages", "steps": "Progress",
        "reopens": "reopens it", "verdict": "Is it solved?", "ask": "Ask a question", "send": "Send", "title": "Subject",
        "text": "What happened?", "mail": "Your mail address",
    },
}  # fmt: skip
WRONG = "还是不行：换了浏览器也一样"


def works(visit: Callable[..., Visit], served: Served, number: str) -> Callable[..., None]:
    """What the agent does by the API."""
    request = visit(served.company).sign_in(AGENT).context.request
    head = {"X-CSRF-Token": request.get("/api/v1/session").json()["csrf"]}

    def do(verb: str, **body: Any) -> None:
        done = request.post(f"/api/v1/tickets/{number}/{verb}", data=None if verb == "claim" else body, headers=head)
        assert done.ok, done.text()

    return do


def top(page: Page, locator: Any) -> float:
    box = locator.bounding_box()
    assert box, locator
    return float(box["y"])


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_a_customer_is_shown_the_newest_word_and_reopens_only_by_saying_what_is_wrong(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = WORDS[locale]
    guest = visit(served.company, locale=locale, width=width)
    if width == "desktop":
        guest.page.set_viewport_size({"width": 1280, "height": 800})
    number, link = asked(served, guest, f"xu.{locale.lower()}.{width}@kunde.example")
    agent = works(visit, served, number)
    for verb in ("claim", "accept"):
        agent(verb)
    page = guest.go(link)
    facts = page.locator("dl")
    expect(facts).to_contain_text(words["promise"])
    expect(facts).to_contain_text(words["by"])
    expect(facts).to_contain_text(AGENT_NAME)
    steps = page.get_by_role("list", name=words["steps"]).get_by_role("listitem")
    for step in steps.all():
        expect(step.locator("span").nth(1)).to_be_visible()
        box = step.locator("span").nth(1).bounding_box()
        assert box and box["width"] > 10, "every stage says its name"
    guest.picture("portal-open")
    assert not guest.barriers(), guest.barriers()

    agent("replies", text="请把旧发票的照片发给我们。")
    agent("resolve", text="新发票已开好，请在邮箱查收。")
    page.reload()
    guest.settle()
    messages = page.get_by_role("region", name=words["messages"])
    newest = messages.get_by_text("新发票已开好")
    expect(newest).to_be_in_viewport()
    expect(messages.get_by_text("请把旧发票")).to_have_count(0)
    verdict = page.get_by_role("region", name=words["verdict"])
    box = page.get_by_role("textbox", name=words["reply"])
    assert top(page, newest) < top(page, verdict) < top(page, box)
    expect(page.get_by_text(words["reopens"])).to_be_visible()
    guest.picture("portal-resolved")
    assert not guest.barriers(), guest.barriers()
    messages.get_by_role("button", name=words["earlier"]).click()
    expect(messages.get_by_text("请把旧发票")).to_be_visible()

    page.get_by_role("button", name=words["solved"]).click()
    page.get_by_role("radio", name=words["good"], exact=True).check(force=True)
    guest.picture("portal-rate")
    page.get_by_role("button", name=words["send_rating"]).click()
    expect(page.get_by_text(words["thanks"])).to_be_visible()
    expect(page.get_by_text(words["until"])).to_be_visible()
    guest.picture("portal-closed")
    assert not guest.barriers(), guest.barriers()

    page.get_by_role("button", name=words["again"]).dblclick()
    wrong = page.get_by_role("textbox", name=words["wrong"])
    expect(wrong).to_be_focused()
    expect(page.get_by_role("button", name=words["reopen"])).to_be_disabled()
    guest.picture("portal-declining")
    page.keyboard.type(WRONG)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(wrong).to_have_count(0)
    expect(messages.get_by_text(WRONG)).to_be_visible()
    expect(page.get_by_text(words["thanks"])).to_have_count(0)
    expect(page.get_by_role("button", name=words["again"])).to_have_count(0)
    guest.picture("portal-reopened")
    page.get_by_role("link", name=words["back"]).click()
    expect(page).to_have_url(re.compile("/portal$"))
    expect(page.get_by_text(number)).to_be_visible()
    guest.picture("portal-home")
    assert not guest.barriers(), guest.barriers()


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "phone"), ("en", "desktop")])
def test_an_incomplete_form_takes_the_focus_to_its_first_error(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = WORDS[locale]
    guest = visit(served.company, locale=locale, width=width)
    guest.refusals.add(401)
    page = guest.go("/portal/new")
    page.get_by_role("textbox", name=words["text"]).fill("坏了")
    page.get_by_role("button", name=words["send"], exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name=words["title"])).to_be_focused()
    guest.picture("portal-form-error")
    assert not guest.barriers(), guest.barriers()
    page.keyboard.type("标题")
    page.get_by_role("textbox", name=words["mail"]).fill("nobody@")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name=words["mail"])).to_be_focused()


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_where_nothing_is_mailed_no_page_speaks_of_a_mail(
    served: Served, visit: Callable[..., Visit], locale: Locale
) -> None:
    guest = visit(served.demo, locale=locale, width="phone")
    guest.refusals.add(401)
    page = guest.go("/portal")
    assert page.request.get("/api/v1/portal/info").json()["mails"] is False
    mail = re.compile("邮箱|邮件|mail", re.I)
    expect(page.get_by_role("main")).not_to_contain_text(mail)
    guest.picture("portal-unmailed")
    page.get_by_role("link", name=WORDS[locale]["ask"]).click()
    expect(page.get_by_role("textbox", name=WORDS[locale]["mail"])).to_be_visible()
    page.get_by_role("textbox", name=WORDS[locale]["title"]).fill("打不开")
    page.get_by_role("textbox", name=WORDS[locale]["text"]).fill("首页打不开")
    page.get_by_role("textbox", name=WORDS[locale]["mail"]).fill(f"nie.{locale.lower()}@kunde.example")
    page.get_by_role("button", name=WORDS[locale]["send"], exact=True).click()
    expect(page.get_by_text(re.compile(r"GD-\d{8}-\d+"))).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text(mail)
    guest.picture("portal-sent-unmailed")
    page.goto("/portal/sign-in")
    expect(page.get_by_role("textbox")).to_have_count(0)
    guest.picture("portal-sign-in-unmailed")
    assert not guest.barriers(), guest.barriers()
