"""Who could take a ticket, and which filter removed the others (spec 04, routing 2). Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import msgspec

from gongdan.domains.policy.bundle.routing import Dispatch
from gongdan.domains.routing.model import ALL, Considered, limits_of
from gongdan.domains.routing.rules import Wanted
from gongdan.domains.tickets.model import Ticket


class Agent(msgspec.Struct, frozen=True, kw_only=True):
    """A member of the staff as the router sees him."""

    person_id: int
    name: str
    active: bool
    presence: str
    routable: bool
    may_work: bool
    """Holds the right to work on tickets of his teams."""
    teams: tuple[str, ...]
    """Rosters among them."""
    skills: dict[str, int] = {}
    """Skill → level, certificates that have expired left out."""
    last_assigned_at: datetime | None = None


Loads = Mapping[tuple[int, str], int]


def candidates(
    ticket: Ticket, wanted: Wanted, agents: Sequence[Agent], loads: Loads, dispatch: Dispatch, *, dedicated: int | None
) -> list[Considered]:
    """Everybody whom the team, roster or dedicated agent names, each with the first filter that removed him."""
    return [
        Considered(
            person_id=agent.person_id,
            name=agent.name,
            removed_by=_removed_by(agent, ticket, wanted, loads, dispatch),
            load=loads.get((agent.person_id, ALL), 0),
        )
        for agent in agents
        if _is_named(agent, ticket, wanted, dedicated)
    ]


def full_class(person_id: int, ticket: Ticket, loads: Loads, dispatch: Dispatch) -> tuple[str, int] | None:
    """The class that leaves no room for one more ticket of this priority, with its limit; None when there is room."""
    for key, limit in limits_of(dispatch, ticket.priority).items():
        if loads.get((person_id, key), 0) >= limit:
            return key, limit
    return None


def _is_named(agent: Agent, ticket: Ticket, wanted: Wanted, dedicated: int | None) -> bool:
    if wanted.dedicated and dedicated is not None:
        return agent.person_id == dedicated
    group = wanted.roster or ticket.team
    return group is not None and group in agent.teams


def _removed_by(agent: Agent, ticket: Ticket, wanted: Wanted, loads: Loads, dispatch: Dispatch) -> str | None:
    if not agent.active:
        return "inactive"
    if not agent.may_work:
        return "no_permission"
    if not agent.routable:
        return "not_routable"
    if agent.presence != "available":
        return "absent"
    if any(agent.skills.get(skill, 0) < level for skill, level in wanted.skills.items()):
        return "skill"
    if agent.person_id in ticket.not_to:
        return "passed_over"
    if full_class(agent.person_id, ticket, loads, dispatch):
        return "full"
    return None


def valid_skills(held: Sequence[tuple[str, int, date | None]], today: date) -> dict[str, int]:
    """Skill → level, without certificates that have expired before ``today``."""
    return {skill: level for skill, level, expires_on in held if expires_on is None or expires_on >= today}
