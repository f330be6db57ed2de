"""Which escalation level is due, and when (spec 03, warnings and escalation). Pure; firing a level is a command.

A level fires once per instance: a level on a clock once for that clock, on an unassigned ticket once for that wait,
after another level once for that firing of it. What was fired is read from the ticket's events, so a level that a
person or a status limit fired counts too. An ended ticket (resolved, closed) escalates nothing.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from msgspec.structs import replace

from gongdan.domains.bundle.times.ladders import AfterLevel, Ladder, Level, OnClock, OnUnassigned
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.sla.calendar import floor
from gongdan.domains.sla.clocks import ClockRow
from gongdan.domains.sla.clocks.model import DUE
from gongdan.domains.sla.events import TicketEscalated
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.transfer.events import TicketImported
from gongdan.kernel.events import Logged
from gongdan.kernel.text import Key


class Fired(msgspec.Struct, frozen=True, array_like=True):
    level: Key
    instance: str
    at: datetime


class LadderRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far a ticket was escalated."""

    unassigned_at: datetime | None
    """Since when nobody is responsible."""
    acted_at: datetime | None = None
    """When someone of the staff last did anything."""
    fired: tuple[Fired, ...] = ()


class LevelDue(msgspec.Struct, frozen=True):
    level: Key
    at: datetime


def begin(before: Ticket | None, opened_at: datetime) -> LadderRow:
    """The row of a ticket that has none yet: just opened, or found by its first ladder."""
    since = before.created_at if before else opened_at
    return LadderRow(unassigned_at=None if before and before.assignee_id is not None else floor(since))


def follow(
    row: LadderRow, ladder: Ladder | None, events: Sequence[Logged[Any]], clocks: Sequence[ClockRow]
) -> LadderRow:
    """The row after a command's events. ``clocks`` are the ticket's, as the command leaves them."""
    for logged in events:
        at = floor(logged.at)
        if logged.actor.kind == "staff":
            row = replace(row, acted_at=at)
        match logged.event:
            case TicketImported(assignee_id=assignee_id):
                row = replace(row, unassigned_at=None if assignee_id is not None else at)
            case e.TicketAssigned(after=after):
                row = replace(row, unassigned_at=None if after is not None else row.unassigned_at or at)
            case TicketEscalated(ladder=name, level=level) if ladder and name == ladder.key:
                found = next((one for one in ladder.levels if one.key == level), None)
                if found:
                    row = replace(row, fired=(*row.fired, Fired(level, _instance(found, row, clocks), at)))
    return row


def revised(row: LadderRow, log: Sequence[Logged[Any]], *, dropped: Sequence[ClockRow]) -> LadderRow:
    """The row when the ticket's history is ``log``, without what was undone: it waits for somebody since then, and what
    fired for a clock that never was is no firing of one to come."""
    since: datetime | None = floor(log[0].at)
    for logged in log:
        if isinstance(logged.event, e.TicketAssigned):
            since = None if logged.event.after is not None else since or floor(logged.at)
    gone = {f"{clock.metric}.{clock.cycle}" for clock in dropped}
    return replace(row, unassigned_at=since, fired=tuple(one for one in row.fired if one.instance not in gone))


def levels_due(row: LadderRow, ladder: Ladder | None, ticket: Ticket, clocks: Sequence[ClockRow]) -> list[LevelDue]:
    """Levels that have not fired for their instance, each with the instant at which it fires if nothing happens before,
    soonest first. A level on a clock is listed once its point is reached, dated at the ticket's last change: until then
    the clock's own timer waits for it."""
    if ladder is None or ladder.retired or ticket.phase in ENDED:
        return []
    found: list[LevelDue] = []
    for level in ladder.levels:
        if level.retired or _has_fired(level, row, clocks):
            continue
        if (at := _fires_at(level, row, ticket, clocks)) is not None:
            found.append(LevelDue(level.key, at))
    return sorted(found, key=lambda due: due.at)


def _fires_at(level: Level, row: LadderRow, ticket: Ticket, clocks: Sequence[ClockRow]) -> datetime | None:
    match level.on:
        case OnUnassigned(after_s=after_s):
            return None if row.unassigned_at is None else row.unassigned_at + timedelta(seconds=after_s)
        case OnClock(phases=phases) as on:
            clock = _clock(on, clocks)
            is_here = not phases or ticket.phase in phases
            return floor(ticket.updated_at) if clock and is_here and _is_reached(on, clock) else None
        case AfterLevel(level=base, after_s=after_s, if_idle=if_idle):
            fired = _last_firing(base, row)
            if fired is None or (if_idle and row.acted_at and row.acted_at > fired.at):
                return None
            return fired.at + timedelta(seconds=after_s)
    return None


def _is_reached(on: OnClock, clock: ClockRow) -> bool:
    if not clock.is_live:
        return False
    return clock.breached_at is not None or (on.percent < DUE and on.percent in clock.passed)


def _has_fired(level: Level, row: LadderRow, clocks: Sequence[ClockRow]) -> bool:
    instance = _instance(level, row, clocks)
    return any(one.level == level.key and one.instance == instance for one in row.fired)


def _instance(level: Level, row: LadderRow, clocks: Sequence[ClockRow]) -> str:
    match level.on:
        case OnUnassigned():
            return f"unassigned.{row.unassigned_at:%Y-%m-%dT%H:%M:%SZ}" if row.unassigned_at else "unassigned"
        case OnClock() as on:
            clock = _clock(on, clocks)
            return f"{clock.metric}.{clock.cycle}" if clock else on.metric
        case AfterLevel(level=base):
            fired = _last_firing(base, row)
            return f"{base}.{fired.at:%Y-%m-%dT%H:%M:%SZ}" if fired else base
    return ""


def _clock(on: OnClock, clocks: Sequence[ClockRow]) -> ClockRow | None:
    found = [clock for clock in clocks if clock.metric == on.metric]
    return max(found, key=lambda clock: clock.cycle) if found else None


def _last_firing(level: Key, row: LadderRow) -> Fired | None:
    return next((one for one in reversed(row.fired) if one.level == level), None)
