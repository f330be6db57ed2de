"""Official days off and make-up working days (调休) of China, as overrides of a calendar (spec 03, calendar engine).

They come from the ``holidays`` library, which is slow to import and to ask: only what fills a draft or a workspace
calls this, the result stands in the bundle, and a few years are kept. A make-up day works as the weekday that it is
swapped for. Weekend days that touch a day off are part of the holiday, so that a desk that works on weekends rests with
everyone.

A year whose notice the State Council has not published yet has its statutory days only; it is known by having no
make-up days, which every announced year since 2001 has.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from importlib.metadata import version
from typing import Any, Final

from gongdan.domains.bundle.times.calendars import Day, Weekday
from gongdan.kernel.text import Name

FIRST_YEAR = 2001
"""Make-up days are known from here on."""

_KEPT: Final = 16

_WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SWAPPED_FOR = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_OFF: Name = {"zh-CN": "调休放假", "en": "Day off in exchange"}
_MAKE_UP: Name = {"zh-CN": "调休上班", "en": "Make-up working day"}
_WEEKEND: Name = {"zh-CN": "假期周末", "en": "Weekend within a holiday"}


@lru_cache(_KEPT)
def days(year: int) -> tuple[Day, ...]:
    """The overrides of one year, in order."""
    off, swaps = _read(year)
    made_up = {on: of for on, of in swaps.items() if on.year == year}
    names = dict.fromkeys(_weekends_touching(set(off), set(swaps)), _WEEKEND) | off
    rest = [Day(on=on, name=name, source=source(year)) for on, name in names.items() if on.year == year]
    work = [
        Day(on=on, name=_MAKE_UP, works_as=_WEEKDAYS[of.weekday()], source=source(of.year))
        for on, of in made_up.items()
    ]
    return tuple(sorted(rest + work, key=lambda day: day.on))


def provisional_from(first: int) -> date:
    """The first of January, of the year ``first`` or later, from which on nothing is announced yet."""
    year = max(first, FIRST_YEAR)
    while is_announced(year):
        year += 1
    return date(year, 1, 1)


@lru_cache(_KEPT)
def is_announced(year: int) -> bool:
    return any(on.year == year for on in _library(year, "en_US").weekend_workdays)


def _read(year: int) -> tuple[dict[date, Name], dict[date, date]]:
    """Days off by name, and make-up days with the day off each is swapped for; of the next year too, since a notice
    reaches back into December."""
    zh, en = _library(year, "zh_CN"), _library(year, "en_US")
    off: dict[date, Name] = {}
    swaps: dict[date, date] = {}
    for on, name in sorted(zh.items()):
        swap = _SWAPPED_FOR.search(name)
        off[on] = _DAY_OFF if swap else {"zh-CN": name, "en": en[on]}
        if swap:
            swaps[date.fromisoformat(swap[0])] = on
    return off, swaps


def _weekends_touching(off: set[date], worked: set[date]) -> set[date]:
    """Saturdays and Sundays next to a day off, directly or through each other, and not worked."""
    found: set[date] = set()
    edge = off
    while edge:
        around = {on + timedelta(step) for on in edge for step in (-1, 1)}
        edge = {on for on in around if on.weekday() >= 5} - found - off - worked
        found |= edge
    return found


@lru_cache(2 * _KEPT)
def _library(year: int, language: str) -> Any:
    from holidays import country_holidays

    return country_holidays("CN", years=(year, year + 1), language=language)


def source(year: int) -> str:
    """Whose word the days of a year are."""
    announced = "notice of the State Council" if is_announced(year) else "statutory days, not announced yet"
    return f"holidays {_version()}: {announced} for {year}"


@lru_cache
def _version() -> str:
    return version("holidays")
