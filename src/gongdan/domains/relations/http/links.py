"""Links of tickets over HTTP."""

from litestar import delete, put
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.relations.commands import linking
from gongdan.domains.relations.kinds import LinkKind
from gongdan.domains.tickets.public import Begin, Outcome, outcome
from gongdan.infra.http.bodies import PathNumber, Request
from gongdan.infra.http.guard import needs


class LinkTickets(Request, frozen=True):
    kind: LinkKind
    """What the ticket is to the other."""


@put(
    "/tickets/{number:str}/links/{other:str}",
    status_code=200,
    operation_id="linkTickets",
    tags=["relations"],
    opt=needs("staff", "ticket.link", scope="tickets:write"),
)
async def link_tickets(
    number: PathNumber, other: PathNumber, data: JSONBody[LinkTickets], begin: NamedDependency[Begin]
) -> Outcome:
    """Link two tickets, or change what the one is to the other. Both logs tell it. A ticket has one parent at most, and
    a family three levels."""
    async with begin() as desk:
        return outcome(desk, await linking.link(desk, number, other, data.kind))


@delete(
    "/tickets/{number:str}/links/{other:str}",
    status_code=200,
    operation_id="unlinkTickets",
    tags=["relations"],
    opt=needs("staff", "ticket.link", scope="tickets:write"),
)
async def unlink_tickets(number: PathNumber, other: PathNumber, begin: NamedDependency[Begin]) -> Outcome:
    """Take the link between two tickets away."""
    async with begin() as desk:
        return outcome(desk, await linking.unlink(desk, number, other))


handlers = [link_tickets, unlink_tickets]
