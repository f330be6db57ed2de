"""What customers asked for, and finding records by what one has of them."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import PathParameter, QueryParameter

from gongdan.domains.accounts.public import Authority
from gongdan.domains.customers.public import READ
from gongdan.domains.inbox.directory.customers import conversations_of, tickets_of
from gongdan.domains.inbox.directory.finding import find
from gongdan.domains.inbox.directory.shapes import ConversationsOfCustomer, FoundRecords, TicketsOfCustomer
from gongdan.domains.tickets.public import RuleBook
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs

PathWho = Annotated[int, PathParameter(ge=1, le=2**53 - 1)]


@get(
    "/customers/{customer_id:int}/tickets",
    operation_id="listTicketsOfCustomer",
    tags=["customers"],
    opt=needs("staff", READ),
)
async def list_tickets_of_customer(
    customer_id: PathWho,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    after: Annotated[str | None, QueryParameter(max_length=500)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=100)] = 20,
) -> TicketsOfCustomer:
    """What a customer asked for, open and ended, as far as it is in reach; the latest first."""
    async with db.read(authority.workspace_id) as tx:
        return await tickets_of(tx, authority, customer_id, after, limit)


@get(
    "/customers/{customer_id:int}/conversations",
    operation_id="listConversationsOfCustomer",
    tags=["customers"],
    opt=needs("staff", READ),
)
async def list_conversations_of_customer(
    customer_id: PathWho,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    after: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=100)] = 20,
) -> ConversationsOfCustomer:
    """Conversations with a customer that the reader may see; the latest first. A page may show fewer than ``limit``."""
    async with db.read(authority.workspace_id) as tx:
        return await conversations_of(tx, authority, customer_id, after, limit)


@get("/find", operation_id="findRecords", tags=["tickets"], opt=needs("staff"))
async def find_records(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    q: Annotated[str, QueryParameter(max_length=100)],
) -> FoundRecords:
    """Records by what one has of them: tickets by number or the beginning of the title, open and ended; customers by
    name, mail address or number. Within reach, at most eight of each kind."""
    book = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id) as tx:
        return await find(tx, authority, q, book.number_prefix)


handlers = [list_tickets_of_customer, list_conversations_of_customer, find_records]
