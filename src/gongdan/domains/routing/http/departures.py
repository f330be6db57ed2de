"""Members who leave, over HTTP: they are shut out, and what they work on is handed over."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody, SkipValidation

from gongdan.domains.accounts.public import Authority, Fresh
from gongdan.domains.routing.commands.leaving import HandOverTickets, leave
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, Id, PathId, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.kernel.text import Key


class ShutOut(Request, frozen=True, kw_only=True):
    """Who takes over: a colleague, or the queue of a team; where neither is named, each ticket goes back to routing."""

    to_person_id: Id | None = None
    to_team: Key | None = None
    seats_to_person_id: Id | None = None
    """Who takes over what they lead, head and manage, and the leaves for which they stand in. Without one their seats
    stay theirs until somebody else is given them."""
    silent: bool = False
    """Tell nobody of the hand-over: no letters to customers, no notices to the staff."""


class Departed(Answer, frozen=True):
    operation_id: int
    """It hands over the open tickets; undoing it gives back what nobody changed since, once they are let in again."""
    tickets: int
    """That it will hand over."""


@post(
    "/members/{person_id:int}/departure",
    status_code=200,
    operation_id="shutMemberOut",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def shut_member_out(
    person_id: PathId,
    data: JSONBody[ShutOut],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
) -> Departed:
    """Shut a member out at once, and hand over their open tickets by an operation, those first that are due first. What
    the receiver has no room for, or may not have, goes back to routing. Seats go over in the same step, and come back
    with no undo. ``POST /operations`` with the kind
    ``members.hand_over`` foresees it, or hands over without shutting out. Nobody shuts out themselves, or the last
    system administrator. Of whoever is shut out already, what is left is handed over; 409 while that goes on."""
    await fresh()
    params = HandOverTickets(person_id=person_id, to_person_id=data.to_person_id, to_team=data.to_team)
    async with db.write(authority.workspace_id) as tx:
        operation_id, count = await leave(
            tx,
            authority,
            params,
            seats_to=data.seats_to_person_id,
            silent=data.silent,
            via=via,
            now=clock.now(),
        )
    return Departed(operation_id=operation_id, tickets=count)


handlers = [shut_member_out]
