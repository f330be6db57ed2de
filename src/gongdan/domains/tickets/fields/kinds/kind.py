"""What a kind of custom field is. One module says everything about a kind; ``KINDS`` lists them."""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from gongdan.conditions.fields import Type
from gongdan.domains.bundle.fields import CustomField

LONGEST: Final = 10_000
"""Characters of a value that is a text."""


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
    has_choices: bool = False


def text_of(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError("not_a_text")
    return value


def whole_number(value: Any, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > most:
        raise ValueError("not_a_number")
    return value
