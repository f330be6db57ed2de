"""What can happen to a customer: a person who asks."""

from gongdan.kernel.events import Event


class CustomerAdded(Event, frozen=True, kw_only=True, tag="customer.added"):
    name: str
    channel: str
    identities: tuple[tuple[str, str], ...]
    """(kind, handle) pairs."""
