"""The workflows and what runs on them, over HTTP."""

from litestar import get
from litestar.di import NamedDependency

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.directory.workflows import RunningWorkflow, running_workflows
from gongdan.domains.inbox.lists.reading import AT_MOST_S
from gongdan.domains.tickets.public import RuleBook
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


handlers = [list_workflows]
