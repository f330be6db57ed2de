"""What commands on tickets answer. snake_case on the wire."""

from datetime import datetime
from typing import Any

from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.infra.http.bodies import Answer


class ClockSummary(Answer, frozen=True):
    metric: str
    state: str
    due_at: datetime | None


class Outcome(Answer, frozen=True):
    """What a command decided: the ticket as it stands after it. The whole of it is read at its own address."""

    number: str
    version: int
    title: str
    type: str
    category: str | None
    priority: str
    status: str
    phase: Phase
    team: str | None
    assignee_id: int | None
    tags: tuple[str, ...]
    incomplete: tuple[str, ...]
    clocks: list[ClockSummary]
    """The clocks that the command set or changed."""
    message_id: int | None = None
    """Of the message that it added."""


class RowOutcome(Answer, frozen=True):
    """One row of a batch: its ticket, or the problem that refused it."""

    index: int
    ticket: Outcome | None
    problem: dict[str, Any] | None


class BatchOutcome(Answer, frozen=True):
    created: int
    refused: int
    rows: list[RowOutcome]


def outcome(desk: Desk, decision: Decision, *, message_id: int | None = None) -> Outcome:
    """The answer of a command, made from what it decided: no second read."""
    ticket = decision.after.live
    return Outcome(
        number=ticket.number,
        version=ticket.version,
        title=ticket.title,
        type=ticket.type,
        category=ticket.category,
        priority=ticket.priority,
        status=ticket.status,
        phase=ticket.phase,
        team=ticket.team,
        assignee_id=ticket.assignee_id,
        tags=ticket.tags,
        incomplete=ticket.incomplete,
        clocks=[ClockSummary(metric=one.metric, state=one.state, due_at=one.due_at) for one in desk.clocks(decision)],
        message_id=message_id,
    )
