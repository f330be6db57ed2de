"""Clocks by brute force: second after second, straight from the rules of spec 03. Shares no code with what it checks.

Time is read from a table that tells of every second which date the wall shows and whether it is worked.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from gongdan.domains.bundle.times.calendars import Calendar
from gongdan.domains.bundle.times.sla import SlaPolicy, Target

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ENDED = ("resolved", "closed")


class Table:
    """What the wall clock of a calendar shows during some days from ``start`` on."""

    def __init__(self, calendar: Calendar, start: int, days: int) -> None:
        zone = ZoneInfo(calendar.zone)
        self.start = start
        self.dates: list[date] = []
        self.opened: list[bool] = []
        worked: dict[date, set[int]] = {}
        for s in range(start, start + days * 86_400):
            wall = datetime.fromtimestamp(s, zone)
            on = wall.date()
            if on not in worked:
                worked[on] = _worked(calendar, on)
            self.dates.append(on)
            self.opened.append(wall.hour * 3600 + wall.minute * 60 + wall.second in worked[on])
        worked_at = [n for n, is_open in enumerate(self.opened) if is_open]
        self.closings = sorted({self.dates[n]: n + 1 for n in worked_at}.values())
        self.allowances: dict[tuple[int, str, int], int | Fraction] = {}
        self.lengths = Counter(on for on, is_open in zip(self.dates, self.opened, strict=True) if is_open)

    def weight(self, s: int, unit: str) -> int | Fraction:
        i = s - self.start
        if unit in ("calendar_minutes", "end_of_day"):
            return 1
        if not self.opened[i]:
            return 0
        return Fraction(1, self.lengths[self.dates[i]]) if unit == "working_days" else 1

    def allowance(self, target: Target, s: int) -> int | Fraction:
        key = (target.amount, target.unit, s)
        if key not in self.allowances:
            self.allowances[key] = self._allowance(target, s)
        return self.allowances[key]

    def _allowance(self, target: Target, s: int) -> int | Fraction:
        i = s - self.start
        match target.unit:
            case "calendar_minutes" | "working_minutes":
                return target.amount * 60
            case "working_days":
                return target.amount
            case "end_of_day":
                last = date.fromordinal(self.dates[i].toordinal() + target.amount)
                return next(n for n in range(i, len(self.dates)) if self.dates[n] > last) - i
        end = [n for n in self.closings if n > i][target.amount]
        return sum(self.opened[i:end])


def _worked(calendar: Calendar, on: date) -> set[int]:
    intervals = calendar.week.get(WEEKDAYS[on.weekday()], ())
    for day in calendar.days:
        if day.on == on:
            intervals = calendar.week[day.works_as] if day.works_as else day.intervals or ()
    seconds: set[int] = set()
    for opens, closes in intervals:
        (oh, om), (ch, cm) = map(int, opens.split(":")), map(int, closes.split(":"))
        seconds |= set(range(oh * 3600 + om * 60, ch * 3600 + cm * 60))
    return seconds


@dataclass
class Clock:
    metric: str
    cycle: int
    subject: str
    state: str = "not_started"
    target: Target | None = None
    started: int | None = None
    counts_from: int = 0
    ran: list[int] = field(default_factory=list)
    """Every second during which it ran."""
    elapsed: int | Fraction = 0
    wakes_at: int | Fraction = 0
    """Elapsed time below which there is nothing to announce."""
    passed: set[int] = field(default_factory=set)
    met: int | None = None
    breached: int | None = None
    cause: str | None = None

    @property
    def live(self) -> bool:
        return self.state in ("running", "paused")


@dataclass
class Simulator:
    table: Table
    policies: dict[str, SlaPolicy]
    clocks: list[Clock] = field(default_factory=list)
    happened: set[tuple[str, int, int, int]] = field(default_factory=set)
    """(metric, cycle, point, second); the point of a breach is 100."""
    status: str = "new"
    phase: str = "new"
    team: str | None = None
    policy: str | None = None
    priority: str = "P0"
    now: int = 0

    def until(self, s: int) -> None:
        """Let time pass, a second at a time."""
        while self.now < s:
            for clock in self.clocks:
                if clock.state == "running":
                    clock.ran.append(self.now)
                    if clock.target and self.now >= clock.counts_from:
                        clock.elapsed += self.table.weight(self.now, clock.target.unit)
            self.now += 1
            for clock in self.clocks:
                if clock.state == "running" and clock.breached is None and clock.elapsed >= clock.wakes_at:
                    self.announce(clock, None)

    def announce(self, clock: Clock, cause: str | None) -> None:
        if clock.target is None:
            return
        allowance = self.table.allowance(clock.target, clock.counts_from)
        if clock.elapsed >= allowance:
            clock.breached, clock.cause = self.now, cause
            self.happened.add((clock.metric, clock.cycle, 100, self.now))
            return
        points = _points(clock.target, allowance)
        for point, threshold in points.items():
            if clock.elapsed >= threshold and point not in clock.passed:
                clock.passed.add(point)
                self.happened.add((clock.metric, clock.cycle, point, self.now))
        clock.wakes_at = min([allowance, *(points[p] for p in points if points[p] > clock.elapsed)])

    def target(self, subject: str) -> Target | None:
        if self.policy is None:
            return None
        found = self._target(subject)
        first = self._target("first_response")
        if subject == "accept" and found and first and "minutes" in first.unit and first.amount < found.amount:
            return replace(first, warn_at=found.warn_at, warn_before_s=found.warn_before_s)
        return found

    def _target(self, subject: str) -> Target | None:
        assert self.policy is not None
        for target in self.policies[self.policy].targets:
            fits = not target.priorities or self.priority in target.priorities
            subjects = {target.metric, f"status:{target.status}", f"team:{target.team}"}
            if fits and subject in subjects:
                return target
        return None

    def of(self, metric: str) -> list[Clock]:
        return [clock for clock in self.clocks if clock.metric == metric]

    def live(self, metric: str) -> list[Clock]:
        return [clock for clock in self.of(metric) if clock.live]

    def tracked(self, metric: str) -> bool:
        targets = [t for policy in self.policies.values() for t in policy.targets]
        return metric in ("first_response", "resolution") or any(t.metric == metric for t in targets)

    def new(self, metric: str, subject: str | None = None) -> Clock | None:
        if not self.tracked(metric):
            return None
        clock = Clock(metric, len(self.of(metric)) + 1, subject or metric)
        self.clocks.append(clock)
        return clock

    def start(self, clock: Clock | None) -> None:
        if clock:
            clock.state, clock.started, clock.counts_from = "running", self.now, self.now
            clock.target, clock.wakes_at = self.target(clock.subject), 0

    def end(self, clocks: list[Clock], state: str) -> None:
        for clock in clocks:
            clock.state = state
            clock.met = self.now if state == "met" else None

    def open(self, by_agent: bool) -> None:
        first = self.new("first_response")
        if not by_agent:
            self.start(first)
        self.start(self.new("resolution"))
        self.stages()

    def customer_wrote(self) -> None:
        first = self.of("first_response")[0]
        if first.state == "not_started":
            self.start(first)
        elif not first.live and not self.live("next_response"):
            self.start(self.new("next_response"))

    def agent_replied(self) -> None:
        self.end(self.live("first_response") + self.live("next_response") + self.live("update"), "met")
        self.start(self.new("update"))

    def assigned(self, to: int | None) -> None:
        self.end(self.live("accept"), "cancelled")
        if to is not None:
            self.start(self.new("accept"))

    def moved(self, status: str, phase: str, reason: str | None) -> None:
        self.status, self.phase = status, phase
        resolution = self.of("resolution")[-1]
        self.stages()
        if resolution.live and (phase == "resolved" or (phase == "closed" and reason in ("solved", "confirmed"))):
            self.end([resolution], "met")
        if phase == "closed":
            self.end([clock for clock in self.clocks if clock.live], "cancelled")
        elif phase not in ENDED and not resolution.live:
            if self.policy and self.policies[self.policy].on_reopen == "new_cycle":
                self.start(self.new("resolution"))
            else:
                resolution.state, resolution.met = "paused", None

    def stages(self) -> None:
        here = {f"status:{self.status}", f"team:{self.team}"}
        self.end([clock for clock in self.live("stage") if clock.subject not in here], "met")
        if self.phase == "closed":
            return
        limits = [t for policy in self.policies.values() for t in policy.targets if t.metric == "stage"]
        limited = {f"status:{t.status}" for t in limits if t.status} | {f"team:{t.team}" for t in limits if t.team}
        for subject in sorted(here & limited - {clock.subject for clock in self.live("stage")}):
            self.start(self.new("stage", subject))

    def stand(self) -> None:
        """The status lets clocks run or holds them."""
        pauses: Any = ("resolution",) if self.status == "hold" else None
        if pauses is None:
            phases = self.policies[self.policy].pause_phases if self.policy else ("waiting_customer",)
            pauses = [clock.metric for clock in self.clocks] if self.phase in phases else ()
        for clock in self.clocks:
            if clock.live:
                resting = self.phase == "resolved" and clock.metric in ("accept", "update", "stage")
                held = self.phase == "closed" or clock.metric in pauses or resting
                clock.state = "paused" if held and not clock.subject.startswith("status:") else "running"

    def retarget(self) -> None:
        for clock in self.clocks:
            target = self.target(clock.subject)
            if not (clock.live or clock.state == "not_started") or _same(target, clock.target):
                continue
            is_from_now = self.policy is not None and self.policies[self.policy].on_retarget == "from_now"
            promise = (target.amount, target.unit, target.calendar) if target else None
            before = (clock.target.amount, clock.target.unit, clock.target.calendar) if clock.target else None
            if clock.live and is_from_now and promise != before:
                clock.counts_from = self.now
            was = clock.passed
            clock.target, clock.passed, clock.elapsed, clock.wakes_at = target, set(was), 0, 0
            if not clock.live or target is None:
                clock.passed = set()
                continue
            clock.elapsed = sum(self.table.weight(s, target.unit) for s in clock.ran if s >= clock.counts_from)
            if clock.breached is None:
                self.announce(clock, "retarget")
                self.forget(clock, target)

    def forget(self, clock: Clock, target: Target) -> None:
        """Points that the new target puts ahead again will be announced again."""
        points = _points(target, self.table.allowance(target, clock.counts_from))
        clock.passed &= {point for point in points if clock.elapsed >= points[point]}


def _points(target: Target, allowance: int | Fraction) -> dict[int, Fraction]:
    points = {p: Fraction(allowance) * p / 100 for p in target.warn_at}
    return points | {-b: Fraction(max(allowance - b, 1)) for b in target.warn_before_s}


def _same(a: Target | None, b: Target | None) -> bool:
    if a is None or b is None:
        return a is b
    return (a.amount, a.unit, a.calendar, a.warn_at, a.warn_before_s) == (
        b.amount, b.unit, b.calendar, b.warn_at, b.warn_before_s
    )  # fmt: skip
