"""The number of an order, as a shop writes it."""

import re
from typing import Any

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import LONGEST, ValueKind, text_of
from gongdan.kernel.text import one_line

_ORDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./#-]{0,63}")


def _check(field: CustomField, value: Any) -> str:
    text = one_line(text_of(value), LONGEST)
    if text and not _ORDER.fullmatch(text):
        raise ValueError("not_an_order")
    return text


ORDER = ValueKind(type="text", check=_check)
