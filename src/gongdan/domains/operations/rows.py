"""Every statement about operations and their items."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.operations.kinds import Item, Operation, Result
from gongdan.infra.db.tx import Database, Query, ReadTx, Tx
from gongdan.kernel.errors import RefusalRecord

_COLUMNS = (
    "id, kind, actor_id, params, silent, state, total, done, failed, unchanged, undoes, fault, created_at, started_at,"
    " ended_at"
)

LEASE_S = 20
"""So long a worker that died keeps its operation; a living one renews the lease with every chunk and every beat."""


async def operation(tx: ReadTx, id: int) -> Operation | None:
    return await tx.row(
        Operation, f"select {_COLUMNS} from operation where workspace_id = %(workspace)s and id = %(id)s", id=id
    )


async def latest(tx: ReadTx, actor_id: int, before: int | None, limit: int, *, with_system: bool) -> list[Operation]:
    """What somebody planned or started ``before`` that operation, latest first; ``with_system``: and what the system
    does by itself."""
    return await tx.rows(
        Operation,
        f"""
        select {_COLUMNS} from operation
         where workspace_id = %(workspace)s and (actor_id = %(actor)s or (%(with_system)s and actor_id is null))
           and id < coalesce(%(before)s, 9223372036854775807)
         order by id desc
         limit %(limit)s
        """,
        actor=actor_id,
        before=before,
        limit=limit,
        with_system=with_system,
    )


def add(
    tx: Tx,
    *,
    kind: str,
    actor_id: int | None,
    params: Any,
    subjects: Sequence[int],
    undoes: int | None = None,
    now: datetime,
    state: Literal["planned", "waiting"] = "planned",
    silent: bool = False,
) -> int:
    """Queue a new operation with its items; returns its id. One that is ``waiting`` is done as soon as it can be."""
    id = tx.ids.next()
    tx.insert(
        "operation",
        {
            "workspace_id": tx.workspace_id,
            "id": id,
            "kind": kind,
            "actor_id": actor_id,
            "params": params,
            "silent": silent,
            "state": state,
            "total": 0,
            "done": 0,
            "failed": 0,
            "unchanged": 0,
            "undoes": undoes,
            "created_at": now,
            "started_at": now if state == "waiting" else None,
        },
    )
    if subjects:
        put_items(tx, id, 0, subjects)
    return id


def put_items(tx: Tx, id: int, first: int, subjects: Sequence[int]) -> None:
    """Queue many more items of an operation, from position ``first`` on."""
    tx.put(
        """
        insert into operation_item (workspace_id, operation_id, position, subject)
        select %(workspace)s, %(id)s, %(first)s + s.n - 1, s.subject
          from unnest(%(subjects)s::bigint[]) with ordinality s (subject, n)
        """,
        id=id,
        first=first,
        subjects=list(subjects),
    )
    tx.put(
        "update operation set total = total + %(more)s where workspace_id = %(workspace)s and id = %(id)s",
        id=id,
        more=len(subjects),
    )


def forget_items(tx: Tx, id: int) -> None:
    """Queue that nothing is left of what an operation was to be done to."""
    tx.put(
        "delete from operation_item where workspace_id = %(workspace)s and operation_id = %(id)s and state = 'waiting'",
        id=id,
    )


async def turn(tx: Tx, id: int, *, before: Sequence[str], after: str, now: datetime) -> bool:
    """From one of these states to another; False: it is in none of them."""
    ends = after in ("done", "cancelled", "failed")
    found = await tx.rows(
        tuple,
        """
        update operation
           set state = %(after)s, ended_at = case when %(ends)s then %(now)s::timestamptz end,
               started_at = case when %(after)s = 'waiting' then %(now)s::timestamptz else started_at end
         where workspace_id = %(workspace)s and id = %(id)s and state = any(%(before)s)
        returning 1
        """,
        id=id,
        before=list(before),
        after=after,
        ends=ends,
        now=now,
    )
    return bool(found)


async def subjects_done(tx: ReadTx, id: int) -> list[int]:
    """What an operation changed, last first."""
    found = await tx.rows(
        Item,
        """
        select position, subject from operation_item
         where workspace_id = %(workspace)s and operation_id = %(id)s and state = 'done'
         order by position desc
        """,
        id=id,
    )
    return [item.subject for item in found]


async def waiting(tx: ReadTx, id: int, limit: int) -> list[Item]:
    """The next items; served by ``operation_item_waiting``."""
    return await tx.rows(
        Item,
        """
        select i.position, i.subject, n.subject as until
          from operation_item i
          left join operation_item n
            on n.workspace_id = i.workspace_id and n.operation_id = i.operation_id and n.position = i.position + 1
         where i.workspace_id = %(workspace)s and i.operation_id = %(id)s and i.state = 'waiting'
         order by i.position
         limit %(limit)s
        """,
        id=id,
        limit=limit,
    )


async def due(db: Database) -> list[tuple[int, int]]:
    """(workspace, operation) that nobody carries out."""
    async with db.plain() as connection:
        return await (await connection.execute("select workspace_id, id from operations_due()")).fetchall()


async def lease(tx: Tx, id: int, holder: str) -> bool:
    """Take it on, if nobody has, and nothing else of the workspace is under way."""
    found = await tx.rows(
        tuple,
        f"""
        update operation o
           set state = case when state = 'waiting' then 'running' else state end, holder = %(holder)s,
               lease_until = now() + interval '{LEASE_S} seconds', started_at = coalesce(started_at, now())
         where workspace_id = %(workspace)s
           and id = %(id)s
           and (lease_until is null or lease_until < now())
           and (state in ('running', 'cancelling')
                or (state = 'waiting'
                    and not exists (select from operation r
                                     where r.workspace_id = o.workspace_id and r.state in ('running', 'cancelling'))))
        returning 1
        """,
        id=id,
        holder=holder,
    )
    return bool(found)


async def renew(tx: Tx, id: int, holder: str) -> bool:
    """Keep it; False: another worker has it."""
    found = await tx.rows(
        tuple,
        f"""
        update operation set lease_until = now() + interval '{LEASE_S} seconds'
         where workspace_id = %(workspace)s and id = %(id)s and holder = %(holder)s
           and state in ('running', 'cancelling')
        returning 1
        """,
        id=id,
        holder=holder,
    )
    return bool(found)


def release(tx: Tx, id: int, fault: str | None) -> None:
    """Queue that nobody holds it any more; ``fault``: why it could not be carried out."""
    tx.put(
        """
        update operation set holder = null, lease_until = null, fault = %(fault)s
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        id=id,
        fault=fault,
    )


