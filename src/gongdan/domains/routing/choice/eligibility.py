"""Who could take a ticket, and which filter removed the others (spec 04, routing 2). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from gongdan.domains.accounts.public import Away, Leave
from gongdan.domains.bundle.routing import Dispatch
from gongdan.domains.routing.choice.attendance import is_absent, opening
from gongdan.domains.routing.choice.rules import Placement
from gongdan.domains.routing.model import Considered, Loads, full_class
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.public import Case, Rules
from gongdan.kernel.text import Key

Step = Literal["named", "lead", "team", "cross"]
"""Of a rule that names people: they, the team's lead, its agents, the cross-department group (spec 04)."""
NOT_THERE = ("absent", "off_shift", "on_leave")
"""Filters of those who are told what they missed."""


def steps(wanted: Placement, dispatch: Dispatch) -> tuple[Step, ...]:
    """Whom to ask one after another: absent people never hold work."""
    if not wanted.names_people:
        return ("team",)
    return ("named", "lead", "team", "cross") if dispatch.cross_team else ("named", "lead", "team")


class Agent(msgspec.Struct, frozen=True, kw_only=True):
    """A member of the staff as the router sees them."""

    person_id: int
    name: str
    active: bool
    presence: str
    routable: bool
    may_work: bool
    """Holds the right to work on tickets of their teams."""
    teams: tuple[str, ...]
    """Rosters among them."""
    leads: tuple[str, ...] = ()
    """Those of the teams that they lead."""
    shifts: tuple[Key, ...] = ()
    """Calendars whose hours are their shift; none: always."""
    leaves: tuple[Leave, ...] = ()
    """Those that are not over."""
    away: Away | None = None
    """Why they are not at work when the router looks."""
    skills: dict[str, int] = {}
    """Skill → level, certificates that have expired left out."""
    last_assigned_at: datetime | None = None


def candidates(
    ticket: Ticket,
    wanted: Placement,
    agents: Sequence[Agent],
    loads: Loads,
    dispatch: Dispatch,
    *,
    dedicated: int | None,
    step: Step | None = None,
    expected: int | None = None,
) -> list[Considered]:
    """Everybody whom the step means (by default the first one), each with the first filter that removed them.
    ``expected`` is not there, and back in time for this ticket."""
    at = step or steps(wanted, dispatch)[0]
    return [
        Considered(
            person_id=agent.person_id,
            name=agent.name,
            removed_by=_removed_by(agent, ticket, wanted, loads, dispatch, expected),
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
    step: Step, agent: Agent, ticket: Ticket, wanted: Placement, dispatch: Dispatch, dedicated: int | None
) -> bool:
    match step:
        case "named":
            return named(wanted, agent.person_id, agent.teams, dedicated)
        case "lead":
            return ticket.team in agent.leads
        case "team":
            return ticket.team in agent.teams
    return dispatch.cross_team in agent.teams


def named(wanted: Placement, person_id: int, teams: Sequence[str], dedicated: int | None) -> bool:
    """Whether the rule names this person, by themselves or by a roster."""
    if wanted.dedicated and dedicated is not None:
        return person_id == dedicated
    return person_id == wanted.person if wanted.person is not None else wanted.roster in teams


def expected(wanted: Placement, agents: Mapping[int, Agent], rules: Rules, case: Case, now: datetime) -> int | None:
    """The one person whom a rule names, if they are not there because hours are over, and are back before anything of
    the ticket is due: it waits with them. Within hours it goes on to those who are there."""
    person_id = wanted.person if wanted.person is not None else case.requester.dedicated_agent_id
    agent = agents.get(person_id or 0) if wanted.names_people and wanted.roster is None else None
    if agent is None or agent.away is None:
        return None
    opens = opening(agent.shifts, rules, now)
    if opens is not None and opens <= now:
        return None
    dues = (case.next_due_at, rules.promise(rules, case, "accept", now))
    due_at = min((at for at in dues if at is not None), default=None)
    return None if is_absent(agent, rules, now, due_at=due_at) else agent.person_id


def _removed_by(
    agent: Agent, ticket: Ticket, wanted: Placement, loads: Loads, dispatch: Dispatch, expected: int | None
) -> str | None:
    away = _away(agent)
    if away and not (away in ("absent", "off_shift") and agent.person_id == expected):
        return away
    if any(agent.skills.get(skill, 0) < level for skill, level in wanted.skills.items()):
        return "skill"
    if agent.person_id in ticket.not_to:
        return "passed_over"
    if full_class(agent.person_id, ticket.priority, loads, dispatch):
        return "full"
    return None


def _away(agent: Agent) -> str | None:
    if agent.away == "inactive":
        return "inactive"
    if not agent.may_work:
        return "no_permission"
    if not agent.routable:
        return "not_routable"
    return agent.away


def valid_skills(held: Sequence[tuple[str, int, date | None]], today: date) -> dict[str, int]:
    """Skill → level, without certificates that have expired before ``today``."""
    return {skill: level for skill, level, expires_on in held if expires_on is None or expires_on >= today}
