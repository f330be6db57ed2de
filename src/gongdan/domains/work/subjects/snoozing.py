"""Snoozes and reminders (搁置与提醒): one's own ways to leave a ticket for later. Nobody else's list, and no promise,
changes by them. A snooze ends at its instant, and before that whenever the ticket calls for whoever put it off.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Literal

import msgspec

from gongdan.conditions.fields import Members
from gongdan.domains.accounts.public import Reader
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.sla.events import ClockBreached, ClockWarned
from gongdan.domains.tickets.engine.model import Reminder, Snooze
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    EventKind,
    Intent,
    IntentKind,
    Lasts,
    Offer,
    Restores,
    unless_closed,
)
from gongdan.domains.tickets.events import MessageAdded, TicketAssigned, TicketMoved
from gongdan.domains.tickets.public import (
    Case,
    Context,
    Contribution,
    Happening,
    Meaning,
    Narrator,
    RuleIntent,
    Rules,
    Subject,
    Ticket,
    ToldTo,
    phrase,
)
from gongdan.domains.work.errors import TooManyReminders
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Event, Logged

OWNER: Final = "work"
"""Of the timers at which snoozes end and reminders are due."""
FARTHEST: Final = timedelta(days=366)
MOST_REMINDERS: Final = 20
"""Of one person on one ticket."""

WhyWoken = Literal["time", "customer", "promise", "assigned", "reopened", "ended", "self"]


class TicketSnoozed(Event, frozen=True, kw_only=True, tag="ticket.snoozed"):
    """Somebody put the ticket off for themselves."""

    person_id: int
    until: datetime | None
    """None: until the customer writes."""


class TicketWoken(Event, frozen=True, kw_only=True, tag="ticket.woken"):
    """A snooze is over, and why."""

    person_id: int
    why: WhyWoken


class ReminderSet(Event, frozen=True, kw_only=True, tag="ticket.reminder_set"):
    """Somebody wants to be reminded. Nobody else is told of it."""

    reminder_id: int
    person_id: int
    due_at: datetime
    text: str


class ReminderDropped(Event, frozen=True, kw_only=True, tag="ticket.reminder_dropped"):
    reminder_id: int
    person_id: int


class ReminderDue(Event, frozen=True, kw_only=True, tag="ticket.reminder_due"):
    reminder_id: int
    person_id: int
    text: str


class PutSnoozed(msgspec.Struct, frozen=True, kw_only=True):
    """Effect: whether somebody's snooze of a ticket stands, for lists."""

    ticket_id: int
    person_id: int
    since: datetime | None
    """None: it does not stand."""


class PutOff(Intent, frozen=True):
    """Snooze for oneself; a later one replaces an earlier one."""

    until: datetime | None


class Wake(Intent, frozen=True):
    """End a snooze; nothing where there is none. ``time`` ends only what is over."""

    person_id: int
    why: WhyWoken


class SetReminder(Intent, frozen=True):
    reminder_id: int
    due_at: datetime
    text: str


class DropReminder(Intent, frozen=True):
    """Take back one's own; nothing where it is no more."""

    reminder_id: int


class TellReminder(Intent, frozen=True):
    """The instant of a reminder has come; nothing where it was taken back."""

    reminder_id: int


def _fitting(field: str, at: datetime, now: datetime) -> datetime:
    """Raises Invalid: past already, or so far off that it is a mistake."""
    if at <= now:
        raise Invalid(faults=(FieldFault(field, "work.past"),))
    if at > now + FARTHEST:
        raise Invalid(faults=(FieldFault(field, "work.too_far"),))
    return at


def _put_off(case: Case, intent: PutOff, context: Context) -> Sequence[Event]:
    until = intent.until if intent.until is None else _fitting("until", intent.until, context.now)
    known = case.live.snoozes.get(str(context.me))
    if known is not None and known.until == until:
        return []
    return [TicketSnoozed(person_id=context.me, until=until)]


