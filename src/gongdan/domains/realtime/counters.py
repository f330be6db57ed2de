"""Counters of views, moved by what happens (spec 01, live; spec 11.5).

A counter holds the ids of the tickets in its view, as they were counted, and each change puts its ticket in or takes it
out: exact, whatever comes twice. A view with ``CAPPED`` tickets or more, and what would hold more ids than a process
should, is only counted. Everything is counted again once a minute, and where time alone changes it, when it does. One
after another, so that counting never takes more than one connection.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Iterator
from typing import Final

import psycopg
import structlog

from gongdan.domains.realtime.public import Sources
from gongdan.domains.realtime.rooms import Client, Rooms, frame
from gongdan.domains.realtime.tally import Counter, Tally
from gongdan.infra.db.tx import Database
from gongdan.kernel import clock

PACE_S: Final = 1.0
MOST_IDS: Final = 500_000
"""That the counters of a process hold together; they take some 50 MB."""

log = structlog.get_logger()


class Counters:
    def __init__(self, db: Database, rooms: Rooms, sources: Sources) -> None:
        self._db = db
        self._rooms = rooms
        self._sources = sources
        self._tallies: dict[int, Tally] = defaultdict(Tally)

    def of_workspace(self, workspace_id: int) -> Tally:
        return self._tallies[workspace_id]

    def forget(self) -> None:
        """Something was missed: count everything again."""
        for counter in self._all():
            counter.miss()

    def look_again(self, workspace_id: int) -> None:
        """Views were changed there: everybody's are looked up again."""
        for client in self._rooms.of_workspace(workspace_id):
            client.is_counted = False

    def welcome(self, client: Client) -> None:
        """Tell a new client what is known; the rest follows within a second."""
        for other in self._rooms.of_person(client.authority.workspace_id, client.authority.person_id):
            if other is not client and other.is_counted and other.authority == client.authority:
                client.views, client.edition, client.is_counted = other.views, other.edition, True
                self._tell(client)
                return

    def told(self, client: Client) -> dict[str, int]:
        """What is known of their views."""
        counts = ((counter.watch.view, counter.count) for counter in self._of(client))
        return {view: count for view, count in counts if count is not None}

    async def run(self) -> None:
        while True:
            await asyncio.sleep(PACE_S)
            try:
                await self.recount()
            except Exception as fault:
                log.warning("realtime.counting_failed", exc_info=fault)

    async def recount(self) -> None:
        """Count what is due, tell whom it concerns, forget what nobody looks at."""
        for client in tuple(self._rooms.everyone()):
            if not client.is_counted:
                await _apart(self._look_up(client))
        self._sweep()
        for client in tuple(self._rooms.everyone()):
            await _apart(self._count(client))
            self._tell(client)

    async def _look_up(self, client: Client) -> None:
        client.is_counted = True  # before: views that are changed meanwhile are looked up again
        try:
            found = await self._sources.views(self._db, client.authority)
        except BaseException:
            client.is_counted = False
            raise
        if client.edition is not None and client.edition != found.edition:
            client.put(frame("views", {"counts": {}, "changed": True}))
        client.views, client.edition = found.watches, found.edition
        self._tallies[client.authority.workspace_id].add(found.watches)

    def _sweep(self) -> None:
        for workspace_id, tally in tuple(self._tallies.items()):
            seen = {watch.key for client in self._rooms.of_workspace(workspace_id) for watch in client.views}
            tally.keep(seen)
            if not seen:
                del self._tallies[workspace_id]

    async def _count(self, client: Client) -> None:
        now = clock.now()
        due = [counter for counter in self._of(client) if counter.is_due(now)]
        if not due:
            return
        for counter in due:
            counter.begin()
        try:
            found = await self._sources.members(self._db, client.authority, [counter.watch for counter in due])
        except BaseException:
            for counter in due:
                counter.give_up()
            raise
        held = sum(len(counter.ids or ()) for counter in self._all())
        for counter, ids in zip(due, found, strict=True):
            counter.end(ids, may_hold=held + len(ids or ()) <= MOST_IDS)
            held += len(counter.ids or ())

    def _of(self, client: Client) -> Iterator[Counter]:
        own = self.of_workspace(client.authority.workspace_id).counters
        return (counter for watch in client.views if (counter := own.get(watch.key)) is not None)

    def _all(self) -> Iterator[Counter]:
        return (counter for tally in self._tallies.values() for counter in tally.counters.values())

    def _tell(self, client: Client) -> None:
        """Send what differs from what the client knows."""
        news = {view: count for view, count in self.told(client).items() if client.counts.get(view) != count}
        if news:
            client.counts |= news
            client.put(frame("views", {"counts": news}))


async def _apart(step: Awaitable[None]) -> None:
    """What fails over the views of one client keeps the others from nothing; an outage concerns all of them."""
    try:
        await step
    except psycopg.OperationalError:
        raise
    except Exception as fault:
        log.warning("realtime.counting_failed", exc_info=fault)
