"""Reach: which tickets an authority sees, with two back ends that a property test holds equal (spec 01, permission).

The value is canonical, so that readers with the same reach share one counter. In SQL it is a handful of *branches*,
each of which an index delivers; a list reads each with its limit and merges them. The single ``predicate`` is for rows
addressed one by one: over a wide list one ``or`` is slower by orders of magnitude.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.rights.authority import Authority, TicketKeys

_ASKED: Final = "t.requester_id = %(reach_person)s"
_TAKES_PART: Final = (
    "t.id = any(array("
    "select o.id from ticket o where o.workspace_id = %(workspace)s and o.requester_id = %(reach_person)s"
    " union all "
    "select p.ticket_id from participant p"
    " where p.workspace_id = %(workspace)s and p.person_id = %(reach_person)s and p.role <> 'requester'"
    "))"
)
"""Whoever takes part asks for little themselves, so the ids are few and cheap to sort. The requester is a participant
too, but found by their column, so that the index over the others stays small (``participant_of_person``)."""


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """A union of what its members name, cut down to ``only`` when that is set. Sorted, and without what another member
    covers already: equal reaches are equal values. Nothing set means no ticket."""

    everything: bool = False
    teams: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    organisations: tuple[int, ...] = ()
    person: int | None = None
    """Whoever the following three speak of."""
    asked: bool = False
    """Tickets that they asked for."""
    works: bool = False
    """Tickets that they opened or answer for."""
    takes_part: bool = False
    """Tickets that they take part in, in any role; then also ``asked``."""
    only: int | None = None


class Branch(msgspec.Struct, frozen=True):
    """A predicate over the ticket aliased ``t``; its parameters begin with ``reach_``. It expects ``%(workspace)s``."""

    sql: str
    params: Mapping[str, Any]


def reach(authority: Authority, action: str = "ticket.read") -> Reach:
    """The tickets with which ``authority`` may do ``action``."""
    grants = [grant for grant in authority.grants if action in grant.actions]
    scopes = {grant.scope for grant in grants}
    if "all" in scopes:
        return Reach(everything=True, only=authority.only_ticket)

    teams = {key for grant in grants if grant.scope == "team" for key in grant.keys or authority.teams}
    teams |= authority.department_teams if "department" in scopes else set()
    types = {key for grant in grants if grant.scope == "type" for key in grant.keys}
    personal = authority.person_id is not None and bool(scopes & {"own", "participating"})
    return Reach(
        teams=tuple(sorted(teams)),
        types=tuple(sorted(types)),
        organisations=tuple(sorted(authority.organisations)) if "organisation" in scopes else (),
        person=authority.person_id if personal else None,
        asked=personal,
        works=personal and authority.kind != "customer",
        takes_part=personal and "participating" in scopes,
        only=authority.only_ticket,
    )


def covers(reach: Reach, keys: TicketKeys) -> bool:
    """Whether the ticket is within reach: for streams, webhooks and subscribers, which hold no connection."""
    if reach.only not in (None, keys.id):
        return False
    return (
        reach.everything
        or keys.team in reach.teams
        or keys.type in reach.types
        or keys.organisation_id in reach.organisations
        or (reach.person is not None and _concerns(reach, keys))
    )


def branches(reach: Reach) -> tuple[Branch, ...]:
    """Reach as at most four predicates for a list to read, limit, merge and de-duplicate; none at all means nothing."""
    found = [Branch("true", {})] if reach.everything else list(_parts(reach))
    if reach.only is None:
        return tuple(found)
    return tuple(
        Branch(f"t.id = %(reach_only)s and {part.sql}", {**part.params, "reach_only": reach.only}) for part in found
    )


def predicate(reach: Reach) -> Branch:
    """Reach as one predicate, for rows that are addressed one by one."""
    parts = branches(reach)
    if not parts:
        return Branch("false", {})
    params: dict[str, Any] = {}
    for part in parts:
        params |= part.params
    return Branch("(" + " or ".join(part.sql for part in parts) + ")", params)


def _concerns(reach: Reach, keys: TicketKeys) -> bool:
    return (
        (reach.asked and keys.requester_id == reach.person)
        or (reach.works and reach.person in (keys.creator_id, keys.assignee_id))
        or (reach.takes_part and reach.person in keys.participants)
    )


def _parts(reach: Reach) -> Iterator[Branch]:
    """What comes by team, type and organisation in one branch, which has one condition for all but made-up roles; and a
    branch for each way to own a ticket, each served by an index of its own: ``ticket_by_assignee``,
    ``ticket_by_creator``, ``ticket_by_requester``. Joined by ``or`` these three read the whole table for somebody who
    owns little."""
    groups = [
        (column, name, list(values))
        for column, name, values in (
            ("team", "reach_teams", reach.teams),
            ("type", "reach_types", reach.types),
            ("organisation_id", "reach_organisations", reach.organisations),
        )
        if values
    ]
    if groups:
        sql = " or ".join(f"t.{column} = any(%({name})s)" for column, name, _ in groups)
        yield Branch(f"({sql})", {name: values for _, name, values in groups})
    if reach.works:
        yield Branch("t.assignee_id = %(reach_person)s", {"reach_person": reach.person})
        yield Branch("t.creator_id = %(reach_person)s", {"reach_person": reach.person})
    if reach.asked:
        yield Branch(_TAKES_PART if reach.takes_part else _ASKED, {"reach_person": reach.person})
