"""A link as it is seen from one of its two tickets, and as it is loaded with that one. Pure data."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import TicketKeys
from gongdan.domains.bundle.workflows import ENDED, Phase
from gongdan.domains.relations.events import TicketLinked, TicketUnlinked
from gongdan.domains.relations.kinds import LinkKind, Why
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.kernel.events import Logged


class RelatedTicket(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket that is linked to the one at hand, as it stands now."""

    ticket_id: int
    """The one at hand."""
    related_id: int
    kind: LinkKind
    why: Why | None = None
    linked_at: datetime | None = None
    number: str = ""
    title: str = ""
    status: str = ""
    phase: Phase = "open"
    type: str = ""
    team: str | None = None
    assignee_id: int | None = None
    requester_id: int = 0
    creator_id: int | None = None
    organisation_id: int | None = None
    participants: tuple[int, ...] = ()
    trashed: bool = False

    @property
    def is_open(self) -> bool:
        return self.phase not in ENDED and not self.trashed

    @property
    def keys(self) -> TicketKeys:
        """What permissions look at."""
        return TicketKeys(
            id=self.related_id,
            team=self.team,
            type=self.type,
            assignee_id=self.assignee_id,
            requester_id=self.requester_id,
            creator_id=self.creator_id,
            organisation_id=self.organisation_id,
            participants=frozenset(self.participants),
        )


def _folded(rows: Sequence[RelatedTicket], logged: Logged[Any]) -> Sequence[RelatedTicket]:
    """The links after one more event; of what was linked just now no more is known than that it is."""
    event = logged.event
    if not isinstance(event, TicketLinked | TicketUnlinked):
        return rows
    others = [one for one in rows if one.related_id != event.other_id]
    if isinstance(event, TicketUnlinked):
        return others
    return [*others, RelatedTicket(ticket_id=logged.stream_id, related_id=event.other_id, kind=event.relation)]


LINKS: Final = Facet(
    "links",
    RelatedTicket,
    """
    select l.ticket_id, l.other_id as related_id, l.kind, l.why, l.linked_at, o.number, o.title, o.status, o.phase,
           o.type, o.team, o.assignee_id, o.requester_id, o.creator_id, o.organisation_id,
           array(select a.person_id from participant a
                  where a.workspace_id = o.workspace_id and a.ticket_id = o.id) as participants,
           o.trashed_at is not null as trashed
      from ticket_link l
      join ticket o on o.workspace_id = l.workspace_id and o.id = l.other_id
     where l.workspace_id = %(workspace)s and l.ticket_id in {ids}
     order by l.linked_at, l.other_id
    """,
    fold=_folded,
)
"""The links of a ticket, whoever may see what they lead to. Served by the primary key of ``ticket_link``."""


class PutLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link as it is seen from ``ticket_id``."""

    ticket_id: int
    other_id: int
    kind: LinkKind
    why: Why | None = None
    at: datetime


class DropLink(msgspec.Struct, frozen=True, kw_only=True):
    ticket_id: int
    other_id: int
