"""The workflows and what runs on them, over HTTP."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.directory.workflows import (
    MigrationPreview,
    RunningWorkflow,
    migration_preview,
    running_workflows,
)
from gongdan.domains.inbox.lists.reading import AT_MOST_S
from gongdan.domains.tickets.public import RuleBook, commands
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs


@get("/policy/workflows", operation_id="listWorkflows", tags=["policy"], opt=needs("staff", "policy.read"))
async def list_workflows(
    authority: NamedDependency[Authority], db: NamedDependency[Database], rules: NamedDependency[RuleBook]
) -> list[RunningWorkflow]:
    """The workflows of the release in force: which types use them, on which of their versions tickets run, and how many
    stand at each status. Tickets keep the version that they began with, until somebody migrates them."""
    book = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        return await running_workflows(tx, book)


@get("/policy/migration", operation_id="previewMigration", tags=["policy"], opt=needs("staff", "policy.read"))
async def preview_migration(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    workflow: Annotated[str, QueryParameter(max_length=63)],
    version: Annotated[str | None, QueryParameter(max_length=64)] = None,
    type: Annotated[str | None, QueryParameter(max_length=63)] = None,
    to: Annotated[str | None, QueryParameter(max_length=63)] = None,
) -> MigrationPreview:
    """How many tickets that are not closed run on other versions of a workflow than the one in force, by status, and
    where they would go on if they were taken to it, or to the workflow ``to``. Whoever publishes the policy has it done
    by an operation (``tickets.migrate``)."""
    book = await rules(authority.workspace_id, authority.release)
    which = commands.WhichRun(workflow=workflow, version=version, type=type, to=to)
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        return await migration_preview(tx, book, which)


handlers = [list_workflows, preview_migration]
