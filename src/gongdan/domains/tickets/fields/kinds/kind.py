"""What a kind of custom field is. One module says everything about a kind; ``KINDS`` lists them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Protocol

import msgspec

from gongdan.conditions.fields import Type
from gongdan.domains.bundle.fields import CustomField

LONGEST: Final = 10_000
"""Characters of a value that is a text."""


class ValueWords(Protocol):
    """The language of a reader, as far as values need it."""

    def say(self, key: str) -> str: ...

    def list(self, parts: Iterable[str]) -> str: ...

    def named(self, entries: Mapping[Any, Any], key: Any) -> str: ...

    def instant(self, at: str) -> str: ...


class ValueKind(msgspec.Struct, frozen=True, kw_only=True):
    type: Type
    """How conditions see its values; by that, too, in which column of ``ticket_field`` they stand."""
    of: Type | None = None
    """Of a set: the type of its members."""
    check: Callable[[CustomField, Any], Any]
    """(field, value as somebody gave it) → its one form, as it is stored; raises ValueError with the code of the
    fault."""
    written: Callable[[Any], str] = str
    """A stored value as the cell of a table."""
    read: Callable[[CustomField, str], Any] = lambda field, cell: cell
    """The cell of a table as a value for ``check``, which says what is wrong with it."""
    said: Callable[[Any, CustomField, ValueWords], str] | None = None
    """A stored value for a reader; None: as it is written."""
    has_choices: bool = False
    wrong: Callable[[CustomField], str | None] = lambda field: None
    """The code of what is wrong with the field itself, at its member ``pattern``; None: nothing."""


def text_of(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError("not_a_text")
    return value


def whole_number(value: Any, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > most:
        raise ValueError("not_a_number")
    return value
