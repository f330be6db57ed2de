"""A condition on values: the Python back end. A property test holds it equal to ``to_sql``.

Logic is two-valued: an absent value (``None``, a missing key, the empty text, the empty set) satisfies only
``is_empty``, and whatever stands under ``not``. Ranges and spans include both ends.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from gongdan.conditions.fields import Field, Op, Trees
from gongdan.conditions.grammar import All, AnyOf, Condition, Leaf, Node, Not, resolve
from gongdan.conditions.operands import Span
from gongdan.conditions.stored import comparable


class Values(Protocol):
    """Field key → value, in the Python forms that ``fields`` lists; None where it is absent."""

    @property
    def get(self) -> Callable[[str], Any]: ...


Predicate = Callable[[Values, datetime], bool]
"""Whether a condition holds for values at an instant, which is aware. The zone of that instant decides which day is
today; nothing else depends on it."""


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...
    def __le__(self, other: Any, /) -> bool: ...
    def __gt__(self, other: Any, /) -> bool: ...
    def __ge__(self, other: Any, /) -> bool: ...


def compile_(condition: Condition, registry: Mapping[str, Field], trees: Trees) -> Predicate:
    """The condition as a function. ``trees`` are read now: a tree that changes needs a new compilation.

    Raises:
        ConditionInvalid: the condition does not pass ``grammar.check``.
    """
    return predicate(resolve(condition, registry), trees)


def evaluate(condition: Condition, registry: Mapping[str, Field], trees: Trees, values: Values, now: datetime) -> bool:
    """Whether the condition holds, for a single use; whoever asks again compiles. Refuses as ``compile_`` does."""
    return compile_(condition, registry, trees)(values, now)


def predicate(node: Node, trees: Trees) -> Predicate:
    """A checked tree as a function."""
    match node:
        case All(parts):
            return every([predicate(part, trees) for part in parts])
        case AnyOf(parts):
            return _some([predicate(part, trees) for part in parts])
        case Not(part):
            return _negated(predicate(part, trees))
        case Leaf(field, "under", operand):
            return _is_one_of(field, trees.under(field.tree or "", operand))
        case Leaf(field, op, operand):
            return _LEAVES[op](field, operand)


def every(parts: list[Predicate]) -> Predicate:
    """Whether all of them hold; of none, they do."""
    if len(parts) == 1:
        return parts[0]

    def holds(values: Values, now: datetime) -> bool:
        for part in parts:  # noqa: SIM110 -- all() over a generator takes twice as long
            if not part(values, now):
                return False
        return True

    return holds


def _some(parts: list[Predicate]) -> Predicate:
    if len(parts) == 1:
        return parts[0]

    def holds(values: Values, now: datetime) -> bool:
        for part in parts:  # noqa: SIM110 -- any() over a generator takes twice as long
            if part(values, now):
                return True
        return False

    return holds


def _negated(part: Predicate) -> Predicate:
    return lambda values, now: not part(values, now)


def _is(field: Field, wanted: object) -> Predicate:
    key = field.key
    if field.type != "text":

        def equals(values: Values, now: datetime) -> bool:
            found: object = values.get(key)
            return found == wanted

        return equals
    return _text(field, lambda found: found == wanted)


def _is_any(field: Field, wanted: tuple[object, ...]) -> Predicate:
    return _is_one_of(field, frozenset(wanted))


def _is_one_of(field: Field, wanted: frozenset[object]) -> Predicate:
    key = field.key
    if field.type == "text":
        return _text(field, lambda found: found in wanted)
    return lambda values, now: values.get(key) in wanted


def _is_empty(field: Field, operand: None) -> Predicate:
    key = field.key
    if field.type in ("text", "set"):
        return lambda values, now: not values.get(key)
    return lambda values, now: values.get(key) is None


def _contains(field: Field, wanted: str) -> Predicate:
    return _text(field, lambda found: wanted in found)


def _starts_with(field: Field, wanted: str) -> Predicate:
    return _text(field, lambda found: found.startswith(wanted))


def _text(field: Field, test: Callable[[str], bool]) -> Predicate:
    """``test`` on the text as it is compared; none of the tests holds for the empty text."""
    key = field.key
    compared = comparable(field)

    def holds(values: Values, now: datetime) -> bool:
        found: str | None = values.get(key)
        return found is not None and test(compared(found))

    return holds


def _lt(field: Field, bound: _Ordered) -> Predicate:
    return _ordered(field, lambda found: found < bound)


def _le(field: Field, bound: _Ordered) -> Predicate:
    return _ordered(field, lambda found: found <= bound)


def _gt(field: Field, bound: _Ordered) -> Predicate:
    return _ordered(field, lambda found: found > bound)


def _ge(field: Field, bound: _Ordered) -> Predicate:
    return _ordered(field, lambda found: found >= bound)


def _between(field: Field, bounds: tuple[Any, Any]) -> Predicate:
    low, high = bounds
    return _ordered(field, lambda found: found >= low and found <= high)


def _ordered(field: Field, test: Callable[[_Ordered], bool]) -> Predicate:
    key = field.key

    def holds(values: Values, now: datetime) -> bool:
        found: _Ordered | None = values.get(key)
        return found is not None and test(found)

    return holds


def window(field: Field, op: Op, length: timedelta, now: datetime) -> tuple[date, date]:
    """The first and the last value (instants, or dates for a field of dates) that a span reaches, both included.

    For dates, today is the day of ``now`` in its own zone.
    """
    here: date = now.date() if field.type == "date" else now
    return (here - length, here) if op == "within_last" else (here, here + length)


def _within(op: Op) -> Callable[[Field, Span], Predicate]:
    def leaf(field: Field, span: Span) -> Predicate:
        key, length = field.key, span.length

        def holds(values: Values, now: datetime) -> bool:
            found: date | None = values.get(key)
            if found is None:
                return False
            first, last = window(field, op, length, now)
            return first <= found <= last

        return holds

    return leaf


def _has_all(field: Field, wanted: tuple[object, ...]) -> Predicate:
    return _members(field, frozenset(wanted).issubset)


def _has_any(field: Field, wanted: tuple[object, ...]) -> Predicate:
    apart = frozenset(wanted).isdisjoint
    return _members(field, lambda found: not apart(found))


def _has(field: Field, wanted: object) -> Predicate:
    return _has_all(field, (wanted,))


def _members(field: Field, test: Callable[[Collection[object]], bool]) -> Predicate:
    key = field.key
    if field.of == "text":
        compared = comparable(field)
        return lambda values, now: test([compared(member) for member in values.get(key) or ()])
    return lambda values, now: test(values.get(key) or ())


_LEAVES: Mapping[Op, Callable[[Field, Any], Predicate]] = {
    "is": _is,
    "is_any": _is_any,
    "is_empty": _is_empty,
    "contains": _contains,
    "starts_with": _starts_with,
    "lt": _lt,
    "le": _le,
    "gt": _gt,
    "ge": _ge,
    "between": _between,
    "within_last": _within("within_last"),
    "within_next": _within("within_next"),
    "has": _has,
    "has_any": _has_any,
    "has_all": _has_all,
}
"""One maker per operator; ``under`` needs the trees and stands in ``predicate``."""
