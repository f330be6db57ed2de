"""What members have in hand, over HTTP: for whoever is about to give them more."""

from litestar import get
from litestar.di import NamedDependency

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.routing.model import MemberLoad
from gongdan.domains.routing.queries import loads_by_member
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs


@get("/loads", operation_id="listLoads", tags=["assignment"], opt=needs("staff", "ticket.assign"))
async def list_loads(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> list[MemberLoad]:
    """How many tickets each member has in hand, those left out that wait for the customer or have ended. A member
    with none is not listed; who may not look members up is told of none."""
    if not may_somewhere(authority, "people.read"):
        return []
    async with db.read(authority.workspace_id) as tx:
        (found,) = await tx.gather(loads_by_member())
    return found


handlers = [list_loads]
