"""The endpoints of accounts: cookies, what is open to whom, and answers of refusals in the reader's language."""

from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import msgspec
import pytest
from litestar import Litestar, Request
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.testing import AsyncTestClient

from gongdan.domains.accounts import errors
from gongdan.domains.accounts.credentials import links, sessions, tokens
from gongdan.domains.accounts.credentials.passwords import hash_password
from gongdan.domains.accounts.http import handlers
from gongdan.domains.accounts.http.admission import admitted
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.catalogue import catalogue
from gongdan.infra.db.tx import Database
from gongdan.infra.http import guard, idempotency, problems
from gongdan.kernel.clock import now as clock_now
from gongdan.kernel.errors import Refusal
from gongdan.settings import Settings
from tests.domains.accounts.conftest import World

pytestmark = pytest.mark.anyio
PASSWORD = "tR7-mule-Kiosk"
KEY = b"k" * 32
COOKIE = sessions.cookie_name("https://help.test")


@pytest.fixture(scope="module")
async def hashed(anyio_backend: str) -> str:
    return await hash_password(PASSWORD)


@pytest.fixture(scope="module")
async def app(db: Database) -> Litestar:
    async def identify(request: Request[Any, Any, Any]) -> Authority | None:
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        secret = sessions.cookie_secret(request)
        return await (tokens.authenticate(db, bearer) if bearer else sessions.authenticate(db, secret))

    async def provide_authority(request: Request[Any, Any, Any]) -> Authority:
        return admitted(await identify(request), guard.needs_of(request.route_handler))

    async def provide_recheck(request: Request[Any, Any, Any]) -> Any:
        return partial(identify, request)

    async def passed(*_: object) -> None:
        """What other domains add, and what ``test_proof`` is about."""

    return Litestar(
        handlers,
        state=State({"session_cookie": COOKIE}),
        dependencies={
            "authority": Provide(provide_authority),
            "recheck": Provide(provide_recheck),
            "db": Provide(lambda: db, sync_to_thread=False),
            "via": Provide(lambda: "web", sync_to_thread=False),
            "settings": Provide(lambda: Settings(public_url="https://help.test"), sync_to_thread=False),
            "once": Provide(idempotency.once),
            "secret": Provide(lambda: KEY, sync_to_thread=False),
            "fresh": Provide(lambda: passed, sync_to_thread=False),
        },
        exception_handlers={Refusal: problems.refusal, HTTPException: problems.framework},
    )


@pytest.fixture
async def client(app: Litestar) -> AsyncIterator[AsyncTestClient[Litestar]]:
    async with AsyncTestClient(app, base_url="https://help.test") as client:
        yield client


async def enter(client: AsyncTestClient[Litestar], world: World, name: str, password: str = PASSWORD) -> Any:
    body = {"mail": f"{name}@{world.slug}.test", "password": password, "workspace": world.slug}
    return await client.post("/session", json=body)


async def test_signing_in_sets_a_cookie_that_no_script_and_no_other_site_can_use(
    client: AsyncTestClient[Litestar], world: World, hashed: str
) -> None:
    person_id = await world.member("li", "agent", password_hash=hashed, tech=True)
    answer = await enter(client, world, "li")
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert all(part in cookie for part in ("__Host-gongdan_session=", "HttpOnly", "SameSite=lax", "Secure", "Path=/"))
    me = (await client.get("/session")).json()
    assert me == answer.json()
    assert (me["person_id"], me["workspace"], me["teams"], me["roles"]) == (person_id, world.slug, ["tech"], ["agent"])
    assert "ticket.reply" in me["permissions"]
    assert sessions.is_csrf(client.cookies[COOKIE], me["csrf"])


