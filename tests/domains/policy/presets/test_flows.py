"""Each shipped workflow is driven through the engine: every status, limit and transition of spec 02's table."""

from typing import Any

import pytest

from gongdan.domains.policy.presets import standard
from gongdan.domains.workflow.steps import steps
from tests.domains.policy.presets.kit import TYPES, rules_of, run

FLOWS = {one.key: one for one in standard([2026]).workflows}

STATUSES = {
    "support": [
        ("new", "待处理", "new"), ("in_progress", "处理中", "open"), ("waiting", "待用户", "waiting_customer"),
        ("resolved", "已解决", "resolved"), ("closed", "已关闭", "closed"),
    ],
    "review": [
        ("new", "待分配", "new"), ("in_progress", "处理中", "open"), ("review", "待审核", "review"),
        ("resolved", "已解决", "resolved"), ("closed", "已关闭", "closed"),
    ],
    "internal": [
        ("new", "待领取", "new"), ("in_progress", "待处理", "open"), ("resolved", "待确认", "resolved"),
        ("closed", "已确认", "closed"),
    ],
    "handler": [
        ("new", "待处理", "new"), ("in_progress", "处理中", "open"), ("waiting", "待客户", "waiting_customer"),
        ("closed", "已关闭", "closed"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("key", STATUSES)
def test_the_statuses_are_those_of_the_table(key: str) -> None:
    assert [(one.key, one.name["zh-CN"], one.phase) for one in FLOWS[key].statuses] == STATUSES[key]


@pytest.mark.parametrize("key", FLOWS)
def test_each_status_says_who_answers_for_it_and_what_is_its_goal(key: str) -> None:
    for status in FLOWS[key].statuses:
        assert status.goal["zh-CN"] and status.goal["en"] and status.responsible


WORK = ["assign", "accept"]
WAITS = [*WORK, "move waiting"]
SOLVED = [*WORK, "move resolved"]
REVIEWED = ["assign", "move review"]
ANSWERED = ["assign", "reply"]

CASES: list[tuple[str, list[str], str, list[str]]] = [
    # 技术支持
    ("support", [], "new", ["letter acknowledgement"]),
    ("support", ["assign"], "new", ["letter assigned"]),
    ("support", WORK, "in_progress", []),
    ("support", ["assign", "reply"], "in_progress", []),
    ("support", [*WORK, "unassign"], "new", []),
    ("support", WAITS, "waiting", []),
    ("support", [*WAITS, "ask"], "in_progress", []),
    ("support", [*WAITS, "after 23.9h"], "waiting", []),
    ("support", [*WAITS, "after 24.1h"], "waiting", ["letter waiting_reminder"]),
    ("support", [*WAITS, "after 71.9h"], "waiting", ["letter waiting_reminder"]),
    ("support", [*WAITS, "after 72.1h"], "closed", ["letter waiting_reminder", "letter closed"]),
    ("support", [*WAITS, "decline"], "in_progress", []),
    ("support", [*WAITS, "confirm"], "closed", ["letter closed"]),
    ("support", SOLVED, "resolved", ["letter resolved"]),
    ("support", [*WAITS, "move resolved"], "resolved", ["letter resolved"]),
    ("support", [*SOLVED, "after 71.9h"], "resolved", ["letter second_confirmation"]),
    ("support", [*SOLVED, "after 72.1h"], "closed", ["letter second_confirmation", "letter closed"]),
    ("support", [*SOLVED, "decline"], "in_progress", ["letter reopened"]),
    ("support", [*SOLVED, "ask"], "in_progress", ["letter reopened"]),
    ("support", [*SOLVED, "reopen"], "in_progress", ["letter reopened"]),
    ("support", [*SOLVED, "confirm"], "closed", ["letter closed"]),
    ("support", [*SOLVED, "confirm", "not reopen", "not ask"], "closed", []),
    ("support", [*WORK, "not close"], "in_progress", []),
    ("support", [*WORK, "lead-close duplicate"], "closed", ["letter closed"]),
    ("support", ["not move waiting", "not move resolved"], "new", []),
    # 审核流程
    ("review", [], "new", ["letter acknowledgement"]),
    ("review", ["assign"], "in_progress", ["letter assigned"]),
    ("review", ["assign", "unassign"], "new", []),
    ("review", ["after 3.1h"], "new", []),
    ("review", ["after 3.3h"], "new", ["remind lead"]),
    ("review", ["after 4.1h"], "new", ["remind lead", "remind lead department_head"]),
    ("review", ["assign", "after 57h"], "in_progress", ["remind person:21"]),
    ("review", ["assign", "after 73h"], "in_progress", ["remind person:21", "remind person:21 lead"]),
    ("review", ["assign", "not move resolved", "not lead resolved"], "in_progress", []),
    ("review", REVIEWED, "review", ["remind lead"]),
    ("review", [*REVIEWED, "not move resolved"], "review", []),
    ("review", [*REVIEWED, "after 22h"], "review", ["remind lead"]),
    ("review", [*REVIEWED, "after 25h"], "review", ["remind lead", "remind lead department_head"]),
    ("review", [*REVIEWED, "lead in_progress"], "in_progress", []),
    ("review", [*REVIEWED, "lead in_progress", "move review", "lead resolved"], "resolved", ["remind person:11 person:21"]),
    ("review", [*REVIEWED, "lead resolved", "after 71.9h"], "resolved", ["remind person:11"]),
    ("review", [*REVIEWED, "lead resolved", "after 72.1h"], "closed", ["remind person:11", "letter closed"]),
    ("review", [*REVIEWED, "lead resolved", "not confirm"], "resolved", []),
    ("review", [*REVIEWED, "lead resolved", "decline"], "in_progress", ["letter reopened"]),
    ("review", [*REVIEWED, "lead resolved", "ask"], "in_progress", ["letter reopened"]),
    ("review", [*REVIEWED, "lead resolved", "lead-close"], "closed", ["letter closed"]),
    ("review", [*REVIEWED, "lead resolved", "lead-close", "reopen"], "in_progress", ["letter reopened"]),
    # 内部领取
    ("internal", [], "new", ["letter acknowledgement"]),
    ("internal", ["after 4.1h"], "new", ["remind lead"]),
    ("internal", ["assign"], "in_progress", ["letter assigned"]),
    ("internal", ["assign", "unassign"], "new", []),
    ("internal", ANSWERED, "resolved", ["remind person:11"]),
    ("internal", ["assign", "lead-reply"], "in_progress", []),
    ("internal", [*ANSWERED, "ask"], "in_progress", []),
    ("internal", [*ANSWERED, "decline"], "in_progress", []),
    ("internal", [*ANSWERED, *["ask", "reply"] * 5], "resolved", ["remind person:11"]),
    ("internal", [*ANSWERED, *["ask", "reply"] * 5, "confirm"], "closed", []),
    ("internal", [*ANSWERED, "not close", "not lead-close"], "resolved", []),
    ("internal", [*ANSWERED, "after 300h"], "resolved", ["remind person:11"]),
    ("internal", [*ANSWERED, "lead-close duplicate"], "closed", []),
    ("internal", ["withdraw"], "closed", []),
    ("internal", ["assign", "withdraw"], "closed", []),
    ("internal", [*ANSWERED, "confirm", "reopen"], "in_progress", []),
    # 处理人关闭
    ("handler", ["assign"], "in_progress", ["letter assigned"]),
    ("handler", ["assign", "unassign"], "new", []),
    ("handler", ["assign", "close"], "closed", ["letter closed"]),
    ("handler", ["assign", "move waiting", "close"], "closed", ["letter closed"]),
    ("handler", ["assign", "move waiting", "ask"], "in_progress", []),
    ("handler", ["assign", "move waiting", "decline"], "in_progress", []),
    ("handler", ["assign", "move waiting", "confirm"], "closed", ["letter closed"]),
    ("handler", ["assign", "move waiting", "after 24.1h"], "waiting", ["letter waiting_reminder"]),
    ("handler", ["assign", "move waiting", "after 72.1h"], "closed", ["letter waiting_reminder", "letter closed"]),
    ("handler", ["assign", "close", "reopen"], "in_progress", ["letter reopened"]),
    ("handler", ["assign", "close", "after 169h", "not reopen"], "closed", []),
]  # fmt: skip


@pytest.mark.parametrize(("flow", "deeds", "status", "said"), CASES)
def test_a_shipped_workflow_does_what_it_says(flow: str, deeds: list[str], status: str, said: list[str]) -> None:
    life = run(flow, deeds)
    assert (life.ticket.status, life.said) == (status, said)


def test_every_transition_of_the_shipped_workflows_is_taken_by_a_case() -> None:
    taken: dict[str, set[Any]] = {key: set() for key in FLOWS}
    for flow, deeds, _, _ in CASES:
        life = run(flow, deeds)
        moves = [one.event for one in life.log if one.event.kind == "ticket.moved"]
        taken[flow] |= {one.transition for one in moves}
    for key in STATUSES:
        drawn = {one.key for one in FLOWS[key].transitions}
        assert drawn - taken[key] <= {"close"}, key


def test_whoever_has_it_and_does_not_accept_loses_it_to_another() -> None:
    life = run("support", ["assign", "after 0.6h"])
    assert (life.ticket.assignee_id, life.ticket.status) == (None, "new")
    assert life.ticket.routing_since is not None and life.ticket.not_to


def test_the_clock_of_an_internal_request_runs_48_hours_and_warns_at_half_and_at_80_per_cent() -> None:
    life = run("internal", ["assign"])
    clock = life.clock("resolution")
    assert (clock.due_at - life.log[0].at).total_seconds() == 48 * 3600
    kinds = {"24": [], "38": [], "48": []}  # type: dict[str, list[str]]
    for hours, found in kinds.items():
        other = run("internal", ["assign", f"after {hours}.5h"])
        found += [kind for kind in other.tick() if "clock" in kind or "escalated" in kind]
    assert kinds["24"] == ["ticket.clock_warned"]
    assert kinds["38"] == ["ticket.clock_warned", "ticket.clock_warned", "ticket.escalated"]
    assert kinds["48"][-1] == "ticket.escalated" and "ticket.clock_breached" in kinds["48"]


def test_an_answer_meets_the_clock_and_a_further_question_lets_it_run_on() -> None:
    life = run("internal", ["assign", "after 10h", "reply"])
    assert life.clock("resolution").state == "met"
    life.step("after 5h")
    life.step("ask")
    assert life.clock("resolution").state == "running"


def test_waiting_for_the_user_stands_the_promise_still() -> None:
    life = run("support", ["assign", "accept", "move waiting"])
    assert life.clock("resolution").state == "paused"
    life.step("ask")
    assert life.clock("resolution").state == "running"


@pytest.mark.parametrize(
    ("key", "workflow", "who_closes"),
    [
        *((one, "standard", "requester_or_timer") for one in ("technical", "account", "order", "inquiry", "feedback")),
        ("internal", "internal", "initiator"),
        ("requirement", "review", "lead"),
    ],
)
def test_the_types_have_the_workflow_and_the_closer_of_the_table(key: str, workflow: str, who_closes: str) -> None:
    one = next(one for one in standard([2026]).types if one.key == key)
    assert (one.workflow, one.who_closes) == (workflow, who_closes)
    assert one.guidance["zh-CN"] and one.guidance["en"] and one.category_roots


@pytest.mark.parametrize("flow", TYPES)
def test_the_step_bar_shows_the_way(flow: str) -> None:
    compiled = rules_of(flow).flows[flow]
    shown = [one.status for one in steps(compiled, [])]
    assert shown[0] == compiled.body.initial and shown[-1] == "closed"
