"""A condition as a predicate of a query: the SQL back end. It agrees with ``evaluate`` on every row.

How two-valued logic is kept: where a value is absent, a leaf is null or false, never true. ``and`` and ``or`` of such
leaves are true in exactly the rows where the condition holds, so only ``not`` has to bring null back to false. It is
carried down to the leaves: one that is never null is negated plainly, so that the planner still recognises a partial
index, and any other by ``is not true``. Coalescing each leaf would say the same and hide every column from its index.

Text is compared by equality, prefix and infix of its bytes, so no collation has a say in it, and nothing of what a user
wrote is ever part of a pattern or of the statement.
"""

import re
from collections.abc import Container, Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from gongdan.conditions.errors import EvaluateOnly
from gongdan.conditions.evaluate import window
from gongdan.conditions.fields import Array, Column, Field, Members, Op, Row, Trees, Type
from gongdan.conditions.grammar import All, AnyOf, Condition, Leaf, Node, Not, resolve
from gongdan.conditions.stored import RowColumn, column_of, midnight

_PREFIX = re.compile(r"[a-z][a-z0-9_]*")


class Sql(msgspec.Struct, frozen=True):
    """A predicate for ``where`` and ``filter``: true where the condition holds, false or null elsewhere."""

    text: str
    params: dict[str, Any]
    """Named parameters of ``text``; each name begins with the prefix that was asked for."""
    needs: frozenset[str]
    """The joins that the query has to add (``Field.needs``)."""


