"""The kinds of custom fields, one module each; ``KINDS`` is the only place that knows which there are."""

from collections.abc import Mapping
from typing import Any, Final

from gongdan.domains.bundle.fields import CustomField, FieldKind
from gongdan.domains.tickets.fields.kinds.bool import BOOL
from gongdan.domains.tickets.fields.kinds.cascade import CASCADE
from gongdan.domains.tickets.fields.kinds.choices import CHOICE, SET
from gongdan.domains.tickets.fields.kinds.contacts import MAIL, PHONE
from gongdan.domains.tickets.fields.kinds.kind import ValueKind
from gongdan.domains.tickets.fields.kinds.moments import DATE, INSTANT
from gongdan.domains.tickets.fields.kinds.money import MONEY
from gongdan.domains.tickets.fields.kinds.number import NUMBER
from gongdan.domains.tickets.fields.kinds.pattern import ORDER, PATTERN
from gongdan.domains.tickets.fields.kinds.text import LONG_TEXT, TEXT
from gongdan.domains.tickets.fields.kinds.url import URL

KINDS: Final[Mapping[FieldKind, ValueKind]] = {
    "text": TEXT,
    "long_text": LONG_TEXT,
    "number": NUMBER,
    "money": MONEY,
    "date": DATE,
    "instant": INSTANT,
    "choice": CHOICE,
    "set": SET,
    "bool": BOOL,
    "phone": PHONE,
    "mail": MAIL,
    "url": URL,
    "pattern": PATTERN,
    "cascade": CASCADE,
    "order": ORDER,
}

EMPTY: Final[tuple[Any, ...]] = (None, "", [])
"""Values that are none."""


def checked_value(field: CustomField, value: Any) -> Any:
    """``value`` as the field stores it. Raises ValueError with the code of the fault."""
    return KINDS[field.kind].check(field, value)


def kind_of(field: CustomField) -> ValueKind:
    return KINDS[field.kind]
