"""Which hours a date has, and by which rule (spec 03, calendar engine).

Wall clock becomes instants by one rule: an instant is open if the reading of the calendar's wall clock at that instant
lies in an open interval. So an hour that the clock skips (DST gap) is worked by nobody, and an hour that it shows twice
(fold) is worked twice.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Literal, get_args
from zoneinfo import ZoneInfo

import msgspec

from gongdan.domains.bundle.times.calendars import Calendar, Day, Interval, Weekday
from gongdan.kernel.text import Name

DAY_S = 86_400
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
"""Monday first, as ``date.weekday`` counts."""

_FIRST_DAY = date(1970, 1, 1).toordinal()
_FIRST_WEEKDAY = date(1970, 1, 1).weekday()

Span = tuple[int, int]
"""Half-open, in whole seconds: of a local day, or of UTC since 1970."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """Why a date has its hours: the weekday's own, or the override that stands over them."""

    kind: Literal["week", "intervals", "works_as", "closed"]
    weekday: Weekday
    """Whose hours are worked; for ``closed`` and ``intervals`` merely the date's own."""
    name: Name = {}
    source: str = ""


class DayHours(msgspec.Struct, frozen=True):
    spans: tuple[Span, ...]
    rule: Rule


class Hours:
    """The hours of every date. Overrides in order of force: intervals > works_as (调休) > closed."""

    def __init__(self, calendar: Calendar) -> None:
        self.zone = ZoneInfo(calendar.zone)
        week = {day: spans_of(calendar.week.get(day, ())) for day in WEEKDAYS}
        self._week = tuple(DayHours(week[day], Rule(kind="week", weekday=day)) for day in WEEKDAYS)
        self._days = {number_of(day.on): self._overridden(day, week) for day in sorted(calendar.days, key=_force)}

    def on(self, number: int) -> DayHours:
        """The hours of the date with this number (days since 1970-01-01)."""
        return self._days.get(number) or self._week[(number + _FIRST_WEEKDAY) % 7]

    def opened(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Open spans as (opens, closes, date number), in order of time, cut to the UTC seconds ``start`` to ``end``."""
        for first, last, offset in _offsets(self.zone, start, end):
            for number in range((first + offset) // DAY_S, (last + offset - 1) // DAY_S + 1):
                midnight = number * DAY_S - offset
                for opens, closes in self.on(number).spans:
                    a, b = max(midnight + opens, first), min(midnight + closes, last)
                    if a < b:
                        yield a, b, number

    @staticmethod
    def _overridden(day: Day, week: dict[Weekday, tuple[Span, ...]]) -> DayHours:
        own = WEEKDAYS[day.on.weekday()]
        if day.intervals is not None:
            return DayHours(
                spans_of(day.intervals), Rule(kind="intervals", weekday=own, name=day.name, source=day.source)
            )
        if day.works_as is not None:
            return DayHours(
                week[day.works_as], Rule(kind="works_as", weekday=day.works_as, name=day.name, source=day.source)
            )
        return DayHours((), Rule(kind="closed", weekday=own, name=day.name, source=day.source))


def number_of(on: date) -> int:
    """Days since 1970-01-01."""
    return on.toordinal() - _FIRST_DAY


def wall_seconds(reading: str) -> int:
    """Seconds of the day of ``HH:MM`` or ``HH:MM:SS``; ``24:00`` ends the day.

    Raises:
        ValueError: not such a reading.
    """
    parts = reading.split(":")
    if not 2 <= len(parts) <= 3 or not all(len(part) == 2 and part.isascii() and part.isdigit() for part in parts):
        raise ValueError(reading)
    hour, minute, second = (*map(int, parts), 0)[:3]
    total = hour * 3600 + minute * 60 + second
    if minute > 59 or second > 59 or total > DAY_S:
        raise ValueError(reading)
    return total


def spans_of(intervals: tuple[Interval, ...]) -> tuple[Span, ...]:
    """Intervals in order, overlapping or touching ones joined; inverted ones are nothing (lint names them)."""
    joined: list[Span] = []
    for opens, closes in sorted((wall_seconds(a), wall_seconds(b)) for a, b in intervals):
        if closes <= opens:
            continue
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes))
        else:
            joined.append((opens, closes))
    return tuple(joined)


def _force(day: Day) -> int:
    """Weakest first, so that the strongest override of a date is the one that stays."""
    if day.intervals is not None:
        return 2
    return 1 if day.works_as is not None else 0


def _offsets(zone: ZoneInfo, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Stretches of constant UTC offset as (start, end, offset), tiling ``start`` to ``end``.

    Offsets are read once a day and a change is found by halving: no zone changes and changes back within a day.
    """
    since, offset, at = start, _offset(zone, start), start
    while at < end:
        low, high = at, min(at + DAY_S, end)
        at = high
        if _offset(zone, high) == offset:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if _offset(zone, middle) == offset else (low, middle)
        yield since, high, offset
        since, offset, at = high, _offset(zone, high), high
    if since < end:
        yield since, end, offset


def _offset(zone: ZoneInfo, at: int) -> int:
    shift = datetime.fromtimestamp(at, UTC).astimezone(zone).utcoffset()
    return int(shift.total_seconds()) if shift else 0
