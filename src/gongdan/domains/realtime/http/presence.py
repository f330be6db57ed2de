"""Being present at a ticket: what keeps two people from answering at once unawares."""

from typing import Literal

from litestar import put
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.realtime.presence import Present
from gongdan.domains.realtime.stream import Live
from gongdan.domains.tickets.errors import TicketNotFound
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, PathNumber, Request
from gongdan.infra.http.guard import needs


class SetPresence(Request, frozen=True, kw_only=True):
    mode: Literal["viewing", "replying"] | None
    """Null: the page was left. Say it again every 15 s; it is forgotten after 30."""


class PeoplePresent(Answer, frozen=True, kw_only=True):
    people: list[Present]
    """Who else is there."""


@put(
    "/tickets/{number:str}/presence",
    operation_id="setTicketPresence",
    tags=["live"],
    opt=needs("staff", scope="tickets:write"),
)
async def set_presence(
    number: PathNumber,
    data: JSONBody[SetPresence],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    live: NamedDependency[Live],
) -> PeoplePresent:
    """Say that one is at a ticket, writes an answer to it, or left it."""
    async with db.read(authority.workspace_id) as tx:
        keys = await live.sources.find(tx, number)
    if keys is None or not may(authority, "ticket.read", keys):
        raise TicketNotFound(number=number)
    return PeoplePresent(people=live.presence.say(authority, number, data.mode))
