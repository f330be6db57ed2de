"""Taking back what was done to one ticket."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec.structs import asdict

from gongdan.domains.tickets import commands
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.engine.undoing import told_of
from gongdan.domains.tickets.http import requests as r
from gongdan.domains.tickets.http.shapes import Outcome, outcome
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs


class UndoOutcome(Outcome, frozen=True, kw_only=True):
    undone: tuple[str, ...]
    """What stands as before: columns of the ticket, custom fields as ``fields.<key>``."""
    stays: tuple[str, ...]
    """What somebody changed since, and stays as they left it."""


@post(
    "/tickets/{number:str}/undo",
    status_code=200,
    operation_id="undoTicket",
    tags=["tickets"],
    opt=needs("staff", "ticket.undo", scope="tickets:write"),
)
async def undo_ticket(
    number: PathNumber,
    data: JSONBody[r.UndoRequest],
    begin: NamedDependency[Begin],
) -> UndoOutcome:
    """Take a command back: one's own for ten minutes, as a lead anybody's for thirty days. Values that somebody changed
    since stay, and the event lists them; what was said or told stays too."""
    async with begin() as desk:
        case = await desk.case(number, "ticket.read")
        decision = await commands.undo(desk, case, of=data.of)
        told = told_of(decision.events)
        return UndoOutcome(**asdict(outcome(desk, decision)), undone=told.undone, stays=told.stays)


handlers = [undo_ticket]
