"""Who is meant by a receiver's name (spec 03, receivers). Pure."""

from collections.abc import Iterable
from typing import Final, Protocol

import msgspec

from gongdan.domains.bundle.actions import Receiver

DIRECTOR, EXECUTIVE, ADMINISTRATOR, DISPATCHER = "director", "executive", "system_admin", "dispatcher"
"""Roles that receivers are named after."""


class Concerned(Protocol):
    """A ticket, as far as receivers are named by their part in it."""

    @property
    def assignee_id(self) -> int | None: ...
    @property
    def creator_id(self) -> int | None: ...
    @property
    def requester_id(self) -> int: ...
    @property
    def team(self) -> str | None: ...


class Colleague(msgspec.Struct, frozen=True, kw_only=True):
    """An active member."""

    id: int
    name: str
    manager_id: int | None
    roles: frozenset[str]
    teams: frozenset[str]
    led_teams: frozenset[str]
    is_present: bool = True
    """At work, as the router sees it."""


class TeamOfStaff(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    department: str | None
    is_roster: bool


class Department(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    parent: str | None
    head_id: int | None


CHAIN: Final[tuple[Receiver, ...]] = (
    "lead", "rosters", "department_head", "director", "executives", "role:system_admin",
)  # fmt: skip
"""Who hears of it next when everybody whom a name means is away. ``rosters`` are all duty rosters."""


class Reached(msgspec.Struct, frozen=True):
    """Who is told of something."""

    people: tuple[int, ...]
    absent: tuple[int, ...] = ()
    """Those of them who are away."""


class Staff:
    """The active members of a workspace, and how its teams belong together."""

    def __init__(
        self, colleagues: Iterable[Colleague], teams: Iterable[TeamOfStaff], departments: Iterable[Department]
    ) -> None:
        self._by_id = {one.id: one for one in colleagues}
        self._teams = {one.key: one for one in teams}
        self._departments = {one.key: one for one in departments}

    def name(self, person_id: int | None) -> str | None:
        found = self._by_id.get(person_id or 0)
        return found.name if found else None

    def reached(self, names: Iterable[Receiver], ticket: Concerned | None) -> Reached:
        """The active members that these names mean for this ticket, each once, and who stands in for those away.

        Where a name means only people who are away, they are told and passed over: the next of the chain who is there
        hears of it too. So somebody present always does, if anybody is; else the duty rosters have it when they come.
        Where the names mean nobody (no assignee yet, a role without members) the rosters hear of it, else the
        directors, else the administrators: nothing that should be told is told to nobody.
        """
        found: list[int] = []
        for name in names:
            meant = self.active(self._meant(name, ticket))
            found += meant
            if meant and not self._is_any_present(meant):
                found += self._next(CHAIN.index(name) + 1 if name in CHAIN else 0, ticket)
        for name in ("rosters", "director", f"role:{ADMINISTRATOR}"):
            found = found or self.active(self._meant(name, ticket))
        if not self._is_any_present(found):
            found += self._next(0, ticket) or self.active(self._meant("rosters", ticket))
        people = self.active(found)
        return Reached(tuple(people), tuple(one for one in people if not self._by_id[one].is_present))

    def meant(self, names: Iterable[Receiver], ticket: Concerned | None) -> list[int]:
        """Just the active members whom these names mean for this ticket, each once, there or not."""
        return self.active(one for name in names for one in self._meant(name, ticket))

    def receivers(self, names: Iterable[Receiver], ticket: Concerned | None) -> list[int]:
        return list(self.reached(names, ticket).people)

    def _next(self, start: int, ticket: Concerned | None) -> list[int]:
        """Everybody of the chain from ``start`` on, up to the first place where somebody is present; nobody when that
        is nowhere."""
        passed: list[int] = []
        for name in CHAIN[start:]:
            passed += self.active(self._meant(name, ticket))
            if self._is_any_present(passed):
                return passed
        return []

    def _is_any_present(self, people: Iterable[int]) -> bool:
        return any(self._by_id[one].is_present for one in people)

    def active(self, person_ids: Iterable[int]) -> list[int]:
        return [one for one in dict.fromkeys(person_ids) if one in self._by_id]

    def _meant(self, name: Receiver, ticket: Concerned | None) -> Iterable[int]:
        kind, _, key = name.partition(":")
        match kind:
            case "director":
                return self._with_role(DIRECTOR)
            case "executives":
                return self._with_role(EXECUTIVE)
            case "role":
                return self._with_role(key)
            case "rosters":
                rosters = {team.key for team in self._teams.values() if team.is_roster}
                return [one.id for one in self._by_id.values() if one.teams & rosters]
            case "team" | "roster":
                return [one.id for one in self._by_id.values() if key in one.teams]
            case "person":
                return _some(int(key)) if key.isdecimal() else ()
        return () if ticket is None else self._of_ticket(kind, ticket)

    def _of_ticket(self, kind: str, ticket: Concerned) -> Iterable[int]:
        match kind:
            case "assignee":
                return _some(ticket.assignee_id)
            case "creator":
                return _some(ticket.creator_id)
            case "requester":
                return (ticket.requester_id,)
            case "dispatcher":
                return self._with_role(DISPATCHER) or self._leads(ticket)
            case "lead":
                return self._leads(ticket)
            case "superior":
                return self._superior(ticket)
            case "department_head":
                return self._head(ticket) or self._leads(ticket)
        return ()

    def _with_role(self, role: str) -> list[int]:
        return [one.id for one in self._by_id.values() if role in one.roles]

    def _leads(self, ticket: Concerned) -> list[int]:
        """Those who lead the ticket's team; without a team, those of its assignee's."""
        assignee = self._by_id.get(ticket.assignee_id or 0)
        teams = frozenset({ticket.team}) if ticket.team else assignee.teams if assignee else frozenset()
        return [one.id for one in self._by_id.values() if one.led_teams & teams]

    def _superior(self, ticket: Concerned) -> Iterable[int]:
        """The assignee's manager, else the leads of the team."""
        assignee = self._by_id.get(ticket.assignee_id or 0)
        manager = assignee.manager_id if assignee else None
        return (manager,) if manager in self._by_id and manager is not None else self._leads(ticket)

    def _head(self, ticket: Concerned) -> Iterable[int]:
        """The head of the team's department, else of the nearest one above that has one."""
        team, passed = self._teams.get(ticket.team or ""), set[str]()
        key = team.department if team else None
        while key and key not in passed and (department := self._departments.get(key)):
            if department.head_id in self._by_id:
                return _some(department.head_id)
            passed.add(key)
            key = department.parent
        return ()


def _some(person_id: int | None) -> tuple[int, ...]:
    return () if person_id is None else (person_id,)
