"""What is retired in a workflow is gone from its ways, and keeps its name (spec 11.6)."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from gongdan.domains.bundle.workflows import Workflow
from gongdan.domains.policy.presets import standard
from gongdan.domains.workflow.definition import CompiledWorkflow, compile_workflow
from gongdan.domains.workflow.steps import steps

SHIPPED = standard([2026]).workflows[0]
ANYBODY = frozenset({"staff", "assignee", "team", "lead", "requester", "system", "creator"})


def with_retired(section: str, *keys: str) -> CompiledWorkflow:
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(SHIPPED))
    for entry in plain[section]:
        entry["retired"] = entry["key"] in keys
    return compile_workflow(msgspec.convert(plain, Workflow))


def test_a_retired_transition_is_taken_by_nobody_and_by_no_occasion() -> None:
    shipped = compile_workflow(SHIPPED)
    occasioned = next(one for one in SHIPPED.transitions if one.on is not None and one.when is None)
    assert occasioned.on is not None
    start = occasioned.from_[0]
    assert shipped.occasioned(start, occasioned.on, lambda condition: True) is not None
    alike = [one.key for one in SHIPPED.transitions if one.on == occasioned.on]
    flow = with_retired("transitions", *alike)
    assert flow.occasioned(start, occasioned.on, lambda condition: True) is None
    assert not [one for one in flow.moves(start, ANYBODY, lambda condition: True) if one.key in alike]


def test_a_retired_status_keeps_its_name_and_is_no_step_and_no_counterpart() -> None:
    gone = SHIPPED.statuses[1]
    flow = with_retired("statuses", gone.key)
    assert flow.statuses[gone.key].name == gone.name
    assert flow.counterpart(gone.key, gone.phase).key != gone.key
    at = datetime(2026, 11, 27, tzinfo=UTC)
    assert gone.key not in {one.status for one in steps(flow, [(SHIPPED.initial, at)])}
    assert gone.key in {one.status for one in steps(flow, [(SHIPPED.initial, at), (gone.key, at)])}


def test_a_retired_limit_does_not_run() -> None:
    limited = next(one for one in SHIPPED.statuses if one.limits)
    limits = tuple(msgspec.structs.replace(one, retired=True) for one in limited.limits)
    statuses = tuple(
        msgspec.structs.replace(one, limits=limits) if one.key == limited.key else one for one in SHIPPED.statuses
    )
    flow = compile_workflow(msgspec.structs.replace(SHIPPED, statuses=statuses))
    assert flow.statuses[limited.key].limits == ()
