"""Duty rosters: who is on duty when. Planned by a lead of the roster, or by whoever manages people."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Final
from zoneinfo import available_timezones

import msgspec

from gongdan.domains.accounts import writes
from gongdan.domains.accounts.commands.structure import change_team
from gongdan.domains.accounts.errors import RosterInUse, RosterNotFound, StaleStructure
from gongdan.domains.accounts.events import DutyPlanned, RosterRemoved, key_id
from gongdan.domains.accounts.presence.rosters import DAY_MIN, DutySpan, Replanned, Shift, ShiftPlan, duties, served
from gongdan.domains.accounts.rights import access
from gongdan.domains.accounts.rights.authority import Authority, may_somewhere
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.kernel.errors import FieldFault, Forbidden, Invalid
from gongdan.kernel.events import Via
from gongdan.kernel.text import LOCALES, Name

QUARTER: Final = 15
SHOWN: Final = 20
"""Of what names a roster."""


class RosterRow(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    members: list[int]
    """Who is active of them."""
    zone: str
    shifts: list[Shift]
    version: int

    @property
    def schedule(self) -> ShiftPlan:
        """Who no longer belongs to the roster is on duty no longer."""
        held = (one for one in self.shifts if one.person_id is None or one.person_id in self.members)
        return ShiftPlan(zone=self.zone, shifts=tuple(held))


class Away(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    from_at: datetime
    until_at: datetime


class _Plans(msgspec.Struct, frozen=True):
    """Of the event what matters here."""

    before: ShiftPlan
    after: ShiftPlan


class _Change(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    body: bytes | None


class _Role(msgspec.Struct, frozen=True, kw_only=True):
    name: Name


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time: who is on duty, and who of them is on leave."""

    from_at: datetime
    until_at: datetime
    people: tuple[int, ...]
    away: tuple[int, ...]


async def rosters(tx: ReadTx) -> list[RosterRow]:
    """All of them, by key."""
    return await tx.rows(RosterRow, _ROSTERS + " order by t.key")


async def roster(tx: ReadTx, key: str) -> RosterRow:
    """Raises:
    RosterNotFound.
    """
    found = await tx.row(RosterRow, _ROSTERS + " and t.key = %(key)s", key=key)
    if found is None:
        raise RosterNotFound(key=key)
    return found


async def watches(tx: ReadTx, key: str, start: datetime, until: datetime) -> list[Coverage]:
    """Who is on duty from ``start`` to ``until``, in stretches that tile the time. Where all ``people`` are ``away``,
    or there are none, there is a gap."""
    row = await roster(tx, key)
    leaves = await tx.rows(Away, _AWAY, people=row.members, start=start, until=until)
    if not row.shifts:
        planned = [DutySpan(from_at=start, until_at=until, people=tuple(sorted(row.members)))]
    else:
        planned = duties(row.schedule, start, until)
    return [watch for duty in planned for watch in _parted(duty, leaves)]


async def past_watches(tx: ReadTx, key: str, start: datetime, until: datetime) -> list[Coverage]:
    """Who was on duty from ``start`` to ``until``, both past, by the plan of each time, and who of them was on leave.

    Raises:
        RosterNotFound.
    """
    row = await roster(tx, key)
    changes = await tx.rows(_Change, _CHANGES, id=key_id(key), start=start)
    plans = [
        Replanned(at=one.at, before=read.before, after=read.after)
        for one in changes
        if one.body is not None and (read := msgspec.json.decode(one.body, type=_Plans))
    ]
    spans = served(plans, ShiftPlan(zone=row.zone, shifts=tuple(row.shifts)), row.members, start, until)
    people = sorted({person for span in spans for person in span.people})
    leaves = await tx.rows(Away, _AWAY, people=people, start=start, until=until)
    return [watch for span in spans for watch in _parted(span, leaves)]


async def remove(
    tx: Tx, authority: Authority, key: str, uses: Sequence[Name], *, seen: int | None, via: Via, now: datetime
) -> None:
    """Remove a roster that nothing names. ``uses``: what names it, as far as others know.

    Raises:
        Forbidden, RosterNotFound, StaleStructure.
        RosterInUse: something names it, or a role is limited to it.
    """
    access.require(authority, "people.manage")
    await tx.rows(tuple, _LOCKED, key=key)
    before = await roster(tx, key)
    if seen is not None and seen != before.version:
        raise StaleStructure(version=before.version)
    roles = await tx.rows(_Role, _ROLES, key=key)
    if used := [*uses, *(_role_words(one.name) for one in roles)]:
        raise RosterInUse(uses=used[:SHOWN])
    await change_team(tx, authority, key, {}, members={}, seen=None, via=via, now=now)
    await tx.flush()  # the team's log has gone on
    for table, column in (("duty_shift", "roster"), ("duty_plan", "roster"), ("team", "key")):
        tx.put(f"delete from {table} where workspace_id = %(workspace)s and {column} = %(key)s", key=key)
    event = RosterRemoved(
        key=key,
        name=before.name,
        members=before.members,
        shifts=ShiftPlan(zone=before.zone, shifts=tuple(before.shifts)),
    )
    await writes.record(tx, authority, "team", key_id(key), event, via=via, now=now)


def _role_words(name: Name) -> Name:
    return {locale: say("accounts.use.role", locale, {"name": name}) or "" for locale in LOCALES}


