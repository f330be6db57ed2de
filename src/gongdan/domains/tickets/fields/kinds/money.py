"""An amount of money, in minor units: 12.50 is 1250."""

from decimal import Decimal, InvalidOperation
from typing import Any

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import ValueKind, whole_number
from gongdan.kernel.ids import MAX_ID


def _written(value: int) -> str:
    return f"{Decimal(value).scaleb(-2):.2f}"


def _read(field: CustomField, cell: str) -> Any:
    """What is finer than a minor unit is no amount."""
    amount = cell.strip().lstrip("¥￥").replace(",", "").replace("，", "")
    try:
        minor = Decimal(amount).scaleb(2) if len(amount) <= 20 else None
    except InvalidOperation:
        return cell
    return int(minor) if minor is not None and minor.is_finite() and minor == minor.to_integral_value() else cell


MONEY = ValueKind(type="money", check=lambda field, value: whole_number(value, MAX_ID), written=_written, read=_read)