def to_sql(
    condition: Condition,
    registry: Mapping[str, Field],
    trees: Trees,
    *,
    now: datetime,
    workspace: int,
    readable: Container[str] | None = None,
    prefix: str = "c",
) -> Sql:
    """The predicate of a condition at ``now``, whose zone decides which day is today.

    ``readable`` is the same as in ``grammar.check``. Conditions that meet in one query take different prefixes.

    Raises:
        ConditionInvalid: the condition does not pass ``grammar.check``.
        EvaluateOnly: it names a field that has no SQL.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"prefix {prefix!r} is no name of parameters")
    writer = _Writer(trees, now, workspace, prefix)
    text = writer.node(resolve(condition, registry, readable=readable))
    return Sql(text, writer.params, frozenset(writer.needs))


_CASTS: Mapping[Type, str] = {
    "text": "text",
    "choice": "text",
    "tree": "text",
    "team": "text",
    "number": "bigint",
    "money": "bigint",
    "duration": "bigint",
    "person": "bigint",
    "bool": "boolean",
    "date": "date",
    "instant": "timestamptz",
}
_ROW_CASTS: Mapping[RowColumn, str] = {"text_value": "text", "int_value": "bigint", "at_value": "timestamptz"}
_COMPARISONS: Mapping[Op, str] = {"is": "=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}


class _Writer:
    """Writes predicates and gathers their parameters and joins."""

    def __init__(self, trees: Trees, now: datetime, workspace: int, prefix: str) -> None:
        self.params: dict[str, Any] = {}
        self.needs: set[str] = set()
        self._trees = trees
        self._now = now
        self._workspace = workspace
        self._prefix = prefix

    def node(self, node: Node, *, holds: bool = True) -> str:
        """True in the rows where ``node`` holds, or where it does not; elsewhere false or null."""
        match node:
            case AnyOf(parts) if holds and _are_few(parts):
                return self._ids(parts)
            case All(parts):
                return self._joined(parts, holds, every=holds)
            case AnyOf(parts):
                return self._joined(parts, holds, every=not holds)
            case Not(part):
                return self.node(part, holds=not holds)
            case Leaf():
                text, can_be_null = self._leaf(node)
                if holds:
                    return text
                return f"(({text}) is not true)" if can_be_null else f"(not {text})"

    def _joined(self, parts: tuple[Node, ...], holds: bool, *, every: bool) -> str:
        written = [self.node(part, holds=holds) for part in parts]
        if not written:
            return "true" if every else "false"
        return f"({(' and ' if every else ' or ').join(written)})" if len(written) > 1 else written[0]

    def _ids(self, parts: tuple[Node, ...]) -> str:
        """Tickets that one of several values has, each found by its own index."""
        return (
            f"t.id = any(array({' union all '.join(self._ids_of(part) for part in parts if isinstance(part, Leaf))}))"
        )

    def _ids_of(self, leaf: Leaf) -> str:
        """The ids of the tickets that a leaf holds for, which is one that ``_are_few`` lets through."""
        workspace = self._param(self._workspace, "bigint")
        match leaf.field.sql:
            case Column(few=str() as column):
                found = self._compared(f"o.{column}", _CASTS[leaf.field.type], *self._plain(leaf))
                return f"select o.id from ticket o where o.workspace_id = {workspace} and {found}"
            case Members(table, value, only):
                op: Op = "is" if leaf.op == "has" else "is_any"
                found = self._compared(f"m.{value}", _CASTS[leaf.field.member], op, leaf.operand)
                return f"select m.ticket_id from {table} m where m.workspace_id = {workspace} and {only} and {found}"
            case _:
                raise AssertionError(leaf)

    def _leaf(self, leaf: Leaf) -> tuple[str, bool]:
        """The predicate, and whether it can be null."""
        self.needs |= leaf.field.needs
        match leaf.field.sql:
            case Column() as column if column.words and leaf.op in ("is", "is_any"):
                return _among(leaf, column), not column.is_total
            case Column() as column:
                return self._column(leaf, f"({column.expression})"), not (column.is_total or leaf.op == "is_empty")
            case Array(expression):
                return self._array(leaf, f"({expression})"), leaf.op != "is_empty"
            case Members() as members:
                return self._members(leaf, members), False
            case Row() as row:
                return self._row(leaf, row), False
            case None:
                raise EvaluateOnly(field=leaf.field.key)

    def _column(self, leaf: Leaf, expression: str) -> str:
        if leaf.op == "is_empty":
            return f"(nullif({expression}, '') is null)" if leaf.field.type == "text" else f"({expression} is null)"
        return f"({self._compared(expression, _CASTS[leaf.field.type], *self._plain(leaf))})"

    def _array(self, leaf: Leaf, expression: str) -> str:
        if leaf.op == "is_empty":
            return f"(coalesce(cardinality({expression}), 0) = 0)"
        wanted = [leaf.operand] if leaf.op == "has" else list(leaf.operand)
        operator = "&&" if leaf.op == "has_any" else "@>"
        return f"({expression} {operator} {self._param(wanted, _CASTS[leaf.field.member] + '[]')})"

    def _members(self, leaf: Leaf, members: Members) -> str:
        """Whom a member has is asked of the index of the table's members, once for the query."""
        if leaf.op in ("has", "has_any"):
            return f"(t.id = any(array({self._ids_of(leaf)})))"
        of_ticket = (
            f"from {members.table} m where m.workspace_id = {self._param(self._workspace, 'bigint')}"
            f" and m.ticket_id = t.id and {members.only}"
        )
        if leaf.op == "is_empty":
            return f"(not exists (select 1 {of_ticket}))"
        value, wanted = f"m.{members.value}", list(leaf.operand)
        test = self._compared(value, _CASTS[leaf.field.member], "is_any", wanted)
        return f"((select count(distinct {value}) {of_ticket} and {test}) = {self._param(len(wanted), 'bigint')})"

    def _row(self, leaf: Leaf, row: Row) -> str:
        """Served by the primary key of ``ticket_field`` or by its indexes on values, as the planner sees fit."""
        column = column_of(leaf.field)
        of_ticket = (
            f"from ticket_field f where f.workspace_id = {self._param(self._workspace, 'bigint')}"
            f" and f.ticket_id = {row.ticket} and f.field = {self._param(row.field, 'text')}"
        )
        if leaf.op == "is_empty":
            return f"(not exists (select 1 {of_ticket}))"
        op, operand = self._in_rows(leaf)
        test = self._compared(f"f.{column}", _ROW_CASTS[column], op, operand)
        if leaf.op == "has_all":
            return (
                f"((select count(distinct f.{column}) {of_ticket} and {test}) = {self._param(len(operand), 'bigint')})"
            )
        return f"exists (select 1 {of_ticket} and {test})"

    def _plain(self, leaf: Leaf) -> tuple[Op, Any]:
        """A leaf on one value with ``under`` and spans resolved to ``is_any`` and ``between``."""
        match leaf:
            case Leaf(field, "under", key):
                return "is_any", sorted(self._trees.under(field.tree or "", key))
            case Leaf(field, "within_last" | "within_next" as op, span):
                return "between", window(field, op, span.length, self._now)
            case Leaf(_, op, operand):
                return op, operand

    def _in_rows(self, leaf: Leaf) -> tuple[Op, Any]:
        """The same, with the operand as ``ticket_field`` holds it; the members of a set are rows of their own."""
        op, operand = self._plain(leaf)
        if op in ("has", "has_any", "has_all"):
            return "is_any", [operand] if op == "has" else list(operand)
        match leaf.field.type:
            case "date":
                return op, _midnights(operand)
            case "bool":
                return op, int(operand)
            case _:
                return op, operand

    def _compared(self, expression: str, cast: str, op: Op, operand: Any) -> str:
        match op:
            case "is_any":
                if len(operand) == 1:  # an index on it gives its order, too
                    return f"{expression} = {self._param(next(iter(operand)), cast)}"
                return f"{expression} = any({self._param(list(operand), cast + '[]')})"
            case "between":
                low, high = operand
                return f"{expression} between {self._param(low, cast)} and {self._param(high, cast)}"
            case "contains":
                return f"strpos({expression}, {self._param(operand, cast)}) > 0"
            case "starts_with":
                return f"starts_with({expression}, {self._param(operand, cast)})"
            case _:
                return f"{expression} {_COMPARISONS[op]} {self._param(operand, cast)}"

    def _param(self, value: Any, cast: str) -> str:
        name = f"{self._prefix}_{len(self.params)}"
        self.params[name] = value
        return f"%({name})s::{cast}"


def _are_few(parts: tuple[Node, ...]) -> bool:
    """Whether this is a choice between values that have few tickets each."""
    return len(parts) > 1 and all(isinstance(part, Leaf) and _is_few(part) for part in parts)


def _is_few(leaf: Leaf) -> bool:
    match leaf.field.sql:
        case Column(few=str()):
            return leaf.op in ("is", "is_any")
        case Members():
            return leaf.op in ("has", "has_any")
        case _:
            return False


def _among(leaf: Leaf, column: Column) -> str:
    """A choice of the words that a column can hold, in their order: one choice has one spelling."""
    wanted = leaf.operand if leaf.op == "is_any" else (leaf.operand,)
    found = ", ".join(f"'{word}'" for word in column.words if word in wanted)
    return f"({column.expression} in ({found}))" if found else "false"


def _midnights(operand: date | tuple[date, ...]) -> datetime | tuple[datetime, ...]:
    return tuple(midnight(day) for day in operand) if isinstance(operand, tuple) else midnight(operand)
