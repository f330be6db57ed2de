"""The queue and its views over HTTP."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.lists import Wanted, read_page
from gongdan.domains.inbox.queues import VIEWS, Order, SortKey, ViewKey
from gongdan.domains.inbox.shapes import Page, ViewInfo
from gongdan.domains.inbox.views import view_counts
from gongdan.domains.tickets.public import RuleBook
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock


@get("/tickets", operation_id="listTickets", tags=["tickets"], opt=needs("staff"))
async def list_tickets(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    view: FromQuery[ViewKey | None] = None,
    sort: FromQuery[SortKey | None] = None,
    order: FromQuery[Order | None] = None,
    where: Annotated[str | None, QueryParameter(max_length=20_000)] = None,
    after: Annotated[str | None, QueryParameter(max_length=200)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=100)] = 50,
) -> Page:
    """A page of tickets. ``where`` is a condition as JSON; ``after`` is the cursor that the page before gave."""
    book = await rules(authority.workspace_id, authority.release)
    wanted = Wanted(view=view, where=where, sort=sort, order=order, after=after, limit=limit)
    async with db.read(authority.workspace_id) as tx:
        return await read_page(tx, authority, book, wanted, now=clock.now())


@get("/views", operation_id="listViews", tags=["tickets"], opt=needs("staff"))
async def list_views(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> list[ViewInfo]:
    """The views of the workbench, with how many tickets of each are in reach."""
    now = clock.now()
    async with db.read(authority.workspace_id) as tx:
        counts = await view_counts(tx, authority, now=now)
    return [
        ViewInfo(key=key, name=view.name, count=counts[key], condition=view.condition(authority, now))
        for key, view in VIEWS.items()
    ]


handlers = [list_tickets, list_views]
