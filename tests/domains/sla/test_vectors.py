"""Vectors of due and elapsed business time, taken from several other products' tests and from the Chinese calendar."""

import json
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import pytest

from gongdan.domains.bundle.times.calendars import Calendar, Day, Interval
from gongdan.domains.sla.calendar import CompiledCalendar
from tests.domains.sla.kit import notices, shared


@pytest.mark.parametrize("file", ["upstream_vectors.json", "china_vectors.json"])
def test_every_vector_holds_to_the_second(file: str) -> None:
    vectors = json.loads(shared(f"sla_vectors/{file}").read_text())
    wrong = [(v["id"], got) for v in vectors if (got := _answer(v)) != _expected(v)]
    assert wrong == []
    assert len(vectors) > 50


def _expected(vector: dict[str, Any]) -> datetime | int:
    return _instant(vector["expected"]) if vector["op"] == "due" else int(vector["expected_seconds"])


def _answer(vector: dict[str, Any]) -> datetime | int | None:
    calendar = _calendar(json.dumps(vector.get("calendar") or vector["calendar_ref"]))
    start = _instant(vector["start"])
    pauses = [(_instant(a), _instant(b)) for a, b in vector.get("pauses", [])]
    if vector["op"] == "elapsed":
        end = _instant(vector["end"])
        return calendar.between(start, end) - sum(calendar.between(max(a, start), min(b, end)) for a, b in pauses)
    left = vector["business_seconds"]
    for pause, resume in pauses:
        used = calendar.between(start, pause)
        if used >= left:
            break
        left, start = left - used, max(start, resume)
    return calendar.add(start, left)


@cache
def _calendar(described: str) -> CompiledCalendar:
    form = json.loads(described)
    days: dict[date, tuple[Interval, ...]] = {date.fromisoformat(d): () for d in form.get("holidays", ())}
    days |= {date.fromisoformat(d): _pairs(hours) for d, hours in form.get("special_hours", {}).items()}
    if "holidays_from" in form:
        make_up = _pairs(form["make_up_days_use_hours"])
        days |= {on: () if off else make_up for on, off in notices().items()}
    return CompiledCalendar(
        Calendar(
            key="vector",
            name={},
            zone=form["timezone"],
            week={name: _pairs(hours) for name, hours in form["hours"].items()},
            days=tuple(Day(on=on, intervals=hours) for on, hours in days.items()),
        )
    )


def _pairs(hours: list[list[str]]) -> tuple[Interval, ...]:
    return tuple((opens, closes) for opens, closes in hours)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
