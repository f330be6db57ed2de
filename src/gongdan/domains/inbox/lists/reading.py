"""A page of the queue, for its reader."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo, available_timezones

import msgspec
from psycopg.errors import QueryCanceled

from gongdan.conditions.grammar import Condition
from gongdan.conditions.to_sql import Sql, to_sql
from gongdan.domains.accounts.public import Authority, Branch, Reach, branches, narrowed, reach
from gongdan.domains.inbox.lists import queries
from gongdan.domains.inbox.lists.cursors import LISTED, ON_SHELF, Cursor, cursor_of, days_from
from gongdan.domains.inbox.masking import readable
from gongdan.domains.inbox.shapes import DueCalendar, DueDay, Page
from gongdan.domains.inbox.views import columns
from gongdan.domains.inbox.views.checking import faults_of_condition
from gongdan.domains.inbox.views.columns import SORTS, CellSource, Order, Sort
from gongdan.domains.inbox.views.compiled import COMPILED, bound, in_sql
from gongdan.domains.inbox.views.counts import MOST
from gongdan.domains.inbox.views.errors import ListTooSlow, ViewBroken
from gongdan.domains.inbox.views.saved import view_of
from gongdan.domains.inbox.views.view import View
from gongdan.domains.tickets.public import RuleBook, Rules
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid

AT_MOST_S: Final = 2.0
"""A list read ends then, and says so (spec 11.5). Give it to the transaction."""
T = TypeVar("T")


class ListRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader asks of the queue. Without a view every live ticket in reach is meant, ended ones too."""

    view: str | None = None
    where: str | None = None
    """A condition, as JSON."""
    sort: str | None = None
    order: Order | None = None
    after: str | None = None
    limit: int = 50


class ListOf(msgspec.Struct, frozen=True, kw_only=True):
    """A list for one reader: what it holds, in which order, and the fields that it shows."""

    view: View | None
    where: Condition | None
    sort: Sort
    order: Order
    fields: Mapping[str, CellSource]
    """By the keys of their columns."""


async def list_of(tx: ReadTx, authority: Authority, rules: Rules, wanted: ListRequest) -> ListOf:
    """What a request means to its reader. Costs a round trip for a view that somebody made.

    Raises:
        ViewNotFound.
        ViewBroken: the view names what they may not read, or what there is no more.
        Invalid: no such order, or a ``where`` that is no condition or names what they may not read.
    """
    view = await view_of(tx, authority, wanted.view) if wanted.view is not None else None
    may_read = readable(rules, authority)
    if view is not None and (faults := broken(view, authority, rules)):
        raise ViewBroken(key=view.key, faults=faults)
    sort = columns.sort(wanted.sort, rules.registry, may_read) if wanted.sort else None
    if wanted.sort and sort is None:
        raise Invalid(faults=(FieldFault("sort", "inbox.gives_no_order", {"key": wanted.sort}),))
    own = columns.sort(view.sort, rules.registry, may_read) if view and sort is None else None
    order = view.order if view and own else None
    found = sort or own or SORTS["updated"]
    shown = [columns.column(key, rules.registry, may_read) for key in view.columns] if view else []
    return ListOf(
        view=view,
        where=_condition(wanted.where) if wanted.where is not None else None,
        sort=found,
        order=wanted.order or order or found.natural,
        fields={one.key: one.reading for one in shown if one is not None and one.reading is not None},
    )


async def count(tx: ReadTx, authority: Authority, rules: Rules, wanted: ListRequest, *, now: datetime) -> int:
    """How many tickets a list holds; ``MOST`` means so many or more. Raises as ``read_page``."""
    if (held := await _held(tx, authority, rules, wanted, now)) is None:
        return 0
    found, where, params = held
    sql = f"select count(*) from ({queries.some(found, MOST, *where)}) x"
    (rows,) = await _in_time(tx, Query(queries.Counted, sql, params))
    return rows[0].count


async def ids(
    tx: ReadTx, authority: Authority, rules: Rules, wanted: ListRequest, *, most: int, now: datetime
) -> list[int]:
    """The tickets of a list, newest first, or ``most`` of them. Raises as ``read_page``."""
    if (held := await _held(tx, authority, rules, wanted, now)) is None:
        return []
    found, where, params = held
    sql = f"select id from ({queries.some(found, most, *where)}) x order by id desc"
    (rows,) = await _in_time(tx, Query(queries.Found, sql, params))
    return [row.id for row in rows]


class Finder(msgspec.Struct, frozen=True):
    """Finds the tickets of a list for those who change them all."""

    rules: RuleBook

    async def __call__(
        self, tx: ReadTx, authority: Authority, /, *, view: str | None, where: str | None, most: int
    ) -> list[int]:
        book = await self.rules(authority.workspace_id, authority.release)
        return await ids(tx, authority, book, ListRequest(view=view, where=where), most=most, now=clock.now())


async def _held(
    tx: ReadTx, authority: Authority, rules: Rules, wanted: ListRequest, now: datetime
) -> tuple[Sequence[Branch], Sequence[Sql], Mapping[str, Any]] | None:
    """By which branches, under which predicates, with which parameters a list is found; None: nothing is in reach."""
    asked = await list_of(tx, authority, rules, wanted)
    where, found = where_of(asked, authority, rules, now), branches(reach_of(asked, authority))
    params = queries.params_of(found) | {name: value for one in where for name, value in one.params.items()}
    return (found, where, params) if found else None


async def _in_time(tx: ReadTx, asked: Query[T]) -> Sequence[Sequence[T]]:
    try:
        return await tx.gather(asked, last=True)
    except QueryCanceled:
        raise ListTooSlow(seconds=int(AT_MOST_S)) from None


