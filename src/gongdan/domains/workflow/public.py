"""What other domains may use of workflow."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.policy.bundle.workflows import Phase, Workflow
from gongdan.domains.workflow.definition import CompiledWorkflow, compile_workflow
from gongdan.infra.db.tx import Query
from gongdan.infra.http.bodies import Answer


class StepView(Answer, frozen=True):
    """A stage of the step bar: passed, current or ahead (spec 09)."""

    status: str
    phase: Phase
    state: Literal["passed", "current", "ahead"]
    since: datetime | None


class StoredVersion(msgspec.Struct, frozen=True):
    hash: str
    body: dict[str, Any]

    def compiled(self) -> CompiledWorkflow:
        return msgspec.structs.replace(compile_workflow(msgspec.convert(self.body, Workflow)), hash=self.hash)


def workflow_query(hashes: Collection[str]) -> Query[StoredVersion]:
    """Workflow versions by hash; they never change."""
    return Query(
        StoredVersion,
        "select hash, body from workflow_version where workspace_id = %(workspace)s and hash = any(%(hashes)s)",
        {"hashes": list(hashes)},
    )


__all__ = ["CompiledWorkflow", "StepView", "StoredVersion", "compile_workflow", "workflow_query"]
