"""What is wrong with calendars, targets and ladders before they are published (spec 03; spec 04, policy releases)."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Finding, Section, Surroundings, unknown_receivers
from gongdan.domains.bundle.times.calendars import Calendar, Interval
from gongdan.domains.bundle.times.ladders import AfterLevel, Ladder, OnClock
from gongdan.domains.bundle.times.sla import SlaPolicy, Target
from gongdan.domains.sla.calendar.hours import wall_seconds

_NEEDS_CALENDAR = frozenset({"working_minutes", "working_days", "end_of_day", "end_of_working_day"})
_MAY_BE_ZERO = frozenset({"end_of_day", "end_of_working_day"})


_MILD = frozenset({
    "sla.year_missing", "sla.year_provisional", "sla.target_missing", "sla.fallback_missing", "sla.shift_retired",
})  # fmt: skip
"""A year that is not announced yet, no promise for a priority, or a shift that goes on, is worth a warning."""
_MOST_NAMED = 10


def lint_calendars(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """A calendar that has overrides has some for each of the years in which tickets may be due, or says from when on
    it is provisional. One that is retired while it is somebody's shift stays that shift."""
    for calendar in bundle.calendars:
        if not calendar.retired:
            yield from _calendar(calendar, around.years)
        elif using := around.shifts.get(calendar.key):
            params = {"names": list(using[:_MOST_NAMED]), "count": len(using)}
            yield _found(f"calendars.{calendar.key}", "sla.shift_retired", params)


