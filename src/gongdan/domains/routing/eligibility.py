"""Who could take a ticket, and which filter removed the others (spec 04, routing 2). Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from gongdan.domains.policy.bundle.routing import Dispatch
from gongdan.domains.routing.model import Considered, Loads, full_class
from gongdan.domains.routing.rules import Wanted
from gongdan.domains.tickets.model import Ticket
from gongdan.domains.tickets.public import Rules

Step = Literal["named", "lead", "team", "cross"]
"""Of a rule that names people: they, the team's lead, its agents, the cross-department group (spec 04)."""
NOT_THERE = ("absent", "on_leave")
"""Filters of those who are told what they missed."""


def steps(wanted: Wanted, dispatch: Dispatch) -> tuple[Step, ...]:
    """Whom to ask one after another: absent people never hold work."""
    if not wanted.names_people:
        return ("team",)
    return ("named", "lead", "team", "cross") if dispatch.cross_team else ("named", "lead", "team")


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
    leads: tuple[str, ...] = ()
    """Those of the teams that they lead."""
    on_leave: bool = False
    skills: dict[str, int] = {}
    """Skill → level, certificates that have expired left out."""
    last_assigned_at: datetime | None = None


def candidates(
    ticket: Ticket,
    wanted: Wanted,
    agents: Sequence[Agent],
    loads: Loads,
    dispatch: Dispatch,
    *,
    dedicated: int | None,
    step: Step | None = None,
) -> list[Considered]:
    """Everybody whom the step means (by default the first one), each with the first filter that removed them."""
    at = step or steps(wanted, dispatch)[0]
    return [
        Considered(
            person_id=agent.person_id,
            name=agent.name,
            removed_by=_removed_by(agent, ticket, wanted, loads, dispatch),
            load=sum(loads.get(agent.person_id, {}).values()),
        )
        for agent in agents
        if _is_meant(at, agent, ticket, wanted, dispatch, dedicated)
    ]


class Openings:
    """Who could take anything at all: a quick look before tickets are locked. It knows no skills and not which rule
    matches, so it promises too much rather than too little."""

    def __init__(self, agents: Sequence[Agent], loads: Loads, rules: Rules) -> None:
        self._there = [agent for agent in agents if _away(agent) is None]
        self._loads = loads
        self._dispatch = rules.bundle.dispatch
        live = [one for one in rules.bundle.routing if not one.retired]
        self._groups = {one.roster for one in live if one.roster is not None}
        self._people = {one.person for one in live if one.person is not None}
        self._is_dedicated = any(one.dedicated for one in live)
        if (self._groups or self._people or self._is_dedicated) and self._dispatch.cross_team:
            self._groups.add(self._dispatch.cross_team)
        self._by_priority: dict[str, tuple[set[str], set[int]]] = {}

    def has_room(self, team: str | None, priority: str) -> bool:
        """Whether somebody is there, has room for the priority, and is of the team or among those whom rules name."""
        groups, people = self._of(priority)
        return team in groups or not self._groups.isdisjoint(groups) or not self._people.isdisjoint(people)

    def dedicated(self, priorities: Iterable[str]) -> set[int]:
        """Who has room for any of the priorities, if a rule gives customers their own agents."""
        return set().union(*(self._of(priority)[1] for priority in priorities)) if self._is_dedicated else set()

    def _of(self, priority: str) -> tuple[set[str], set[int]]:
        if priority not in self._by_priority:
            free = [one for one in self._there if not full_class(one.person_id, priority, self._loads, self._dispatch)]
            self._by_priority[priority] = (
                {team for one in free for team in one.teams},
                {one.person_id for one in free},
            )
        return self._by_priority[priority]


def _is_meant(
    step: Step, agent: Agent, ticket: Ticket, wanted: Wanted, dispatch: Dispatch, dedicated: int | None
) -> bool:
    match step:
        case "named":
            return named(wanted, agent.person_id, agent.teams, dedicated)
        case "lead":
            return ticket.team in agent.leads
        case "team":
            return ticket.team in agent.teams
    return dispatch.cross_team in agent.teams


def named(wanted: Wanted, person_id: int, teams: Sequence[str], dedicated: int | None) -> bool:
    """Whether the rule names this person, by themselves or by a roster."""
    if wanted.dedicated and dedicated is not None:
        return person_id == dedicated
    return person_id == wanted.person if wanted.person is not None else wanted.roster in teams


def _removed_by(agent: Agent, ticket: Ticket, wanted: Wanted, loads: Loads, dispatch: Dispatch) -> str | None:
    if away := _away(agent):
        return away
    if any(agent.skills.get(skill, 0) < level for skill, level in wanted.skills.items()):
        return "skill"
    if agent.person_id in ticket.not_to:
        return "passed_over"
    if full_class(agent.person_id, ticket.priority, loads, dispatch):
        return "full"
    return None


def _away(agent: Agent) -> str | None:
    if not agent.active:
        return "inactive"
    if not agent.may_work:
        return "no_permission"
    if not agent.routable:
        return "not_routable"
    if agent.on_leave:
        return "on_leave"
    return None if agent.presence == "available" else "absent"


def valid_skills(held: Sequence[tuple[str, int, date | None]], today: date) -> dict[str, int]:
    """Skill → level, without certificates that have expired before ``today``."""
    return {skill: level for skill, level, expires_on in held if expires_on is None or expires_on >= today}
