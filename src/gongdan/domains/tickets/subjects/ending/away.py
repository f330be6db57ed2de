"""Tickets that are put away (spec 02, trash, spam, archive). What is in the trash or spam lies still: no rule acts on
it, its promises are paused, lists do not show it, and nothing is done to it but taking it out again. The archive holds
closed tickets; there a ticket stays what it was."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.tickets import errors
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import SHELVES, Shelf, Ticket
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    Context,
    EventKind,
    Intent,
    IntentKind,
    Offer,
    Restores,
    Subject,
    unless_refused,
)
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.domains.tickets.subjects.moves import TicketMoved
from gongdan.kernel.events import Event, Logged


class TicketPutAway(Event, frozen=True, kw_only=True, tag="ticket.put_away"):
    shelf: Shelf


class TicketTakenOut(Event, frozen=True, kw_only=True, tag="ticket.taken_out"):
    shelf: Shelf


class PutAway(Intent, frozen=True):
    shelf: Shelf


class TakeOut(Intent, frozen=True):
    shelf: Shelf


def _put_away(case: Case, intent: PutAway, context: Context) -> Sequence[Event]:
    if intent.shelf == "archive" and case.live.phase != "closed":
        raise errors.NotClosedYet(number=case.live.number)
    return [] if intent.shelf in case.live.shelves else [TicketPutAway(shelf=intent.shelf)]


def _take_out(case: Case, intent: TakeOut, context: Context) -> Sequence[Event]:
    return [TicketTakenOut(shelf=intent.shelf)] if intent.shelf in case.live.shelves else []


def _kept(ticket: Ticket, event: TicketPutAway, at: datetime) -> Mapping[str, Any]:
    return {SHELVES[event.shelf]: at}


def _back(ticket: Ticket, event: TicketTakenOut, at: datetime) -> Mapping[str, Any]:
    return {SHELVES[event.shelf]: None}


def _reopened(ticket: Ticket, logged: Logged[Any]) -> Ticket:
    """What is worked on again is no archive."""
    event = logged.event
    if isinstance(event, TicketMoved) and ticket.archived_at is not None and event.after_phase != "closed":
        return msgspec.structs.replace(ticket, archived_at=None)
    return ticket


_COLUMNS: Final = tuple(SHELVES.values())


def _says(key: str) -> Any:
    return lambda values, narrator: _said(key, values, narrator)


def _said(key: str, values: Values, narrator: Narrator) -> str:
    return narrator.say(f"events.{key}.{values['shelf']}")


SUBJECT = Subject(
    key="away",
    events=(
        EventKind(
            event=TicketPutAway,
            fold=_kept,
            reverse=Restores(columns=_COLUMNS),
            shown=to_staff,
            says=_says("put_away"),
        ),
        EventKind(
            event=TicketTakenOut,
            fold=_back,
            reverse=Restores(columns=_COLUMNS),
            shown=to_staff,
            says=_says("taken_out"),
        ),
    ),
    intents=(
        IntentKind(intent=PutAway, rule=_put_away, when_closed=True, when_away=True),
        IntentKind(intent=TakeOut, rule=_take_out, when_closed=True, when_away=True),
    ),
    offers=tuple(
        Offer(action=action, right=f"ticket.{shelf}", why_not=unless_refused(asks), when_away=True)
        for action, shelf, asks in (
            ("ticket.trash", "trash", lambda case, context: PutAway(shelf="trash")),
            ("ticket.spam", "spam", lambda case, context: PutAway(shelf="spam")),
            ("ticket.untrash", "trash", lambda case, context: TakeOut(shelf="trash")),
            ("ticket.unspam", "spam", lambda case, context: TakeOut(shelf="spam")),
        )
    ),
    ripple=_reopened,
)
