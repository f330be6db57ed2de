"""All that a decision about one ticket needs, as plain values: the ticket, facts about its people, and what other
domains keep beside it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

import msgspec

from gongdan.conditions.fields import Registry
from gongdan.conditions.stored import from_json
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.fields import opening

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


def values(case: Case, registry: Registry) -> dict[str, Any]:
    """The ticket as conditions see it: field name → typed value (spec 01, condition language). Not to be changed."""
    if (kept := case.derived.get(values)) is not None:
        return cast(dict[str, Any], kept)
    ticket, requester = case.live, case.requester
    found: dict[str, Any] = {name: getattr(ticket, name) for name in _PLAIN}
    found |= {
        "assignee": ticket.assignee_id,
        "requester": ticket.requester_id,
        "organisation": ticket.organisation_id,
        "creator": ticket.creator_id,
        "requester.tier": requester.tier,
        "organisation.tier": requester.organisation_tier,
        "watchers": [person_id for person_id, role in ticket.participants if role == "watcher"],
        "next_due_at": case.next_due_at,
        "risk_at": case.risk_at,
        "breached": case.breached,
        "held": ticket.held_at is not None,
    }
    found |= opening.values(next(iter(case[opening.OPENING]), None))
    for key, value in ticket.fields.items():
        if field := registry.get(f"fields.{key}"):
            found[field.key] = from_json(field, value)
    case.derived[values] = found
    return found


_PLAIN = (
    "number", "title", "type", "category", "priority", "status", "phase", "team", "channel", "tags", "escalation",
    "close_reason", "rating", "reopened", "created_at", "updated_at", "status_at", "assigned_at", "accepted_at",
    "first_response_at", "customer_waiting_at", "resolved_at", "closed_at",
)  # fmt: skip
