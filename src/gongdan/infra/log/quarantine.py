"""Events that a subscriber cannot digest: set aside visibly so that the rest goes on; delivered again by hand."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.infra.log.position import Log
from gongdan.kernel.errors import NotFound
from gongdan.kernel.events import Logged

FAULT_LENGTH: Final = 2_000

Handler = Callable[[Tx, Sequence[Logged[Any]]], Awaitable[None]]


class NotQuarantined(NotFound):
    """This subscriber has no such event in quarantine."""

    code = "log.not_quarantined"


class Quarantined(msgspec.Struct, frozen=True, kw_only=True):
    subscriber: str
    event_id: int
    stream: str
    stream_id: int
    seq: int
    fault: str
    at: datetime


def described(fault: BaseException) -> str:
    """What an operator reads of a fault."""
    return f"{type(fault).__name__}: {fault}"[:FAULT_LENGTH]


def set_aside(tx: Tx, subscriber: str, logged: Logged[Any], fault: str, *, now: datetime) -> None:
    """Queue the quarantine of an event; one that is there already stays as it is."""
    tx.put(
        """
        insert into event_quarantine (workspace_id, subscriber, event_id, stream, stream_id, seq, fault, at)
        values (%(workspace)s, %(subscriber)s, %(event)s, %(stream)s, %(stream_id)s, %(seq)s, %(fault)s, %(now)s)
        on conflict (workspace_id, subscriber, event_id) do nothing
        """,
        subscriber=subscriber,
        event=logged.id,
        stream=logged.stream,
        stream_id=logged.stream_id,
        seq=logged.seq,
        fault=fault,
        now=now,
    )


async def quarantined(tx: ReadTx) -> list[Quarantined]:
    """The workspace's quarantine, oldest first."""
    return await tx.rows(
        Quarantined,
        """
        select subscriber, event_id, stream, stream_id, seq, fault, at
          from event_quarantine
         where workspace_id = %(workspace)s
         order by at, event_id
        """,
    )


async def replay(tx: Tx, log: Log, name: str, handle: Handler, event_id: int) -> None:
    """Deliver a quarantined event again; it leaves the quarantine together with what the subscriber writes.

    Raises:
        NotQuarantined: it is not there (any more).
        Exception: what the subscriber raises; the event stays.
    """
    row = await tx.row(
        Quarantined,
        """
        select subscriber, event_id, stream, stream_id, seq, fault, at
          from event_quarantine
         where workspace_id = %(workspace)s and subscriber = %(subscriber)s and event_id = %(event)s
        """,
        subscriber=name,
        event=event_id,
    )
    if row is None:
        raise NotQuarantined(subscriber=name, event_id=event_id)
    logged = await log.one(tx, row.stream, row.stream_id, row.seq)
    if logged is not None:
        await handle(tx, [logged])
    tx.put(
        """
        delete from event_quarantine
         where workspace_id = %(workspace)s and subscriber = %(subscriber)s and event_id = %(event)s
        """,
        subscriber=name,
        event=event_id,
    )
