"""Coming in: what a wrong password says, and that keys suffice. And one's own affairs: password, sessions, presence."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from gongdan.demo import PASSWORD
from tests.e2e.served import AGENT, COMPANY, Served
from tests.e2e.visits import Locale, Visit

OWN = "kleiner Hund, große Katze 27"
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
    agent.refusals.add(401)  # of what is under way when they sign out
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


def test_too_many_wrong_passwords_say_how_long_to_wait(served: Served, visit: Callable[..., Visit]) -> None:
    guest = visit(served.company, width="phone")
    guest.refusals |= {401, 429}
    page = guest.go("/sign-in")
    page.get_by_label("邮箱").fill("locked@yunfan.example")
    page.get_by_role("textbox", name="密码").fill("not this one")
    alert = page.get_by_role("alert")
    for _ in range(12):
        with page.expect_response("**/api/v1/session"):
            page.get_by_role("button", name="登录").click()
        if "秒后重试" in alert.inner_text():
            break
    expect(alert.get_by_text(re.compile("秒后重试|后再试"))).to_have_count(1)
    guest.picture("sign-in-locked")


def test_a_password_is_changed_by_who_knows_it_and_it_is_said_what_ended(
    served: Served, visit: Callable[..., Visit]
) -> None:
    mail = "account@yunfan.example"
    served.command("user", "add", mail, "--name", "安宁", "--workspace", COMPANY, given=f"{OWN}\n")
    elsewhere, member = (
        visit(served.company).sign_in(mail, OWN),
        visit(served.company, width="phone").sign_in(mail, OWN),
    )
    elsewhere.refusals.add(401)
    member.refusals |= {401, 403, 422}
    page = member.go("/queue/mine")
    member.open_me()
    page.get_by_role("menuitem", name="账号设置").click()
    dialog = page.get_by_role("dialog", name="账号设置")
    expect(dialog.get_by_role("button", name="退出其他所有登录")).to_be_visible()
    change = dialog.get_by_role("button", name="修改密码")
    for current, kept, said in (("not this one", True, "密码不正确"), (OWN, False, "密码已修改")):
        dialog.get_by_label("当前密码").fill(current)
        dialog.get_by_label("新密码", exact=True).fill(f"{OWN} anew")
        dialog.get_by_label("再输入一次新密码").fill(f"{OWN} anew")
        dialog.get_by_role("checkbox", name="也退出其他设备").set_checked(kept)
        change.click()
        expect(page.get_by_text(said)).to_be_visible()
        member.picture(f"account-{'refused' if kept else 'changed'}")
    expect(page.get_by_text("其他登录已退出")).to_have_count(0)
    assert elsewhere.context.request.get("/api/v1/me/sessions").ok
    dialog.get_by_role("button", name="退出其他所有登录").click()
    expect(dialog.get_by_role("button", name="退出其他所有登录")).to_have_count(0)
    assert elsewhere.context.request.get("/api/v1/me/sessions").status == 401


def test_who_was_taken_for_offline_is_asked_and_comes_back_by_one_press(
    served: Served, visit: Callable[..., Visit]
) -> None:
    mail = "gone@yunfan.example"
    served.command("user", "add", mail, "--name", "归来", "--workspace", COMPANY, given=f"{OWN}\n")
    served.change("update member set presence = 'offline', offline_by = 'auto' where person_id = {person}", mail=mail)
    member = visit(served.company, width="phone").sign_in(mail, OWN)
    page = member.go("/queue/mine")
    bar = page.get_by_role("region", name="接单状态")
    expect(bar).to_contain_text("您被设为离线")
    member.picture("back-again")
    bar.get_by_role("button", name="开始接单").click()
    expect(bar).to_have_count(0)
    member.open_me()
    there = page.get_by_role("menuitem", name="在线")
    expect(there).to_have_class(re.compile("selected"))
    page.reload()
    member.open_me()
    expect(there).to_have_class(re.compile("selected"))
    expect(bar).to_have_count(0)
