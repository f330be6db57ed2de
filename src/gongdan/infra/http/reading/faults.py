"""All faults of a value at once, each with its own path, code and bounds. The decoder stops at the first, and tells it
in its own words; so what it refused is walked again along its type, and reported in ours."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from gongdan.infra.http.reading.instants import FIRST, LAST, within_bounds
from gongdan.infra.http.reading.tidying import chosen
from gongdan.kernel.errors import FieldFault
from gongdan.kernel.text import holdable

MOST = 100
"""Faults of one answer; whoever breaks more does not read them one by one."""

_WANTED: tuple[tuple[type[inspect.Type], type | tuple[type, ...], str], ...] = (
    (inspect.BoolType, bool, "not_a_bool"),
    (inspect.IntType, int, "not_a_number"),
    (inspect.FloatType, (int, float), "not_a_decimal"),
    (inspect.StrType, str, "not_a_text"),
    (inspect.DateTimeType, str, "not_an_instant"),
    (inspect.DateType, str, "not_a_date"),
    (inspect.CollectionType, list, "not_a_list"),
    (inspect.TupleType, list, "not_a_list"),
    (inspect.DictType, dict, "not_an_object"),
    (inspect.StructType, dict, "not_an_object"),
    (inspect.NoneType, type(None), "not_null"),
)
"""Kind → what it is in JSON, and the fault of what is something else."""


@cache
def kind_of(type_: Any) -> inspect.Type:
    return inspect.type_info(type_)


def faults_of(value: Any, kind: inspect.Type, at: str = "") -> list[FieldFault]:
    """What is wrong with ``value``, in reading order, at most ``MOST``; ``at`` is its own path."""
    found: list[FieldFault] = []
    for fault in _faults(value, kind, at, {}):
        found.append(fault)
        if len(found) == MOST:
            break
    return found


def below(at: str, step: str | int) -> str:
    """``requester.email``, ``tickets[3].files[0]``."""
    if isinstance(step, int):
        return f"{at}[{step}]"
    return f"{at}.{step[:100]}" if at else step[:100]


def _faults(value: Any, kind: inspect.Type, at: str, extra: dict[str, Any]) -> Iterator[FieldFault]:
    if isinstance(kind, inspect.Metadata):
        yield from _faults(value, kind.type, at, {**extra, **(kind.extra or {})})
        return
    if isinstance(kind, inspect.UnionType):
        yield from _of_union(value, kind, at, extra)
        return
    if isinstance(kind, inspect.AnyType):
        yield from _of_anything(value, at)
        return
    if code := _mistaken(value, kind):
        yield FieldFault(at, "not_empty" if value is None else code)
        return
    match kind:
        case inspect.StructType():
            yield from _of_struct(value, kind, at)
        case inspect.DictType():
            yield from _of_map(value, kind, at)
        case inspect.CollectionType():
            yield from _counted(len(value), kind.min_length, kind.max_length, at, "few", "many")
            for number, one in enumerate(value):
                yield from _faults(one, kind.item_type, below(at, number), {})
        case inspect.StrType():
            yield from _of_text(value, kind, at, extra)
        case inspect.IntType() | inspect.FloatType():
            yield from _of_number(value, kind, at)
        case _:
            yield from _of_the_rest(value, kind, at)


def _mistaken(value: Any, kind: inspect.Type) -> str | None:
    for known, wanted, code in _WANTED:
        if isinstance(kind, known):
            fits = isinstance(value, wanted) and not (isinstance(value, bool) and wanted is not bool)
            return None if fits else code
    return None


def _of_union(value: Any, kind: inspect.UnionType, at: str, extra: dict[str, Any]) -> Iterator[FieldFault]:
    """The faults as the member that the value comes nearest to."""
    if value is None and any(isinstance(one, inspect.NoneType) for one in kind.types):
        return
    member = chosen(kind, value)
    if member is not kind:
        yield from _faults(value, member, at, extra)
        return
    members = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
    tagged = [one for one in members if isinstance(one, inspect.StructType) and one.tag_field]
    if tagged and isinstance(value, dict):
        field = str(tagged[0].tag_field)
        code = "unknown_choice" if field in value else "required"
        yield FieldFault(below(at, field), code, {"choices": [one.tag for one in tagged]} if field in value else {})
        return
    tried = [list(_faults(value, one, at, extra)) for one in members]
    if all(tried):
        yield from min(tried, key=lambda faults: (faults[0].code.startswith("not_a"), len(faults)))


def _of_struct(value: dict[str, Any], kind: inspect.StructType, at: str) -> Iterator[FieldFault]:
    known = {field.encode_name: field for field in kind.fields}
    for name in value:
        if name not in known and kind.forbid_unknown_fields and name != kind.tag_field:
            yield FieldFault(below(at, name), "unknown_member")
    for name, field in known.items():
        if name in value:
            yield from _faults(value[name], field.type, below(at, name), {})
        elif field.required:
            yield FieldFault(below(at, name), "required")


def _of_map(value: dict[str, Any], kind: inspect.DictType, at: str) -> Iterator[FieldFault]:
    yield from _counted(len(value), kind.min_length, kind.max_length, at, "few", "many")
    for name, one in value.items():
        bad = next(_faults(name, kind.key_type, below(at, name), {}), None)
        if bad is not None:
            yield FieldFault(bad.field, "unknown_member")
        else:
            yield from _faults(one, kind.value_type, below(at, name), {})


def _of_text(value: str, kind: inspect.StrType, at: str, extra: dict[str, Any]) -> Iterator[FieldFault]:
    if not holdable(value):
        yield FieldFault(at, "unstorable")
    elif kind.min_length and not value:
        yield FieldFault(at, "blank")
    elif fault := next(_counted(len(value), kind.min_length, kind.max_length, at, "short", "long"), None):
        yield fault
    elif kind.pattern and not re.search(kind.pattern, value):
        yield FieldFault(at, extra.get("fault", "wrong_form"))


def _counted(length: int, least: int | None, most: int | None, at: str, less: str, more: str) -> Iterator[FieldFault]:
    if least is not None and length < least:
        yield FieldFault(at, f"too_{less}", {"least": least})
    if most is not None and length > most:
        yield FieldFault(at, f"too_{more}", {"most": most})


def _of_number(value: float, kind: inspect.IntType | inspect.FloatType, at: str) -> Iterator[FieldFault]:
    if (kind.ge is not None and value < kind.ge) or (kind.gt is not None and value <= kind.gt):
        yield FieldFault(at, "too_small", {"least": kind.ge if kind.ge is not None else kind.gt})
    elif (kind.le is not None and value > kind.le) or (kind.lt is not None and value >= kind.lt):
        yield FieldFault(at, "too_large", {"most": kind.le if kind.le is not None else kind.lt})


def _of_anything(value: Any, at: str) -> Iterator[FieldFault]:
    if isinstance(value, str) and not holdable(value):
        yield FieldFault(at, "unstorable")
    elif isinstance(value, dict):
        for name, one in value.items():
            if not holdable(name):
                yield FieldFault(at, "unstorable")
            yield from _of_anything(one, below(at, name))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _of_anything(one, below(at, number))


def _of_the_rest(value: Any, kind: inspect.Type, at: str) -> Iterator[FieldFault]:
    match kind:
        case inspect.LiteralType():
            if not any(value == one and type(value) is type(one) for one in kind.values):
                yield FieldFault(at, "unknown_choice", {"choices": list(kind.values)})
        case inspect.DateTimeType():
            if not _decodes(value, datetime):
                yield FieldFault(at, "not_an_instant")
            elif not within_bounds(value):
                yield FieldFault(at, "instant_far", {"first": FIRST.year, "last": LAST.year})
        case inspect.DateType():
            if not _decodes(value, date):
                yield FieldFault(at, "not_a_date")
        case inspect.TupleType():
            if len(value) != len(kind.item_types):
                yield FieldFault(at, "wrong_count", {"wanted": len(kind.item_types)})
            for number, (one, each) in enumerate(zip(value, kind.item_types, strict=False)):
                yield from _faults(one, each, below(at, number), {})
        case inspect.EnumType() | inspect.CustomType():
            if not _decodes(value, kind.cls):
                yield FieldFault(at, "wrong_form")


def _decodes(value: Any, type_: Any) -> bool:
    try:
        msgspec.convert(value, type_)
    except (msgspec.ValidationError, ValueError, OverflowError):
        return False
    return True
