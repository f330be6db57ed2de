"""Making teams, and changing what they are and who belongs to them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gongdan.domains.accounts import queries, writes
from gongdan.domains.accounts.commands import people
from gongdan.domains.accounts.commands.departments import DepartmentRow, departments, reaching
from gongdan.domains.accounts.commands.duty import require_calendar
from gongdan.domains.accounts.errors import KeyTaken, StaleStructure, TeamNotFound, UnknownKeys
from gongdan.domains.accounts.events import TeamAdded, TeamChanged, key_id
from gongdan.domains.accounts.rights import access
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.errors import FieldFault
from gongdan.kernel.events import Via
from gongdan.kernel.text import Name


async def make_team(
    tx: Tx,
    authority: Authority,
    key: str,
    *,
    name: Name,
    department: str | None,
    is_roster: bool = False,
    via: Via,
    now: datetime,
) -> None:
    """Make a team. Its key is what policy names it by, and is never reused.

    Raises:
        Forbidden: the actor may not manage people.
        KeyTaken: there is such a team.
        UnknownKeys: there is no such department.
    """
    access.require(authority, "people.manage")
    if any(team.key == key for team in await queries.teams(tx)):
        raise KeyTaken(key=key)
    if department is not None:
        await _require_department(tx, "department", department)

    writes.add_team(tx, key, name=name, department=department, is_roster=is_roster)
    event = TeamAdded(key=key, name=name, department=department, is_roster=is_roster)
    await writes.record(tx, authority, "team", key_id(key), event, via=via, now=now)


async def change_team(
    tx: Tx,
    authority: Authority,
    key: str,
    wanted: Mapping[str, Any],
    *,
    members: Mapping[int, bool] | None = None,
    seen: int | None,
    via: Via,
    now: datetime,
) -> None:
    """``wanted``: of name, department and calendar what is to change. ``members``: who belongs to it from now on,
    and whether they lead it; it is recorded with each of them whose teams change.

    Raises:
        Forbidden, TeamNotFound, StaleStructure.
        UnknownKeys: there is no such department, calendar or member.
        RightsAboveOwn: somebody who joins or leaves holds more than the actor; or the actor, somebody of the team, or
            of the departments that it comes below, may do more with what they would reach by it than the actor.
    """
    access.require(authority, "people.manage")
    before = await _locked(tx, key)
    if seen is not None and seen != before.version:
        raise StaleStructure(version=before.version)
    after = {part: value for part, value in wanted.items() if value != getattr(before, part)}
    if after.get("department") is not None:
        known = await _require_department(tx, "department", after["department"])
        higher = await reaching(tx, known, before.department, after["department"])
        belong = await _members(tx, key)
        await access.require_to_widen(tx, authority, (authority.person_id, *belong, *higher))
    if after.get("calendar") is not None:
        await require_calendar(tx, after["calendar"])
    if after:
        now_is = {"name": before.name, "department": before.department, "calendar": before.calendar} | after
        writes.set_team(tx, key, **now_is)
        event = TeamChanged(key=key, before={part: getattr(before, part) for part in after}, after=after)
        await writes.record(tx, authority, "team", key_id(key), event, via=via, now=now)
    if members is not None:
        await _set_members(tx, authority, key, members, via=via, now=now)


async def _set_members(
    tx: Tx, authority: Authority, key: str, wanted: Mapping[int, bool], *, via: Via, now: datetime
) -> None:
    """In the order of ids, in which everybody locks members."""
    had = await _members(tx, key)
    await access.require_members(tx, "members", wanted.keys() - had.keys())
    for person_id in sorted(had.keys() | wanted.keys()):
        if had.get(person_id) == wanted.get(person_id):
            continue
        member = await access.member_for_change(tx, authority, person_id)
        teams = {team: leads for team, leads in member.teams.items() if team != key}
        if person_id in wanted:
            teams[key] = wanted[person_id]
        await people.set_teams(tx, authority, person_id, teams, via=via, now=now)


async def _members(tx: ReadTx, key: str) -> dict[int, bool]:
    rows = await tx.rows(
        tuple,
        "select person_id, is_lead from team_member where workspace_id = %(workspace)s and team = %(key)s",
        key=key,
    )
    return dict(rows)


async def _locked(tx: Tx, key: str) -> queries.Team:
    """The row is held, so that two edits come one after the other."""
    _, rows = await tx.gather(
        Query(
            tuple, "select 1 from team where workspace_id = %(workspace)s and key = %(key)s for update", {"key": key}
        ),
        Query(queries.Team, queries.TEAMS + " and t.key = %(key)s", {"key": key}),
    )
    if not rows:
        raise TeamNotFound(key=key)
    return rows[0]


async def _require_department(tx: ReadTx, field: str, key: str) -> dict[str, DepartmentRow]:
    known = {one.key: one for one in await departments(tx)}
    if key not in known:
        raise UnknownKeys(faults=(FieldFault(field=field, code="accounts.unknown_key", params={"keys": [key]}),))
    return known
