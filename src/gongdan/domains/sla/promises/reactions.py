"""How tickets' decisions meet the clocks: a watcher for what falls due, a projector for what is stored (spec 03).

Wiring puts these functions into the rules of a release; ``rules[SLA]`` is what the release promises, and
``case[PROMISES]`` what was promised of the ticket.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final, cast

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.times.ladders import Ladder
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.sla.calendar import floor
from gongdan.domains.sla.clocks import Advanced, Aim, ClockRow
from gongdan.domains.sla.clocks.course import remaining
from gongdan.domains.sla.events import ClockBreached, ClockWarned, TicketEscalated
from gongdan.domains.sla.promises.ladders import LadderRow, LevelDue, begin, follow, levels_due, revised
from gongdan.domains.sla.promises.past import SLA, as_if_never
from gongdan.domains.sla.promises.projector import Projection, caught_up, project
from gongdan.domains.tickets.events import TicketUndone
from gongdan.domains.tickets.public import (
    HISTORY,
    RELEASES,
    Case,
    ClockChange,
    Facet,
    Rules,
    SetColumns,
    receivers,
    undoings,
    values,
    what_counts,
    workflow_of,
)
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.kernel.events import Event, Logged
from gongdan.kernel.text import Key

OWNER, LADDER_OWNER = "sla", "ladder"
"""Owners of the timers."""

Events = Sequence[Logged[Any]]


class SetClock(msgspec.Struct, frozen=True):
    """The clock as it is now."""

    row: ClockRow


class DropClock(msgspec.Struct, frozen=True):
    """The clock never was: what began it was undone."""

    row: ClockRow


def clocks_changed(effects: Iterable[Any]) -> list[ClockChange]:
    """What a decision's effects do to promises, for its answer."""
    rows = [effect.row for effect in effects if isinstance(effect, SetClock)]
    return [ClockChange(metric=row.metric, state=row.state, due_at=row.due_at) for row in rows]


class PromisesOfTicket(msgspec.Struct, frozen=True):
    """A ticket's clocks, and how far it was escalated. As it is stored a row holds one of them."""

    ticket_id: int
    clocks: tuple[ClockRow, ...] = ()
    ladder: LadderRow | None = None


PROMISES: Final = Facet(
    "promises",
    PromisesOfTicket,
    """
    select k.ticket_id, jsonb_build_array(k.body) as clocks, null::jsonb as ladder
      from ticket_clock k
     where k.workspace_id = %(workspace)s and k.ticket_id in {ids}
     union all
    select l.id, '[]', l.ladder
      from ticket l
     where l.workspace_id = %(workspace)s and l.id in {ids} and l.ladder is not null
    """,
)


def clocks_fall_due(rules: Rules, before: Case | None, case: Case, events: Events, now: datetime) -> Iterable[Event]:
    """Warnings and breaches that are not in the log yet: found by whoever touches the ticket first, dated when due."""
    return [one.event for one in _projection(rules, before, case, events, now).happened]


def levels_fall_due(rules: Rules, before: Case | None, case: Case, events: Events, now: datetime) -> Iterator[Event]:
    """Levels of the ladder whose time has come; each once per instance. None of what lies still."""
    if case.live.is_away:
        return
    ladder, _, due = _ladder(rules, before, case, events, now)
    for one in due:
        if ladder is not None and one.at <= now:
            level = rules.levels[ladder.key, one.level]
            to = receivers(level.to, case.live)
            yield TicketEscalated(level=level.key, ladder=ladder.key, colour=level.colour, to=to)


def project_clocks(rules: Rules, before: Case | None, case: Case, events: Events, now: datetime) -> Iterator[Any]:
    """The changed clocks, their timers, the ladder, and what the queue shows of them."""
    if not events:
        return
    ticket = case.live
    if before is None and ticket.phase in ENDED:  # it came as history: nothing is promised to it
        yield _due(rules, case, (), follow(begin(None, ticket.created_at), None, events, ()))
        return
    projection = _projection(rules, before, case, events, now)
    for clock in projection.rows:
        yield SetClock(clock)
    for gone in projection.dropped:
        yield DropClock(gone)
    for timer in projection.timers:
        if timer.fire_at is None:
            yield CancelTimer(owner=OWNER, subject=ticket.id, key=timer.key)
        else:
            yield SetTimer(
                owner=OWNER, subject=ticket.id, key=timer.key, generation=timer.generation, fire_at=timer.fire_at
            )
    _, row, due = _ladder(rules, before, case, events, now)
    yield from _ladder_timer(case, due, now)
    yield _due(rules, case, _all_clocks(case, projection), row)


def promised(rules: Rules, case: Case, metric: str, start: datetime) -> datetime | None:
    """When the target of ``metric`` is reached by what starts at ``start`` and never rests; None without one."""
    sla, holds = rules[SLA], _holds(rules, case, case.live.updated_at)
    aim = sla.goals(sla.match(holds), case.live.priority, None).aims.get(metric)
    allowance = aim.allowance(floor(start)) if aim else None
    return None if aim is None or allowance is None else aim.after(floor(start), allowance)


