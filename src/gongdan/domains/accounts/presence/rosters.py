"""Who of a duty roster is on duty when: a pattern of the week, and dates that differ from it. Pure, but for
``ON_DUTY``, which says the same in SQL of one instant.

A roster without shifts has all its members on duty, always. Hours are those of the roster's own clock: in the night in
which clocks go back, an hour that comes twice is served twice.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

DAY_MIN: Final = 1_440
STEP: Final = timedelta(minutes=15)
"""Shifts begin and end at quarters of an hour, and so do all zones' changes: to look at each quarter is exact."""


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's hours, in minutes from the midnight of the day on which they begin; half open, past midnight > 1440.
    Shifts of a date replace those that the pattern has begin on it."""

    person_id: int | None
    """None: nobody is on duty on that date."""
    weekdays: tuple[int, ...] = ()
    """1 is Monday. Empty: it is of a date."""
    on_date: date | None = None
    from_min: int
    until_min: int


class ShiftPlan(msgspec.Struct, frozen=True, kw_only=True):
    zone: str
    shifts: tuple[Shift, ...]


class DutySpan(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time in which the same people are on duty."""

    from_at: datetime
    until_at: datetime
    people: tuple[int, ...]


def on_duty(schedule: ShiftPlan, at: datetime) -> frozenset[int]:
    return _asked(schedule)(at)


def duties(schedule: ShiftPlan, start: datetime, until: datetime) -> list[DutySpan]:
    """Stretches that tile the time from ``start`` to ``until``; those with nobody are gaps."""
    ask = _asked(schedule)
    found: list[DutySpan] = []
    at = start
    while at < until:
        following = min(_quarter(at) + STEP, until)
        people = tuple(sorted(ask(at)))
        if found and found[-1].people == people:
            found[-1] = msgspec.structs.replace(found[-1], until_at=following)
        else:
            found.append(DutySpan(from_at=at, until_at=following, people=people))
        at = following
    return found


class Replanned(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that took the place of another."""

    at: datetime
    before: ShiftPlan
    after: ShiftPlan


def served(
    changes: Sequence[Replanned], present: ShiftPlan, everybody: Sequence[int], start: datetime, until: datetime
) -> list[DutySpan]:
    """Who was on duty in the past, by the plan of each time: ``changes`` since ``start``, oldest first. Where a plan
    has no shifts it was ``everybody``."""
    plans = [*(one.before for one in changes[:1]), *(one.after for one in changes)] or [present]
    edges = [start, *(one.at for one in changes), until]
    found: list[DutySpan] = []
    for plan, (from_at, until_at) in zip(plans, pairwise(edges), strict=True):
        for span in _planned(plan, everybody, max(from_at, start), min(until_at, until)):
            if found and found[-1].people == span.people:
                found[-1] = msgspec.structs.replace(found[-1], until_at=span.until_at)
            else:
                found.append(span)
    return found


def _planned(plan: ShiftPlan, everybody: Sequence[int], start: datetime, until: datetime) -> list[DutySpan]:
    if plan.shifts:
        return duties(plan, start, until)
    return [DutySpan(from_at=start, until_at=until, people=tuple(sorted(everybody)))] if start < until else []


def _quarter(at: datetime) -> datetime:
    seconds = int(at.timestamp())
    return at - timedelta(seconds=seconds % int(STEP.total_seconds()), microseconds=at.microsecond)


def _asked(schedule: ShiftPlan) -> Callable[[datetime], frozenset[int]]:
    zone = ZoneInfo(schedule.zone)
    dated: Mapping[date | None, Sequence[Shift]] = {
        on: [one for one in schedule.shifts if one.on_date == on] for on in {one.on_date for one in schedule.shifts}
    }

    @cache
    def begin_on(day: date) -> Sequence[Shift]:
        return dated.get(day) or [one for one in schedule.shifts if day.isoweekday() in one.weekdays]

    def ask(at: datetime) -> frozenset[int]:
        wall = at.astimezone(zone)
        minute, today = wall.hour * 60 + wall.minute, wall.date()
        sides = ((today, minute), (today - timedelta(days=1), minute + DAY_MIN))
        return frozenset(
            one.person_id
            for day, passed in sides
            for one in begin_on(day)
            if one.person_id is not None and one.from_min <= passed < one.until_min
        )

    return ask


ON_DUTY: Final = """
(not exists (select from duty_shift s where s.workspace_id = tm.workspace_id and s.roster = tm.team)
 or exists (
   select
     from duty_plan d
    cross join lateral (select %(now)s::timestamptz at time zone d.zone as at) wall
    cross join lateral (values
            (wall.at::date, extract(hour from wall.at) * 60 + extract(minute from wall.at)),
            (wall.at::date - 1, extract(hour from wall.at) * 60 + extract(minute from wall.at) + 1440)
          ) day (begins_on, minute)
     join duty_shift s
       on s.workspace_id = d.workspace_id and s.roster = d.roster and s.person_id = tm.person_id
      and s.from_min <= day.minute and day.minute < s.until_min
    where d.workspace_id = tm.workspace_id
      and d.roster = tm.team
      and (s.on_date = day.begins_on
           or (extract(isodow from day.begins_on)::smallint = any(s.weekdays)
               and not exists (select from duty_shift x
                                where x.workspace_id = s.workspace_id and x.roster = s.roster
                                  and x.on_date = day.begins_on)))))
"""
"""Of a row ``tm`` of ``team_member``: whether its person is on duty at ``now`` as far as the team is a roster with
shifts. A team without shifts has everybody on duty."""
SHIFTS: Final = """
case when m.calendar is not null then array[m.calendar]
     else coalesce((select array_agg(distinct own.calendar order by own.calendar)
                      from team_member belongs
                      join team own on own.workspace_id = belongs.workspace_id and own.key = belongs.team
                     where belongs.workspace_id = m.workspace_id and belongs.person_id = m.person_id
                       and not own.is_roster
                    having bool_and(own.calendar is not null)), array[]::text[]) end
"""
"""Of a row ``m`` of ``member``: the calendars whose hours are their shift, their own else those of their teams. None:
they are on shift always, as where one of their teams has none."""
