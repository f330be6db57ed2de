"""The work on a ticket as its reader is shown it: close checks, recorded time, what they put off. Pure."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, Literal

from gongdan.domains.bundle.types import CheckItem, Checklist
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.sla.public import ClockRow
from gongdan.domains.tickets.public import Rules, Ticket
from gongdan.domains.work.subjects.checks import checklist_of, is_broken, items_of, said_of
from gongdan.domains.work.subjects.times import lacks_time
from gongdan.infra.http.bodies import Answer
from gongdan.kernel.text import Name

CheckShown = Literal["open", "done", "not_applicable", "late", "on_time"]


class BreachCause(Answer, frozen=True):
    key: str
    name: Name


class CheckView(Answer, frozen=True, kw_only=True):
    """An item of the close checks that bind the ticket."""

    key: str
    name: Name
    help: Name
    filled_by: Literal["person", "promises"]
    state: CheckShown
    """``on_time``: nothing promised is broken so far; ``late``: something is. Both are the system's word."""
    reason: str
    """Why it does not apply; of ``late`` the key of the cause, empty until somebody says it."""
    causes: list[BreachCause]
    person_id: int | None
    """Who said so."""
    at: datetime | None


class PutOffView(Answer, frozen=True, kw_only=True):
    """That the reader put the ticket off for themselves."""

    until: datetime | None
    """Null: until the customer writes."""
    since: datetime


class ReminderView(Answer, frozen=True, kw_only=True):
    """One that the reader set."""

    id: int
    at: datetime
    text: str


class TimeEntry(Answer, frozen=True, kw_only=True):
    id: int
    person_id: int
    minutes: int
    day: date
    work_kind: str | None
    note: str


class RecordedTime(Answer, frozen=True, kw_only=True):
    """How long people worked on the ticket."""

    minutes: int
    """Of all entries."""
    entries: list[TimeEntry]
    """The latest 50, by day, newest first."""
    running_since: datetime | None
    """Of the reader's own watch; null: it does not run here."""
    running: list[int]
    """Whose watches run, by person."""
    is_lacking: bool
    """Its type asks for some before a handler resolves it, and there is none."""


SHOWN: Final = 50


def times_of(ticket: Ticket, rules: Rules, person_id: int | None) -> RecordedTime:
    found = sorted(((int(id), one) for id, one in ticket.times.items()), key=lambda one: (one[1].day, one[0]))
    entries = [
        TimeEntry(
            id=id,
            person_id=one.person_id,
            minutes=one.minutes,
            day=one.day,
            work_kind=one.work_kind,
            note=one.note,
        )
        for id, one in reversed(found[-SHOWN:])
    ]
    return RecordedTime(
        minutes=ticket.worked,
        entries=entries,
        running_since=ticket.timing.get(str(person_id)),
        running=sorted(map(int, ticket.timing)),
        is_lacking=lacks_time(ticket, rules),
    )


def snooze_of(ticket: Ticket, person_id: int | None) -> PutOffView | None:
    known = ticket.snoozes.get(str(person_id))
    return PutOffView(until=known.until, since=known.since) if known else None


def reminders_of(ticket: Ticket, person_id: int | None) -> list[ReminderView]:
    """Their own, the next one first."""
    own = ((int(id), one) for id, one in ticket.reminders.items() if one.person_id == person_id)
    return sorted((ReminderView(id=id, at=one.at, text=one.text) for id, one in own), key=lambda one: (one.at, one.id))


def checks_of(ticket: Ticket, clocks: Iterable[ClockRow], rules: Rules) -> list[CheckView]:
    """The items in their order; none where the type has no list."""
    checklist = checklist_of(ticket, rules)
    if checklist is None:
        return []
    broken = is_broken(clocks)
    return [_view(ticket, checklist, item, broken) for item in items_of(checklist)]


def _view(ticket: Ticket, checklist: Checklist, item: CheckItem, broken: bool) -> CheckView:
    said = said_of(ticket, checklist, item)
    state: CheckShown = said.state if said else "open"
    if item.filled_by == "promises":
        state = "late" if broken else "done" if ticket.phase in ENDED else "on_time"
    return CheckView(
        key=item.key,
        name=item.name,
        help=item.help,
        filled_by=item.filled_by,
        state=state,
        reason=said.reason if said else "",
        causes=[BreachCause(key=one.key, name=one.name) for one in item.causes if not one.retired],
        person_id=said.by if said else None,
        at=said.at if said else None,
    )
