"""The step bar: where a ticket stands on the way that its workflow draws (spec 09). Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.workflow.definition import CompiledWorkflow


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """A stage of the step bar: passed, current or ahead (spec 09)."""

    status: str
    phase: Phase
    state: Literal["passed", "current", "ahead"]
    since: datetime | None


def steps(workflow: CompiledWorkflow, entered: Sequence[tuple[str, datetime]]) -> list[StepView]:
    """The statuses in the order of the definition, from ``entered``: each status that the ticket came to, and when, in
    order; the last is where it stands. Statuses before it that it never came to are left out: it went around them.
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
        )
        for place, key in enumerate(keys)
        if key in since or key == current or (place >= here and not workflow.statuses[key].retired)
    ]
