"""What other domains may use of customers."""

from gongdan.domains.customers.learning import Shown, better, improve, verify
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
)
from gongdan.domains.customers.proven import learn

__all__ = [
    "ONLY_NAMED",
    "Handle",
    "HandleKey",
    "KnownPerson",
    "Shown",
    "better",
    "by_handles",
    "by_ids",
    "improve",
    "learn",
    "lock_handles",
    "mail_handle",
    "make",
    "only_named",
    "phone_handle",
    "verify",
]
