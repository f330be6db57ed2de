"""Leaving a ticket for later, for oneself: snoozes and reminders."""

from datetime import datetime

from gongdan.domains.tickets.public import Case, Decision, Desk
from gongdan.domains.work.subjects.snoozing import DropReminder, PutOff, SetReminder, Wake


async def snooze(desk: Desk, case: Case, *, until: datetime | None) -> Decision:
    """Put the ticket off for oneself until an instant, or until the customer writes, which ends it in any case.
    Repeating it changes nothing; another instant replaces the first.

    Raises:
        Invalid: the instant is past, or more than a year off.
        TicketClosed: there is nothing to put off.
    """
    return desk.apply(desk.settle(case, PutOff(until=until)))


async def unsnooze(desk: Desk, case: Case) -> Decision:
    """Have it back in one's list; nothing where it is there."""
    return desk.apply(desk.settle(case, Wake(person_id=desk.authority.me, why="self")))


async def remind(desk: Desk, case: Case, *, at: datetime, text: str) -> Decision:
    """Be told ``text`` at an instant; on a closed ticket too. The same text at the same instant is one reminder.

    Raises:
        Invalid: the instant is past, or more than a year off.
        TooManyReminders: they have as many on this ticket as one may have.
    """
    wanted = SetReminder(reminder_id=desk.tx.ids.next(), due_at=at, text=text)
    return desk.apply(desk.settle(case, wanted))


async def drop_reminder(desk: Desk, case: Case, reminder_id: int) -> Decision:
    """Take back one of one's own; nothing where there is none any more."""
    return desk.apply(desk.settle(case, DropReminder(reminder_id)))
