"""What a member holds, over HTTP."""

from litestar import get
from litestar.di import NamedDependency

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.directory.holdings import Holdings, holdings
from gongdan.domains.inbox.lists.reading import AT_MOST_S
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock


@get(
    "/members/{person_id:int}/holdings",
    operation_id="getHoldings",
    tags=["people"],
    opt=needs("staff", "people.manage"),
)
async def get_holdings(
    person_id: PathId, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> Holdings:
    """What is left without anybody when the member is shut out: open tickets go to whoever is chosen
    (``POST /members/{person_id}/departure``), sessions and tokens end, nobody is stood in for any more; the seats stay
    theirs until somebody else is given them."""
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        return await holdings(tx, person_id, clock.now())


handlers = [get_holdings]
