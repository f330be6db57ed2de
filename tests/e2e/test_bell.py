"""The bell: a line for each ticket, read by opening and not by closing, the same on every page of the person."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import APIRequestContext, Page, expect

from tests.e2e.served import AGENT, COLLEAGUE, COMPANY, TEAMS, Served
from tests.e2e.visits import Locale, Visit, Width

PASSWORD = "correct horse battery staple"
WORDS: dict[str, dict[str, str]] = {
    "zh-CN": {
        "title": "通知", "unread": "通知，{n} 条未读", "of": "共 {n} 条", "all": "全部标为已读", "older": "更早",
        "none": "没有通知", "back": "返回",
    },
    "en": {
        "title": "Notices", "unread": "Notices, {n} unread", "of": "{n} in all", "all": "Mark all as read",
        "older": "Earlier", "none": "No notices", "back": "Back",
    },
}  # fmt: skip


class Desk:
    """What a colleague does by the API."""

    def __init__(self, who: Visit) -> None:
        self.request: APIRequestContext = who.context.request
        self.me = self.request.get("/api/v1/session").json()

    def post(self, path: str, **body: Any) -> Any:
        answer = self.request.post(f"/api/v1{path}", data=body, headers={"X-CSRF-Token": self.me["csrf"]})
        assert answer.ok, answer.text()
        return answer.json()

    def ticket(self, title: str) -> str:
        opened = self.post("/tickets", title=title, text="请看", category="other", requester={"name": "周雨"})
        return str(opened["number"])

    def mention(self, number: str, person_id: int, text: str = "请看一下") -> None:
        self.post(f"/tickets/{number}/notes", text=text, mentions=[person_id])


def newcomer(served: Served, visit: Callable[..., Visit], mail: str, **given: Any) -> Visit:
    teams = [word for team in TEAMS for word in ("--team", team)]
    add = ("user", "add", mail, "--name", "陶然", "--role", "director", *teams, "--workspace", COMPANY)
    served.command(*add, given=f"{PASSWORD}\n")
    return visit(served.company, **given).sign_in(mail, PASSWORD)


def bell(page: Page, n: int, locale: str = "zh-CN") -> Any:
    return page.get_by_role("button", name=WORDS[locale]["unread"].format(n=n))


def test_a_notice_is_read_by_opening_it_and_not_by_closing_the_bell(
    served: Served, visit: Callable[..., Visit]
) -> None:
    who = newcomer(served, visit, "tao.bell@yunfan.example")
    me = who.context.request.get("/api/v1/session").json()["person_id"]
    colleague = Desk(visit(served.company).sign_in(COLLEAGUE))
    one, other, third = [colleague.ticket(title) for title in ("打印机缺纸", "门禁卡失效", "投影仪有杂音")]
    page = who.go("/queue/mine")
    colleague.mention(one, me)
    colleague.post(f"/tickets/{one}/assignments", assignee_id=me)
    colleague.mention(other, me)
    colleague.mention(third, me)

    bell(page, 3).click()
    listed = page.get_by_role("region", name="通知")
    expect(listed.get_by_role("button", name=re.compile(third))).to_be_visible()
    unfold = listed.get_by_role("button", name="共 2 条")
    unfold.click()
    expect(unfold).to_have_attribute("aria-expanded", "true")
    expect(listed.get_by_text(re.compile("提到您"))).not_to_have_count(0)
    who.picture("bell")
    assert not who.barriers(), who.barriers()
    page.keyboard.press("Escape")
    expect(listed).to_have_count(0)
    expect(bell(page, 3)).to_be_focused()

    bell(page, 3).click()
    listed.get_by_role("button", name=re.compile(third)).click()
    expect(page).to_have_url(re.compile(third))
    expect(bell(page, 2)).to_be_visible()

    tab = who.another_page()
    tab.goto(f"/tickets/{one}")
    expect(bell(tab, 1)).to_be_visible()
    expect(bell(page, 1)).to_be_visible()

    tab.bring_to_front()
    colleague.mention(one, me, "还有一件事")
    expect(bell(page, 2)).to_be_visible()
    expect(bell(tab, 2)).to_be_visible()
    tab.keyboard.press("Shift")
    expect(bell(tab, 1)).to_be_visible()
    expect(bell(page, 1)).to_be_visible()

    bell(page, 1).click()
    page.get_by_role("button", name="全部标为已读").click()
    expect(page.get_by_role("button", name="全部标为已读")).to_have_count(0)
    for each in (page, tab):
        expect(bell(each, 0)).to_be_visible()
    page.reload()
    expect(bell(page, 0)).to_be_visible()


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "phone"), ("en", "phone"), ("en", "desktop")])
def test_the_list_has_an_end_and_older_ones_on_request(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words, mail = WORDS[locale], f"tao.{locale.lower()}.{width}@yunfan.example"
    who = newcomer(served, visit, mail, locale=locale, width=width)
    me = who.context.request.get("/api/v1/session").json()["person_id"]
    page = who.go("/queue/mine")

    def opened() -> Any:
        if width == "phone":
            page.get_by_role("navigation", name=re.compile("主要页面|Main pages")).get_by_role(
                "button", name=re.compile(words["title"])
            ).click()
        else:
            page.get_by_role("button", name=re.compile(words["unread"].replace("{n}", r"\d+"))).click()
        return page.get_by_role("region", name=words["title"])

    listed = opened()
    expect(listed.get_by_text(words["none"])).to_be_visible()
    who.picture("bell-empty")
    page.keyboard.press("Escape")

    served.change(
        """
        insert into notice (workspace_id, id, person_id, key, kind, line, text, at, read_at)
        select w.id, 900000000 + i * 1000 + mod(p.person_id, 1000), p.person_id, 'old' || i, 'mailbox_failed', 'x',
               jsonb_build_object('zh-CN', '邮箱 help@yunfan.example 收不到邮件（第 ' || i || ' 次）',
                                  'en', 'The mailbox help@yunfan.example receives no mail (' || i || ')'),
               now() - i * interval '1 hour', now()
          from generate_series(1, 30) i, workspace w, (select {person} as person_id) p
         where w.slug = %(slug)s
        """,
        mail=mail,
    )
    colleague = Desk(visit(served.company).sign_in(AGENT))
    number = colleague.ticket("会议室预定系统在周一早上打不开，提示没有权限，换了浏览器也一样")
    colleague.mention(number, me)
    colleague.post(f"/tickets/{number}/assignments", assignee_id=me)
    page.reload()
    who.settle()
    listed = opened()
    expect(listed.get_by_role("listitem")).to_have_count(20)
    expect(listed.get_by_role("listitem").first).to_contain_text(number)
    listed.get_by_role("button", name=words["of"].format(n=2)).click()
    who.picture("bell-full")
    assert not who.barriers(), who.barriers()
    if width == "phone":
        for box in (one.bounding_box() for one in listed.get_by_role("button").all()[:4]):
            assert box and box["height"] >= 44, box
    listed.get_by_role("button", name=words["older"]).click()
    expect(listed.get_by_role("listitem")).to_have_count(33)
    expect(listed.get_by_role("button", name=words["older"])).to_have_count(0)
    listed.get_by_role("button", name=re.compile(number)).click()
    expect(page).to_have_url(re.compile(number))
    who.settle()
    page.goto("/queue/mine")
    who.settle()
    listed = opened()
    expect(listed.get_by_role("button", name=words["all"])).to_have_count(0)
