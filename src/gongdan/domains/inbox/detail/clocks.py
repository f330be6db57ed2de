"""Clocks as a reader is shown them. Pure."""

from collections.abc import Iterable
from datetime import datetime

from gongdan.domains.inbox.shapes import ClockView
from gongdan.domains.sla.public import SLA, ClockRow, CompiledSla, reading
from gongdan.domains.tickets.public import Rules, Ticket


def clock_views(ticket: Ticket, rows: Iterable[ClockRow], rules: Rules, now: datetime) -> list[ClockView]:
    """The clocks at ``now``; those that fall due soonest come first."""
    compiled = rules[SLA]
    views = [_view(ticket, row, compiled, now) for row in rows]
    return sorted(views, key=lambda view: (view.due_at is None, view.due_at, view.metric, view.cycle))


def _view(ticket: Ticket, row: ClockRow, compiled: CompiledSla, now: datetime) -> ClockView:
    found = reading(row, compiled, now)
    return ClockView(
        metric=row.metric,
        cycle=row.cycle,
        state=row.state,
        target=f"{row.goal.amount} {row.goal.unit}" if row.goal else "",
        started_at=row.started_at,
        due_at=row.due_at,
        remaining_s=found.remaining_s,
        elapsed_s=found.elapsed_s,
        met_at=row.met_at,
        breached_at=row.breached_at,
        warn_at=found.warn_at,
        risk_at=row.risk_at,
        paused_by=ticket.status if row.state == "paused" else None,
    )
