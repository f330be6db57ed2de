"""Timers fire once, soon, and whoever fires them (spec 01, one timer table; spec 03, sweep)."""

import asyncio
import time
from datetime import timedelta

import psycopg
import pytest

from gongdan.infra.bus import running
from gongdan.infra.db.tx import Database
from gongdan.infra.timers.effects import CancelTimer, cancel_timer, write_timer
from gongdan.infra.timers.fire import ATTEMPTS, BATCH, HOLD, PAUSES, POLL, Sweep, quarantined, retry
from gongdan.kernel import clock
from tests.infra.log.kit import eventually
from tests.infra.timers.kit import SECOND, Owner


async def test_what_is_due_fires_with_its_due_instant_earliest_first(db: Database, owner: Owner) -> None:
    now = clock.now()
    late, later, _ = await owner.set(now - 2 * SECOND, now - 3 * SECOND, now + 60 * SECOND)
    await Sweep(db, {owner.name: owner.fire}).once(now)
    assert [one.subject for one in owner.fired] == [later, late]
    assert [one.fire_at for one in owner.fired] == [now - 3 * SECOND, now - 2 * SECOND]
    assert await owner.left() == 1


async def test_two_workers_fire_each_timer_exactly_once(db: Database, owner: Owner) -> None:
    now = clock.now()
    subjects = await owner.set(*[now - SECOND] * 700)
    workers = [Sweep(db, {owner.name: owner.fire}) for _ in range(2)]
    async with running(*(worker.run() for worker in workers)):
        await eventually(lambda: len(owner.fired) >= len(subjects))
    assert await owner.effects() == sorted(subjects)
    assert await owner.left() == 0


async def test_a_timer_that_two_workers_hold_fires_once(db: Database, owner: Owner) -> None:
    """As when a handler outlasts its hold."""
    now = clock.now()
    subjects = await owner.set(now)
    sweep = Sweep(db, {owner.name: owner.fire})
    first, _ = await sweep._hold(now)
    second, _ = await sweep._hold(now + HOLD)
    await asyncio.gather(owner.fire(owner.workspace_id, first), owner.fire(owner.workspace_id, second))
    assert await owner.effects() == subjects


async def test_a_killed_workers_timers_fire_when_its_hold_is_over(db: Database, owner: Owner) -> None:
    now = clock.now()
    subjects = await owner.set(now)
    sweep = Sweep(db, {owner.name: owner.fire})
    await sweep._hold(now)
    await sweep.once(now + HOLD / 2)
    assert await owner.effects() == []
    await sweep.once(now + HOLD)
    assert await owner.effects() == subjects


async def test_a_cancelled_or_changed_timer_does_not_fire_though_it_is_held(db: Database, owner: Owner) -> None:
    now = clock.now()
    cancelled, changed = await owner.set(now, now)
    sweep = Sweep(db, {owner.name: owner.fire})
    held, _ = await sweep._hold(now)
    async with db.write(owner.workspace_id) as tx:
        cancel_timer(tx, CancelTimer(owner=owner.name, subject=cancelled, key="due"))
        write_timer(tx, owner.timer(changed, now + SECOND, generation=2))
    await owner.fire(owner.workspace_id, held)
    assert await owner.effects() == []
    await sweep.once(now + SECOND)  # set anew, it is nobody's
    assert await owner.effects() == [changed]


async def test_one_that_fails_does_not_keep_its_chunk_from_firing_and_is_tried_again(
    db: Database, owner: Owner
) -> None:
    now = clock.now()
    good, bad, fine = await owner.set(now - 3 * SECOND, now - 2 * SECOND, now - SECOND)
    owner.spoiled = lambda one: one.subject == bad
    sweep = Sweep(db, {owner.name: owner.fire})
    await sweep.once(now)
    assert await owner.effects() == [good, fine]
    await sweep.once(clock.now())  # before the pause is over
    owner.spoiled = lambda one: False
    await sweep.once(clock.now() + PAUSES[0])
    assert await owner.effects() == sorted([good, bad, fine])


async def test_after_the_last_attempt_a_timer_is_quarantined_until_somebody_lets_it_go(
    db: Database, owner: Owner
) -> None:
    now = clock.now()
    (subject,) = await owner.set(now)
    owner.spoiled = lambda one: True
    sweep = Sweep(db, {owner.name: owner.fire})
    for attempt in range(ATTEMPTS + 2):
        await sweep.once(now + attempt * timedelta(hours=1))
    async with db.read(owner.workspace_id) as tx:
        (aside,) = await quarantined(tx)
    assert (aside.subject, aside.fault) == (subject, f"RuntimeError: spoiled {subject}")

    owner.spoiled = lambda one: False
    async with db.write(owner.workspace_id) as tx:
        retry(tx, owner.name, subject, "due")
    await sweep.once(clock.now())
    assert await owner.effects() == [subject]


