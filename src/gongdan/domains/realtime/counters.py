"""Counters of views: one for each (views, reach), shared by the clients that have it (spec 01, live).

An event that touches a reach makes its counters stale; stale ones are recounted at most once a second, and all
of them every minute, one after another, so that counting never takes more than one connection.
"""

import asyncio
import time
from collections.abc import Hashable, Mapping, Sequence
from typing import Final

import structlog

from gongdan.domains.accounts.public import Authority
from gongdan.domains.realtime.public import ViewCounts
from gongdan.domains.realtime.rooms import Client, Rooms, frame
from gongdan.infra.db.tx import Database

RECOUNTED_EVERY_S: Final = 60.0
PACE_S: Final = 1.0

log = structlog.get_logger()


class _Counter:
    def __init__(self) -> None:
        self.counts: Mapping[str, int] = {}
        self.counted_at = float("-inf")
        self.is_stale = True


class Counters:
    def __init__(self, db: Database, rooms: Rooms, sources: Sequence[ViewCounts]) -> None:
        self._db = db
        self._rooms = rooms
        self._sources = sources
        self._counters: dict[Hashable, _Counter] = {}

    def touch(self, client: Client) -> None:
        """Something changed within the client's reach."""
        for number in range(len(self._sources)):
            if counter := self._counters.get(self._key(number, client)):
                counter.is_stale = True

    def welcome(self, client: Client) -> None:
        """Tell a new client what is known; the rest follows within a second."""
        for number in range(len(self._sources)):
            if counter := self._counters.get(self._key(number, client)):
                _tell(client, counter.counts)

    async def run(self) -> None:
        while True:
            await asyncio.sleep(PACE_S)
            try:
                await self.recount()
            except Exception as fault:
                log.warning("realtime.counting_failed", exc_info=fault)

    async def recount(self) -> None:
        """Count what is stale or old, tell whom it concerns, forget what nobody looks at."""
        watched: dict[Hashable, list[Client]] = {}
        numbers: dict[Hashable, int] = {}
        for client in self._rooms.everyone():
            for number in range(len(self._sources)):
                key = self._key(number, client)
                watched.setdefault(key, []).append(client)
                numbers[key] = number
        self._counters = {key: self._counters.get(key) or _Counter() for key in watched}

        for key, clients in watched.items():
            counter = self._counters[key]
            if counter.is_stale or time.monotonic() - counter.counted_at >= RECOUNTED_EVERY_S:
                counter.is_stale = False
                counter.counts = await self._count(self._sources[numbers[key]], clients[0].authority)
                counter.counted_at = time.monotonic()
            for client in clients:
                _tell(client, counter.counts)

    async def _count(self, source: ViewCounts, authority: Authority) -> Mapping[str, int]:
        async with self._db.read(authority.workspace_id) as tx:
            return await source.count(tx, authority)

    def _key(self, number: int, client: Client) -> Hashable:
        person_id = client.authority.person_id if self._sources[number].is_personal else None
        return (number, client.authority.workspace_id, client.reach, person_id)


def _tell(client: Client, counts: Mapping[str, int]) -> None:
    """Send what differs from what the client knows."""
    news = {view: count for view, count in counts.items() if client.counts.get(view) != count}
    if news:
        client.counts |= news
        client.put(frame("views", {"counts": news}))
