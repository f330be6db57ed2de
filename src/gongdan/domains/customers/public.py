"""What other domains may use of customers."""

from gongdan.domains.customers.people import (
    Handle,
    Known,
    by_handles,
    by_ids,
    lock_handles,
    mail_handle,
    make,
    phone_handle,
)
from gongdan.domains.customers.proven import learn

__all__ = ["Handle", "Known", "by_handles", "by_ids", "learn", "lock_handles", "mail_handle", "make", "phone_handle"]
