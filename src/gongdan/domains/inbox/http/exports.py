"""A list of tickets as a file."""

from collections.abc import AsyncIterator, Sequence
from typing import Annotated, Any, Final, Literal
from zoneinfo import ZoneInfo

import msgspec
from litestar import Request, get
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromQuery, QueryParameter
from litestar.response import Stream

from gongdan.domains.accounts.public import Authority, members, record, teams
from gongdan.domains.inbox.exporting.cells import DEFAULT, ExportColumn, Written, columns_of
from gongdan.domains.inbox.exporting.events import TicketsExported
from gongdan.domains.inbox.exporting.listing import AT_ONCE, exporting, listed, read
from gongdan.domains.inbox.exporting.sheets import ROWS_OF_TEXT, ROWS_OF_WORKBOOK, as_text, as_workbook
from gongdan.domains.inbox.lists.reading import ListRequest
from gongdan.domains.inbox.masking import readable
from gongdan.domains.inbox.views.columns import Order
from gongdan.domains.tickets.public import Narrator, RuleBook
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.infra.http.problems import language_of
from gongdan.kernel import clock
from gongdan.kernel.events import Via

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AT_MOST_S: Final = 30.0
"""To find which tickets a list holds: it is read once and whole."""


@get(
    "/tickets/export",
    operation_id="exportTickets",
    tags=["tickets"],
    opt=needs("staff", "ticket.export") | {"refuses": (404, 409)},
    media_type="text/csv",
    responses={200: ResponseSpec(str, description="The file", media_type="text/csv", generate_examples=False)},
)
async def export_tickets(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    via: NamedDependency[Via],
    request: Request[Any, Any, Any],
    view: Annotated[str | None, QueryParameter(max_length=63)] = None,
    where: Annotated[str | None, QueryParameter(max_length=20_000)] = None,
    sort: Annotated[str | None, QueryParameter(max_length=80)] = None,
    order: FromQuery[Order | None] = None,
    columns: Annotated[str | None, QueryParameter(max_length=4_000)] = None,
    form: Annotated[Literal["csv", "xlsx"], QueryParameter()] = "csv",
) -> Stream:
    """The tickets of a list, by ``view``, ``where``, ``sort`` and ``order`` as ``GET /tickets`` takes them, as a file:
    those that one may export, with the columns of the view, or ``columns``, keys with commas between. Text goes out
    while it is read, up to 1,000,000 rows; a workbook holds 200,000. Names and times are in the reader's language and
    zone. It stands in the audit."""
    book, who = await rules(authority.workspace_id, authority.release), exporting(authority)
    wanted = ListRequest(view=view, where=where, sort=sort, order=order)
    most, now = ROWS_OF_TEXT if form == "csv" else ROWS_OF_WORKBOOK, clock.now()
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        found, ids = await listed(tx, who, book, wanted, most=most, now=now)
        groups, people = await teams(tx), await members(tx)
    narrator = Narrator(
        rules=book,
        workflow="",
        locale=language_of(request),
        zone=ZoneInfo(authority.zone),
        people={one.id: one.name for one in people},
        teams={one.key: one.name for one in groups},
    )
    keys = columns.split(",") if columns else found.view.columns if found.view else DEFAULT
    shown = columns_of(keys, book.registry, readable(book, who), narrator)
    told = TicketsExported(
        count=len(ids),
        form=form,
        view=view,
        where=msgspec.to_builtins(found.where),
        columns=tuple(one.key for one in shown),
    )
    async with db.write(authority.workspace_id) as tx:
        await record(tx, authority, "workspace", authority.workspace_id, told, via=via, now=now)
    rows = _rows(db, authority.workspace_id, ids, shown)
    return _file(rows, shown, form, narrator.locale)


async def _rows(
    db: Database, workspace_id: int, ids: Sequence[int], shown: Sequence[ExportColumn]
) -> AsyncIterator[list[list[Written]]]:
    """Their cells, some rows at a time. Nothing is held while whoever downloads them takes their time."""
    fields = {one.key: one.reading for one in shown if one.reading is not None}
    for at in range(0, len(ids), AT_ONCE):
        async with db.read(workspace_id) as tx:
            lines = await read(tx, ids[at : at + AT_ONCE], fields)
        yield [[one.cell(line) for one in shown] for line in lines]


def _file(rows: AsyncIterator[list[list[Written]]], shown: Sequence[ExportColumn], form: str, locale: str) -> Stream:
    name = f"tickets-{clock.now():%Y%m%d-%H%M}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    if form == "csv":
        return Stream(as_text([one.name for one in shown], rows), media_type="text/csv; charset=utf-8", headers=headers)
    title = say("inbox.export.sheet", locale) or "tickets"
    return Stream(as_workbook(shown, rows, title=title), media_type=XLSX, headers=headers)


handlers = [export_tickets]
