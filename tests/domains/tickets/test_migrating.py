"""Running tickets go on by another version of their workflow, decided without a database (spec 02)."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.workflows import PHASES, Workflow
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.deciders.reactions import LIMITS
from gongdan.domains.tickets.errors import StatusUnmapped
from gongdan.domains.workflow.definition import compile_workflow
from gongdan.domains.workflow.mapping import corresponding, fits
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from tests.domains.tickets.life import AGENT, LEAD, TEAM_LEAD, Life, compiled
from tests.domains.tickets.test_undoing import image, undo

SHIPPED = standard([2026])
FLOW = next(one for one in SHIPPED.workflows if one.key == "standard")
Edit = Callable[[dict[str, Any]], None]


def edited(edit: Edit) -> PolicyBundle:
    plain = json.loads(msgspec.json.encode(FLOW))
    edit(plain)
    flow = msgspec.convert(plain, Workflow)
    others = tuple(flow if one.key == flow.key else one for one in SHIPPED.workflows)
    return msgspec.structs.replace(SHIPPED, workflows=others)


def publish(life: Life, bundle: PolicyBundle) -> None:
    """The ticket's own version stays known."""
    after = compiled(bundle)
    after.workflows.update(life.rules.workflows)
    life.rules = after


def called(old: str, new: str) -> Edit:
    """A status by another key, wherever it is named."""

    def name(key: str) -> str:
        return new if key == old else key

    def edit(flow: dict[str, Any]) -> None:
        flow["initial"], flow["reopen"]["to"] = name(flow["initial"]), name(flow["reopen"]["to"])
        for status in flow["statuses"]:
            status["key"] = name(status["key"])
        for way in flow["transitions"]:
            way["from"], way["to"] = [name(one) for one in way["from"]], name(way["to"])

    return edit


def slower(flow: dict[str, Any]) -> None:
    """Who waits for the customer waits three days."""
    (status,) = [one for one in flow["statuses"] if one["key"] == "waiting"]
    status["limits"] = [{"key": "close", "after_s": 259_200, "actions": [{"do": "move", "status": "closed"}]}]


def at(status: str) -> Life:
    life = Life()
    if status == "new":
        return life
    life.assign()
    if status != "assigned":
        life.accept()
    if status in ("waiting", "resolved"):
        life.do(i.MoveTo(status=status))
    return life


def migrate(life: Life, *, by: int | None = LEAD, **given: Any) -> list[str]:
    return life.do(i.Migrate(**given), by=by, who=TEAM_LEAD | {"administrator"})


def timers(life: Life) -> dict[str, timedelta]:
    return {
        one.key: one.fire_at - life.now for one in life.effects if isinstance(one, SetTimer) and one.owner == LIMITS
    }


STATUSES = ("new", "assigned", "in_progress", "waiting", "resolved")


@pytest.mark.parametrize("status", STATUSES)
def test_it_goes_on_at_the_status_of_the_same_key_and_tells_nobody(status: str) -> None:
    life = at(status)
    old = life.ticket.workflow
    publish(life, edited(slower))
    life.later(minutes=2)
    assert migrate(life) == ["ticket.migrated"]
    assert (life.ticket.status, life.ticket.workflow) == (status, life.rules.flows["standard"].hash)
    assert life.ticket.workflow != old
    assert migrate(life) == []


def test_a_ticket_of_the_version_in_force_and_a_closed_one_stay() -> None:
    life = at("in_progress")
    assert migrate(life) == []
    life.do(i.MoveTo(status="closed", reason="not_needed"), by=LEAD, who=TEAM_LEAD)
    publish(life, edited(slower))
    assert migrate(life) == []


def test_a_status_that_is_gone_goes_where_it_corresponds_or_where_it_is_told_to() -> None:
    life = at("in_progress")
    publish(life, edited(called("in_progress", "doing")))
    migrate(life)
    assert life.ticket.status == "assigned"  # the first that is open
    other = at("in_progress")
    publish(other, edited(called("in_progress", "doing")))
    migrate(other, statuses={"in_progress": "doing"})
    assert (other.ticket.status, other.ticket.assignee_id) == ("doing", AGENT)


@pytest.mark.parametrize("to", ["gone", "resolved", "closed"])
def test_what_does_not_fit_is_refused(to: str) -> None:
    life = at("in_progress")
    publish(life, edited(slower))
    with pytest.raises(StatusUnmapped):
        migrate(life, statuses={"in_progress": to})


