"""Recorded time, added up: by person, team, kind of work, ticket or day. One's own always; that of others where one may
read it."""

from collections.abc import AsyncIterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.accounts.public import Authority, narrowed, predicate, reach
from gongdan.infra.db.tx import Database, Query, ReadTx
from gongdan.infra.http.bodies import Answer
from gongdan.kernel.errors import FieldFault, Invalid

By = Literal["person", "team", "work_kind", "ticket", "day"]
LONGEST: Final = timedelta(days=366)
MOST_ROWS: Final = 200
BY_DAY_UP_TO: Final = timedelta(days=31)
AT_ONCE: Final = 1_000

_KEYS: Final[Mapping[By, str]] = {
    "person": "w.person_id::text",
    "team": "coalesce(t.team, '')",
    "work_kind": "coalesce(w.work_kind, '')",
    "ticket": "t.number",
    "day": "w.day::text",
}


class DayWorked(Answer, frozen=True):
    day: date
    minutes: int


class WorkedRow(Answer, frozen=True, kw_only=True):
    key: str
    """The id of a person, the key of a team or kind, the number of a ticket, a day; empty: of none."""
    title: str
    """Of a ticket that the reader sees; else empty."""
    minutes: int
    entries: int
    days: list[DayWorked]
    """Those with time, when up to 31 days are asked for; else empty."""


class WorkTimes(Answer, frozen=True, kw_only=True):
    since: date
    until: date
    minutes: int
    """Of all rows, those that are left out too."""
    entries: int
    rows: list[WorkedRow]
    """The largest first, days in their order; at most 200, of days 366."""
    left_out: int


class TimesWanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries: of the days ``since`` to ``until``, both included."""

    since: date
    until: date
    team: str | None
    """Of tickets that this team has."""
    person_id: int | None


class TimeLine(msgspec.Struct, frozen=True):
    day: date
    ticket_id: int
    entry_id: int
    person_id: int
    minutes: int
    work_kind: str | None
    note: str
    number: str
    title: str
    type: str
    team: str | None


class _Part(msgspec.Struct, frozen=True):
    key: str
    title: str
    day: date
    minutes: int
    entries: int


class _Count(msgspec.Struct, frozen=True):
    count: int


class _Whole(msgspec.Struct, frozen=True):
    rows: int
    minutes: int
    entries: int


def days_of(today: date, since: date | None, until: date | None) -> tuple[date, date]:
    """The days that are asked for; by themselves the last seven.

    Raises:
        Invalid: they end before they begin, or are more than a year.
    """
    last = until or max(today, since or today)
    first = since or last - timedelta(days=6)
    if not timedelta() <= last - first < LONGEST:
        raise Invalid(faults=(FieldFault("until", "inbox.bad_days", {"most": LONGEST.days}),))
    return first, last


async def worked(tx: ReadTx, authority: Authority, wanted: TimesWanted, by: By) -> WorkTimes:
    """In one round trip; served by ``work_time_by_day``."""
    source = _source(authority, wanted)
    daily = _daily(source, by)
    order = "key" if by == "day" else "sum(minutes) desc, key"
    most = LONGEST.days if by == "day" else MOST_ROWS
    largest = f"select key, row_number() over (order by {order}) as place from daily group by key"
    parts, (whole,) = await tx.gather(
        Query(
            _Part,
            f"""
            with daily as ({daily}), largest as ({largest})
            select d.key, d.title, d.day, d.minutes, d.entries
              from daily d
              join largest l on l.key = d.key and l.place <= {most}
             order by l.place, d.day
            """,
            source.params,
        ),
        Query(
            _Whole,
            f"""
            select count(distinct key)::int as rows, coalesce(sum(minutes), 0)::int as minutes,
                   coalesce(sum(entries), 0)::int as entries
              from ({daily}) daily
            """,
            source.params,
        ),
        last=True,
    )
    shows_days = wanted.until - wanted.since < BY_DAY_UP_TO
    rows = [_row(key, list(some), shows_days) for key, some in groupby(parts, lambda one: one.key)]
    return WorkTimes(
        since=wanted.since,
        until=wanted.until,
        minutes=whole.minutes,
        entries=whole.entries,
        rows=rows,
        left_out=whole.rows - len(rows),
    )


def _row(key: str, parts: list[_Part], shows_days: bool) -> WorkedRow:
    return WorkedRow(
        key=key,
        title=parts[0].title,
        minutes=sum(one.minutes for one in parts),
        entries=sum(one.entries for one in parts),
        days=[DayWorked(day=one.day, minutes=one.minutes) for one in parts] if shows_days else [],
    )


async def count(tx: ReadTx, authority: Authority, wanted: TimesWanted) -> int:
    source = _source(authority, wanted)
    (found,) = await tx.rows(_Count, f"select count(*)::int as count {source.sql}", **source.params)
    return found.count


async def lines(db: Database, authority: Authority, wanted: TimesWanted) -> AsyncIterator[list[TimeLine]]:
    """The entries by day, some at a time. Nothing is held while whoever downloads them takes their time."""
    source = _source(authority, wanted)
    sql = _LINES.format(source=source.sql, sees=source.sees, most=AT_ONCE)
    day, ticket_id, entry_id = wanted.since, 0, 0
    while True:
        async with db.read(authority.workspace_id) as tx:
            some = await tx.rows(TimeLine, sql, **source.params, at=day, ticket=ticket_id, entry=entry_id)
        if some:
            yield some
        if len(some) < AT_ONCE:
            return
        day, ticket_id, entry_id = some[-1].day, some[-1].ticket_id, some[-1].entry_id


class _Source(msgspec.Struct, frozen=True):
    sql: str
    """From ``from`` on."""
    sees: str
    """Whether the reader sees the ticket ``t``."""
    params: Mapping[str, Any]


def _source(authority: Authority, wanted: TimesWanted) -> _Source:
    """The entries that one may read. Work stays its author's when the ticket goes beyond their reach; then they are
    not shown what it is about."""
    within = predicate(reach(narrowed(authority, "ticket.read", "ticket.read_times")))
    seen = predicate(reach(authority))
    sees = seen.sql.replace("%(reach_", "%(seen_reach_")
    sql = f"""
      from work_time w
      join ticket t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
     where w.workspace_id = %(workspace)s and w.day between %(since)s and %(until)s
       and (%(team)s::text is null or t.team = %(team)s)
       and (%(person)s::bigint is null or w.person_id = %(person)s)
       and (w.person_id = %(me)s or (t.trashed_at is null and {within.sql}))
    """
    asked = {"since": wanted.since, "until": wanted.until, "team": wanted.team, "person": wanted.person_id}
    others = {f"seen_{name}": value for name, value in seen.params.items()}
    return _Source(sql, sees, {**within.params, **others, **asked, "me": authority.person_id})


def _daily(source: _Source, by: By) -> str:
    title = f"max(case when {source.sees} then t.title else '' end)" if by == "ticket" else "''"
    return f"""
    select {_KEYS[by]} as key, {title} as title, w.day, sum(w.minutes)::int as minutes, count(*)::int as entries
    {source.sql}
     group by 1, 3
    """


_LINES: Final = """
select w.day, w.ticket_id, w.entry_id, w.person_id, w.minutes, w.work_kind,
       coalesce(t.times -> w.entry_id::text ->> 'note', '') as note,
       t.number, case when {sees} then t.title else '' end as title, t.type, t.team
{source}
   and (w.day, w.ticket_id, w.entry_id) > (%(at)s, %(ticket)s, %(entry)s)
 order by w.day, w.ticket_id, w.entry_id
 limit {most}
"""
