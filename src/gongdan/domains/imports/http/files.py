"""What imports give as files: templates, and the rows that were refused."""

from typing import Annotated, Any, Final, Literal

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import QueryParameter

from gongdan.domains.accounts.public import Authority
from gongdan.domains.imports import commands, errors, rows
from gongdan.domains.imports.commands import ImportState
from gongdan.domains.imports.http.shapes import ImportKindDetail, RowProblem, kind_detail
from gongdan.domains.imports.http.templates import XLSX, as_text, template_text, template_workbook
from gongdan.domains.imports.kinds import ImportKind, ImportKinds
from gongdan.domains.imports.reading.tables import MOST_ROWS
from gongdan.domains.operations.public import problems
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.bodies import PathId, PathKey
from gongdan.infra.http.guard import needs
from gongdan.infra.http.problems import described, language_of
from gongdan.kernel.text import Locale, localised

SHOWN: Final = 50
_CSV: Final = {200: ResponseSpec(str, description="The file", media_type="text/csv", generate_examples=False)}


@get("/imports/kinds", operation_id="listImportKinds", tags=["imports"], opt=needs("staff"))
async def list_import_kinds(
    authority: NamedDependency[Authority], import_kinds: NamedDependency[ImportKinds]
) -> list[ImportKindDetail]:
    """What the reader may bring in, and the columns of each."""
    return [kind_detail(one) for one in commands.kinds_for(import_kinds, authority)]


@get(
    "/imports/kinds/{kind:str}/template",
    operation_id="downloadImportTemplate",
    tags=["imports"],
    opt=needs("staff"),
    media_type=XLSX,
    responses={200: ResponseSpec(bytes, description="The file", media_type=XLSX, generate_examples=False)},
)
async def download_import_template(
    kind: PathKey,
    authority: NamedDependency[Authority],
    import_kinds: NamedDependency[ImportKinds],
    request: Request[Any, Any, Any],
    form: Annotated[Literal["csv", "xlsx"], QueryParameter()] = "xlsx",
) -> Response[bytes]:
    """An empty table with the headings in the reader's language: a workbook with a sheet that explains the columns, or
    text (``text/csv``)."""
    found, locale = commands.kind_for(import_kinds, authority, kind), language_of(request)
    if form == "csv":
        return _file(template_text(found, locale), f"{found.key}.csv", "text/csv")
    return _file(template_workbook(found, locale), f"{found.key}.xlsx", XLSX)


@get("/imports/{import_id:int}/problems", operation_id="listImportProblems", tags=["imports"], opt=needs("staff"))
async def list_import_problems(
    import_id: PathId,
    authority: NamedDependency[Authority],
    import_kinds: NamedDependency[ImportKinds],
    db: NamedDependency[Database],
    request: Request[Any, Any, Any],
    after: Annotated[int, QueryParameter(ge=-1, le=2**31 - 1)] = -1,
) -> list[RowProblem]:
    """Rows that were refused, by the work on them that began last, and why; the next page begins ``after`` the last
    position."""
    async with db.read(authority.workspace_id) as tx:
        state = await commands.shown(tx, authority, import_kinds, import_id)
        return await _problems(tx, state, request, after, SHOWN)


@get(
    "/imports/{import_id:int}/problems.csv",
    operation_id="downloadImportProblems",
    tags=["imports"],
    opt=needs("staff"),
    media_type="text/csv",
    responses=_CSV,
)
async def download_import_problems(
    import_id: PathId,
    authority: NamedDependency[Authority],
    import_kinds: NamedDependency[ImportKinds],
    db: NamedDependency[Database],
    request: Request[Any, Any, Any],
) -> Response[bytes]:
    """The refused rows as they stood in the file, with reason and remedy beside them: mended, they can be brought in as
    they are."""
    async with db.read(authority.workspace_id) as tx:
        state = await commands.shown(tx, authority, import_kinds, import_id)
        kind = import_kinds[state.row.kind]
        if state.row.forgotten_at is not None:
            raise errors.RowsForgotten()
        found = await _problems(tx, state, request, -1, MOST_ROWS)
    locale, width = language_of(request), len(state.row.headings)
    heads = [say(f"imports.problems.{one}", locale) or one for one in ("row", "reason", "remedy")]
    lines = [[str(one.row), *_said(one, kind, locale), *_padded(one.cells, width)] for one in found]
    return _file(as_text([[*heads, *state.row.headings], *lines]), f"problems-{import_id}.csv", "text/csv")


handlers = [
    list_import_kinds,
    download_import_template,
    list_import_problems,
    download_import_problems,
]


def _file(content: bytes, name: str, media_type: str) -> Response[bytes]:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


async def _problems(
    tx: ReadTx, state: ImportState, request: Request[Any, Any, Any], after: int, limit: int
) -> list[RowProblem]:
    latest = state.run or state.check
    if latest is None:
        return []
    found = await problems(tx, latest.id, after, limit)
    cells = await rows.some(tx, state.row.id, [one.subject for one in found])
    return [
        RowProblem(
            row=one.subject,
            position=one.position,
            cells=cells.get(one.subject, []),
            problem=described(request, one.problem),
        )
        for one in found
    ]


def _said(one: RowProblem, kind: ImportKind, locale: Locale) -> tuple[str, str]:
    """Reason and remedy: those of the cells where cells are to blame."""
    faults = one.problem["faults"]
    if not faults:
        return one.problem["title"], one.problem["remedy"]
    named = {column.key: localised(column.name, locale) for column in kind.columns}
    reasons = [f"{named.get(fault['field'], fault['field'])}: {fault['title']}" for fault in faults]
    return "; ".join(reasons), "; ".join(dict.fromkeys(fault["remedy"] for fault in faults))


def _padded(cells: list[str], width: int) -> list[str]:
    return cells + [""] * (width - len(cells))
