"""The wall between workspaces, table by table, as the database itself draws it (spec 01, tenancy).

The tables are asked of the database, so that a new one is held to this without being listed here. As the application's
role, bound to one workspace, nothing of another is seen, changed, removed or put there; bound to none, nothing at all.
"""

from collections.abc import Iterator, Mapping
from typing import LiteralString, cast

import msgspec
import psycopg
import pytest
from psycopg import sql
from psycopg.errors import InsufficientPrivilege

from gongdan.infra.db.migrate import GLOBAL_TABLES
from gongdan.infra.db.server import Urls

OURS, THEIRS = 9_000_000_000_001, 9_000_000_000_002

SOME_VALUE: Mapping[str, LiteralString] = {
    "bigint": "7",
    "integer": "7",
    "smallint": "7",
    "text": "'x'",
    "boolean": "true",
    "jsonb": "'{}'",
    "bytea": "'x'",
    "date": "'2026-03-02'",
    "timestamp with time zone": "'2026-03-02 01:00Z'",
    "xid8": "'7'",
    "double precision": "7",
    "numeric": "7",
    "tsvector": "''",
}
"""Of each type that our tables use; an array is empty. A new type is added here."""


class Table(msgspec.Struct, frozen=True):
    name: str
    needs: dict[str, str]
    """Column that a row must bring, besides its workspace → type."""

    def row(self, workspace: int) -> sql.Composed:
        """An insert of some row into ``workspace``, unless a trigger has made the same already."""
        columns = sql.SQL(", ").join(map(sql.Identifier, ["workspace_id", *self.needs]))
        values = sql.SQL(", ").join([sql.Literal(workspace), *map(_some, self.needs.values())])
        return sql.SQL("insert into {} ({}) values ({}) on conflict do nothing").format(
            sql.Identifier(self.name), columns, values
        )


def _some(kind: str) -> sql.Composable:
    return sql.SQL("'{}'" if kind.endswith("[]") else SOME_VALUE[kind])


def tables_of(owner: psycopg.Connection) -> dict[str, Table]:
    """All tables of ours, without those that the checked-in list calls global."""
    found = owner.execute(
        """
        select c.relname,
               jsonb_object_agg(a.attname, format_type(a.atttypid, null))
                 filter (where a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attname <> 'workspace_id')
          from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relnamespace = 'public'::regnamespace
           and c.relkind in ('r', 'p')
         group by c.relname
         order by c.relname
        """
    ).fetchall()
    return {name: Table(name, needs or {}) for name, needs in found if name not in GLOBAL_TABLES}


@pytest.fixture
def owner(database: Urls) -> Iterator[psycopg.Connection]:
    with psycopg.connect(database.owner, autocommit=True) as connection:
        yield connection


@pytest.fixture
def tables(owner: psycopg.Connection) -> Iterator[dict[str, Table]]:
    """Each with one row of another workspace in it."""
    found = tables_of(owner)
    for table in found.values():
        owner.execute(table.row(THEIRS))
    yield found
    for name in found:
        owner.execute(_named("delete from {} where workspace_id in (%s, %s)", name), [OURS, THEIRS])


@pytest.fixture(params=["app", "worker"])
def bound(request: pytest.FixtureRequest, database: Urls) -> Iterator[psycopg.Connection]:
    """A session of the application's role, or of the worker's, bound to a workspace as every request is."""
    with psycopg.connect(getattr(database, request.param), autocommit=True) as connection:
        connection.execute("select set_config('gongdan.workspace', %s, false)", [str(OURS)])
        yield connection


def test_every_table_that_is_not_global_stands_behind_the_wall(owner: psycopg.Connection) -> None:
    walled = {
        name
        for (name,) in owner.execute(
            """
            select c.relname
              from pg_class c
              join pg_policies p on p.schemaname = 'public' and p.tablename = c.relname
             where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
            """
        )
    }
    assert tables_of(owner).keys() <= walled


def test_the_workspace_leads_every_key_of_a_table_behind_the_wall(owner: psycopg.Connection) -> None:
    """So that the schema can be distributed by it."""
    keys = owner.execute(
        """
        select c.relname, a.attname
          from pg_index i
          join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where i.indisunique
        """
    ).fetchall()
    astray = [(table, column) for table, column in keys if column != "workspace_id" and table not in GLOBAL_TABLES]
    assert astray == []


def test_nothing_of_another_workspace_is_seen(tables: Mapping[str, Table], bound: psycopg.Connection) -> None:
    assert {name: _count(bound, name) for name in tables} == dict.fromkeys(tables, 0)


def test_bound_to_no_workspace_nothing_is_seen(tables: Mapping[str, Table], bound: psycopg.Connection) -> None:
    bound.execute("select set_config('gongdan.workspace', '', false)")
    assert {name: _count(bound, name) for name in tables} == dict.fromkeys(tables, 0)


def test_nothing_can_be_put_into_another_workspace(tables: Mapping[str, Table], bound: psycopg.Connection) -> None:
    for table in tables.values():
        with pytest.raises(InsufficientPrivilege):
            bound.execute(table.row(THEIRS))
        bound.execute(table.row(OURS))
        assert _count(bound, table.name) == 1, table.name


def test_nothing_of_another_workspace_can_be_changed_or_removed(
    tables: Mapping[str, Table], bound: psycopg.Connection, owner: psycopg.Connection
) -> None:
    for name in tables:
        for statement in ("update {} set workspace_id = workspace_id where workspace_id = %s",
                          "delete from {} where workspace_id = %s"):  # fmt: skip
            try:
                assert bound.execute(_named(statement, name), [THEIRS]).rowcount == 0, name
            except InsufficientPrivilege:
                assert name in ("event", "log_seal"), f"{name}: only the log is append-only to our own processes"
        left = owner.execute(_named("select count(*) from {} where workspace_id = %s", name), [THEIRS]).fetchone()
        assert left == (1,), name


def _count(connection: psycopg.Connection, table: str) -> int:
    row = connection.execute(_named("select count(*) from {}", table)).fetchone()
    assert row is not None
    return cast(int, row[0])


def _named(statement: LiteralString, table: str) -> sql.Composed:
    return sql.SQL(statement).format(sql.Identifier(table))
