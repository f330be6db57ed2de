"""What other domains may use of workflow."""

from datetime import datetime
from typing import Literal

from gongdan.domains.policy.bundle.workflows import Phase
from gongdan.infra.http.bodies import Answer


class StepView(Answer, frozen=True):
    """A stage of the step bar: passed, current or ahead (spec 09)."""

    status: str
    phase: Phase
    state: Literal["passed", "current", "ahead"]
    since: datetime | None
