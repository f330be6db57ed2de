"""Who gets a ticket, over HTTP: assigning by hand, and claiming from the pool."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET, UnsetType

from gongdan.domains.routing.commands.assign import assign, claim
from gongdan.domains.tickets.public import Begin, Outcome, outcome
from gongdan.infra.http.bodies import Id, PathNumber, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel.text import Key


class AssignRequest(Request, frozen=True, kw_only=True):
    """To a team, to a person, or (assignee null) back into the team's queue. What is left out stays."""

    team: Key | UnsetType | None = UNSET
    assignee_id: Id | UnsetType | None = UNSET
    above_capacity: bool = False


@post(
    "/tickets/{number:str}/assignments",
    status_code=200,
    operation_id="assignTicket",
    tags=["assignment"],
    opt=needs("staff", "ticket.assign", scope="tickets:write"),
)
async def assign_ticket(
    number: PathNumber,
    data: JSONBody[AssignRequest],
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Assign to a team, to a person, or back into the team's queue. A person may assign above an agent's capacity,
    with permission and knowingly (``above_capacity``)."""
    async with begin() as desk:
        case = await desk.case(number)
        decision = await assign(
            desk,
            case,
            team=data.team,
            assignee_id=data.assignee_id,
            above_capacity=data.above_capacity,
            seen=seen,
        )
        return outcome(desk, decision)


@post(
    "/tickets/{number:str}/claim",
    status_code=200,
    operation_id="claimTicket",
    tags=["assignment"],
    opt=needs("staff", "ticket.claim", scope="tickets:write"),
)
async def claim_ticket(
    number: PathNumber,
    begin: NamedDependency[Begin],
) -> Outcome:
    """Take an unassigned ticket of one's teams, within one's capacity."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await claim(desk, case))


handlers = [assign_ticket, claim_ticket]
