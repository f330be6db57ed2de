"""Every other SELECT of accounts."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, Literal

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
    undo_send_s: int
    slug: str
    workspace_name: str
    only_ticket: str | None


class HeldSkill(msgspec.Struct, frozen=True, array_like=True):
    level: int
    expires_on: date | None
    """The last day on which it counts."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    mail: str
    active: bool
    presence: Presence
    teams: list[str]
    led_teams: list[str]
    roles: list[str]
    manager_id: int | None
    calendar: str | None
    routable: bool
    skills: dict[str, HeldSkill]
    has_password: bool


class Team(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    department: str | None
    is_roster: bool
    calendar: str | None
    version: int
    members: list[int]
    leads: list[int]


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
                  order by not i.opens, i.verified_at is null, i.handle
                  limit 1
               )) as mail,
               coalesce(m.presence, 'offline') as presence, m.offline_by,
               coalesce(m.undo_send_s, 0) as undo_send_s,
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


async def person_by_mail(tx: ReadTx, mail: str, *, opens: bool = False) -> int | None:
    """The person whom the mail address names, customer or member, unless erased. ``opens``: only if whoever reads mail
    there is let in as them."""
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
           and (i.opens or not %(opens)s)
        """,
        mail=normalise(mail),
        opens=opens,
    )
    return int(row[0]) if row else None


async def became(tx: ReadTx, person_id: int, other_id: int) -> bool:
    """Whether a customer turned out to be ``other_id``, at once or one after the other."""
    row = await tx.row(
        tuple,
        """
        with recursive way (id) as (
          select %(person)s::bigint
           union
          select c.merged_into
            from way
            join customer c on c.workspace_id = %(workspace)s and c.person_id = way.id and c.merged_into is not null
        )
        select 1 as found from way where id = %(other)s
        """,
        person=person_id,
        other=other_id,
    )
    return row is not None


async def is_member(tx: ReadTx, person_id: int) -> bool:
    row = await tx.row(
        tuple,
        "select 1 as found from member where workspace_id = %(workspace)s and person_id = %(person)s",
        person=person_id,
    )
    return row is not None


async def members(tx: ReadTx, person_id: int | None = None) -> list[Member]:
    """All members by name, also those who are not active; or the one with this id."""
    which = "" if person_id is None else "and m.person_id = %(person)s"
    return await tx.rows(Member, _MEMBERS.format(which=which), person=person_id)


async def members_by_mail(tx: ReadTx, mails: Iterable[str]) -> list[Member]:
    """Those who sign in with these addresses, active or not; served by the unique index of ``member``."""
    wanted = sorted({normalise(mail) for mail in mails})
    return await tx.rows(Member, _MEMBERS.format(which="and m.mail = any(%(mails)s)"), mails=wanted)


_MEMBERS: Final = """
select m.person_id as id, p.name, m.mail, m.active, m.presence, m.manager_id, m.calendar, m.routable,
       m.password_hash is not null as has_password,
       (select coalesce(jsonb_object_agg(s.skill, jsonb_build_array(s.level, s.expires_on)), '{{}}')
          from member_skill s
         where s.workspace_id = m.workspace_id and s.person_id = m.person_id) as skills,
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
 where m.workspace_id = %(workspace)s {which}
 order by p.name, m.person_id
"""


async def teams(tx: ReadTx) -> list[Team]:
    """All teams and rosters, by key."""
    return await tx.rows(Team, TEAMS + " order by t.key")


TEAMS: Final = """
select t.key, t.name, t.department, t.is_roster, t.calendar, t.version,
       array(select tm.person_id from team_member tm
              where tm.workspace_id = t.workspace_id and tm.team = t.key order by tm.person_id) as members,
       array(select tm.person_id from team_member tm
              where tm.workspace_id = t.workspace_id and tm.team = t.key and tm.is_lead
              order by tm.person_id) as leads
  from team t
 where t.workspace_id = %(workspace)s
"""
