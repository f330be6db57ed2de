"""Which ticket a message belongs to: the one whose clocks it moves, and in whose log it stands (spec 11.3). Pure."""

from collections.abc import Sequence

import msgspec


class LinkedTicket(msgspec.Struct, frozen=True):
    """A ticket that a conversation is linked to, as far as the choice asks."""

    id: int
    number: str
    is_open: bool


def ticket_of(linked: Sequence[LinkedTicket], *, chosen: int | None = None, answers: int | None = None) -> int | None:
    """The ticket whose reply the message ``answers``, else the one that the agent has ``chosen``, else the newest open
    one; None: the message stays in the conversation. A closed ticket is none of these: it takes no message."""
    is_open = [one.id for one in linked if one.is_open]
    wanted = next((one for one in (answers, chosen) if one in is_open), None)
    return wanted if wanted is not None else max(is_open, default=None)


def is_of_customer(audience: str, author: str, machine: bool) -> bool:
    """Whether it is the customer's own word, which the next answer goes to."""
    return audience == "customer" and author == "customer" and not machine
