"""Seals: proof that the log is whole (spec 01, integrity and erasure together).

A chain shows that no event of a stream was changed. That a whole stream, or the end of one, is missing shows only in
the seals: each covers the workspace's events of one delivered batch, and is chained to the seal before.
"""

from collections import deque
from collections.abc import AsyncIterator, Sequence
from typing import Any, Final, Literal

import msgspec

from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.infra.log.chain import NO_HASH, ChainedRow, first_break, root
from gongdan.infra.log.position import START, Position, position_of
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel import clock
from gongdan.kernel.events import Event, Logged

PAGE: Final = 5_000
SEALS_PAGE: Final = 200


class BodiesErased(Event, frozen=True, kw_only=True, tag="workspace.bodies_erased"):
    """Bodies and salts of these events were destroyed; the envelope says by whom and when. Nothing else excuses a
    missing body."""

    events: tuple[int, ...]
    reason: str


class Flaw(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong with the log. Texts are in the catalogue under ``faults.log.<code>``."""

    code: Literal["gap", "chain_broken", "end_differs", "body_missing", "seal_broken", "seal_differs"]
    stream: str | None = None
    stream_id: int | None = None
    seq: int | None = None
    seal: int | None = None
    """Number of the seal, for what seals tell."""


class _Seal(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    to: Position
    events: int
    root: bytes
    prev_root: bytes


NO_SEAL: Final = _Seal(number=0, to=START, events=0, root=NO_HASH, prev_root=NO_HASH)
"""What the first seal of a workspace is chained to."""


class _Hash(msgspec.Struct, frozen=True):
    epoch: int
    xid: int
    id: int
    hash: bytes

    @property
    def position(self) -> Position:
        return Position(self.epoch, self.xid, self.id)


class _End(msgspec.Struct, frozen=True):
    """Where a stream ends by what its owner keeps."""

    stream: str
    stream_id: int
    seq: int
    hash: bytes


async def _seal(tx: Tx, batch: Sequence[Logged[Any]]) -> None:
    """Seal what lies between the last seal and the end of the batch. A batch that comes twice adds nothing."""
    end = position_of(batch[-1])
    last = await _last_seal(tx)
    hashes = await _hashes(tx, last.to, end)
    if not hashes:
        return
    first = hashes[0].position
    tx.put(
        """
        insert into log_seal (workspace_id, number, from_epoch, from_xid, from_id, to_epoch, to_xid, to_id,
                              events, root, prev_root, at)
        values (%(workspace)s, %(number)s, %(from_epoch)s, %(from_xid)s::text::xid8, %(from_id)s,
                %(to_epoch)s, %(to_xid)s::text::xid8, %(to_id)s, %(events)s, %(root)s, %(prev_root)s, %(now)s)
        """,
        number=last.number + 1,
        from_epoch=first.epoch, from_xid=str(first.xid), from_id=first.id,
        to_epoch=end.epoch, to_xid=str(end.xid), to_id=end.id,
        events=len(hashes),
        root=root((row.hash for row in hashes), last.root),
        prev_root=last.root,
        now=clock.now(),
    )  # fmt: skip


SEALER: Final = Subscriber(name="log-seal", kinds=None, handle=_seal, begins="start", pace_s=1.0)
"""The relay's own subscriber."""


async def verify(tx: ReadTx) -> AsyncIterator[Flaw]:
    """Every flaw of the workspace's log, from one snapshot: streams first, then seals. It reads all, in pages."""
    erased = await _erased(tx)
    ends = {(end.stream, end.stream_id): end for end in await _ends(tx)}

    stream: list[ChainedRow] = []
    async for row in _events(tx):
        if stream and (row.stream, row.stream_id) != (stream[0].stream, stream[0].stream_id):
            for flaw in _of_stream(stream, ends.pop((stream[0].stream, stream[0].stream_id), None), erased):
                yield flaw
            stream = []
        stream.append(row)
    if stream:
        for flaw in _of_stream(stream, ends.pop((stream[0].stream, stream[0].stream_id), None), erased):
            yield flaw
    for end in ends.values():
        yield Flaw(code="end_differs", stream=end.stream, stream_id=end.stream_id, seq=end.seq)

    async for flaw in _of_seals(tx):
        yield flaw


def _of_stream(rows: Sequence[ChainedRow], end: _End | None, erased: frozenset[int]) -> list[Flaw]:
    """Flaws of one stream, whose owner says that it ends at ``end``."""
    where: dict[str, Any] = {"stream": rows[0].stream, "stream_id": rows[0].stream_id}
    flaws = [Flaw(code="gap", seq=seq, **where) for seq, row in enumerate(rows, 1) if row.seq != seq][:1]
    if broken := first_break(rows):
        flaws.append(Flaw(code="chain_broken", seq=broken.seq, **where))
    flaws += [
        Flaw(code="body_missing", seq=row.seq, **where)
        for row in rows
        if (row.body is None or row.salt is None) and row.id not in erased
    ]
    if end is None or (end.seq, end.hash) != (rows[-1].seq, rows[-1].hash):
        flaws.append(Flaw(code="end_differs", seq=rows[-1].seq, **where))
    return flaws


async def _of_seals(tx: ReadTx) -> AsyncIterator[Flaw]:
    """Compare each seal with the events since the one before: a missing or a later inserted event shows in its root."""
    last = NO_SEAL
    while seals := await _seals(tx, "number > %(after)s", "number", SEALS_PAGE, after=last.number):
        hashes = deque(await _hashes(tx, last.to, seals[-1].to))
        for seal in seals:
            if (seal.number, seal.prev_root) != (last.number + 1, last.root):
                yield Flaw(code="seal_broken", seal=seal.number)
            own = []
            while hashes and hashes[0].position <= seal.to:
                own.append(hashes.popleft().hash)
            if len(own) != seal.events or root(own, seal.prev_root) != seal.root:
                yield Flaw(code="seal_differs", seal=seal.number)
            last = seal


async def _last_seal(tx: ReadTx) -> _Seal:
    seals = await _seals(tx, "true", "number desc", 1)
    return seals[0] if seals else NO_SEAL


async def _seals(tx: ReadTx, where: str, order: str, most: int, **params: Any) -> list[_Seal]:
    rows = await tx.rows(
        tuple,
        f"""
        select number, to_epoch, to_xid::text::bigint, to_id, events, root, prev_root
          from log_seal
         where workspace_id = %(workspace)s
           and {where}
         order by {order}
         limit {most}
        """,
        **params,
    )
    return [
        _Seal(number=number, to=Position(epoch, xid, id_), events=events, root=own, prev_root=previous)
        for number, epoch, xid, id_, events, own, previous in rows
    ]


async def _hashes(tx: ReadTx, after: Position, upto: Position) -> list[_Hash]:
    """Hashes of the workspace's events behind ``after`` up to ``upto``, in order of delivery, by ``event_position``."""
    return await tx.rows(
        _Hash,
        """
        select epoch, xid::text::bigint as xid, id, hash
          from event
         where workspace_id = %(workspace)s
           and (epoch, xid, id) > (%(e)s, %(x)s::text::xid8, %(i)s)
           and (epoch, xid, id) <= (%(epoch)s, %(xid)s::text::xid8, %(id)s)
         order by event.epoch, event.xid, event.id
        """,
        e=after.epoch, x=str(after.xid), i=after.id,
        epoch=upto.epoch, xid=str(upto.xid), id=upto.id,
    )  # fmt: skip


async def _ends(tx: ReadTx) -> list[_End]:
    return await tx.rows(
        _End,
        """
        select 'ticket' as stream, id as stream_id, version as seq, head_hash as hash
          from ticket
         where workspace_id = %(workspace)s
         union all
        select stream, stream_id, seq, hash
          from stream_head
         where workspace_id = %(workspace)s
        """,
    )


async def _erased(tx: ReadTx) -> frozenset[int]:
    """Ids of all events whose bodies were destroyed rightly."""
    bodies = await tx.rows(
        tuple,
        """
        select body
          from event
         where workspace_id = %(workspace)s and stream = 'workspace' and kind = %(kind)s and body is not null
        """,
        kind=str(BodiesErased.__struct_config__.tag),
    )
    decode = msgspec.json.Decoder(BodiesErased).decode
    return frozenset(event_id for (body,) in bodies for event_id in decode(body).events)


async def _events(tx: ReadTx) -> AsyncIterator[ChainedRow]:
    """All events of the workspace, stream by stream, in pages along the primary key."""
    columns = ", ".join(field.name for field in msgspec.structs.fields(ChainedRow))
    after: tuple[str, int, int] = ("", 0, 0)
    while True:
        rows = await tx.rows(
            ChainedRow,
            f"""
            select {columns}
              from event
             where workspace_id = %(workspace)s
               and (stream, stream_id, seq) > (%(stream)s, %(id)s, %(seq)s)
             order by stream, stream_id, seq
             limit {PAGE}
            """,
            stream=after[0],
            id=after[1],
            seq=after[2],
        )
        for row in rows:
            yield row
        if len(rows) < PAGE:
            return
        after = rows[-1].stream, rows[-1].stream_id, rows[-1].seq
