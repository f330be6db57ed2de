"""The official days off and make-up days of China, against the State Council's notices."""

from datetime import date

import pytest

from gongdan.domains.policy.presets import official_days
from tests.domains.sla.kit import at, calendar, notices

YEARS = range(2007, 2027)


def off(year: int) -> set[date]:
    return {day.on for day in official_days.days(year) if day.works_as is None}


def worked(year: int) -> set[date]:
    return {day.on for day in official_days.days(year) if day.works_as is not None}


@pytest.mark.parametrize("year", YEARS)
def test_weekdays_off_and_make_up_days_are_the_official_ones(year: int) -> None:
    official = {on: is_off for on, is_off in notices().items() if on.year == year}
    assert {on for on in off(year) if on.weekday() < 5} == {
        on for on, is_off in official.items() if is_off and on.weekday() < 5
    }
    assert worked(year) == {on for on, is_off in official.items() if not is_off and on.weekday() >= 5}
    assert {on for on, is_off in official.items() if is_off} <= off(year)


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_years_at_hand_are_exact_on_weekends_too(year: int) -> None:
    official = {on: is_off for on, is_off in notices().items() if on.year == year}
    assert off(year) == {on for on, is_off in official.items() if is_off}
    assert worked(year) == {on for on, is_off in official.items() if not is_off}


@pytest.mark.parametrize("year", YEARS)
def test_an_announced_year_has_make_up_days(year: int) -> None:
    assert official_days.is_announced(year)


def test_years_after_the_last_notice_are_provisional_and_have_statutory_days_only() -> None:
    first = official_days.provisional_from(2020)
    assert first >= date(2027, 1, 1)
    assert not worked(first.year)
    assert date(first.year, 10, 1) in off(first.year)
    assert "not announced" in official_days.days(first.year)[0].source


def test_a_make_up_day_works_as_the_day_it_is_swapped_for() -> None:
    (make_up,) = (day for day in official_days.days(2026) if day.on == date(2026, 10, 10))
    assert make_up.works_as == "wed"
    assert "2026" in make_up.source
    office = calendar(None, *official_days.days(2026))
    assert office.between(at("2026-10-01 00:00"), at("2026-10-11 00:00")) == 3 * 9 * 3600


def test_the_extended_spring_festival_of_2020_is_closed() -> None:
    assert {date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 2)} <= off(2020)


def test_every_day_has_both_names_and_one_entry() -> None:
    days = [day for year in YEARS for day in official_days.days(year)]
    assert all(day.name["zh-CN"] and day.name["en"] and day.source for day in days)
    assert len({day.on for day in days}) == len(days)
