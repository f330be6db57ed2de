"""How a ticket ends beside the moves themselves: the customer's confirmation, and for which reasons it may be closed
(spec 02, who closes)."""

from collections.abc import Callable, Sequence
from typing import Final, Literal

from gongdan.domains.bundle.actions import CloseReason
from gongdan.domains.tickets import errors
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.ending import BY_HAND, ends_without_solution, may_close
from gongdan.domains.tickets.engine.rules import workflow_of
from gongdan.domains.tickets.engine.sight import Values, to_all_but
from gongdan.domains.tickets.engine.subject import (
    NOTHING_TO_DO,
    Context,
    EventKind,
    Intent,
    IntentKind,
    Lasts,
    Offer,
    Subject,
    WhyNot,
    unless_refused,
)
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.domains.tickets.subjects.moves import Happen, MoveTo, happen, leads_to_close
from gongdan.domains.workflow.errors import TransitionRefused
from gongdan.kernel.events import Event

ConfirmedBy = Literal["phone", "chat", "mail", "in_person"]


class TicketConfirmedFor(Event, frozen=True, kw_only=True, tag="ticket.confirmed_for"):
    """A member recorded that the customer confirmed the solution elsewhere; the close follows."""

    person_id: int
    """Who said so."""
    channel: ConfirmedBy
    call: str = ""
    """What it can be found by: number or time of the call, link to the chat."""
    note: str = ""


class ConfirmFor(Intent, frozen=True):
    """The customer's confirmation, as a member heard it."""

    person_id: int
    channel: ConfirmedBy
    call: str = ""
    note: str = ""


_CONFIRMED: Final = Happen(occasion="confirmed", reason="confirmed")


def _confirm_for(case: Case, intent: ConfirmFor, context: Context) -> Sequence[Event]:
    who_closes = context.rules.types[case.live.type].who_closes
    if who_closes == "initiator":
        raise errors.ConfirmationRefused(who_closes=who_closes)
    closed = happen(case, _CONFIRMED, context)
    heard = TicketConfirmedFor(person_id=intent.person_id, channel=intent.channel, call=intent.call, note=intent.note)
    return [heard, *closed]


def close_reasons(case: Case, context: Context) -> list[CloseReason]:
    """The reasons for which they may close it by hand now: what the type and the workflow let them, and what a lead
    always may."""
    if case.live.phase == "closed":
        return []
    mine, is_drawn = context.relations, leads_to_close(case, context)
    return [
        reason
        for reason in BY_HAND
        if ends_without_solution(mine, reason) or (is_drawn and may_close(case, context.rules, mine, reason))
    ]


def _not_closable(case: Case, context: Context) -> str | None:
    if close_reasons(case, context):
        return None
    closed = workflow_of(case, context.rules).first_in("closed")
    if closed is None:
        return TransitionRefused.code
    return unless_refused(lambda case, context: MoveTo(status=closed.key, reason="solved"))(case, context)


def _unless_closed_already(asks: Callable[[Case, Context], Intent]) -> WhyNot:
    """Confirming what is closed is repeating it."""
    refused = unless_refused(asks)
    return lambda case, context: NOTHING_TO_DO if case.live.phase == "closed" else refused(case, context)


def _says(values: Values, narrator: Narrator) -> str:
    person = narrator.person(values["person_id"])
    said = narrator.say(
        "events.confirmed_for_call" if values.get("call") else "events.confirmed_for", values, person=person
    )
    return said + narrator.say("events.noted", values) if values.get("note") else said


SUBJECT = Subject(
    key="closing",
    events=(
        EventKind(
            event=TicketConfirmedFor,
            reverse=Lasts("word"),
            shown=to_all_but("call", "note"),
            says=_says,
            people=lambda values: (values["person_id"],),
        ),
    ),
    intents=(IntentKind(intent=ConfirmFor, rule=_confirm_for),),
    offers=(
        Offer(action="ticket.close", why_not=_not_closable),
        Offer(action="ticket.confirm", why_not=_unless_closed_already(lambda case, context: _CONFIRMED)),
        Offer(
            action="ticket.confirm_for",
            why_not=_unless_closed_already(lambda case, context: ConfirmFor(person_id=context.me, channel="phone")),
        ),
    ),
)
