"""Taking back what was done to one ticket."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.http import requests as r
from gongdan.domains.inbox.http.deps import outcome
from gongdan.domains.inbox.shapes import Outcome
from gongdan.domains.tickets.public import UnitOfWork, commands
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs
from gongdan.kernel.events import Via


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
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Take a command back: one's own for ten minutes, as a lead anybody's for thirty days. Values that somebody changed
    since stay, and the event lists them; what was said or told stays too."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.read")
        return outcome(await commands.undo(desk, case, of=data.of))


handlers = [undo_ticket]
