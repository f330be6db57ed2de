"""From a secret or a person to an authority, in one statement: who, with which roles, teams, departments and release.

Nothing of it is kept between requests, so a change of roles or teams holds from the next request on.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final, LiteralString

import msgspec
from psycopg.rows import class_row

from gongdan.domains.accounts.rights.authority import Authority, Kind
from gongdan.domains.accounts.rights.roles import Rights, classes, granted
from gongdan.infra.db.tx import Database, Query, ReadTx

_WITH_SESSION: Final[LiteralString] = """
  select workspace_id, person_id, kind, ticket_id, null::bigint as token_id, null::text[] as scopes,
         expires_at, null::date as last_used_on
    from session
   where hash = %(hash)s
     and expires_at > now()
     and kind in ('staff', 'customer')
"""
_WITH_KEY: Final[LiteralString] = """
  select workspace_id, person_id, 'staff' as kind, null::bigint as ticket_id, id as token_id, scopes,
         expires_at, last_used_on
    from token
   where revoked_at is null
     and (expires_at is null or expires_at > now())
"""
_AS_PERSON: Final[LiteralString] = """
  select %(workspace)s::bigint as workspace_id, %(person)s::bigint as person_id, %(kind)s::text as kind,
         null::bigint as ticket_id, null::bigint as token_id, null::text[] as scopes,
         null::timestamptz as expires_at, null::date as last_used_on
"""
_REST: Final[LiteralString] = """
select who.workspace_id, who.person_id, who.kind, who.ticket_id, who.token_id, who.scopes, who.expires_at,
       who.last_used_on, p.name, p.locale, p.zone, w.current_release as release,
       array(
         select tm.team
           from team_member tm
          where tm.workspace_id = who.workspace_id and tm.person_id = who.person_id and who.kind = 'staff'
       ) as teams,
       array(
         select tm.team
           from team_member tm
          where tm.workspace_id = who.workspace_id and tm.person_id = who.person_id and who.kind = 'staff'
            and tm.is_lead
       ) as led_teams,
       array(
         with recursive within(key) as (
           select d.key
             from department d
            where d.workspace_id = who.workspace_id
              and who.kind = 'staff'
              and (
                d.head_id = who.person_id
                or d.key in (
                  select te.department
                    from team_member tm
                    join team te on te.workspace_id = tm.workspace_id and te.key = tm.team
                   where tm.workspace_id = who.workspace_id and tm.person_id = who.person_id
                )
              )
           union
           select d.key
             from department d
             join within on d.parent = within.key
            where d.workspace_id = who.workspace_id
         )
         select te.key
           from team te
          where te.workspace_id = who.workspace_id and te.department in (select key from within)
       ) as department_teams,
       array(
         select om.organisation_id
           from organisation_member om
          where om.workspace_id = who.workspace_id and om.person_id = who.person_id and om.is_admin
            and who.kind = 'customer'
       ) as organisations,
       (
         select coalesce(jsonb_object_agg(r.key, r.grants), '{}')::text
           from role r
          where r.workspace_id = who.workspace_id
            and case who.kind
                  when 'customer' then
                    r.key = 'customer'
                    or (r.key = 'organisation_admin' and exists (
                         select from organisation_member om
                          where om.workspace_id = who.workspace_id and om.person_id = who.person_id and om.is_admin))
                  else
                    r.key in (select mr.role from member_role mr
                               where mr.workspace_id = who.workspace_id and mr.person_id = who.person_id)
                end
       ) as rights
  from who
  join workspace w on w.id = who.workspace_id
  join person p on p.workspace_id = who.workspace_id and p.id = who.person_id and p.erased_at is null
 where who.kind = 'customer'
    or exists (select from member m
                where m.workspace_id = who.workspace_id and m.person_id = who.person_id and m.active)
