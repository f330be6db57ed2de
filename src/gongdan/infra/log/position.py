"""Positions in the log, and reading from them in the order of delivery (spec 01, delivery).

A position is ``(epoch, xid, id)``. Only what lies below every open transaction is read, so nothing can appear behind a
position once it was reached; within a ticket the order is that of ``seq``.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final, NamedTuple, get_args

import msgspec
from psycopg import AsyncConnection

from gongdan.infra.db.tx import Database, Query, ReadTx
from gongdan.kernel.events import Actor, Event, Logged, Unreadable

BATCH: Final = 500
"""Most events that are read or delivered at a time."""
_KEPT: Final = 4
_SETTLE_POLL_S: Final = 0.01
_TEXT: Final = re.compile(r"(\d{1,9})-(\d{1,19})-(\d{1,19})", re.ASCII)

_COLUMNS: Final = """
       workspace_id, stream, stream_id, seq, id, kind, schema, actor, actor_id, on_behalf_of, via, rule, token_id,
       command_id, cause, depth, release, at, body, epoch, xid::text::bigint, appended_at
"""


class Position(NamedTuple):
    epoch: int
    xid: int
    id: int

    def __str__(self) -> str:
        return f"{self.epoch}-{self.xid}-{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Position | None":
        """The position that ``str`` gave; None for anything else."""
        match = _TEXT.fullmatch(text)
        return cls(*map(int, match.groups())) if match else None


START: Final = Position(0, 0, 0)


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """An open transaction that has written: nothing committed after its start is delivered before it ends."""

    pid: int | None
    """None for a prepared transaction."""
    database: str
    name: str
    """Its application, or the prepared transaction's name."""
    state: str | None
    open_for: timedelta | None
    """None where our role may not see it."""
    statement: str | None


def kinds(*declared: Any) -> dict[str, type[Event]]:
    """Kind → struct, from event types and unions of them, as domains declare. A kind stands for one struct only."""
    found: dict[str, type[Event]] = {}
    for one in declared:
        for struct in get_args(one) or (one,):
            tag = str(struct.__struct_config__.tag)
            if found.setdefault(tag, struct) is not struct:
                raise ValueError(f"two events are called {tag}")
    return found


class Log:
    """Reads the log across workspaces and decodes it. What several readers ask in turn is read once."""

    def __init__(self, db: Database, known: Mapping[str, type[Event]]) -> None:
        self._db = db
        self._decoders = {kind: msgspec.json.Decoder(struct) for kind, struct in known.items()}
        self._kept: OrderedDict[tuple[Position, int], Sequence[Logged[Any]]] = OrderedDict()
        self._reading = asyncio.Lock()

    async def after(self, position: Position, most: int = BATCH) -> Sequence[Logged[Any]]:
        """The next events of all workspaces, at most ``most``; none when nothing can be delivered yet."""
        async with self._reading:
            if kept := self._kept.get((position, most)):
                return kept
            async with self._db.plain() as connection:
                cursor = await connection.execute(
                    f"select {_COLUMNS} from log_after(%s, %s::text::xid8, %s, %s)",
                    [position.epoch, str(position.xid), position.id, most],
                )
                events = self._decoded(await cursor.fetchall())
            if events:
                self._kept[(position, most)] = events
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            return events

    async def one(self, tx: ReadTx, stream: str, stream_id: int, seq: int) -> Logged[Any] | None:
        """A single event of the transaction's workspace, by the log's primary key."""
        (rows,) = await tx.gather(
            Query(
                tuple,
                f"""
                select {_COLUMNS}
                  from event
                 where workspace_id = %(workspace)s and stream = %(stream)s and stream_id = %(id)s and seq = %(seq)s
                """,
                {"stream": stream, "id": stream_id, "seq": seq},
            )
        )
        return self._decoded(rows)[0] if rows else None

    async def stream(self, tx: ReadTx, stream: str, stream_id: int) -> list[Logged[Any]]:
        """All events of a stream of the transaction's workspace, in the order of ``seq``."""
        (rows,) = await tx.gather(
            Query(
                tuple,
                f"""
                select {_COLUMNS}
                  from event
                 where workspace_id = %(workspace)s and stream = %(stream)s and stream_id = %(id)s
                 order by seq
                """,
                {"stream": stream, "id": stream_id},
            )
        )
        return self._decoded(rows)

    async def end(self) -> Position:
        """The place behind all that can be delivered now; what is still open comes after it."""
        async with self._db.plain() as connection:
            cursor = await connection.execute(
                "select epoch, pg_snapshot_xmin(pg_current_snapshot())::text::bigint from log_epoch"
            )
            row = await cursor.fetchone()
        assert row is not None
        return Position(row[0], row[1], 0)  # ids begin above 0, so this precedes every event of that transaction

    async def settled(self) -> None:
        """Wait until everything that was committed before this call can be delivered."""
        async with self._db.plain() as connection:
            cursor = await connection.execute("select pg_snapshot_xmax(pg_current_snapshot())::text")
            row = await cursor.fetchone()
            assert row is not None
            while True:
                cursor = await connection.execute(
                    "select pg_snapshot_xmin(pg_current_snapshot()) >= %s::xid8", [row[0]]
                )
                if (answer := await cursor.fetchone()) and answer[0]:
                    return
                await asyncio.sleep(_SETTLE_POLL_S)

    def _decoded(self, rows: Iterable[Sequence[Any]]) -> list[Logged[Any]]:
        return [_logged(row, self._event(row[5], row[18])) for row in rows]

    def _event(self, kind: str, body: bytes | None) -> Event:
        if body is None:
            return Unreadable(of=kind, why="erased")
        if (decoder := self._decoders.get(kind)) is None:
            return Unreadable(of=kind, why="unknown")
        try:
            event: Event = decoder.decode(body)
        except msgspec.MsgspecError:
            return Unreadable(of=kind, why="malformed")
        return event


async def who_holds_back(connection: AsyncConnection[Any]) -> list[Holder]:
    """Open transactions that have written, of the whole cluster, the one that delivery waits for first."""
    cursor = await connection.execute(
        """
        select pid, datname, application_name, state, now() - xact_start, query
          from (select a.pid, a.datname, a.application_name, a.state, a.xact_start, a.query, age(a.backend_xid) as age
                  from pg_stat_activity a
                 where a.backend_xid is not null
                   and a.pid <> pg_backend_pid()
                 union all
                select null, p.database, p.gid, 'prepared', p.prepared, null, age(p.transaction)
                  from pg_prepared_xacts p) open
         order by age desc
        """
    )
    names = Holder.__struct_fields__
    return [Holder(**dict(zip(names, row, strict=True))) for row in await cursor.fetchall()]


def position_of(logged: Logged[Any]) -> Position:
    """Where an event that was read stands."""
    assert logged.position is not None, "only what was read from the log has a position"
    return Position(*logged.position)


def _logged(row: Sequence[Any], event: Event) -> Logged[Any]:
    return Logged(
        workspace_id=row[0],
        stream=row[1],
        stream_id=row[2],
        seq=row[3],
        id=row[4],
        schema=row[6],
        actor=Actor(kind=row[7], person_id=row[8], on_behalf_of=row[9], via=row[10], rule=row[11], token_id=row[12]),
        command_id=row[13],
        cause=row[14],
        depth=row[15],
        release=row[16],
        at=row[17],
        event=event,
        position=Position(row[19], row[20], row[4]),
        appended_at=row[21],
    )
