"""Long work over HTTP: preview, start, look, cancel, undo."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request as HttpRequest
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, QueryParameter
from msgspec import Meta

from gongdan.domains.accounts.public import Authority
from gongdan.domains.operations import commands, rows
from gongdan.domains.operations.commands import Kinds
from gongdan.domains.operations.kinds import Foreseen, Operation, State
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, PathId, Request
from gongdan.infra.http.guard import needs
from gongdan.infra.http.problems import described

SHOWN = 50


class PreviewOperation(Request, frozen=True, kw_only=True):
    """What is to be done, by its kind; ``params`` are the kind's."""

    kind: Annotated[str, Meta(max_length=63)]
    params: dict[str, Any] = {}
    silent: bool = False
    """Tell nobody: no letters to customers, no notices to the staff. What was escalated or falls due later is told."""


class ForeseenChange(Answer, frozen=True):
    """What it would do to the first ``looked_at`` of its items, as things stand: how many it would ``change``, how many
    would be ``refused``, how many letters customers would get, and of how many events members would be told."""

    looked_at: int
    changed: int
    refused: int
    letters: int
    notices: int
    problems: list[dict[str, Any]] = []
    """Why they would be refused, as a single request would be answered, each with the ``number`` of the ticket."""


class OperationDetail(Answer, frozen=True):
    """``planned`` until it is started; after a day without that it is ``cancelled``. ``done`` counts items that
    changed, ``unchanged`` those that were so already."""

    id: int
    kind: str
    state: State
    total: int
    done: int
    failed: int
    unchanged: int
    undoes: int | None
    fault: str | None
    created_at: datetime
    ended_at: datetime | None
    unknown: list[str] = []
    """Of a preview: what was named and is not there, or may not be seen."""
    silent: bool = False
    """Nobody is told of what it does."""
    by_system: bool = False
    """The system began it; nobody starts, cancels or undoes it."""
    foreseen: ForeseenChange | None = None
    """Of a preview."""


@post(
    "/operations",
    status_code=201,
    operation_id="previewOperation",
    tags=["operations"],
    opt=needs("staff", scope="tickets:write"),
)
async def preview_operation(
    data: JSONBody[PreviewOperation],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    kinds: NamedDependency[Kinds],
    request: HttpRequest[Any, Any, Any],
) -> OperationDetail:
    """Plan long work: its targets are frozen, and nothing is done before it is started. The answer foresees what it
    would do to some of them."""
    found = await commands.preview(db, authority, kinds, data.kind, data.params, silent=data.silent)
    return _detail(
        found.operation, unknown=list(found.plan.unknown[:SHOWN]), foreseen=_foreseen(found.foreseen, request)
    )


@get("/operations", operation_id="listOperations", tags=["operations"], opt=needs("staff"))
async def list_operations(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    before: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = SHOWN,
) -> list[OperationDetail]:
    """What one planned or started, latest first; ``before`` is the id of the last one of the page before. Whoever
    publishes the policy or manages the workspace sees what the system does by itself too."""
    with_system = commands.sees_system(authority)
    async with db.read(authority.workspace_id) as tx:
        found = await rows.latest(tx, authority.person_id or 0, before, limit, with_system=with_system)
        return [_detail(one) for one in found]


@get("/operations/{operation_id:int}", operation_id="getOperation", tags=["operations"], opt=needs("staff"))
async def get_operation(
    operation_id: PathId, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> OperationDetail:
    """How far it is."""
    async with db.read(authority.workspace_id) as tx:
        return _detail(await commands.shown(tx, authority, operation_id))


@post(
    "/operations/{operation_id:int}/start",
    status_code=200,
    operation_id="startOperation",
    tags=["operations"],
    opt=needs("staff", scope="tickets:write"),
)
async def start_operation(
    operation_id: PathId, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> OperationDetail:
    """Have it done. One operation of a workspace runs at a time."""
    async with db.write(authority.workspace_id) as tx:
        return _detail(await commands.start(tx, authority, operation_id))


@post(
    "/operations/{operation_id:int}/cancel",
    status_code=200,
    operation_id="cancelOperation",
    tags=["operations"],
    opt=needs("staff", scope="tickets:write"),
)
async def cancel_operation(
    operation_id: PathId, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> OperationDetail:
    """Stop it after the chunk that is under way. What is done stays done, and can be undone."""
    async with db.write(authority.workspace_id) as tx:
        return _detail(await commands.cancel(tx, authority, operation_id))


@post(
    "/operations/{operation_id:int}/undo",
    status_code=201,
    operation_id="undoOperation",
    tags=["operations"],
    opt=needs("staff", scope="tickets:write"),
)
async def undo_operation(
    operation_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    kinds: NamedDependency[Kinds],
) -> OperationDetail:
    """Plan an operation that takes this one back, last item first. Whoever changed a value since keeps it."""
    async with db.write(authority.workspace_id) as tx:
        return _detail(await commands.undo(tx, authority, kinds, operation_id))


def _detail(
    one: Operation, *, unknown: list[str] | None = None, foreseen: ForeseenChange | None = None
) -> OperationDetail:
    return OperationDetail(
        id=one.id,
        kind=one.kind,
        state=one.state,
        total=one.total,
        done=one.done,
        failed=one.failed,
        unchanged=one.unchanged,
        undoes=one.undoes,
        fault=one.fault,
        created_at=one.created_at,
        ended_at=one.ended_at,
        unknown=unknown or [],
        silent=one.silent,
        by_system=one.actor_id is None,
        foreseen=foreseen,
    )


def _foreseen(found: Foreseen | None, request: HttpRequest[Any, Any, Any]) -> ForeseenChange | None:
    if found is None:
        return None
    told = msgspec.structs.asdict(found) | {"problems": [described(request, one) for one in found.problems]}
    return ForeseenChange(**told)


handlers = [
    preview_operation,
    list_operations,
    get_operation,
    start_operation,
    cancel_operation,
    undo_operation,
]
