"""Routing's values: candidates, lines of the ledger, loads. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.bundle.routing import Dispatch
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.tickets.engine.model import Ticket

Loads = Mapping[int, Mapping[str, int]]
"""Person → priority → tickets that they have to work on. The classes of a release are sums of these, so that a release
which draws them anew finds every agent's load as it is."""


class Reason(msgspec.Struct, frozen=True):
    """Why, as a code of the catalogue ``routing.<code>`` and its values; told in every language when it is stored."""

    code: str
    params: dict[str, Any] = {}


class Considered(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate, with the filter that removed them (None: they were eligible)."""

    person_id: int
    name: str
    removed_by: str | None
    load: int


class RecordDecision(msgspec.Struct, frozen=True, kw_only=True):
    """Effect: one line of the ledger behind “why them?”."""

    id: int
    ticket_id: int
    at: datetime
    step: Literal["team", "agent"]
    way: str
    """Of a team: ``rule | category | type | fallback``; of an agent: ``hand | claim | router |
    substitute | nobody``."""
    rule: str | None
    team: str | None
    person_id: int | None
    reasons: Sequence[Reason]
    candidates: Sequence[Considered] = ()


class AddLoad(msgspec.Struct, frozen=True, kw_only=True):
    """Effect: an agent holds ``delta`` more tickets of a priority."""

    person_id: int
    priority: str
    delta: int
    assigned_at: datetime | None
    """When they got the latest, if there is one more."""


class LoadRow(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    priority: str
    used: int


class MemberLoad(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    used: int
    """Tickets of all priorities together."""


def loads_of(rows: Iterable[LoadRow]) -> defaultdict[int, Counter[str]]:
    """Person → priority → how many they hold; who holds nothing reads as zero."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row.person_id][row.priority] = row.used
    return found


def full_class(person_id: int, priority: str, loads: Loads, dispatch: Dispatch) -> tuple[str, int] | None:
    """The class that leaves no room for one more ticket of this priority, with its limit; None when there is room."""
    used = loads.get(person_id, {})
    for one in dispatch.classes:
        if priority in one.priorities and sum(used.get(key, 0) for key in one.priorities) >= one.limit:
            return one.key, one.limit
    return None


AT_REST: Final = ("waiting_customer", *ENDED)
"""Phases in which a ticket is no load: nobody has to do anything about it, and its clock stands still (spec 04)."""


def adds_to_load(ticket: Ticket | None) -> Counter[tuple[int, str]]:
    """What a ticket adds to its assignee's load; nothing while it waits for the customer or is put away, or once it has
    ended."""
    if ticket is None or ticket.assignee_id is None or ticket.phase in AT_REST or ticket.is_away:
        return Counter()
    return Counter({(ticket.assignee_id, ticket.priority): 1})
