"""The queue over HTTP, and its views: the shipped ones, one's own, and those that others share."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any

import msgspec
from litestar import delete, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody, QueryParameter
from psycopg.errors import QueryCanceled

from gongdan.conditions.known import asks
from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.http.requests import ArrangeViews, ChangeView, PathView, SaveView
from gongdan.domains.inbox.lists.reading import (
    AT_MOST_S,
    CalendarRequest,
    ListRequest,
    broken,
    count,
    read_calendar,
    read_page,
)
from gongdan.domains.inbox.lists.shapes import ColumnInfo, ViewInfo
from gongdan.domains.inbox.masking import readable
from gongdan.domains.inbox.shapes import DueCalendar, Page, PersonRef, TicketCount
from gongdan.domains.inbox.views import columns, commands, saved
from gongdan.domains.inbox.views.columns import SORTS, Order
from gongdan.domains.inbox.views.counts import COUNTED, view_counts
from gongdan.domains.inbox.views.saved import Arrangement
from gongdan.domains.inbox.views.shipped import shipped_for
from gongdan.domains.inbox.views.view import View
from gongdan.domains.tickets.public import RuleBook, Rules
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via

_WRITES = needs("staff", scope="tickets:write")


@get("/tickets", operation_id="listTickets", tags=["tickets"], opt=needs("staff") | {"refuses": (404, 409)})
async def list_tickets(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    view: Annotated[str | None, QueryParameter(max_length=63)] = None,
    sort: Annotated[str | None, QueryParameter(max_length=80)] = None,
    order: FromQuery[Order | None] = None,
    where: Annotated[str | None, QueryParameter(max_length=20_000)] = None,
    after: Annotated[str | None, QueryParameter(max_length=4_000)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=100)] = 50,
) -> Page:
    """A page of tickets. ``view`` is the key of a view; ``where`` a condition as JSON, which may leave values to its
    reader as views do (``{"known": "me"}``); ``sort`` is ``updated``,
    ``created``, ``due``, ``priority``, ``rating``, ``reopened`` or a filterable custom field, ``fields.<key>``;
    ``after`` is the cursor that the page before gave."""
    book = await rules(authority.workspace_id, authority.release)
    wanted = ListRequest(view=view, where=where, sort=sort, order=order, after=after, limit=limit)
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        return await read_page(tx, authority, book, wanted, now=clock.now())


@get("/tickets/count", operation_id="countTickets", tags=["tickets"], opt=needs("staff") | {"refuses": (404, 409)})
async def count_tickets(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    view: Annotated[str | None, QueryParameter(max_length=63)] = None,
    where: Annotated[str | None, QueryParameter(max_length=20_000)] = None,
) -> TicketCount:
    """How many tickets a list holds, by ``view`` and ``where`` as ``GET /tickets`` takes them."""
    book = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        return TicketCount(await count(tx, authority, book, ListRequest(view=view, where=where), now=clock.now()))


@get("/tickets/calendar", operation_id="readCalendar", tags=["tickets"], opt=needs("staff") | {"refuses": (404, 409)})
async def read_due_calendar(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    first: Annotated[date, QueryParameter(description="The first day.")],
    days: Annotated[int, QueryParameter(ge=1, le=42)] = 7,
    view: Annotated[str | None, QueryParameter(max_length=63)] = None,
    where: Annotated[str | None, QueryParameter(max_length=20_000)] = None,
    each: Annotated[int, QueryParameter(ge=1, le=60)] = 10,
    zone: Annotated[str | None, QueryParameter(max_length=64)] = None,
) -> DueCalendar:
    """The open tickets of a list by the day on which their next running promise is due: of each day the first ``each``,
    420 in all at most, and how many there are. ``view`` and ``where`` as ``GET /tickets`` takes them; ``zone`` is the
    zone of the days, one's own if it is left out. What is paused, or promised nothing, falls due on no day."""
    book = await rules(authority.workspace_id, authority.release)
    wanted = CalendarRequest(view=view, where=where, first=first, days=days, each=each, zone=zone or authority.zone)
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        return await read_calendar(tx, authority, book, wanted, now=clock.now())


@get("/views", operation_id="listViews", tags=["tickets"], opt=needs("staff"))
async def list_views(
    authority: NamedDependency[Authority], db: NamedDependency[Database], rules: NamedDependency[RuleBook]
) -> list[ViewInfo]:
    """The views of a reader in their order, hidden ones too, with how many tickets of each are in reach."""
    now = clock.now()
    book = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id) as tx:
        rows, how = await tx.gather(saved.of_reader(authority), saved.arrangement(authority), last=True)
    owners = {row.key: PersonRef(id=row.owner_id, name=row.owner_name or "") for row in rows}
    arrangement = how[0] if how else Arrangement()
    views = saved.arranged([*shipped_for(authority), *(row.view() for row in rows)], arrangement)
    bad = {view.key for view in views if broken(view, authority, book)}
    seen = [one for one in views if one.counted and one.key not in bad and one.key not in arrangement.hidden][:COUNTED]
    counts = await _counts(db, authority, book, seen, now)
    return [
        _info(
            view,
            authority,
            book,
            count=counts.get(view.key),
            owner=owners.get(view.key),
            is_hidden=view.key in arrangement.hidden,
            is_broken=view.key in bad,
        )
        for view in views
    ]


