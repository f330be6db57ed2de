"""Which workspace is meant: by slug, by host, else the front one; a second workspace breaks nothing of the first."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
from litestar import Litestar

from gongdan.domains.accounts.errors import HostTaken, WorkspaceNotFound
from gongdan.domains.accounts.public import find_workspace, home_of, set_default, set_host
from gongdan.domains.accounts.public import passwords as hashing
from gongdan.kernel.errors import Invalid
from tests.domains.notifications.kit import deliver, with_mailbox
from tests.domains.portal.test_forms import send
from tests.guests import mailed_token
from tests.kit import FOUNDED, Office, found_office

pytestmark = pytest.mark.anyio
BASE = "https://desk.example.test:8443"
PASSWORD = "tR7-mule-Kiosk"


@asynccontextmanager
async def browser(office: Office, slug: str | None = None, host: str = "desk.example.test") -> AsyncIterator[Any]:
    transport = httpx.ASGITransport(app=office.asgi)
    headers = {"X-Workspace": slug} if slug else {}
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}/api/v1", headers=headers) as client:
        yield client


@pytest.fixture
async def two(asgi: Litestar) -> AsyncIterator[tuple[Office, Office]]:
    """Two workspaces, the first of which is the front one while the test runs."""
    first, second = await found_office(asgi), await found_office(asgi)
    await set_default(first.services.db, first.id, via="cli", now=FOUNDED)
    yield first, second
    async with first.services.db.plain() as connection:
        await connection.execute("update workspace set settings = settings - 'default'")


async def sign_in(client: Any, mail: str) -> httpx.Response:
    answer: httpx.Response = await client.post("/session", json={"mail": mail, "password": PASSWORD})
    return answer


async def with_password(office: Office, name: str) -> str:
    member = await office.member(name)
    async with office.services.db.write(office.id) as tx:
        hashed = await hashing.hash_password(PASSWORD)
        sql = "update member set password_hash = %(hash)s where workspace_id = %(workspace)s and person_id = %(person)s"
        tx.put(sql, hash=hashed, person=member.id)
    return member.mail


async def test_who_names_no_workspace_comes_to_the_front_one(two: tuple[Office, Office]) -> None:
    first, _ = two
    async with browser(first) as client:
        assert (await client.get("/portal/info")).status_code == 200
        number = (await send(client)).json()["number"]
        assert (await sign_in(client, await with_password(first, "李雷"))).status_code == 200
    async with first.read() as tx:
        sql = "select number from ticket where workspace_id = %(workspace)s"
        assert await tx.rows(tuple, sql) == [(number,)]


async def test_a_slug_or_a_host_names_the_other(two: tuple[Office, Office]) -> None:
    first, second = two
    host = f"{second.slug}.example.test"
    mail = await with_password(second, "韩梅梅")
    async with browser(first) as client:
        assert (await sign_in(client, mail)).status_code == 401
    await set_host(first.services.db, second.id, host.upper(), via="cli", now=FOUNDED)
    for client_of in (browser(first, slug=second.slug), browser(first, host=host)):
        async with client_of as client:
            me = (await sign_in(client, mail)).json()
            assert me["workspace"] == second.slug


async def test_a_session_of_one_workspace_is_none_at_the_address_of_another(two: tuple[Office, Office]) -> None:
    first, second = two
    async with browser(first) as client:
        assert (await sign_in(client, await with_password(first, "李雷"))).status_code == 200
        assert (await client.get("/session")).json()["workspace"] == first.slug
        assert (await client.get("/session", headers={"X-Workspace": first.slug})).json()["workspace"] == first.slug
        assert (await client.get("/session", headers={"X-Workspace": second.slug})).json() is None
        assert (await client.get("/tickets", headers={"X-Workspace": second.slug})).status_code == 401
        assert (await client.get("/portal/info", headers={"X-Workspace": "no-such"})).status_code == 404


async def test_links_lead_to_the_workspace_that_they_are_of(two: tuple[Office, Office]) -> None:
    first, second = two
    db = first.services.db

    async def home(office: Office) -> str:
        async with office.read() as tx:
            return await home_of(tx, BASE)

    assert await home(first) == BASE
    assert await home(second) == f"{BASE}/w/{second.slug}"
    await set_host(db, second.id, f"{second.slug}.example.test", via="cli", now=FOUNDED)
    assert await home(second) == f"https://{second.slug}.example.test:8443"
    await set_host(db, second.id, None, via="cli", now=FOUNDED)
    await set_default(db, second.id, via="cli", now=FOUNDED)
    assert (await home(first), await home(second)) == (f"{BASE}/w/{first.slug}", BASE)


async def test_a_guest_of_the_second_workspace_is_mailed_links_that_open_there(two: tuple[Office, Office]) -> None:
    first, second = two
    await with_mailbox(second)
    async with browser(first, slug=second.slug) as client:
        sent = (await send(client)).json()
        assert f"/w/{second.slug}/portal/t/" in sent["link"]
        token = await mailed_token(second, "new@customer.test")
        opened = await client.post("/portal/session", json={"token": token})
        assert opened.json()["only_ticket"] == sent["number"]
        await client.post("/portal/sign-in-links", json={"mail": "new@customer.test"})
        await deliver(second)
    async with browser(first) as client:
        assert (await client.post("/portal/session", json={"token": token})).status_code == 401, "of another workspace"
    async with second.read() as tx:
        sql = "select payload ->> 'text' from delivery where workspace_id = %(workspace)s and kind = 'notice'"
        texts = [text for (text,) in await tx.rows(tuple, sql)]
    assert len(texts) == 2 and all(f"/w/{second.slug}/portal/t/" in text for text in texts)


async def test_the_first_that_was_made_is_the_front_one_where_none_is_chosen(office: Office) -> None:
    db, oldest = office.services.db, await found_office(office.asgi)
    async with db.plain() as connection:
        made = FOUNDED - timedelta(days=9_999)
        await connection.execute("update workspace set created_at = %s where id = %s", [made, oldest.id])
    try:
        assert (await find_workspace(db, slug=None, host="unknown.test")).id == oldest.id
        with pytest.raises(WorkspaceNotFound):
            await find_workspace(db, slug=None, host=None)
    finally:
        async with db.plain() as connection:
            await connection.execute("update workspace set created_at = %s where id = %s", [FOUNDED, oldest.id])


async def test_a_host_is_one_workspaces_and_a_name(two: tuple[Office, Office]) -> None:
    first, second = two
    db, host = first.services.db, f"{first.slug}.example.test"
    await set_host(db, first.id, host, via="cli", now=FOUNDED)
    await set_host(db, first.id, host, via="cli", now=FOUNDED)
    with pytest.raises(HostTaken):
        await set_host(db, second.id, host, via="cli", now=FOUNDED)
    for wrong in ("", "https://a.test", "a.test:80", "a..b", "-a.test", "a b", "例子.test", "a/" * 3):
        with pytest.raises(Invalid):
            await set_host(db, second.id, wrong, via="cli", now=FOUNDED)
