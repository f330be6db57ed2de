"""Departments, as a tree with heads."""

from litestar import delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET, UnsetType

from gongdan.domains.accounts.commands import departments
from gongdan.domains.accounts.errors import DepartmentNotFound
from gongdan.domains.accounts.http.shapes import LocalName
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.bodies import Answer, Id, PathKey, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.kernel.text import Key, Name


class MakeDepartment(Request, frozen=True, kw_only=True):
    key: Key
    name: LocalName
    parent: Key | None = None
    """None: at the top."""
    head_id: Id | None = None


class ChangeDepartment(Request, frozen=True, kw_only=True):
    """What is left out stays."""

    name: LocalName | UnsetType = UNSET
    parent: Key | UnsetType | None = UNSET
    head_id: Id | UnsetType | None = UNSET


class DepartmentDetail(Answer, frozen=True, kw_only=True):
    key: Key
    name: Name
    parent: str | None
    head_id: int | None
    """They reach the teams of its whole subtree, with a role that has rights in departments."""
    teams: list[str]
    """Those of itself, without its subtree's."""
    version: int
    """For ``If-Match``."""


@get("/departments", operation_id="listDepartments", tags=["people"], opt=needs("staff", "people.read"))
async def list_departments(
    authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[DepartmentDetail]:
    """All departments, by key; ``parent`` makes the tree."""
    async with db.read(authority.workspace_id) as tx:
        return [_detail(row) for row in await departments.departments(tx)]


@post(
    "/departments",
    status_code=201,
    operation_id="makeDepartment",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def make_department(
    data: JSONBody[MakeDepartment],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> DepartmentDetail:
    """Make a department below another one, or at the top."""
    name: Name = dict(data.name.items())
    async with db.write(authority.workspace_id) as tx:
        await departments.make_department(
            tx, authority, data.key, name=name, parent=data.parent, head_id=data.head_id, via=via, now=clock.now()
        )
        await tx.flush()
        return await _one(tx, data.key)


@patch(
    "/departments/{key:str}",
    operation_id="changeDepartment",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def change_department(
    key: PathKey,
    data: JSONBody[ChangeDepartment],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> DepartmentDetail:
    """Change a department's name, place in the tree or head. It changes at once who reaches which teams. 412 when it
    was changed since ``If-Match``."""
    wanted = {"name": data.name, "parent": data.parent, "head_id": data.head_id}
    given = {part: value for part, value in wanted.items() if value is not UNSET}
    async with db.write(authority.workspace_id) as tx:
        await departments.change_department(tx, authority, key, given, seen=seen, via=via, now=clock.now())
        await tx.flush()
        return await _one(tx, key)


@delete(
    "/departments/{key:str}",
    status_code=204,
    operation_id="removeDepartment",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def remove_department(
    key: PathKey,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> None:
    """Remove a department that has neither teams nor departments below it."""
    async with db.write(authority.workspace_id) as tx:
        await departments.remove_department(tx, authority, key, seen=seen, via=via, now=clock.now())


async def _one(tx: ReadTx, key: str) -> DepartmentDetail:
    for row in await departments.departments(tx):
        if row.key == key:
            return _detail(row)
    raise DepartmentNotFound(key=key)


def _detail(row: departments.DepartmentRow) -> DepartmentDetail:
    return DepartmentDetail(
        key=row.key,
        name=row.name,
        parent=row.parent,
        head_id=row.head_id,
        teams=row.teams,
        version=row.version,
    )


handlers = [list_departments, make_department, change_department, remove_department]
