"""What was said on a ticket. The words themselves live in ``message_version``; these are the facts that they were
written, and by whom."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.accounts.public import hears
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.sight import Sight, Values
from gongdan.domains.tickets.engine.subject import (
    Context,
    EventKind,
    Intent,
    IntentKind,
    Lasts,
    Offer,
    Subject,
    unless_closed,
)
from gongdan.domains.tickets.errors import TicketClosed
from gongdan.kernel.events import Event

Audience = str
"""``customer | internal | vendor:<id>``: who may read a message (spec 01, people, conversations, messages)."""

AuthorKind = Literal["customer", "agent", "automatic", "ai"]

MESSAGES: Final = frozenset({"messages"})
"""What a public message touches."""


class MessageAdded(Event, frozen=True, kw_only=True, tag="ticket.message_added"):
    message_id: int
    conversation_id: int
    audience: Audience
    author: AuthorKind
    author_id: int | None = None
    machine: bool = False
    """Sent by a machine (auto-reply, bounce): it never reopens, resumes or answers anything (spec 05, loops)."""
    unverified: bool = False
    """The words stand under a name or an address that nobody proved to be the writer's (spec 05)."""
    mentions: tuple[int, ...] = ()
    opens: bool = False
    """The description: the message that the ticket was opened with."""
    confirms: bool = False
    """A customer's word on an ended ticket that reads as thanks: it reopens nothing. While the ticket is resolved it is
    offered as the confirmation."""


class WriterProved(Event, frozen=True, kw_only=True, tag="ticket.writer_proved"):
    """The requester followed a link that was mailed to them: these messages, unverified so far, are theirs."""

    message_ids: tuple[int, ...]


class AddMessage(Intent, frozen=True):
    """The text itself is an effect beside the log; this is the fact that it was written."""

    message: MessageAdded


class ProveWriter(Intent, frozen=True):
    message_ids: tuple[int, ...]


def _add(case: Case, intent: AddMessage, context: Context) -> Sequence[Event]:
    """Of a closed ticket mere thanks are kept in sight, and change nothing."""
    if case.ticket is not None and case.ticket.phase == "closed" and not intent.message.confirms:
        raise TicketClosed(number=case.ticket.number)
    return [intent.message]


def _prove(case: Case, intent: ProveWriter, context: Context) -> Sequence[Event]:
    return [WriterProved(message_ids=intent.message_ids)]


def _added(ticket: Ticket, event: MessageAdded, at: datetime) -> Mapping[str, Any]:
    if event.audience != "customer" or event.machine:
        return {}
    if event.opens and event.author != "customer":
        return {}
    if event.confirms:
        return {"confirmation_offered_at": at} if ticket.phase == "resolved" else {}
    if event.author == "customer":
        return {"customer_waiting_at": ticket.customer_waiting_at or at}
    if event.author == "agent":
        change: dict[str, Any] = {"customer_waiting_at": None, "first_response_at": ticket.first_response_at or at}
        if event.author_id is not None and event.author_id == ticket.handlers.last_id:
            change["handlers"] = msgspec.structs.replace(ticket.handlers, wrote=True)
        return change
    return {}


def _is_public(event: MessageAdded) -> frozenset[str]:
    return MESSAGES if event.audience == "customer" else frozenset()


def _shown(values: Values, sight: Sight) -> Values | None:
    return values if hears(sight.audiences, values.get("audience", "internal")) else None


SUBJECT = Subject(
    key="messages",
    events=(
        EventKind(
            event=MessageAdded, fold=_added, touches=_is_public, reverse=Lasts("said"), shown=_shown, names_people=True
        ),
        EventKind(event=WriterProved, reverse=Lasts("word")),
    ),
    intents=(
        IntentKind(intent=AddMessage, rule=_add, when_closed=True),
        IntentKind(intent=ProveWriter, rule=_prove, when_closed=True),
    ),
    offers=(
        Offer(action="ticket.reply", why_not=unless_closed),
        Offer(action="ticket.note", why_not=unless_closed),
    ),
)