def where_of(found: ListOf, authority: Authority, rules: Rules, now: datetime) -> tuple[Sql, ...]:
    """What all tickets of a list meet: where they are kept, the condition of its view, and the filter."""
    kept = ON_SHELF[found.view.shelf] if found.view and found.view.shelf else LISTED
    viewed = (in_sql(found.view, authority, rules, now=now),) if found.view else ()
    filtered = (_filter(found.where, authority, rules, now),) if found.where is not None else ()
    return (kept, *viewed, *filtered)


def reach_of(found: ListOf, authority: Authority) -> Reach:
    """The tickets that a list may show its reader: those of a shelf to whom may take them out again."""
    needed = found.view.needs if found.view else None
    return reach(narrowed(authority, "ticket.read", needed) if needed else authority)


async def read_page(tx: ReadTx, authority: Authority, rules: Rules, wanted: ListRequest, *, now: datetime) -> Page:
    """The tickets that ``wanted`` names, as far as they are in reach. One round trip, and one for a view that somebody
    made.

    Raises:
        ListTooSlow: it takes longer than the transaction may.
        Invalid: a cursor of another order; and as ``list_of``.
    """
    found = await list_of(tx, authority, rules, wanted)
    asked = queries.QueueQuery(
        reach=reach_of(found, authority),
        where=where_of(found, authority, rules, now),
        sort=found.sort,
        order=found.order,
        after=cursor_of(wanted.after, found.sort, found.order) if wanted.after else None,
        limit=wanted.limit,
        params={"ranks": ranks(rules)},
        fields=found.fields,
    )
    (lines,) = await _in_time(tx, queries.page(asked))
    last = lines[wanted.limit - 1] if len(lines) > wanted.limit else None
    after = str(Cursor(sort=found.sort.key, order=found.order, value=last.place, id=last.id)) if last else None
    shown = lines[: wanted.limit]
    return Page(
        rows=[line.row(queries.placed(found.sort, line.place, line.id)) for line in shown],
        after=after,
        sort=found.sort.key,
        order=found.order,
    )


class CalendarRequest(msgspec.Struct, frozen=True, kw_only=True):
    """The days of a list that are asked for: ``days`` of them from ``first`` on, as clocks of ``zone`` tell them."""

    view: str | None
    where: str | None
    first: date
    days: int
    each: int
    zone: str


ROWS_OF_CALENDAR: Final = 420
"""Rows of a calendar, all days together."""
EARLIEST: Final = date(2000, 1, 1)
LATEST: Final = date(2100, 1, 1)


async def read_calendar(
    tx: ReadTx, authority: Authority, rules: Rules, wanted: CalendarRequest, *, now: datetime
) -> DueCalendar:
    """The tickets of a list by the day on which they fall due, as far as they are in reach. Raises as ``read_page``."""
    if wanted.zone not in available_timezones():
        raise Invalid(faults=(FieldFault("zone", "inbox.no_such_zone", {"zone": wanted.zone}),))
    if not EARLIEST <= wanted.first <= LATEST:
        bounds = {"first": EARLIEST.isoformat(), "last": LATEST.isoformat()}
        raise Invalid(faults=(FieldFault("first", "condition.date_out_of_range", bounds),))
    found = await list_of(tx, authority, rules, ListRequest(view=wanted.view, where=wanted.where))
    days = days_from(wanted.first, wanted.days, ZoneInfo(wanted.zone))
    asked = queries.DueQuery(
        reach=reach_of(found, authority),
        where=where_of(found, authority, rules, now),
        days=[(since, until) for _, since, until in days],
        most=MOST,
        each=min(wanted.each, ROWS_OF_CALENDAR // wanted.days),
    )
    (lines,) = await _in_time(tx, queries.due_by_day(asked))
    held: dict[int, list[queries.DueLine]] = {}
    for line in lines:
        held.setdefault(line.day, []).append(line)
    return DueCalendar(
        zone=wanted.zone,
        days=tuple(
            DueDay(day=days[day - 1][0], count=of_day[0].of_day, rows=tuple(line.row() for line in of_day))
            for day, of_day in held.items()
        ),
    )


def broken(view: View, authority: Authority, rules: Rules) -> tuple[FieldFault, ...]:
    """Why this reader cannot list a view that somebody made; kept for each version of it. A shipped one names what
    everybody may."""
    if view.is_shipped:
        return ()
    may_read = readable(rules, authority)
    return rules[COMPILED].kept(
        ("broken", view.key, view.version, may_read),
        lambda: tuple(faults_of_condition(view.condition, rules.registry, may_read)),
    )


def ranks(rules: Rules) -> list[str]:
    """The priorities, most urgent first."""
    return sorted(rules.priorities, key=lambda key: rules.priorities[key].rank)


def check_filter(condition: Condition, authority: Authority, rules: Rules) -> None:
    """Raises:
    ConditionInvalid: it is none, or names what they may not read.
    EvaluateOnly: it names what lists cannot be read by.
    """
    _filter(condition, authority, rules, clock.now())


def _condition(where: str) -> Condition:
    try:
        return msgspec.json.decode(where, type=Condition)
    except (msgspec.DecodeError, RecursionError):
        raise Invalid(faults=(FieldFault("where", "inbox.not_a_condition"),)) from None


def _filter(condition: Condition, authority: Authority, rules: Rules, now: datetime) -> Sql:
    return to_sql(
        bound(condition, authority, now),
        rules.registry,
        rules.trees,
        now=now.astimezone(ZoneInfo(authority.zone)),
        workspace=authority.workspace_id,
        readable=readable(rules, authority),
        prefix="w",
    )