def end_items(tx: Tx, id: int, results: Mapping[int, Result]) -> None:
    """Queue what became of items, and the counts: one statement for all of them."""
    ended = [{"position": at, "state": one.state, "problem": one.problem} for at, one in results.items()]
    tx.put(
        """
        update operation_item i set state = e.state, problem = e.problem
          from json_to_recordset(%(ended)s::json) e (position int, state text, problem jsonb)
         where i.workspace_id = %(workspace)s and i.operation_id = %(id)s and i.position = e.position
        """,
        id=id,
        ended=msgspec.json.encode(ended).decode(),
    )
    counted = {state: sum(one.state == state for one in results.values()) for state in ("done", "failed", "unchanged")}
    tx.put(
        """
        update operation
           set done = done + %(done)s, failed = failed + %(failed)s, unchanged = unchanged + %(unchanged)s
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        id=id,
        **counted,
    )


class _Id(msgspec.Struct, frozen=True):
    id: int


def silent(commands: Iterable[int]) -> Query[_Id]:
    """Those of the commands that were done by operations of which nobody is told."""
    return Query(
        _Id,
        "select id from operation where workspace_id = %(workspace)s and id = any(%(ids)s) and silent",
        {"ids": sorted(set(commands))},
    )


class _Params(msgspec.Struct, frozen=True):
    params: dict[str, Any]


def under_way(kind: str) -> Query[_Params]:
    """What the operations of a kind that wait or run were asked for; served by ``operation_due``."""
    return Query(
        _Params,
        """
        select params from operation
         where workspace_id = %(workspace)s and kind = %(kind)s and undoes is null
           and state in ('waiting', 'running', 'cancelling')
        """,
        {"kind": kind},
    )


def drop_plans(tx: Tx, kind: str, like: Mapping[str, Any], now: datetime) -> None:
    """Queue that previews of a kind whose parameters hold ``like`` are not done any more."""
    tx.put(
        """
        update operation set state = 'cancelled', ended_at = %(now)s
         where workspace_id = %(workspace)s and kind = %(kind)s and state = 'planned' and params @> %(like)s
        """,
        kind=kind,
        like=dict(like),
        now=now,
    )


class FailedItem(msgspec.Struct, frozen=True, kw_only=True):
    position: int
    subject: int
    problem: RefusalRecord


async def problems(tx: ReadTx, id: int, after: int, limit: int) -> list[FailedItem]:
    """Items that failed, in order."""
    return await tx.rows(
        FailedItem,
        """
        select position, subject, problem from operation_item
         where workspace_id = %(workspace)s and operation_id = %(id)s and state = 'failed' and position > %(after)s
         order by position
         limit %(limit)s
        """,
        id=id,
        after=after,
        limit=limit,
    )
