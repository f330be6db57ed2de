"""A command's final events into changed clocks and timers (spec 01, write path 3; spec 03, clocks)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.sla.clocks import Advanced, ClockRow, Happened, advance, catch_up
from gongdan.domains.sla.policy import CompiledSla
from gongdan.domains.sla.promises.facts import Fold, Pauses, turn
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.kernel.events import Event, Logged
from gongdan.kernel.text import Key


class TimerSpec(msgspec.Struct, frozen=True, kw_only=True):
    """The one timer of a clock, carrying its next instant of interest. ``fire_at`` None: none is left, cancel it."""

    key: str
    generation: int
    """Version of the ticket that set it."""
    fire_at: datetime | None


class Projection(msgspec.Struct, frozen=True, kw_only=True):
    rows: list[ClockRow]
    """The clocks that changed."""
    dropped: list[ClockRow]
    """Those that there are not any more: what began them was undone."""
    timers: list[TimerSpec]
    happened: list[Happened]
    """Warnings and breaches that are not among the command's events yet: of time that has passed, or of a re-target."""


def project(
    before: Ticket | None,
    after: Ticket,
    events: Sequence[Logged[Any]],
    clocks: Sequence[ClockRow],
    compiled: CompiledSla,
    policy_key: Key | None,
    *,
    ladder_key: Key | None,
    pauses: Pauses,
    fold: Fold,
    instead: Advanced | None = None,
    told: Sequence[Event] = (),
) -> Projection:
    """The clocks after a command. ``policy_key`` and ``ladder_key`` are what fits ``after``: they are matched once a
    command, on the ticket as the command leaves it. ``instead`` of ``clocks`` they go on from others, of another past;
    what that announces is ``told`` already or happens now, of clocks that are not over: nobody can mend the others, and
    there may be any number of them."""
    goals = compiled.goals(policy_key, after.priority, ladder_key)
    past = instead or Advanced(tuple(clocks), ())
    step = advance(after.id, past.book, turn(before, events, fold=fold, goals=goals, pauses=pauses))
    live = {(row.metric, row.cycle) for row in step.book if row.is_live}
    late = [one for one in past.happened if (one.event.metric, one.event.cycle) in live]
    step = Advanced(step.book, (*late, *step.happened))
    known = [*told, *(logged.event for logged in events)]
    return _projection(clocks, step, known=known, version=after.version)


def caught_up(clocks: Sequence[ClockRow], now: datetime, *, version: int) -> Projection:
    """What time alone did to the clocks by ``now``."""
    return _projection(clocks, catch_up(tuple(clocks), now), known=(), version=version)


def timer_key(row: ClockRow) -> str:
    return f"{row.metric}.{row.cycle}"


def _projection(clocks: Sequence[ClockRow], step: Advanced, *, known: Sequence[Any], version: int) -> Projection:
    old = {(row.metric, row.cycle): row for row in clocks}
    stay = {(row.subject, row.cycle) for row in step.book}
    dropped = [row for row in clocks if (row.subject, row.cycle) not in stay]
    changed = [row for row in step.book if old.get((row.metric, row.cycle)) != row]
    timers: list[TimerSpec] = []
    for row in changed:
        was = old.get((row.metric, row.cycle))
        if (was.next_at if was else None) != row.next_at:
            timers.append(TimerSpec(key=timer_key(row), generation=version, fire_at=row.next_at))
    kept = {(row.metric, row.cycle) for row in step.book}
    gone = [row for row in dropped if row.next_at and (row.metric, row.cycle) not in kept]
    timers += [TimerSpec(key=timer_key(row), generation=version, fire_at=None) for row in gone]
    happened = [one for one in step.happened if one.event not in known]
    return Projection(rows=changed, dropped=dropped, timers=timers, happened=happened)
