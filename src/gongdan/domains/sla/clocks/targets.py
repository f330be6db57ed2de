"""Targets as arithmetic: what a goal allows, and when running time reaches it (spec 03, policies)."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Literal

import msgspec

from gongdan.domains.bundle.times.sla import Metric
from gongdan.domains.sla.calendar import ALWAYS, CompiledCalendar
from gongdan.domains.sla.clocks.model import DUE, Goal, Point, Subject
from gongdan.kernel.text import Key

Amount = int | Fraction
"""Time used: whole seconds, or working days for the unit ``working_days``."""


class Aim:
    """A goal with the hours that measure it."""

    def __init__(self, goal: Goal, calendar: CompiledCalendar | None) -> None:
        self.goal = goal
        self.is_in_days = goal.unit == "working_days"
        self._wall = calendar or ALWAYS
        self.hours = ALWAYS if goal.unit in ("calendar_minutes", "end_of_day") else self._wall
        """Which time counts."""

    def allowance(self, start: datetime) -> Amount | None:
        """How much time the goal allows to a clock that counts from ``start``; None if its calendar never opens.

        ``end_of_day`` and ``end_of_working_day`` allow what lies between the start and that end: a pause moves the due
        instant by its own length, as with every other unit.
        """
        goal = self.goal
        match goal.unit:
            case "calendar_minutes" | "working_minutes":
                return goal.amount * 60
            case "working_days":
                return goal.amount
            case "end_of_day":
                return self.hours.between(start, self._wall.end_of_day(start, goal.amount))
            case "end_of_working_day":
                end = self._wall.end_of_working_day(start, goal.amount)
                return None if end is None else self.hours.between(start, end)

    def spent(self, start: datetime, end: datetime) -> Amount:
        return self.hours.days_between(start, end) if self.is_in_days else self.hours.between(start, end)

    def after(self, start: datetime, amount: Amount) -> datetime | None:
        """The smallest instant by which ``amount`` is spent, running from ``start`` on."""
        if self.is_in_days:
            return self.hours.add_days(start, amount)
        return self.hours.add(start, int(amount))

    def seconds_between(self, start: datetime, end: datetime) -> int:
        return self.hours.between(start, end)

    def before(self, due: datetime, seconds: int) -> datetime:
        return self.hours.back(due, seconds)

    def threshold(self, point: Point, allowance: Amount) -> Amount | None:
        """The elapsed time at which ``point`` is reached, rounded up to a second; None for seconds before the end of an
        allowance in working days, which no elapsed time says: days are of different lengths."""
        if point == DUE:
            return allowance
        if point < 0:
            return None if self.is_in_days else max(int(allowance) + point, 1)
        if self.is_in_days:
            return Fraction(allowance) * point / 100
        return -(-int(allowance) * point // 100)

    def is_provisional(self, due: datetime) -> bool:
        """Whether official days off before ``due`` may still be announced (spec 03, calendar engine)."""
        return self._wall.is_provisional(due)


class Goals(msgspec.Struct, frozen=True, kw_only=True):
    """What a policy promises a ticket of one priority.

    ``tracked`` are the metrics for which the release has a target at all. Their clocks are kept on every ticket, with
    or without a goal, so that a ticket whose policy or priority changes is measured from its real start.
    """

    policy: Key | None
    aims: Mapping[Subject, Aim]
    tracked: frozenset[Metric]
    stages: frozenset[Subject] = frozenset()
    """The statuses and teams that any stage target of the release limits."""
    pause_phases: frozenset[str] = frozenset({"waiting_customer"})
    on_retarget: Literal["from_start", "from_now"] = "from_start"
    on_reopen: Literal["resume", "new_cycle"] = "resume"
