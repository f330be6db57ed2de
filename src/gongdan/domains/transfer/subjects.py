"""That a ticket came from elsewhere: the other event that a log may begin with."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from gongdan.domains.tickets.engine.model import ENDED, Handlers, Ticket
from gongdan.domains.tickets.engine.sight import Values, to_all_but
from gongdan.domains.tickets.engine.subject import EventKind, Subject
from gongdan.domains.tickets.events import MessageRedacted
from gongdan.domains.tickets.public import Case, Narrator, Rules
from gongdan.domains.transfer.events import TicketImported
from gongdan.domains.transfer.rows import ForgetRow
from gongdan.kernel.events import Logged

_KEPT = (
    "number", "title", "type", "category", "priority", "status", "phase", "workflow", "requester_id",
    "organisation_id", "team", "assignee_id", "tags", "fields", "incomplete", "close_reason", "rating", "created_at",
    "updated_at", "status_at", "first_response_at", "customer_waiting_at", "last_word", "resolved_at", "closed_at",
    "archived_at",
)  # fmt: skip
CHANNEL: Final = "import"
TABLE: Final = "table"
"""The source of what says nothing of it."""


def _opened(logged: Logged[Any]) -> Ticket:
    event: TicketImported = logged.event
    is_in_hand = event.assignee_id is not None and event.phase not in ENDED
    return Ticket(
        id=logged.stream_id,
        **{name: getattr(event, name) for name in _KEPT},
        creator_id=None,
        channel=CHANNEL,
        participants=((event.requester_id, "requester"),),
        escalation=None,
        escalation_level=None,
        follow_up_at=None,
        confirmation_offered_at=None,
        reopened=0,
        follows=None,
        assigned_at=logged.at if is_in_hand else None,
        accepted_at=logged.at if is_in_hand and event.phase != "new" else None,
        routing_since=None,
        not_to=(),
        handlers=Handlers(last_id=event.assignee_id),
        version=logged.seq,
    )


def _people(values: Values) -> tuple[Any, ...]:
    return values.get("assignee_id"), values.get("requester_id")


def _said(values: Values, narrator: Narrator) -> str:
    """Customers are not told from where, nor under which number there. A table need not say either."""
    if "source" not in values:
        return narrator.say("events.imported_from_elsewhere")
    is_numbered, is_named = not values["external_id"].startswith("#"), values["source"] != TABLE
    if is_numbered:
        return narrator.say("events.imported" if is_named else "events.imported_numbered", values)
    return narrator.say("events.imported_from" if is_named else "events.imported_plainly", values)


def forget_rows(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterable[ForgetRow]:
    """Projector: what a message said that was erased stands in the row that it came in."""
    if after.live.channel == CHANNEL and any(isinstance(one.event, MessageRedacted) for one in events):
        yield ForgetRow(after.live.id)


SUBJECT = Subject(
    key="imported",
    events=(
        EventKind(
            event=TicketImported,
            opens=_opened,
            shown=to_all_but("source", "external_id", "messages"),
            says=_said,
            people=_people,
        ),
    ),
)
