"""Bounds of what is not in a body, and what a token may change."""

import httpx
import msgspec
import pytest
from litestar import Litestar

from gongdan.domains.accounts.commands.credentials import make_token
from gongdan.kernel import clock
from tests.api.document import operations
from tests.kit import Office

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("instant", ["9998-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "2999-01-01T00:00:00+08:00"])
async def test_the_future_is_not_asked_for(office: Office, instant: str) -> None:
    number = await office.ticket(await office.customer())
    lead = await office.member("李雷", "lead", tech=True)
    answer = await lead.get(f"/tickets/{number}", as_of=instant)
    assert (answer.status_code, answer.json()["faults"][0]["field"]) == (422, "as_of")


@pytest.mark.parametrize("host", ["a:b", "a:99999", "a b", "a:1:2", "[::1", "x" * 300, ""])
async def test_a_host_that_is_none_is_refused(office: Office, host: str) -> None:
    transport = httpx.ASGITransport(app=office.asgi)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        answer = await client.get("/api/v1/session", headers={"Host": host})
    assert answer.status_code == 400, answer.text


async def test_own_answers_are_kept_nowhere(office: Office) -> None:
    agent = await office.member("小李", "agent", service=False)
    assert "no-store" in (await agent.get("/views")).headers["cache-control"]


async def test_a_token_to_read_changes_nothing(office: Office, asgi: Litestar) -> None:
    agent = await office.member("小李", "lead", service=True)
    async with office.services.db.write(office.id) as tx:
        token = await make_token(
            tx, agent.authority, name="r", scopes=["read"], expires_at=None, via="cli", now=clock.now()
        )
    transport = httpx.ASGITransport(app=office.asgi)  # type: ignore[arg-type]
    headers = {"Authorization": f"Bearer {token}"}
    guests = {"signIn", "askForSignInLink", "redeemLink", "sendForm"}
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test/api/v1", headers=headers) as client:
        for one in operations(asgi):
            if one.method == "GET" or one.id in guests:
                continue
            path = one.at(dict.fromkeys(one.parameters, "1"))
            body = {} if one.body is None else {"content": msgspec.json.encode(one.body)}
            sent = await client.request(one.method, path, headers={"Content-Type": "application/json"}, **body)  # type: ignore[arg-type]
            assert sent.status_code in (401, 403), (one.id, sent.status_code, sent.text)
