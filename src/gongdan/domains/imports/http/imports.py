"""Imports over HTTP: upload, map, check, start, look."""

from typing import Annotated, Any, Final
from urllib.parse import unquote

from litestar import Request, Response, get, post, put
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import HeaderParameter, JSONBody, QueryParameter, SkipValidation

from gongdan.domains.accounts.public import Authority, Fresh
from gongdan.domains.imports import commands, rows
from gongdan.domains.imports.commands import ImportState
from gongdan.domains.imports.http.shapes import (
    FileColumn,
    ImportDetail,
    ImportList,
    MapColumns,
    RowInFile,
    StartImport,
    work,
)
from gongdan.domains.imports.kinds import ImportKinds, Invites
from gongdan.domains.imports.reading.tables import MOST_BYTES, TableRow
from gongdan.domains.operations.public import sees_system
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId, RawBody
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.infra.storage import ContentTooLarge
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via

SHOWN: Final = 50
FIRST: Final = 10
"""Rows of the file that are shown."""
_VERSION = [ResponseHeader("ETag", description="Its version, for `If-Match`.", documentation_only=True)]


@post(
    "/imports",
    status_code=201,
    operation_id="uploadImport",
    tags=["imports"],
    request_max_body_size=None,
    operation_class=RawBody,
    opt=needs("staff", scope="all") | {"once": "stream"},
)
async def upload_import(
    kind: Annotated[str, QueryParameter(max_length=63)],
    authority: NamedDependency[Authority],
    import_kinds: NamedDependency[ImportKinds],
    db: NamedDependency[Database],
    once: NamedDependency[Once],
    request: Request[Any, Any, Any],
    x_file_name: Annotated[str, HeaderParameter(name="X-File-Name", max_length=1_000, required=False)] = "",
) -> Response[ImportDetail]:
    """Upload a table of at most 20 MB, 100,000 rows and 200 columns: an Excel workbook (.xlsx), or text (CSV) in UTF-8,
    GB18030 or UTF-16. The body is its bytes, ``X-File-Name`` its name, percent-encoded as UTF-8.

    The answer guesses what its columns are. Nothing is done with it yet."""
    wanted = commands.kind_for(import_kinds, authority, kind)
    raw = await _bytes(request)
    once.about(f"{kind} {x_file_name} ".encode() + raw)
    id = await commands.bring_in(db, authority, wanted, unquote(x_file_name) or "-", raw)
    return await _detail(db, authority, import_kinds, id, status=201)


@get("/imports", operation_id="listImports", tags=["imports"], opt=needs("staff"))
async def list_imports(
    authority: NamedDependency[Authority],
    import_kinds: NamedDependency[ImportKinds],
    db: NamedDependency[Database],
    before: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
) -> ImportList:
    """What one brought in, latest first. Whoever publishes the policy or manages the workspace sees what colleagues
    brought in too, and what was on the command line, of the kinds that they may bring in themselves."""
    others = [one.key for one in commands.kinds_for(import_kinds, authority)] if sees_system(authority) else []
    async with db.read(authority.workspace_id) as tx:
        found = await rows.latest(tx, authority.person_id or 0, before, SHOWN + 1, others=others)
        states = [await commands.state_of(tx, row) for row in found[:SHOWN]]
    later = found[SHOWN - 1].id if len(found) > SHOWN else None
    return ImportList(items=[_shown(one, []) for one in states], before=later)


@get(
    "/imports/{import_id:int}",
    operation_id="getImport",
    tags=["imports"],
    opt=needs("staff"),
    response_headers=_VERSION,
)
async def get_import(
    import_id: PathId,
    authority: NamedDependency[Authority],
    import_kinds: NamedDependency[ImportKinds],
    db: NamedDependency[Database],
) -> Response[ImportDetail]:
    """How far it is."""
    return await _detail(db, authority, import_kinds, import_id)


