"""Duty rosters: who is on duty when."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import JSONBody, QueryParameter
from msgspec import Meta

from gongdan.domains.accounts.commands import rosters
from gongdan.domains.accounts.http.shapes import Zone
from gongdan.domains.accounts.presence.rosters import DAY_MIN, Shift, on_duty
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, Id, PathKey, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.kernel.text import Key, Name

Clock = Annotated[str, Meta(max_length=5, pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["18:00"])]
Weekday = Annotated[int, Meta(ge=1, le=7)]


class DutyShift(Request, frozen=True, kw_only=True):
    """Either of days of the week, 1 being Monday, or of one date, whose shifts replace those of its weekday. One that
    does not end after it begins ends on the next day."""

    person_id: Id | None
    """Null, for a date only: nobody is on duty on it."""
    weekdays: Annotated[list[Weekday], Meta(max_length=7)] = []
    on_date: date | None = None
    begins: Clock
    ends: Clock


class PlanDuty(Request, frozen=True, kw_only=True):
    zone: Zone
    """Whose clock the hours are of."""
    shifts: Annotated[list[DutyShift], Meta(max_length=200)]
    """None: all members are on duty, always."""


class RosterDetail(Answer, frozen=True, kw_only=True):
    key: Key
    name: Name
    members: list[int]
    on_duty: list[int]
    """Now, whether they are there or not."""
    zone: str
    shifts: list[DutyShift]
    version: int
    """For ``If-Match``."""


class DutyWatch(Answer, frozen=True, kw_only=True):
    """A stretch of time. Where all ``people`` are ``away``, or there are none, nobody is on duty."""

    from_at: datetime
    until_at: datetime
    people: list[int]
    away: list[int]
    """Of them those who are on leave."""


@get("/rosters", operation_id="listRosters", tags=["people"], opt=needs("staff", "people.read"))
async def list_rosters(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> list[RosterDetail]:
    """All duty rosters, by key: their shifts, and who is on duty now."""
    async with db.read(authority.workspace_id) as tx:
        return [_detail(row, clock.now()) for row in await rosters.rosters(tx)]


@get("/rosters/{key:str}/duty", operation_id="listDuty", tags=["people"], opt=needs("staff", "people.read"))
async def list_duty(
    key: PathKey,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    days: Annotated[int, QueryParameter(ge=1, le=31)] = 14,
) -> list[DutyWatch]:
    """Who is on duty in the days to come, in stretches without a break between them. Gaps are among them."""
    now = clock.now()
    async with db.read(authority.workspace_id) as tx:
        found = await rosters.watches(tx, key, now, now + timedelta(days=days))
    return [_watch(one) for one in found]


@get("/rosters/{key:str}/duty/past", operation_id="listPastDuty", tags=["people"], opt=needs("staff", "people.read"))
async def list_past_duty(
    key: PathKey,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    days: Annotated[int, QueryParameter(ge=1, le=31)] = 14,
    before: Annotated[datetime | None, QueryParameter()] = None,
) -> list[DutyWatch]:
    """Who was on duty in the days before an instant, by default now, by the plan of each time, in stretches without a
    break between them."""
    now = clock.now()
    until = min(before.replace(tzinfo=before.tzinfo or UTC) if before else now, now)
    async with db.read(authority.workspace_id) as tx:
        found = await rosters.past_watches(tx, key, until - timedelta(days=days), until)
    return [_watch(one) for one in found]


@put("/rosters/{key:str}/shifts", operation_id="planDuty", tags=["people"], opt=needs("staff", scope="admin"))
async def plan_duty(
    key: PathKey,
    data: JSONBody[PlanDuty],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> RosterDetail:
    """Replace the shifts of a roster: by a lead of it, or with `people.manage`. Work that rules give to the roster
    comes to those on duty from then on. 412 when they were changed since ``If-Match``."""
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        await rosters.plan(
            tx,
            authority,
            key,
            zone=data.zone,
            shifts=[_shift(one) for one in data.shifts],
            seen=seen,
            via=via,
            now=now,
        )
        await tx.flush()
        return _detail(await rosters.roster(tx, key), now)


def _watch(one: rosters.Coverage) -> DutyWatch:
    return DutyWatch(from_at=one.from_at, until_at=one.until_at, people=list(one.people), away=list(one.away))


def _shift(one: DutyShift) -> Shift:
    begins, ends = _minutes(one.begins), _minutes(one.ends)
    return Shift(
        person_id=one.person_id,
        weekdays=tuple(sorted(set(one.weekdays))),
        on_date=one.on_date,
        from_min=begins,
        until_min=ends if ends > begins else ends + DAY_MIN,
    )


def _detail(row: rosters.RosterRow, now: datetime) -> RosterDetail:
    return RosterDetail(
        key=row.key,
        name=row.name,
        members=row.members,
        on_duty=sorted(on_duty(row.schedule, now)) if row.shifts else row.members,
        zone=row.zone,
        shifts=[
            DutyShift(
                person_id=one.person_id,
                weekdays=list(one.weekdays),
                on_date=one.on_date,
                begins=_clock(one.from_min),
                ends=_clock(one.until_min),
            )
            for one in row.shifts
        ],
        version=row.version,
    )


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


handlers = [list_rosters, list_duty, list_past_duty, plan_duty]
