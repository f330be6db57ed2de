"""A command's final events into changed clocks and timers (spec 01, write path 3; spec 03, clocks)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.sla.clocks import Advanced, ClockRow, Happened, advance, catch_up
from gongdan.domains.sla.policy import CompiledSla
from gongdan.domains.sla.promises.facts import Fold, Pauses, turn
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.kernel.events import Logged
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
) -> Projection:
    """The clocks after a command. ``policy_key`` and ``ladder_key`` are what fits ``after``: they are matched once a
    command, on the ticket as the command leaves it."""
    goals = compiled.goals(policy_key, after.priority, ladder_key)
    step = advance(after.id, tuple(clocks), turn(before, events, fold=fold, goals=goals, pauses=pauses))
    return _projection(clocks, step, known=[logged.event for logged in events], version=after.version)


def caught_up(clocks: Sequence[ClockRow], now: datetime, *, version: int) -> Projection:
    """What time alone did to the clocks by ``now``."""
    return _projection(clocks, catch_up(tuple(clocks), now), known=(), version=version)


def timer_key(row: ClockRow) -> str:
    return f"{row.metric}.{row.cycle}"


def _projection(clocks: Sequence[ClockRow], step: Advanced, *, known: Sequence[Any], version: int) -> Projection:
    old = {(row.metric, row.cycle): row for row in clocks}
    changed = [row for row in step.book if old.get((row.metric, row.cycle)) != row]
    timers: list[TimerSpec] = []
    for row in changed:
        was = old.get((row.metric, row.cycle))
        if (was.next_at if was else None) != row.next_at:
            timers.append(TimerSpec(key=timer_key(row), generation=version, fire_at=row.next_at))
    happened = [one for one in step.happened if one.event not in known]
    return Projection(rows=changed, timers=timers, happened=happened)
