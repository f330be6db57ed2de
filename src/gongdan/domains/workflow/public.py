"""What other domains may use of workflow."""

from collections.abc import Collection
from typing import Any

import msgspec

from gongdan.domains.bundle.section.stored import read
from gongdan.domains.bundle.workflows import Workflow
from gongdan.domains.workflow.definition import CompiledWorkflow, compile_workflow, content_hash
from gongdan.domains.workflow.lint import WORKFLOWS
from gongdan.domains.workflow.mapping import corresponding, goes_to
from gongdan.domains.workflow.steps import StepView, steps
from gongdan.infra.db.tx import Query


class StoredVersion(msgspec.Struct, frozen=True):
    hash: str
    body: dict[str, Any]

    def compiled(self) -> CompiledWorkflow:
        return compile_workflow(read(self.body, Workflow), self.hash)


def workflow_query(hashes: Collection[str]) -> Query[StoredVersion]:
    """Workflow versions by hash; they never change."""
    return Query(
        StoredVersion,
        "select hash, body from workflow_version where workspace_id = %(workspace)s and hash = any(%(hashes)s)",
        {"hashes": list(hashes)},
        asks=bool(hashes),
    )


class NamedStatuses(msgspec.Struct, frozen=True):
    hash: str
    statuses: list[dict[str, Any]]


def versions_query() -> Query[NamedStatuses]:
    """The statuses of every version that the workspace ever published, as they are stored; tickets name them."""
    return Query(
        NamedStatuses,
        """
        select hash, body -> 'statuses' as statuses
          from workflow_version
         where workspace_id = %(workspace)s
         order by hash
        """,
        {},
    )


__all__ = [
    "WORKFLOWS",
    "CompiledWorkflow",
    "NamedStatuses",
    "StepView",
    "compile_workflow",
    "content_hash",
    "corresponding",
    "goes_to",
    "steps",
    "versions_query",
    "workflow_query",
]
