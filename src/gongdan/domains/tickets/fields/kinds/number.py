"""A whole number."""

from typing import Any

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import ValueKind, whole_number
from gongdan.kernel.ids import MAX_ID


def _read(field: CustomField, cell: str) -> Any:
    number = cell.strip().replace(",", "").replace("，", "")
    digits = number[1:] if number.startswith(("+", "-")) else number
    return int(number) if len(digits) <= 16 and digits.isdecimal() else cell


NUMBER = ValueKind(type="number", check=lambda field, value: whole_number(value, MAX_ID), read=_read)
