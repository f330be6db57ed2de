"""The course of one clock: it starts, stands still, runs on, is re-targeted, ends (spec 03, clocks 2 to 5 and 7).

Whenever a clock begins to run, or runs towards another goal, everything it will announce is computed ahead. So reaching
an instant (``pass_points``) needs no calendar, and stays right when a release changes the hours meanwhile.
"""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from typing import Literal

from msgspec.structs import replace

from gongdan.domains.sla.clocks.model import DUE, Ahead, Cause, ClockRow, Goal, Happened, Point, Segment
from gongdan.domains.sla.clocks.targets import Aim, Amount
from gongdan.domains.sla.events import ClockBreached, ClockWarned
from gongdan.kernel.text import Key

Passed = tuple[ClockRow, list[Happened]]


def pass_points(row: ClockRow, now: datetime) -> Passed:
    """Pass every point that the clock reaches by ``now``. A point is reached when its instant is: a reply in the very
    second in which the allowance is used up comes too late."""
    happened: list[Happened] = []
    for ahead in row.ahead:
        if ahead.at > now:
            break
        if ahead.point == DUE:
            row = replace(row, breached_at=ahead.at, ahead=(), risk_at=_earliest(row.risk_at, ahead.at))
            happened.append(_breached(row, ahead.at))
            break
        row = replace(row, ahead=row.ahead[1:], passed=(*row.passed, ahead.point))
        happened.append(_warned(row, ahead.point, ahead.at))
    return row, happened


def start(row: ClockRow, aim: Aim | None, *, paused: bool, at: datetime, cause: Cause) -> ClockRow:
    kind: Literal["running", "paused"] = "paused" if paused else "running"
    begun = replace(
        row,
        state=kind,
        goal=aim.goal if aim else None,
        started_at=at,
        counts_from=at,
        segments=(Segment(kind, at, None, cause),),
    )
    return _planned(begun, aim)


def switch(row: ClockRow, aim: Aim | None, *, paused: bool, at: datetime, cause: Cause) -> ClockRow:
    """Stand still, or run on. Breaches stay."""
    kind: Literal["running", "paused"] = "paused" if paused else "running"
    segments = (*_closed(row.segments, at), Segment(kind, at, None, cause))
    return _planned(replace(row, state=kind, segments=segments), aim)


def end(row: ClockRow, state: Literal["met", "cancelled"], *, at: datetime, cause: Cause) -> ClockRow:
    """The due instant stays as it was, to be compared with."""
    return replace(
        row,
        state=state,
        segments=_closed(row.segments, at) or (replace(row.segments[0], end=at),),
        met_at=at if state == "met" else None,
        ahead=(),
        risk_at=None,
        ended_by=cause,
    )


def void(row: ClockRow, *, at: datetime, cause: Cause) -> ClockRow:
    """Cancel as if it had never promised anything: neither met nor breached (a merged ticket's clocks)."""
    ended = end(row, "cancelled", at=at, cause=cause) if row.is_live else row
    return replace(
        ended,
        state="cancelled",
        due_at=None,
        met_at=None,
        breached_at=None,
        breach_cause=None,
        risk_at=None,
        ended_by=cause,
    )


def resume(row: ClockRow, aim: Aim | None, *, paused: bool, at: datetime, cause: Cause) -> ClockRow:
    """Take up an ended clock again; the time since its end is a pause, caused by what ended it."""
    ended_at, ended_by = row.segments[-1].end, row.ended_by
    assert ended_at is not None and ended_by is not None
    gap = Segment("paused", ended_at, None, ended_by)
    live = replace(row, segments=(*row.segments, gap), met_at=None, ended_by=None)
    return switch(live, aim, paused=paused, at=at, cause=cause)


def retarget(row: ClockRow, aim: Aim | None, *, policy: Key | None, from_now: bool, at: datetime) -> Passed:
    """Swap the target, keep the elapsed time (``from_now``: begin to count anew). If that is already over, the clock is
    breached now, by the change; warning points that it is suddenly behind are announced now."""
    goal = aim.goal if aim else None
    if goal == row.goal:
        return (row if policy == row.policy else replace(row, policy=policy)), []

    is_restarted = from_now and row.is_live and not (goal and goal.promises_the_same_as(row.goal))
    known = row.passed
    row = replace(row, policy=policy, goal=goal, passed=(), counts_from=at if is_restarted else row.counts_from)
    if aim is None or row.counts_from is None or (allowance := aim.allowance(row.counts_from)) is None:
        return replace(row, due_at=None, ahead=(), risk_at=row.breached_at if row.is_live else None), []

    if row.breached_at is None and elapsed(row, aim, at) >= allowance:
        row = replace(row, breached_at=at, breach_cause="retarget")
        return _planned(row, aim), [_breached(row, at)]
    if row.breached_at is None:
        row = replace(row, passed=_reached(row, aim, allowance, at))
    return _planned(row, aim), [_warned(row, point, at) for point in row.passed if point not in known]


