"""The columns of lists: what each is called, how its cells are shown, and the order that it gives."""

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

from gongdan.kernel.text import Name

ColumnKey = Literal[
    "number", "title", "type", "category", "priority", "status", "team", "assignee", "requester", "tier", "channel",
    "tags", "due", "created", "updated",
]  # fmt: skip
SortKey = Literal["updated", "created", "due", "priority"]
"""The columns that give an order: those with an index behind it."""
Order = Literal["asc", "desc"]
Cell = Literal["text", "key", "priority", "status", "person", "tags", "due", "ago"]
"""How a value is shown. ``key``: by its name in the directory."""


class Sort(msgspec.Struct, frozen=True):
    """An order of tickets by an expression over ``t``; the id breaks ties, in the same direction."""

    expression: str
    cast: Literal["timestamptz", "integer"]
    natural: Order


class ListColumn(msgspec.Struct, frozen=True, kw_only=True):
    key: ColumnKey
    name: Name
    cell: Cell
    value: str
    """The member of a row that it shows."""


_DUE = "case when t.next_due_at is null then 'infinity' else t.next_due_at end"
"""As the index ``ticket_open_by_due`` has it: a ticket without a due instant comes last."""

SORTS: Final[Mapping[SortKey, Sort]] = {
    "updated": Sort("t.updated_at", "timestamptz", "desc"),
    "created": Sort("t.created_at", "timestamptz", "desc"),
    "due": Sort(_DUE, "timestamptz", "asc"),
    "priority": Sort("coalesce(array_position(%(ranks)s::text[], t.priority), 1000)", "integer", "asc"),
}
"""``ranks`` are the priorities of the release, most urgent first."""


def _column(key: ColumnKey, zh: str, en: str, cell: Cell, value: str | None = None) -> ListColumn:
    return ListColumn(key=key, name={"zh-CN": zh, "en": en}, cell=cell, value=value or key)


COLUMNS: Final[Mapping[ColumnKey, ListColumn]] = {
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
