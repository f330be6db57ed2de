"""The ticket as a value, and how events make it: the live row is the fold of its log (spec 01, one log)."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.policy.bundle.workflows import Phase
from gongdan.domains.tickets import events as e
from gongdan.kernel.events import Event, Logged

Version = int
"""Sequence number of the ticket's last event."""


INTRODUCTION = "assigned"
"""The notice by which the customer is told who is responsible."""


class Handlers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who was responsible, as far as it matters to the customer."""

    last_id: int | None = None
    """Who is responsible, or was last."""
    wrote: bool = False
    """Whether they wrote to the customer."""
    predecessor_wrote: bool = False
    introduced_id: int | None = None
    """Whom the customer was told of last."""
    introduced_at: datetime | None = None


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    number: str
    title: str
    type: str
    category: str | None
    priority: str
    status: str
    phase: Phase
    workflow: str
    requester_id: int
    organisation_id: int | None
    creator_id: int | None
    channel: str
    team: str | None
    assignee_id: int | None
    tags: tuple[str, ...]
    fields: dict[str, Any]
    incomplete: tuple[str, ...]
    participants: tuple[tuple[int, str], ...]
    """(person, role), sorted."""
    escalation: str | None
    """Colour of the highest level fired since the ticket was last resolved; apart from priority."""
    escalation_level: str | None
    close_reason: str | None
    rating: int | None
    follow_up_at: datetime | None
    """Since when a customer who is not content waits to be called back; None when nobody does."""
    confirmation_offered_at: datetime | None
    """When the customer thanked for the solution in words that may be taken for the confirmation."""
    reopened: int
    """How often it came back from resolved or closed."""
    follows: int | None
    created_at: datetime
    updated_at: datetime
    status_at: datetime
    """Since when it stands in its status."""
    assigned_at: datetime | None
    accepted_at: datetime | None
    first_response_at: datetime | None
    routing_since: datetime | None
    """Since when it waits for the router; None when it does not."""
    not_to: tuple[int, ...]
    """Whom the router passes over: since it was last accepted, or given by hand, they had it and did not take it, or it
    was taken from them by hand."""
    limits_reached: dict[str, int] = {}
    """``<status>.<limit>`` → how often it has acted since somebody of the staff last did something."""
    held_at: datetime | None = None
    """Since when a limit has acted as often as it may and people must decide; None when it is not so."""
    customer_waiting_at: datetime | None
    """Time of the earliest customer message that no public human reply has answered."""
    resolved_at: datetime | None
    """When it was solved; None of one that was closed for another reason."""
    closed_at: datetime | None
    handlers: Handlers
    version: Version


def fold(ticket: Ticket | None, logged: Logged[Any]) -> Ticket:
    """The ticket after one more event. Events are folded in the order of ``seq``; the first is ``TicketOpened``."""
    event = logged.event
    if ticket is None:
        if not isinstance(event, e.TicketOpened):
            raise ValueError(f"a ticket's log begins with ticket.opened, not {event.kind}")
        return _opened(event, logged)
    change = _FOLDS[type(event)](ticket, event, logged.at)
    after = msgspec.structs.replace(ticket, **change, updated_at=logged.at, version=logged.seq)
    return _begun_anew(after, logged) if after.held_at or after.limits_reached else after


def _opened(event: e.TicketOpened, logged: Logged[Any]) -> Ticket:
    return Ticket(
        id=logged.stream_id,
        **{name: getattr(event, name) for name in _OPENED},
        assignee_id=None,
        participants=((event.requester_id, "requester"),),
        escalation=None,
        escalation_level=None,
        close_reason=None,
        rating=None,
        follow_up_at=None,
        confirmation_offered_at=None,
        reopened=0,
        created_at=logged.at,
        updated_at=logged.at,
        status_at=logged.at,
        assigned_at=None,
        accepted_at=None,
        first_response_at=None,
        routing_since=logged.at,
        not_to=(),
        customer_waiting_at=None,
        resolved_at=None,
        closed_at=None,
        handlers=Handlers(),
        version=logged.seq,
    )


_OPENED = (
    "number", "title", "type", "category", "priority", "status", "phase", "workflow", "requester_id",
    "organisation_id", "creator_id", "channel", "team", "tags", "fields", "incomplete", "follows",
)  # fmt: skip


def _message(ticket: Ticket, event: e.MessageAdded, at: datetime) -> dict[str, Any]:
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


def _handed(handlers: Handlers, to: int | None) -> Handlers:
    if to is None or to == handlers.last_id:
        return handlers
    return msgspec.structs.replace(handlers, last_id=to, wrote=False, predecessor_wrote=handlers.wrote)


def _told(ticket: Ticket, event: e.CustomerTold, at: datetime) -> dict[str, Any]:
    if event.template != INTRODUCTION:
        return {}
    known = msgspec.structs.replace(ticket.handlers, introduced_id=ticket.assignee_id, introduced_at=at)
    return {"handlers": known}


def _assigned(ticket: Ticket, event: e.TicketAssigned, at: datetime) -> dict[str, Any]:
    has_one = event.after is not None
    return {
        "assignee_id": event.after,
        "assigned_at": at if has_one else None,
        "accepted_at": None,
        "routing_since": None if has_one or ticket.phase in _ENDED or ticket.held_at else at,
        "not_to": _passed_over(ticket, event),
        "handlers": _handed(ticket.handlers, event.after),
    }


def _passed_over(ticket: Ticket, event: e.TicketAssigned) -> tuple[int, ...]:
    """By hand it is given to somebody, whoever had it before; or taken from him, and he does not get it right back."""
    if event.way not in ("hand", "claim"):
        return ticket.not_to
    if event.after is not None or event.before is None:
        return ()
    return tuple(sorted({*ticket.not_to, event.before}))


def _changed(ticket: Ticket, event: e.TicketChanged, at: datetime) -> dict[str, Any]:
    plain = {k: v for k, v in event.after.items() if not k.startswith("fields.")}
    if "incomplete" in plain:
        plain["incomplete"] = tuple(plain["incomplete"])
    custom = {k.removeprefix("fields."): v for k, v in event.after.items() if k.startswith("fields.")}
    if custom:
        merged = ticket.fields | custom
        plain["fields"] = {k: v for k, v in merged.items() if v is not None}
    if "requester_id" in plain:
        others = {p for p in ticket.participants if p[1] != "requester"}
        plain["participants"] = tuple(sorted(others | {(plain["requester_id"], "requester")}))
    return plain if event.workflow is None else plain | {"workflow": event.workflow}


def _participants(ticket: Ticket, event: e.ParticipantsChanged, at: datetime) -> dict[str, Any]:
    kept = set(ticket.participants) - set(event.removed)
    return {"participants": tuple(sorted(kept | set(event.added)))}


def _tagged(ticket: Ticket, event: e.TicketTagged, at: datetime) -> dict[str, Any]:
    return {"tags": tuple(sorted((set(ticket.tags) - set(event.removed)) | set(event.added)))}


def _moved(ticket: Ticket, event: e.TicketMoved, at: datetime) -> dict[str, Any]:
    change: dict[str, Any] = {"status": event.after, "phase": event.after_phase, "status_at": at}
    change["confirmation_offered_at"] = None
    if event.after_phase in _ENDED:
        if event.after_phase == "resolved" or event.reason in _SOLVED:
            change["resolved_at"] = ticket.resolved_at or at
        change |= {"escalation": None, "escalation_level": None, "routing_since": None, "not_to": ()}
    elif event.before_phase in _ENDED:
        change |= {"resolved_at": None, "reopened": ticket.reopened + 1, "follow_up_at": None}
        change["routing_since"] = at if ticket.assignee_id is None and not ticket.held_at else None
    change["closed_at"] = at if event.after_phase == "closed" else None
    change["close_reason"] = event.reason if event.after_phase == "closed" else None
    return change


def _routing_asked(ticket: Ticket, event: e.RoutingAsked, at: datetime) -> dict[str, Any]:
    passed_over = tuple(sorted({*ticket.not_to, *event.not_to}))
    return {"routing_since": ticket.routing_since or at, "not_to": passed_over}


def _begun_anew(ticket: Ticket, logged: Logged[Any]) -> Ticket:
    """What limits did is forgotten when somebody of the staff does something, and a held ticket is let go when they
    decide whose it is or how urgent; a customer's word does neither. What has ended is held no more."""
    event, is_staff = logged.event, logged.actor.kind == "staff"
    decides = isinstance(event, e.TicketAssigned) and event.way in ("hand", "claim")
    decides = decides or (is_staff and isinstance(event, e.TicketAccepted | e.TicketTeamSet))
    decides = decides or (is_staff and isinstance(event, e.TicketChanged) and "priority" in event.after)
    answers = isinstance(event, e.MessageAdded) and (event.audience, event.author) == ("customer", "agent")
    if decides or (is_staff and (answers or isinstance(event, e.TicketMoved))):
        ticket = msgspec.structs.replace(ticket, limits_reached={})
    if ticket.held_at is None or not (decides or ticket.phase in _ENDED):
        return ticket
    waits = ticket.assignee_id is None and ticket.phase not in _ENDED
    return msgspec.structs.replace(ticket, held_at=None, routing_since=logged.at if waits else None)


