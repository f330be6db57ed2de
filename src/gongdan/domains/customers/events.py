"""What can happen to a customer: a person who asks."""

from typing import Final

from gongdan.kernel.events import Event


class CustomerAdded(Event, frozen=True, kw_only=True, tag="customer.added"):
    name: str
    channel: str
    identities: tuple[tuple[str, str], ...]
    """(kind, handle) pairs."""


class CustomerLearned(Event, frozen=True, kw_only=True, tag="customer.learned"):
    """What was guessed of them (name, language, time zone) gave way to what they showed or proved."""

    before: dict[str, str]
    after: dict[str, str]
    guessed: tuple[str, ...]
    """What is still a guess."""


ALL: Final = (
    CustomerAdded,
    CustomerLearned,
)
