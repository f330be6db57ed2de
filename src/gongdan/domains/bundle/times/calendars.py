"""Calendars (工作日历): weekly intervals and dated overrides (spec 03, calendar engine)."""

from datetime import date
from typing import Literal

from gongdan.domains.bundle.named import Named, Shape
from gongdan.kernel.text import Name

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Interval = tuple[str, str]
"""``("09:00", "18:00")``, wall clock of the calendar's zone, half-open; ``24:00`` ends a day."""


class Day(Shape, frozen=True, kw_only=True):
    """An override of one date. In order of force: ``intervals`` > ``works_as`` (调休) > closed."""

    on: date
    name: Name = {}
    intervals: tuple[Interval, ...] | None = None
    works_as: Weekday | None = None
    source: str = ""


class Calendar(Named, frozen=True, kw_only=True):
    zone: str
    week: dict[Weekday, tuple[Interval, ...]]
    days: tuple[Day, ...] = ()
    provisional_from: date | None = None
    """From this date on the official days off are not announced yet; due dates beyond it may move."""
