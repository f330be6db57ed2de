"""A day, and an instant. Both are stored as ISO texts."""

from datetime import date, datetime
from typing import Any, Final

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import ValueKind

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_SIGNS: Final = str.maketrans("年月/.", "----")


def _date(field: CustomField, value: Any) -> str:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("not_a_date") from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError("field_date_far")
    return day.isoformat()


def _instant(field: CustomField, value: Any) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("not_an_instant") from None
    if moment.tzinfo is None:
        raise ValueError("not_an_instant")
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError("field_instant_far")
    return moment.isoformat()


def _day_of(field: CustomField, cell: str) -> str:
    """Tables write days with strokes, points or signs too: 2026/3/1, 2026.3.1, 2026年3月1日."""
    parts = cell.strip().rstrip("日").translate(_SIGNS).split("-")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        return f"{parts[0]:>04}-{parts[1]:>02}-{parts[2]:>02}"
    return cell.strip()


DATE = ValueKind(type="date", check=_date, read=_day_of)
INSTANT = ValueKind(
    type="instant",
    check=_instant,
    read=lambda field, cell: cell.strip(),
    said=lambda value, field, words: words.instant(value),
)
