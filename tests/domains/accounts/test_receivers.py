"""Who is meant by a receiver's name (spec 03, receivers)."""

from typing import Any

import msgspec
import pytest

from gongdan.domains.accounts.presence.staff import Colleague, Department, Staff, TeamOfStaff
from gongdan.domains.tickets.engine.model import Ticket
from tests.domains.tickets.life import Life

AGENT, LEAD, BOSS, HEAD, DIRECTOR, EXECUTIVE, DUTY, ADMIN, GONE = range(21, 30)


def colleague(person_id: int, *roles: str, manager: int | None = None, **teams: bool) -> Colleague:
    return Colleague(
        id=person_id,
        name=str(person_id),
        manager_id=manager,
        roles=frozenset(roles),
        teams=frozenset(teams),
        led_teams=frozenset(team for team, leads in teams.items() if leads),
    )


EVERYBODY = (
    colleague(AGENT, "agent", manager=BOSS, tech=False),
    colleague(LEAD, "lead", tech=True),
    colleague(BOSS, "lead"),
    colleague(HEAD, "department_head"),
    colleague(DIRECTOR, "director"),
    colleague(EXECUTIVE, "executive"),
    colleague(DUTY, "lead", duty=False),
    colleague(ADMIN, "system_admin"),
)
TEAMS = (
    TeamOfStaff(key="tech", department="lab", is_roster=False),
    TeamOfStaff(key="duty", department=None, is_roster=True),
)
DEPARTMENTS = (
    Department(key="lab", parent="engineering", head_id=GONE),
    Department(key="engineering", parent=None, head_id=HEAD),
)


def staff(*colleagues: Colleague) -> Staff:
    return Staff(colleagues or EVERYBODY, TEAMS, DEPARTMENTS)


def ticket(**given: Any) -> Ticket:
    values = {"team": "tech", "assignee_id": AGENT, "creator_id": LEAD} | given
    return msgspec.structs.replace(Life().ticket, **values)


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (["assignee"], [AGENT]),
        (["creator"], [LEAD]),
        (["lead"], [LEAD]),
        (["superior"], [BOSS]),
        (["dispatcher"], [LEAD]),
        (["department_head"], [HEAD]),
        (["director"], [DIRECTOR]),
        (["executives"], [EXECUTIVE]),
        (["role:system_admin"], [ADMIN]),
        (["team:tech"], [AGENT, LEAD]),
        (["roster:duty"], [DUTY]),
        ([f"person:{BOSS}"], [BOSS]),
        (["assignee", "lead", "team:tech"], [AGENT, LEAD]),
        (["person:x", "nobody", "assignee"], [AGENT]),
    ],
)
def test_a_name_means_these_people_each_once(names: list[str], wanted: list[int]) -> None:
    assert staff().receivers(names, ticket()) == wanted


def test_without_a_manager_the_superior_is_the_team_lead() -> None:
    assert staff(colleague(AGENT, tech=False), colleague(LEAD, tech=True)).receivers(["superior"], ticket()) == [LEAD]


def test_without_a_head_anywhere_above_the_lead_hears_of_it() -> None:
    assert staff(colleague(LEAD, tech=True)).receivers(["department_head"], ticket()) == [LEAD]


def test_without_a_team_the_leads_are_those_of_the_assignee() -> None:
    assert staff().receivers(["lead"], ticket(team=None)) == [LEAD]


@pytest.mark.parametrize(
    ("there", "wanted"),
    [
        (EVERYBODY, [DUTY]),
        ((colleague(DIRECTOR, "director"), colleague(ADMIN, "system_admin")), [DIRECTOR]),
        ((colleague(ADMIN, "system_admin"),), [ADMIN]),
        ((colleague(AGENT),), []),
    ],
)
def test_what_would_reach_nobody_reaches_the_roster_else_the_directors_else_the_administrators(
    there: tuple[Colleague, ...], wanted: list[int]
) -> None:
    assert staff(*there).receivers(["assignee", "role:none"], ticket(assignee_id=None)) == wanted


def test_who_is_no_active_member_is_told_nothing() -> None:
    assert staff().receivers([f"person:{GONE}", "requester"], ticket(requester_id=GONE)) == [DUTY]


def test_departments_that_lead_in_a_circle_do_not_hang() -> None:
    circle = (Department(key="lab", parent="hall", head_id=None), Department(key="hall", parent="lab", head_id=None))
    assert Staff(EVERYBODY, TEAMS, circle).receivers(["department_head"], ticket()) == [LEAD]


def away(*gone: int) -> Staff:
    return staff(*(msgspec.structs.replace(one, is_present=one.id not in gone) for one in EVERYBODY))


@pytest.mark.parametrize(
    ("names", "gone", "wanted"),
    [
        (["assignee"], (), [AGENT]),
        (["assignee"], (AGENT,), [AGENT, LEAD]),
        (["assignee"], (AGENT, LEAD), [AGENT, LEAD, DUTY]),
        (["assignee", "lead"], (AGENT, LEAD, DUTY), [AGENT, LEAD, DUTY, HEAD]),
        (["department_head"], (HEAD,), [HEAD, DIRECTOR]),
        (["executives"], (EXECUTIVE,), [EXECUTIVE, ADMIN]),
        (["role:system_admin"], (ADMIN,), [ADMIN, LEAD]),
        (["roster:duty"], (DUTY,), [DUTY, LEAD]),
        (["team:tech"], (AGENT,), [AGENT, LEAD]),
        (["assignee", "director"], (AGENT,), [AGENT, LEAD, DIRECTOR]),
        (["assignee"], (AGENT, LEAD, BOSS, HEAD, DIRECTOR, EXECUTIVE, DUTY, ADMIN), [AGENT, DUTY]),
    ],
)
def test_who_is_away_is_told_and_passed_over(names: list[str], gone: tuple[int, ...], wanted: list[int]) -> None:
    reached = away(*gone).reached(names, ticket())
    assert reached.people == tuple(wanted)
    assert reached.absent == tuple(one for one in wanted if one in gone)
