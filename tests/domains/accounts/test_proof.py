"""What is sensitive takes a password that was just shown; a new password ends what the old one opened."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from gongdan.domains.accounts.commands.proof import HOLDS
from gongdan.domains.accounts.credentials import sessions
from gongdan.domains.accounts.public import passwords
from gongdan.kernel import clock
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio
PASSWORD, OTHER = "tR7-mule-Kiosk", "another-mule-Kiosk"


class Browser:
    """A member at a browser, who signed in some time ago."""

    def __init__(self, member: Visitor, client: httpx.AsyncClient, secret: str) -> None:
        self.member, self.client, self.secret = member, client, secret

    async def ask(self, method: str, path: str, body: Any = None) -> httpx.Response:
        return await self.client.request(method, path, json=body)


@pytest.fixture
async def hashed(anyio_backend: str) -> str:
    return await passwords.hash_password(PASSWORD)


async def arrive(office: Office, member: Visitor, *, ago: timedelta = timedelta()) -> Browser:
    async with office.services.db.write(office.id) as tx:
        at = clock.now() - ago
        secret = sessions.begin(tx, member.id, kind="staff", agent="test", address="", now=at)
    transport = httpx.ASGITransport(app=office.asgi)
    headers = {"Cookie": f"{sessions.COOKIE}={secret}", "X-CSRF-Token": sessions.csrf(secret)}
    client = httpx.AsyncClient(transport=transport, base_url="http://office.test/api/v1", headers=headers)
    return Browser(member, client, secret)


@pytest.fixture
async def admin(office: Office, hashed: str) -> AsyncIterator[Browser]:
    """An administrator whose sign-in is older than a password holds."""
    member = await office.member("韩梅梅", "system_admin")
    async with office.services.db.write(office.id) as tx:
        sql = "update member set password_hash = %(hash)s where workspace_id = %(workspace)s and person_id = %(person)s"
        tx.put(sql, hash=hashed, person=member.id)
    browser = await arrive(office, member, ago=HOLDS + timedelta(minutes=1))
    yield browser
    await browser.client.aclose()


async def test_what_is_sensitive_waits_for_the_password(office: Office, admin: Browser) -> None:
    other = await office.member("李雷", "agent")
    wanted = [
        ("POST", "/tokens", {"name": "t", "scopes": ["read"]}),
        ("POST", "/members", {"name": "新人", "mail": f"new@{office.slug}.test"}),
        ("PATCH", f"/members/{other.id}", {"roles": ["lead"]}),
        ("PATCH", f"/members/{other.id}", {"active": False}),
        ("PUT", f"/members/{other.id}/password", {"password": OTHER}),
    ]
    for method, path, body in wanted:
        refused = await admin.ask(method, path, body)
        assert (refused.status_code, refused.json()["code"]) == (403, "accounts.proof_needed"), path
        assert "10" in refused.json()["remedy"]
    assert (await admin.ask("PATCH", f"/members/{other.id}", {"name": "李磊"})).status_code == 200, "a name is not"
    assert (await admin.ask("POST", "/session/proof", {"password": "wrong-and-long"})).status_code == 422
    assert (await admin.ask("POST", "/session/proof", {"password": PASSWORD})).status_code == 204
    for method, path, body in wanted:
        assert (await admin.ask(method, path, body)).is_success, path


async def test_who_just_signed_in_has_shown_their_password(office: Office, admin: Browser) -> None:
    fresh = await arrive(office, admin.member)
    assert (await fresh.ask("POST", "/tokens", {"name": "t", "scopes": ["read"]})).status_code == 201
    await fresh.client.aclose()


@pytest.mark.parametrize("way", ["proof", "password"])
async def test_guessing_at_ones_own_password_is_locked_like_the_door(office: Office, admin: Browser, way: str) -> None:
    async def show(password: str) -> int:
        if way == "proof":
            return (await admin.ask("POST", "/session/proof", {"password": password})).status_code
        body = {"current": password, "password": OTHER}
        return (await admin.ask("PUT", "/me/password", body)).status_code

    assert [await show(f"wrong-and-long-{n}") for n in range(5)] == [422] * 5
    assert await show(PASSWORD) == 429


@pytest.mark.parametrize(("locale", "title"), [("zh-CN", "当前密码不正确"), ("en", "The current password is wrong")])
@pytest.mark.parametrize(
    ("method", "path", "field", "more"),
    [("PUT", "/me/password", "current", {"password": OTHER}), ("POST", "/session/proof", "password", {})],
)
async def test_a_wrong_password_of_who_is_signed_in_is_a_fault_of_its_field(
    admin: Browser, method: str, path: str, field: str, more: dict[str, str], locale: str, title: str
) -> None:
    headers = {"Accept-Language": locale}
    answer = await admin.client.request(method, path, json={field: "wrong-and-long", **more}, headers=headers)
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["title"]) == (422, "accounts.password_wrong", title)
    assert [(one["field"], one["code"]) for one in problem["faults"]] == [(field, "accounts.password_not_own")]
    assert problem["faults"][0]["title"] and problem["faults"][0]["remedy"]
    assert (await admin.ask("GET", "/me/sessions")).status_code == 200, "the session stands"


@pytest.mark.parametrize("current", [None, ""])
async def test_a_current_password_that_is_left_out_is_asked_for_and_is_no_guess(
    admin: Browser, current: str | None
) -> None:
    for _ in range(7):
        answer = await admin.ask("PUT", "/me/password", {"current": current, "password": OTHER})
        assert [(one["field"], one["code"]) for one in answer.json()["faults"]] == [("current", "required")]
    assert (await admin.ask("PUT", "/me/password", {"current": PASSWORD, "password": OTHER})).status_code == 204


async def test_a_new_password_ends_other_sessions_and_tokens_unless_told_not_to(office: Office, admin: Browser) -> None:
    other = await arrive(office, admin.member)
    assert (await admin.member.get("/session")).json()["name"] == "韩梅梅"
    body = {"current": PASSWORD, "password": OTHER, "end_others": False}
    assert (await admin.ask("PUT", "/me/password", body)).status_code == 204
    assert (await other.ask("GET", "/me/sessions")).status_code == 200
    assert (await admin.member.get("/me/sessions")).status_code == 200
    assert (await admin.ask("PUT", "/me/password", {"current": OTHER, "password": PASSWORD})).status_code == 204
    assert (await other.ask("GET", "/me/sessions")).status_code == 401
    assert (await admin.member.get("/me/sessions")).status_code == 401, "by token"
    assert (await admin.ask("GET", "/me/sessions")).status_code == 200
    await other.client.aclose()


async def test_a_password_that_an_administrator_sets_ends_everything(office: Office, admin: Browser) -> None:
    other = await office.member("李雷", "agent")
    theirs = await arrive(office, other)
    assert (await other.get("/me/sessions")).status_code == 200
    assert (await admin.ask("POST", "/session/proof", {"password": PASSWORD})).status_code == 204
    body = {"password": OTHER, "end_others": False}
    assert (await admin.ask("PUT", f"/members/{other.id}/password", body)).status_code == 204
    assert (await theirs.ask("GET", "/me/sessions")).status_code == 401
    assert (await other.get("/me/sessions")).status_code == 401
    await theirs.client.aclose()
