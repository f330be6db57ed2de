"""The section of the bundle, compiled: which policy fits a ticket, and what it promises (spec 03, policies)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.times.ladders import Ladder, OnClock
from gongdan.domains.bundle.times.sla import Metric, SlaPolicy, Target
from gongdan.domains.sla.calendar import ALWAYS, CompiledCalendar
from gongdan.domains.sla.clocks.model import Goal, Subject
from gongdan.domains.sla.clocks.targets import Aim, Goals
from gongdan.kernel.text import Key

ALWAYS_TRACKED: frozenset[Metric] = frozenset({"first_response", "resolution"})
"""Measured on every ticket, promised or not."""


_Entry = TypeVar("_Entry", SlaPolicy, Ladder)
Holds = Callable[[Condition], bool]
"""Whether a condition holds for the ticket at hand."""


class CompiledSla:
    """Policies, calendars and ladders of one release. Pure and shared: results are kept for each (policy, priority,
    ladder)."""

    def __init__(self, bundle: PolicyBundle) -> None:
        self.calendars: Mapping[Key, CompiledCalendar] = {c.key: CompiledCalendar(c) for c in bundle.calendars}
        self.policies: Mapping[Key, SlaPolicy] = {policy.key: policy for policy in bundle.sla}
        self.ladders: Mapping[Key, Ladder] = {ladder.key: ladder for ladder in bundle.ladders}
        self._goals: dict[tuple[Key | None, Key, Key | None], Goals] = {}

    def match(self, holds: Holds) -> Key | None:
        """The policy of a ticket: the first whose condition holds, else the one without a condition."""
        return _first(self.policies.values(), holds)

    def ladder(self, holds: Holds) -> Key | None:
        """The ladder of a ticket, found in the same way."""
        return _first(self.ladders.values(), holds)

    def goals(self, policy: Key | None, priority: Key, ladder: Key | None) -> Goals:
        """What ``policy`` promises a ticket of this priority; ``ladder`` adds the points at which it acts. A key that
        the release does not know promises nothing."""
        key = (policy, priority, ladder)
        if key not in self._goals:
            self._goals[key] = self._compiled(self.policies.get(policy or ""), priority, self.ladders.get(ladder or ""))
        return self._goals[key]

    def hours_of(self, goal: Goal | None) -> CompiledCalendar:
        """The hours that count towards ``goal``; without a goal every hour."""
        return Aim(goal, self.calendars.get(goal.calendar or "")).hours if goal else ALWAYS

    def opens(self, calendar: Key | None, at: datetime) -> datetime | None:
        """``at`` while a calendar is open, else its next opening. Without a key the first calendar's, and without any
        calendar it is open around the clock."""
        found = self.calendars.get(calendar or "") or next(iter(self.calendars.values()), None)
        return at if found is None else found.opening(at)

    def shift(self, calendar: Key, at: datetime) -> datetime | None:
        """The same of just this calendar: one that the release does not know is open always."""
        found = self.calendars.get(calendar)
        return at if found is None else found.opening(at)

    def after(self, calendar: Key | None, start: datetime, seconds: int) -> datetime:
        """When so much of the calendar's time has passed; around the clock without one, and under one that never opens
        again."""
        passed = self.calendars[calendar].add(start, seconds) if calendar is not None else None
        return passed or start + timedelta(seconds=seconds)

    @cached_property
    def tracked(self) -> frozenset[Metric]:
        return ALWAYS_TRACKED | {t.metric for policy in self.policies.values() for t in policy.targets}

    @cached_property
    def stages(self) -> frozenset[Subject]:
        return frozenset(
            subject
            for policy in self.policies.values()
            for t in policy.targets
            for subject in _subjects(t)
            if t.metric == "stage"
        )

    def _compiled(self, policy: SlaPolicy | None, priority: Key, ladder: Ladder | None) -> Goals:
        if policy is None:
            return Goals(policy=None, aims={}, tracked=self.tracked, stages=self.stages)
        targets: dict[Subject, Target] = {}
        for target in policy.targets:
            if not target.priorities or priority in target.priorities:
                for subject in _subjects(target):
                    targets.setdefault(subject, target)
        if "accept" in targets and "first_response" in targets:
            targets["accept"] = _shorter(targets["accept"], targets["first_response"])
        return Goals(
            policy=policy.key,
            aims={subject: self._aim(subject, target, ladder) for subject, target in targets.items()},
            tracked=self.tracked,
            stages=self.stages,
            pause_phases=frozenset(policy.pause_phases),
            on_retarget=policy.on_retarget,
            on_reopen=policy.on_reopen,
        )

    def _aim(self, subject: Subject, target: Target, ladder: Ladder | None) -> Aim:
        calendar = self.calendars.get(target.calendar or "")
        warned = {p for p in target.warn_at if 0 < p < 100}
        before = sorted(-s for s in target.warn_before_s if s > 0)
        goal = Goal(
            amount=target.amount,
            unit=target.unit,
            calendar=target.calendar,
            edition=calendar.edition if calendar else "",
            points=(*sorted(warned | _percents(ladder, subject)), *before),
            warnings=(*sorted(warned), *before),
        )
        return Aim(goal, calendar)


def _first(entries: Iterable[_Entry], holds: Holds) -> Key | None:
    """First match in order; an entry without a condition is the fallback, wherever it stands."""
    fallback: Key | None = None
    for entry in entries:
        if entry.retired:
            continue
        if entry.when is None:
            fallback = fallback or entry.key
        elif holds(entry.when):
            return entry.key
    return fallback


def _subjects(target: Target) -> list[Subject]:
    if target.metric != "stage":
        return [target.metric]
    named = (("status", target.status), ("team", target.team))
    return [f"{kind}:{key}" for kind, key in named if key is not None]


def _percents(ladder: Ladder | None, subject: Subject) -> set[int]:
    """Points at which the ladder acts on this metric."""
    levels = ladder.levels if ladder and not ladder.retired else ()
    clocks = [level.on for level in levels if isinstance(level.on, OnClock) and not level.retired]
    return {on.percent for on in clocks if on.metric == subject and 0 < on.percent < 100}


def _shorter(accept: Target, first_response: Target) -> Target:
    """The limit on accepting is never longer than the first response's (spec 03, policies). Minutes are compared as
    numbers, whosever minutes they are; days are longer than any limit on accepting."""
    is_in_minutes = first_response.unit in ("calendar_minutes", "working_minutes")
    if not is_in_minutes or accept.amount <= first_response.amount:
        return accept
    return replace(first_response, warn_at=accept.warn_at, warn_before_s=accept.warn_before_s)
