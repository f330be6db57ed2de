"""Rates: nobody escapes them by secrets that they made up, and nobody fills the disk without saying who they are."""

import pytest
from litestar import Litestar

from gongdan.domains.accounts.public import make_token
from gongdan.infra.http import guard
from gongdan.kernel.clock import now
from tests.guests import guest_of
from tests.kit import Office


@pytest.fixture
def limits(asgi: Litestar, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three of anything, and no more."""
    three = guard.RateLimit(burst=3, per_second=1e-9)
    monkeypatch.setattr(asgi.state, "limits", guard.Limits(anyone=three))


async def test_made_up_secrets_are_charged_to_the_address(office: Office, limits: None) -> None:
    async with guest_of(office) as guest:
        answers = [await guest.get("/tickets", headers={"Authorization": f"Bearer gd_{n}"}) for n in range(4)]
    assert [one.status_code for one in answers] == [401, 401, 401, 429]


async def test_a_proven_secret_has_a_rate_of_its_own(office: Office, limits: None) -> None:
    first, second = await office.member("李雷"), await office.member("韩梅梅")
    assert [(await one.get("/session")).status_code for one in (first, second) for _ in range(4)] == [200] * 8
    assert (await first.get("/session")).status_code == 429


async def test_a_guest_uploads_some_files_and_no_more(
    office: Office, asgi: Litestar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asgi.state, "limits", guard.Limits(routes=guard.RateLimit(burst=2, per_second=1e-9)))
    async with guest_of(office) as guest:
        sent = [
            await guest.post("/files", content=b"x", headers={"X-File-Name": "a", "Authorization": f"Bearer gd_{n}"})
            for n in range(3)
        ]
    assert [one.status_code for one in sent] == [201, 201, 429]
    member = await office.member("李雷")
    assert [(await member.call("POST", "/files", content=b"x")).status_code for _ in range(3)] == [201] * 3


@pytest.mark.parametrize(
    "more",
    [{"X-Workspace": "elsewhere"}, {"Cookie": "gongdan_session=made-up"}, {"X-Forwarded-For": "203.0.113.{n}"}],
    ids=["workspace", "cookie", "address"],
)
async def test_whatever_else_is_sent_somebody_has_one_rate(office: Office, limits: None, more: dict[str, str]) -> None:
    agent = await office.member("李雷")
    assert (await agent.get("/session")).status_code == 200  # charged to the address: nothing was known yet
    several = [{name: value.format(n=n) for name, value in more.items()} for n in range(4)]
    codes = [(await agent.get("/session", headers=headers)).status_code for headers in several]
    assert codes[3] == 429


async def test_several_secrets_of_somebody_have_one_rate(office: Office, asgi: Litestar, limits: None) -> None:
    agent = await office.member("李雷")
    secrets = []
    for name in ("first", "second"):
        async with office.services.db.write(office.id) as tx:
            secrets.append(
                await make_token(tx, agent.authority, name=name, scopes=["read"], expires_at=None, via="cli", now=now())
            )
    for secret in secrets:
        asgi.state.limits.proven.add(secret, f"{office.id} {agent.authority.bearer}")
    async with guest_of(office) as guest:
        answers = [
            await guest.get("/session", headers={"Authorization": f"{scheme} {secret}"})
            for scheme in ("Bearer", "bearer")
            for secret in secrets
        ]
    assert [one.status_code for one in answers] == [200, 200, 200, 429]


async def test_another_scheme_beside_a_cookie_is_no_new_rate(office: Office, limits: None) -> None:
    customer = await office.customer()
    answers = [
        await customer.get("/session", headers={**await customer.headers(), "Authorization": f"Basic {n}"})
        for n in range(5)
    ]
    assert [one.status_code for one in answers] == [200, 200, 200, 200, 429]
