"""Where a ticket belongs and who could take it (spec 04, routing 1–3), on plain values."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle.routing import Dispatch, LoadClass, Strategy
from gongdan.domains.routing.choice.eligibility import Agent, candidates, valid_skills
from gongdan.domains.routing.choice.rules import Placement, wanted
from gongdan.domains.routing.choice.strategy import choose
from gongdan.domains.routing.model import adds_to_load
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.engine.model import Ticket
from tests.domains.tickets.life import AGENT, START, Life, shipped

DISPATCH = Dispatch(classes=(LoadClass(key="p1p2", priorities=("P1", "P2"), limit=5),))


def agent(person_id: int = 1, **changes: Any) -> Agent:
    plain = Agent(
        person_id=person_id,
        name=f"客服{person_id}",
        active=True,
        presence="available",
        routable=True,
        may_work=True,
        teams=("service",),
    )
    return msgspec.structs.replace(plain, **changes)


def ticket(**changes: Any) -> Ticket:
    return msgspec.structs.replace(Life().ticket, team="service", **changes)


def removed_by(one: Agent, *, skills: dict[str, int] | None = None, used: int = 0, **changes: Any) -> str | None:
    asked = Placement(team="service", why="rule", skills=skills or {})
    (found,) = candidates(ticket(**changes), asked, [one], {1: {"P1": used}}, DISPATCH, dedicated=None)
    return found.removed_by


@pytest.mark.parametrize(
    ("opening", "team", "why"),
    [
        ({"category": "product-fault"}, "tech", "rule"),
        ({"category": "billing"}, "finance", "rule"),
        ({"type": "technical"}, "tech", "rule"),
        ({"type": "inquiry"}, "service", "type"),
    ],
)
def test_the_first_rule_that_matches_names_the_team(opening: dict[str, Any], team: str, why: str) -> None:
    life = Life(**({"type": "inquiry"} | opening))
    found = wanted(life.rules, life.case, life.now)
    assert life.ticket.team == team
    assert found.team == team
    if why == "rule":
        assert found.rule is not None


def test_p0_restricts_to_the_duty_leads() -> None:
    life = Life(priority="P0")
    assert wanted(life.rules, life.case, life.now).roster == "duty-lead"


def test_a_vip_with_an_agent_of_their_own_goes_to_them() -> None:
    life = Life(type="inquiry")
    vip = msgspec.structs.replace(life.case.requester, tier="vip", dedicated_agent_id=AGENT)
    case = msgspec.structs.replace(life.case, requester=vip)
    assert wanted(life.rules, case, life.now).dedicated


def test_the_team_follows_the_category_until_somebody_has_the_ticket() -> None:
    life = Life(type="inquiry")
    life.do(i.Change(values={"category": "billing"}))
    assert life.ticket.team == "finance"
    life.assign()
    life.do(i.Change(values={"category": "product-fault"}))
    assert life.ticket.team == "finance"


def test_a_team_that_was_asked_for_is_kept() -> None:
    assert Life(category="billing", team="cross").ticket.team == "cross"


@pytest.mark.parametrize(
    ("changes", "filter_"),
    [
        ({}, None),
        ({"away": "inactive"}, "inactive"),
        ({"may_work": False}, "no_permission"),
        ({"routable": False}, "not_routable"),
        ({"away": "absent"}, "absent"),
        ({"away": "off_shift"}, "off_shift"),
        ({"away": "on_leave"}, "on_leave"),
        ({"away": "on_leave", "may_work": False}, "no_permission"),
    ],
)
def test_each_filter_removes_and_is_named(changes: dict[str, Any], filter_: str | None) -> None:
    assert removed_by(agent(**changes)) == filter_


def test_a_required_skill_has_a_least_level() -> None:
    assert removed_by(agent(skills={"sql": 1}), skills={"sql": 2}) == "skill"
    assert removed_by(agent(skills={"sql": 2}), skills={"sql": 2}) is None


def test_an_expired_certificate_is_no_skill() -> None:
    held_skills = [("sql", 3, date(2026, 11, 22)), ("net", 1, None)]
    assert valid_skills(held_skills, date(2026, 11, 22)) == {"sql": 3, "net": 1}
    assert valid_skills(held_skills, date(2026, 11, 23)) == {"net": 1}


def test_a_full_class_removes_only_for_its_priorities() -> None:
    assert removed_by(agent(), used=5, priority="P2") == "full"
    assert removed_by(agent(), used=4, priority="P2") is None
    assert removed_by(agent(), used=5, priority="P3") is None


def test_who_let_it_lie_is_passed_over() -> None:
    assert removed_by(agent(), not_to=(1,)) == "passed_over"


def test_others_than_the_team_are_not_even_candidates() -> None:
    asked = Placement(team="service", why="rule")
    assert candidates(ticket(), asked, [agent(teams=("tech",))], {}, DISPATCH, dedicated=None) == []


@pytest.mark.parametrize(("strategy", "chosen"), [("least_load", 2), ("round_robin", 3), ("claim", None)])
def test_strategies(strategy: Strategy, chosen: int | None) -> None:
    earlier, later = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)
    agents = [agent(1, last_assigned_at=later), agent(2, last_assigned_at=later), agent(3, last_assigned_at=earlier)]
    loads = {1: {"P1": 1, "P3": 2}, 2: {"P2": 1}, 3: {"P3": 2}}
    considered = candidates(ticket(), Placement(team="service", why="rule"), agents, loads, DISPATCH, dedicated=None)
    found = choose(strategy, considered, {one.person_id: one for one in agents})
    assert (found.person_id if found else None) == chosen


def test_ties_fall_to_who_waited_longest_and_then_to_the_lower_id() -> None:
    agents = [agent(2), agent(1), agent(3, last_assigned_at=START)]
    considered = candidates(ticket(), Placement(team="service", why="rule"), agents, {}, DISPATCH, dedicated=None)
    found = choose("least_load", considered, {one.person_id: one for one in agents})
    assert found is not None and found.person_id == 1


def test_load_counts_open_assigned_tickets_by_their_priority() -> None:
    assert adds_to_load(ticket(assignee_id=1, priority="P1")) == {(1, "P1"): 1}
    assert not adds_to_load(ticket(assignee_id=1, phase="resolved"))
    assert not adds_to_load(ticket())


def test_a_decision_is_the_same_on_every_replay() -> None:
    life = Life(category="billing")
    assert wanted(shipped(), life.case, life.now) == wanted(shipped(), life.case, life.now)
