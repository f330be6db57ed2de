"""Every statement about imports, their rows and what tells those apart."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.imports.reading.tables import Table, TableRow
from gongdan.infra.db.tx import Query, ReadTx, Tx

NOT_MINE = "-"
"""In a mapping: the column of the file is left out."""


class ImportRow(msgspec.Struct, frozen=True, kw_only=True):
    """An uploaded table and how far it came."""

    id: int
    kind: str
    actor_id: int | None
    actor_name: str | None
    file: str
    form: str
    detail: str
    headings: list[str]
    mapping: list[str]
    rows: int
    check_id: int | None
    would_add: int
    run_id: int | None
    added: int
    invited: int
    """Letters that the run queued."""
    created_at: datetime
    forgotten_at: datetime | None
    version: int

    @property
    def columns(self) -> list[str | None]:
        return [None if one == NOT_MINE else one for one in self.mapping]


_COLUMNS = """
i.id, i.kind, i.actor_id, p.name as actor_name, i.file, i.form, i.detail, i.headings, i.mapping, i.rows, i.check_id,
i.would_add, i.run_id, i.added, i.invited, i.created_at, i.forgotten_at, i.version
"""
_FROM = """
  from table_import i
  left join person p on p.workspace_id = i.workspace_id and p.id = i.actor_id
 where i.workspace_id = %(workspace)s and i.whole
"""


async def one(tx: ReadTx, id: int, *, for_change: bool = False) -> ImportRow | None:
    lock = " for no key update of i" if for_change else ""
    return await tx.row(ImportRow, f"select {_COLUMNS} {_FROM} and i.id = %(id)s{lock}", id=id)


async def latest(
    tx: ReadTx, actor_id: int, before: int | None, limit: int, *, others: Sequence[str]
) -> list[ImportRow]:
    """What somebody brought in, latest first; and what others did, of the kinds ``others``."""
    return await tx.rows(
        ImportRow,
        f"""
        select {_COLUMNS} {_FROM}
           and (i.actor_id = %(actor)s or i.kind = any(%(others)s))
           and (%(before)s::bigint is null or i.id < %(before)s)
         order by i.id desc
         limit %(limit)s
        """,
        actor=actor_id,
        before=before,
        limit=limit,
        others=list(others),
    )


def add(
    tx: Tx,
    id: int,
    *,
    kind: str,
    actor_id: int | None,
    file: str,
    table: Table,
    mapping: Sequence[str | None],
    now: datetime,
) -> None:
    """Queue a table without its rows; nobody sees it before ``complete``."""
    tx.insert(
        "table_import",
        {
            "workspace_id": tx.workspace_id,
            "id": id,
            "kind": kind,
            "actor_id": actor_id,
            "file": file,
            "form": table.form,
            "detail": table.detail,
            "headings": tuple(table.headings),
            "mapping": tuple(one or NOT_MINE for one in mapping),
            "rows": len(table.rows),
            "whole": False,
            "would_add": 0,
            "added": 0,
            "invited": 0,
            "created_at": now,
            "version": 1,
        },
    )


def add_rows(tx: Tx, id: int, rows: Sequence[TableRow]) -> None:
    for row in rows:
        own = {"workspace_id": tx.workspace_id, "import_id": id}
        tx.insert("table_import_row", own | {"number": row.number, "cells": tuple(row.cells)})


def complete(tx: Tx, id: int) -> None:
    tx.put("update table_import set whole = true where workspace_id = %(workspace)s and id = %(id)s", id=id)


def set_mapping(tx: Tx, id: int, mapping: Sequence[str | None]) -> None:
    """Queue another meaning of the columns: what was checked before says nothing any more."""
    tx.put(
        """
        update table_import set mapping = %(mapping)s, check_id = null, would_add = 0, version = version + 1
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        id=id,
        mapping=[one or NOT_MINE for one in mapping],
    )
    forget_keys(tx, id)


def forget_keys(tx: Tx, id: int) -> None:
    tx.put("delete from table_import_key where workspace_id = %(workspace)s and import_id = %(id)s", id=id)


def set_check(tx: Tx, id: int, operation_id: int) -> None:
    tx.put(
        "update table_import set check_id = %(operation)s, would_add = 0"
        " where workspace_id = %(workspace)s and id = %(id)s",
        id=id,
        operation=operation_id,
    )


