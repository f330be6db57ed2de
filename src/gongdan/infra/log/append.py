"""Appending to the log, inside the transaction that changes the state."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.log.chain import NO_HASH, chained
from gongdan.kernel import clock
from gongdan.kernel.events import Actor, Event, Logged, Stream


class _Head(msgspec.Struct, frozen=True):
    seq: int
    hash: bytes


async def append(
    tx: Tx,
    stream: Stream,
    stream_id: int,
    events: Sequence[Event],
    *,
    actor: Actor,
    command_id: int,
    release: int,
    now: datetime,
) -> list[Logged[Any]]:
    """Append ``events`` to a stream other than a ticket's; the stream is locked first, as a ticket is by its desk."""
    _, heads = await tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(%(id)s::bigint)", {"id": stream_id}),
        Query(
            _Head,
            """
            select seq, hash
              from stream_head
             where workspace_id = %(workspace)s and stream = %(stream)s and stream_id = %(id)s
            """,
            {"stream": stream, "id": stream_id},
        ),
    )
    head = heads[0] if heads else _Head(seq=0, hash=NO_HASH)
    logged = [
        Logged(
            workspace_id=tx.workspace_id,
            stream=stream,
            stream_id=stream_id,
            seq=seq,
            id=tx.ids.next(),
            actor=actor,
            command_id=command_id,
            cause=None,
            depth=0,
            release=release,
            at=now,
            event=event,
        )
        for seq, event in enumerate(events, head.seq + 1)
    ]
    put_events(tx, logged, previous=head.hash, stream=stream)
    return logged


def put_events(tx: Tx, events: Sequence[Logged[Any]], *, previous: bytes, stream: Stream) -> bytes:
    """Queue the rows of consecutive events of one stream; return the stream's new head.

    Streams other than tickets keep their head in ``stream_head``; a ticket keeps it in its own row.
    """
    rows = chained(events, previous=previous, epoch=tx.epoch)
    appended_at = clock.now()
    for row in rows:
        tx.insert("event", msgspec.structs.asdict(row) | {"appended_at": appended_at})
    if not rows:
        return previous
    last = rows[-1]
    if stream != "ticket":
        key = {"workspace_id": tx.workspace_id, "stream": stream, "stream_id": last.stream_id}
        tx.keep("stream_head", key, {"seq": last.seq, "hash": last.hash})
    tx.wrote_events = True
    return last.hash
