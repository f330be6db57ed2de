"""The relay: carries the log to its subscribers, whatever number of worker processes run one.

Each subscriber has one leader among the processes, by a session advisory lock, which the database gives back as soon as
its holder is gone; should two think that they lead, the cursor tells them (``CursorMoved``). One look at the log per
wake-up serves all subscribers.
"""

import asyncio
import zlib
from collections.abc import Sequence
from typing import Any, Final

import psycopg
import structlog
from psycopg import AsyncConnection

from gongdan.infra.bus import Bell
from gongdan.infra.db.tx import Database
from gongdan.infra.log.doorbell import POLL_S
from gongdan.infra.log.position import Log, position_of
from gongdan.infra.log.quarantine import described
from gongdan.infra.log.subscribers import Delivery, Subscriber

LOCKS: Final = 0x676F6E6C
"""First half of the advisory locks by which subscribers are led; the second is a checksum of the name."""
ELECTED_EVERY_S: Final = 1.0
PROVED_WITHIN_S: Final = 3.0
"""A leader whose connection is gone, even one that is only silent, notices within five seconds."""
LONGEST_DELAY_S: Final = 10.0

log = structlog.get_logger()


class Relay:
    def __init__(self, url: str, db: Database, log_: Log, subscribers: Sequence[Subscriber], bell: Bell) -> None:
        """``url`` is for the connection that holds the locks: a direct one, not through a pooler. ``bell`` is that of
        the doorbell."""
        self._url = url
        self._db = db
        self._log = log_
        self._bell = bell
        self._subscribers = {subscriber.name: subscriber for subscriber in subscribers}
        self._bells = {subscriber.name: Bell() for subscriber in subscribers}

    async def run(self) -> None:
        """Deliver until cancelled. While the database is away, wait for it."""
        delay = ELECTED_EVERY_S
        while True:
            try:
                async with await AsyncConnection.connect(self._url, autocommit=True) as connection:
                    delay = ELECTED_EVERY_S
                    await self._lead(connection)
            except* (psycopg.OperationalError, TimeoutError) as group:
                log.warning("log.leadership_lost", fault=described(group.exceptions[0]), again_in_s=delay)
            await asyncio.sleep(delay)
            delay = min(delay * 2, LONGEST_DELAY_S)

    async def _lead(self, connection: AsyncConnection[Any]) -> None:
        led: set[str] = set()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch())
            while True:
                async with asyncio.timeout(PROVED_WITHIN_S):
                    won = await _won(connection, [name for name in self._subscribers if name not in led])
                for name in won:
                    led.add(name)
                    tasks.create_task(self._serve(self._subscribers[name]))
                await asyncio.sleep(ELECTED_EVERY_S)

    async def _watch(self) -> None:
        """Wake the subscribers whenever there is something new."""
        seen = await self._log.end()
        for bell in self._bells.values():
            bell.ring()
        while True:
            while events := await self._log.after(seen):
                seen = position_of(events[-1])
                for bell in self._bells.values():
                    bell.ring()
            await self._bell.wait(POLL_S)

    async def _serve(self, subscriber: Subscriber) -> None:
        """Deliver to one subscriber. It alone suffers when it fails as a whole."""
        delivery = Delivery(self._db, self._log, subscriber)
        delay = 0.0
        while True:
            try:
                is_busy = await delivery.step()
                delay = 0.0
            except Exception as fault:
                delay = min(delay * 2 or ELECTED_EVERY_S, LONGEST_DELAY_S)
                log.warning("log.delivery_failed", subscriber=subscriber.name, fault=described(fault), again_in_s=delay)
                await asyncio.sleep(delay)
                continue
            if is_busy:
                await asyncio.sleep(subscriber.pace_s)
            else:
                await self._bells[subscriber.name].wait(LONGEST_DELAY_S)


async def drain(db: Database, log_: Log, subscribers: Sequence[Subscriber]) -> None:
    """Deliver everything that was committed before this call, and what the subscribers add to it. For one process that
    runs no relay: tests, imports, the command line."""
    deliveries = [Delivery(db, log_, subscriber) for subscriber in subscribers]
    progress = True
    while progress:
        await log_.settled()
        progress = any([await delivery.step() for delivery in deliveries])


async def _won(connection: AsyncConnection[Any], names: Sequence[str]) -> list[str]:
    """The subscribers that this process leads from now on. Asked even for none, to notice a lost connection."""
    cursor = await connection.execute(
        """
        select name
          from unnest(%s::text[], %s::int[]) as asked (name, key)
         where pg_try_advisory_lock(%s, key)
        """,
        [list(names), [zlib.crc32(name.encode()) - 2**31 for name in names], LOCKS],
    )
    return [name for (name,) in await cursor.fetchall()]
