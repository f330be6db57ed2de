"""Agents' loads by class: one row each, moved by every command that changes what an agent holds (spec 04, routing 4)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.policy.bundle.routing import Dispatch
from gongdan.domains.tickets.public import Case, Rules, Ticket
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.events import Logged

ALL = "all"
"""The class that every open ticket of an agent counts in."""


class AddLoad(msgspec.Struct, frozen=True):
    person_id: int
    load_class: str
    delta: int


class LoadRow(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    load_class: str
    used: int


def classes_of(dispatch: Dispatch, priority: str) -> tuple[str, ...]:
    """The classes that a ticket of this priority counts in."""
    return (ALL, *(one.key for one in dispatch.classes if priority in one.priorities))


def limits_of(dispatch: Dispatch, priority: str) -> dict[str, int]:
    """The limits that a ticket of this priority must fit under."""
    return {one.key: one.limit for one in dispatch.classes if priority in one.priorities}


def held(ticket: Ticket | None, dispatch: Dispatch) -> Counter[tuple[int, str]]:
    """What a ticket adds to its assignee's load; nothing once it is resolved or closed."""
    if ticket is None or ticket.assignee_id is None or ticket.phase in ("resolved", "closed"):
        return Counter()
    return Counter({(ticket.assignee_id, key): 1 for key in classes_of(dispatch, ticket.priority)})


def project_load(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterator[AddLoad]:
    dispatch = rules.bundle.dispatch
    delta = held(after.live, dispatch)
    delta.subtract(held(before.live if before else None, dispatch))
    for (person_id, load_class), amount in sorted(delta.items()):
        if amount:
            yield AddLoad(person_id, load_class, amount)


def write_load(tx: Tx, effect: AddLoad) -> None:
    tx.put(
        """
        insert into agent_load (workspace_id, person_id, class, used)
        values (%(workspace)s, %(person)s, %(class)s, %(delta)s)
        on conflict (workspace_id, person_id, class) do update set used = agent_load.used + excluded.used
        """,
        person=effect.person_id,
        delta=effect.delta,
        **{"class": effect.load_class},
    )


def lock_agents(person_ids: Sequence[int]) -> Query[Any]:
    """Take the agents' locks, in id order and always after the tickets': whoever adds to a load under a limit holds it."""
    return Query(
        tuple,
        "select pg_advisory_xact_lock(id) from unnest(%(people)s::bigint[]) id order by id",
        {"people": sorted(set(person_ids))},
    )


def loads(person_ids: Sequence[int]) -> Query[LoadRow]:
    return Query(
        LoadRow,
        """
        select person_id, class as load_class, used
          from agent_load
         where workspace_id = %(workspace)s and person_id = any(%(people)s)
        """,
        {"people": list(person_ids)},
    )


async def drifted(tx: ReadTx, dispatch: Dispatch) -> list[LoadRow]:
    """Rows whose count differs from the tickets', with the difference in ``used``; for doctor. Empty is healthy."""
    held_rows = await tx.rows(
        _Held,
        """
        select assignee_id, priority, count(*) as tickets
          from ticket
         where workspace_id = %(workspace)s and assignee_id is not null and phase not in ('resolved', 'closed')
         group by assignee_id, priority
        """,
    )
    rows = await tx.rows(
        LoadRow, "select person_id, class as load_class, used from agent_load where workspace_id = %(workspace)s"
    )
    difference = Counter({(row.person_id, row.load_class): row.used for row in rows})
    for one in held_rows:
        for key in classes_of(dispatch, one.priority):
            difference[one.assignee_id, key] -= one.tickets
    return [
        LoadRow(person_id=person, load_class=key, used=amount) for (person, key), amount in difference.items() if amount
    ]


class _Held(msgspec.Struct, frozen=True):
    assignee_id: int
    priority: str
    tickets: int
