"""Recorded time over HTTP: one records, corrects and removes one's own."""

from datetime import date
from typing import Annotated, Literal

from litestar import delete, post, put
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.tickets.public import Begin, Outcome, outcome
from gongdan.domains.work.commands import recording
from gongdan.domains.work.subjects.times import LONGEST
from gongdan.infra.http.bodies import Label, PathId, PathNumber, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel.text import Key

_OWN = needs("staff", "ticket.note", scope="tickets:write")


class WatchRequest(Request, frozen=True, kw_only=True):
    do: Literal["start", "stop"]


class RecordTimeRequest(Request, frozen=True, kw_only=True):
    minutes: Annotated[int, Meta(ge=1, le=LONGEST)]
    day: date | None = None
    """Null: today, where its author lives."""
    work_kind: Key | None = None
    """What it was spent on, a key of the policy; null: not said."""
    note: Annotated[Label, Meta(max_length=500)] = ""

    def told(self) -> recording.ToldTime:
        return recording.ToldTime(minutes=self.minutes, day=self.day, work_kind=self.work_kind, note=self.note)


@post("/tickets/{number:str}/watch", status_code=200, operation_id="runWatch", tags=["recorded time"], opt=_OWN)
async def run_watch(number: PathNumber, data: JSONBody[WatchRequest], begin: NamedDependency[Begin]) -> Outcome:
    """Start one's watch on a ticket, or stop it and record what it showed. One watch runs for a person. It stops by
    itself when the ticket ends, and after ten hours; when another is started, if the ticket is beyond their reach."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await (recording.start if data.do == "start" else recording.stop)(desk, case))


@post("/tickets/{number:str}/times", status_code=200, operation_id="recordTime", tags=["recorded time"], opt=_OWN)
async def record_time(number: PathNumber, data: JSONBody[RecordTimeRequest], begin: NamedDependency[Begin]) -> Outcome:
    """Record how long one worked on a ticket, at most a day in one entry. At most 500 entries a ticket."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await recording.record(desk, case, entry_id=None, told=data.told()))


@put("/tickets/{number:str}/times/{entry_id:int}", operation_id="correctTime", tags=["recorded time"], opt=_OWN)
async def correct_time(
    number: PathNumber, entry_id: PathId, data: JSONBody[RecordTimeRequest], begin: NamedDependency[Begin]
) -> Outcome:
    """Say anew how long one worked, of an entry of one's own."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await recording.record(desk, case, entry_id=entry_id, told=data.told()))


@delete(
    "/tickets/{number:str}/times/{entry_id:int}",
    status_code=200,
    operation_id="removeTime",
    tags=["recorded time"],
    opt=_OWN,
)
async def remove_time(number: PathNumber, entry_id: PathId, begin: NamedDependency[Begin]) -> Outcome:
    """Take back an entry of one's own."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await recording.remove(desk, case, entry_id))


handlers = [run_watch, record_time, correct_time, remove_time]
