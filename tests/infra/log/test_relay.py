"""Delivery of the log: each stream's events in order, none lost, none doubled (spec 01)."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import pytest

from gongdan.infra.bus import COALESCED_S, FIRST_DELAY_S, MOST_BYTES, Bell, Listener, Publisher, running
from gongdan.infra.db.server import Urls
from gongdan.infra.db.tx import Database
from gongdan.infra.log.doorbell import Doorbell, bell
from gongdan.infra.log.position import START, Log, Position, position_of, who_holds_back
from gongdan.infra.log.relay import Relay, drain
from gongdan.infra.log.subscribers import CursorMoved, Delivery, Subscriber
from tests.infra.log.kit import Heard, Noted, World, eventually

WRITERS = 16


@asynccontextmanager
async def relaying(url: str, db: Database, log: Log, *heard: Heard, bell: Bell | None = None) -> AsyncIterator[None]:
    """A worker that leads by the time the block begins, and whose new subscribers have their place in the log."""
    for one in heard:
        await Delivery(db, log, one.subscriber).step()
    relay = Relay(url, db, log, [one.subscriber for one in heard], bell or Bell())
    async with running(relay.run()):
        yield


async def test_sixteen_writers_are_heard_in_order_without_loss_or_doubles(
    database: Urls, db: Database, log: Log, world: World
) -> None:
    heard = Heard(world)
    streams = [await world.new_id() for _ in range(6)]

    async def write(seed: int) -> None:
        chance = random.Random(seed)
        for number in range(25):
            texts = [f"{seed}.{number}.{part}" for part in range(chance.randint(1, 3))]
            await world.note(chance.choice(streams), *texts)

    async with relaying(database.app, db, log, heard):
        await asyncio.gather(*(write(seed) for seed in range(WRITERS)))
        async with db.read(world.id) as tx:
            written = await tx.rows(
                tuple, "select stream_id, max(seq) from event where workspace_id = %(workspace)s group by stream_id"
            )
        total = sum(last for _, last in written)
        await eventually(lambda: len(heard.events) >= total)

    assert heard.streams() == {stream: list(range(1, last + 1)) for stream, last in written}


async def test_a_lost_ring_delays_delivery_by_the_poll_at_most(
    database: Urls, db: Database, log: Log, world: World
) -> None:
    heard = Heard(world)
    async with relaying(database.app, db, log, heard, bell=Bell()):
        await asyncio.sleep(1.2)
        await world.note(await world.new_id(), "silent")
        await eventually(lambda: heard.texts == ["silent"], within_s=5)


async def test_the_doorbell_wakes_the_relay_of_another_process(
    database: Urls, db: Database, log: Log, world: World
) -> None:
    heard = Heard(world)
    publisher, listener = Publisher(database.app), Listener(database.app)
    ring = bell(listener)
    async with (
        running(publisher.run(), listener.run()),
        relaying(database.app, db, log, heard, bell=ring),
    ):
        await world.note(await world.new_id(), "first")
        await eventually(lambda: heard.texts == ["first"])
        waits = []
        for number in range(5):
            began = time.monotonic()
            await world.note(await world.new_id(), str(number))
            Doorbell(publisher).ring()
            await eventually(lambda number=number: heard.texts[-1] == str(number))
            waits.append(time.monotonic() - began)
    assert min(waits) < 0.2


async def test_a_hint_that_is_too_long_is_lost_and_makes_nobody_mute(database: Urls) -> None:
    publisher, listener, heard = Publisher(database.app), Listener(database.app), list[str]()
    listener.on("gongdan_test", heard.append)
    ready = listener.bell("gongdan_test")
    async with running(publisher.run(), listener.run()):
        assert await ready.wait(5)
        for payload in ("x" * MOST_BYTES, "x" * (MOST_BYTES + 1), "案" * MOST_BYTES, "no\x00text"):
            publisher.publish("gongdan_test", payload)
            await asyncio.sleep(COALESCED_S * 3)
        await asyncio.sleep(FIRST_DELAY_S * 3)
        publisher.publish("gongdan_test", "last")
        await eventually(lambda: len(heard) == 2)
    assert heard == ["x" * MOST_BYTES, "last"]


async def test_an_open_transaction_holds_delivery_back_only_until_it_ends(
    database: Urls, db: Database, log: Log, world: World
) -> None:
    heard = Heard(world)
    subscribers = [heard.subscriber]
    await drain(db, log, subscribers)
    async with await psycopg.AsyncConnection.connect(database.owner, application_name="a slow import") as foreign:
        await foreign.execute("select pg_current_xact_id()")
        await world.note(await world.new_id(), "waits")
        delivery = Delivery(db, log, heard.subscriber)
        while await delivery.step():
            pass
        async with db.plain() as connection:
            holders = await who_holds_back(connection)
        assert heard.texts == []
        assert foreign.info.backend_pid in [holder.pid for holder in holders]
        await foreign.commit()

    await drain(db, log, subscribers)
    assert heard.texts == ["waits"]


async def test_delivery_begins_where_the_cursor_stands(db: Database, log: Log, world: World) -> None:
    heard = Heard(world)
    stream = await world.new_id()
    await world.note(stream, "before")
    await drain(db, log, [heard.subscriber])
    await world.note(stream, "after")
    await drain(db, log, [heard.subscriber])
    assert heard.texts == ["after"]

    from_start = Subscriber(
        name=f"{heard.subscriber.name}-all", kinds=(Noted,), handle=heard.subscriber.handle, begins="start"
    )
    await drain(db, log, [from_start])
    assert heard.texts == ["after", "before", "after"]


async def test_a_batch_holds_one_workspace_at_a_time(db: Database, log: Log, world: World, other: World) -> None:
    here, there = Heard(world), Heard(other)
    await drain(db, log, [here.subscriber, there.subscriber])
    for number in range(3):
        await world.note(await world.new_id(), f"here {number}")
        await other.note(await other.new_id(), f"there {number}")
    await drain(db, log, [here.subscriber, there.subscriber])
    assert here.texts == ["here 0", "here 1", "here 2"]
    assert there.texts == ["there 0", "there 1", "there 2"]


async def test_what_a_subscriber_writes_commits_with_its_cursor(db: Database, log: Log, world: World) -> None:
    async def handle(tx, batch) -> None:
        for logged in batch:
            row = {"workspace_id": tx.workspace_id, "id": logged.id, "name": logged.event.text, "created_at": logged.at}
            tx.insert("person", row)

    subscriber = Subscriber(name=f"writes-{world.id}", kinds=(Noted,), handle=handle, begins="end")
    late = Delivery(db, log, subscriber)
    await late.step()
    await world.note(await world.new_id(), "once")
    await drain(db, log, [subscriber])
    await log.settled()
    with pytest.raises(CursorMoved):
        await late.step()  # it still believes that it leads

    async with db.read(world.id) as tx:
        names = await tx.rows(tuple, "select name from person where workspace_id = %(workspace)s")
    assert names == [("once",)]


async def test_two_workers_share_subscribers_and_stand_in_for_each_other(
    database: Urls, db: Database, log: Log, world: World
) -> None:
    heard = Heard(world)
    stream = await world.new_id()
    async with relaying(database.app, db, log, heard):
        await world.note(stream, "one")
        await eventually(lambda: heard.texts == ["one"])
        second = Relay(database.app, db, log, [heard.subscriber], Bell())
        async with running(second.run()):
            await world.note(stream, "two")
            await eventually(lambda: heard.texts == ["one", "two"])
    third = Relay(database.app, db, log, [heard.subscriber], Bell())
    async with running(third.run()):
        await world.note(stream, "three")
        await eventually(lambda: "three" in heard.texts)
    assert list(dict.fromkeys(heard.texts)) == ["one", "two", "three"]  # who is stopped amid a batch may repeat it


async def test_leadership_passes_on_when_its_connection_dies(
    database: Urls, db: Database, log: Log, world: World
) -> None:
    heard = Heard(world)
    async with relaying(database.app, db, log, heard):
        await world.note(await world.new_id(), "before")
        await eventually(lambda: heard.texts == ["before"])
        with psycopg.connect(database.admin, autocommit=True) as admin:
            admin.execute(
                """
                select pg_terminate_backend(pid) from pg_locks
                 where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
                   and objsubid = 2
                """
            )
        await world.note(await world.new_id(), "after")
        await eventually(lambda: heard.texts == ["before", "after"])


def test_a_position_reads_back_from_its_text() -> None:
    assert Position.parse(str(Position(2, 730, 4001))) == Position(2, 730, 4001)
    assert [Position.parse(text) for text in ("", "1-2", "1-2-x", "1-2-3-4", "-1-2-3", "1-2-3\n")] == [None] * 6


async def test_readers_at_one_place_share_one_reading(db: Database, log: Log, world: World) -> None:
    end = await log.end()
    await world.note(await world.new_id(), "read once")
    await log.settled()
    first = await log.after(end)
    assert await log.after(end) is first
    assert position_of(first[-1]) > START
