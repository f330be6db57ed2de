"""Who guesses waits, and nobody else does (spec 08)."""

import asyncio
from datetime import timedelta
from time import perf_counter

import pytest

from gongdan.domains.accounts.commands.sign_in import From, ask_for_link
from gongdan.domains.accounts.credentials import attempts
from gongdan.domains.accounts.credentials.attempts import Attempts
from gongdan.domains.accounts.credentials.passwords import hash_password
from gongdan.domains.accounts.errors import SignInIsLocked, SignInRefused
from gongdan.kernel.clock import now as clock_now
from tests.domains.accounts.conftest import NOW, World
from tests.domains.accounts.test_sign_in import HERE, PASSWORD, enter

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def hashed(anyio_backend: str) -> str:
    return await hash_password(PASSWORD)


ELSEWHERE = From("198.51.100.4", "Browser")


async def test_who_guesses_at_one_account_locks_out_nobody_else_and_not_the_account_elsewhere(
    world: World, hashed: str
) -> None:
    await world.member("li", password_hash=hashed)
    await world.member("han", password_hash=hashed)
    for _ in range(5):
        with pytest.raises(SignInRefused):
            await enter(world, "li", "wrong-and-long")
    with pytest.raises(SignInIsLocked):
        await enter(world, "li")
    assert await enter(world, "han")
    assert await enter(world, "li", origin=ELSEWHERE)


async def failing_address(world: World) -> None:
    now = clock_now()
    subject = attempts.address_subject(HERE.address)
    async with world.db.write(world.id) as tx:
        attempts.put(tx, Attempts(subject=subject, failed=99, last_at=now, locked_until=None))


async def test_an_address_that_failed_at_many_accounts_is_served_slowly_and_lets_the_right_password_in(
    world: World, hashed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts.Turns, "PAUSE_S", 0.3)
    await world.member("li", password_hash=hashed)
    await failing_address(world)
    begun = perf_counter()
    assert await enter(world, "li")
    assert perf_counter() - begun > 0.3
    with pytest.raises(SignInRefused):
        await enter(world, "nobody")


async def test_who_signed_in_there_before_does_not_wait_behind_others(
    world: World, hashed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts.Turns, "PAUSE_S", 30.0)
    await world.member("li", password_hash=hashed)
    assert await enter(world, "li")
    await failing_address(world)
    assert await enter(world, "li")


async def test_no_more_wait_for_their_turn_than_are_served_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts.Turns, "PAUSE_S", 0.01)
    monkeypatch.setattr(attempts.Turns, "MOST", 3)
    turns, refused, served = attempts.Turns(), [], []

    async def come() -> None:
        try:
            async with turns.turn("a"):
                served.append(1)
        except SignInIsLocked:
            refused.append(1)

    async with asyncio.TaskGroup() as group:
        for _ in range(5):
            group.create_task(come())
    assert (len(served), len(refused)) == (3, 2)
    async with turns.turn("a"):
        pass


async def test_an_account_guessed_at_from_everywhere_waits_except_where_it_signed_in_before(
    world: World, hashed: str
) -> None:
    await world.member("li", password_hash=hashed)
    assert await enter(world, "li")
    now, subject = clock_now(), attempts.mail_subject(f"li@{world.slug}.test")
    async with world.db.write(world.id) as tx:
        until = now + timedelta(minutes=9)
        attempts.put(tx, Attempts(subject=subject, failed=70, last_at=now, locked_until=until))
    with pytest.raises(SignInIsLocked):
        await enter(world, "li", origin=ELSEWHERE)
    assert await enter(world, "li")


async def test_who_asks_for_links_without_end_waits_and_keeps_nobody_else_from_anything(
    world: World, hashed: str
) -> None:
    person_id = await world.customer("chen@example.com")
    await world.member("li", password_hash=hashed)
    for _ in range(5):
        await ask_for_link(world.db, world.id, "chen@example.com", origin=HERE, now=NOW)
    with pytest.raises(SignInIsLocked):
        await ask_for_link(world.db, world.id, "chen@example.com", origin=HERE, now=NOW)
    await ask_for_link(world.db, world.id, "chen@example.com", origin=ELSEWHERE, now=NOW)
    await ask_for_link(world.db, world.id, "wang@example.com", origin=HERE, now=NOW)
    assert await enter(world, "li")
    assert (await world.events("person", person_id)).count("person.sign_in_link_asked") == 6


async def test_nobody_is_buried_in_links_that_many_ask_for(world: World) -> None:
    person_id = await world.customer("chen@example.com")
    for n in range(20):
        await ask_for_link(world.db, world.id, "chen@example.com", origin=From(f"198.51.100.{n}", ""), now=NOW)
    assert (await world.events("person", person_id)).count("person.sign_in_link_asked") == 10
