"""A ticket's tags: a set, so that two changes of it never collide."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from gongdan.domains.bundle import actions as a
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.subject import (
    ActionKind,
    Context,
    EventKind,
    Intent,
    IntentKind,
    Offer,
    Subject,
    unless_closed,
)
from gongdan.kernel.events import Event


class TicketTagged(Event, frozen=True, kw_only=True, tag="ticket.tagged"):
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Tag(Intent, frozen=True):
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


def _tag(case: Case, intent: Tag, context: Context) -> Sequence[Event]:
    have = set(case.live.tags)
    added = tuple(sorted(set(intent.add) - have))
    removed = tuple(sorted(set(intent.remove) & have))
    return [TicketTagged(added=added, removed=removed)] if added or removed else []


def _tagged(ticket: Ticket, event: TicketTagged, at: datetime) -> Mapping[str, Any]:
    return {"tags": tuple(sorted((set(ticket.tags) - set(event.removed)) | set(event.added)))}


def before(ticket: Ticket, event: TicketTagged) -> tuple[str, ...]:
    """The tags that ``ticket``, which is as the event left it, had before."""
    return tuple(sorted((set(ticket.tags) - set(event.added)) | set(event.removed)))


SUBJECT = Subject(
    key="tags",
    events=(
        EventKind(
            event=TicketTagged,
            fold=_tagged,
            changes=lambda event, ticket: {"tags": (before(ticket, event), ticket.tags)},
        ),
    ),
    intents=(IntentKind(intent=Tag, rule=_tag),),
    actions=(ActionKind(action=a.AddTags, intents=lambda action, case, rules, now: [Tag(add=action.tags)]),),
    offers=(Offer(action="ticket.tag", why_not=unless_closed),),
)
