"""The value of a leaf: from JSON to a typed, bounded operand.

=========  ======================================================================================
shape      operand
=========  ======================================================================================
nothing    ``None``
one        one typed value; text normalised, as it is compared
many       tuple of distinct typed values in the order given
range      ``(low, high)``, both inclusive
span       ``Span``
=========  ======================================================================================
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

import msgspec

from gongdan.conditions.fields import SHAPES, Field, Op, Type
from gongdan.kernel.ids import MAX_ID
from gongdan.kernel.text import normalise

MAX_TEXT = 500
"""Characters of a text in a condition."""
MAX_KEY = 128
"""Characters of a key."""
MAX_LIST = 200
"""Values of ``is_any``, ``has_any``, ``has_all``."""
MAX_NUMBER = 2**53 - 1
"""What JSON readers, JavaScript among them, hold exactly."""
MAX_SPAN = timedelta(days=3_660)
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2999, 12, 31)

Unit = Literal["minute", "hour", "day", "week"]
UNITS: Mapping[Unit, timedelta] = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``n`` units before or after now. A day is 24 hours; for dates it is the calendar's next or last."""

    n: int
    unit: Unit

    @property
    def length(self) -> timedelta:
        return self.n * UNITS[self.unit]


class Unfit(Exception):
    """A value that does not fit; ``code`` and ``params`` as in ``FieldFault``. Never leaves ``conditions``."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


def units_of(type_: Type) -> tuple[Unit, ...]:
    """In which a span on a field of this type may be told; a date knows no hours."""
    return ("day", "week") if type_ == "date" else tuple(UNITS)


def read(field: Field, op: Op, value: Any) -> Any:
    """The operand that ``value`` means for ``op`` on ``field``.

    Raises:
        Unfit: wrong type, shape or bound.
    """
    match SHAPES[op]:
        case "nothing":
            if value is not None:
                raise Unfit("condition.value_unwanted", op=op)
            return None
        case "one":
            return _one(field, value)
        case "many":
            return _many(field, value)
        case "range":
            return _range(field, value)
        case "span":
            return _span(field, value)


def _one(field: Field, value: Any) -> Any:
    read_one = _READERS[field.member]
    operand = read_one(value)
    if field.choices and operand not in field.choices:
        raise Unfit("condition.choice_unknown", value=operand)
    return operand


def _many(field: Field, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple) or not value:
        raise Unfit("condition.list_wanted")
    if len(value) > MAX_LIST:
        raise Unfit("condition.list_too_long", limit=MAX_LIST)
    return tuple(dict.fromkeys(_one(field, entry) for entry in value))


def _range(field: Field, value: Any) -> tuple[Any, Any]:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise Unfit("condition.range_wanted")
    low, high = (_one(field, bound) for bound in value)
    if high < low:
        raise Unfit("condition.range_backwards")
    return low, high


def _span(field: Field, value: Any) -> Span:
    units = units_of(field.type)
    try:
        span = msgspec.convert(value, Span)
    except msgspec.ValidationError:
        raise Unfit("condition.span_wanted", units=units) from None
    if span.unit not in units:
        raise Unfit("condition.span_wanted", units=units)
    if not 1 <= span.n <= MAX_SPAN // UNITS[span.unit]:
        raise Unfit("condition.span_out_of_range", limit=MAX_SPAN // UNITS[span.unit])
    return span


def _text(value: Any) -> str:
    return normalise(_characters(value, "text", MAX_TEXT))


def _key(value: Any) -> str:
    return _characters(value, "key", MAX_KEY)


def _characters(value: Any, wanted: str, limit: int) -> str:
    if not isinstance(value, str) or not value:
        raise Unfit("condition.value_wrong", wanted=wanted)
    if len(value) > limit:
        raise Unfit("condition.text_too_long", limit=limit)
    # PostgreSQL stores neither NUL nor half of a surrogate pair, so nothing could ever match them.
    if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise Unfit("condition.text_unstorable")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unfit("condition.value_wrong", wanted="number")
    if abs(value) > MAX_NUMBER:
        raise Unfit("condition.number_out_of_range", limit=MAX_NUMBER)
    return value


def _person(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MAX_ID:
        raise Unfit("condition.value_wrong", wanted="person")
    return value


def _bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Unfit("condition.value_wrong", wanted="bool")
    return value


def _date(value: Any) -> date:
    try:
        day = msgspec.convert(value, date)
    except msgspec.ValidationError:
        raise Unfit("condition.value_wrong", wanted="date") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Unfit("condition.date_out_of_range", first=FIRST_DAY.isoformat(), last=LAST_DAY.isoformat())
    return day


def _instant(value: Any) -> datetime:
    try:
        instant = msgspec.convert(value, datetime)
    except msgspec.ValidationError:
        raise Unfit("condition.value_wrong", wanted="instant") from None
    if instant.tzinfo is None:
        raise Unfit("condition.value_wrong", wanted="instant")
    _date(instant.date())
    return instant.astimezone(UTC)


_READERS: Mapping[Type, Callable[[Any], Any]] = {
    "text": _text,
    "number": _number,
    "money": _number,
    "duration": _number,
    "date": _date,
    "instant": _instant,
    "bool": _bool,
    "choice": _key,
    "tree": _key,
    "team": _key,
    "person": _person,
}
