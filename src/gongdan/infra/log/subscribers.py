"""Delivery of the log to subscribers: in order, in batches, at least once (spec 01, delivery).

A batch is handed out workspace by workspace, each part in a transaction of its own; the cursor moves in the last of
them. So while one workspace is busy at a time effects and cursor commit together, and after a crash at most one batch
is delivered again. An event that a subscriber cannot digest is tried again alone, then quarantined; events of its
stream wait for it meanwhile, the others do not.
"""

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal

import msgspec
import psycopg
import structlog

from gongdan.infra.db.tx import Database, Tx
from gongdan.infra.log.position import START, Log, Position, position_of
from gongdan.infra.log.quarantine import Handler, described, set_aside
from gongdan.kernel import clock
from gongdan.kernel.events import Event, Logged

PAUSES_S: Final = (0.1, 0.5, 2.0)
"""Before each further try of an event that failed; after the last of them it is quarantined."""
SAVED_EVERY_S: Final = 1.0
"""A cursor that passes over events of other kinds only is saved at most so often."""

log = structlog.get_logger()


class Subscriber(msgspec.Struct, frozen=True, kw_only=True):
    """One who follows the log. Registered in wiring.

    ``handle`` gets a transaction of one workspace and events of that workspace, in order. What it queues on the
    transaction commits with the delivery; the transaction begins with its first statement, so a handler that runs
    commands of its own, or talks to the network, leaves it untouched and holds nothing open. It must be safe to repeat.
    """

    name: str
    """Of its cursor: never reused."""
    kinds: tuple[type[Event], ...] | None
    """What it is told of; None for everything, also what is ``Unreadable``."""
    handle: Handler
    begins: Literal["start", "end"]
    """Where a new subscriber's cursor stands: before all events, or behind those of today."""
    pace_s: float = 0.0
    """Least time between two batches, for work that is cheaper in large ones."""


class CursorMoved(Exception):
    """Somebody else moved the cursor: another process leads this subscriber by now. Nothing was written."""


