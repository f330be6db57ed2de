"""Transactions. Reading and writing sessions are told apart by type; this file alone commits.

A write transaction takes two round trips: ``gather`` opens it, takes the locks and loads in one pipeline; leaving the
block sends all queued writes and the commit in another. Statements between cost a round trip each, and show in the
checked-in budgets.
"""

from asyncio import CancelledError
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from typing import Any, Generic, LiteralString, TypeVar, cast, get_args, get_origin, overload

import msgspec
from psycopg import AsyncConnection, AsyncCursor, AsyncRawCursor
from psycopg.rows import tuple_row
from psycopg.types.json import Jsonb, set_json_dumps, set_json_loads
from psycopg_pool import AsyncConnectionPool

from gongdan.infra.db.statements import Statement, statement
from gongdan.kernel.ids import BLOCK, Ids

set_json_dumps(msgspec.json.encode)
set_json_loads(msgspec.json.decode)

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")


class Query(msgspec.Struct, Generic[T], frozen=True):
    """A statement, its parameters, and the struct that its columns fill by name. Where they stand as the struct's
    positional members do, a row costs a tenth."""

    into: type[T]
    sql: str
    params: Mapping[str, Any]
    asks: bool = True
    """False where it is known that nothing is to be found: it is not sent."""


class ReadTx:
    """A reading session bound to one workspace; it may run on a replica and offers no way to write."""

    def __init__(
        self,
        connection: AsyncConnection[Any],
        workspace_id: int,
        *,
        row_security: bool,
        at_most_s: float | None = None,
    ) -> None:
        self._connection = connection
        settings = {"gongdan.workspace": str(workspace_id)} if row_security else {}
        self._settings = settings | ({"statement_timeout": f"{at_most_s * 1000:.0f}"} if at_most_s else {})
        self._begun = False
        self._along: list[tuple[Query[Any], Callable[[list[Any]], None]]] = []
        self.workspace_id = workspace_id
        self.round_trips = 0

    def along(self, query: Query[T], seen: Callable[[list[T]], None]) -> None:
        """Ask ``query`` with whatever is read next, at no round trip of its own; ``seen`` gets its rows before anybody
        gets those of the others, and may raise."""
        self._along.append((query, seen))

    async def rows(self, into: type[T], sql: str, **params: Any) -> list[T]:
        """All rows of one statement. ``%(workspace)s`` is always given."""
        (rows,) = await self.gather(Query(into, sql, params))
        return rows

    async def row(self, into: type[T], sql: str, **params: Any) -> T | None:
        """The first row of one statement, or None."""
        found = await self.rows(into, sql, **params)
        return found[0] if found else None

    @overload
    async def gather(self, q1: Query[A], /, *, last: bool = False) -> tuple[list[A]]: ...
    @overload
    async def gather(self, q1: Query[A], q2: Query[B], /, *, last: bool = False) -> tuple[list[A], list[B]]: ...
    @overload
    async def gather(
        self, q1: Query[A], q2: Query[B], q3: Query[C], /, *, last: bool = False
    ) -> tuple[list[A], list[B], list[C]]: ...
    @overload
    async def gather(
        self, q1: Query[A], q2: Query[B], q3: Query[C], q4: Query[D], /, *, last: bool = False
    ) -> tuple[list[A], list[B], list[C], list[D]]: ...
    @overload
    async def gather(self, *queries: Query[Any], last: bool = False) -> tuple[list[Any], ...]: ...
    async def gather(self, *queries: Query[Any], last: bool = False) -> tuple[list[Any], ...]:
        """Run several statements in one round trip; the first call opens the transaction in the same one, and one that
        is the ``last`` ends it there too."""
        self.round_trips += 1
        along, self._along = self._along, []
        asked = [*(query for query, _ in along), *queries]
        async with self._connection.pipeline():
            await self._begin()
            sent = [await self._send(query.sql, query.params) if query.asks else None for query in asked]
            if last:
                await self._end()
        found = [await _structs(*one, query.into) if one else [] for one, query in zip(sent, asked, strict=True)]
        for (_, seen), rows in zip(along, found, strict=False):
            seen(rows)
        return tuple(found[len(along) :])

    async def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        await self._connection.execute(self._opening())
        if self._settings:
            await self._connection.execute(*_setting(self._settings))

    def _opening(self) -> LiteralString:
        return "begin isolation level repeatable read, read only"

    async def _send(self, sql: str, params: Mapping[str, Any]) -> tuple[AsyncCursor[Any], Statement]:
        cursor = AsyncRawCursor(self._connection, row_factory=tuple_row)
        asked, given = statement(sql), {"workspace": self.workspace_id, **params}
        await cursor.execute(asked.text, [given[name] for name in asked.names])
        return cursor, asked

    async def _end(self) -> None:
        await self._connection.execute("commit")
        self._begun = False

    async def _finish(self) -> None:
        if self._begun:
            await self._end()

    async def _abandon(self) -> None:
        if self._begun and not self._connection.closed:
            await self._connection.execute("rollback")


