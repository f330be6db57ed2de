"""The queue and its views over HTTP."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.lists import ListRequest, read_page
from gongdan.domains.inbox.shapes import ColumnInfo, Page, ViewInfo
from gongdan.domains.inbox.views.columns import COLUMNS, SORTS, ColumnKey, Order, SortKey
from gongdan.domains.inbox.views.compiled import condition_of
from gongdan.domains.inbox.views.counts import view_counts
from gongdan.domains.inbox.views.shipped import VIEWS, ViewKey
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
    wanted = ListRequest(view=view, where=where, sort=sort, order=order, after=after, limit=limit)
    async with db.read(authority.workspace_id) as tx:
        return await read_page(tx, authority, book, wanted, now=clock.now())


@get("/views", operation_id="listViews", tags=["tickets"], opt=needs("staff"))
async def list_views(
    authority: NamedDependency[Authority], db: NamedDependency[Database], rules: NamedDependency[RuleBook]
) -> list[ViewInfo]:
    """The views of the workbench, with how many tickets of each are in reach."""
    now = clock.now()
    book = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id) as tx:
        counts = await view_counts(tx, authority, book, now=now)
    return [
        ViewInfo(
            key=view.key,
            name=view.name,
            count=counts[view.key],
            condition=condition_of(view, authority, now),
            sort=view.sort,
            layout=view.layout,
            columns=tuple(_column(key) for key in view.columns),
        )
        for view in VIEWS.values()
    ]


def _column(key: ColumnKey) -> ColumnInfo:
    column = COLUMNS[key]
    sort = next((one for one in SORTS if one == key), None)
    return ColumnInfo(key=key, name=column.name, cell=column.cell, value=column.value, sort=sort)


handlers = [list_tickets, list_views]