def set_run(tx: Tx, id: int, operation_id: int) -> None:
    """A run counts anew what it adds, and whom it invites."""
    tx.put(
        "update table_import set run_id = %(operation)s, added = 0, invited = 0"
        " where workspace_id = %(workspace)s and id = %(id)s",
        id=id,
        operation=operation_id,
    )


def count_added(tx: Tx, id: int, more: int, *, is_trial: bool) -> None:
    column = "would_add" if is_trial else "added"
    tx.put(
        f"update table_import set {column} = {column} + %(more)s where workspace_id = %(workspace)s and id = %(id)s",
        id=id,
        more=more,
    )


def count_invited(tx: Tx, id: int, more: int) -> None:
    tx.put(
        "update table_import set invited = invited + %(more)s where workspace_id = %(workspace)s and id = %(id)s",
        id=id,
        more=more,
    )


class _Number(msgspec.Struct, frozen=True):
    number: int


async def numbers(tx: ReadTx, id: int) -> list[int]:
    """The numbers of its rows in the file, in their order."""
    found = await tx.rows(
        _Number,
        "select number from table_import_row where workspace_id = %(workspace)s and import_id = %(id)s order by number",
        id=id,
    )
    return [row.number for row in found]


async def some(tx: ReadTx, id: int, wanted: Sequence[int]) -> dict[int, list[str]]:
    """Rows by their numbers."""
    found = await tx.rows(
        TableRow,
        """
        select number, cells from table_import_row
         where workspace_id = %(workspace)s and import_id = %(id)s and number = any(%(numbers)s)
        """,
        id=id,
        numbers=list(wanted),
    )
    return {row.number: row.cells for row in found}


async def first(tx: ReadTx, id: int, limit: int) -> list[TableRow]:
    """Its first rows, as they stood in the file."""
    return await tx.rows(
        TableRow,
        """
        select number, cells from table_import_row
         where workspace_id = %(workspace)s and import_id = %(id)s
         order by number
         limit %(limit)s
        """,
        id=id,
        limit=limit,
    )


class _Key(msgspec.Struct, frozen=True):
    key: str
    number: int


async def claim(tx: Tx, id: int, keys: Mapping[str, int]) -> dict[str, int]:
    """Key → the row of the file that has it first; a key that nobody claimed becomes that of the row given."""
    tx.put(
        """
        insert into table_import_key (workspace_id, import_id, key, number)
        select %(workspace)s, %(id)s, k.key, k.number from unnest(%(keys)s::text[], %(numbers)s::int[]) k (key, number)
            on conflict do nothing
        """,
        id=id,
        keys=list(keys),
        numbers=list(keys.values()),
    )
    await tx.flush()
    found = await tx.rows(
        _Key,
        """
        select key, number from table_import_key
         where workspace_id = %(workspace)s and import_id = %(id)s and key = any(%(keys)s)
        """,
        id=id,
        keys=list(keys),
    )
    return {row.key: row.number for row in found}


def forget_rows(most: int, id: int) -> Query[Any]:
    """Some rows of an import go, with what told them apart."""
    return Query(
        tuple,
        """
        with gone as (
          delete from table_import_row
           where workspace_id = %(workspace)s and import_id = %(id)s
             and number in (select number from table_import_row
                             where workspace_id = %(workspace)s and import_id = %(id)s
                             order by number limit %(most)s)
          returning number
        ), untold as (
          delete from table_import_key k using gone
           where k.workspace_id = %(workspace)s and k.import_id = %(id)s and k.number = gone.number
        )
        select number from gone
        """,
        {"id": id, "most": most},
    )


def forget_named(tx: Tx, which: str, **params: Any) -> None:
    """Queue that single rows go. ``which``: SQL that names them by ``import_id`` and ``number``."""
    tx.put(
        f"""
        delete from table_import_row r
         using ({which}) w
         where r.workspace_id = %(workspace)s and r.import_id = w.import_id and r.number = w.number
        """,
        **params,
    )


def set_forgotten(tx: Tx, id: int, now: datetime) -> None:
    """Its rows are gone. The first time at which this was said stays."""
    tx.put(
        "update table_import set forgotten_at = coalesce(forgotten_at, %(now)s), version = version + 1"
        " where workspace_id = %(workspace)s and id = %(id)s",
        id=id,
        now=now,
    )
