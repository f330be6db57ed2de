"""How long a ticket may stand in a status, how often its limit acts by itself, and that it is held until people decide
(spec 02, limits end)."""

from collections.abc import Sequence
from typing import Any

import msgspec

from gongdan.conditions.fields import Column
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.meaning import Meaning, ToldTo, phrase
from gongdan.domains.tickets.engine.model import ENDED, Ticket
from gongdan.domains.tickets.engine.sight import to_staff
from gongdan.domains.tickets.engine.subject import (
    Context,
    EventKind,
    Intent,
    IntentKind,
    Lasts,
    Restores,
    Says,
    Subject,
)
from gongdan.domains.tickets.fields.contribution import Contribution
from gongdan.domains.tickets.subjects.assignment import TicketAccepted, TicketAssigned, TicketTeamSet
from gongdan.domains.tickets.subjects.fields import TicketChanged
from gongdan.domains.tickets.subjects.messages import MessageAdded
from gongdan.domains.tickets.subjects.moves import TicketMoved
from gongdan.kernel.events import Event, Logged


class LimitReached(Event, frozen=True, kw_only=True, tag="ticket.limit_reached"):
    """The time limit of a status ran out, and what the status says for that case follows."""

    limit: str
    """``<status>.<limit>``."""
    times: int
    """How often it has acted on this ticket since somebody of the staff last did something, this time included."""


class TicketHeld(Event, frozen=True, kw_only=True, tag="ticket.held"):
    """A limit ran out once more than its action may run: nothing automatic hands the ticket on any more, until somebody
    of the staff assigns, claims or accepts it, or changes its priority or team."""

    limit: str
    times: int
    """How often its action had run."""


class ReachLimit(Intent, frozen=True):
    """A status' time limit ran out; it is counted."""

    limit: str


class Hold(Intent, frozen=True):
    """A limit has acted as often as it may: people decide from here on."""

    limit: str


def _reach(case: Case, intent: ReachLimit, context: Context) -> Sequence[Event]:
    return [LimitReached(limit=intent.limit, times=case.live.limits_reached.get(intent.limit, 0) + 1)]


def _hold(case: Case, intent: Hold, context: Context) -> Sequence[Event]:
    ticket = case.live
    if ticket.held_at is not None or ticket.phase in ENDED:
        return []
    return [TicketHeld(limit=intent.limit, times=ticket.limits_reached.get(intent.limit, 0))]


def _begun_anew(ticket: Ticket, logged: Logged[Any]) -> Ticket:
    """What limits did is forgotten when somebody of the staff does something, and a held ticket is let go when they
    decide whose it is or how urgent; a customer's word does neither. What has ended is held no more."""
    if ticket.held_at is None and not ticket.limits_reached:
        return ticket
    event, is_staff = logged.event, logged.actor.kind == "staff"
    decides = isinstance(event, TicketAssigned) and event.way in ("hand", "claim")
    decides = decides or (is_staff and isinstance(event, TicketAccepted | TicketTeamSet))
    decides = decides or (is_staff and isinstance(event, TicketChanged) and "priority" in event.after)
    answers = isinstance(event, MessageAdded) and (event.audience, event.author) == ("customer", "agent")
    if decides or (is_staff and (answers or isinstance(event, TicketMoved))):
        ticket = msgspec.structs.replace(ticket, limits_reached={})
    if ticket.held_at is None or not (decides or ticket.phase in ENDED):
        return ticket
    waits = ticket.assignee_id is None and ticket.phase not in ENDED
    return msgspec.structs.replace(ticket, held_at=None, routing_since=logged.at if waits else None)


def _saying(key: str) -> Says:
    """By the name of the status whose limit it is."""
    return lambda values, narrator: narrator.say(key, values, limit=narrator.status(values["limit"].partition(".")[0]))


SUBJECT = Subject(
    key="limits",
    events=(
        EventKind(
            event=LimitReached,
            fold=lambda ticket, event, at: {"limits_reached": ticket.limits_reached | {event.limit: event.times}},
            reverse=Lasts("time"),
            shown=to_staff,
            says=_saying("events.limit_reached"),
        ),
        EventKind(
            event=TicketHeld,
            fold=lambda ticket, event, at: {"held_at": at, "routing_since": None},
            reverse=Restores(columns=("held_at",)),
            shown=to_staff,
            says=_saying("events.held"),
        ),
    ),
    intents=(IntentKind(intent=ReachLimit, rule=_reach), IntentKind(intent=Hold, rule=_hold)),
    ripple=_begun_anew,
    meanings=(
        Meaning(
            key="held",
            name={
                "zh-CN": "工单多次改派无人接受，等您指定",
                "en": "A ticket that nobody took waits for you to assign it",
            },
            event=TicketHeld,
            to=lambda found: ToldTo(names=("lead",)),
            says=lambda found: phrase("notices.staff.held", title=found.about.title),
            names_them=True,
            kept="lead",
        ),
    ),
    fields=(
        Contribution(
            key="held",
            type="bool",
            name={"zh-CN": "已暂停自动分配", "en": "held for a person"},
            value=lambda case: case.live.held_at is not None,
            sql=Column("(t.held_at is not null)", is_total=True),
        ),
    ),
)
