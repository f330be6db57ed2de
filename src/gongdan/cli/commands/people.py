"""``gongdan user`` and ``gongdan token``."""

import getpass
import sys
from datetime import UTC, datetime, timedelta
from typing import Annotated

from cyclopts import App, Parameter

from gongdan.cli.installation import InWorkspace, NoSuchMember, installation, member, operator, the_workspace
from gongdan.cli.output import InJson, as_json, line, tell
from gongdan.domains.accounts import public as accounts
from gongdan.domains.accounts.public import NewMember, add_member, passwords, system
from gongdan.domains.routing.public import HandOverTickets, leave
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel import clock

users = App(name="user", help="管理成员 · Members of a workspace")
tokens = App(name="token", help="管理 API 令牌 · API tokens")


@users.command(name="add")
async def add_user(
    mail: str,
    *,
    name: str,
    role: tuple[str, ...] = ("agent",),
    team: tuple[str, ...] = (),
    workspace: InWorkspace = None,
    json: InJson = False,
) -> None:
    """Add a member. The password is asked for, or read from standard input when that is no terminal.

    Parameters
    ----------
    mail
        The address that they sign in with.
    name
        As others see it.
    role
        Keys of roles, for example ``system_admin``, ``lead``, ``agent``.
    team
        Keys of the teams that they belong to.
    """
    password = ask_password()
    passwords.check(password, mail=mail)
    hashed = await passwords.hash_password(password)
    async with installation() as services:
        place = await the_workspace(services, workspace)
        new = NewMember(
            name=name,
            mail=mail,
            locale=place.locale,
            zone=place.zone,
            password_hash=hashed,
            roles=role,
            teams=dict.fromkeys(team, False),
        )
        by = operator(place)
        async with services.db.write(place.id) as tx:
            person_id = await add_member(tx, by, new, via="cli", now=clock.now())
    if json:
        as_json({"id": person_id, "mail": mail})
    else:
        tell("cli.user.added", mail=mail)


@users.command(name="list")
async def list_users(*, workspace: InWorkspace = None, json: InJson = False) -> None:
    """List the members."""
    async with installation() as services:
        place = await the_workspace(services, workspace)
        async with services.db.read(place.id) as tx:
            found = await accounts.members(tx)
    if json:
        as_json(found)
        return
    for one in found:
        mark = " " if one.active else "-"
        line(f"{mark} {one.mail:36} {one.name:20} {','.join(one.roles)}  {','.join(one.teams)}")


@users.command(name="password")
async def set_user_password(mail: str, *, workspace: InWorkspace = None) -> None:
    """Set a member's password and end their sessions and tokens. It is asked for, or read from standard input.

    Parameters
    ----------
    mail
        Whose.
    """
    password = ask_password()
    async with installation() as services:
        who = await member(services, mail, workspace)
        await accounts.set_password(
            services.db,
            system(who.workspace_id, name="cli", release=who.release),
            who.person_id or 0,
            password,
            current=None,
            via="cli",
            now=clock.now(),
        )
    tell("cli.user.password_set", mail=mail)


@users.command(name="deactivate")
async def deactivate_user(
    mail: str,
    *,
    to: str | None = None,
    to_team: str | None = None,
    seats_to: str | None = None,
    workspace: InWorkspace = None,
    json: InJson = False,
) -> None:
    """Shut a member out at once: their sessions and tokens end. Workers hand over their open tickets; without a
    receiver, and where a receiver has no room, routing finds somebody.

    Parameters
    ----------
    mail
        Whom.
    to
        Mail address of the colleague who takes over.
    to_team
        Key of the team whose queue takes over.
    seats_to
        Mail address of the colleague who leads, heads, manages and stands in from now on.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        by = operator(place)
        async with services.db.write(place.id) as tx:
            heir = await _member_called(tx, seats_to) if seats_to else None
            params = HandOverTickets(
                person_id=await _member_called(tx, mail),
                to_person_id=await _member_called(tx, to) if to else None,
                to_team=to_team,
            )
            operation_id, count = await leave(tx, by, params, seats_to=heir, silent=False, via="cli", now=clock.now())
    if json:
        as_json({"operation_id": operation_id, "tickets": count})
    else:
        tell("cli.user.deactivated", mail=mail, count=count)


@users.command(name="activate")
async def activate_user(mail: str, *, workspace: InWorkspace = None) -> None:
    """Let a member in again. What was handed over stays where it is.

    Parameters
    ----------
    mail
        Whom.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        by = operator(place)
        async with services.db.write(place.id) as tx:
            await accounts.set_active(tx, by, await _member_called(tx, mail), True, via="cli", now=clock.now())
    tell("cli.user.activated", mail=mail)


@tokens.command(name="create")
async def create_token(
    *,
    user: str,
    scope: Annotated[tuple[accounts.tokens.TokenScope, ...], Parameter(negative=())] = ("all",),
    name: str = "cli",
    days: int | None = None,
    workspace: InWorkspace = None,
    json: InJson = False,
) -> None:
    """Make an API token of a member and print it: it can never be read again.

    Parameters
    ----------
    user
        Mail address of the member whose rights the token has.
    scope
        What it lets through of them.
    name
        What it is for, as lists show it.
    days
        After how many days it ends; by default never.
    """
    now = clock.now()
    async with installation() as services:
        who = await member(services, user, workspace)
        async with services.db.write(who.workspace_id) as tx:
            _, token = await accounts.make_token(
                tx,
                who,
                name=name,
                scopes=scope,
                expires_at=now + timedelta(days=days) if days else None,
                via="cli",
                now=now,
            )
    if json:
        as_json({"token": token})
    else:
        line(token)


@tokens.command(name="list")
async def list_tokens(*, user: str | None = None, workspace: InWorkspace = None, json: InJson = False) -> None:
    """List the tokens that still open something, latest first.

    Parameters
    ----------
    user
        Only those of this member.
    """
    async with installation() as services:
        if user:
            who = await member(services, user, workspace)
            workspace_id, person_id = who.workspace_id, who.person_id
        else:
            workspace_id, person_id = (await the_workspace(services, workspace)).id, None
        async with services.db.read(workspace_id) as tx:
            found = await accounts.tokens.of_person(tx, person_id)
    if json:
        as_json(found)
        return
    for one in found:
        until = f"{one.expires_at or datetime.max.replace(tzinfo=UTC):%Y-%m-%d}" if one.expires_at else "∞"
        line(f"{one.id:>18} {one.name:24} {','.join(one.scopes):16} → {until}")


@tokens.command(name="revoke")
async def revoke_token(token_id: int, *, workspace: InWorkspace = None) -> None:
    """Revoke a token: it opens nothing from the next request on.

    Parameters
    ----------
    token_id
        As ``gongdan token list`` shows it.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        by = operator(place)
        async with services.db.write(place.id) as tx:
            await accounts.revoke_token(tx, by, token_id, via="cli", now=clock.now())
    tell("cli.token.revoked", id=token_id)


async def _member_called(tx: ReadTx, mail: str) -> int:
    """The id of whoever signs in with the address, active or not.

    Raises:
        NoSuchMember.
    """
    for one in await accounts.members_by_mail(tx, [mail]):
        return one.id
    raise NoSuchMember(mail=mail)


def ask_password() -> str:
    """From the terminal without echo, else the first line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass("密码 · Password: ")
    return sys.stdin.readline().rstrip("\r\n")
