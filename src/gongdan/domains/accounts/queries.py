"""Every other SELECT of accounts."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.infra.db.tx import Database, ReadTx
from gongdan.kernel.text import Name, normalise

Presence = Literal["available", "away", "offline"]


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    password_hash: str | None
    active: bool


class Self(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown to somebody of themselves beyond their authority."""

    mail: str | None
    presence: Presence
    offline_by: Literal["hand", "auto"] | None
    slug: str
    workspace_name: str
    only_ticket: str | None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    mail: str
    active: bool
    presence: Presence
    teams: list[str]
    led_teams: list[str]
    roles: list[str]


class Team(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    department: str | None
    is_roster: bool


class RoleInfo(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    grants: dict[str, Any]


async def current_release(tx: ReadTx) -> int:
    row = await tx.row(tuple, "select current_release from workspace where id = %(workspace)s")
    return int(row[0]) if row else 0


async def workspace_ids(db: Database) -> list[int]:
    """All workspaces, for what goes through one after another."""
    async with db.plain() as connection:
        cursor = await connection.execute("select id from workspace order by id")
        return [workspace_id for (workspace_id,) in await cursor.fetchall()]


async def unseen_since(tx: ReadTx, at: datetime) -> list[int]:
    """Members who are said to be there and were last seen before ``at``. Of whom it is not known when, never."""
    rows = await tx.rows(
        tuple,
        """
        select person_id
          from member
         where workspace_id = %(workspace)s
           and presence <> 'offline'
           and presence_at < %(at)s
         order by person_id
        """,
        at=at,
    )
    return [person_id for (person_id,) in rows]


async def me(tx: ReadTx, person_id: int, only_ticket: int | None = None) -> Self | None:
    """Their mail address (as a member, else the one that signs them in as a customer), presence and workspace."""
    return await tx.row(
        Self,
        """
        select coalesce(m.mail, (
                 select i.handle
                   from identity i
                  where i.workspace_id = %(workspace)s and i.person_id = p.id and i.kind = 'mail'
                  order by i.verified_at is null, i.handle
                  limit 1
               )) as mail,
               coalesce(m.presence, 'offline') as presence, m.offline_by,
               w.slug, w.name as workspace_name,
               (select t.number from ticket t
                 where t.workspace_id = %(workspace)s and t.id = %(ticket)s) as only_ticket
          from person p
          join workspace w on w.id = p.workspace_id
          left join member m on m.workspace_id = p.workspace_id and m.person_id = p.id
         where p.workspace_id = %(workspace)s
           and p.id = %(person)s
        """,
        person=person_id,
        ticket=only_ticket,
    )


async def member_by_mail(tx: ReadTx, mail: str) -> Credentials | None:
    """How the member with this mail address signs in. Served by the unique index of ``member``."""
    return await tx.row(
        Credentials,
        """
        select person_id, password_hash, active
          from member
         where workspace_id = %(workspace)s
           and mail = %(mail)s
        """,
        mail=normalise(mail),
    )


async def credentials_of(tx: ReadTx, person_id: int) -> Credentials | None:
    return await tx.row(
        Credentials,
        """
        select person_id, password_hash, active
          from member
         where workspace_id = %(workspace)s and person_id = %(person)s
        """,
        person=person_id,
    )


async def person_by_mail(tx: ReadTx, mail: str) -> int | None:
    """The person whom the mail address names, customer or member, unless erased."""
    row = await tx.row(
        tuple,
        """
        select i.person_id
          from identity i
          join person p on p.workspace_id = i.workspace_id and p.id = i.person_id and p.erased_at is null
         where i.workspace_id = %(workspace)s
           and i.kind = 'mail'
           and i.account = ''
           and i.handle = %(mail)s
        """,
        mail=normalise(mail),
    )
    return int(row[0]) if row else None


async def is_member(tx: ReadTx, person_id: int) -> bool:
    row = await tx.row(
        tuple,
        "select 1 as found from member where workspace_id = %(workspace)s and person_id = %(person)s",
        person=person_id,
    )
    return row is not None


async def members(tx: ReadTx) -> list[Member]:
    """All members by name, also those who are not active."""
    return await tx.rows(
        Member,
        """
        select m.person_id as id, p.name, m.mail, m.active, m.presence,
               array(select tm.team from team_member tm
                      where tm.workspace_id = m.workspace_id and tm.person_id = m.person_id
                      order by tm.team) as teams,
               array(select tm.team from team_member tm
                      where tm.workspace_id = m.workspace_id and tm.person_id = m.person_id and tm.is_lead
                      order by tm.team) as led_teams,
               array(select mr.role from member_role mr
                      where mr.workspace_id = m.workspace_id and mr.person_id = m.person_id
                      order by mr.role) as roles
          from member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where m.workspace_id = %(workspace)s
         order by p.name, m.person_id
        """,
    )


async def teams(tx: ReadTx) -> list[Team]:
    """All teams and rosters, by key."""
    return await tx.rows(
        Team,
        "select key, name, department, is_roster from team where workspace_id = %(workspace)s order by key",
    )


async def departments(tx: ReadTx) -> dict[str, Name]:
    """Key → name of all departments."""
    rows = await tx.rows(tuple, "select key, name from department where workspace_id = %(workspace)s order by key")
    return dict(rows)


async def roles(tx: ReadTx) -> list[RoleInfo]:
    """All roles, by key."""
    return await tx.rows(RoleInfo, "select key, name, grants from role where workspace_id = %(workspace)s order by key")