@post("/views", status_code=201, operation_id="saveView", tags=["tickets"], opt=_WRITES)
async def save_view(
    data: JSONBody[SaveView],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    via: NamedDependency[Via],
) -> ViewInfo:
    """Save a view. It may name what its author may read and lists can be read by; sharing it with a team takes leading
    the team, with everybody the right ``view.share``. At most 100 a person."""
    now = clock.now()
    book = await rules(authority.workspace_id, authority.release)
    view = View(key="", version=0, owner=authority.me, **_members(data))
    async with db.write(authority.workspace_id) as tx:
        made = await commands.add(tx, authority, book, view, via=via, now=now)
    return _own(made, authority, book)


@patch("/views/{view_key:str}", operation_id="changeView", tags=["tickets"], opt=_WRITES)
async def change_view(
    view_key: PathView,
    data: JSONBody[ChangeView],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> ViewInfo:
    """Change a view; what is left out stays. 412 when it was changed since ``If-Match``."""
    now = clock.now()
    book = await rules(authority.workspace_id, authority.release)
    async with db.write(authority.workspace_id) as tx:
        view = await commands.change(tx, authority, book, view_key, _members(data), seen=seen, via=via, now=now)
    return _own(view, authority, book)


@delete("/views/{view_key:str}", status_code=204, operation_id="removeView", tags=["tickets"], opt=_WRITES)
async def remove_view(
    view_key: PathView,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> None:
    """Remove a view, for everybody with whom it was shared too."""
    async with db.write(authority.workspace_id) as tx:
        await commands.remove(tx, authority, view_key, seen=seen, via=via, now=clock.now())


@put("/me/views", status_code=200, operation_id="arrangeViews", tags=["tickets"], opt=_WRITES)
async def arrange_views(
    data: JSONBody[ArrangeViews],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> ArrangeViews:
    """Set the order of one's views, and which of them one does not want to see."""
    wanted = Arrangement(keys=list(data.order), hidden=list(data.hidden))
    async with db.write(authority.workspace_id) as tx:
        kept = await commands.arrange(tx, authority, wanted, via=via, now=clock.now())
    return ArrangeViews(order=tuple(kept.keys), hidden=tuple(kept.hidden))


handlers = [
    list_tickets,
    count_tickets,
    read_due_calendar,
    list_views,
    save_view,
    change_view,
    remove_view,
    arrange_views,
]


def _members(data: SaveView | ChangeView) -> dict[str, Any]:
    """What a body says, by the members of a view."""
    found = {name: value for name, value in msgspec.structs.asdict(data).items() if value is not msgspec.UNSET}
    return found | ({"name": {"zh-CN": found["name"], "en": found["name"]}} if "name" in found else {})


async def _counts(
    db: Database, authority: Authority, rules: Rules, views: Sequence[View], now: datetime
) -> Mapping[str, int]:
    """What people made may be slow to count: then it is not counted, and the shipped ones are."""
    shipped = [view for view in views if view.is_shipped]
    made = [view for view in views if not view.is_shipped]
    async with db.read(authority.workspace_id) as tx:
        counts = await view_counts(tx, authority, rules, views=shipped, now=now)
    if not made:
        return counts
    try:
        async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
            return {**counts, **await view_counts(tx, authority, rules, views=made, now=now)}
    except QueryCanceled:
        return counts


def _own(view: View, authority: Authority, rules: Rules) -> ViewInfo:
    """A view that was just saved; it is counted when it is read. A change that changed nothing was not checked: the
    view may still name what this reader may not read."""
    owner = PersonRef(id=authority.me, name=authority.name) if view.owner == authority.person_id else None
    is_broken = bool(broken(view, authority, rules))
    return _info(view, authority, rules, count=None, owner=owner, is_hidden=False, is_broken=is_broken)


def _info(
    view: View,
    authority: Authority,
    rules: Rules,
    *,
    count: int | None,
    owner: PersonRef | None,
    is_hidden: bool,
    is_broken: bool,
) -> ViewInfo:
    may_read = readable(rules, authority)
    sort = columns.sort(view.sort, rules.registry, may_read) or SORTS["updated"]
    shown = {key for key in (*view.columns, view.group, view.colours) if key}
    found = {key: one for key in shown if (one := columns.column(key, rules.registry, may_read))}
    return ViewInfo(
        key=view.key,
        name=view.name,
        count=count,
        condition=None if is_broken else view.condition,
        sort=sort.key,
        order=(view.order if sort.key == view.sort else None) or sort.natural,
        group=view.group if view.group in found else None,
        colours=view.colours if view.colours in found else None,
        layout=view.layout,
        density=view.density,
        counted=view.counted,
        shelf=view.shelf,
        columns=tuple(_column(found[key], rules, authority) for key in view.columns if key in found),
        is_timed="now" in asks(view.condition),
        owner=owner,
        shared=view.shared,
        teams=view.teams,
        can_edit=commands.may_change(authority, view),
        is_hidden=is_hidden,
        is_broken=is_broken,
        version=view.version,
    )


def _column(column: columns.ListColumn, rules: Rules, authority: Authority) -> ColumnInfo:
    sort = columns.sort(column.key, rules.registry, readable(rules, authority))
    return ColumnInfo(
        key=column.key, name=column.name, cell=column.cell, value=column.value, sort=sort.key if sort else None
    )
