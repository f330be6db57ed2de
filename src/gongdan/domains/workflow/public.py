"""What other domains may use of workflow."""

from collections.abc import Collection
from typing import Any

import msgspec

from gongdan.domains.bundle.workflows import Workflow
from gongdan.domains.workflow.definition import CompiledWorkflow, compile_workflow
from gongdan.domains.workflow.steps import StepView, steps
from gongdan.infra.db.tx import Query


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


__all__ = ["CompiledWorkflow", "StepView", "StoredVersion", "compile_workflow", "steps", "workflow_query"]
