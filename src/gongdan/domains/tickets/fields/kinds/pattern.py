"""A line of a given form: of a pattern of the policy, such as a serial number, and the number of an order."""

import re
from functools import lru_cache
from typing import Any

import re2

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import LONGEST, ValueKind, text_of
from gongdan.kernel.text import one_line


@lru_cache(maxsize=512)
def compiled(pattern: str) -> Any:
    """Raises ValueError: it is no pattern that RE2 can read."""
    try:
        return re2.compile(pattern)
    except re2.error:
        raise ValueError("pattern_wrong") from None


def _check(field: CustomField, value: Any) -> str:
    text = one_line(text_of(value), LONGEST)
    if text and not compiled(field.pattern).fullmatch(text):
        raise ValueError("not_as_pattern")
    return text


def _wrong(field: CustomField) -> str | None:
    try:
        compiled(field.pattern)
    except ValueError as why:
        return str(why)
    return None if field.pattern else "pattern_wrong"


PATTERN = ValueKind(type="text", check=_check, wrong=_wrong)


_ORDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./#-]{0,63}")


def _check_order(field: CustomField, value: Any) -> str:
    text = one_line(text_of(value), LONGEST)
    if text and not _ORDER.fullmatch(text):
        raise ValueError("not_an_order")
    return text


ORDER = ValueKind(type="text", check=_check_order)