def lint_policies(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    yield from _fallbacks(bundle)
    for policy in bundle.sla:
        if not policy.retired:
            yield from _policy(policy, bundle)


def lint_ladders(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    for ladder in bundle.ladders:
        if not ladder.retired:
            yield from _ladder(ladder)
            for level in ladder.levels:
                if not level.retired:
                    yield from unknown_receivers(f"ladders.{ladder.key}.levels.{level.key}.to", level.to, around)


def _calendar(calendar: Calendar, years: Iterable[int]) -> Iterator[Finding]:
    path = f"calendars.{calendar.key}"
    try:
        ZoneInfo(calendar.zone)
    except (KeyError, ValueError, OSError):
        yield _found(f"{path}.zone", "sla.zone_unknown", {"zone": calendar.zone})
    for weekday, intervals in calendar.week.items():
        yield from _intervals(f"{path}.week.{weekday}", intervals)
    for day in calendar.days:
        yield from _intervals(f"{path}.days.{day.on}", day.intervals or ())
    if not any(calendar.week.values()):
        yield _found(f"{path}.week", "sla.never_open", {})
    provisional = calendar.provisional_from
    for year in years if calendar.days else ():
        is_covered = any(day.on.year == year for day in calendar.days)
        if not is_covered and (provisional is None or provisional.year > year):
            yield _found(f"{path}.days", "sla.year_missing", {"year": year})
        elif provisional is not None and provisional.year <= year:
            yield _found(f"{path}.days", "sla.year_provisional", {"year": year})


def _intervals(path: str, intervals: tuple[Interval, ...]) -> Iterator[Finding]:
    spans: list[tuple[int, int, Interval]] = []
    for interval in intervals:
        try:
            opens, closes = wall_seconds(interval[0]), wall_seconds(interval[1])
        except ValueError:
            yield _found(path, "sla.interval_unreadable", {"interval": list(interval)})
            continue
        if closes <= opens:
            yield _found(path, "sla.interval_inverted", {"interval": list(interval)})
        else:
            spans.append((opens, closes, interval))
    spans.sort(key=lambda span: span[:2])
    for earlier, later in pairwise(spans):
        if later[0] < earlier[1]:
            yield _found(path, "sla.interval_overlaps", {"interval": list(later[2]), "other": list(earlier[2])})


def _fallbacks(bundle: PolicyBundle) -> Iterator[Finding]:
    plain = [policy for policy in bundle.sla if policy.when is None and not policy.retired]
    if bundle.sla and not plain:
        yield _found("sla", "sla.fallback_missing", {})
    for policy in plain[1:]:
        first = plain[0]
        yield _found(
            f"sla.{policy.key}", "sla.fallback_repeated", {"first": first.key, "name": first.name or first.key}
        )


def _policy(policy: SlaPolicy, bundle: PolicyBundle) -> Iterator[Finding]:
    path = f"sla.{policy.key}"
    calendars = {calendar.key for calendar in bundle.calendars if not calendar.retired}
    names = {priority.key: priority.name or priority.key for priority in bundle.priorities if not priority.retired}
    for n, target in enumerate(policy.targets):
        yield from _target(f"{path}.targets.{n}", target, calendars, set(names))
    subjects = dict.fromkeys((t.metric, t.status, t.team) for t in policy.targets)
    for metric, status, team in subjects:
        fits = [t for t in policy.targets if (t.metric, t.status, t.team) == (metric, status, team)]
        missing = [key for key in names if not any(not t.priorities or key in t.priorities for t in fits)]
        if missing:
            params = {"metric": metric, "priorities": missing, "names": [names[key] for key in missing]}
            yield _found(f"{path}.targets", "sla.target_missing", params)


def _target(path: str, target: Target, calendars: set[str], priorities: set[str]) -> Iterator[Finding]:
    if target.calendar is not None and target.calendar not in calendars:
        yield _found(f"{path}.calendar", "sla.calendar_unknown", {"calendar": target.calendar})
    if target.calendar is None and target.unit in _NEEDS_CALENDAR:
        yield _found(f"{path}.calendar", "sla.calendar_missing", {"unit": target.unit})
    if target.amount < 0 or (target.amount == 0 and target.unit not in _MAY_BE_ZERO):
        yield _found(f"{path}.amount", "sla.amount_not_positive", {"amount": target.amount})
    if unknown := sorted(set(target.priorities) - priorities):
        yield _found(f"{path}.priorities", "sla.priority_unknown", {"priorities": unknown})
    if outside := [percent for percent in target.warn_at if not 0 < percent < 100]:
        yield _found(f"{path}.warn_at", "sla.percent_out_of_range", {"percents": outside, "least": 1, "most": 99})
    if any(seconds <= 0 for seconds in target.warn_before_s):
        yield _found(f"{path}.warn_before_s", "sla.amount_not_positive", {"amount": min(target.warn_before_s)})
    if target.metric == "stage" and (target.status is None) == (target.team is None):
        yield _found(path, "sla.stage_unnamed", {})


def _ladder(ladder: Ladder) -> Iterator[Finding]:
    keys = {level.key for level in ladder.levels if not level.retired}
    for level in ladder.levels:
        path = f"ladders.{ladder.key}.levels.{level.key}.on"
        if isinstance(level.on, OnClock) and not 0 < level.on.percent <= 100:
            outside = {"percents": [level.on.percent], "least": 1, "most": 100}
            yield _found(path, "sla.percent_out_of_range", outside)
        if isinstance(level.on, AfterLevel) and (level.on.level not in keys or level.on.level == level.key):
            yield _found(path, "sla.level_unknown", {"level": level.on.level})


def _found(path: str, code: str, params: dict[str, Any]) -> Finding:
    return Finding(path=path, code=code, params=params, severity="warning" if code in _MILD else "error")


CALENDARS = Section(key="calendars", shape=Calendar, told_by={"days": "on"}, lint=lint_calendars)
POLICIES = Section(key="sla", shape=SlaPolicy, conditions=("when",), lint=lint_policies)
LADDERS = Section(
    key="ladders",
    shape=Ladder,
    keys=("levels",),
    conditions=("when",),
    actions=("levels.actions",),
    lint=lint_ladders,
)
SECTIONS = (CALENDARS, POLICIES, LADDERS)