class Tx(ReadTx):
    """A writing session: one command, one transaction. Writes are queued by ``put`` and sent with the commit."""

    def __init__(
        self, connection: AsyncConnection[Any], workspace_id: int, *, row_security: bool, epoch: int, ids: Ids
    ) -> None:
        super().__init__(connection, workspace_id, row_security=row_security)
        self._writes: list[tuple[str, Mapping[str, Any]]] = []
        self._inserts: dict[str, list[Mapping[str, Any]]] = {}
        self._kept: dict[str, dict[tuple[tuple[str, Any], ...], Mapping[str, Any] | None]] = {}
        self.epoch = epoch
        self.ids = ids
        self.wrote_events = False

    def put(self, sql: str, **params: Any) -> None:
        """Queue a write; it is sent with the commit, after the inserts. ``%(workspace)s`` is always given."""
        self._writes.append((sql, params))

    def insert(self, table: str, row: Mapping[str, Any]) -> None:
        """Queue a row. All rows go out in one statement, before what ``put`` queued, and none sees another. Rows of one
        table have the same columns; dicts and structs become jsonb, tuples arrays."""
        self._inserts.setdefault(table, []).append(row)

    def keep(self, table: str, key: Mapping[str, Any], values: Mapping[str, Any] | None) -> None:
        """Queue what the row with the primary key ``key`` is to be: ``values``, whatever stood there, or None: no row.
        Of one key the last counts. Sent together with the inserts."""
        self._kept.setdefault(table, {})[tuple(key.items())] = values

    @contextmanager
    def tentatively(self) -> Iterator[None]:
        """What is queued inside goes again if an error leaves it: one part of many is refused, and leaves nothing."""
        writes, wrote_events = len(self._writes), self.wrote_events
        inserts = {table: len(rows) for table, rows in self._inserts.items()}
        kept = {table: dict(by_key) for table, by_key in self._kept.items()}
        try:
            yield
        except BaseException:
            del self._writes[writes:]
            self._inserts = {table: self._inserts[table][:count] for table, count in inserts.items()}
            self._kept, self.wrote_events = kept, wrote_events
            raise

    async def flush(self) -> None:
        """Send what is queued without committing, for the rare command that must read what it wrote."""
        self.round_trips += 1
        async with self._connection.pipeline():
            await self._begin()
            await self._send_writes()

    def _opening(self) -> LiteralString:
        return "begin isolation level read committed"

    async def _send_writes(self) -> None:
        """All rows go out as one statement: each statement of its own costs the client as much as its rows."""
        inserts, self._inserts = self._inserts, {}
        kept, self._kept = self._kept, {}
        parts = [(_inserting(table, rows[0]), _as_json(rows)) for table, rows in inserts.items()]
        parts += [part for table, by_key in kept.items() for part in _keeping(table, by_key)]
        if parts:
            *before, last = [sql for sql, _ in parts]
            named = ", ".join(f"w{n} as ({sql})" for n, sql in enumerate(before))
            await self._connection.execute(f"with {named} {last}" if before else last, [rows for _, rows in parts])
        writes, self._writes = self._writes, []
        for sql, params in writes:
            await self._send(sql, {name: _adapted(value) for name, value in params.items()})

    async def _finish(self) -> None:
        if self._along:
            await self.gather()
        if not (self._begun or self._writes or self._inserts or self._kept):
            return
        self.round_trips += 1
        async with self._connection.pipeline():
            await self._begin()
            await self._send_writes()
            await self._end()


def _setting(settings: Mapping[str, str]) -> tuple[LiteralString, list[str]]:
    """The statement that sets them for the length of a transaction, with its parameters."""
    one: LiteralString = "set_config(%s, %s, true)"
    sql = "select " + ", ".join([one] * len(settings))
    return sql, [part for setting in settings.items() for part in setting]


def _inserting(table: str, row: Mapping[str, Any]) -> str:
    columns = ", ".join(row)
    return f"insert into {table} ({columns}) select {columns} from json_populate_recordset(null::{table}, %s::json)"


def _keeping(
    table: str, by_key: Mapping[tuple[tuple[str, Any], ...], Mapping[str, Any] | None]
) -> Iterator[tuple[str, str]]:
    """The statement that removes and the one that sets, each with its rows."""
    removed = [dict(key) for key, values in by_key.items() if values is None]
    rows = [{**dict(key), **values} for key, values in by_key.items() if values is not None]
    key = [name for name, _ in next(iter(by_key))]
    if removed:
        same = " and ".join(f"t.{name} = d.{name}" for name in key)
        sql = f"delete from {table} t using json_populate_recordset(null::{table}, %s::json) d where {same}"
        yield sql, _as_json(removed)
    if rows:
        sets = ", ".join(f"{name} = excluded.{name}" for name in rows[0] if name not in key)
        yield f"{_inserting(table, rows[0])} on conflict ({', '.join(key)}) do update set {sets}", _as_json(rows)


