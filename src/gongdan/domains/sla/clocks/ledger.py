"""Where a clock's time went, second by second: for agents to open and to export (spec 03, clocks 9).

The entries of a ledger tile the clock's life: each begins where the one before ended.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

import msgspec

from gongdan.domains.sla.calendar import CompiledCalendar
from gongdan.domains.sla.calendar.hours import Rule
from gongdan.domains.sla.clocks.model import Cause, ClockRow, Segment


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a clock's life, half-open."""

    start: datetime
    end: datetime
    kind: Literal["running", "paused", "outside_hours"]
    cause: Cause
    """The event since which the clock runs or stands still."""
    rule: Rule | None = None
    """Of ``outside_hours``: why nobody works then."""


def ledger(row: ClockRow, hours: CompiledCalendar, now: datetime) -> list[Entry]:
    """The life of a clock up to ``now``. ``hours`` are what its goal counts by (``CompiledSla.hours_of``)."""
    entries: list[Entry] = []
    for segment in row.segments:
        end = min(segment.end or now, now)
        if segment.start >= end:
            continue
        if segment.kind == "paused":
            entries.append(Entry(start=segment.start, end=end, kind="paused", cause=segment.cause))
        else:
            entries.extend(_ran(segment, end, hours))
    return entries


def _ran(segment: Segment, end: datetime, hours: CompiledCalendar) -> Iterator[Entry]:
    at, cause = segment.start, segment.cause
    for opens, closes in [*hours.opened(segment.start, end), (end, end)]:
        yield from _closed(at, opens, cause, hours)
        if opens < closes:
            yield Entry(start=opens, end=closes, kind="running", cause=cause)
        at = closes


def _closed(start: datetime, end: datetime, cause: Cause, hours: CompiledCalendar) -> Iterator[Entry]:
    """Closed time by the rule of each date; neighbouring dates closed by the same rule are one entry."""
    entry: Entry | None = None
    while start < end:
        until = min(hours.end_of_day(start, 0), end)
        rule = hours.on(start.astimezone(hours.hours.zone).date()).rule
        if entry and entry.rule == rule:
            entry = msgspec.structs.replace(entry, end=until)
        else:
            if entry:
                yield entry
            entry = Entry(start=start, end=until, kind="outside_hours", cause=cause, rule=rule)
        start = until
    if entry:
        yield entry