async def test_a_timer_that_nobody_takes_is_quarantined_too(db: Database, owner: Owner) -> None:
    async def forgets(workspace_id: int, due: object) -> None:
        return None

    now = clock.now()
    await owner.set(now)
    sweep = Sweep(db, {owner.name: forgets})
    for attempt in range(ATTEMPTS + 1):
        await sweep.once(now + attempt * timedelta(hours=1))
    async with db.read(owner.workspace_id) as tx:
        (aside,) = await quarantined(tx)
    assert aside.fault is not None
    assert "did not take it" in aside.fault


async def test_timers_of_unknown_owners_are_left_alone(db: Database, owner: Owner) -> None:
    now = clock.now()
    await owner.set(now)
    await Sweep(db, {"somebody": owner.fire}).once(now)
    async with db.read(owner.workspace_id) as tx:
        rows = await tx.rows(tuple, "select attempts, held_until from timer where workspace_id = %(workspace)s")
    assert rows == [(0, None)]


async def test_it_sleeps_until_the_next_instant_and_never_longer_than_the_poll(db: Database, owner: Owner) -> None:
    sweep = Sweep(db, {owner.name: owner.fire})
    await owner.set(clock.now() + timedelta(hours=1))
    assert await sweep.once(clock.now()) == POLL
    await owner.set(clock.now() + POLL / 2)
    assert timedelta(0) <= await sweep.once(clock.now()) <= POLL / 2


@pytest.mark.slow
async def test_cost_follows_the_due_rows_only(db: Database, owner: Owner, owner_url: str) -> None:
    """A table of 50,000 timers far ahead costs a sweep no more than a few pages."""
    far = clock.now() + timedelta(days=30)
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute(
            """
            insert into timer (workspace_id, owner, subject, key, generation, fire_at)
            select %s, %s, n, 'far', 1, %s from generate_series(1, 50000) n
            """,
            [owner.workspace_id, owner.name, far],
        )
        connection.execute("vacuum analyze timer")
        plan = connection.execute(
            "explain (analyze, buffers, format json) select subject from timer where quarantined_at is null "
            "and fire_at <= now() and (held_until is null or held_until <= now()) order by fire_at limit 200 "
            "for update skip locked"
        ).fetchone()
        connection.execute("delete from timer where owner = %s", [owner.name])
    assert plan is not None
    root = plan[0][0]["Plan"]
    due = root["Actual Rows"]  # other tests may have left some
    assert root["Shared Hit Blocks"] + root["Shared Read Blocks"] < 50 + 4 * due


@pytest.mark.slow
@pytest.mark.serial
async def test_trivial_firings_reach_fifteen_hundred_a_second(db: Database, owner: Owner) -> None:
    """Of our processor time: what neighbours on the machine leave is no fault of ours. ``make bench`` has the clock's."""
    now = clock.now()
    for _ in range(6):
        await owner.set(*[now - SECOND] * 1_000)
    sweep = Sweep(db, {owner.name: owner.fire})
    began, used = time.perf_counter(), time.process_time()
    while await sweep.once(now) == timedelta(0):
        pass
    seconds, used = time.perf_counter() - began, time.process_time() - used
    print(f"\ntimers: {6_000 / seconds:,.0f} firings/s, {used / 6_000 * 1e6:.0f} µs of our processor each")
    assert len(owner.fired) == 6_000
    assert 6_000 % BATCH == 0
    assert 6_000 / used > 1_500


@pytest.mark.slow
@pytest.mark.serial
async def test_lateness_stays_below_a_second_and_idling_costs_next_to_nothing(db: Database, owner: Owner) -> None:
    lateness: list[timedelta] = []

    async def fire(workspace_id: int, due) -> None:
        await owner.fire(workspace_id, due)
        lateness.extend(clock.now() - one.fire_at for one in due)

    async with running(Sweep(db, {owner.name: fire}).run()):
        await asyncio.sleep(0.5)
        began, used = time.perf_counter(), time.process_time()
        await asyncio.sleep(3)
        idle = (time.process_time() - used) / (time.perf_counter() - began)
        now = clock.now()
        await owner.set(*[now + timedelta(milliseconds=5 * number) for number in range(600)])
        await eventually(lambda: len(lateness) == 600)
    late = sorted(lateness)[int(len(lateness) * 0.99)]
    print(f"\ntimers: lateness p99 {late.total_seconds() * 1000:.0f} ms, idle {idle:.2%} of a processor")
    assert late < SECOND
    assert idle < 0.05
