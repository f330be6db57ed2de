"""The condition tree: ``{"all": […]} | {"any": […]} | {"not": …} | {"field", "op", "value"}`` (spec 01).

``Condition`` is the tree as it is written, sent and stored. ``resolve`` checks it against a registry and gives the tree
that the back ends run: what has not been checked cannot be run.
"""

from collections.abc import Container, Iterator, Mapping
from typing import Any

import msgspec

from gongdan.conditions import operands
from gongdan.conditions.errors import ConditionInvalid
from gongdan.conditions.fields import OPERATORS, Field, Op
from gongdan.kernel.errors import FieldFault

MAX_DEPTH = 6
MAX_LEAVES = 100


class Condition(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One node. Exactly one of ``all``, ``any``, ``not_`` or ``field`` is set; ``grammar.check`` refuses others.

    ``{"all": []}`` holds always, ``{"any": []}`` never.
    """

    all: tuple["Condition", ...] | None = None
    any: tuple["Condition", ...] | None = None
    not_: "Condition | None" = msgspec.field(default=None, name="not")
    field: str | None = None
    op: str | None = None
    value: Any = None


class All(msgspec.Struct, frozen=True):
    parts: tuple["Node", ...]


class AnyOf(msgspec.Struct, frozen=True):
    parts: tuple["Node", ...]


class Not(msgspec.Struct, frozen=True):
    part: "Node"


class Leaf(msgspec.Struct, frozen=True):
    field: Field
    op: Op
    operand: Any
    """Typed and bounded, as ``operands`` describes."""


Node = All | AnyOf | Not | Leaf


def resolve(
    condition: Condition, registry: Mapping[str, Field], *, readable: Container[str] | None = None, at: str = ""
) -> Node:
    """The checked, typed tree. The bounds and ``readable`` are those of ``check``.

    Raises:
        ConditionInvalid: with every fault that ``check`` finds.
    """
    resolver = _Resolver(registry, readable)
    node = resolver.node(condition, at, depth=1)
    if resolver.faults or node is None:
        raise ConditionInvalid(faults=tuple(resolver.faults))
    return node


def check(
    condition: Condition, registry: Mapping[str, Field], readable: Container[str] | None = None, *, at: str = ""
) -> list[FieldFault]:
    """What is wrong with a condition, in reading order; an empty list when nothing is.

    Checked are one form per node, depth ≤ 6, ≤ 100 leaves (an empty group counts as one), known fields, operators that
    fit the type and values that fit the operator. ``readable`` holds the keys of the fields that the asker may read,
    None all of them: a field outside of it is reported as unknown, since nobody may filter by what they may not read.
    ``at`` is the path of the condition in the request.
    """
    try:
        resolve(condition, registry, readable=readable, at=at)
    except ConditionInvalid as refusal:
        return list(refusal.faults)
    return []


def walk(condition: Condition) -> Iterator[Condition]:
    """Every node of a tree, checked or not, parents first."""
    waiting = [condition]
    while waiting:
        node = waiting.pop()
        yield node
        below = (*(node.all or ()), *(node.any or ()), *((node.not_,) if node.not_ else ()))
        waiting.extend(reversed(below))


def fields_of(condition: Condition) -> frozenset[str]:
    """The keys of the fields that a tree names, checked or not."""
    return frozenset(node.field for node in walk(condition) if node.field is not None)


class _Resolver:
    """One pass over a tree that types its leaves and collects its faults."""

    def __init__(self, registry: Mapping[str, Field], readable: Container[str] | None) -> None:
        self.faults: list[FieldFault] = []
        self._registry = registry
        self._readable = readable
        self._leaves = 0

    def node(self, condition: Condition, at: str, *, depth: int) -> Node | None:
        """The typed node, or None where a fault was found; nothing is read beyond a bound that is broken."""
        forms = [form for form in (condition.all, condition.any, condition.not_, condition.field) if form is not None]
        unasked = condition.field is None and (condition.op is not None or condition.value is not None)
        if len(forms) != 1 or unasked:
            self._fault(at, "condition.form")
            return None
        if depth > MAX_DEPTH:
            self._fault(at, "condition.too_deep", limit=MAX_DEPTH)
            return None
        if condition.not_ is not None:
            part = self.node(condition.not_, _below(at, "not"), depth=depth + 1)
            return None if part is None else Not(part)
        if condition.all is not None:
            return All(self._parts(condition.all, _below(at, "all"), depth))
        if condition.any is not None:
            return AnyOf(self._parts(condition.any, _below(at, "any"), depth))
        return self._leaf(condition, at) if self._counted(at) else None

    def _parts(self, conditions: tuple[Condition, ...], at: str, depth: int) -> tuple[Node, ...]:
        parts: list[Node] = []
        if not conditions:
            self._counted(at)
        for number, condition in enumerate(conditions):
            if self._leaves > MAX_LEAVES:
                break
            part = self.node(condition, f"{at}[{number}]", depth=depth + 1)
            if part is not None:
                parts.append(part)
        return tuple(parts)

    def _counted(self, at: str) -> bool:
        """Whether there is room for one leaf more. The fault is reported once."""
        self._leaves += 1
        if self._leaves == MAX_LEAVES + 1:
            self._fault(at, "condition.too_many", limit=MAX_LEAVES)
        return self._leaves <= MAX_LEAVES

    def _leaf(self, condition: Condition, at: str) -> Leaf | None:
        field = self._registry.get(condition.field or "")
        if field is None or (self._readable is not None and field.key not in self._readable):
            self._fault(_below(at, "field"), "condition.field_unknown", key=condition.field)
            return None
        fits = OPERATORS[field.type]
        op = next((op for op in fits if op == condition.op), None)
        if op is None:
            self._fault(_below(at, "op"), "condition.op_unfit", op=condition.op, type=field.type, fits=fits)
            return None
        try:
            return Leaf(field, op, operands.read(field, op, condition.value))
        except operands.Unfit as unfit:
            self._fault(_below(at, "value"), unfit.code, **unfit.params)
            return None

    def _fault(self, at: str, code: str, **params: Any) -> None:
        self.faults.append(FieldFault(at, code, params))


def _below(at: str, step: str) -> str:
    return f"{at}.{step}" if at else step