def _wake(case: Case, intent: Wake, context: Context) -> Sequence[Event]:
    known = case.live.snoozes.get(str(intent.person_id))
    if known is None:
        return []
    if intent.why == "time" and (known.until is None or known.until > context.now):
        return []
    return [TicketWoken(person_id=intent.person_id, why=intent.why)]


def _remind(case: Case, intent: SetReminder, context: Context) -> Sequence[Event]:
    due_at = _fitting("at", intent.due_at, context.now)
    own = [one for one in case.live.reminders.values() if one.person_id == context.me]
    if len(own) >= MOST_REMINDERS:
        raise TooManyReminders(most=MOST_REMINDERS)
    if any((one.at, one.text) == (due_at, intent.text) for one in own):
        return []
    return [ReminderSet(reminder_id=intent.reminder_id, person_id=context.me, due_at=due_at, text=intent.text)]


def _drop(case: Case, intent: DropReminder, context: Context) -> Sequence[Event]:
    known = case.live.reminders.get(str(intent.reminder_id))
    if known is None or known.person_id != context.me:
        return []
    return [ReminderDropped(reminder_id=intent.reminder_id, person_id=context.me)]


def _tell(case: Case, intent: TellReminder, context: Context) -> Sequence[Event]:
    known = case.live.reminders.get(str(intent.reminder_id))
    if known is None or known.at > context.now:
        return []
    return [ReminderDue(reminder_id=intent.reminder_id, person_id=known.person_id, text=known.text)]


def _snoozed(ticket: Ticket, event: TicketSnoozed, at: datetime) -> Mapping[str, Any]:
    new = Snooze(until=event.until, since=at)
    return {"snoozes": dict(sorted({**ticket.snoozes, str(event.person_id): new}.items()))}


def _woken(ticket: Ticket, event: TicketWoken, at: datetime) -> Mapping[str, Any]:
    return {"snoozes": {who: one for who, one in ticket.snoozes.items() if who != str(event.person_id)}}


def _reminded(ticket: Ticket, event: ReminderSet, at: datetime) -> Mapping[str, Any]:
    new = Reminder(person_id=event.person_id, at=event.due_at, text=event.text)
    return {"reminders": {**ticket.reminders, str(event.reminder_id): new}}


def _reminder_gone(ticket: Ticket, event: ReminderDropped | ReminderDue, at: datetime) -> Mapping[str, Any]:
    return {"reminders": {id: one for id, one in ticket.reminders.items() if id != str(event.reminder_id)}}


