"""A clock as people read it: time used and left, by the hours that count (spec 03, clocks)."""

from datetime import UTC, datetime, timedelta

import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.times.calendars import Calendar
from gongdan.domains.bundle.times.sla import Unit
from gongdan.domains.sla.clocks import Cause, ClockRow, Goal, course
from gongdan.domains.sla.clocks.targets import Aim
from gongdan.domains.sla.policy import CompiledSla
from gongdan.domains.sla.promises.reading import Reading, reading

OFFICE = Calendar(
    key="office",
    name={"zh-CN": "办公", "en": "Office"},
    zone="UTC",
    week=dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), (("09:00", "17:00"),)),
)
SLA = CompiledSla(PolicyBundle(calendars=(OFFICE,)))
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CAUSE = Cause(1, "ticket.opened")


def running(amount: int, unit: Unit) -> tuple[ClockRow, Aim]:
    aim = Aim(Goal(amount=amount, unit=unit, calendar="office"), SLA.calendars["office"])
    fresh = ClockRow(ticket_id=1, metric="resolution", cycle=1, subject="resolution", state="not_started")
    return course.start(fresh, aim, paused=False, at=MONDAY, cause=CAUSE), aim


@pytest.mark.parametrize(
    ("amount", "unit", "hours_later", "elapsed_h", "remaining_h"),
    [
        (120, "calendar_minutes", 1, 1, 1),
        (120, "calendar_minutes", 3, 3, -1),
        (600, "working_minutes", 24, 8, 2),
        (2, "working_days", 4, 4, 12),
        (2, "working_days", 24, 8, 8),
        (1, "working_days", 26, 10, -2),
    ],
)
def test_a_running_clock_counts_the_hours_of_its_goal(
    amount: int, unit: Unit, hours_later: int, elapsed_h: int, remaining_h: int
) -> None:
    now = MONDAY + timedelta(hours=hours_later)
    row, _ = running(amount, unit)
    row, _ = course.pass_points(row, now)
    found = reading(row, SLA, now)
    assert (found.elapsed_s, found.remaining_s) == (elapsed_h * 3600, remaining_h * 3600)


def test_a_paused_clock_keeps_what_is_left() -> None:
    row, aim = running(120, "calendar_minutes")
    row = course.switch(row, aim, paused=True, at=MONDAY + timedelta(hours=1), cause=CAUSE)
    for hours in (1, 5, 50):
        assert reading(row, SLA, MONDAY + timedelta(hours=hours)) == Reading(
            elapsed_s=3600, remaining_s=3600, warn_at=None
        )


def test_without_a_promise_nothing_is_left() -> None:
    fresh = ClockRow(ticket_id=1, metric="resolution", cycle=1, subject="resolution", state="not_started")
    row = course.start(fresh, None, paused=False, at=MONDAY, cause=CAUSE)
    found = reading(row, SLA, MONDAY + timedelta(hours=20))
    assert (found.elapsed_s, found.remaining_s) == (20 * 3600, None)
