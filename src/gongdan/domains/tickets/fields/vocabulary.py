"""The fields of a ticket that conditions may name, with where SQL finds them (spec 01, condition language).

Aliases: ``t`` the ticket; ``c`` its requester's customer row and ``o`` its organisation, joined where they are needed
(``JOINS``).
"""

from collections.abc import Iterator, Mapping
from typing import Final

from gongdan.conditions.fields import BY, Column, Field, Members, Registry, Row, Trees, Type, event_fields
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.fields import CustomField, FieldKind
from gongdan.domains.bundle.workflows import ENDED, PHASES
from gongdan.domains.tickets.fields import opening
from gongdan.domains.tickets.fields.changes import CHANGING
from gongdan.kernel.text import LOCALES, localised

JOINS: Mapping[str, str] = {
    "customer": "left join customer c on c.workspace_id = t.workspace_id and c.person_id = t.requester_id",
    "organisation": "left join organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id",
}

IS_OPEN: Final = f"t.phase not in ({', '.join(repr(phase) for phase in ENDED)})"
"""As the partial indexes of open tickets say it."""

_TYPES: Mapping[FieldKind, Type] = {
    "text": "text",
    "long_text": "text",
    "number": "number",
    "money": "money",
    "date": "date",
    "instant": "instant",
    "choice": "choice",
    "set": "set",
    "bool": "bool",
    "phone": "text",
    "mail": "text",
    "url": "text",
}


def registry(bundle: PolicyBundle) -> Registry:
    """The ticket's own fields and the workspace's custom ones. A draft may hold a key twice: the lints say so."""
    custom = {field.key: field for field in reversed(bundle.fields)}
    return Registry([*_own(bundle), *opening.fields(), *map(_custom, reversed(custom.values()))])


def triggers(bundle: PolicyBundle) -> Registry:
    """What automations may name: beside the ticket as an event left it, what the event changed, and who did it."""
    own = registry(bundle)
    changing = [field for key, field in own.items() if key in CHANGING or key.startswith("fields.")]
    return Registry([*own.values(), BY, *(part for field in changing for part in event_fields(field))])


def trees(bundle: PolicyBundle) -> Trees:
    return Trees({"category": {category.key: category.parent for category in bundle.categories}})


def _own(bundle: PolicyBundle) -> Iterator[Field]:
    def keyed(key: str, zh: str, en: str, choices: Mapping[str, dict[str, str]] | None = None) -> Field:
        name = {"zh-CN": zh, "en": en}
        column = Column(f"t.{key}", is_total=key in _TOTAL, words=PHASES if key == "phase" else ())
        return Field(key=key, type="choice", name=name, sql=column, choices=choices or {})

    yield keyed("type", "工单类型", "type", {one.key: one.name for one in bundle.types})
    yield keyed("priority", "优先级", "priority", {one.key: one.name for one in bundle.priorities})
    yield keyed("status", "状态", "status")
    yield keyed("phase", "阶段", "phase")
    yield keyed("channel", "渠道", "channel")
    yield keyed("escalation", "升级颜色", "escalation colour")
    yield keyed("close_reason", "关闭原因", "closing reason")
    yield _field("category", "tree", "问题分类", "category", "t.category", tree="category")
    yield _field("team", "team", "组", "team", "t.team")
    yield _field("title", "text", "标题", "title", "t.title_normal")
    for key, zh, en in (
        ("assignee", "处理人", "assignee"),
        ("requester", "提交人", "requester"),
        ("creator", "创建者", "creator"),
    ):
        yield _field(key, "person", zh, en, f"t.{key}_id", few=f"{key}_id")
    yield _field("organisation", "number", "企业", "organisation", "t.organisation_id")
    yield _field("rating", "number", "评分", "rating", "t.rating::bigint")
    yield _field("reopened", "number", "重开次数", "times reopened", "t.reopened::bigint")
    for key, zh, en in _INSTANTS:
        yield _field(key, "instant", zh, en, f"t.{key}")
    tier = {"zh-CN": "客户等级", "en": "customer tier"}
    sql = Column("coalesce(c.tier, 'normal')", is_total=True)
    yield Field(key="requester.tier", type="choice", name=tier, sql=sql, needs=frozenset({"customer"}))
    tier = {"zh-CN": "企业等级", "en": "organisation tier"}
    yield Field(
        key="organisation.tier", type="choice", name=tier, sql=Column("o.tier"), needs=frozenset({"organisation"})
    )
    yield Field(key="tags", type="set", of="text", name={"zh-CN": "标签", "en": "tags"}, sql=Row("tags"))
    watchers = {"zh-CN": "关注者", "en": "watchers"}
    yield Field(key="watchers", type="set", of="person", name=watchers, sql=_WATCHERS)
    yield _field("next_due_at", "instant", "最近到期时间", "next due", "t.next_due_at")
    yield _field("risk_at", "instant", "超时风险起点", "at risk since", "t.risk_at")
    yield _field("breached", "bool", "已超时", "promise broken", "t.breached")
    yield _field("held", "bool", "已暂停自动分配", "held for a person", "(t.held_at is not null)")


_WATCHERS = Members("participant", "person_id", only="m.role = 'watcher'")
_TOTAL = frozenset(
    {"type", "priority", "status", "phase", "channel", "title", "requester", "reopened", "created_at", "updated_at"}
    | {"status_at", "breached", "held"}
)
"""The fields of which every ticket has a value: their columns hold no null (a test asks the database)."""

_INSTANTS = (
    ("created_at", "创建时间", "created"),
    ("updated_at", "更新时间", "updated"),
    ("status_at", "进入状态时间", "in status since"),
    ("assigned_at", "分配时间", "assigned"),
    ("accepted_at", "接收时间", "accepted"),
    ("first_response_at", "首次响应时间", "first response"),
    ("customer_waiting_at", "客户等待起点", "customer waiting since"),
    ("resolved_at", "解决时间", "resolved"),
    ("closed_at", "关闭时间", "closed"),
)


def _field(
    key: str, type_: Type, zh: str, en: str, sql: str, *, tree: str | None = None, few: str | None = None
) -> Field:
    column = Column(sql, is_total=key in _TOTAL, few=few)
    return Field(key=key, type=type_, name={"zh-CN": zh, "en": en}, sql=column, tree=tree)


def _custom(field: CustomField) -> Field:
    """A custom field is filtered through its typed rows; one that is not filterable is known to decisions only."""
    key = f"fields.{field.key}"
    kind = _TYPES[field.kind]
    return Field(
        key=key,
        type=kind,
        of="choice" if kind == "set" else None,
        name={locale: localised(field.name, locale) for locale in LOCALES},
        sql=Row(key) if field.filterable else None,
        choices={choice.key: choice.name for choice in field.choices},
    )
