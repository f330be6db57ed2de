"""Pages of tickets: within reach, in an order that an index gives, in one round trip (spec 01, permission; spec 10).

Each branch of the reach is read by itself, ordered and limited; the branches are merged, and names are joined to the
rows of the page only.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from gongdan.conditions.to_sql import Sql
from gongdan.domains.accounts.public import Branch, Reach, branches
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.inbox.queues import LIVE, Cursor
from gongdan.domains.inbox.shapes import PersonRef, RowPlace, TicketRow
from gongdan.domains.inbox.views.columns import CUSTOM, Order, Sort
from gongdan.infra.db.tx import Query
from gongdan.kernel.ids import MAX_ID

LINE = """
       t.id, t.number, t.title, t.type, t.category, t.priority, t.status, t.phase, t.team, t.assignee_id,
       a.name as assignee_name, t.requester_id, r.name as requester_name, coalesce(c.tier, 'normal') as tier, t.channel,
       t.tags, t.escalation, t.next_due_at, t.next_due_metric, t.risk_at, t.breached, t.held_at,
       t.customer_waiting_at, t.created_at, t.updated_at, t.version
"""
"""The columns of ``QueueLine``, from ``t`` and ``NAMES``."""

NAMES = """
  join person r on r.workspace_id = t.workspace_id and r.id = t.requester_id
  left join customer c on c.workspace_id = t.workspace_id and c.person_id = t.requester_id
  left join person a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
"""


class QueueLine(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a queue, flat."""

    id: int
    number: str
    title: str
    type: str
    category: str | None
    priority: str
    status: str
    phase: Phase
    team: str | None
    assignee_id: int | None
    assignee_name: str | None
    requester_id: int
    requester_name: str
    tier: str
    channel: str
    tags: list[str]
    escalation: str | None
    next_due_at: datetime | None
    next_due_metric: str | None
    risk_at: datetime | None
    breached: bool
    held_at: datetime | None
    customer_waiting_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int
    fields: dict[str, Any] = {}
    """The custom fields that the list shows."""

    def row(self, place: RowPlace | None = None) -> TicketRow:
        """As it goes over the wire."""
        return TicketRow(
            number=self.number,
            title=self.title,
            type=self.type,
            category=self.category,
            priority=self.priority,
            status=self.status,
            phase=self.phase,
            team=self.team,
            assignee=person(self.assignee_id, self.assignee_name),
            requester=PersonRef(id=self.requester_id, name=self.requester_name),
            tier=self.tier,
            channel=self.channel,
            tags=tuple(self.tags),
            escalation=self.escalation,
            next_due_at=self.next_due_at,
            next_due_metric=self.next_due_metric,
            risk_at=self.risk_at,
            breached=self.breached,
            held_at=self.held_at,
            customer_waiting_at=self.customer_waiting_at,
            created_at=self.created_at,
            updated_at=self.updated_at,
            version=self.version,
            fields=self.fields,
            place=place,
        )


def person(id: int | None, name: str | None) -> PersonRef | None:
    return None if id is None else PersonRef(id=id, name=name or "")


class Placed(QueueLine, frozen=True, kw_only=True):
    """A row with its place in the order of its page."""

    place: datetime | int | str | None


def placed(sort: Sort, value: datetime | int | str | None, id: int) -> RowPlace:
    """Where a row stands among those of its list. A custom field without a value comes last in either direction; never
    being due is the far end."""
    if value is None and sort.column is None:
        return RowPlace(by=MAX_ID, id=id)
    return RowPlace(by=micros(value) if isinstance(value, datetime) else value, id=id)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def micros(at: datetime) -> int:
    """Since 1970. In whole numbers: a double would put two instants in one place now and then."""
    since = at - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


class QueueQuery(msgspec.Struct, frozen=True, kw_only=True):
    """A page, as it was asked for. ``params`` serve the sort."""

    reach: Reach
    where: tuple[Sql, ...]
    """All hold: the view, and the filter."""
    sort: Sort
    order: Order
    after: Cursor | None
    limit: int
    params: dict[str, Any]
    fields: tuple[str, ...] = ()
    """The custom fields that it shows (``fields.<key>``)."""