async def plan(
    tx: Tx,
    authority: Authority,
    key: str,
    *,
    zone: str,
    shifts: Sequence[Shift],
    seen: int | None,
    via: Via,
    now: datetime,
) -> None:
    """Replace a roster's shifts. Without any, all its members are on duty always.

    Raises:
        RosterNotFound, Forbidden, StaleStructure.
        Invalid: an unknown zone; a shift of nobody, or of somebody who does not belong to the roster; one that is of no
            day, or of a day twice; one that does not begin and end at a quarter of an hour.
    """
    await tx.rows(tuple, _LOCKED, key=key)
    before = await roster(tx, key)
    if key not in authority.led_teams and not may_somewhere(authority, "people.manage"):
        raise Forbidden(action="people.manage")
    if seen is not None and seen != before.version:
        raise StaleStructure(version=before.version)
    if faults := tuple(_faults(before, zone, shifts)):
        raise Invalid(faults=faults)
    if (zone, list(shifts)) == (before.zone, before.shifts):
        return
    _write(tx, key, zone, shifts, before)
    event = DutyPlanned(
        key=key,
        before=ShiftPlan(zone=before.zone, shifts=tuple(before.shifts)),
        after=ShiftPlan(zone=zone, shifts=tuple(shifts)),
    )
    await writes.record(tx, authority, "team", key_id(key), event, via=via, now=now)


def _write(tx: Tx, key: str, zone: str, shifts: Sequence[Shift], before: RosterRow) -> None:
    at = {"workspace_id": tx.workspace_id, "roster": key}
    tx.keep("duty_plan", at, {"zone": zone, "version": before.version + 1})
    for n in range(max(len(shifts), len(before.shifts))):
        row = msgspec.structs.asdict(shifts[n]) if n < len(shifts) else None
        tx.keep("duty_shift", at | {"n": n}, row)


def _parted(duty: DutySpan, leaves: Sequence[Away]) -> Iterator[Coverage]:
    """``duty``, parted where somebody's leave begins or ends."""
    of_them = [one for one in leaves if one.person_id in duty.people]
    edges = {duty.from_at, duty.until_at, *(at for one in of_them for at in (one.from_at, one.until_at))}
    inside = sorted(at for at in edges if duty.from_at <= at <= duty.until_at)
    for from_at, until_at in pairwise(inside):
        away = {one.person_id for one in of_them if one.from_at <= from_at < one.until_at}
        yield Coverage(from_at=from_at, until_at=until_at, people=duty.people, away=tuple(sorted(away)))


def _faults(row: RosterRow, zone: str, shifts: Sequence[Shift]) -> Iterator[FieldFault]:
    if zone not in available_timezones():
        yield FieldFault("zone", "accounts.unknown_zone")
    for n, one in enumerate(shifts):
        place = f"shifts.{n}"
        if bool(one.weekdays) == (one.on_date is not None):
            yield FieldFault(f"{place}.weekdays", "accounts.shift_day")
        if one.person_id is None and one.on_date is None:
            yield FieldFault(f"{place}.person_id", "accounts.shift_of_nobody")
        elif one.person_id is not None and one.person_id not in row.members:
            yield FieldFault(f"{place}.person_id", "accounts.shift_of_stranger")
        if one.from_min % QUARTER or one.until_min % QUARTER or not 0 < one.until_min - one.from_min <= DAY_MIN:
            yield FieldFault(f"{place}.ends", "accounts.shift_quarters")


_LOCKED: Final = "select 1 from team where workspace_id = %(workspace)s and key = %(key)s for no key update"
_ROSTERS: Final = """
select t.key, t.name, coalesce(d.zone, w.zone) as zone, coalesce(d.version, 0) as version,
       array(select tm.person_id
               from team_member tm
               join member m on m.workspace_id = tm.workspace_id and m.person_id = tm.person_id and m.active
              where tm.workspace_id = t.workspace_id and tm.team = t.key
              order by tm.person_id) as members,
       (select coalesce(jsonb_agg(jsonb_build_object(
                 'person_id', s.person_id, 'weekdays', s.weekdays, 'on_date', s.on_date,
                 'from_min', s.from_min, 'until_min', s.until_min) order by s.n), '[]')
          from duty_shift s
         where s.workspace_id = t.workspace_id and s.roster = t.key) as shifts
  from team t
  join workspace w on w.id = t.workspace_id
  left join duty_plan d on d.workspace_id = t.workspace_id and d.roster = t.key
 where t.workspace_id = %(workspace)s
   and t.is_roster
"""
_CHANGES: Final = """
select at, body
  from event
 where workspace_id = %(workspace)s and stream = 'team' and stream_id = %(id)s
   and kind = 'team.duty_planned' and at > %(start)s
 order by seq
 limit 1000
"""
_ROLES: Final = """
select name
  from role
 where workspace_id = %(workspace)s
   and jsonb_path_exists(grants, '$.grants[*].keys[*] ? (@ == $key)', jsonb_build_object('key', %(key)s::text))
 order by key
"""
_AWAY: Final = """
select person_id, from_at, until_at
  from member_leave
 where workspace_id = %(workspace)s
   and person_id = any(%(people)s)
   and from_at < %(until)s
   and until_at > %(start)s
"""
