"""Who may know of an event of a ticket, and of which of its values. Pure: ``knows`` judges (accounts)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from gongdan.domains.accounts.public import Reader, Shown, Thing, custom_fields, knows, to_staff

__all__ = ["Shown", "Values", "happening", "to_all", "to_all_but", "to_staff"]

Values = dict[str, Any]
"""An event's members, as they stand in the log."""


def to_all(values: Values, reader: Reader) -> Values | None:
    return values


def to_all_but(*of_staff: str) -> Shown[Values]:
    """Everybody is shown it, and these members only who reads internal notes: what the staff wrote for each other."""

    def shown(values: Values, reader: Reader) -> Values | None:
        if reader.is_inside:
            return values
        return {name: value for name, value in values.items() if name not in of_staff}

    return shown


def happening(values: Values, shown: Shown[Values], sensitive: frozenset[str]) -> Thing[Values]:
    """An event as a thing that may be known: to whom ``shown`` says, its ``sensitive`` custom fields masked."""
    return Thing(values, partial(_shown, shown, sensitive))


def _shown(shown: Shown[Values], sensitive: frozenset[str], values: Values, reader: Reader) -> Values | None:
    found = shown(values, reader)
    if found is None or not sensitive:
        return found
    return {name: _masked(name, value, sensitive, reader) for name, value in found.items()}


def _masked(name: str, value: Any, sensitive: frozenset[str], reader: Reader) -> Any:
    """Events hold custom fields by key in ``fields``, and by the names of conditions in ``before`` and ``after``."""
    if not isinstance(value, Mapping) or name not in ("fields", "before", "after"):
        return value
    keys = sensitive if name == "fields" else frozenset(f"fields.{key}" for key in sensitive)
    return knows(reader, custom_fields(value, keys)).value