def due_at_work(rules: Rules, case: Case, now: datetime) -> datetime | None:
    """What falls due first when the ticket is worked on from ``now``: clocks that stand still run on, a solution that
    was proposed counts no more, and whoever wrote waits for an answer."""
    sla = rules[SLA]
    found = [promised(rules, case, "next_response", now)]
    for row in _clocks(case):
        resumes = row.state == "paused" or (row.state == "met" and row.metric == "resolution")
        if row.state == "running":
            found.append(row.due_at)
        elif resumes and row.goal is not None:
            aim = Aim(row.goal, sla.calendars.get(row.goal.calendar or ""))
            left = remaining(row, aim, now)
            found.append(None if left is None else aim.after(now, max(left, 0)))
    return min((at for at in found if at is not None), default=None)


def _projection(rules: Rules, before: Case | None, case: Case, events: Events, now: datetime) -> Projection:
    """Two watchers and the projector of a decision ask for it: it is computed once for each state of the case."""
    key = (PROMISES, len(events), now)
    if key not in case.derived:
        case.derived[key] = _projected(rules, before, case, events, now)
    return cast(Projection, case.derived[key])


def _projected(rules: Rules, before: Case | None, case: Case, events: Events, now: datetime) -> Projection:
    clocks, ticket = _clocks(before or case), case.live
    if not events:
        return caught_up(clocks, now, version=ticket.version)
    sla, holds = rules[SLA], _holds(rules, case, now)
    history = before[HISTORY] if before and _undoes(events) else ()
    return project(
        before.live if before else None,
        ticket,
        events,
        clocks,
        sla,
        sla.match(holds),
        ladder_key=sla.ladder(holds),
        pauses=lambda status: _pauses(rules, case, status),
        fold=rules.subjects.fold,
        instead=_as_if_never(rules, before, events) if before and history else None,
        told=[logged.event for logged in history if isinstance(logged.event, ClockWarned | ClockBreached)],
    )


def _undoes(events: Events) -> bool:
    return any(isinstance(logged.event, TicketUndone) for logged in events)


def _as_if_never(rules: Rules, before: Case, events: Events) -> Advanced:
    """The clocks that the command would have found, had what it undoes never been. Computed once for a decision."""
    undone = undoings((*before[HISTORY], *events))
    key = (PROMISES, HISTORY, *undone)
    if key not in before.derived:
        releases = {one.release: one for one in (*before[RELEASES], rules)}
        before.derived[key] = as_if_never(before[HISTORY], undone, before.requester, releases)
    return cast(Advanced, before.derived[key])


def _ladder(
    rules: Rules, before: Case | None, case: Case, events: Events, now: datetime
) -> tuple[Ladder | None, LadderRow, list[LevelDue]]:
    sla = rules[SLA]
    ladder = sla.ladders.get(sla.ladder(_holds(rules, case, now)) or "")
    projection = _projection(rules, before, case, events, now)
    clocks = _all_clocks(case, projection)
    row = _escalated(case) or begin(before.live if before else None, case.live.created_at)
    row = follow(row, ladder, events, clocks)
    if before and before[HISTORY] and _undoes(events):
        log = (*before[HISTORY], *events)
        row = revised(row, what_counts(log, undoings(log)), dropped=projection.dropped)
    return ladder, row, levels_due(row, ladder, case.live, clocks)


def _ladder_timer(case: Case, due: Sequence[LevelDue], now: datetime) -> Iterator[Any]:
    ahead = [one.at for one in due if one.at > now]
    ticket = case.live
    if ahead:
        yield SetTimer(owner=LADDER_OWNER, subject=ticket.id, key="next", generation=ticket.version, fire_at=min(ahead))
    elif _escalated(case) is not None:
        yield CancelTimer(owner=LADDER_OWNER, subject=ticket.id, key="next")


def _due(rules: Rules, case: Case, clocks: Sequence[ClockRow], ladder: LadderRow) -> SetColumns:
    waiting = [(clock.due_at, clock.metric) for clock in clocks if clock.state == "running" and clock.due_at]
    next_due = min(waiting, default=(None, None))
    policy = next((clock.policy for clock in clocks if clock.policy), None)
    return SetColumns(
        {
            "next_due_at": next_due[0],
            "next_due_metric": next_due[1],
            "risk_at": min((clock.risk_at for clock in clocks if clock.risk_at), default=None),
            "breached": any(clock.breached_at is not None for clock in clocks),
            "paused": not waiting and any(clock.state == "paused" and clock.goal for clock in clocks),
            "sla_policy": policy,
            "ladder": ladder,
        }
    )


def _all_clocks(case: Case, projection: Projection) -> list[ClockRow]:
    stay = [row for row in _clocks(case) if row not in projection.dropped]
    kept = {(row.metric, row.subject, row.cycle): row for row in (*stay, *projection.rows)}
    return list(kept.values())


def _clocks(case: Case) -> list[ClockRow]:
    return [clock for one in case[PROMISES] for clock in one.clocks]


def _escalated(case: Case) -> LadderRow | None:
    return next((one.ladder for one in case[PROMISES] if one.ladder is not None), None)


def _holds(rules: Rules, case: Case, now: datetime) -> Callable[[Condition], bool]:
    seen = values(case, rules.registry)
    return lambda condition: rules.holds(condition, seen, now)


def _pauses(rules: Rules, case: Case, status: Key) -> Sequence[str] | None:
    found = workflow_of(case, rules).statuses.get(status)
    return found.pauses if found else None
