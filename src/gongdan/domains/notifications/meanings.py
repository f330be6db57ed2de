"""What an event of a ticket means for the staff: which notice, for whom, in which words. Pure.

The words say what happened and what is to be done next; the list in which they stand adds the ticket's number.
"""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from gongdan.domains.bundle.actions import Receiver
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.channels.subjects import DeliveryFailed
from gongdan.domains.notifications.receivers import Reached, Staff
from gongdan.domains.notifications.standing import words
from gongdan.domains.routing.subjects import RuleMatched
from gongdan.domains.sla.events import ClockBreached, ClockWarned, TicketEscalated
from gongdan.domains.tickets.events import MessageAdded, StaffReminded, TicketAssigned, TicketHeld, TicketMoved
from gongdan.domains.tickets.public import Rules, Ticket
from gongdan.kernel.events import Logged
from gongdan.kernel.text import LOCALES, Name, localised

KINDS: Final = (
    StaffReminded,
    TicketEscalated,
    TicketAssigned,
    MessageAdded,
    DeliveryFailed,
    TicketMoved,
    ClockWarned,
    ClockBreached,
    RuleMatched,
    TicketHeld,
)
NAMED: Final = frozenset({"matched", "reminded", "escalated", "held", "warned", "breached"})
"""Kinds that reach whom they name, whoever caused them, and of which the log says who was told."""
FAMILIES: Final = {"warned": "time", "breached": "time", "escalated": "time"}
"""Kinds that are told in one line for a ticket; every other kind is its own."""
GRAVITY: Final = {"warned": 0, "breached": 1, "escalated": 2}
"""Of a line that stands for several, the gravest is said."""


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    to: Reached
    text: Name


def concerns_staff(event: Any) -> bool:
    match event:
        case MessageAdded(mentions=mentions):
            return bool(mentions) or _is_answer(event)
        case TicketAssigned(after=after):
            return after is not None
        case RuleMatched(to=to):
            return bool(to)
        case ClockWarned(only_ladder=only_ladder):
            return not only_ladder
    return True


def meanings(logged: Logged[Any], ticket: Ticket, staff: Staff, rules: Rules) -> Iterator[Meaning]:
    event = logged.event
    by = staff.name(logged.actor.person_id)
    match event:
        case MessageAdded():
            yield from _message(event, by, ticket, staff)
        case TicketAssigned(after=after):
            key = "notices.staff.assigned" if by else "notices.staff.routed"
            yield _meaning("assigned", staff.named([after or 0]), key, ticket, by=by or "")
            if event.instead_of:
                taken = staff.name(after) or ""
                yield _meaning("missed", staff.named(event.instead_of), "notices.staff.missed", ticket, taker=taken)
        case RuleMatched(rule=key, to=to):
            rule = next((one.name for one in rules.bundle.routing if one.key == key), {"zh-CN": key})
            yield _meaning("matched", staff.reached(to, ticket), "notices.staff.matched", ticket, rule=rule)
        case TicketMoved(before_phase="resolved" | "closed", after_phase=phase) if phase not in ENDED:
            told = [ticket.assignee_id or 0, *_watchers(ticket)]
            yield _meaning("reopened", staff.named(told), "notices.staff.reopened", ticket)
        case TicketMoved(after=after):
            status = rules.workflows[ticket.workflow].statuses.get(after)
            named = status.name if status else {"zh-CN": after}
            yield _meaning("moved", staff.named(_watchers(ticket)), "notices.staff.moved", ticket, status=named)
        case TicketEscalated(to=to):
            yield _escalation(event, staff.reached(to, ticket), ticket, rules)
        case DeliveryFailed(author_id=author):
            yield _meaning("undelivered", staff.named([author or 0]), "notices.staff.undelivered", ticket)
        case StaffReminded(to=to, text=said):
            yield _meaning("reminded", staff.reached(to, ticket), "notices.staff.reminded", ticket, text=said)
        case TicketHeld():
            yield _meaning("held", staff.reached(("lead",), ticket), "notices.staff.held", ticket)
        case ClockWarned(last=last):
            yield _clock(event, staff.reached(_answerable(ticket, with_lead=last), ticket), ticket)
        case ClockBreached():
            yield _clock(event, staff.reached(_answerable(ticket, with_lead=True), ticket), ticket)


def _message(event: MessageAdded, by: str | None, ticket: Ticket, staff: Staff) -> Iterator[Meaning]:
    mentioned = staff.named(event.mentions)
    if mentioned.people:
        yield _meaning("mentioned", mentioned, "notices.staff.mentioned", ticket, by=by or "")
    if _is_answer(event):
        told = [one for one in (ticket.assignee_id or 0, *_watchers(ticket)) if one not in mentioned.people]
        yield _meaning("answered", staff.named(told), "notices.staff.answered", ticket)


def _is_answer(message: MessageAdded) -> bool:
    """A customer's word after the first; of a machine's nobody is told."""
    from_customer = (message.audience, message.author) == ("customer", "customer")
    return from_customer and not message.machine and not message.opens


def _answerable(ticket: Ticket, *, with_lead: bool) -> tuple[Receiver, ...]:
    """Whose promise it is: the handler's, else whoever should have assigned it; from the last warning on the lead's too
    (spec 03)."""
    handler = ("assignee",) if ticket.assignee_id is not None else ("dispatcher", "creator")
    return (*handler, "lead") if with_lead else handler


def _clock(event: ClockWarned | ClockBreached, to: Reached, ticket: Ticket) -> Meaning:
    metric = words(f"notices.metric.{event.metric}")
    step = words(f"notices.do.{event.metric}" if ticket.assignee_id is not None else "notices.do.assign")
    if isinstance(event, ClockBreached):
        return _meaning("breached", to, "notices.staff.breached", ticket, metric=metric, step=step)
    if event.before_s:
        minutes = str(max(event.before_s // 60, 1))
        return _meaning("warned", to, "notices.staff.warned_before", ticket, metric=metric, step=step, minutes=minutes)
    percent = str(event.percent)
    return _meaning("warned", to, "notices.staff.warned", ticket, metric=metric, step=step, percent=percent)


def _escalation(event: TicketEscalated, to: Reached, ticket: Ticket, rules: Rules) -> Meaning:
    level = rules.levels.get((event.ladder, event.level))
    named = level.name if level else {"zh-CN": event.level}
    if event.reason:
        return _meaning("escalated", to, "notices.staff.escalated_because", ticket, level=named, reason=event.reason)
    return _meaning("escalated", to, "notices.staff.escalated", ticket, level=named)


def _meaning(kind: str, to: Reached, key: str, ticket: Ticket, **parts: Name | str) -> Meaning:
    """Its text in every language; parts that are localised are said in that language."""
    text: Name = {
        locale: words(
            key,
            title=ticket.title,
            **{name: part if isinstance(part, str) else localised(part, locale) for name, part in parts.items()},
        )[locale]
        for locale in LOCALES
    }
    return Meaning(kind=kind, to=to, text=text)


def _watchers(ticket: Ticket) -> list[int]:
    return [person for person, role in ticket.participants if role == "watcher"]