async def test_a_refused_sign_in_says_why_and_what_to_do_in_both_languages(
    client: AsyncTestClient[Litestar], world: World
) -> None:
    answer = await enter(client, world, "nobody")
    assert (answer.status_code, answer.json()["code"]) == (401, "accounts.sign_in_refused")
    assert answer.json()["title"] == "邮箱或密码不正确"
    client.headers["accept-language"] = "en"
    assert (await enter(client, world, "nobody")).json()["title"] == "Mail address or password is wrong"
    for _ in range(3):
        await enter(client, world, "nobody")
    locked = await enter(client, world, "nobody")
    assert locked.status_code == 429
    assert int(locked.headers["retry-after"]) == locked.json()["retry_after_s"] > 0


async def test_signing_out_ends_session_and_cookie(
    client: AsyncTestClient[Litestar], world: World, hashed: str
) -> None:
    await world.member("li", password_hash=hashed)
    await enter(client, world, "li")
    assert (await client.delete("/session")).status_code == 204
    assert COOKIE not in client.cookies
    assert (await client.get("/session")).json() is None


async def test_who_signs_out_everywhere_is_offline(
    client: AsyncTestClient[Litestar], world: World, hashed: str
) -> None:
    await world.member("li", password_hash=hashed)

    async def presence() -> str:
        return str((await client.get("/session")).json()["presence"])

    await enter(client, world, "li")
    client.cookies.clear()  # another browser
    await enter(client, world, "li")
    await client.patch("/me", json={"presence": "available"})
    await client.delete("/session")
    await enter(client, world, "li")
    assert await presence() == "available"
    (other,) = (one["id"] for one in (await client.get("/me/sessions")).json() if not one["current"])
    await client.delete(f"/me/sessions/{other}")
    assert await presence() == "available"
    await client.delete("/session")
    await enter(client, world, "li")
    assert await presence() == "offline"


async def test_somebody_sees_and_changes_what_is_his(
    client: AsyncTestClient[Litestar], world: World, hashed: str
) -> None:
    await world.member("li", "agent", password_hash=hashed)
    await enter(client, world, "li")
    changed = await client.patch("/me", json={"locale": "en", "zone": "Europe/Berlin", "presence": "available"})
    assert [changed.json()[key] for key in ("locale", "zone", "presence")] == ["en", "Europe/Berlin", "available"]
    nowhere = await client.patch("/me", json={"zone": "Nowhere/Town"})
    assert (nowhere.status_code, nowhere.json()["faults"][0]["field"]) == (422, "zone")

    client.cookies.clear()  # another browser
    await enter(client, world, "li")
    listed = (await client.get("/me/sessions")).json()
    assert [one["current"] for one in listed] == [True, False]
    assert (await client.delete(f"/me/sessions/{listed[1]['id']}")).status_code == 204
    assert (await client.delete(f"/me/sessions/{listed[1]['id']}")).status_code == 404
    weak = await client.put("/me/password", json={"password": "short", "current": PASSWORD})
    assert (weak.status_code, weak.json()["faults"][0]["code"]) == (422, "accounts.password_short")
    assert (
        await client.put("/me/password", json={"password": "another-mule-Kiosk", "current": PASSWORD})
    ).status_code == 204
    assert (await client.get("/session")).status_code == 200


async def test_an_administrator_adds_and_changes_members_and_teams(
    client: AsyncTestClient[Litestar], world: World, hashed: str
) -> None:
    await world.member("chief", "system_admin", password_hash=hashed)
    await enter(client, world, "chief")
    assert {team["key"] for team in (await client.get("/teams")).json()} >= {"tech", "duty-lead"}
    assert len((await client.get("/roles")).json()) == 14
    night = {"key": "night", "name": {"zh-CN": "夜班", "en": "Night"}, "department": "service"}
    assert (await client.post("/teams", json=night)).status_code == 201
    assert (await client.post("/teams", json=night)).status_code == 409

    new = {"name": "吴", "mail": f"wu@{world.slug}.test", "roles": ["agent"], "teams": {"night": True}}
    added = await client.post("/members", json=new)
    assert (added.status_code, added.json()["led_teams"]) == (201, ["night"])
    path = f"/members/{added.json()['id']}"
    assert (await client.patch(path, json={"roles": ["lead"], "active": False})).json()["roles"] == ["lead"]
    wrong = await client.patch(path, json={"name": "x", "roles": ["wizard"]})
    assert wrong.status_code == 422
    assert {member["name"] for member in (await client.get("/members")).json()} == {"chief", "吴"}
    assert (await client.put(f"{path}/password", json={"password": "tR7-mule-Kiosk"})).status_code == 204


