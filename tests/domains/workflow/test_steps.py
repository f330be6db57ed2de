"""The step bar shows the way that a ticket takes through its workflow (spec 09)."""

from datetime import UTC, datetime, timedelta

import pytest

from gongdan.domains.policy.presets import standard
from gongdan.domains.workflow.definition import compile_workflow
from gongdan.domains.workflow.steps import steps

FLOW = compile_workflow(standard([2026]).workflows[0])
START = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("entered", "shown"),
    [
        (["new"], ["+new", "assigned", "in_progress", "waiting", "resolved", "closed"]),
        (["new", "assigned"], ["-new", "+assigned", "in_progress", "waiting", "resolved", "closed"]),
        # it went around waiting, which is no step of its way
        (
            ["new", "assigned", "in_progress", "resolved"],
            ["-new", "-assigned", "-in_progress", "+resolved", "closed"],
        ),
        # reopened: what it had reached lies ahead again
        (
            ["new", "in_progress", "resolved", "in_progress"],
            ["-new", "+in_progress", "waiting", "resolved", "closed"],
        ),
    ],
)
def test_steps_are_passed_current_or_ahead(entered: list[str], shown: list[str]) -> None:
    marks = {"passed": "-", "current": "+", "ahead": ""}
    found = steps(FLOW, [(status, START + timedelta(hours=n)) for n, status in enumerate(entered)])
    assert [marks[step.state] + step.status for step in found] == shown


def test_a_step_says_since_when_it_was_last_entered() -> None:
    entered = [("new", START), ("in_progress", START), ("resolved", START), ("in_progress", START + timedelta(days=1))]
    since = {step.status: step.since for step in steps(FLOW, entered)}
    assert (since["in_progress"], since["resolved"]) == (START + timedelta(days=1), None)


def test_a_step_says_what_is_to_be_reached_by_whom_and_until_when() -> None:
    limit = START + timedelta(minutes=30)
    entered = [("new", START), ("assigned", START)]
    new, assigned, *ahead = steps(FLOW, entered, limit_at=limit)
    assert (new.responsible, new.limit_at) == (("creator", "lead"), None)
    assert assigned.goal == {"zh-CN": "确认接收处理", "en": "Accepted by the assignee"}
    assert (assigned.responsible, assigned.limit_at) == (("assignee",), limit)
    assert {step.limit_at for step in ahead} == {None}


def test_customers_are_not_told_who_of_the_staff_answers_for_a_step() -> None:
    shown = steps(FLOW, [("new", START)], is_for_staff=False)
    assert {step.responsible for step in shown} == {()}
    assert shown[0].goal
