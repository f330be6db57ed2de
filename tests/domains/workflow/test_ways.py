"""A workflow is published only where every ticket can get through it (spec 02, the designer)."""

from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle.section import Surroundings
from gongdan.domains.bundle.workflows import Workflow
from gongdan.domains.policy.presets import standard
from gongdan.domains.workflow.lint import lint

BUNDLE = standard([2026])
PHASES = {"new": "new", "open": "open", "park": "waiting_internal", "wait": "waiting_customer", "closed": "closed"}


def found(
    *ways: tuple[str, str], initial: str = "new", reopen: str = "open", retired: str = ""
) -> set[tuple[str, str]]:
    """What is wrong with a workflow of these transitions, as (where in it, what)."""
    named = list(dict.fromkeys([initial, reopen, *(end for way in ways for end in way)]))
    flow: dict[str, Any] = {"key": "flow", "name": {"en": "Flow"}, "initial": initial}
    flow["reopen"] = {"to": reopen, "window_s": 3600}
    flow["statuses"] = [{"key": key, "name": {"en": key}, "phase": PHASES[key]} for key in named]
    flow["transitions"] = [
        {"key": f"{a}-{b}", "name": {"en": b}, "from": [a], "to": b, "who": ["lead"], "retired": f"{a}-{b}" == retired}
        for a, b in ways
    ]
    bundle = msgspec.structs.replace(BUNDLE, workflows=(msgspec.convert(flow, Workflow),))
    return {(one.path.removeprefix("workflows.flow").strip("."), one.code) for one in lint(bundle, Surroundings())}


THROUGH = (("new", "open"), ("open", "closed"))


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        pytest.param({"ways": THROUGH}, set(), id="through"),
        pytest.param({"ways": (*THROUGH, ("open", "wait"), ("wait", "open"))}, set(), id="round_and_out"),
        pytest.param({"ways": (*THROUGH, ("open", "wait"))}, {("statuses.wait", "status_without_exit")}, id="dead_end"),
        pytest.param(
            {"ways": (*THROUGH, ("open", "wait"), ("wait", "park"), ("park", "wait"))},
            {("statuses.wait", "status_never_closes"), ("statuses.park", "status_never_closes")},
            id="round_without_end",
        ),
        pytest.param(
            {"ways": (*THROUGH, ("wait", "open"))}, {("statuses.wait", "status_unreachable")}, id="nothing_leads_there"
        ),
        pytest.param(
            {"ways": (*THROUGH, ("open", "new")), "retired": "open-closed"},
            {("", "nothing_closes"), ("statuses.closed", "status_unreachable")},
            id="its_only_close_is_retired",
        ),
        pytest.param(
            {"ways": (("closed", "open"), ("open", "closed")), "initial": "closed"},
            {("initial", "begins_closed")},
            id="begins_closed",
        ),
        pytest.param(
            {"ways": THROUGH, "reopen": "closed"}, {("reopen.to", "reopens_closed")}, id="reopened_and_closed"
        ),
    ],
)
def test_what_keeps_a_ticket_from_getting_through_is_named(given: dict[str, Any], wrong: set[tuple[str, str]]) -> None:
    ways = given.pop("ways")
    assert found(*ways, **given) == wrong


def test_the_shipped_workflows_lead_everywhere() -> None:
    assert not list(lint(BUNDLE, Surroundings()))


def wrong(**changes: Any) -> set[tuple[str, str]]:
    """What is wrong with new → open → closed, changed entry by entry: ``open=…`` a status, ``close=…`` a transition."""
    statuses = {
        key: {"key": key, "name": {"en": key}, "phase": PHASES[key]} | changes.get(key, {})
        for key in ("new", "open", "closed")
    }
    ways = {
        "begin": {"from": ["new"], "to": "open", "who": ["lead"]},
        "close": {"from": ["open"], "to": "closed", "who": ["lead"]},
    }
    flow: dict[str, Any] = {"key": "flow", "name": {"en": "Flow"}, "initial": "new"}
    flow["reopen"] = {"to": "open", "window_s": 3600} | changes.get("reopen", {})
    flow["statuses"] = list(statuses.values())
    flow["transitions"] = [{"key": key, "name": {"en": key}} | one | changes.get(key, {}) for key, one in ways.items()]
    bundle = msgspec.structs.replace(BUNDLE, workflows=(msgspec.convert(flow, Workflow),))
    return {(one.path.removeprefix("workflows.flow").strip("."), one.code) for one in lint(bundle, Surroundings())}


def limit(*actions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"limits": [{"key": "late", "after_s": 60, "actions": list(actions)} | more]}


CLOSES = {"do": "move", "status": "closed"}


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({}, set()),
        ({"open": limit()}, {("statuses.open.limits.late", "limit_without_action")}),
        ({"open": limit(retired=True)}, set()),
        ({"open": limit(CLOSES)}, {("statuses.open.limits.late.actions.0", "limit_leads_nowhere")}),
        ({"open": limit(CLOSES), "close": {"who": ["system"]}}, set()),
        ({"new": limit(CLOSES), "close": {"who": ["system"]}}, {("statuses.new.limits.late.actions.0", "limit_leads_nowhere")}),
        ({"begin": {"who": []}}, {("transitions.begin", "transition_by_nobody")}),
        ({"begin": {"who": [], "on": "assigned"}}, set()),
        ({"close": {"from": ["open", "closed"]}}, {("transitions.close", "transition_to_itself")}),
        ({"close": {"to": "gone"}}, {("transitions.close", "unknown_key"), ("", "nothing_closes"), ("statuses.closed", "status_unreachable")}),
        (
            {"closed": {"retired": True}},
            {("transitions.close", "status_retired"), ("", "nothing_closes")},
        ),
        (
            {"open": {"retired": True}, "reopen": {"to": "new"}, "close": {"from": ["new"]}},
            {("transitions.begin", "status_retired")},
        ),
        ({"open": {"retired": True}, "begin": {"retired": True}, "close": {"from": ["new"]}}, {("reopen.to", "status_retired")}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_of_the_node_or_the_edge(changes: dict[str, Any], named: set[tuple[str, str]]) -> None:
    assert wrong(**changes) == named