async def test_an_agent_may_look_people_up_and_change_none(
    client: AsyncTestClient[Litestar], world: World, hashed: str
) -> None:
    person_id = await world.member("li", "agent", password_hash=hashed)
    await enter(client, world, "li")
    assert (await client.get("/members")).status_code == 200
    new = {"name": "x", "mail": "x@example.com"}
    for answer in (
        await client.post("/members", json=new),
        await client.patch(f"/members/{person_id}", json={"roles": ["system_admin"]}),
        await client.post("/teams", json={"key": "x", "name": {"zh-CN": "x", "en": "x"}}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "request.forbidden")


async def test_a_token_is_shown_once_works_and_is_revoked(
    client: AsyncTestClient[Litestar], world: World, hashed: str
) -> None:
    await world.member("li", "agent", password_hash=hashed)
    await enter(client, world, "li")
    made = await client.post("/tokens", json={"name": "crm", "scopes": ["all"]})
    assert made.status_code == 201
    (listed,) = (await client.get("/tokens")).json()
    assert made.json()["token"] not in msgspec.json.encode(listed).decode()

    client.cookies.clear()
    client.headers["authorization"] = f"Bearer {made.json()['token']}"
    assert (await client.get("/session")).json()["csrf"] == ""
    assert (await client.post("/tokens", json={"name": "x", "scopes": ["all"]})).status_code == 403
    assert (await client.delete(f"/tokens/{listed['id']}")).status_code == 204
    assert (await client.get("/session")).json() is None


async def test_a_customer_signs_in_by_link_and_finds_no_page_of_the_staff(
    client: AsyncTestClient[Litestar], world: World
) -> None:
    async with world.db.plain() as connection:
        await connection.execute(
            "update workspace set settings = jsonb_build_object('host', %s::text) where id = %s",
            [f"{world.slug}.test", world.id],
        )
    client.headers["host"] = f"{world.slug}.test:8000"
    person_id = await world.customer("chen@example.com")
    assert (await client.post("/portal/sign-in-links", json={"mail": "chen@example.com"})).status_code == 202
    assert (await client.post("/portal/sign-in-links", json={"mail": "stranger@example.com"})).status_code == 202

    token = links.sign_in_link(
        KEY, workspace_id=world.id, person_id=person_id, mail="chen@example.com", now=clock_now()
    )
    answer = await client.post("/portal/session", json={"token": token})
    assert answer.status_code == 200
    assert (answer.json()["kind"], answer.json()["mail"]) == ("customer", "chen@example.com")
    client.headers["cookie"] = f"{COOKIE}={answer.cookies.get(COOKIE)}"
    assert (await client.get("/session")).status_code == 200
    for path in ("/members", "/teams", "/roles", "/tokens", "/me/sessions"):
        assert (await client.get(path)).status_code == 403
    assert (await client.patch("/me", json={"locale": "en"})).status_code == 403
    assert (await client.post("/portal/session", json={"token": token})).status_code == 401


def test_every_refusal_of_accounts_has_its_texts_in_both_languages() -> None:
    own = [one for one in vars(errors).values() if isinstance(one, type) and one.__module__.endswith("accounts.errors")]
    assert own
    for locale in ("zh-CN", "en"):
        texts = catalogue()[locale]
        for refusal in own:
            assert texts[f"errors.{refusal.code}.title"]
            assert texts[f"errors.{refusal.code}.remedy"]
