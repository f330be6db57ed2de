"""The columns of lists: what each is called, how its cells are shown, and the order that it gives.

Beside those below, every custom field is a column, ``fields.<key>``; it gives an order if its values stand in
``ticket_field``, whose indexes give it.
"""

from collections.abc import Container, Mapping
from typing import Final, Literal

import msgspec

from gongdan.conditions.fields import Field, Row, Type
from gongdan.conditions.stored import RowColumn, column_of
from gongdan.kernel.text import Name

Order = Literal["asc", "desc"]
Cell = Literal[
    "text", "key", "priority", "status", "person", "tags", "due", "ago",
    "number", "money", "date", "instant", "bool", "choice", "set",
]  # fmt: skip
"""How a value is shown. ``key``: by its name in the directory; the second row: a custom field by its type."""
CUSTOM: Final = "fields."


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


class ListColumn(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    cell: Cell
    value: str
    """The member of a row that it shows; of a custom field the path ``fields.<key>``."""


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
        _column("assignee", "处理人", "Assignee", "person"),
        _column("requester", "提交人", "Requester", "person"),
        _column("tier", "客户等级", "Tier", "text"),
        _column("channel", "渠道", "Channel", "key"),
        _column("tags", "标签", "Tags", "tags"),
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


def column(key: str, registry: Mapping[str, Field], readable: Container[str]) -> ListColumn | None:
    """The column of this key, if there is one for whoever may read these fields."""
    if not key.startswith(CUSTOM):
        return COLUMNS.get(key)
    field = registry.get(key)
    if field is None or key not in readable:
        return None
    return ListColumn(key=key, name=field.name, cell=_CELLS[field.type], value=key)


def sort(key: str, registry: Mapping[str, Field], readable: Container[str]) -> Sort | None:
    """The order of this key, if there is one for whoever may read these fields."""
    if found := SORTS.get(key):
        return found
    field = registry.get(key) if key.startswith(CUSTOM) and key in readable else None
    if field is None or not isinstance(field.sql, Row) or field.type == "set":
        return None
    row = column_of(field)
    return Sort(key=key, by=key, cast=_CASTS[row], natural="asc", column=row)
