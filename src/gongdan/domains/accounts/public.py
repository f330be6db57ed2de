"""What other domains may use of accounts."""

from gongdan.domains.accounts.authority import Authority, Grant, Scope, TicketKeys, actions, may, may_somewhere, system
from gongdan.domains.accounts.reach import (
    Audiences,
    Branch,
    Reach,
    audiences,
    branches,
    covers,
    hears,
    predicate,
    reach,
)

__all__ = [
    "Audiences",
    "Authority",
    "Branch",
    "Grant",
    "Reach",
    "Scope",
    "TicketKeys",
    "actions",
    "audiences",
    "branches",
    "covers",
    "hears",
    "may",
    "may_somewhere",
    "predicate",
    "reach",
    "system",
]
