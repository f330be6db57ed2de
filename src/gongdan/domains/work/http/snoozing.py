"""Snoozes and reminders over HTTP: each is its author's own."""

from datetime import UTC, datetime
from typing import Annotated

from litestar import delete, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.tickets.public import Begin, Outcome, outcome
from gongdan.domains.work.commands import snoozing
from gongdan.infra.http.bodies import Label, PathId, PathNumber, Request
from gongdan.infra.http.guard import needs

_OWN = needs("staff", "ticket.watch", scope="tickets:write")


class SnoozeRequest(Request, frozen=True, kw_only=True):
    until: datetime | None = None
    """Null: until the customer writes, which ends it in any case."""
    out: bool = False
    """Have it back now; ``until`` says nothing then."""


class RemindRequest(Request, frozen=True, kw_only=True):
    at: datetime
    text: Annotated[Label, Meta(min_length=1, max_length=500)]


@post("/tickets/{number:str}/snooze", status_code=200, operation_id="snoozeTicket", tags=["tickets"], opt=_OWN)
async def snooze_ticket(number: PathNumber, data: JSONBody[SnoozeRequest], begin: NamedDependency[Begin]) -> Outcome:
    """Put a ticket off for oneself: it leaves one's own list and comes back with a notice. It comes back earlier when
    the customer writes, a promise is at risk, it is given to one anew, or it ends."""
    async with begin() as desk:
        case = await desk.case(number)
        if data.out:
            return outcome(desk, await snoozing.unsnooze(desk, case))
        until = _aware(data.until) if data.until else None
        return outcome(desk, await snoozing.snooze(desk, case, until=until))


@post("/tickets/{number:str}/reminders", status_code=200, operation_id="setReminder", tags=["tickets"], opt=_OWN)
async def set_reminder(number: PathNumber, data: JSONBody[RemindRequest], begin: NamedDependency[Begin]) -> Outcome:
    """Be reminded of a ticket at an instant, in one's own words. Nobody else is shown them. At most 20 a ticket."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await snoozing.remind(desk, case, at=_aware(data.at), text=data.text))


@delete(
    "/tickets/{number:str}/reminders/{reminder_id:int}",
    status_code=200,
    operation_id="dropReminder",
    tags=["tickets"],
    opt=_OWN,
)
async def drop_reminder(number: PathNumber, reminder_id: PathId, begin: NamedDependency[Begin]) -> Outcome:
    """Take back a reminder of one's own."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await snoozing.drop_reminder(desk, case, reminder_id))


def _aware(at: datetime) -> datetime:
    return at.replace(tzinfo=at.tzinfo or UTC)


handlers = [snooze_ticket, set_reminder, drop_reminder]
