"""Bounds of everything in a bundle, whatever section it stands in: durations, counts, texts, dates, names. Pure.

Every shape is walked, so a field that is added later has a bound too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

import msgspec
from msgspec.structs import FieldInfo

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import SetFieldAction, UnknownAction
from gongdan.domains.bundle.section import Finding, Surroundings
from gongdan.kernel.ids import MAX_ID
from gongdan.kernel.text import LOCALES, Name, blank

YEARS_S: Final = 10 * 366 * 24 * 3600
"""No duration of a policy is longer than ten years."""
LONGEST: Final = {
    "calendar_minutes": YEARS_S // 60,
    "working_minutes": YEARS_S // 60,
    "working_days": 3_660,
    "end_of_day": 3_660,
    "end_of_working_day": 3_660,
}
NUMBERS: Final[Mapping[str, tuple[int, int]]] = {
    "percent": (1, 100),
    "warn_at": (1, 99),
    "warn_before_s": (1, YEARS_S),
    "rank": (0, 1_000),
    "limit": (0, 100_000),
    "skills": (0, 1_000),
    "schema": (1, 1),
    "low": (0, 5),
    "change_days": (0, 3_660),
    "person": (1, MAX_ID),
}
"""Field → least and most; every other number counts seconds, from 0 to ``YEARS_S``."""
COUNTS: Final[Mapping[str, int]] = {
    "categories": 60_000, "words": 5_000, "days": 5_000, "choices": 2_000, "fields": 1_000, "transitions": 1_000,
    "actions": 50, "on_enter": 50, "levels": 50, "limits": 50,
}  # fmt: skip
MOST: Final = 1_000
"""Entries of any other list."""
CHARACTERS: Final = 10_000
"""Of a text; of a name ``NAME_CHARACTERS``."""
NAME_CHARACTERS: Final = 200
DAYS: Final = (date(1970, 1, 1), date(2200, 1, 1))


def check_bounds(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Numbers, dates, texts and lists are within bounds, and what stands below an entry has unique keys and names in
    both languages. Retired entries are kept as they were."""
    for field in _fields(type(bundle)):
        yield from _value(field.name, field.name, getattr(bundle, field.name))


def _value(path: str, name: str, value: Any) -> Iterator[Finding]:
    match value:
        case bool() | None:
            return
        case int():
            yield from _number(path, value, *NUMBERS.get(name, (0, YEARS_S)))
        case str():
            if len(value) > CHARACTERS:
                yield Finding(path=path, code="text_too_long", params={"most": CHARACTERS})
        case date():
            if not DAYS[0] <= value <= DAYS[1]:
                yield Finding(path=path, code="date_out_of_range", params={"least": DAYS[0], "most": DAYS[1]})
        case Condition():
            return
        case msgspec.Struct():
            yield from _struct(path, value)
        case Mapping():
            yield from _count(path, len(value), MOST)
            for key, part in value.items():
                yield from _value(f"{path}.{key}", name, part)
        case Sequence():
            yield from _sequence(path, name, value)


def _struct(path: str, value: msgspec.Struct) -> Iterator[Finding]:
    if getattr(value, "retired", False):
        return
    for field in _fields(type(value)):
        below, part = f"{path}.{field.name}", getattr(value, field.name)
        if isinstance(value, UnknownAction) or (field.name == "value" and isinstance(value, SetFieldAction)):
            continue
        if field.name == "amount":
            most = LONGEST.get(getattr(value, "unit", ""), YEARS_S)
            yield from _number(below, part, 0, most)
            continue
        if field.type == Name:
            yield from _name(below, part, is_needed=field.required and path.count(".") > 1)
        yield from _value(below, field.name, part)


@cache
def _fields(struct: type[msgspec.Struct]) -> tuple[FieldInfo, ...]:
    """Its fields, which cost more to find than all else here."""
    return msgspec.structs.fields(struct)


def _name(path: str, name: Name, *, is_needed: bool) -> Iterator[Finding]:
    """Entries of a section are looked at as such."""
    missing = [locale for locale in LOCALES if blank(name.get(locale, ""))]
    if is_needed and missing:
        yield Finding(path=path, code="name_missing", params={"locales": missing})
    if path.endswith(".name") and any(len(text) > NAME_CHARACTERS for text in name.values()):
        yield Finding(path=path, code="text_too_long", params={"most": NAME_CHARACTERS})


def _sequence(path: str, name: str, values: Sequence[Any]) -> Iterator[Finding]:
    yield from _count(path, len(values), COUNTS.get(name, MOST))
    keys = [getattr(one, "key", None) for one in values]
    if "." in path:
        for key, count in Counter(key for key in keys if key is not None).items():
            if count > 1:
                yield Finding(path=f"{path}.{key}", code="duplicate_key")
    for n, (key, one) in enumerate(zip(keys, values, strict=True)):
        yield from _value(f"{path}.{n if key is None else key}", name, one)


def _number(path: str, value: int, least: int, most: int) -> Iterator[Finding]:
    if not least <= value <= most:
        yield Finding(path=path, code="number_out_of_range", params={"value": value, "least": least, "most": most})


def _count(path: str, found: int, most: int) -> Iterator[Finding]:
    if found > most:
        yield Finding(path=path, code="too_many", params={"count": found, "most": most})
