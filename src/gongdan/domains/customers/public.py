"""What other domains may use of customers."""

from gongdan.domains.customers.access import (
    MANAGE,
    READ,
    CustomerKeys,
    out_of_reach,
    reached_by,
    require_to_let_in,
    within,
)
from gongdan.domains.customers.commands.importing import CUSTOMERS
from gongdan.domains.customers.commands.joining import Joined, Teller, followed, join, merge, newly_seen, part, unmerge
from gongdan.domains.customers.errors import CustomerNotFound, OpensMore, TooMuchToMove
from gongdan.domains.customers.finding.search import FoundCustomer, Only, page, ways
from gongdan.domains.customers.learning.proven import learn
from gongdan.domains.customers.learning.shown import Shown, better, improve, verify
from gongdan.domains.customers.people import (
    ONLY_NAMED,
    Handle,
    HandleKey,
    KnownPerson,
    by_handles,
    by_ids,
    lock_handles,
    mail_handle,
    make,
    only_named,
    phone_handle,
    successors,
)
from gongdan.domains.customers.queries import customers

__all__ = [
    "CUSTOMERS",
    "MANAGE",
    "ONLY_NAMED",
    "READ",
    "CustomerKeys",
    "CustomerNotFound",
    "FoundCustomer",
    "Handle",
    "HandleKey",
    "Joined",
    "KnownPerson",
    "Only",
    "OpensMore",
    "Shown",
    "Teller",
    "TooMuchToMove",
    "better",
    "by_handles",
    "by_ids",
    "customers",
    "followed",
    "improve",
    "join",
    "learn",
    "lock_handles",
    "mail_handle",
    "make",
    "merge",
    "newly_seen",
    "only_named",
    "out_of_reach",
    "page",
    "part",
    "phone_handle",
    "reached_by",
    "require_to_let_in",
    "successors",
    "unmerge",
    "verify",
    "ways",
    "within",
]
