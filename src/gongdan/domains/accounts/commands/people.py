"""Adding people and changing what they are."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from gongdan.domains.accounts import queries, writes
from gongdan.domains.accounts.credentials import sessions
from gongdan.domains.accounts.errors import LastAdministrator, MailTaken, OneselfKept
from gongdan.domains.accounts.events import (
    MemberActivated,
    MemberAdded,
    PersonAdded,
    PersonChanged,
    PresenceSet,
    RolesSet,
    SessionsRevoked,
    TeamMembersSet,
    TeamsSet,
    key_id,
)
from gongdan.domains.accounts.rights import access
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.domains.accounts.rights.roles import SYSTEM_ADMIN
from gongdan.infra.db.tx import Query, Tx
from gongdan.kernel.events import Event, Via
from gongdan.kernel.text import normalise


class NewMember(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    mail: str
    locale: str
    zone: str
    password_hash: str | None = None
    """None: they cannot sign in by password until one is set."""
    roles: tuple[str, ...] = ()
    teams: Mapping[str, bool] = {}
    """Team → whether they lead it."""


async def add_member(tx: Tx, authority: Authority, new: NewMember, *, via: Via, now: datetime) -> int:
    """Make a person, or the one whom this mail address names already, a member; return their id.

    Raises:
        Forbidden: the actor may not manage people.
        MailTaken: another member signs in with this address.
        UnknownKeys: a role or team is none of this workspace.
        RightsAboveOwn: a role grants more than the actor holds.
    """
    access.require(authority, "people.manage")
    mail = normalise(new.mail)
    rights = await access.roles_to_give(tx, new.roles)
    access.require_no_more_than_own(authority, rights.values())
    await access.require_teams(tx, new.teams)
    known = await _person_to_become_member(tx, mail)

    person_id = known or tx.ids.next()
    happened: list[Event] = [] if known else [PersonAdded(name=new.name)]
    happened.append(MemberAdded(mail=mail))
    if new.roles:
        happened.append(RolesSet(before=(), after=tuple(sorted(rights))))
    if new.teams:
        happened.append(TeamsSet(before={}, after=dict(new.teams)))

    if not known:
        writes.add_person(tx, person_id, name=new.name, locale=new.locale, zone=new.zone, now=now)
        writes.add_mail_identity(tx, person_id, mail)
    writes.add_member(tx, person_id, mail=mail, password_hash=new.password_hash)
    writes.set_roles(tx, person_id, sorted(rights))
    writes.set_teams(tx, person_id, new.teams)
    await writes.record(tx, authority, "person", person_id, *happened, via=via, now=now)
    await _tell_teams(tx, authority, person_id, before={}, after=new.teams, via=via, now=now)
    return person_id


async def set_roles(
    tx: Tx, authority: Authority, person_id: int, roles: Sequence[str], *, via: Via, now: datetime
) -> None:
    """Give a member exactly these roles. It holds from their next request on.

    Raises:
        Forbidden, MemberNotFound, UnknownKeys, RightsAboveOwn: see ``access``.
        LastAdministrator: nobody else would be system administrator.
    """
    access.require(authority, "people.manage")
    member = await access.member_for_change(tx, authority, person_id)
    rights = await access.roles_to_give(tx, roles)
    gained = {key: body for key, body in rights.items() if key not in member.roles}
    access.require_no_more_than_own(authority, gained.values())
    if SYSTEM_ADMIN in member.roles and SYSTEM_ADMIN not in rights:
        await _require_another_administrator(tx, person_id)
    before, after = tuple(sorted(member.roles)), tuple(sorted(rights))
    if before == after:
        return

    writes.set_roles(tx, person_id, after)
    await writes.record(tx, authority, "person", person_id, RolesSet(before=before, after=after), via=via, now=now)


async def set_teams(
    tx: Tx, authority: Authority, person_id: int, teams: Mapping[str, bool], *, via: Via, now: datetime
) -> None:
    """Make a member belong to exactly these teams; the value says whether they lead. It holds from their next
    request on.

    Raises:
        Forbidden, MemberNotFound, UnknownKeys, RightsAboveOwn: see ``access``.
    """
    access.require(authority, "people.manage")
    member = await access.member_for_change(tx, authority, person_id)
    await access.require_teams(tx, teams)
    if member.teams == dict(teams):
        return
    if any((leads and not member.teams.get(team)) or team not in member.teams for team, leads in teams.items()):
        await access.require_to_widen(tx, authority, (person_id,))

    writes.set_teams(tx, person_id, teams)
    change = TeamsSet(before=member.teams, after=dict(teams))
    await writes.record(tx, authority, "person", person_id, change, via=via, now=now)
    await _tell_teams(tx, authority, person_id, before=member.teams, after=teams, via=via, now=now)


async def set_active(tx: Tx, authority: Authority, person_id: int, active: bool, *, via: Via, now: datetime) -> None:
    """Let a member in again, or shut them out at once: their sessions and tokens end. Of their tickets the open ones
    go back into their queues (routing), unless they are handed over; the others stay theirs.

    Raises:
        Forbidden, MemberNotFound, RightsAboveOwn: see ``access``.
        OneselfKept: it is the actor.
        LastAdministrator: nobody else would be system administrator.
    """
    access.require(authority, "people.manage")
    member = await access.member_for_change(tx, authority, person_id)
    if member.active == active:
        return
    if not active and person_id == authority.person_id:
        raise OneselfKept(person_id=person_id)
    if not active and SYSTEM_ADMIN in member.roles:
        await _require_another_administrator(tx, person_id)

    writes.set_active(tx, person_id, active, now)
    await writes.record(tx, authority, "person", person_id, MemberActivated(active=active), via=via, now=now)


async def set_person(
    tx: Tx,
    authority: Authority,
    person_id: int,
    *,
    name: str | None = None,
    locale: str | None = None,
    zone: str | None = None,
    undo_send_s: int | None = None,
    via: Via,
    now: datetime,
) -> None:
    """Change what is given of a member's name, language, zone and time to take back a reply.

    Raises:
        MemberNotFound, RightsAboveOwn: see ``access``.
    """
    member = await access.member_for_change(tx, authority, person_id)
    wanted = {"name": name, "locale": locale, "zone": zone, "undo_send_s": undo_send_s}
    after = {key: value for key, value in wanted.items() if value not in (None, getattr(member, key))}
    if not after:
        return

    writes.set_person(tx, person_id, after)
    change = PersonChanged(before={key: getattr(member, key) for key in after}, after=after)
    await writes.record(tx, authority, "person", person_id, change, via=via, now=now)


async def set_mail(tx: Tx, authority: Authority, person_id: int, mail: str, *, via: Via, now: datetime) -> None:
    """Give a member another address to sign in with. What comes from the old one is still theirs.

    Raises:
        Forbidden, MemberNotFound, RightsAboveOwn: see ``access``.
        MailTaken: it is somebody else's, member or customer.
    """
    access.require(authority, "people.manage")
    member = await access.member_for_change(tx, authority, person_id)
    wanted = normalise(mail)
    if wanted == member.mail:
        return
    owner = await _person_to_become_member(tx, wanted, besides=person_id)
    if owner not in (None, person_id):
        raise MailTaken(mail=wanted)

    writes.set_mail(tx, person_id, wanted)
    if owner is None:
        writes.add_mail_identity(tx, person_id, wanted)
    change = PersonChanged(before={"mail": member.mail}, after={"mail": wanted})
    await writes.record(tx, authority, "person", person_id, change, via=via, now=now)


async def set_presence(
    tx: Tx,
    authority: Authority,
    person_id: int,
    presence: str,
    *,
    by: Literal["hand", "auto"] = "hand",
    via: Via,
    now: datetime,
) -> None:
    """Say that a member is available, away or offline; saying the same again says that they are still there. Who is
    offline without having said so (``auto``) is asked when they come back, and comes back with their first deed.

    Raises:
        MemberNotFound, RightsAboveOwn: see ``access``.
    """
    member = await access.member_for_change(tx, authority, person_id)
    writes.set_presence(tx, person_id, presence, now, by=by)
    if member.presence == presence:
        return

    change = PresenceSet(before=member.presence, after=presence, by=by)
    await writes.record(tx, authority, "person", person_id, change, via=via, now=now)


async def revoke_sessions(
    tx: Tx,
    authority: Authority,
    person_id: int,
    *,
    only: str | None = None,
    keep: str | None = None,
    via: Via,
    now: datetime,
) -> None:
    """End a member's sessions: all, the one with id ``only``, or all but ``keep``.

    Raises:
        MemberNotFound, RightsAboveOwn: see ``access``.
        SessionNotFound: they have no session ``only``.
    """
    await access.member_for_change(tx, authority, person_id)
    ended = await sessions.revoke(tx, person_id, only=only, keep=keep)
    if ended:
        await writes.record(tx, authority, "person", person_id, SessionsRevoked(count=ended), via=via, now=now)
        await _leave_with_last_session(tx, authority, person_id, via=via, now=now)


async def sign_out(tx: Tx, authority: Authority, person_id: int, secret: str, *, via: Via, now: datetime) -> None:
    """End a member's session. Who signs out everywhere is not there any more: the router gives them no work."""
    if await sessions.end(tx, secret):
        await _leave_with_last_session(tx, authority, person_id, via=via, now=now)