def page(asked: QueueQuery) -> Query[Placed]:
    """One row more than ``limit`` when there are more. Served by ``ticket_by_update``, ``ticket_open_by_due`` and the
    indexes of the branches; the orders by creation and priority sort what the view and the reach leave.

    The rows of the page are found by id before anything is joined to them (``offset 0``): in a workspace of few people
    PostgreSQL would rather read all tickets of each of them.
    """
    found = branches(asked.reach)
    place = "nullif(k, 'infinity')" if asked.sort.key == "due" else "k"
    sql = f"""
        with page as ({_merged(asked, found)})
        select {place} as place, {LINE}{_fields(asked)}
          from page
         cross join lateral (select *
                               from ticket i
                              where i.workspace_id = %(workspace)s and i.id = page.id
                             offset 0) t
        {NAMES}
         order by page.{_by(asked)}, page.id {asked.order}
    """
    params = {**params_of(found), **asked.params, **_conditions(asked), **_after(asked), **_named(asked)}
    return Query(Placed, sql, params)


def _merged(asked: QueueQuery, found: Sequence[Branch]) -> str:
    """The limit stands in the statement itself: a plan for an unknown limit sorts instead of stopping early."""
    cut = f"order by {_by(asked)}, id {asked.order} limit {asked.limit + 1}"
    parts = [f"({part} limit {asked.limit + 1})" for branch in found for part in _ordered(asked, branch)]
    match parts:
        case []:
            return f"select null::bigint as id, null::{asked.sort.cast} as k where false"
        case [part]:
            return part
        case _:
            return f"select id, k from ({' union all '.join(parts)}) b group by id, k {cut}"


def _by(asked: QueueQuery) -> str:
    return f"k {asked.order} nulls last" if asked.sort.column else f"k {asked.order}"


def matching(branch: Branch, *where: Sql, source: str = "") -> str:
    """From and where of the tickets of one branch that lists show. ``source``: a join that gives their order."""
    needs = frozenset[str]().union(*(one.needs for one in where))
    joins = " ".join(sorted(needs))
    held = "".join(f" and {one.text}" for one in where)
    return f"from ticket t {source} {joins} where t.workspace_id = %(workspace)s and {branch.sql}{held} and {LIVE}"


def params_of(found: Sequence[Branch]) -> dict[str, Any]:
    return {name: value for branch in found for name, value in branch.params.items()}


def _ordered(asked: QueueQuery, branch: Branch) -> tuple[str, ...]:
    """The tickets of a branch in order. By a custom field they are read in two parts: those with a value, as an index
    of ``ticket_field`` has them, and those without."""
    if asked.sort.column is not None:
        return tuple(_by_field(asked, branch, asked.sort.column))
    sort, way = asked.sort, asked.order
    beyond = f" and ({sort.expression}, t.id) {_sign(asked)} (%(after)s::{sort.cast}, %(after_id)s)"
    matched = f"{matching(branch, *asked.where)}{beyond if asked.after else ''}"
    return (f"select t.id, {sort.expression} as k {matched} order by k {way}, id {way}",)


def _by_field(asked: QueueQuery, branch: Branch, column: str) -> Iterator[str]:
    way, after = asked.order, asked.after
    row = "s.workspace_id = %(workspace)s and s.ticket_id = t.id and s.field = %(sort_field)s"
    if after is None or after.value is not None:
        source = f"join ticket_field s on {row} and s.{column} is not null"
        beyond = f" and (s.{column}, s.ticket_id) {_sign(asked)} (%(after)s::{asked.sort.cast}, %(after_id)s)"
        matched = f"{matching(branch, *asked.where, source=source)}{beyond if after else ''}"
        yield f"select t.id, s.{column} as k {matched} order by s.{column} {way}, s.ticket_id {way}"
    beyond = f" and t.id {_sign(asked)} %(after_id)s" if after is not None and after.value is None else ""
    matched = f"{matching(branch, *asked.where)} and not exists (select 1 from ticket_field s where {row}){beyond}"
    yield f"select t.id, null::{asked.sort.cast} as k {matched} order by t.id {way}"


def _sign(asked: QueueQuery) -> str:
    return ">" if asked.order == "asc" else "<"


def _after(asked: QueueQuery) -> dict[str, Any]:
    named = {"sort_field": asked.sort.by} if asked.sort.column else {}
    if asked.after is None:
        return named
    value = asked.after.value
    return {"after": "infinity" if value is None else value, "after_id": asked.after.id, **named}


def _fields(asked: QueueQuery) -> str:
    """Only the fields that the list shows: what else a ticket holds may be long."""
    parts = [f"%(field_{n})s::text, t.fields -> %(field_{n})s" for n, _ in enumerate(asked.fields)]
    return f", jsonb_strip_nulls(jsonb_build_object({', '.join(parts)})) as fields" if parts else ""


def _named(asked: QueueQuery) -> dict[str, Any]:
    return {f"field_{n}": key.removeprefix(CUSTOM) for n, key in enumerate(asked.fields)}


def _conditions(asked: QueueQuery) -> dict[str, Any]:
    return {name: value for one in asked.where for name, value in one.params.items()}
