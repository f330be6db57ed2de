"""The values of rows, as ``evaluate`` takes them, read by the very expressions that ``to_sql`` writes. Pure.

So what a list asks of the database and what is asked of a single row cannot differ.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from gongdan.conditions.fields import Array, Column, Field, Members, Row
from gongdan.conditions.stored import column_of


class Selected(msgspec.Struct, frozen=True):
    """What to select for some fields, over ``t``."""

    fields: tuple[Field, ...]
    columns: str
    """A list of expressions, each named; empty for no fields."""
    params: dict[str, Any]
    joins: frozenset[str]


def select(fields: Iterable[Field]) -> Selected:
    """Fields without SQL are left out: no list is read by them."""
    known = tuple(field for field in fields if field.sql is not None)
    params: dict[str, Any] = {}
    columns = [f"{_expression(field, n, params)} as v{n}" for n, field in enumerate(known)]
    joins = frozenset[str]().union(*(field.needs for field in known))
    return Selected(fields=known, columns=", ".join(columns), params=params, joins=joins)


def values(selected: Selected, row: Mapping[str, Any]) -> dict[str, Any]:
    """Field key → value of one row."""
    return {field.key: _value(field, row[f"v{n}"]) for n, field in enumerate(selected.fields)}


def _expression(field: Field, n: int, params: dict[str, Any]) -> str:
    match field.sql:
        case Column(expression) | Array(expression):
            return f"({expression})"
        case Members(table, value, only):
            return (
                f"array(select m.{value} from {table} m"
                f" where m.workspace_id = t.workspace_id and m.ticket_id = t.id and {only})"
            )
        case Row(key, ticket):
            params[f"f{n}"] = key
            return (
                f"array(select f.{column_of(field)} from ticket_field f"
                f" where f.workspace_id = t.workspace_id and f.ticket_id = {ticket} and f.field = %(f{n})s::text)"
            )
        case None:
            raise AssertionError(field.key)


def _value(field: Field, found: Any) -> Any:
    if not isinstance(field.sql, Row) or field.type == "set":
        return found
    value = found[0] if found else None
    match field.type, value:
        case "bool", int():
            return bool(value)
        case "date", datetime():
            return value.astimezone(UTC).date()
        case _:
            return value
