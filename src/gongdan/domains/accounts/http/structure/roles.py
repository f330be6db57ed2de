"""Roles, the matrix of what they can grant, and what a change would mean for whom."""

from typing import Annotated, Any, Literal

import msgspec
from litestar import delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, SkipValidation
from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.accounts.commands import roles
from gongdan.domains.accounts.commands.proof import Fresh
from gongdan.domains.accounts.errors import RoleNotFound
from gongdan.domains.accounts.http.shapes import LocalName
from gongdan.domains.accounts.rights.authority import Authority, Scope
from gongdan.domains.accounts.rights.changes import PlaceOfRight
from gongdan.domains.accounts.rights.permissions import ACTIONS, FIELD_CLASSES, GROUPS, group_of, is_wide
from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, Rights, RoleGrant
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.bodies import Answer, PathKey, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.kernel.text import Key, Name

ActionKey = Annotated[str, Meta(max_length=63)]


class GrantBody(Request, frozen=True, kw_only=True):
    """Actions on a scope. ``led``: the teams that somebody leads. ``keys`` narrows ``team`` and ``type``."""

    scope: Scope | Literal["led"]
    actions: Annotated[list[ActionKey], Meta(min_length=1, max_length=200)]
    keys: Annotated[list[Key], Meta(max_length=100)] = []


class MakeRole(Request, frozen=True, kw_only=True):
    key: Key
    name: LocalName
    grants: Annotated[list[GrantBody], Meta(max_length=50)]
    classes: Annotated[list[ActionKey], Meta(max_length=20)] = []


class ChangeRole(Request, frozen=True, kw_only=True):
    """What is left out stays."""

    name: LocalName | UnsetType = UNSET
    grants: Annotated[list[GrantBody], Meta(max_length=50)] | UnsetType = UNSET
    classes: Annotated[list[ActionKey], Meta(max_length=20)] | UnsetType = UNSET


class PreviewRole(Request, frozen=True, kw_only=True):
    grants: Annotated[list[GrantBody], Meta(max_length=50)]
    classes: Annotated[list[ActionKey], Meta(max_length=20)] = []


class RoleDetail(Answer, frozen=True, kw_only=True):
    key: Key
    name: Name
    grants: list[dict[str, Any]]
    """Each {scope, actions, keys}."""
    classes: list[str]
    """Field classes that it opens."""
    is_shipped: bool
    """It comes with the product: copied, never changed."""
    is_of_customers: bool
    """Borne by being a customer; never given to a member."""
    bearers: int
    """Members who have it."""
    version: int
    """For ``If-Match``."""


class ActionInfo(Answer, frozen=True, kw_only=True):
    key: str
    name: Name
    group: str
    is_wide: bool
    """It concerns the workspace and no single ticket: it is granted everywhere, or not at all."""


class Matrix(Answer, frozen=True, kw_only=True):
    """All that a role can grant."""

    groups: dict[str, Name]
    actions: list[ActionInfo]
    classes: dict[str, Name]


class ActionMoved(Answer, frozen=True, kw_only=True):
    action: str
    before: list[PlaceOfRight]
    """Where they may do it now; empty: nowhere."""
    after: list[PlaceOfRight]


class BearerMoved(Answer, frozen=True, kw_only=True):
    person_id: int
    name: str
    actions: list[ActionMoved]
    opened: list[str]
    """Field classes that they could not read before."""
    closed: list[str]


class RoleForeseen(Answer, frozen=True, kw_only=True):
    """``people``: for whom something would change, of the first ``looked_at`` of all ``bearers``. Whoever has the same
    right by another role loses nothing."""

    bearers: int
    looked_at: int
    people: list[BearerMoved]


@get("/permissions", operation_id="getPermissions", tags=["people"], opt=needs("staff", "people.read"))
async def get_permissions(authority: NamedDependency[Authority]) -> Matrix:
    """The actions and field classes that roles can grant, with their names."""
    actions = [
        ActionInfo(key=key, name=name, group=group_of(key), is_wide=is_wide(key)) for key, name in ACTIONS.items()
    ]
    return Matrix(groups=GROUPS, actions=actions, classes=FIELD_CLASSES)