def test_what_is_solved_is_not_taken_back_to_work() -> None:
    life = at("resolved")
    publish(life, edited(slower))
    with pytest.raises(StatusUnmapped):
        migrate(life, statuses={"resolved": "in_progress"})


def test_limits_of_the_old_status_go_and_those_of_the_new_begin_anew() -> None:
    life = at("waiting")
    publish(life, edited(slower))
    life.later(hours=20)
    migrate(life)
    assert timers(life) == {"waiting.close": timedelta(days=3)}
    assert {one.key for one in life.effects if isinstance(one, CancelTimer) and one.owner == LIMITS} == {
        "waiting.remind"
    }
    life.later(hours=30)
    undo(life, by=LEAD, who=TEAM_LEAD)
    assert timers(life) == {"waiting.remind": timedelta(hours=12), "waiting.close": timedelta(hours=24)}


def test_clocks_run_on_as_if_nothing_had_been() -> None:
    life, twin = at("in_progress"), at("in_progress")
    publish(life, edited(slower))
    life.later(hours=1)
    migrate(life)
    for one in (life, twin):
        one.now = twin.now + timedelta(hours=2)
    life.do(i.MoveTo(status="resolved"))
    twin.do(i.MoveTo(status="resolved"))
    shown = [
        [(row.metric, row.state, row.due_at, row.met_at, row.breached_at) for row in one.clocks] for one in (life, twin)
    ]
    assert shown[0] == shown[1]


def test_a_clock_stands_still_where_the_new_version_says_so() -> None:
    def rests(flow: dict[str, Any]) -> None:
        (status,) = [one for one in flow["statuses"] if one["key"] == "in_progress"]
        status["pauses"] = ["resolution"]

    life = at("in_progress")
    publish(life, edited(rests))
    migrate(life)
    assert (life.clock("resolution").state, life.clock("first_response").state) == ("paused", "running")
    undo(life, by=LEAD, who=TEAM_LEAD)
    assert life.clock("resolution").state == "running"


def test_what_comes_to_a_new_status_is_nobodys() -> None:
    life = at("in_progress")
    publish(life, edited(slower))
    migrate(life, statuses={"in_progress": "new"})
    assert (life.ticket.assignee_id, life.ticket.routing_since) == (None, life.now)
    undo(life, by=LEAD, who=TEAM_LEAD)
    assert (life.ticket.assignee_id, life.ticket.status) == (AGENT, "in_progress")


def test_what_somebody_moved_since_is_not_taken_back() -> None:
    life = at("in_progress")
    publish(life, edited(slower))
    migrate(life)
    deed = life.log[-1].command_id
    life.do(i.MoveTo(status="waiting"))
    with pytest.raises(Exception, match="overtaken"):
        undo(life, deed, by=LEAD, who=TEAM_LEAD)


MAPS = st.dictionaries(st.sampled_from(STATUSES), st.sampled_from(STATUSES), max_size=5)


@given(
    status=st.sampled_from(STATUSES),
    renamed=st.sampled_from(("", *STATUSES)),
    statuses=MAPS,
    hours=st.integers(0, 200),
    priority=st.sampled_from(("P0", "P1", "P2")),
)
@settings(max_examples=60, deadline=None)
def test_migrating_and_undoing_leaves_it_as_it_was(
    status: str, renamed: str, statuses: dict[str, str], hours: int, priority: str
) -> None:
    life = at(status)
    life.do(i.Change(values={"priority": priority}))
    publish(life, edited(called(renamed, "other") if renamed else slower))
    life.later(hours=hours).tick()
    before, clocks = image(life.ticket), [(row.metric, row.cycle, row.state, row.due_at) for row in life.clocks]
    try:
        events = migrate(life, statuses=statuses)
    except StatusUnmapped:
        assert image(life.ticket) == before
        return
    assert (events != []) == ("ticket.migrated" in events) and "ticket.customer_told" not in events
    if not events:
        return
    assert fits(before["phase"], life.ticket.phase)
    undo(life, by=LEAD, who=TEAM_LEAD)
    assert image(life.ticket) == before
    assert [(row.metric, row.cycle, row.state, row.due_at) for row in life.clocks] == clocks


@pytest.mark.parametrize("phase", [one for one in PHASES if one != "closed"])
def test_nothing_corresponds_across_a_solution(phase: Any) -> None:
    found = corresponding(compile_workflow(FLOW), "elsewhere", phase)
    assert found is not None and fits(phase, found.phase)
