"""Coming in: what a wrong password says, and that keys suffice."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from gongdan.demo import PASSWORD
from tests.e2e.served import AGENT, Served
from tests.e2e.visits import Locale, Visit

WORDS = {
    "zh-CN": {
        "mail": "邮箱",
        "password": "密码",
        "enter": "登录",
        "needed": "请填写此项",
        "refused": "邮箱或密码不正确",
    },
    "en": {
        "mail": "Mail",
        "password": "Password",
        "enter": "Sign in",
        "needed": "Please fill this in",
        "refused": "Mail address or password is wrong",
    },
}


@pytest.mark.parametrize("locale", WORDS)
def test_a_refusal_says_why_in_the_readers_language(
    served: Served, visit: Callable[..., Visit], locale: Locale
) -> None:
    guest = visit(served.company, locale=locale)
    guest.refusals.add(401)
    words = WORDS[locale]
    page = guest.go("/sign-in")
    page.get_by_role("button", name=words["enter"]).click()
    expect(page.get_by_text(words["needed"])).to_have_count(2)
    page.get_by_label(words["mail"]).fill("nobody@yunfan.example")
    page.get_by_role("textbox", name=words["password"]).fill("not this one")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(words["refused"])
    guest.picture("sign-in-refused")


def test_the_way_in_needs_no_mouse_and_leads_where_one_wanted(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.company).go("/queue/team?sort=priority")
    expect(page.get_by_label("邮箱")).to_be_focused()
    page.keyboard.type(AGENT)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="本组")).to_be_visible()
    expect(page).to_have_url(f"{served.company}/queue/team?sort=priority")


def test_a_session_that_ends_leads_back_to_the_door(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/mine")
    page.get_by_role("button", name="林晓").click()
    page.get_by_role("menuitem", name="退出登录").click()
    expect(page.get_by_role("heading", name="登录工作台")).to_be_visible()
    page.goto("/queue/mine")
    expect(page.get_by_role("heading", name="登录工作台")).to_be_visible()


def test_a_session_that_ends_elsewhere_closes_the_page_and_keeps_the_way_back(
    served: Served, visit: Callable[..., Visit]
) -> None:
    agent = visit(served.company).sign_in(AGENT)
    agent.refusals.add(401)
    page = agent.go("/queue/team?sort=priority")
    at_home = visit(served.company).sign_in(AGENT).context.request
    csrf = at_home.get("/api/v1/session").json()["csrf"]
    assert at_home.delete("/api/v1/me/sessions", headers={"X-CSRF-Token": csrf}).ok
    expect(page.get_by_role("heading", name="登录工作台")).to_be_visible(timeout=40_000)
    page.get_by_label("邮箱").fill(AGENT)
    page.get_by_role("textbox", name="密码").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served.company}/queue/team?sort=priority")
    expect(page.get_by_role("heading", name="本组")).to_be_visible()
