"""The directory over HTTP."""

import hashlib
from typing import Annotated

import msgspec
from litestar import Response, get
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import HeaderParameter

from gongdan.domains.accounts.public import Authority, Directory, may_somewhere, members, teams
from gongdan.domains.inbox.directory.colleagues import worked_with
from gongdan.domains.inbox.directory.read import directory
from gongdan.domains.tickets.public import RuleBook
from gongdan.domains.workflow.public import versions_query
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs


@get(
    "/directory",
    operation_id="getDirectory",
    tags=["session"],
    opt=needs("staff"),
    responses={304: ResponseSpec(None, description="As it was.", generate_examples=False)},
    response_headers=[ResponseHeader("ETag", description="Of this state.", documentation_only=True)],
)
async def get_directory(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    if_none_match: Annotated[str | None, HeaderParameter(name="If-None-Match", max_length=100, required=False)] = None,
) -> Response[Directory]:
    """Names of everything that tickets refer to by key or id. Who may not look people up, such as an outside vendor, is
    told of those whom they work with. 304 while ``If-None-Match`` is its ``ETag``."""
    book = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id) as tx:
        groups, people = await teams(tx), await members(tx)
        (versions,) = await tx.gather(versions_query())
        if not may_somewhere(authority, "people.read"):
            groups, people = await worked_with(tx, authority, groups, people)
        found = directory(book, versions, groups, people)
    etag = f'"{hashlib.sha256(msgspec.json.encode(found)).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if if_none_match == etag:
        return Response(None, status_code=304, headers=headers)  # type: ignore[arg-type]  # has no body
    return Response(found, headers=headers)


handlers = [get_directory]