@put(
    "/imports/{import_id:int}/mapping",
    operation_id="mapImport",
    tags=["imports"],
    opt=needs("staff", scope="all") | {"refuses": (409, 412)},
    response_headers=_VERSION,
)
async def map_import(
    import_id: PathId,
    data: JSONBody[MapColumns],
    authority: NamedDependency[Authority],
    import_kinds: NamedDependency[ImportKinds],
    db: NamedDependency[Database],
    seen: NamedDependency[int | None],
) -> Response[ImportDetail]:
    """Say what the columns of the file are. It has to be checked anew. 412 when it was changed since ``If-Match``."""
    async with db.write(authority.workspace_id) as tx:
        await commands.map_columns(tx, authority, import_kinds, import_id, data.columns, seen=seen)
    return await _detail(db, authority, import_kinds, import_id)


@post(
    "/imports/{import_id:int}/check",
    status_code=200,
    operation_id="checkImport",
    tags=["imports"],
    opt=needs("staff", scope="all"),
)
async def check_import(
    import_id: PathId,
    authority: NamedDependency[Authority],
    import_kinds: NamedDependency[ImportKinds],
    db: NamedDependency[Database],
) -> Response[ImportDetail]:
    """Have all rows tried, and nothing changed: ``check`` counts what would be added, changed and refused."""
    await commands.check(db, authority, import_kinds, import_id)
    return await _detail(db, authority, import_kinds, import_id)


@post(
    "/imports/{import_id:int}/start",
    status_code=200,
    operation_id="startImport",
    tags=["imports"],
    opt=needs("staff", scope="all"),
)
async def start_import(
    import_id: PathId,
    data: JSONBody[StartImport],
    authority: NamedDependency[Authority],
    import_kinds: NamedDependency[ImportKinds],
    invites: NamedDependency[SkipValidation[Invites]],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
) -> Response[ImportDetail]:
    """Have all rows carried out, as an operation. One that was cancelled goes on when it is started again: what was
    done is found unchanged, and nobody is invited twice."""
    async with db.read(authority.workspace_id) as tx:
        _, kind = await commands.own(tx, authority, import_kinds, import_id)
    if kind.is_sensitive:
        await fresh()
    await commands.start(db, authority, import_kinds, import_id, invites=invites if data.invite else None, via=via)
    return await _detail(db, authority, import_kinds, import_id)


handlers = [upload_import, list_imports, get_import, map_import, check_import, start_import]


async def _bytes(request: Request[Any, Any, Any]) -> bytes:
    """
    Raises:
        ContentTooLarge: more than may be brought in at once.
        Invalid: nothing came.
    """
    if (request.content_length or 0) > MOST_BYTES:
        raise ContentTooLarge(most=MOST_BYTES)
    raw = bytearray()
    async for piece in request.stream():
        raw += piece
        if len(raw) > MOST_BYTES:
            raise ContentTooLarge(most=MOST_BYTES)
    if not raw:
        raise Invalid(faults=(FieldFault("body", "required"),))
    return bytes(raw)


async def _detail(
    db: Database, authority: Authority, kinds: ImportKinds, id: int, status: int = 200
) -> Response[ImportDetail]:
    async with db.read(authority.workspace_id) as tx:
        state = await commands.shown(tx, authority, kinds, id)
        shown = await rows.first(tx, id, FIRST)
    headers = {"ETag": f'"{state.row.version}"', "Cache-Control": "private, no-cache"}
    return Response(_shown(state, shown), status_code=status, headers=headers)


def _shown(state: ImportState, first: list[TableRow]) -> ImportDetail:
    row = state.row
    columns = zip(row.headings, row.columns, strict=True)
    return ImportDetail(
        id=row.id,
        kind=row.kind,
        file=row.file,
        form=row.form,
        detail=row.detail,
        rows=row.rows,
        columns=[FileColumn(heading=heading, column=column) for heading, column in columns],
        first=[RowInFile(row=one.number, cells=one.cells) for one in first],
        check=work(state.check, row.would_add),
        run=work(state.run, row.added, row.invited),
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        created_at=row.created_at,
        forgotten_at=row.forgotten_at,
        version=row.version,
    )
