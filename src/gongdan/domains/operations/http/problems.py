"""Items that were refused, and why: page by page, and as a file."""

import csv
import io
from typing import Annotated, Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import QueryParameter

from gongdan.domains.accounts.public import Authority
from gongdan.domains.operations import commands, rows
from gongdan.domains.operations.kinds import MOST_ITEMS
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, PathId
from gongdan.infra.http.guard import needs
from gongdan.infra.http.problems import described
from gongdan.kernel.text import cell

SHOWN: Final = 50
_COLUMNS: Final = ("number", "code", "title", "remedy", "faults")


class ProblemOfItem(Answer, frozen=True):
    """``subject`` is the id of what it was to be done to; ``problem`` as a single request would be answered, with the
    ``number`` of the ticket, where it is one."""

    position: int
    subject: int
    problem: dict[str, Any]


@get("/operations/{operation_id:int}/problems", operation_id="listProblems", tags=["operations"], opt=needs("staff"))
async def list_problems(
    operation_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    request: Request[Any, Any, Any],
    after: Annotated[int, QueryParameter(ge=-1, le=2**31 - 1)] = -1,
) -> list[ProblemOfItem]:
    """Items that were refused, and why; the next page begins ``after`` the last position."""
    async with db.read(authority.workspace_id) as tx:
        await commands.shown(tx, authority, operation_id)
        found = await rows.problems(tx, operation_id, after, SHOWN)
    return [ProblemOfItem(one.position, one.subject, described(request, one.problem)) for one in found]


@get(
    "/operations/{operation_id:int}/problems.csv",
    operation_id="downloadProblems",
    tags=["operations"],
    opt=needs("staff"),
    media_type="text/csv",
    responses={200: ResponseSpec(str, description="The file", media_type="text/csv", generate_examples=False)},
)
async def download_problems(
    operation_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    request: Request[Any, Any, Any],
) -> Response[bytes]:
    """All of them as a file for spreadsheets, in the reader's language."""
    async with db.read(authority.workspace_id) as tx:
        await commands.shown(tx, authority, operation_id)
        found = await rows.problems(tx, operation_id, -1, MOST_ITEMS)
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(_COLUMNS)
    for one in found:
        table.writerow(map(cell, _row(described(request, one.problem))))
    headers = {"Content-Disposition": f'attachment; filename="problems-{operation_id}.csv"'}
    # The mark at its beginning tells spreadsheets that it is UTF-8.
    return Response(text.getvalue().encode("utf-8-sig"), media_type="text/csv", headers=headers)


def _row(problem: dict[str, Any]) -> list[str]:
    said = "; ".join(f"{fault['field']}: {fault['title']}" for fault in problem["faults"])
    return [*(str(problem.get(name, "")) for name in _COLUMNS[:-1]), said]


handlers = [list_problems, download_problems]
