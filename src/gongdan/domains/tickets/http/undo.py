"""Taking back what was done to one ticket."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.tickets import commands
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.http import requests as r
from gongdan.domains.tickets.http.shapes import Outcome, outcome
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs


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
) -> Outcome:
    """Take a command back: one's own for ten minutes, as a lead anybody's for thirty days. Values that somebody changed
    since stay, and the event lists them; what was said or told stays too."""
    async with begin() as desk:
        case = await desk.case(number, "ticket.read")
        return outcome(desk, await commands.undo(desk, case, of=data.of))


handlers = [undo_ticket]
