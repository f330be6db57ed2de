"""Letting somebody choose a password: a link that is good for one time, for who is new and for who forgot."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from gongdan.domains.accounts import queries, writes
from gongdan.domains.accounts.commands.sign_in import From
from gongdan.domains.accounts.credentials import attempts, links, sessions, tokens
from gongdan.domains.accounts.credentials.passwords import check, hash_password
from gongdan.domains.accounts.errors import LinkInvalid, MemberNotFound, PasswordLinkInvalid
from gongdan.domains.accounts.events import PasswordLinkMade, PasswordSet, SessionsRevoked, SignedIn, TokenRevoked
from gongdan.domains.accounts.rights import access
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Database, Query, ReadTx, Tx
from gongdan.infra.log.append import append
from gongdan.kernel.errors import Forbidden
from gongdan.kernel.events import Actor, Event, Via


class Invited(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a link to choose a password is for."""

    person_id: int
    name: str
    mail: str
    locale: str
    workspace_name: str
    active: bool
    password_hash: str | None
    let_in: int
    rights: str
    """Of their roles, as text."""

    @property
    def stamp(self) -> str:
        return links.stamp_of(self.password_hash, let_in=self.let_in, rights=self.rights)


async def invite(
    tx: Tx, authority: Authority, person_id: int, key: bytes, *, mailed: bool, via: Via, now: datetime
) -> tuple[Invited, str]:
    """The token of a link by which this member chooses a password; whoever has it is let in as them.

    Raises:
        Forbidden: the actor may not manage people; or by an API token, for its own person: the link would open more
            than the token does.
        MemberNotFound, RightsAboveOwn: see ``access``. Who is not let in is sent no link.
    """
    access.require(authority, "people.manage")
    if authority.token_id is not None and authority.person_id == person_id:
        raise Forbidden(action="password")
    await access.member_for_change(tx, authority, person_id)
    invited = await _invited(tx, person_id)
    if invited is None or not invited.active:
        raise MemberNotFound(person_id=person_id)
    token = links.password_link(
        key,
        workspace_id=tx.workspace_id,
        person_id=person_id,
        mail=invited.mail,
        stamp=invited.stamp,
        now=now,
    )
    event = PasswordLinkMade(mailed=mailed, expires_at=now + links.PASSWORD_LASTS)
    await writes.record(tx, authority, "person", person_id, event, via=via, now=now)
    return invited, token


class _Uninvited(msgspec.Struct, frozen=True):
    person_id: int


async def never_invited(tx: ReadTx, people: Sequence[int]) -> list[int]:
    """Those of these members, in their order, who are let in, have no password, and were never made a link to choose
    one. Served by the primary keys of ``member`` and ``event``."""
    found = await tx.rows(
        _Uninvited,
        """
        select m.person_id
          from member m
         where m.workspace_id = %(workspace)s and m.person_id = any(%(people)s) and m.active
           and m.password_hash is null
           and not exists (
                 select from event e
                  where e.workspace_id = m.workspace_id and e.stream = 'person' and e.stream_id = m.person_id
                    and e.kind = %(kind)s)
        """,
        people=list(people),
        kind=str(PasswordLinkMade.__struct_config__.tag),
    )
    known = {row.person_id for row in found}
    return [person_id for person_id in people if person_id in known]


async def look(tx: ReadTx, key: bytes, token: str, *, now: datetime) -> Invited:
    """Whom the link is for, as long as it is good and they are let in with the same rights as when it was made.

    Raises:
        PasswordLinkInvalid: see there.
    """
    try:
        link = links.read(key, token, now=now)
    except LinkInvalid:
        raise PasswordLinkInvalid from None
    if link.purpose != "password" or link.workspace_id != tx.workspace_id:
        raise PasswordLinkInvalid
    found = await _invited(tx, link.person_id)
    if found is None or not found.active or found.mail != link.mail:
        raise PasswordLinkInvalid
    if found.stamp != link.stamp:
        raise PasswordLinkInvalid
    return found


async def choose_password(
    db: Database,
    workspace_id: int,
    key: bytes,
    token: str,
    password: str,
    *,
    origin: From,
    now: datetime,
    instead_of: str = "",
) -> str:
    """Set the password of whom the link is for, end what the old one opened, and return the secret of a new session.

    Raises:
        PasswordLinkInvalid: see there; also when it is used twice at once.
        PasswordWeak: it breaks a rule; the link stays good.
    """
    async with db.read(workspace_id) as reading:
        invited = await look(reading, key, token, now=now)
    check(password, mail=invited.mail)
    hashed = await hash_password(password)

    async with db.write(workspace_id) as tx:
        await tx.gather(Query(tuple, "select pg_advisory_xact_lock(%(person)s)", {"person": invited.person_id}))
        await look(tx, key, token, now=now)
        happened: list[Event] = [PasswordSet()]
        if ended := await sessions.revoke(tx, invited.person_id):
            happened.append(SessionsRevoked(count=ended))
        revoked = await tokens.revoke_all(tx, invited.person_id, now=now)
        happened += [TokenRevoked(token_id=one.id, name=one.name) for one in revoked]
        happened.append(SignedIn(way="link", address=origin.address, agent=origin.agent))
        writes.set_password_hash(tx, invited.person_id, hashed)
        for subject in (attempts.pair_subject(invited.mail, origin.address), attempts.mail_subject(invited.mail)):
            attempts.forget(tx, subject)
        if instead_of:
            await sessions.end(tx, instead_of)
        await _tell(tx, invited.person_id, happened, now)
        return sessions.begin(tx, invited.person_id, kind="staff", agent=origin.agent, address=origin.address, now=now)


async def _tell(tx: Tx, person_id: int, happened: list[Event], now: datetime) -> None:
    """Nobody is signed in yet: the person stands for themselves."""
    await append(
        tx,
        "person",
        person_id,
        happened,
        actor=Actor(kind="staff", person_id=person_id, via="web"),
        command_id=tx.ids.next(),
        release=await queries.current_release(tx),
        now=now,
    )


async def _invited(tx: ReadTx, person_id: int) -> Invited | None:
    return await tx.row(
        Invited,
        """
        select m.person_id, p.name, m.mail, p.locale, w.name as workspace_name, m.active, m.password_hash,
               m.let_in,
               (select coalesce(string_agg(r.key || ' ' || r.grants::text, ', ' order by r.key), '')
                  from member_role mr
                  join role r on r.workspace_id = mr.workspace_id and r.key = mr.role
                 where mr.workspace_id = m.workspace_id and mr.person_id = m.person_id) as rights
          from member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
          join workspace w on w.id = m.workspace_id
         where m.workspace_id = %(workspace)s and m.person_id = %(person)s
        """,
        person=person_id,
    )
