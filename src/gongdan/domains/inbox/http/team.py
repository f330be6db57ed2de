"""The board of a team over HTTP."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.inbox.directory.team import TeamBoard, board, served_by
from gongdan.domains.inbox.lists.reading import AT_MOST_S
from gongdan.domains.tickets.public import RuleBook
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.errors import Forbidden


@get("/team", operation_id="getTeamBoard", tags=["assignment"], opt=needs("staff", "ticket.assign"))
async def get_team_board(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    team: Annotated[str | None, QueryParameter(max_length=63)] = None,
) -> TeamBoard:
    """Who is there and what each has in hand, what waits for somebody and why, what is escalated: of one team, else of
    those that the reader leads, else of all. For whoever assigns and may look members up; tickets beyond their reach
    are not counted."""
    if not may_somewhere(authority, "people.read"):
        raise Forbidden(action="people.read")
    compiled = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        return await board(tx, authority, compiled, served_by(authority, team), now=clock.now())


handlers = [get_team_board]