@get("/roles", operation_id="listRoles", tags=["people"], opt=needs("staff", "people.read"))
async def list_roles(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> list[RoleDetail]:
    """All roles with what they grant, by key."""
    async with db.read(authority.workspace_id) as tx:
        return [_detail(row) for row in await roles.roles(tx)]


@post(
    "/roles",
    status_code=201,
    operation_id="makeRole",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def make_role(
    data: JSONBody[MakeRole],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
) -> RoleDetail:
    """Make a role. Nobody grants what they do not hold themselves."""
    await fresh()
    name: Name = dict(data.name.items())
    rights = _rights(data.grants, data.classes)
    async with db.write(authority.workspace_id) as tx:
        await roles.make_role(tx, authority, data.key, name=name, rights=rights, via=via, now=clock.now())
        await tx.flush()
        return await _one(tx, data.key)


@patch(
    "/roles/{key:str}",
    operation_id="changeRole",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def change_role(
    key: PathKey,
    data: JSONBody[ChangeRole],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
    seen: NamedDependency[int | None],
) -> RoleDetail:
    """Change a role of one's own making. It holds from everybody's next request on. 412 when it was changed since
    ``If-Match``; a role that comes with the product is copied instead (409)."""
    await fresh()
    async with db.write(authority.workspace_id) as tx:
        before = await _one(tx, key)
        rights = None
        if data.grants is not UNSET or data.classes is not UNSET:
            kept = [msgspec.convert(grant, GrantBody) for grant in before.grants]
            grants = kept if data.grants is UNSET else data.grants
            rights = _rights(grants, before.classes if data.classes is UNSET else data.classes)
        name: Name | None = None if data.name is UNSET else dict(data.name.items())
        await roles.change_role(tx, authority, key, name=name, rights=rights, seen=seen, via=via, now=clock.now())
        await tx.flush()
        return await _one(tx, key)


@delete(
    "/roles/{key:str}",
    status_code=204,
    operation_id="removeRole",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def remove_role(
    key: PathKey,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
    seen: NamedDependency[int | None],
) -> None:
    """Remove a role of one's own making that nobody has any more."""
    await fresh()
    async with db.write(authority.workspace_id) as tx:
        await roles.remove_role(tx, authority, key, seen=seen, via=via, now=clock.now())


@post(
    "/roles/{key:str}/preview",
    status_code=200,
    operation_id="previewRole",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def preview_role(
    key: PathKey,
    data: JSONBody[PreviewRole],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
) -> RoleForeseen:
    """What would change for whom if the role granted this. Nothing is written."""
    async with db.read(authority.workspace_id) as tx:
        found = await roles.preview_role(tx, authority, key, _rights(data.grants, data.classes))
    people = [
        BearerMoved(
            person_id=one.person_id,
            name=one.name,
            actions=[ActionMoved(action=a.action, before=a.before, after=a.after) for a in one.change.actions],
            opened=one.change.opened,
            closed=one.change.closed,
        )
        for one in found.people
    ]
    return RoleForeseen(bearers=found.bearers, looked_at=found.looked_at, people=people)


def _rights(grants: list[GrantBody], classes: list[str]) -> Rights:
    """As they are stored: each thing once, in an order of its own."""
    return Rights(
        grants=tuple(
            RoleGrant(scope=one.scope, actions=tuple(dict.fromkeys(one.actions)), keys=tuple(sorted(set(one.keys))))
            for one in grants
        ),
        classes=tuple(dict.fromkeys(classes)),
    )


async def _one(tx: ReadTx, key: str) -> RoleDetail:
    for row in await roles.roles(tx):
        if row.key == key:
            return _detail(row)
    raise RoleNotFound(key=key)


def _detail(row: roles.RoleRow) -> RoleDetail:
    return RoleDetail(
        key=row.key,
        name=row.name,
        grants=[
            {"scope": one.scope, "actions": list(one.actions), "keys": list(one.keys)} for one in row.grants.grants
        ],
        classes=list(row.grants.classes),
        is_shipped=row.key in roles.SHIPPED_KEYS,
        is_of_customers=row.key in CUSTOMER_ROLES,
        bearers=row.bearers,
        version=row.version,
    )


handlers = [get_permissions, list_roles, make_role, change_role, remove_role, preview_role]
