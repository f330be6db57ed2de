"""The columns of a table of tickets: those that every release has, and its custom fields."""

from typing import Annotated, Any, Final

from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.imports.public import TableColumn
from gongdan.domains.tickets.public import Rules
from gongdan.infra.http.bodies import Label, Mail, PersonName, Request, Tag
from gongdan.kernel.text import Name

_Word = Annotated[Label, Meta(min_length=1, max_length=300)]
_When = Annotated[Label, Meta(max_length=40)]
FIELD: Final = "fields."
_SHOWN: Final = 20
"""Choices that a note lists."""


class TicketInFile(Request, frozen=True, kw_only=True):
    """A row about a ticket, in the words of its file. What is left out is as it is for a new ticket."""

    external_id: Annotated[Label, Meta(min_length=1, max_length=200)] | UnsetType = UNSET
    source: Annotated[Label, Meta(min_length=1, max_length=60)] | UnsetType = UNSET
    title: Annotated[Label, Meta(min_length=1, max_length=200)] | UnsetType = UNSET
    text: Annotated[str, Meta(max_length=20_000)] | UnsetType = UNSET
    requester: PersonName | UnsetType = UNSET
    mail: Mail | UnsetType = UNSET
    phone: Annotated[Label, Meta(min_length=3, max_length=40)] | UnsetType = UNSET
    type: _Word | UnsetType = UNSET
    category: _Word | UnsetType = UNSET
    priority: _Word | UnsetType = UNSET
    status: _Word | UnsetType = UNSET
    team: _Word | UnsetType = UNSET
    assignee: Annotated[Label, Meta(max_length=254)] | UnsetType = UNSET
    tags: Annotated[list[Tag], Meta(max_length=50)] | UnsetType = UNSET
    created_at: _When | UnsetType = UNSET
    first_response_at: _When | UnsetType = UNSET
    resolved_at: _When | UnsetType = UNSET
    closed_at: _When | UnsetType = UNSET
    rating: Annotated[Label, Meta(max_length=20)] | UnsetType = UNSET
    fields: Annotated[dict[str, Annotated[str, Meta(max_length=10_000)]], Meta(max_length=200)] = {}


def _column(key: str, zh: str, en: str, example: str, *also: str, **more: Any) -> TableColumn:
    return TableColumn(key=key, name={"zh-CN": zh, "en": en}, example=example, also=also, **more)


_ZONE: Final[Name] = {
    "zh-CN": "没有写明时区的，按工作区的时区",
    "en": "Without a zone it is of the workspace's",
}
_PLAIN: Final = (
    _column(
        "external_id",
        "原编号",
        "External ID",
        "10042",
        "编号",
        "工单号",
        "工单编号",
        "number",
        "id",
        "ticket id",
        "ticket number",
        identifies=True,
        note={
            "zh-CN": "在原系统中的编号；同一编号再次导入时不会重复建立",
            "en": "Its number where it comes from; brought in again, it is not made twice",
        },
    ),
    _column(
        "source",
        "来源",
        "Source",
        "旧系统",
        "来源系统",
        "source system",
        note={"zh-CN": "原系统的名称；编号只需在同一来源内唯一", "en": "Numbers are told apart within one source"},
    ),
    _column("title", "标题", "Subject", "登录后白屏", "主题", "title", "summary", needed="always", identifies=True),
    _column("text", "描述", "Description", "", "内容", "问题描述", "正文", "text", "body"),
    _column("requester", "提交人", "Requester", "王芳", "客户", "客户姓名", "customer", "requester name"),
    _column(
        "mail", "提交人邮箱", "Requester's mail", "fang@example.com", "邮箱", "客户邮箱", "email", "requester email"
    ),
    _column(
        "phone",
        "提交人电话",
        "Requester's phone",
        "13800000000",
        "电话",
        "手机",
        "客户电话",
        "mobile",
        "requester phone",
    ),
    _column("type", "类型", "Type", "", "工单类型", "ticket type"),
    _column(
        "category",
        "分类",
        "Category",
        "",
        "问题分类",
        note={
            "zh-CN": "键、名称，或用“ / ”写明的各级名称",
            "en": "Its key, its name, or the names of all its levels with “ / ” between",
        },
    ),
    _column("priority", "优先级", "Priority", "", "紧急程度"),
    _column("status", "状态", "Status", "", "工单状态", "state"),
    _column("team", "组", "Team", "", "处理组", "所属组", "group"),
    _column(
        "assignee",
        "负责人",
        "Assignee",
        "",
        "处理人",
        "agent",
        note={"zh-CN": "成员的邮箱，或不与他人重名的姓名", "en": "A member's mail address, or name if no other has it"},
    ),
    _column("tags", "标签", "Tags", "", "tag", reads="list"),
    _column("created_at", "创建", "Created", "2026-03-01 09:30", "创建时间", "提交时间", "created at", note=_ZONE),
    _column("first_response_at", "首次响应时间", "First response", "", "首次响应", "first response at", note=_ZONE),
    _column("resolved_at", "解决时间", "Resolved", "", "解决", "resolved at", "solved at", note=_ZONE),
    _column("closed_at", "关闭时间", "Closed", "", "关闭", "closed at", note=_ZONE),
    _column(
        "rating",
        "评分",
        "Rating",
        "5",
        "评价",
        "满意度",
        note={"zh-CN": "1 到 5 的整数", "en": "A whole number from 1 to 5"},
    ),
)


def columns_of(rules: Rules) -> tuple[TableColumn, ...]:
    taken = {word for one in _PLAIN for word in (*one.name.values(), *one.also)}
    return (*_PLAIN, *(_of_field(field, taken) for field in rules.fields.values() if not field.retired))


def _of_field(field: CustomField, taken: set[str]) -> TableColumn:
    notes: Name = {}
    if field.choices:
        for locale in ("zh-CN", "en"):
            named = [one.name.get(locale, one.key) for one in field.choices if not one.retired]
            notes[locale] = " / ".join(named[:_SHOWN]) + (" …" if len(named) > _SHOWN else "")
    return TableColumn(
        key=FIELD + field.key,
        name=field.name,
        example="",
        also=() if field.key in taken else (field.key,),
        note=notes or None,
    )
