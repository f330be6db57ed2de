"""Pages of tickets: within reach, in an order that an index gives, in one round trip (spec 01, permission; spec 10).

Each branch of the reach is read by itself, ordered and limited; the branches are merged, and names are joined to the
rows of the page only.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from gongdan.conditions.to_sql import Sql
from gongdan.domains.accounts.public import Branch, Reach, branches
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.inbox.lists.cursors import Cursor
from gongdan.domains.inbox.shapes import LastWordView, PersonRef, RowPlace, TicketRow
from gongdan.domains.inbox.views.columns import SORTS, CellSource, Order, Sort
from gongdan.domains.tickets.public import IS_OPEN
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.ids import MAX_ID

LINE = """
       t.id, t.number, t.title, t.type, t.category, t.priority, t.status, t.phase, t.team, t.assignee_id,
       a.name as assignee_name, t.requester_id, r.name as requester_name, coalesce(c.tier, 'normal') as tier, t.channel,
       t.tags, t.escalation, t.next_due_at, t.next_due_metric, t.risk_at, t.breached, t.paused, t.held_at,
       t.customer_waiting_at, t.last_word, t.created_at, t.updated_at, t.version
"""
"""The columns of ``QueueLine``, from ``t`` and ``NAMES``."""

NAMES = """
  join person r on r.workspace_id = t.workspace_id and r.id = t.requester_id
  left join customer c on c.workspace_id = t.workspace_id and c.person_id = t.requester_id
  left join person a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
