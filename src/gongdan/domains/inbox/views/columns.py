"""The columns of lists: what each is called, how its cells are shown, and the order that it gives.

Beside those below, every custom field is a column, ``fields.<key>``; it gives an order if its values stand in
``ticket_field``, whose indexes give it. A field that a subject contributes is one where the subject says so.
"""

from collections.abc import Container, Mapping
from typing import Final, Literal

import msgspec

from gongdan.conditions.fields import Array, Column, Field, Row, Type
from gongdan.conditions.stored import RowColumn, column_of
from gongdan.domains.tickets.public import ReleaseFields
from gongdan.kernel.text import Name

Order = Literal["asc", "desc"]
Cell = Literal[
    "text", "key", "priority", "status", "person", "tags", "due", "ago", "word",
    "number", "money", "date", "instant", "bool", "choice", "set",
]  # fmt: skip
"""How a value is shown. ``key``: by its name in the directory; the second row: a field by its type."""
CUSTOM: Final = "fields."
FIELDS: Final = "fields"
"""The member of a row that holds what not every row has."""


class Sort(msgspec.Struct, frozen=True, kw_only=True):
    """An order of tickets; the id breaks ties, in the same direction. Without a value a ticket comes last."""

    key: str
    by: str
    """The condition field whose values it compares."""
    natural: Order
    cast: Literal["timestamptz", "integer", "bigint", "text"]
    expression: str = ""
    """Over ``t``. Empty: the values are the rows of ``by`` in ``ticket_field``."""
    column: RowColumn | None = None
    """Of ``ticket_field``."""
    may_lack: bool = False
    """Whether a ticket may have no value, which comes last in either direction."""


class CellSource(msgspec.Struct, frozen=True, kw_only=True):
    """Where the value of a cell stands that not every row has."""

    custom: str | None = None
    """The key of a custom field."""
    expression: str = ""
    """Else, over ``t``."""


class ListColumn(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    cell: Cell
    value: str
    """The member of a row that it shows; of a field ``fields``, where the value stands under the column's key."""
    reading: CellSource | None = None
    """None: every row has it."""


_DUE = "case when t.next_due_at is null then 'infinity' else t.next_due_at end"
"""As the index ``ticket_open_by_due`` has it: a ticket without a due instant comes last."""

SORTS: Final[Mapping[str, Sort]] = {
    one.key: one
    for one in (
        Sort(key="updated", by="updated_at", expression="t.updated_at", cast="timestamptz", natural="desc"),
        Sort(key="created", by="created_at", expression="t.created_at", cast="timestamptz", natural="desc"),
        Sort(key="due", by="next_due_at", expression=_DUE, cast="timestamptz", natural="asc"),
        Sort(
            key="priority",
            by="priority",
            expression="coalesce(array_position(%(ranks)s::text[], t.priority), 1000)",
            cast="integer",
            natural="asc",
        ),
    )
}
"""Orders with an index behind them. ``ranks`` are the priorities of the release, most urgent first."""


def _column(key: str, zh: str, en: str, cell: Cell, value: str | None = None) -> ListColumn:
    return ListColumn(key=key, name={"zh-CN": zh, "en": en}, cell=cell, value=value or key)


COLUMNS: Final[Mapping[str, ListColumn]] = {
    column.key: column
    for column in (
        _column("number", "编号", "Number", "text"),
        _column("title", "标题", "Subject", "text"),
        _column("type", "类型", "Type", "key"),
        _column("category", "分类", "Category", "key"),
        _column("priority", "优先级", "Priority", "priority"),
        _column("status", "状态", "Status", "status"),
        _column("team", "组", "Team", "key"),
        _column("assignee", "负责人", "Assignee", "person"),
        _column("requester", "提交人", "Requester", "person"),
        _column("tier", "客户等级", "Tier", "text"),
        _column("channel", "渠道", "Channel", "key"),
        _column("tags", "标签", "Tags", "tags"),
        _column("last_word", "最后发言", "Last word", "word"),
        _column("due", "到期", "Due", "due", "next_due_at"),
        _column("created", "创建", "Created", "ago", "created_at"),
        _column("updated", "更新", "Updated", "ago", "updated_at"),
    )
}

_CELLS: Final[Mapping[Type, Cell]] = {
    "text": "text", "number": "number", "money": "money", "duration": "number", "date": "date", "instant": "instant",
    "bool": "bool", "choice": "choice", "set": "set", "person": "person", "team": "key", "tree": "key",
}  # fmt: skip
_CASTS: Final[Mapping[RowColumn, Literal["text", "bigint", "timestamptz"]]] = {
    "text_value": "text",
    "int_value": "bigint",
    "at_value": "timestamptz",
}


def column(key: str, known: ReleaseFields, readable: Container[str]) -> ListColumn | None:
    """The column of this key, if there is one for whoever may read these fields."""
    if found := COLUMNS.get(key):
        return found
    field = known.get(key)
    reading = _reading(field, known) if field is not None and key in readable else None
    if field is None or reading is None:
        return None
    return ListColumn(key=key, name=field.name, cell=_CELLS[field.type], value=FIELDS, reading=reading)


def fitting(known: ReleaseFields) -> list[str]:
    """The keys of all columns but those of custom fields."""
    return [*COLUMNS, *known.shown]


def _reading(field: Field, known: ReleaseFields) -> CellSource | None:
    if field.key.startswith(CUSTOM):
        return CellSource(custom=field.key.removeprefix(CUSTOM))
    match known.shown.get(field.key), field.sql:
        case None, _:
            return None
        case shown, Column(expression) | Array(expression):
            return CellSource(expression=shown.reads or expression)
        case shown, _:
            return CellSource(expression=shown.reads or "")


def sort(key: str, known: ReleaseFields, readable: Container[str]) -> Sort | None:
    """The order of this key, if there is one for whoever may read these fields."""
    if found := SORTS.get(key):
        return found
    field = known.get(key) if key in readable else None
    if field is None or field.type == "set":
        return None
    if key.startswith(CUSTOM):
        return _custom(field)
    shown = known.shown.get(key)
    if shown is None or not shown.sorts or not isinstance(field.sql, Column):
        return None
    cast: Literal["timestamptz", "bigint"] = "timestamptz" if field.type == "instant" else "bigint"
    expression, is_total = field.sql.expression, field.sql.is_total
    return Sort(key=key, by=key, cast=cast, natural="asc", expression=expression, may_lack=not is_total)


def _custom(field: Field) -> Sort | None:
    if not isinstance(field.sql, Row):
        return None
    row = column_of(field)
    return Sort(key=field.key, by=field.key, cast=_CASTS[row], natural="asc", column=row, may_lack=True)
