"""Routing's values: candidates, lines of the ledger, loads. Pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.policy.bundle.routing import Dispatch
from gongdan.domains.tickets.model import Ticket

ALL = "all"
"""The class that every open ticket of an agent counts in."""


class Reason(msgspec.Struct, frozen=True):
    """Why, as a code of the catalogue ``routing.<code>`` and its values; told in every language when it is stored."""

    code: str
    params: dict[str, Any] = {}


class Considered(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate, with the filter that removed him (None: he was eligible)."""

    person_id: int
    name: str
    removed_by: str | None
    load: int


class RecordDecision(msgspec.Struct, frozen=True, kw_only=True):
    """Effect: one line of the ledger behind “why him?”."""

    id: int
    ticket_id: int
    at: datetime
    step: Literal["team", "agent"]
    way: str
    """Of a team: ``rule | category | type | fallback``; of an agent: ``hand | claim | router | nobody``."""
    rule: str | None
    team: str | None
    person_id: int | None
    reasons: Sequence[Reason]
    candidates: Sequence[Considered] = ()


class AddLoad(msgspec.Struct, frozen=True):
    """Effect: an agent holds ``delta`` more tickets of a class."""

    person_id: int
    load_class: str
    delta: int


class LoadRow(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    load_class: str
    used: int


def classes_of(dispatch: Dispatch, priority: str) -> tuple[str, ...]:
    """The classes that a ticket of this priority counts in."""
    return (ALL, *(one.key for one in dispatch.classes if priority in one.priorities))


def limits_of(dispatch: Dispatch, priority: str) -> dict[str, int]:
    """The limits that a ticket of this priority must fit under."""
    return {one.key: one.limit for one in dispatch.classes if priority in one.priorities}


def held(ticket: Ticket | None, dispatch: Dispatch) -> Counter[tuple[int, str]]:
    """What a ticket adds to its assignee's load; nothing once it is resolved or closed."""
    if ticket is None or ticket.assignee_id is None or ticket.phase in ("resolved", "closed"):
        return Counter()
    return Counter({(ticket.assignee_id, key): 1 for key in classes_of(dispatch, ticket.priority)})
