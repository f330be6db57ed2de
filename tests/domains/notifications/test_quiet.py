"""Quiet hours, days off and digests, on the wall clock of whoever is told, also where clocks jump."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdan.domains.notifications.choosing.quiet import DAYS, Digest, Schedule, is_quiet, next_digest, resumes_at

ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Asia/Beirut", "Australia/Lord_Howe"]
MINUTE = timedelta(minutes=1)

minutes = st.integers(0, 24 * 60 - 1)
schedules = st.builds(
    Schedule,
    zone=st.sampled_from(ZONES),
    quiet=st.none() | st.tuples(minutes, minutes).filter(lambda pair: pair[0] != pair[1]),
    days=st.frozensets(st.sampled_from(sorted(DAYS)), min_size=1),
    digest=st.sampled_from(["off", "hourly", "daily"]),
    digest_at=minutes,
)
instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda at: at.replace(tzinfo=UTC, second=0))


def at(text: str, offset_h: float = 8) -> datetime:
    return (datetime.fromisoformat(text).replace(tzinfo=UTC) - timedelta(hours=offset_h)).astimezone(UTC)


NIGHT = Schedule(quiet=(22 * 60, 8 * 60))


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-27 21:59", "2026-11-27 21:59"),
        ("2026-11-27 22:00", "2026-11-28 08:00"),
        ("2026-11-28 03:00", "2026-11-28 08:00"),
        ("2026-11-28 08:00", "2026-11-28 08:00"),
    ],
)
def test_what_comes_at_night_waits_for_the_morning(now: str, until: str) -> None:
    assert resumes_at(NIGHT, at(now)) == at(until)


def test_a_weekend_is_quiet_as_a_whole_and_ends_after_the_night() -> None:
    weekdays = Schedule(quiet=(22 * 60, 8 * 60), days=frozenset({1, 2, 3, 4, 5}))
    assert resumes_at(weekdays, at("2026-11-27 23:00")) == at("2026-11-30 08:00")  # Friday night → Monday
    assert resumes_at(weekdays, at("2026-11-28 12:00")) == at("2026-11-30 08:00")


def test_quiet_hours_that_end_within_a_jump_of_the_clock_end_with_the_jump() -> None:
    berlin = Schedule(zone="Europe/Berlin", quiet=(23 * 60, 2 * 60 + 30))
    assert resumes_at(berlin, datetime(2026, 3, 29, 0, 30, tzinfo=UTC)) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_an_hour_that_comes_twice_ends_quiet_hours_the_next_time_it_comes() -> None:
    berlin = Schedule(zone="Europe/Berlin", quiet=(23 * 60, 2 * 60 + 30))
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert resumes_at(berlin, datetime(2026, 10, 24, 22, 0, tzinfo=UTC)) == first
    assert resumes_at(berlin, datetime(2026, 10, 25, 1, 10, tzinfo=UTC)) == second


@pytest.mark.parametrize(
    ("digest", "now", "slot"),
    [
        ("off", "2026-11-27 10:10", "2026-11-27 10:10"),
        ("hourly", "2026-11-27 10:10", "2026-11-27 11:00"),
        ("hourly", "2026-11-27 11:00", "2026-11-27 12:00"),
        ("daily", "2026-11-27 08:59", "2026-11-27 09:00"),
        ("daily", "2026-11-27 09:00", "2026-11-28 09:00"),
    ],
)
def test_a_digest_comes_at_its_next_hour(digest: Digest, now: str, slot: str) -> None:
    assert next_digest(Schedule(digest=digest), at(now)) == at(slot)


@settings(max_examples=300, deadline=None)
@given(schedules, instants)
def test_it_is_quiet_until_it_resumes_and_never_longer_than_eight_days(schedule: Schedule, now: datetime) -> None:
    found = resumes_at(schedule, now)
    assert now <= found <= now + timedelta(days=8, hours=2)
    assert not is_quiet(schedule, found)
    between = int((found - now) / MINUTE)
    for step in sorted(
        {0, 1, between // 3, between // 2, between - 90, between - 2, between - 1} & set(range(between))
    ):
        assert is_quiet(schedule, now + step * MINUTE)


@settings(max_examples=200, deadline=None)
@given(schedules, instants)
def test_a_digest_is_later_than_what_it_tells_and_no_later_than_a_day(schedule: Schedule, now: datetime) -> None:
    found = next_digest(schedule, now)
    longest = {"off": timedelta(0), "hourly": timedelta(hours=1), "daily": timedelta(hours=26)}[schedule.digest]
    assert now <= found <= now + longest and (schedule.digest == "off" or found > now)


def test_a_zone_that_there_is_not_is_utc() -> None:
    assert not is_quiet(Schedule(zone="Mars/Base", quiet=(0, 60)), datetime(2026, 1, 1, 1, 0, tzinfo=UTC))
