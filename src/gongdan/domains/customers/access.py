"""The doors to customers: who may see whom, by the one definition of permission."""

from typing import Any

import msgspec

from gongdan.domains.accounts.public import (
    Authority,
    Branch,
    Kind,
    Thing,
    may,
    may_somewhere,
    personal,
    predicate,
    reach,
)
from gongdan.domains.customers.errors import CustomerNotFound, OpensMore
from gongdan.kernel.errors import Forbidden

READ = "customer.read"
MANAGE = "customer.manage"


class CustomerKeys(msgspec.Struct, frozen=True):
    """The parts of a customer that decide who may do what with them. They are of no team and of no type."""

    id: int
    dedicated_agent_id: int | None
    team: None = None
    type: None = None
    organisation_id: None = None
    participants: frozenset[int] = frozenset()

    def owners(self, kind: Kind) -> tuple[int | None, ...]:
        """A member's own customers are those whom they serve for good."""
        return (self.id,) if kind == "customer" else (self.dedicated_agent_id,)

    def is_ticket(self, id: int) -> bool:
        return False


def within(authority: Authority, action: str = READ) -> Branch:
    """The same as SQL, over the customer aliased ``c``: for members, who administer no organisation."""
    scopes = {grant.scope for grant in authority.grants if action in grant.actions}
    if authority.only_ticket is not None or not scopes:
        return Branch("false", {})
    if "all" in scopes:
        return Branch("true", {})
    if authority.person_id is None or not scopes & {"own", "participating"}:
        return Branch("false", {})
    column = "c.person_id" if authority.kind == "customer" else "c.dedicated_agent_id"
    return Branch(f"{column} = %(reach_person)s", {"reach_person": authority.person_id})


def check(authority: Authority, keys: CustomerKeys | None, action: str, id: int) -> None:
    """Raises:
    CustomerNotFound: there is none, or they may not see them.
    Forbidden: they see them and may not do this.
    """
    if keys is None or not may(authority, READ, keys):
        raise CustomerNotFound(id=id)
    if action != READ and not may(authority, action, keys):
        raise Forbidden(action=action)


def require(authority: Authority, action: str) -> None:
    """Raises:
    Forbidden: they may do ``action`` nowhere.
    """
    if not may_somewhere(authority, action):
        raise Forbidden(action=action)


READS_TICKETS = "message.read"
"""What a customer does on the portal with tickets of their own."""


def can_let_in(authority: Authority) -> bool:
    """Whether they may let an address in as a customer, or a customer in to what their organisation asks: whoever is
    let in reads what is asked later too, of every team, so only who may read everything lets them in."""
    return reach(authority, READS_TICKETS).everything


def require_to_let_in(authority: Authority) -> None:
    """Raises:
    OpensMore: there are tickets that they may not read.
    """
    if not can_let_in(authority):
        raise OpensMore()


def out_of_reach(authority: Authority) -> Branch:
    """Tickets, aliased ``t``, of which they may not read the messages."""
    seen = predicate(reach(authority, READS_TICKETS))
    return Branch(f"({seen.sql}) is not true", seen.params)


def reached_by(value: list[Any]) -> Thing[list[Any]]:
    """How somebody is reached: personal data."""
    return personal(value, [])
