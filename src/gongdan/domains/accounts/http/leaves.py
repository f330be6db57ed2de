"""When members are away, and who stands in for them."""

from datetime import datetime
from typing import Annotated

from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, QueryParameter

from gongdan.domains.accounts.commands import leaves
from gongdan.domains.accounts.http.shapes import LeaveDetail, SetLeave
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via


@get("/members/{person_id:int}/leaves", operation_id="listLeaves", tags=["people"], opt=needs("staff"))
async def list_leaves(
    person_id: PathId, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[LeaveDetail]:
    """Leaves of a member that are not over: one's own, of members of teams that one leads, or with `people.manage`."""
    async with db.read(authority.workspace_id) as tx:
        await leaves.require_to_know(tx, authority, person_id)
        return [_detail(row) for row in await leaves.leaves_of(tx, person_id, clock.now())]


@get("/members/{person_id:int}/leaves/past", operation_id="listPastLeaves", tags=["people"], opt=needs("staff"))
async def list_past_leaves(
    person_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    before: Annotated[datetime | None, QueryParameter()] = None,
) -> list[LeaveDetail]:
    """Leaves of a member that are over, the last first, 50 at a time: for the next page `before` is when the last of
    this one ended."""
    now = clock.now()
    async with db.read(authority.workspace_id) as tx:
        await leaves.require_to_know(tx, authority, person_id)
        return [_detail(row) for row in await leaves.past_leaves(tx, person_id, min(before or now, now))]


@post(
    "/members/{person_id:int}/leaves",
    status_code=201,
    operation_id="setLeave",
    tags=["people"],
    opt=needs("staff", scope="admin"),
)
async def set_leave(
    person_id: PathId,
    data: JSONBody[SetLeave],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> LeaveDetail:
    """Say that a member is away. Meanwhile no work comes to them, and what they have to work on goes to the substitute,
    or back into its queue."""
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        row = await leaves.set_leave(
            tx,
            authority,
            person_id,
            from_at=data.from_at,
            until_at=data.until_at,
            substitute_id=data.substitute_id,
            via=via,
            now=now,
        )
    return _detail(row)


@delete(
    "/members/{person_id:int}/leaves/{leave_id:int}",
    status_code=204,
    operation_id="cancelLeave",
    tags=["people"],
    opt=needs("staff", scope="admin"),
)
async def cancel_leave(
    person_id: PathId,
    leave_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> None:
    """Take a leave back, or end it early."""
    async with db.write(authority.workspace_id) as tx:
        await leaves.cancel_leave(tx, authority, person_id, leave_id, via=via, now=clock.now())


handlers = [list_leaves, list_past_leaves, set_leave, cancel_leave]


def _detail(row: leaves.LeaveRow) -> LeaveDetail:
    return LeaveDetail(id=row.id, from_at=row.from_at, until_at=row.until_at, substitute_id=row.substitute_id)
