"""Every write of accounts, queued with the events that tell of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from gongdan.domains.accounts.queries import HeldSkill
from gongdan.domains.accounts.rights.authority import Authority, actor
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.append import append
from gongdan.kernel.events import Event, Stream, Via
from gongdan.kernel.text import Name


async def record(
    tx: Tx, authority: Authority, stream: Stream, stream_id: int, *events: Event, via: Via, now: datetime
) -> None:
    """Append to the log what ``authority`` did."""
    await append(
        tx,
        stream,
        stream_id,
        events,
        actor=actor(authority, via),
        command_id=tx.ids.next(),
        release=authority.release,
        now=now,
    )


def add_person(tx: Tx, person_id: int, *, name: str, locale: str, zone: str, now: datetime) -> None:
    tx.insert(
        "person",
        {
            "workspace_id": tx.workspace_id,
            "id": person_id,
            "name": name,
            "locale": locale,
            "zone": zone,
            "created_at": now,
        },
    )


def add_mail_identity(tx: Tx, person_id: int, mail: str) -> None:
    """The mail address as a handle of the person; one that is there stays as it is."""
    tx.put(
        """
        insert into identity (workspace_id, kind, handle, person_id)
        values (%(workspace)s, 'mail', %(mail)s, %(person)s)
        on conflict do nothing
        """,
        mail=mail,
        person=person_id,
    )


def add_member(tx: Tx, person_id: int, *, mail: str, password_hash: str | None) -> None:
    tx.insert(
        "member",
        {"workspace_id": tx.workspace_id, "person_id": person_id, "mail": mail, "password_hash": password_hash},
    )


def set_person(tx: Tx, person_id: int, values: Mapping[str, Any]) -> None:
    """``values`` are of name, locale, zone and ``undo_send_s``; what is left out stays."""
    if "undo_send_s" in values:
        tx.put(
            """
            update member
               set undo_send_s = %(seconds)s
             where workspace_id = %(workspace)s
               and person_id = %(person)s
            """,
            person=person_id,
            seconds=values["undo_send_s"],
        )
    tx.put(
        """
        update person
           set name = coalesce(%(name)s, name), locale = coalesce(%(locale)s, locale), zone = coalesce(%(zone)s, zone)
         where workspace_id = %(workspace)s
           and id = %(person)s
        """,
        person=person_id,
        name=values.get("name"),
        locale=values.get("locale"),
        zone=values.get("zone"),
    )


def set_presence(tx: Tx, person_id: int, presence: str, now: datetime, *, by: str) -> None:
    """``presence_at`` is when they were last seen: now. Who was away by hand is offline by hand, whoever says so."""
    tx.put(
        """
        update member
           set presence = %(presence)s,
               presence_at = %(now)s,
               offline_by = case when %(presence)s <> 'offline' then null
                                 when %(by)s = 'auto' and presence = 'offline' then offline_by
                                 when presence = 'away' then 'hand'
                                 else %(by)s end
         where workspace_id = %(workspace)s and person_id = %(person)s
        """,
        person=person_id,
        presence=presence,
        by=by,
        now=now,
    )


def mark_seen(tx: Tx, person_ids: Sequence[int], now: datetime) -> None:
    """These members have a page open. No event: nothing changes while they are there."""
    tx.put(
        """
        update member set presence_at = %(now)s
         where workspace_id = %(workspace)s and person_id = any(%(people)s) and presence <> 'offline'
        """,
        people=sorted(person_ids),
        now=now,
    )


def set_active(tx: Tx, person_id: int, active: bool, now: datetime) -> None:
    """Who is made inactive is offline, stands in for nobody, and their sessions and tokens end."""
    tx.put(
        """
        update member
           set active = %(active)s, presence = 'offline', presence_at = %(now)s, let_in = let_in + %(active)s::int
         where workspace_id = %(workspace)s and person_id = %(person)s
        """,
        person=person_id,
        active=active,
        now=now,
    )
    if not active:
        tx.put(
            """
            update member_leave set substitute_id = null
             where workspace_id = %(workspace)s and substitute_id = %(person)s and until_at > %(now)s
            """,
            person=person_id,
            now=now,
        )
        tx.put(
            "delete from session where workspace_id = %(workspace)s and person_id = %(person)s and kind = 'staff'",
            person=person_id,
        )
        tx.put(
            """
            update token set revoked_at = %(now)s
             where workspace_id = %(workspace)s and person_id = %(person)s and revoked_at is null
            """,
            person=person_id,
            now=now,
        )


def set_mail(tx: Tx, person_id: int, mail: str) -> None:
    tx.put(
        "update member set mail = %(mail)s where workspace_id = %(workspace)s and person_id = %(person)s",
        person=person_id,
        mail=mail,
    )


def set_password_hash(tx: Tx, person_id: int, password_hash: str) -> None:
    tx.put(
        """
        update member set password_hash = %(hash)s
         where workspace_id = %(workspace)s and person_id = %(person)s
        """,
        person=person_id,
        hash=password_hash,
    )


def set_roles(tx: Tx, person_id: int, roles: Sequence[str]) -> None:
    tx.put("delete from member_role where workspace_id = %(workspace)s and person_id = %(person)s", person=person_id)
    tx.put(
        """
        insert into member_role (workspace_id, person_id, role)
        select %(workspace)s, %(person)s, role from unnest(%(roles)s::text[]) role
        """,
        person=person_id,
        roles=list(roles),
    )


def set_teams(tx: Tx, person_id: int, teams: Mapping[str, bool]) -> None:
    """Team → whether they lead it. Replaces all of their teams."""
    tx.put("delete from team_member where workspace_id = %(workspace)s and person_id = %(person)s", person=person_id)
    tx.put(
        """
        insert into team_member (workspace_id, team, person_id, is_lead)
        select %(workspace)s, team, %(person)s, is_lead
          from unnest(%(teams)s::text[], %(leads)s::bool[]) as given(team, is_lead)
        """,
        person=person_id,
        teams=list(teams),
        leads=list(teams.values()),
    )


def add_team(tx: Tx, key: str, *, name: Name, department: str | None, is_roster: bool) -> None:
    tx.insert(
        "team",
        {
            "workspace_id": tx.workspace_id,
            "key": key,
            "name": name,
            "department": department,
            "is_roster": is_roster,
        },
    )


def add_department(tx: Tx, key: str, *, name: Name, parent: str | None, head_id: int | None) -> None:
    tx.insert(
        "department",
        {"workspace_id": tx.workspace_id, "key": key, "name": name, "parent": parent, "head_id": head_id},
    )


def set_team(tx: Tx, key: str, *, name: Name, department: str | None, calendar: str | None) -> None:
    tx.put(
        """
        update team
           set name = %(name)s, department = %(department)s, calendar = %(calendar)s, version = version + 1
         where workspace_id = %(workspace)s and key = %(key)s
        """,
        key=key,
        name=Jsonb(name),
        department=department,
        calendar=calendar,
    )


def set_department(tx: Tx, key: str, values: Mapping[str, Any]) -> None:
    """``values``: its name, parent and head."""
    tx.put(
        """
        update department
           set name = %(name)s, parent = %(parent)s, head_id = %(head)s, version = version + 1
         where workspace_id = %(workspace)s and key = %(key)s
        """,
        key=key,
        name=Jsonb(values["name"]),
        parent=values["parent"],
        head=values["head_id"],
    )


def set_role(tx: Tx, key: str, *, name: Name, rights: Mapping[str, Any]) -> None:
    tx.put(
        """
        update role set name = %(name)s, grants = %(rights)s, version = version + 1
         where workspace_id = %(workspace)s and key = %(key)s
        """,
        key=key,
        name=Jsonb(name),
        rights=Jsonb(rights),
    )


def set_duty(
    tx: Tx,
    person_id: int,
    *,
    manager_id: int | None,
    calendar: str | None,
    routable: bool,
    skills: Mapping[str, HeldSkill],
) -> None:
    """What decides whether they get work and who leads them. Replaces all of their skills."""
    tx.put(
        """
        update member set manager_id = %(manager)s, calendar = %(calendar)s, routable = %(routable)s
         where workspace_id = %(workspace)s and person_id = %(person)s
        """,
        person=person_id,
        manager=manager_id,
        calendar=calendar,
        routable=routable,
    )
    tx.put("delete from member_skill where workspace_id = %(workspace)s and person_id = %(person)s", person=person_id)
    tx.put(
        """
        insert into member_skill (workspace_id, person_id, skill, level, expires_on)
        select %(workspace)s, %(person)s, skill, level, expires_on
          from unnest(%(skills)s::text[], %(levels)s::int[], %(days)s::date[]) as given(skill, level, expires_on)
        """,
        person=person_id,
        skills=list(skills),
        levels=[one.level for one in skills.values()],
        days=[one.expires_on for one in skills.values()],
    )