def _as_json(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as one JSON text, which PostgreSQL turns into typed columns: one statement and one parameter for any number
    of rows, so that it is prepared once."""
    return _encode_rows([_without_bytes(row) for row in rows]).decode()


def _without_bytes(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Few rows hold bytes, and they in few columns; they go out as PostgreSQL writes them."""
    hexed = {name: "\\x" + value.hex() for name, value in row.items() if type(value) is bytes}
    return {**row, **hexed} if hexed else row


_encode_rows = msgspec.json.Encoder().encode


def _adapted(value: Any) -> Any:
    if isinstance(value, dict | msgspec.Struct):
        return Jsonb(value)
    if isinstance(value, tuple | frozenset):
        return list(value)
    return value


async def _structs(cursor: AsyncCursor[Any], asked: Statement, into: type[T]) -> list[T]:
    rows = await cursor.fetchall()
    if not rows:
        return []
    if into is tuple:
        return cast(list[T], rows)
    if asked.columns is None:
        asked.columns = _names(cursor)
    names = asked.columns
    if into is dict:
        return cast(list[T], [dict(zip(names, row, strict=True)) for row in rows])
    if _needs_conversion(cast(Any, into)):
        return [msgspec.convert(dict(zip(names, row, strict=True)), into) for row in rows]
    if cast(Any, into).__match_args__[: len(names)] == tuple(names):
        return [into(*row) for row in rows]
    return [into(**dict(zip(names, row, strict=True))) for row in rows]


def _names(cursor: AsyncCursor[Any]) -> list[str]:
    """Of the columns. The description would look up each column's type as well, which nobody here asks for."""
    result = cursor.pgresult
    return [(result.fname(i) or b"").decode() for i in range(result.nfields)] if result is not None else []


@cache
def _needs_conversion(into: Any) -> bool:
    """Whether a struct has members that PostgreSQL does not give as such: tuples, sets, nested structs."""
    return any(
        get_origin(field.type) in (tuple, frozenset)
        or _is_struct(field.type)
        or any(map(_is_struct, get_args(field.type)))
        for field in msgspec.structs.fields(into)
    )


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


RESERVE = 2_500
"""Ids that a write transaction may use: a chunk of 100 commands needs fewer."""


class Database:
    """The pool and what its sessions need to know: the log's epoch, and whether row security is on."""

    def __init__(self, pool: AsyncConnectionPool[AsyncConnection[Any]], *, epoch: int, row_security: bool) -> None:
        self._pool = pool
        self._ids = Ids()
        self._writing = 0
        self.epoch = epoch
        self.row_security = row_security

    @asynccontextmanager
    async def plain(self) -> AsyncIterator[AsyncConnection[Any]]:
        """An autocommit connection for the global tables (sessions, timers, cursors, number blocks) and for locks.

        One whose user was cancelled is closed: a pipeline may be half read, what would end it would be cancelled too,
        and the pool would take it for idle and give it away with an open transaction.
        """
        async with self._pool.connection() as connection:
            try:
                yield connection
            except CancelledError:
                await connection.close()
                raise

    async def ids(self, least: int = RESERVE) -> Ids:
        """The process's supply of ids, holding at least ``least``."""
        while self._ids.left < least:
            async with self.plain() as connection:
                row = await (
                    await connection.execute(
                        "select nextval('id_block') from generate_series(1, %s)", [-(-least // BLOCK)]
                    )
                ).fetchall()
            for (number,) in row:
                self._ids.add_block(number)
        return self._ids

    @asynccontextmanager
    async def read(self, workspace_id: int, *, at_most_s: float | None = None) -> AsyncIterator[ReadTx]:
        """One consistent snapshot of one workspace. ``at_most_s``: how long a statement may take; one that would take
        longer raises ``QueryCanceled``."""
        async with self.plain() as connection:
            tx = ReadTx(connection, workspace_id, row_security=self.row_security, at_most_s=at_most_s)
            try:
                yield tx
            except BaseException:
                await tx._abandon()
                raise
            await tx._finish()

    @asynccontextmanager
    async def write(self, workspace_id: int) -> AsyncIterator[Tx]:
        """One command. Leaving the block sends the queued writes and commits; an exception leaves nothing behind."""
        self._writing += 1
        try:
            ids = await self.ids(RESERVE * self._writing)
            async with self.plain() as connection:
                tx = Tx(connection, workspace_id, row_security=self.row_security, epoch=self.epoch, ids=ids)
                try:
                    yield tx
                    await tx._finish()
                except BaseException:
                    await tx._abandon()
                    raise
        finally:
            self._writing -= 1


@asynccontextmanager
async def open_database(url: str, *, size: int, row_security: bool) -> AsyncIterator[Database]:
    """A pool of ``size`` connections, opened and closed with the block."""

    async def configure(connection: AsyncConnection[Any]) -> None:
        await connection.set_autocommit(True)
        connection.prepare_threshold = 1

    pool = AsyncConnectionPool(url, min_size=1, max_size=size, configure=configure, open=False, name="gongdan")
    await pool.open(wait=True, timeout=30)
    try:
        async with pool.connection() as connection:
            row = await (await connection.execute("select epoch from log_epoch")).fetchone()
        assert row is not None, "the database has no epoch: run gongdan migrate"
        yield Database(pool, epoch=row[0], row_security=row_security)
    finally:
        await pool.close()
