"""How a value stands outside of Python: in ``ticket.fields`` (JSON), and in the typed rows of ``ticket_field``.

Whoever writes those rows and ``to_sql``, which reads them, both use ``column_of`` and ``stored``. An index entry of
PostgreSQL is bounded, so a text in ``ticket_field`` is its first ``ROW_TEXT`` normalised characters, and both back ends
compare no more than those.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any, Literal

import msgspec

from gongdan.conditions.fields import Field, Row, Type
from gongdan.kernel.text import normalise

ROW_TEXT = 500
"""Characters; four bytes each leave room for the other columns below the 2,704 bytes that an index entry can hold."""

RowColumn = Literal["text_value", "int_value", "at_value"]

_COLUMNS: Mapping[Type, RowColumn] = {
    "text": "text_value",
    "choice": "text_value",
    "tree": "text_value",
    "team": "text_value",
    "number": "int_value",
    "money": "int_value",
    "duration": "int_value",
    "bool": "int_value",
    "person": "int_value",
    "date": "at_value",
    "instant": "at_value",
}


class FieldRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of ``ticket_field``, without its key. Exactly one value is set."""

    text_value: str | None = None
    int_value: int | None = None
    at_value: datetime | None = None


def column_of(field: Field) -> RowColumn:
    """The column of ``ticket_field`` that holds a value, or a member of a set."""
    return _COLUMNS[field.member]


def stored(field: Field, value: Any) -> str | int | datetime:
    """One typed value, or one member of a set, as that column holds it: text ``comparable``, a bool as 0 or 1, a date
    as its midnight in UTC."""
    match field.member:
        case "text":
            return _in_row(value)
        case "bool":
            return int(value)
        case "date":
            return midnight(value)
        case _:
            found: str | int | datetime = value
            return found


def comparable(field: Field) -> Callable[[str], str]:
    """What turns a text of ``field`` as it was written into the text that conditions compare."""
    return _in_row if isinstance(field.sql, Row) else _normalised


def _in_row(text: str) -> str:
    return _normalised(text)[:ROW_TEXT]


_normalised = lru_cache(maxsize=256)(normalise)
"""A decision asks dozens of conditions about the same few texts, and NFKC of a Chinese title takes microseconds."""


def midnight(day: date) -> datetime:
    """A date as ``at_value`` holds it."""
    return datetime.combine(day, time(), UTC)


def rows(field: Field, value: Any) -> tuple[FieldRow, ...]:
    """The rows of a value: none when it is absent, one per distinct member for a set, else one."""
    if value is None or value == "":
        return ()
    members = value if field.type == "set" else (value,)
    column = column_of(field)
    cells: list[dict[str, Any]] = [{column: cell} for cell in dict.fromkeys(stored(field, one) for one in members)]
    return tuple(FieldRow(**cell) for cell in cells)


def from_json(field: Field, value: Any) -> Any:
    """The typed value of a custom field, as ``evaluate`` and ``rows`` take it, from its JSON form in ``ticket.fields``.

    Dates and instants are ISO texts there, sets are lists; everything else is itself.
    """
    if value is None:
        return None
    match field.type:
        case "date":
            return date.fromisoformat(value)
        case "instant":
            return datetime.fromisoformat(value)
        case "set":
            return frozenset(value)
        case _:
            return value
