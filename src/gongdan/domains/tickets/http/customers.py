"""Merging customers, and taking that back."""

from typing import Annotated

from litestar import delete, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter

from gongdan.domains.customers.public import MANAGE
from gongdan.domains.tickets.commands.persons.merging import MovedCounts, merge_customers, unmerge_customers
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.infra.http.bodies import Answer, Id, Request
from gongdan.infra.http.guard import needs

PathPerson = Annotated[int, PathParameter(ge=1, le=2**53 - 1)]


class MergeCustomer(Request, frozen=True, kw_only=True):
    merged_id: Id
    """Who turned out to be this customer."""


class MergeOutcome(Answer, frozen=True, kw_only=True):
    customer_id: int
    tickets: int
    """How many were moved."""
    conversations: int


@post(
    "/customers/{customer_id:int}/merge",
    status_code=200,
    operation_id="mergeCustomer",
    tags=["customers"],
    opt=needs("staff", MANAGE, scope="all") | {"refuses": (409,)},
)
async def merge_customer(
    customer_id: PathPerson, data: JSONBody[MergeCustomer], begin: NamedDependency[Begin]
) -> MergeOutcome:
    """Somebody else turned out to be this customer: what they asked for, their conversations, addresses and
    organisations come over, past ones too. It can be taken back. An address that nobody proved lets nobody sign in any
    more once there is more to see, and nobody becomes an organisation's administrator by it."""
    async with begin() as desk:
        return _outcome(customer_id, await merge_customers(desk, customer_id, data.merged_id))


@delete(
    "/customers/{customer_id:int}/merge/{merged_id:int}",
    status_code=200,
    operation_id="unmergeCustomer",
    tags=["customers"],
    opt=needs("staff", MANAGE, scope="all") | {"refuses": (409,)},
)
async def unmerge_customer(
    customer_id: PathPerson, merged_id: PathPerson, begin: NamedDependency[Begin]
) -> MergeOutcome:
    """They are two after all: what came over then goes back, as far as it is still this customer's. What began since
    stays."""
    async with begin() as desk:
        return _outcome(customer_id, await unmerge_customers(desk, customer_id, merged_id))


handlers = [merge_customer, unmerge_customer]


def _outcome(customer_id: int, moved: MovedCounts) -> MergeOutcome:
    return MergeOutcome(customer_id=customer_id, tickets=moved.tickets, conversations=moved.conversations)
