"""Members, for administrators."""

from typing import Any
from zoneinfo import available_timezones

from litestar import Request, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import JSONBody, SkipValidation
from msgspec import UNSET

from gongdan.domains.accounts import queries
from gongdan.domains.accounts.commands import people
from gongdan.domains.accounts.commands.credentials import set_password
from gongdan.domains.accounts.commands.duty import set_duty
from gongdan.domains.accounts.commands.proof import Fresh
from gongdan.domains.accounts.credentials import passwords, sessions
from gongdan.domains.accounts.errors import MemberNotFound
from gongdan.domains.accounts.http.shapes import (
    AddMember,
    MemberDetail,
    SetMember,
    SetPassword,
    Skill,
)
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via


@get("/members", operation_id="listMembers", tags=["people"], opt=needs("staff", "people.read"))
async def list_members(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> list[MemberDetail]:
    """All members, by name."""
    async with db.read(authority.workspace_id) as tx:
        return [_member(row) for row in await queries.members(tx)]


@post(
    "/members",
    status_code=201,
    operation_id="addMember",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def add_member(
    data: JSONBody[AddMember],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
) -> MemberDetail:
    """Add a member. Without a password they cannot sign in by one until it is set."""
    await fresh()
    if data.zone is not None and data.zone not in available_timezones():
        raise Invalid(faults=(FieldFault(field="zone", code="accounts.unknown_zone"),))
    hashed = None
    if data.password is not None:
        passwords.check(data.password, mail=data.mail)
        hashed = await passwords.hash_password(data.password)
    new = people.NewMember(
        name=data.name,
        mail=data.mail,
        locale=data.locale or authority.locale,
        zone=data.zone or authority.zone,
        password_hash=hashed,
        roles=tuple(data.roles),
        teams=data.teams,
    )
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        person_id = await people.add_member(tx, authority, new, via=via, now=now)
        await tx.flush()
        return await _one(tx, person_id)


@patch(
    "/members/{person_id:int}",
    operation_id="setMember",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def set_member(
    person_id: PathId,
    data: JSONBody[SetMember],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
) -> MemberDetail:
    """Change a member's name, mail address, roles, teams, manager, shift, skills, or whether they are let in. All of it
    happens, or nothing. Who is no longer let in stands in for nobody, and their sessions and tokens end."""
    if any(part is not UNSET for part in (data.roles, data.active, data.mail)):
        await fresh()
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        if data.name is not UNSET:
            await people.set_person(tx, authority, person_id, name=data.name, via=via, now=now)
        if data.mail is not UNSET:
            await people.set_mail(tx, authority, person_id, data.mail, via=via, now=now)
        if data.roles is not UNSET:
            await people.set_roles(tx, authority, person_id, data.roles, via=via, now=now)
        if data.teams is not UNSET:
            await people.set_teams(tx, authority, person_id, data.teams, via=via, now=now)
        if duty := _duty(data):
            await set_duty(tx, authority, person_id, duty, via=via, now=now)
        if data.active is not UNSET:
            await people.set_active(tx, authority, person_id, data.active, via=via, now=now)
    async with db.read(authority.workspace_id) as tx:
        return await _one(tx, person_id)


@put(
    "/members/{person_id:int}/password",
    status_code=204,
    operation_id="setMemberPassword",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def set_member_password(
    person_id: PathId,
    data: JSONBody[SetPassword],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    fresh: NamedDependency[SkipValidation[Fresh]],
    request: Request[Any, Any, Any],
) -> None:
    """Set a member's password; their sessions end, and their tokens."""
    await fresh()
    mine = sessions.cookie_secret(request) if person_id == authority.person_id else ""
    await set_password(
        db, authority, person_id, data.password, current=data.current, keep=mine, via=via, now=clock.now()
    )


handlers = [list_members, add_member, set_member, set_member_password]


def _member(row: queries.Member) -> MemberDetail:
    return MemberDetail(
        id=row.id,
        name=row.name,
        mail=row.mail,
        active=row.active,
        presence=row.presence,
        teams=row.teams,
        led_teams=row.led_teams,
        roles=row.roles,
        manager_id=row.manager_id,
        calendar=row.calendar,
        routable=row.routable,
        skills={key: Skill(level=one.level, expires_on=one.expires_on) for key, one in row.skills.items()},
        has_password=row.has_password,
    )


def _duty(data: SetMember) -> dict[str, Any]:
    wanted: dict[str, Any] = {"manager_id": data.manager_id, "calendar": data.calendar, "routable": data.routable}
    if data.skills is not UNSET:
        wanted["skills"] = {
            key: queries.HeldSkill(one.level, one.expires_on) for key, one in sorted(data.skills.items())
        }
    return {part: value for part, value in wanted.items() if value is not UNSET}


async def _one(tx: ReadTx, person_id: int) -> MemberDetail:
    for row in await queries.members(tx, person_id):
        return _member(row)
    raise MemberNotFound(person_id=person_id)
