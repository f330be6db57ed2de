"""What can happen around what is brought in."""

from datetime import datetime
from typing import Any

from gongdan.domains.bundle.actions import CloseReason
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.tickets.engine.model import LastWord
from gongdan.kernel.events import Event


class TicketImported(Event, frozen=True, kw_only=True, tag="ticket.imported"):
    """The ticket came from elsewhere as it is told here: its log begins with it, and nothing follows from it."""

    number: str
    source: str
    external_id: str
    title: str
    type: str
    category: str | None
    priority: str
    status: str
    phase: Phase
    workflow: str
    requester_id: int
    organisation_id: int | None = None
    team: str | None = None
    assignee_id: int | None = None
    tags: tuple[str, ...] = ()
    fields: dict[str, Any] = {}
    incomplete: tuple[str, ...] = ()
    created_at: datetime
    updated_at: datetime
    """When something last happened to it elsewhere."""
    status_at: datetime
    """Of a closed ticket, when it closed; of any other, when it came in: its limits run from there."""
    first_response_at: datetime | None = None
    customer_waiting_at: datetime | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    archived_at: datetime | None = None
    close_reason: CloseReason | None = None
    rating: int | None = None
    last_word: LastWord | None = None
    messages: tuple[int, ...] = ()
    """What was said on it, by id. The words stand in the conversation that came with it."""
