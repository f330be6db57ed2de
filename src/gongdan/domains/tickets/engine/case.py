"""All that a decision about one ticket needs, as plain values: the ticket, facts about its people, and what other
domains keep beside it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.model import Ticket

T = TypeVar("T")


class Requesting(msgspec.Struct, frozen=True, kw_only=True):
    """Facts about the requester (a closed list: spec 01, write path 2)."""

    person_id: int
    name: str
    locale: str
    zone: str
    tier: str = "normal"
    dedicated_agent_id: int | None = None
    organisation_id: int | None = None
    organisation_tier: str | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    ticket: Ticket | None
    head: bytes
    """Hash of the ticket's last event."""
    requester: Requesting
    next_due_at: datetime | None = None
    risk_at: datetime | None = None
    breached: bool = False
    """As its clocks stood when it was loaded: what the queue shows of them."""
    facets: Mapping[Facet[Any], Sequence[Any]] = {}
    """What was loaded with the ticket, or given by the command. Read it as ``case[FACET]``."""
    derived: dict[Any, Any] = msgspec.field(default_factory=dict)
    """What pure functions have computed of this very case, for those that ask the same within a decision. Every new
    case begins with nothing, also one that is made from another."""

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "derived", {})

    def __getitem__(self, facet: Facet[T]) -> Sequence[T]:
        """The facet's rows; none of a ticket that was opened just now, or where it was not loaded."""
        return self.facets.get(facet, ())

    def having(self, facet: Facet[T], rows: Sequence[T]) -> "Case":
        """The same, with these rows of the facet."""
        return msgspec.structs.replace(self, facets={**self.facets, facet: rows})

    @property
    def live(self) -> Ticket:
        assert self.ticket is not None, "the ticket is opened before anything else happens to it"
        return self.ticket
