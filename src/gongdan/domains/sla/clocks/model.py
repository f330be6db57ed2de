"""What a clock is: one promise of a ticket, as a row that says all that is needed to carry it on (spec 03, clocks).

Every instant of a clock is a whole second of UTC (``calendar.floor``).
"""

from datetime import datetime
from typing import Literal

import msgspec

from gongdan.domains.bundle.times.sla import Metric, Unit
from gongdan.domains.sla.events import ClockBreached, ClockWarned
from gongdan.kernel.text import Key

State = Literal["not_started", "running", "paused", "met", "cancelled"]

Subject = str
"""What a clock measures: a metric, or for ``stage`` what is limited, ``status:<key>`` or ``team:<key>``."""

Point = int
"""A point that is announced: 1 to 99 per cent of the allowance, ``DUE``, or, negative, seconds before due."""

DUE: Point = 100


class Cause(msgspec.Struct, frozen=True, array_like=True):
    """The event by which something happened to a clock."""

    id: int
    kind: str


class Segment(msgspec.Struct, frozen=True, array_like=True):
    """A stretch of a clock's life, half-open; ``end`` is None while it lasts. Segments of a clock tile its life."""

    kind: Literal["running", "paused"]
    start: datetime
    end: datetime | None
    cause: Cause


class Goal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The target in force: an allowance, whose hours use it up, and the points to announce."""

    amount: int
    unit: Unit
    calendar: Key | None = None
    edition: str = ""
    """Fingerprint of the calendar's hours: a changed calendar is a changed goal."""
    points: tuple[Point, ...] = ()
    warnings: tuple[Point, ...] = ()
    """Those of the points at which the target itself warns; at the others only the ladder acts."""

    def promises_the_same_as(self, other: "Goal | None") -> bool:
        """Whether the allowance is the same, whatever became of the calendar's hours and the points."""
        return other is not None and (self.amount, self.unit, self.calendar) == (
            other.amount,
            other.unit,
            other.calendar,
        )


class Ahead(msgspec.Struct, frozen=True, array_like=True):
    """A point that the running clock will reach at ``at`` unless something happens before."""

    at: datetime
    point: Point


class ClockRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A clock = (ticket, metric, cycle). Breached is no state: a breached clock runs on and may be met late."""

    ticket_id: int
    metric: Metric
    cycle: int
    subject: Subject
    state: State
    policy: Key | None = None
    goal: Goal | None = None
    """None: the clock runs, but nothing is promised, so it has no due instant."""
    started_at: datetime | None = None
    counts_from: datetime | None = None
    """Since when running time counts towards the goal: the start, or the last re-target ``from_now``."""
    segments: tuple[Segment, ...] = ()
    due_at: datetime | None = None
    """The smallest instant at which the allowance is used up; None while paused."""
    ahead: tuple[Ahead, ...] = ()
    """What will be announced when, soonest first; computed whenever the clock starts, resumes or is re-targeted."""
    passed: tuple[Point, ...] = ()
    """Points already behind the elapsed time, under the goal in force."""
    risk_at: datetime | None = None
    """Since when, or from when on, the promise is at risk: the target's last warning point while the clock runs, or the
    breach. None once it is met or cancelled, and while an unbroken clock stands still."""
    met_at: datetime | None = None
    breached_at: datetime | None = None
    breach_cause: str | None = None
    ended_by: Cause | None = None
    """Of a met or cancelled clock."""

    @property
    def is_live(self) -> bool:
        return self.state in ("running", "paused")

    @property
    def next_at(self) -> datetime | None:
        """When the clock's timer must fire next."""
        return self.ahead[0].at if self.ahead else None


class Happened(msgspec.Struct, frozen=True):
    """A warning or breach, dated at the due instant whoever found it and when (spec 03, clocks 7)."""

    at: datetime
    event: ClockWarned | ClockBreached
