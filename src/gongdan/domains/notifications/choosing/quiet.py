"""When a person wants no mail: quiet hours, days off, digests. Pure; every instant is a point in time, every hour is on
the wall clock where they live."""

from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

import msgspec

Digest = Literal["off", "hourly", "daily"]

DAYS: Final = frozenset(range(1, 8))
"""Monday is 1."""
_MINUTE: Final = timedelta(minutes=1)
_STEPS: Final = 20
"""A quiet stretch has no more parts than days off and nights of a week."""


class Schedule(msgspec.Struct, frozen=True, kw_only=True):
    """Of one person. Minutes are those since midnight."""

    zone: str = "Asia/Shanghai"
    quiet: tuple[int, int] | None = None
    """From, until; over midnight where ``until`` is the smaller. They differ."""
    days: frozenset[int] = DAYS
    """On other days it is quiet all day. There is at least one."""
    digest: Digest = "off"
    digest_at: int = 9 * 60
    """Of a daily digest."""


def is_quiet(schedule: Schedule, at: datetime) -> bool:
    local = at.astimezone(_zone(schedule))
    if local.isoweekday() not in schedule.days:
        return True
    return _is_in(schedule.quiet, local.hour * 60 + local.minute)


def resumes_at(schedule: Schedule, at: datetime) -> datetime:
    """The first instant from ``at`` on that is not quiet. Where clocks jump over the end of quiet hours, they end with
    the jump; where the hour comes twice, they end with the first that is still to come."""
    found = at
    for _ in range(_STEPS):
        if not is_quiet(schedule, found):
            break
        found = _next_edge(schedule, found)
        while found - _MINUTE > at and not is_quiet(schedule, found - _MINUTE):
            found -= _MINUTE
    return found


def next_digest(schedule: Schedule, now: datetime) -> datetime:
    """When what happens now is told together with the rest."""
    local = now.astimezone(_zone(schedule))
    if schedule.digest == "hourly":
        return (now + timedelta(minutes=60 - local.minute)).replace(second=0, microsecond=0)
    if schedule.digest == "daily":
        days = (local.date() + timedelta(days=n) for n in range(3))
        return next(at for day in days if (at := _instant(schedule, day, schedule.digest_at, after=now)) > now)
    return now


def _is_in(quiet: tuple[int, int] | None, minute: int) -> bool:
    if quiet is None:
        return False
    start, end = quiet
    return start <= minute < end if start < end else minute >= start or minute < end


def _next_edge(schedule: Schedule, at: datetime) -> datetime:
    """The next instant at which it could stop being quiet."""
    local = at.astimezone(_zone(schedule))
    tomorrow = local.date() + timedelta(days=1)
    if local.isoweekday() not in schedule.days or schedule.quiet is None:
        return _instant(schedule, tomorrow, 0, after=at)
    start, end = schedule.quiet
    is_over_midnight = start > end and local.hour * 60 + local.minute >= start
    return _instant(schedule, tomorrow if is_over_midnight else local.date(), end, after=at)


def _instant(schedule: Schedule, day: date, minute: int, *, after: datetime) -> datetime:
    """The wall clock as a point in time: of two the first one later than ``after``."""
    wall = datetime(day.year, day.month, day.day, minute // 60 % 24, minute % 60, tzinfo=_zone(schedule))
    first = wall.astimezone(UTC)
    return first if first > after else wall.replace(fold=1).astimezone(UTC)


def _zone(schedule: Schedule) -> ZoneInfo:
    """A zone that there is not is UTC."""
    try:
        return ZoneInfo(schedule.zone)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
