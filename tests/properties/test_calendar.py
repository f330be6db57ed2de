"""Calendar arithmetic against a naive reading of the wall clock, on generated calendars, zones and instants."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdan.domains.bundle.times.calendars import Calendar, Day, Interval
from gongdan.domains.sla.calendar import CompiledCalendar
from gongdan.domains.sla.calendar.hours import WEEKDAYS

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC"]

# Around a change to summer time, a change back, a midnight that São Paulo skipped, a year's end, an ordinary week.
MOMENTS = [
    datetime(2026, 3, 29, tzinfo=UTC),
    datetime(2026, 10, 25, tzinfo=UTC),
    datetime(2026, 11, 1, tzinfo=UTC),
    datetime(2018, 11, 4, tzinfo=UTC),
    datetime(2018, 2, 18, tzinfo=UTC),
    datetime(2026, 4, 5, tzinfo=UTC),
    datetime(2026, 12, 31, 20, tzinfo=UTC),
    datetime(2026, 6, 10, tzinfo=UTC),
]

minutes = st.integers(0, 24 * 60)


@st.composite
def hours(draw: st.DrawFn) -> tuple[Interval, ...]:
    edges = sorted(draw(st.sets(minutes, max_size=4)))
    return tuple((_reading(a), _reading(b)) for a, b in zip(edges[::2], edges[1::2], strict=False))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    overrides = st.builds(
        Day,
        on=st.sampled_from(MOMENTS).flatmap(lambda m: st.integers(-3, 3).map(lambda n: (m + n * DAY).date())),
        intervals=st.none() | hours(),
        works_as=st.none() | st.sampled_from(WEEKDAYS),
    )
    return Calendar(
        key="any",
        name={},
        zone=draw(st.sampled_from(ZONES)),
        week={**{day: draw(hours()) for day in draw(st.sets(st.sampled_from(WEEKDAYS)))}, "mon": (("09:00", "10:00"),)},
        days=tuple(draw(st.lists(overrides, max_size=6))),
    )


instants = st.sampled_from(MOMENTS).flatmap(
    lambda moment: st.integers(-3 * 86_400, 3 * 86_400).map(lambda s: moment + s * SECOND)
)


def _reading(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _open_seconds(calendar: Calendar, on: date) -> set[int]:
    """Seconds of the day that are worked on a date, by the spec's order of force."""
    overrides = [day for day in calendar.days if day.on == on]
    explicit = [day.intervals for day in overrides if day.intervals is not None]
    works_as = [day.works_as for day in overrides if day.works_as is not None and day.intervals is None]
    if explicit:
        intervals = explicit[-1]
    elif works_as:
        intervals = calendar.week.get(works_as[-1], ())
    else:
        intervals = () if overrides else calendar.week.get(WEEKDAYS[on.weekday()], ())
    worked: set[int] = set()
    for opens, closes in intervals:
        (oh, om), (ch, cm) = map(int, opens.split(":")), map(int, closes.split(":"))
        worked |= set(range(oh * 3600 + om * 60, ch * 3600 + cm * 60))
    return worked


def _is_open(calendar: Calendar, at: datetime, cache: dict[date, set[int]]) -> bool:
    """Whether the wall clock, read at ``at``, shows working time."""
    wall = at.astimezone(ZoneInfo(calendar.zone))
    if wall.date() not in cache:
        cache[wall.date()] = _open_seconds(calendar, wall.date())
    return wall.hour * 3600 + wall.minute * 60 + wall.second in cache[wall.date()]


@settings(max_examples=40, deadline=None)
@given(calendars(), instants, st.integers(0, 5 * 3600))
def test_between_counts_the_seconds_that_the_wall_clock_shows_as_open(form: Calendar, start: datetime, s: int) -> None:
    cache: dict[date, set[int]] = {}
    naive = sum(_is_open(form, start + n * SECOND, cache) for n in range(s))
    assert CompiledCalendar(form).between(start, start + s * SECOND) == naive


@settings(max_examples=200, deadline=None)
@given(calendars(), instants, st.integers(1, 60 * 3600))
def test_add_is_the_smallest_instant_with_that_much_working_time_before_it(
    form: Calendar, start: datetime, seconds: int
) -> None:
    calendar = CompiledCalendar(form)
    end = calendar.add(start, seconds)
    assert end is not None
    assert calendar.between(start, end) == seconds
    assert calendar.between(start, end - SECOND) == seconds - 1


@settings(max_examples=200, deadline=None)
@given(calendars(), instants, st.fractions(Fraction(1, 12), 9, max_denominator=12))
def test_add_days_is_the_smallest_second_with_that_many_working_days_before_it(
    form: Calendar, start: datetime, days: Fraction
) -> None:
    calendar = CompiledCalendar(form)
    end = calendar.add_days(start, days)
    assert end is not None
    assert calendar.days_between(start, end) >= days > calendar.days_between(start, end - SECOND)


@settings(max_examples=150, deadline=None)
@given(calendars(), instants, st.integers(0, 10**6), st.integers(0, 10**6))
def test_spans_of_time_add_up_in_seconds_and_in_days(form: Calendar, a: datetime, first: int, second: int) -> None:
    calendar = CompiledCalendar(form)
    b, c = a + first * SECOND, a + (first + second) * SECOND
    assert calendar.between(a, b) + calendar.between(b, c) == calendar.between(a, c)
    assert calendar.days_between(a, b) + calendar.days_between(b, c) == calendar.days_between(a, c)


@settings(max_examples=60, deadline=None)
@given(calendars(), instants)
def test_every_date_with_open_hours_is_exactly_one_working_day(form: Calendar, at: datetime) -> None:
    calendar, zone = CompiledCalendar(form), ZoneInfo(form.zone)
    start = calendar.end_of_day(at, 0)
    end = calendar.end_of_day(at, 1)
    assert calendar.days_between(start, end) == (1 if calendar.between(start, end) else 0)
    assert (end - SECOND).astimezone(zone).date() == start.astimezone(zone).date()


@settings(max_examples=150, deadline=None)
@given(calendars(), instants, st.integers(0, 40 * 3600))
def test_back_is_the_smallest_instant_from_which_no_more_remains(form: Calendar, end: datetime, seconds: int) -> None:
    calendar = CompiledCalendar(form)
    start = calendar.back(end, seconds)
    assert calendar.between(start, end) <= seconds
    assert start <= end - timedelta(days=366) or calendar.between(start - SECOND, end) == seconds + 1


@settings(max_examples=100, deadline=None)
@given(calendars(), instants, st.integers(0, 4))
def test_the_end_of_a_working_day_is_its_last_closing(form: Calendar, at: datetime, after: int) -> None:
    calendar = CompiledCalendar(form)
    end = calendar.end_of_working_day(at, after)
    assert end is not None and end > at
    assert calendar.between(end - SECOND, end) == 1
    assert after < calendar.days_between(at, end) + 1 <= after + 2
    assert calendar.between(end, calendar.end_of_day(end - SECOND, 0)) == 0


@pytest.mark.parametrize("zone", ZONES)
def test_years_compiled_in_any_order_agree(zone: str) -> None:
    form = Calendar(key="any", name={}, zone=zone, week=dict.fromkeys(WEEKDAYS[:5], (("09:00", "17:30"),)))
    forward, backward = CompiledCalendar(form), CompiledCalendar(form)
    spans = [(datetime(y, 12, 20, 3, tzinfo=UTC), datetime(y + 1, 1, 10, 9, tzinfo=UTC)) for y in range(2019, 2029)]
    assert [forward.between(a, b) for a, b in spans] == [backward.between(a, b) for a, b in reversed(spans)][::-1]
