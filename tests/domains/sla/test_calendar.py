"""The sentences of spec 03, calendar engine, as examples. Properties stand in tests/properties/test_calendar.py."""

from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from gongdan.domains.sla.calendar import ALWAYS, floor
from tests.domains.sla.kit import NINE_TO_SIX, OFFICE, at, calendar, day

HOUR = 3600


def test_three_working_days_from_friday_at_five_end_on_wednesday_at_five() -> None:
    assert calendar().add_days(at("2026-11-20 17:00"), 3) == at("2026-11-25 17:00")


def test_working_days_step_over_the_spring_festival_and_count_its_make_up_days() -> None:
    rest = [day(f"2026-02-{n}") for n in range(15, 24)]
    make_up = [day("2026-02-14", works_as="fri"), day("2026-02-28", works_as="mon")]
    office = calendar(None, *rest, *make_up)
    assert office.add_days(at("2026-02-13 17:00"), 3) == at("2026-02-25 17:00")
    assert office.add_days(at("2026-02-27 09:00"), 2) == at("2026-02-28 18:00")


def test_a_half_day_counts_as_a_day() -> None:
    office = calendar(None, day("2026-12-31", intervals=(("09:00", "12:00"),)))
    assert office.add_days(at("2026-12-30 18:00"), 1) == at("2026-12-31 12:00")
    assert office.days_between(at("2026-12-31 09:00"), at("2026-12-31 10:00")) == Fraction(1, 3)


def test_day_targets_pause_and_tile_exactly() -> None:
    office = calendar()
    parts = [at("2026-11-20 09:00"), at("2026-11-20 13:37"), at("2026-11-23 10:01"), at("2026-11-25 17:59")]
    pieces = [office.days_between(a, b) for a, b in pairwise(parts)]
    assert sum(pieces) == office.days_between(parts[0], parts[-1]) == 3 + Fraction(8 * 60 + 59, 9 * 60)


def test_an_allowance_that_ends_at_closing_time_is_due_then() -> None:
    assert calendar().add(at("2026-11-20 17:00"), HOUR) == at("2026-11-20 18:00")
    assert calendar().add_days(at("2026-11-20 09:00"), 1) == at("2026-11-20 18:00")


def test_no_time_at_all_outside_hours_ends_at_the_next_opening() -> None:
    assert calendar().add(at("2026-11-20 18:00"), 0) == at("2026-11-23 09:00")
    assert calendar().add(at("2026-11-20 17:00"), 0) == at("2026-11-20 17:00")


def test_overrides_hold_in_order_of_force() -> None:
    late = (("13:00", "15:00"),)
    both = [day("2026-11-21", works_as="fri"), day("2026-11-21", intervals=late), day("2026-11-21")]
    for days in (both, both[::-1]):
        assert calendar(None, *days).between(at("2026-11-21 00:00"), at("2026-11-22 00:00")) == 2 * HOUR
    make_up = [day("2026-11-21"), day("2026-11-21", works_as="fri")]
    for days in (make_up, make_up[::-1]):
        assert calendar(None, *days).between(at("2026-11-21 00:00"), at("2026-11-22 00:00")) == 9 * HOUR
    assert calendar(None, day("2026-11-20")).between(at("2026-11-20 00:00"), at("2026-11-21 00:00")) == 0


def test_an_override_without_intervals_is_a_closed_day_whatever_the_list_says() -> None:
    assert calendar(None, day("2026-11-20", intervals=())).add(at("2026-11-20 10:00"), 60) == at("2026-11-23 09:01")


def test_a_lunch_break_and_touching_intervals() -> None:
    hours = (("13:30", "18:00"), ("09:00", "11:00"), ("11:00", "12:00"))
    office = calendar({"fri": hours})
    assert office.add(at("2026-11-20 11:30"), HOUR) == at("2026-11-20 14:00")
    assert office.opened(at("2026-11-20 00:00"), at("2026-11-21 00:00"))[0] == (
        at("2026-11-20 09:00"),
        at("2026-11-20 12:00"),
    )


def test_hours_until_midnight_join_the_next_day() -> None:
    night = calendar({"fri": (("22:00", "24:00"),), "sat": (("00:00", "06:00"),)})
    assert night.add(at("2026-11-20 23:00"), 3 * HOUR) == at("2026-11-21 02:00")


def test_an_hour_that_the_clock_skips_is_worked_by_nobody_and_a_repeated_one_twice() -> None:
    berlin = calendar({"sun": (("01:00", "04:00"),)}, zone="Europe/Berlin")
    assert berlin.between(at("2026-03-29 00:00"), at("2026-03-30 00:00")) == 2 * HOUR
    assert berlin.between(at("2026-10-25 00:00"), at("2026-10-26 12:00")) == 4 * HOUR
    assert (
        calendar({"sun": (("02:00", "03:00"),)}, zone="Europe/Berlin").between(
            at("2026-03-29 00:00"), at("2026-03-30 00:00")
        )
        == 0
    )


def test_a_working_day_with_a_skipped_hour_is_still_one_day() -> None:
    berlin = calendar({"sun": (("01:00", "04:00"),)}, zone="Europe/Berlin")
    assert berlin.days_between(at("2026-03-29 00:00"), at("2026-03-30 00:00")) == 1


def test_a_calendar_that_never_opens_enough_uses_nothing_up() -> None:
    closed = calendar({})
    assert closed.add(at("2026-11-20 09:00"), 60) is None
    assert closed.add_days(at("2026-11-20 09:00"), 1) is None
    assert closed.end_of_working_day(at("2026-11-20 09:00"), 0) is None
    assert closed.between(at("2026-11-20 09:00"), at("2027-11-20 09:00")) == 0


def test_the_end_of_a_day_is_midnight_of_the_calendars_zone() -> None:
    assert calendar().end_of_day(at("2026-11-20 17:00"), 0) == at("2026-11-21 00:00")
    assert calendar().end_of_day(at("2026-11-21 00:00"), 1) == at("2026-11-23 00:00")


def test_the_end_of_a_working_day_is_closing_time_of_the_day_that_is_open_or_opens_next() -> None:
    office = calendar()
    assert office.end_of_working_day(at("2026-11-20 08:00"), 0) == at("2026-11-20 18:00")
    assert office.end_of_working_day(at("2026-11-20 17:59"), 1) == at("2026-11-23 18:00")
    assert office.end_of_working_day(at("2026-11-20 18:00"), 0) == at("2026-11-23 18:00")


def test_calendar_time_is_every_second() -> None:
    start = at("2026-03-28 12:00")
    assert ALWAYS.add(start, 10**6) == start + timedelta(seconds=10**6)
    assert ALWAYS.between(start, start + timedelta(days=40)) == 40 * 86_400


def test_a_due_date_beyond_the_announced_years_is_provisional() -> None:
    office = calendar(provisional_from=day("2027-01-01").on)
    assert not office.is_provisional(at("2026-12-31 23:59"))
    assert office.is_provisional(at("2027-01-01 00:00"))


def test_equal_hours_have_equal_editions() -> None:
    assert calendar().edition == calendar(dict(reversed(OFFICE.items()))).edition
    assert calendar().edition != calendar(OFFICE | {"sat": NINE_TO_SIX}).edition


def test_flooring_keeps_the_order_of_instants_and_whole_due_times() -> None:
    due = at("2026-11-20 17:00")
    assert floor(due - timedelta(microseconds=1)) < due
    assert floor(due + timedelta(microseconds=999_999)) == due