"""


class QueueLine(msgspec.Struct, frozen=True):
    """A row of a queue, flat. Its columns stand as ``LINE`` has them: see ``infra.db.tx.Query``."""

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
    paused: bool
    held_at: datetime | None
    customer_waiting_at: datetime | None
    last_word: dict[str, Any] | None
    created_at: datetime
    updated_at: datetime
    version: int
    place: datetime | int | str | None = None
    """In the order of its page."""
    fields: dict[str, Any] = {}
    """What the list shows of fields, by the keys of its columns."""

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
            paused=self.paused,
            held_at=self.held_at,
            customer_waiting_at=self.customer_waiting_at,
            last_word=msgspec.convert(self.last_word, LastWordView) if self.last_word else None,
            created_at=self.created_at,
            updated_at=self.updated_at,
            version=self.version,
            fields=self.fields,
            place=place,
        )


def person(id: int | None, name: str | None) -> PersonRef | None:
    return None if id is None else PersonRef(id=id, name=name or "")


_DUE = SORTS["due"].expression


def placed(sort: Sort, value: datetime | int | str | None, id: int) -> RowPlace:
    """Where a row stands among those of its list. A field without a value comes last in either direction; never being
    due is the far end."""
    if value is None and not sort.may_lack:
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
    """All hold: what lists show, the view, and the filter."""
    sort: Sort
    order: Order
    after: Cursor | None
    limit: int
    params: dict[str, Any]
    fields: Mapping[str, CellSource] = {}
    """The fields that it shows, by the keys of its columns."""


def page(asked: QueueQuery) -> Query[QueueLine]:
    """One row more than ``limit`` when there are more. Served by ``ticket_by_update``, ``ticket_open_by_due`` and the
    indexes of the branches; the orders by creation and priority sort what the view and the reach leave.

    The rows of the page are found by id before anything is joined to them (``offset 0``): in a workspace of few people
    PostgreSQL would rather read all tickets of each of them.
    """
    found, fields = branches(asked.reach), shown(asked.fields)
    place = "nullif(k, 'infinity')" if asked.sort.key == "due" else "k"
    sql = f"""
        with page as ({_merged(asked, found)})
        select {LINE}, {place} as place{fields.text}
          from page
         cross join lateral (select *
                               from ticket i
                              where i.workspace_id = %(workspace)s and i.id = page.id
                             offset 0) t
        {NAMES}
         order by page.{_by(asked)}, page.id {asked.order}
    """
    params = {**params_of(found), **asked.params, **_conditions(asked), **_after(asked), **fields.params}
    return Query(QueueLine, sql, params)


class Found(msgspec.Struct, frozen=True):
    """A ticket of a list."""

    id: int


def in_order(asked: QueueQuery) -> Query[Found]:
    """The ids of a list in its order, one more than ``limit`` when there are more."""
    found = branches(asked.reach)
    sql = f"select page.id from ({_merged(asked, found)}) page order by page.{_by(asked)}, page.id {asked.order}"
    return Query(Found, sql, {**params_of(found), **asked.params, **_conditions(asked), **_after(asked)})


def lines_of(ids: Sequence[int], fields: Mapping[str, CellSource]) -> Query[QueueLine]:
    """The lines of these tickets, in the order of ``ids``. Served by the primary key."""
    also = shown(fields)
    sql = f"""
        select {LINE}{also.text}
          from unnest(%(ids)s::bigint[]) with ordinality as wanted(id, place)
          join ticket t on t.workspace_id = %(workspace)s and t.id = wanted.id
        {NAMES}
         order by wanted.place
    """
    return Query(QueueLine, sql, {"ids": list(ids), **also.params})


class DueQuery(msgspec.Struct, frozen=True, kw_only=True):
    """The open tickets of a list that fall due on certain days."""

    reach: Reach
    where: tuple[Sql, ...]
    days: Sequence[tuple[datetime, datetime]]
    """From when, and until before when, each day lasts."""
    most: int
    """A day is counted up to here."""
    each: int
    """Rows of a day that are read whole."""


class DueLine(QueueLine, frozen=True, kw_only=True):
    day: int
    """Counted from 1."""
    of_day: int
    """How many fall due on its day; ``most`` means so many or more."""


def due_by_day(asked: DueQuery) -> Query[DueLine]:
    """The first tickets of each day, nearest due first, with how many there are. Each day is a range of
    ``ticket_open_by_due``; an open ticket alone has a promise that runs."""
    found = branches(asked.reach)
    within = Sql(text=f"{IS_OPEN} and {_DUE} >= d.since and {_DUE} < d.until", params={}, needs=frozenset())
    parts = [
        f"(select t.id, {_DUE} as k {matching(branch, *asked.where, within)} order by {_DUE}, t.id limit {asked.most})"
        for branch in found
    ] or ["(select null::bigint as id, null::timestamptz as k where false)"]
    sql = f"""
        with days as (select * from unnest(%(since)s::timestamptz[], %(until)s::timestamptz[])
                        with ordinality as d(since, until, day)),
             found as (select d.day, p.id, p.k, row_number() over of_day as place,
                              count(*) over (partition by d.day) as n
                         from days d
                        cross join lateral (select id, k from ({" union ".join(parts)}) u
                                             order by k, id limit {asked.most}) p
                       window of_day as (partition by d.day order by p.k, p.id))
        select f.day, f.n as of_day, {LINE}
          from found f
         cross join lateral (select *
                               from ticket i
                              where i.workspace_id = %(workspace)s and i.id = f.id
                             offset 0) t
        {NAMES}
         where f.place <= %(each)s
         order by f.day, f.place
    """
    since, until = [first for first, _ in asked.days], [end for _, end in asked.days]
    conditions = {name: value for one in asked.where for name, value in one.params.items()}
    return Query(DueLine, sql, {**params_of(found), **conditions, "since": since, "until": until, "each": asked.each})


class Counted(msgspec.Struct, frozen=True):
    count: int


def some(found: Sequence[Branch], most: int, *where: Sql) -> str:
    """Ids of up to ``most`` different tickets: if no branch has so many, the merged ones are all there are."""
    parts = [f"(select t.id {matching(branch, *where)} limit {most})" for branch in found]
    return parts[0] if len(parts) == 1 else f"select id from ({' union '.join(parts)}) u limit {most}"


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
    return f"k {asked.order} nulls last" if asked.sort.may_lack else f"k {asked.order}"


def matching(branch: Branch, *where: Sql, source: str = "") -> str:
    """From and where of the tickets of one branch that meet ``where``, which says what lists show, too. ``source``: a
    join that gives their order."""
    needs = frozenset[str]().union(*(one.needs for one in where))
    joins = " ".join(sorted(needs))
    held = "".join(f" and {one.text}" for one in where)
    return f"from ticket t {source} {joins} where t.workspace_id = %(workspace)s and {branch.sql}{held}"


def params_of(found: Sequence[Branch]) -> dict[str, Any]:
    return {name: value for branch in found for name, value in branch.params.items()}


def _ordered(asked: QueueQuery, branch: Branch) -> tuple[str, ...]:
    """The tickets of a branch in order. Where one may have no value they are read in two parts: those with a value, of
    a custom field as an index of ``ticket_field`` has them, and those without."""
    if asked.sort.may_lack:
        return tuple(_in_parts(asked, branch))
    sort, way = asked.sort, asked.order
    beyond = f" and ({sort.expression}, t.id) {_sign(asked)} (%(after)s::{sort.cast}, %(after_id)s)"
    matched = f"{matching(branch, *asked.where)}{beyond if asked.after else ''}"
    return (f"select t.id, {sort.expression} as k {matched} order by k {way}, id {way}",)


def _in_parts(asked: QueueQuery, branch: Branch) -> Iterator[str]:
    sort, way, after = asked.sort, asked.order, asked.after
    row = "s.workspace_id = %(workspace)s and s.ticket_id = t.id and s.field = %(sort_field)s"
    if sort.column is not None:
        value, id, source = f"s.{sort.column}", "s.ticket_id", f"join ticket_field s on {row}"
        lacks = f"not exists (select 1 from ticket_field s where {row})"
    else:
        value, id, source, lacks = f"({sort.expression})", "t.id", "", f"({sort.expression}) is null"
    if after is None or after.value is not None:
        beyond = f" and ({value}, {id}) {_sign(asked)} (%(after)s::{sort.cast}, %(after_id)s)" if after else ""
        matched = f"{matching(branch, *asked.where, source=source)} and {value} is not null{beyond}"
        yield f"select t.id, {value} as k {matched} order by {value} {way}, {id} {way}"
    beyond = f" and t.id {_sign(asked)} %(after_id)s" if after is not None and after.value is None else ""
    matched = f"{matching(branch, *asked.where)} and {lacks}{beyond}"
    yield f"select t.id, null::{sort.cast} as k {matched} order by t.id {way}"


def _sign(asked: QueueQuery) -> str:
    return ">" if asked.order == "asc" else "<"


def _after(asked: QueueQuery) -> dict[str, Any]:
    named = {"sort_field": asked.sort.by} if asked.sort.column else {}
    if asked.after is None:
        return named
    value = asked.after.value
    return {"after": "infinity" if value is None else value, "after_id": asked.after.id, **named}


def shown(fields: Mapping[str, CellSource]) -> Sql:
    """What else to select of ``t``, as ``fields``; nothing for a list that shows no field. Only what is shown: the rest
    may be long."""
    parts, params = list[str](), dict[str, Any]()
    for n, (key, reading) in enumerate(fields.items()):
        params[f"field_{n}"] = key
        if reading.custom is not None:
            params[f"custom_{n}"] = reading.custom
        value = f"t.fields -> %(custom_{n})s" if reading.custom is not None else f"({reading.expression})"
        parts.append(f"%(field_{n})s::text, {value}")
    text = f", jsonb_strip_nulls(jsonb_build_object({', '.join(parts)})) as fields" if parts else ""
    return Sql(text=text, params=params, needs=frozenset())


def _conditions(asked: QueueQuery) -> dict[str, Any]:
    return {name: value for one in asked.where for name, value in one.params.items()}


async def organisation_admins(tx: ReadTx, organisation_id: int | None) -> list[int]:
    """Who administers the organisation, at most fifty."""
    rows = await tx.rows(
        tuple,
        """
        select person_id
          from organisation_member
         where workspace_id = %(workspace)s and organisation_id = %(organisation)s and is_admin
         order by person_id
         limit 50
        """,
        organisation=organisation_id,
    )
    return [person_id for (person_id,) in rows]
