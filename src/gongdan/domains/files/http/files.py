"""Uploading and reading files."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Final
from urllib.parse import quote, unquote

from litestar import Request, get, post
from litestar.di import NamedDependency
from litestar.params import HeaderParameter, PathParameter, QueryParameter, SkipValidation
from litestar.response import Stream

from gongdan.domains.files import links
from gongdan.domains.files.keep import MOST, add, keep, new_key
from gongdan.domains.files.kinds import PDF, UNKNOWN, is_shown
from gongdan.domains.files.lookup import file
from gongdan.domains.files.public import FileRef, Visitor
from gongdan.domains.files.quotas import charge, room
from gongdan.domains.files.sweeping import await_use
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.bodies import PathId, RawBody
from gongdan.infra.http.guard import needs, rated
from gongdan.infra.http.idempotency import Once
from gongdan.infra.storage import ContentTooLarge, Storage
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid, NotFound

Gate = Callable[[ReadTx, int], Awaitable[bool]]
"""Whether whoever asks may read a file now, by the messages that have it; an upload that none has is its bearer's."""

_FORMS: Final = rated(burst=20, per_second=1 / 30, of="guests")
"""A guest sends the files of one form at once."""
_HEADERS: Final = {
    "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, max-age=1800, immutable",
}
_FRAMED: Final = {
    "Content-Security-Policy": _HEADERS["Content-Security-Policy"] + "; frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
}
"""Of a PDF: pages of ours show it in a frame, where the browser's own reader opens it, in its sandbox."""


@post(
    "/files",
    status_code=201,
    operation_id="uploadFile",
    tags=["files"],
    request_max_body_size=None,
    operation_class=RawBody,
    opt=needs("guest", scope="tickets:write") | {"once": "stream"} | _FORMS,
)
async def upload_file(
    visitor: NamedDependency[Visitor],
    db: NamedDependency[Database],
    storage: NamedDependency[Storage],
    secret: NamedDependency[bytes],
    once: NamedDependency[Once],
    request: Request[Any, Any, Any],
    x_file_name: Annotated[str, HeaderParameter(name="X-File-Name", max_length=1_000, required=False)] = "",
) -> FileRef:
    """Upload a file of at most 25 MB: the body is its bytes, ``X-File-Name`` its name, percent-encoded as UTF-8.

    What type it is, its bytes say; ``Content-Type`` is not believed. The answered id goes into ``files`` of
    a message; what no message has within a day is removed.
    """
    most = await _most(db, visitor)
    if (request.content_length or 0) > most:
        raise ContentTooLarge(most=most)
    kept = await keep(storage, visitor.workspace_id, request.stream(), name=unquote(x_file_name), most=most)
    if not kept.size:
        raise Invalid(faults=(FieldFault("body", "required"),))
    once.about(f"{kept.hash} {kept.name}".encode())
    async with db.write(visitor.workspace_id) as tx:
        now = clock.now()
        await charge(tx, visitor.quotas, kept.size, now)
        key = new_key()
        file_id = add(tx, kept, uploader_id=visitor.person_id, now=now, key=key, bearer=visitor.bearer)
        await_use(tx, file_id, now=now)
        url = links.address(secret, visitor.workspace_id, file_id, kept.name, bearer=visitor.bearer, now=now)
    return FileRef(id=key, name=kept.name, type=kept.type, size=kept.size, url=url)


@get("/files/{file_id:int}/{name:str}", operation_id="readFile", tags=["files"], opt=needs("guest"))
async def read_file(
    file_id: PathId,
    name: Annotated[str, PathParameter(max_length=1_000)],
    until: Annotated[int, QueryParameter(ge=0, le=2**40)],
    mac: Annotated[str, QueryParameter(max_length=64)],
    visitor: NamedDependency[Visitor],
    db: NamedDependency[Database],
    storage: NamedDependency[Storage],
    secret: NamedDependency[bytes],
    gate: NamedDependency[SkipValidation[Gate]],
) -> Stream:
    """Read a file at its signed address, as the one whom the address was made for, for as long as they may read the
    message that it hangs on. Pictures, sound, film and PDFs are shown in place, everything else is saved."""
    workspace_id = visitor.workspace_id
    if not links.is_good(secret, workspace_id, file_id, bearer=visitor.bearer, until=until, mac=mac, now=clock.now()):
        raise NotFound
    async with db.read(workspace_id) as tx:
        found = await file(tx, file_id) if await gate(tx, file_id) else None
    if found is None:
        raise NotFound
    content = await storage.stream(workspace_id, found.hash)
    way, type_ = ("inline", found.type) if is_shown(found.type, found.name) else ("attachment", UNKNOWN)
    disposition = f"{way}; filename*=UTF-8''{quote(found.name, safe='')}"
    shown = _FRAMED if type_ == PDF else {}
    headers = {**_HEADERS, **shown, "Content-Disposition": disposition, "Content-Length": str(found.size)}
    return Stream(content, media_type=type_, headers=headers)


async def _most(db: Database, visitor: Visitor) -> int:
    """Bytes that this upload may have; of somebody from outside no more than their quotas leave."""
    if not visitor.quotas:
        return MOST
    async with db.read(visitor.workspace_id) as tx:
        return min(MOST, await room(tx, visitor.quotas, clock.now()))
