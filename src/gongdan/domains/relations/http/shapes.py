"""How a ticket's relations are shown. snake_case on the wire."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from gongdan.domains.accounts.public import Authority
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.relations.kinds import LinkKind, Why
from gongdan.domains.relations.model import RelatedTicket
from gongdan.domains.tickets.engine.model import ChildrenRule, Ticket
from gongdan.domains.tickets.public import is_visible
from gongdan.infra.http.bodies import Answer


class LinkView(Answer, frozen=True):
    """A ticket that the one at hand belongs together with."""

    kind: LinkKind
    """What the one at hand is to it."""
    why: Why | None
    """Why the system linked them, where it did: its writer named the other, or it probably says the same again."""
    number: str
    title: str
    type: str
    status: str
    phase: Phase
    linked_at: datetime


class Children(Answer, frozen=True):
    done: int
    total: int
    closing: Literal["block", "warn", "cascade"]
    """While some are open: the ticket does not end, people are warned, or its end ends them too."""
    advance: int | None
    """How many must be done for the ticket to go on by itself, 0 for all; null: it does not."""
    to: str | None
    """The status that it goes on to."""


def links_shown(found: Iterable[RelatedTicket], authority: Authority) -> list[LinkView]:
    """Those that lead to what this reader may see."""
    return [
        LinkView(
            kind=one.kind,
            why=one.why,
            number=one.number,
            title=one.title,
            type=one.type,
            status=one.status,
            phase=one.phase,
            linked_at=one.linked_at,
        )
        for one in found
        if one.linked_at and is_visible(authority, one.keys, trashed=one.trashed)
    ]


def merged_into(found: Iterable[RelatedTicket], authority: Authority, ticket: Ticket) -> str | None:
    """The number of the ticket that stands for this one, if this reader may see it."""
    for one in found:
        if one.related_id == ticket.merged_into and is_visible(authority, one.keys, trashed=one.trashed):
            return one.number
    return None


def children_shown(found: Iterable[RelatedTicket], ticket: Ticket) -> Children | None:
    theirs = [one for one in found if one.kind == "parent_of" and not one.trashed]
    if not theirs:
        return None
    rule = ticket.children or ChildrenRule()
    done = sum(not one.is_open for one in theirs)
    return Children(done=done, total=len(theirs), closing=rule.closing, advance=rule.advance, to=rule.to)