_ENDED = ("resolved", "closed")
_SOLVED = ("solved", "confirmed")
"""Reasons of a close that say that it was solved; the others only end it (spec 03, clocks 6)."""


def _nothing(ticket: Ticket, event: Event, at: datetime) -> dict[str, Any]:
    return {}


_FOLDS: dict[type[Event], Callable[..., dict[str, Any]]] = {
    e.MessageAdded: _message,
    e.TicketAssigned: _assigned,
    e.TicketTeamSet: lambda ticket, event, at: {"team": event.after},
    e.TicketAccepted: lambda ticket, event, at: {"accepted_at": at, "not_to": ()},
    e.TicketChanged: _changed,
    e.TicketTagged: _tagged,
    e.ParticipantsChanged: _participants,
    e.TicketMoved: _moved,
    e.TicketRated: lambda ticket, event, at: {"rating": event.score},
    e.TicketConfirmedFor: _nothing,
    e.FollowUpAsked: lambda ticket, event, at: {"follow_up_at": at},
    e.FollowUpDone: lambda ticket, event, at: {"follow_up_at": None},
    e.TicketEscalated: lambda ticket, event, at: {"escalation": event.colour, "escalation_level": event.level},
    e.ClockWarned: _nothing,
    e.ClockBreached: _nothing,
    e.StaffReminded: _nothing,
    e.StaffTold: _nothing,
    e.CustomerTold: _told,
    e.RoutingAsked: _routing_asked,
    e.RuleMatched: _nothing,
    e.LimitReached: lambda ticket, event, at: {"limits_reached": ticket.limits_reached | {event.limit: event.times}},
    e.TicketHeld: lambda ticket, event, at: {"held_at": at, "routing_since": None},
    e.AutomationRefused: _nothing,
    e.PolicyApplied: _nothing,
    e.DeliveryFailed: _nothing,
    e.WriterProved: _nothing,
}
