"""Who is told what of a ticket: notices to the customer, reminders to the staff, and who of them was reached."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.actions import Receiver
from gongdan.domains.bundle.section import unknown_receivers
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.meaning import CustomerLetter, Meaning, ToldTo, phrase
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    ActionKind,
    Context,
    EventKind,
    Intent,
    IntentKind,
    Lasts,
    Subject,
    plainly,
)
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.kernel.events import Event

INTRODUCTION: Final = "assigned"
"""The notice by which the customer is told who is responsible."""

INTRODUCED_EVERY: Final = timedelta(hours=24)


class CustomerTold(Event, frozen=True, kw_only=True, tag="ticket.customer_told"):
    """A notice to the requester is due; the notifications domain sends it, once."""

    template: str


class StaffReminded(Event, frozen=True, kw_only=True, tag="ticket.staff_reminded"):
    to: tuple[str, ...]
    """Receivers by name (spec 03); assignee and creator as the persons that they were."""
    text: dict[str, str]


class StaffTold(Event, frozen=True, kw_only=True, tag="ticket.staff_told"):
    """Who was told of the event ``of``: a clock's warning or breach, an escalation, a reminder. It follows within
    moments."""

    of: int
    """Id of that event."""
    people: tuple[int, ...]
    """Everybody who was told, each once."""
    absent: tuple[int, ...] = ()
    """Those of them who were away: they were told, and passed over to the next of the chain."""


class Tell(Intent, frozen=True):
    template: str


class Remind(Intent, frozen=True):
    to: tuple[str, ...]
    """Receivers by name (spec 03); assignee and creator become persons when it is decided."""
    text: dict[str, str]


class NameTold(Intent, frozen=True):
    """Keep who was told of an event, as who tells them found it."""

    of: int
    people: tuple[int, ...]
    absent: tuple[int, ...] = ()


def _tell(case: Case, intent: Tell, context: Context) -> Sequence[Event]:
    if context.silent:
        return []
    if intent.template == INTRODUCTION and not is_introduced(case.live, context.now):
        return []
    return [CustomerTold(template=intent.template)]


def is_introduced(ticket: Ticket, now: datetime) -> bool:
    """Whether the customer is to hear who is responsible now: always of the first, of a later one only if who had it
    before wrote to them, and at most once a day (spec 05)."""
    known = ticket.handlers
    if ticket.assignee_id is None or ticket.assignee_id == known.introduced_id:
        return False
    if known.introduced_at is None:
        return True
    return known.predecessor_wrote and now - known.introduced_at >= INTRODUCED_EVERY


def _remind(case: Case, intent: Remind, context: Context) -> Sequence[Event]:
    return [StaffReminded(to=receivers(intent.to, case.live), text=intent.text)]


def _name_told(case: Case, intent: NameTold, context: Context) -> Sequence[Event]:
    return [StaffTold(of=intent.of, people=intent.people, absent=intent.absent)]


def receivers(names: Iterable[Receiver], ticket: Ticket) -> tuple[Receiver, ...]:
    """Who is its assignee and its creator at this moment is named in person: they are told, whoever that is later."""
    people = {"assignee": ticket.assignee_id, "creator": ticket.creator_id}
    named = (name if name not in people else f"person:{people[name]}" if people[name] else None for name in names)
    return tuple(dict.fromkeys(name for name in named if name is not None))


def _told(ticket: Ticket, event: CustomerTold, at: datetime) -> Mapping[str, Any]:
    if event.template != INTRODUCTION:
        return {}
    known = msgspec.structs.replace(ticket.handlers, introduced_id=ticket.assignee_id, introduced_at=at)
    return {"handlers": known}


def _says_reminded(values: Values, narrator: Narrator) -> str:
    return narrator.say("events.reminded", values, people=narrator.persons(values["to"]))


def _says_told(values: Values, narrator: Narrator) -> str:
    said = narrator.say("events.staff_told", people=narrator.persons(values["people"]))
    absent = values.get("absent", ())
    if absent and len(absent) == len(values["people"]):
        return said + narrator.say("events.staff_all_absent")
    return said + narrator.say("events.staff_absent", people=narrator.persons(absent)) if absent else said


SUBJECT = Subject(
    key="telling",
    events=(
        EventKind(event=CustomerTold, fold=_told, reverse=Lasts("told"), says=plainly("events.customer_told")),
        EventKind(
            event=StaffReminded,
            reverse=Lasts("told"),
            shown=to_staff,
            says=_says_reminded,
            people=lambda values: values["to"],
        ),
        EventKind(
            event=StaffTold,
            reverse=Lasts("told"),
            shown=to_staff,
            says=_says_told,
            people=lambda values: values["people"],
        ),
    ),
    intents=(
        IntentKind(intent=Tell, rule=_tell, when_closed=True),
        IntentKind(intent=Remind, rule=_remind, when_closed=True),
        IntentKind(intent=NameTold, rule=_name_told, when_closed=True),
    ),
    actions=(
        ActionKind(
            action=a.RemindAction,
            intents=lambda action, case, rules, now: [Remind(to=action.to, text=action.text)],
            sentence={"zh-CN": "提醒 {to}：{text}", "en": "Remind {to}: {text}"},
            lint=lambda action, spot: unknown_receivers(f"{spot.path}.to", action.to, spot.around),
        ),
    ),
    meanings=(
        Meaning(
            key="reminded",
            name={"zh-CN": "规则提醒", "en": "A rule reminds you"},
            event=StaffReminded,
            to=lambda found: ToldTo(names=found.event.to),
            says=lambda found: phrase("notices.staff.reminded", text=found.event.text, title=found.about.title),
            names_them=True,
        ),
    ),
    letters=(CustomerLetter(event=CustomerTold, template=lambda event: event.template),),
)
