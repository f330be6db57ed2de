"""Teams and duty rosters."""

from typing import Annotated

from litestar import get, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.accounts import queries
from gongdan.domains.accounts.commands import structure
from gongdan.domains.accounts.errors import TeamNotFound
from gongdan.domains.accounts.http.shapes import LocalName
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.bodies import Answer, Id, PathKey, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.kernel.text import Key, Name


class MakeTeam(Request, frozen=True, kw_only=True):
    key: Key
    name: LocalName
    department: Key | None = None
    is_roster: bool = False


class ChangeTeam(Request, frozen=True, kw_only=True):
    """What is left out stays; ``members`` replaces who belonged to it, and goes together with ``leads``."""

    name: LocalName | UnsetType = UNSET
    department: Key | UnsetType | None = UNSET
    calendar: Key | UnsetType | None = UNSET
    """Of the policy: its hours are the shift of the members. Null: they are on shift always."""
    members: Annotated[list[Id], Meta(max_length=500)] | UnsetType = UNSET
    leads: Annotated[list[Id], Meta(max_length=500)] = []
    """Of the members those who lead it."""


class TeamDetail(Answer, frozen=True, kw_only=True):
    key: Key
    name: Name
    department: str | None
    is_roster: bool
    calendar: str | None
    """Whose hours are the members' shift; null: they are on shift always."""
    members: list[int]
    leads: list[int]
    """Of the members those who lead it."""
    version: int
    """For ``If-Match``."""


@get("/teams", operation_id="listTeams", tags=["people"], opt=needs("staff", "people.read"))
async def list_teams(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> list[TeamDetail]:
    """All teams and duty rosters with who belongs to them, by key."""
    async with db.read(authority.workspace_id) as tx:
        return [_detail(row) for row in await queries.teams(tx)]


@post(
    "/teams",
    status_code=201,
    operation_id="makeTeam",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def make_team(
    data: JSONBody[MakeTeam],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> TeamDetail:
    """Make a team or a duty roster."""
    name: Name = dict(data.name.items())
    async with db.write(authority.workspace_id) as tx:
        await structure.make_team(
            tx,
            authority,
            data.key,
            name=name,
            department=data.department,
            is_roster=data.is_roster,
            via=via,
            now=clock.now(),
        )
        await tx.flush()
        return await _one(tx, data.key)


@patch(
    "/teams/{key:str}",
    operation_id="changeTeam",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def change_team(
    key: PathKey,
    data: JSONBody[ChangeTeam],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> TeamDetail:
    """Change a team's name, department, shift or members. Who belongs to it holds from their next request on. 412
    when name, department or shift were changed since ``If-Match``."""
    wanted = {"name": data.name, "department": data.department, "calendar": data.calendar}
    async with db.write(authority.workspace_id) as tx:
        await structure.change_team(
            tx,
            authority,
            key,
            {part: value for part, value in wanted.items() if value is not UNSET},
            members=_members(data),
            seen=seen,
            via=via,
            now=clock.now(),
        )
        await tx.flush()
        return await _one(tx, key)


def _members(data: ChangeTeam) -> dict[int, bool] | None:
    if data.members is UNSET:
        return None
    return {person_id: person_id in data.leads for person_id in data.members}


async def _one(tx: ReadTx, key: str) -> TeamDetail:
    for row in await queries.teams(tx):
        if row.key == key:
            return _detail(row)
    raise TeamNotFound(key=key)


def _detail(row: queries.Team) -> TeamDetail:
    return TeamDetail(
        key=row.key,
        name=row.name,
        department=row.department,
        is_roster=row.is_roster,
        calendar=row.calendar,
        members=row.members,
        leads=row.leads,
        version=row.version,
    )


handlers = [list_teams, make_team, change_team]