def elapsed(row: ClockRow, aim: Aim, now: datetime) -> Amount:
    """Time counted towards the goal by ``now``: the sum of working time over running stretches."""
    return sum((aim.spent(a, b) for a, b in _running(row, now) if b), Fraction(0) if aim.is_in_days else 0)


def remaining(row: ClockRow, aim: Aim, now: datetime) -> Amount | None:
    """What is left of the allowance, below zero when it is over; also while the clock stands still. None without a
    start or when the calendar never opens."""
    allowance = aim.allowance(row.counts_from) if row.counts_from else None
    return None if allowance is None else allowance - elapsed(row, aim, now)


def _planned(row: ClockRow, aim: Aim | None) -> ClockRow:
    """With ``due_at``, ``ahead`` and ``risk_at`` computed. Of a clock whose goal is not ``aim``'s, nothing: a re-target
    follows."""
    due = aheads = None
    risk = row.breached_at if row.is_live else None
    if row.state == "running" and row.counts_from and aim and aim.goal == row.goal:
        allowance = aim.allowance(row.counts_from)
        due = None if allowance is None else _reaches(row, aim, allowance)
        if due and allowance is not None and row.breached_at is None:
            aheads = _aheads(row, aim, aim.goal, allowance, due)
        if due and allowance is not None:
            risk = _earliest(risk, _last_warning(row, aim, allowance, due))
    return replace(row, due_at=due, ahead=tuple(aheads or ()), risk_at=risk)


def _last_warning(row: ClockRow, aim: Aim, allowance: Amount, due: datetime) -> datetime:
    """When the last warning point of the target is reached, past or to come; without any the due instant itself."""
    points = (_point_at(row, aim, point, allowance, due) for point in aim.goal.warnings)
    return max((at for at in points if at is not None), default=due)


def _earliest(one: datetime | None, other: datetime) -> datetime:
    return other if one is None else min(one, other)


def _aheads(row: ClockRow, aim: Aim, goal: Goal, allowance: Amount, due: datetime) -> list[Ahead]:
    aheads = [Ahead(due, DUE)]
    for point in goal.points:
        if point in row.passed:
            continue
        if at := _point_at(row, aim, point, allowance, due):
            aheads.append(Ahead(at, point))
    return sorted(aheads, key=lambda ahead: (ahead.at, ahead.point == DUE))


def _point_at(row: ClockRow, aim: Aim, point: Point, allowance: Amount, due: datetime) -> datetime | None:
    threshold = aim.threshold(point, allowance)
    if threshold is None:
        return max(aim.before(due, -point), row.segments[-1].start)
    return _reaches(row, aim, threshold)


def _reaches(row: ClockRow, aim: Aim, amount: Amount) -> datetime | None:
    """The smallest instant at which the running clock's elapsed time is ``amount``, past or to come."""
    for a, b in _running(row, None):
        if b is None or (spent := aim.spent(a, b)) >= amount:
            return aim.after(a, amount)
        amount -= spent
    return None


def _running(row: ClockRow, now: datetime | None) -> Iterable[tuple[datetime, datetime | None]]:
    """Running stretches that count; cut at ``now``, or the last one open."""
    for segment in row.segments:
        if segment.kind == "paused" or row.counts_from is None:
            continue
        a = max(segment.start, row.counts_from)
        b = segment.end if now is None else min(segment.end or now, now)
        if b is None or a < b:
            yield a, b


def _reached(row: ClockRow, aim: Aim, allowance: Amount, now: datetime) -> tuple[Point, ...]:
    assert row.goal is not None
    spent = elapsed(row, aim, now)

    def is_behind(point: Point) -> bool:
        threshold = aim.threshold(point, allowance)
        if threshold is not None:
            return spent >= threshold
        due = aim.after(now, allowance - spent)
        return due is not None and aim.seconds_between(now, due) <= -point

    return tuple(point for point in row.goal.points if is_behind(point))


def _closed(segments: tuple[Segment, ...], at: datetime) -> tuple[Segment, ...]:
    """With the last segment ended at ``at``, or left out if it lasted no time."""
    *done, last = segments
    return tuple(done) if last.start >= at else (*done, replace(last, end=at))


def _warned(row: ClockRow, point: Point, at: datetime) -> Happened:
    warnings = row.goal.warnings if row.goal else ()
    percent, before_s = (point, None) if point > 0 else (0, -point)
    return Happened(
        at,
        ClockWarned(
            metric=row.metric,
            cycle=row.cycle,
            percent=percent,
            due_at=at,
            before_s=before_s,
            last=point in warnings and not any(ahead.point in warnings for ahead in row.ahead),
            only_ladder=point not in warnings,
        ),
    )


def _breached(row: ClockRow, at: datetime) -> Happened:
    return Happened(at, ClockBreached(metric=row.metric, cycle=row.cycle, due_at=at, cause=row.breach_cause))