def wake_up(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterator[RuleIntent]:
    """Decider: what calls for whoever put the ticket off ends their snooze before its time."""
    for person_id, why in _called(case.live, logged.event) if case.live.snoozes else ():
        if str(person_id) in case.live.snoozes:
            yield RuleIntent(f"snooze.{person_id}", Wake(person_id=person_id, why=why))


def _called(ticket: Ticket, event: Event) -> Iterator[tuple[int, WhyWoken]]:
    match event:
        case MessageAdded(audience="customer", author="customer", machine=False):
            yield from ((one, "customer") for one in ticket.snoozed_by)
        case TicketMoved(before_phase=before, after_phase=after) if (before in ENDED) != (after in ENDED):
            yield from ((one, "ended" if after in ENDED else "reopened") for one in ticket.snoozed_by)
        case TicketAssigned(after=assignee) if assignee is not None:
            yield assignee, "assigned"
        case ClockWarned(only_ladder=False) | ClockBreached() if ticket.assignee_id is not None:
            yield ticket.assignee_id, "promise"


def _due(ticket: Ticket | None) -> dict[str, datetime]:
    """Timer → its instant."""
    if ticket is None:
        return {}
    ends = {f"snooze.{who}": one.until for who, one in ticket.snoozes.items() if one.until is not None}
    return ends | {f"reminder.{id}": one.at for id, one in ticket.reminders.items()}


def project_snoozes(
    rules: Rules, before: Case | None, after: Case, happened: Sequence[Logged[Any]], now: datetime
) -> Iterable[SetTimer | CancelTimer | PutSnoozed]:
    """Projector: rows and timers follow the columns, whatever changed those, undoing included."""
    if not any((after.live.snoozes, after.live.reminders, before and (before.live.snoozes or before.live.reminders))):
        return
    was, stands = before.live.snoozes if before else {}, after.live.snoozes
    for who in sorted(was.keys() ^ stands.keys()):
        since = stands[who].since if who in stands else None
        yield PutSnoozed(ticket_id=after.live.id, person_id=int(who), since=since)
    had, wanted = _due(before.live if before else None), _due(after.live)
    for key in sorted(had.keys() - wanted.keys()):
        yield CancelTimer(owner=OWNER, subject=after.live.id, key=key)
    for key, at in wanted.items():
        if had.get(key) != at:
            yield SetTimer(owner=OWNER, subject=after.live.id, key=key, generation=after.live.version, fire_at=at)


def _to_nobody(values: Values, reader: Reader) -> Values | None:
    """Its author alone knows of it; they are told by a notice, and shown their reminders beside the ticket."""
    return None


def _says_snoozed(values: Values, narrator: Narrator) -> str:
    until = values.get("until")
    if until is None:
        return narrator.say("events.snoozed_open")
    return narrator.say("events.snoozed", until=narrator.instant(until))


def _says_woken(values: Values, narrator: Narrator) -> str:
    return narrator.say(f"events.woken.{values['why']}", person=narrator.person(values["person_id"]))


def _theirs(found: Happening) -> ToldTo:
    return ToldTo(people=(found.event.person_id,))


def _of_one(values: Values) -> list[Any]:
    return [values.get("person_id")]


_SNOOZE = Restores(columns=("snoozes",))

SUBJECT: Final = Subject(
    key="snoozing",
    events=(
        EventKind(
            event=TicketSnoozed, fold=_snoozed, reverse=_SNOOZE, shown=to_staff, says=_says_snoozed, people=_of_one
        ),
        EventKind(event=TicketWoken, fold=_woken, reverse=_SNOOZE, shown=to_staff, says=_says_woken, people=_of_one),
        EventKind(event=ReminderSet, fold=_reminded, reverse=Lasts("word"), shown=_to_nobody, people=_of_one),
        EventKind(event=ReminderDropped, fold=_reminder_gone, reverse=Lasts("word"), shown=_to_nobody, people=_of_one),
        EventKind(event=ReminderDue, fold=_reminder_gone, reverse=Lasts("told"), shown=_to_nobody, people=_of_one),
    ),
    intents=(
        IntentKind(intent=PutOff, rule=_put_off),
        IntentKind(intent=Wake, rule=_wake, when_closed=True, when_away=True),
        IntentKind(intent=SetReminder, rule=_remind, when_closed=True),
        IntentKind(intent=DropReminder, rule=_drop, when_closed=True, when_away=True),
        IntentKind(intent=TellReminder, rule=_tell, when_closed=True, when_away=True),
    ),
    offers=(
        Offer(action="ticket.snooze", right="ticket.watch", why_not=unless_closed),
        Offer(action="ticket.remind", right="ticket.watch", why_not=lambda case, context: None),
    ),
    fields=(
        Contribution(
            key="snoozed_by",
            type="set",
            of="person",
            name={"zh-CN": "搁置人", "en": "snoozed by"},
            value=lambda case: list(case.live.snoozed_by),
            sql=Members("snoozed", "person_id"),
        ),
    ),
    meanings=(
        Meaning(
            key="snooze_over",
            name={"zh-CN": "您搁置的工单到时间了", "en": "A ticket that you snoozed is back"},
            event=TicketWoken,
            concerns=lambda event: event.why in ("time", "customer"),
            to=_theirs,
            says=lambda found: phrase(f"notices.staff.woken_{found.event.why}", title=found.about.title),
            gravity=1,
            urgent=True,
        ),
        Meaning(
            key="reminder",
            name={"zh-CN": "您给自己设的提醒", "en": "A reminder that you set"},
            event=ReminderDue,
            to=_theirs,
            says=lambda found: phrase("notices.staff.reminded", text=found.event.text, title=found.about.title),
            gravity=2,
            urgent=True,
        ),
    ),
)