"""
_BY_SESSION: Final[LiteralString] = f"with who as ({_WITH_SESSION}) {_REST}"
_BY_TOKEN: Final[LiteralString] = f"with who as ({_WITH_KEY} and hash = %(hash)s) {_REST}"
_BY_TOKEN_ID: Final[LiteralString] = (
    f"with who as ({_WITH_KEY} and workspace_id = %(workspace)s and id = %(id)s) {_REST}"
)
_BY_PERSON: Final[LiteralString] = f"with who as ({_AS_PERSON}) {_REST}"

_rights = msgspec.json.Decoder(dict[str, Rights])


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    workspace_id: int
    person_id: int
    kind: Kind
    ticket_id: int | None
    token_id: int | None
    scopes: list[str] | None
    expires_at: datetime | None
    last_used_on: date | None
    name: str
    locale: str
    zone: str
    release: int
    teams: list[str]
    led_teams: list[str]
    department_teams: list[str]
    organisations: list[int]
    rights: str
    """JSON: role → its body."""


class FoundAuthority(msgspec.Struct, frozen=True, kw_only=True):
    """An authority with what the look-up tells of the secret itself."""

    authority: Authority
    scopes: frozenset[str] | None
    """Of a token."""
    expires_at: datetime | None
    last_used_on: date | None


async def by_session(db: Database, digest: bytes) -> FoundAuthority | None:
    """Who signed in with this session, in one round trip."""
    return await _alone(db, _BY_SESSION, "select workspace_id::text from session where hash = %(hash)s", digest)


async def by_token(db: Database, digest: bytes) -> FoundAuthority | None:
    """Whose token this is, in one round trip; the authority is the person's, not yet narrowed."""
    return await _alone(db, _BY_TOKEN, "select workspace_id::text from token where hash = %(hash)s", digest)


async def by_token_id(tx: ReadTx, token_id: int) -> FoundAuthority | None:
    """The same of a token that was used before, as it is now."""
    row = await tx.row(_Row, _BY_TOKEN_ID, id=token_id)
    return _found(row) if row else None


async def by_person(tx: ReadTx, person_id: int, kind: Kind) -> Authority | None:
    """The rights that a person has now in this capacity: for streams, notices and previews. None when they are
    gone, or, as staff, not an active member."""
    row = await tx.row(_Row, _BY_PERSON, person=person_id, kind=kind)
    return _found(row).authority if row else None


async def by_people(tx: ReadTx, ids: Sequence[int], kind: Kind) -> dict[int, Authority]:
    """The same of several, in one round trip; who is gone is left out."""
    found = await tx.gather(*(Query(_Row, _BY_PERSON, {"person": id, "kind": kind}) for id in ids))
    return {row.person_id: _found(row).authority for rows in found for row in rows}


async def by_people_if(
    tx: ReadTx, people: Sequence[int], replaced: Mapping[str, Rights]
) -> list[tuple[Authority, Authority]]:
    """The rights that members have now, and those that they would have if these roles granted something else. Who is
    gone is left out. One round trip."""
    if not people:
        return []
    asked = [Query(_Row, _BY_PERSON, {"person": one, "kind": "staff"}) for one in people]
    rows = [row for (row,) in filter(None, await tx.gather(*asked))]
    return [(_found(row).authority, _found(row, replaced).authority) for row in rows]


async def _alone(db: Database, sql: LiteralString, workspace: LiteralString, digest: bytes) -> FoundAuthority | None:
    """Sessions and tokens are found before the workspace is known. Where row security is on, the statement before tells
    it to the walls; both go in one round trip, which is one transaction."""
    async with db.plain() as connection:
        cursor = connection.cursor(row_factory=class_row(_Row))
        if not db.row_security:
            await cursor.execute(sql, {"hash": digest})
        else:
            walls = f"select set_config('gongdan.workspace', ({workspace}), true)"
            async with connection.pipeline():
                await connection.execute(walls, {"hash": digest})
                await cursor.execute(sql, {"hash": digest})
        row = await cursor.fetchone()
    return _found(row) if row else None


def _found(row: _Row, replaced: Mapping[str, Rights] | None = None) -> FoundAuthority:
    rights = _rights.decode(row.rights)
    rights |= {key: body for key, body in (replaced or {}).items() if key in rights}
    led_teams = frozenset(row.led_teams)
    authority = Authority(
        workspace_id=row.workspace_id,
        person_id=row.person_id,
        kind=row.kind,
        name=row.name,
        grants=granted(rights.values(), led_teams),
        teams=frozenset(row.teams),
        led_teams=led_teams,
        department_teams=frozenset(row.department_teams),
        organisations=frozenset(row.organisations),
        classes=classes(rights.values()),
        only_ticket=row.ticket_id,
        token_id=row.token_id,
        locale=row.locale,
        zone=row.zone,
        release=row.release,
        roles=frozenset(rights),
    )
    return FoundAuthority(
        authority=authority,
        scopes=None if row.scopes is None else frozenset(row.scopes),
        expires_at=row.expires_at,
        last_used_on=row.last_used_on,
    )