class Delivery:
    """One subscriber's way through the log. At a time one process delivers to it (``relay``)."""

    def __init__(self, db: Database, log_: Log, subscriber: Subscriber) -> None:
        self.subscriber = subscriber
        self._db = db
        self._log = log_
        self._position: Position | None = None
        """How far it has read; None before the cursor was loaded."""
        self._saved = START
        self._saved_at = 0.0

    async def step(self) -> bool:
        """Deliver the next batch; returns False when there is none.

        Raises:
            CursorMoved: another process delivers.
            psycopg.OperationalError: the database is away; the same batch comes again.
        """
        position = self._position or await self._load()
        self._position = None  # whatever goes wrong, go on from the cursor
        events = await self._log.after(position)
        end = position_of(events[-1]) if events else position

        if parts := _by_workspace(event for event in events if self._wants(event)):
            for workspace_id, part in parts[:-1]:
                await self._hand_out(workspace_id, part, None)
            await self._hand_out(*parts[-1], end)
        elif end != self._saved and time.monotonic() - self._saved_at > SAVED_EVERY_S:
            await self._save(end)

        self._position = end
        return bool(events)

    def _wants(self, logged: Logged[Any]) -> bool:
        return self.subscriber.kinds is None or isinstance(logged.event, self.subscriber.kinds)

    async def _hand_out(self, workspace_id: int, events: Sequence[Logged[Any]], end: Position | None) -> None:
        """Deliver a workspace's part; with ``end`` the cursor moves there."""
        try:
            async with self._db.write(workspace_id) as tx:
                await self.subscriber.handle(tx, events)
                if end:
                    await self._move(tx, end)
        except Exception as fault:
            if isinstance(fault, CursorMoved) or _is_outage(fault):
                raise
            log.warning("log.batch_failed", subscriber=self.subscriber.name, fault=described(fault))
            await self._one_by_one(workspace_id, events)
            if end:
                await self._save(end)
        else:
            if end:
                self._keep(end)

    async def _one_by_one(self, workspace_id: int, events: Sequence[Logged[Any]]) -> None:
        """Each event alone, those of a stream in order. A stream whose first event fails waits while the others go on;
        after the last pause whatever still fails is quarantined, so that the batch ends within seconds."""
        streams: dict[tuple[str, int], deque[Logged[Any]]] = defaultdict(deque)
        for logged in events:
            streams[logged.stream, logged.stream_id].append(logged)

        for pause in (*PAUSES_S, None):
            for queue in streams.values():
                await self._follow(workspace_id, queue, is_last_try=pause is None)
            if pause is None or not any(streams.values()):
                return
            await asyncio.sleep(pause)

    async def _follow(self, workspace_id: int, queue: deque[Logged[Any]], *, is_last_try: bool) -> None:
        while queue:
            try:
                async with self._db.write(workspace_id) as tx:
                    await self.subscriber.handle(tx, [queue[0]])
            except Exception as fault:
                if _is_outage(fault):
                    raise
                if not is_last_try:
                    return
                await self._set_aside(workspace_id, queue[0], described(fault))
            queue.popleft()

    async def _set_aside(self, workspace_id: int, logged: Logged[Any], fault: str) -> None:
        name = self.subscriber.name
        log.error("log.quarantined", subscriber=name, event_id=logged.id, kind=logged.event.kind, fault=fault)
        async with self._db.write(workspace_id) as tx:
            set_aside(tx, name, logged, fault, now=clock.now())

    async def _load(self) -> Position:
        """The cursor, made if the subscriber is new."""
        first = START if self.subscriber.begins == "start" else await self._log.end()
        async with self._db.plain() as connection:
            await connection.execute(
                """
                insert into cursor (subscriber, epoch, xid, id, at) values (%s, %s, %s::text::xid8, %s, now())
                on conflict (subscriber) do nothing
                """,
                [self.subscriber.name, first.epoch, str(first.xid), first.id],
            )
            cursor = await connection.execute(
                "select epoch, xid::text::bigint, id from cursor where subscriber = %s", [self.subscriber.name]
            )
            row = await cursor.fetchone()
        assert row is not None
        self._keep(Position(*row))
        return self._saved

    async def _move(self, tx: Tx, end: Position) -> None:
        moved = await tx.rows(
            tuple,
            """
            update cursor set epoch = %(epoch)s, xid = %(xid)s::text::xid8, id = %(id)s, at = now()
             where subscriber = %(name)s and (epoch, xid, id) = (%(e)s, %(x)s::text::xid8, %(i)s)
            returning 1
            """,
            name=self.subscriber.name,
            epoch=end.epoch, xid=str(end.xid), id=end.id,
            e=self._saved.epoch, x=str(self._saved.xid), i=self._saved.id,
        )  # fmt: skip
        if not moved:
            raise CursorMoved(self.subscriber.name)

    async def _save(self, end: Position) -> None:
        async with self._db.write(0) as tx:  # the cursor belongs to no workspace
            await self._move(tx, end)
        self._keep(end)

    def _keep(self, saved: Position) -> None:
        self._saved = saved
        self._saved_at = time.monotonic()


def _by_workspace(events: Iterable[Logged[Any]]) -> list[tuple[int, list[Logged[Any]]]]:
    parts: dict[int, list[Logged[Any]]] = defaultdict(list)
    for logged in events:
        parts[logged.workspace_id].append(logged)
    return list(parts.items())


def _is_outage(fault: Exception) -> bool:
    """Whether the database is away (connection lost or refused, shutting down, out of resources), which is nobody's
    fault; a cancelled, deadlocked or refused statement is the handler's."""
    if not isinstance(fault, psycopg.OperationalError):
        return False
    return fault.sqlstate is None or fault.sqlstate[:3] == "57P" or fault.sqlstate[:2] in ("08", "53")
