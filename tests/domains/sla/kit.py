"""Calendars and data that the tests of this domain share."""

import json
import os
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.times.calendars import Calendar, Day, Interval, Weekday
from gongdan.domains.bundle.times.ladders import Ladder
from gongdan.domains.bundle.times.sla import Metric, SlaPolicy, Target
from gongdan.domains.sla.calendar import CompiledCalendar
from gongdan.domains.sla.calendar.hours import WEEKDAYS
from gongdan.domains.sla.policy import CompiledSla

SHANGHAI = ZoneInfo("Asia/Shanghai")
NINE_TO_SIX: tuple[Interval, ...] = (("09:00", "18:00"),)
OFFICE: dict[Weekday, tuple[Interval, ...]] = dict.fromkeys(WEEKDAYS[:5], NINE_TO_SIX)
"""Monday to Friday, 9 to 18."""


def calendar(
    week: dict[Weekday, tuple[Interval, ...]] | None = None, *days: Day, zone: str = "Asia/Shanghai", **more: Any
) -> CompiledCalendar:
    hours = OFFICE if week is None else week
    return CompiledCalendar(
        Calendar(
            key="office", name={"zh-CN": "工作时间", "en": "Office hours"}, zone=zone, week=hours, days=days, **more
        )
    )


def at(reading: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    """``2026-11-20 17:00`` on the wall in Shanghai, as an instant."""
    return datetime.fromisoformat(reading).replace(tzinfo=zone).astimezone(UTC)


def day(on: str, **more: Any) -> Day:
    return Day(on=date.fromisoformat(on), **more)


def shared(path: str) -> Path:
    """A file of the test data; the test is skipped where there is none."""
    root = Path(os.environ.get("GONGDAN_TEST_DATA", Path(__file__).parents[4] / "shared" / "data"))
    found = root / path
    if not found.exists():
        pytest.skip(f"no test data: {found} (set GONGDAN_TEST_DATA)")
    return found


@cache
def notices() -> dict[date, bool]:
    """Every date of a State Council notice in the test data: True is a day off, False is worked."""
    files = sorted(shared("holidays_cn").glob("2*.json"))
    return {date.fromisoformat(d["date"]): d["isOffDay"] for f in files for d in json.loads(f.read_text())["days"]}


def minutes(metric: Metric, amount: int, **more: Any) -> Target:
    return Target(metric=metric, amount=amount, unit="calendar_minutes", **more)


def compiled(*targets: Target, ladders: tuple[Ladder, ...] = (), **policy: Any) -> CompiledSla:
    """A release with one policy, ``standard``, and the calendar ``office``."""
    office = Calendar(key="office", name={}, zone="Asia/Shanghai", week=OFFICE)
    standard = SlaPolicy(key="standard", name={}, targets=targets, **policy)
    return CompiledSla(PolicyBundle(calendars=(office,), sla=(standard,), ladders=ladders))
