"""A mailbox that its provider opens: set up, signed in, and signed in again, by hand."""

import secrets
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.visits import Visit
from tests.servers.dovecot import Dovecot, dovecot, is_installed
from tests.servers.provider import CLIENT_ID, CLIENT_SECRET, Provider, provider

BOSS, SECRET = "wulei@yunfan.example", "tR7-mule-Kiosk"


@pytest.fixture(scope="module")
def grantor() -> Iterator[Provider]:
    with provider() as peer:
        yield peer


@pytest.fixture(scope="module")
def opened(grantor: Provider) -> Iterator[Dovecot]:
    if not is_installed():
        pytest.skip("NO DOVECOT: journeys by mail need the package dovecot-imapd")
    with dovecot(introspection=f"{grantor.url}/introspect") as server:
        yield server


@pytest.fixture(scope="module")
def boss(served: Served) -> str:
    given = SECRET + "\n"
    served.command("user", "add", BOSS, "--name", "吴磊", "--role", "system_admin", "--workspace", COMPANY, given=given)
    return BOSS


def fill(page: Page, imap: Dovecot, grantor: Provider, words: dict[str, str]) -> None:
    page.get_by_label(words["address"], exact=True).fill(grantor.user)
    page.get_by_label(words["sender"]).fill("云帆授权")
    page.get_by_text(words["oauth"], exact=True).click()
    page.get_by_label(words["client_id"]).fill(CLIENT_ID)
    page.get_by_label(words["client_secret"]).fill(CLIENT_SECRET)
    page.get_by_label(words["authorize"]).fill(f"{grantor.url}/authorize")
    page.get_by_label(words["token"]).fill(f"{grantor.url}/token")
    page.get_by_label(words["scopes"]).fill("mail offline")
    reading = page.get_by_role("group", name=words["reading"])
    reading.get_by_label(words["server"]).fill("127.0.0.1")
    reading.get_by_label(words["security"]).click()
    page.locator(".ant-select-dropdown:visible").get_by_text(words["plain"], exact=True).click()
    reading.get_by_label(words["port"]).fill(str(imap.port))
    page.get_by_label(words["sends"]).click()


ZH = {
    "address": "邮箱地址", "sender": "发件人名称", "oauth": "由服务商授权", "client_id": "客户端编号",
    "client_secret": "客户端密码", "authorize": "授权地址", "token": "令牌地址", "scopes": "权限范围", "reading": "收信",
    "server": "服务器", "security": "加密", "plain": "不加密", "port": "端口", "sends": "发出邮件",
}  # fmt: skip


def test_a_mailbox_is_signed_in_with_its_provider(
    served: Served, opened: Dovecot, grantor: Provider, boss: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/mailboxes/new")
    grantor.user = f"consent-{secrets.token_hex(3)}@yunfan.example"
    fill(page, opened, grantor, ZH)
    expect(page.get_by_text("/mailbox-sign-in")).to_be_visible()
    who.picture("mailbox-consent-new")
    page.mouse.move(0, 0)
    assert not who.barriers()
    page.get_by_role("button", name="测试连接").click()
    expect(page.get_by_text("尚未授权")).to_be_visible()
    page.keyboard.press("Control+s")
    expect(page.get_by_text("还没有授权，暂时不能收信和发信。").first).to_be_visible()
    who.picture("mailbox-consent-needed")
    page.get_by_role("button", name="去服务商授权").click()
    page.get_by_role("link", name="Agree").click()
    expect(page.get_by_text("令牌会自动续期")).to_be_visible()
    assert "code=" not in page.url and "state=" not in page.url
    who.picture("mailbox-consent-granted")
    page.get_by_role("button", name="测试连接").click()
    expect(page.get_by_text("全部通过")).to_be_visible()
    who.picture("mailbox-consent-tested")
    page.go_back()
    expect(page.get_by_role("link", name="Agree")).to_be_visible()  # what came back is not gone back to
    who.refusals.add(409)
    who.go("/mailbox-sign-in?state=forged&code=x")
    expect(page.get_by_text("本次授权已失效")).to_be_visible()
    pane = page.get_by_role("navigation", name="管理分区")
    expect(pane.get_by_role("link", name="邮箱", exact=True)).to_have_attribute("aria-current", "page")
    who.picture("mailbox-consent-stale")
    page.get_by_role("button", name="回到邮箱").click()
    expect(page.get_by_role("row", name=grantor.user)).to_be_visible()


def test_on_a_phone_in_english_it_is_signed_in_again(
    served: Served, grantor: Provider, boss: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company, locale="en", width="phone").sign_in(boss, SECRET)
    page = who.go("/admin/mailboxes")
    page.get_by_text(grantor.user).first.click()
    expect(page.get_by_text("tokens are renewed by themselves")).to_be_visible()
    who.picture("mailbox-consent-granted")
    page.get_by_role("button", name="Sign in again").click()
    page.get_by_role("link", name="Agree").click()
    expect(page.get_by_text("tokens are renewed by themselves")).to_be_visible()
    page.get_by_role("button", name="Test the connection").click()
    expect(page.get_by_text("All of it works")).to_be_visible()
    page.mouse.move(0, 0)
    assert not who.barriers()
    who.picture("mailbox-consent-tested")
