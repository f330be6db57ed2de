"""Rates: nobody escapes them by secrets that he made up, and nobody fills the disk without saying who he is."""

import pytest
from litestar import Litestar

from gongdan.app import Limits
from gongdan.infra.http import guard
from tests.guests import guest_of
from tests.kit import Office


@pytest.fixture
def limits(asgi: Litestar, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three of anything, and no more."""
    three = guard.Rate(burst=3, per_second=1e-9)
    found = Limits(
        anyone=guard.Limiter(three),
        guests=guard.Limiter(guard.Rate(burst=1e9, per_second=1)),
        uploads=guard.Limiter(three),
        proven=guard.Proven(),
    )
    monkeypatch.setattr(asgi.state, "limits", found)


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
    unlimited = guard.Limiter(guard.Rate(burst=1e9, per_second=1))
    uploads = guard.Limiter(guard.Rate(burst=2, per_second=1e-9))
    limits = Limits(anyone=unlimited, guests=unlimited, uploads=uploads, proven=guard.Proven())
    monkeypatch.setattr(asgi.state, "limits", limits)
    async with guest_of(office) as guest:
        sent = [
            await guest.post("/files", content=b"x", headers={"X-File-Name": "a", "Authorization": f"Bearer gd_{n}"})
            for n in range(3)
        ]
    assert [one.status_code for one in sent] == [201, 201, 429]
    member = await office.member("李雷")
    assert [(await member.call("POST", "/files", content=b"x")).status_code for _ in range(3)] == [201] * 3