async def _leave_with_last_session(tx: Tx, authority: Authority, person_id: int, *, via: Via, now: datetime) -> None:
    if not await sessions.is_signed_in(tx, person_id):
        await set_presence(tx, authority, person_id, "offline", by="auto", via=via, now=now)


async def _person_to_become_member(tx: Tx, mail: str, *, besides: int | None = None) -> int | None:
    """The person whom the address names, if any; a member only ``besides``. The address is locked, so that it is
    given to one of two at once."""
    await tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(hashtextextended(%(mail)s, %(workspace)s))", {"mail": mail})
    )
    if await queries.member_by_mail(tx, mail):
        raise MailTaken(mail=mail)
    person_id = await queries.person_by_mail(tx, mail)
    if person_id not in (None, besides) and await queries.is_member(tx, person_id):
        raise MailTaken(mail=mail)
    return person_id


async def _require_another_administrator(tx: Tx, person_id: int) -> None:
    """Two administrators who take each other's role at the same time wait for one another here."""
    _, others = await tx.gather(
        Query(tuple, "select pg_advisory_xact_lock(%(workspace)s)", {}),
        Query(
            tuple,
            """
            select m.person_id
              from member m
              join member_role mr on mr.workspace_id = m.workspace_id and mr.person_id = m.person_id
             where m.workspace_id = %(workspace)s
               and m.active
               and mr.role = %(role)s
               and m.person_id <> %(person)s
             limit 1
            """,
            {"person": person_id, "role": SYSTEM_ADMIN},
        ),
    )
    if not others:
        raise LastAdministrator(person_id=person_id)


async def _tell_teams(
    tx: Tx,
    authority: Authority,
    person_id: int,
    *,
    before: Mapping[str, bool],
    after: Mapping[str, bool],
    via: Via,
    now: datetime,
) -> None:
    """The change of one member's teams, in the streams of the teams that it concerns, in the order of their keys."""
    for key in sorted(set(before) | set(after)):
        if before.get(key) == after.get(key):
            continue
        joined = {person_id: after[key]} if key in after else {}
        left = () if key in after else (person_id,)
        event = TeamMembersSet(key=key, joined=joined, left=left)
        await writes.record(tx, authority, "team", key_id(key), event, via=via, now=now)
