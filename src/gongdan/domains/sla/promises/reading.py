"""A clock as people read it: how much time is used and left, in seconds that count (spec 03, clocks). Pure."""

from datetime import datetime

import msgspec

from gongdan.domains.sla.clocks import Aim, ClockRow
from gongdan.domains.sla.clocks.course import remaining
from gongdan.domains.sla.clocks.model import DUE
from gongdan.domains.sla.policy import CompiledSla


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    elapsed_s: int
    """Counted while it ran, by the hours of its goal; without a goal around the clock."""
    remaining_s: int | None
    """Below zero when the allowance is over; None without a goal, and when its calendar never opens."""
    warn_at: datetime | None
    """The next warning point, if the clock runs on."""


def reading(row: ClockRow, compiled: CompiledSla, now: datetime) -> Reading:
    """``row`` at ``now``, measured by the calendars as they are."""
    hours = compiled.hours_of(row.goal)
    stretches = [
        (max(segment.start, row.counts_from), min(segment.end or now, now))
        for segment in row.segments
        if segment.kind == "running" and row.counts_from
    ]
    elapsed_s = sum(hours.between(start, end) for start, end in stretches if start < end)
    return Reading(
        elapsed_s=elapsed_s,
        remaining_s=_remaining_s(row, compiled, now, elapsed_s),
        warn_at=next((ahead.at for ahead in row.ahead if ahead.point != DUE), None),
    )


def _remaining_s(row: ClockRow, compiled: CompiledSla, now: datetime, elapsed_s: int) -> int | None:
    """Of working days: the working seconds until it would be due if it ran on from now, or since it was."""
    if row.goal is None:
        return None
    aim = Aim(row.goal, compiled.calendars.get(row.goal.calendar or ""))
    if not aim.is_in_days:
        allowance = aim.allowance(row.counts_from) if row.counts_from else None
        return None if allowance is None else int(allowance - elapsed_s)
    left = remaining(row, aim, now)
    if left is None:
        return None
    if left >= 0:
        due = aim.after(now, left)
        return None if due is None else aim.seconds_between(now, due)
    return -aim.seconds_between(row.breached_at, now) if row.breached_at and row.breached_at < now else 0
