"""Values that a condition leaves to whoever reads with it: ``{"known": "me"}`` (spec 11.5). Pure.

So one view serves everybody. ``bind`` puts the values in; what it gives is a plain condition, which ``grammar`` checks.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from gongdan.conditions.evaluate import Values
from gongdan.conditions.fields import SHAPES, Op, Shape, Type
from gongdan.conditions.grammar import Condition, walk
from gongdan.conditions.operands import MAX_LIST, Span

Known = Literal["me", "my_teams", "now"]

NEVER: Final = Condition(any=())


class Viewer(msgspec.Struct, frozen=True, kw_only=True):
    """Who reads, and when."""

    me: int | None
    my_teams: tuple[str, ...]
    now: datetime


class _Left(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    known: Known


_FITTING: Final[Mapping[tuple[Type, Shape], Known]] = {
    ("person", "one"): "me",
    ("set", "one"): "me",
    ("team", "many"): "my_teams",
    ("instant", "one"): "now",
}


def fitting(type_: Type, op: Op) -> Known | None:
    """What a leaf on a field of this type may leave to its reader; of a set, for members that are people."""
    return _FITTING.get((type_, SHAPES[op]))


def bind(condition: Condition, reader: Viewer) -> Condition:
    """The condition for one reader. A leaf that asks for what they do not have holds for no ticket."""
    if condition.field is not None:
        left = _left(condition)
        if left is None:
            return condition
        value = getattr(reader, left)
        return _with(condition, value) if value else NEVER
    if condition.not_ is not None:
        return Condition(not_=bind(condition.not_, reader))
    if condition.all is not None:
        return Condition(all=tuple(bind(part, reader) for part in condition.all))
    if condition.any is not None:
        return Condition(any=tuple(bind(part, reader) for part in condition.any))
    return condition


def asks(condition: Condition) -> frozenset[Known]:
    """What it leaves to its reader. A span that ends now asks for ``now``."""
    found: set[Known] = set()
    for node in walk(condition):
        if node.field is None:
            continue
        if left := _left(node):
            found.add(left)
        elif any(op == node.op and shape == "span" for op, shape in SHAPES.items()):
            found.add("now")
    return frozenset(found)


def turns(condition: Condition, values: Values, now: datetime) -> datetime | None:
    """The next instant after ``now`` at which the condition may hold otherwise though no value changes, as far as its
    instants tell; None: none is known. What asks for days of a calendar is not among them."""
    found = [at for node in walk(condition) for at in _borders(node, values) if at > now]
    return min(found, default=None)


def _borders(leaf: Condition, values: Values) -> Iterator[datetime]:
    if leaf.field is None or not (_left(leaf) == "now" or leaf.op in ("within_last", "within_next")):
        return
    value = values.get(leaf.field)
    if not isinstance(value, datetime):
        return
    yield value
    if leaf.op in ("within_last", "within_next"):
        length = msgspec.convert(leaf.value, Span).length
        yield value + length if leaf.op == "within_last" else value - length


def _with(leaf: Condition, value: Any) -> Condition:
    """More values than a leaf may name are named by several."""
    if not isinstance(value, tuple) or len(value) <= MAX_LIST:
        return msgspec.structs.replace(leaf, value=value)
    parts = (value[start : start + MAX_LIST] for start in range(0, len(value), MAX_LIST))
    return Condition(any=tuple(msgspec.structs.replace(leaf, value=part) for part in parts))


def _left(leaf: Condition) -> Known | None:
    if not isinstance(leaf.value, Mapping) or "known" not in leaf.value:
        return None
    try:
        return msgspec.convert(leaf.value, _Left).known
    except msgspec.ValidationError:
        return None
