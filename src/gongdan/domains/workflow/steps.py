"""The step bar: where a ticket stands on the way that its workflow draws (spec 09). Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from gongdan.domains.bundle.workflows import Phase, Status, Who
from gongdan.domains.workflow.definition import CompiledWorkflow
from gongdan.kernel.text import Name


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """A stage of the step bar: passed, current or ahead (spec 09)."""

    status: str
    phase: Phase
    state: Literal["passed", "current", "ahead"]
    since: datetime | None
    goal: Name
    """What is to be reached there; empty: the workflow says nothing."""
    responsible: tuple[Who, ...]
    """Who answers for it, as the workflow says it. Customers are not told."""
    limit_at: datetime | None
    """When the next limit of the stage in which it stands is reached, if nothing happens before."""


def steps(
    workflow: CompiledWorkflow,
    entered: Sequence[tuple[str, datetime]],
    *,
    limit_at: datetime | None = None,
    is_for_staff: bool = True,
) -> list[StepView]:
    """The statuses in the order of the definition, from ``entered``: each status that the ticket came to, and when, in
    order; the last is where it stands, until ``limit_at``. Statuses before it that it never came to are left out: it
    went around them.
    """
    since = dict(entered)
    current = entered[-1][0] if entered else workflow.body.initial
    keys = list(workflow.statuses)
    here = keys.index(current) if current in keys else 0
    return [
        StepView(
            status=key,
            phase=workflow.statuses[key].phase,
            state="passed" if place < here else "current" if place == here else "ahead",
            since=since.get(key) if place <= here else None,
            goal=workflow.statuses[key].goal,
            responsible=_responsible(workflow.statuses[key]) if is_for_staff else (),
            limit_at=limit_at if place == here else None,
        )
        for place, key in enumerate(keys)
        if key in since or key == current or (place >= here and not workflow.statuses[key].retired)
    ]


def _responsible(status: Status) -> tuple[Who, ...]:
    return (status.responsible, *([status.also_responsible] if status.also_responsible else []))
