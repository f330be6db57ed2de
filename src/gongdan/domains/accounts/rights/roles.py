"""Roles as data: what a role grants, and the roles that a new workspace starts with (spec 08)."""

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from gongdan.domains.accounts.rights.authority import Grant, Scope
from gongdan.domains.accounts.rights.permissions import ACTIONS, FIELD_CLASSES
from gongdan.kernel.text import Key, Name


class RoleGrant(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Actions on a scope, as a role states it. ``led`` is the teams that the member leads: it depends on who bears the
    role, so it becomes a ``team`` grant with keys when an authority is made."""

    scope: Scope | Literal["led"]
    actions: tuple[str, ...]
    keys: tuple[Key, ...] = ()


class Rights(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The body of a role: the column ``role.grants``."""

    grants: tuple[RoleGrant, ...]
    classes: tuple[str, ...] = ()


class Role(msgspec.Struct, frozen=True, kw_only=True):
    key: Key
    name: Name
    rights: Rights


def granted(rights: Iterable[Rights], led_teams: frozenset[str]) -> tuple[Grant, ...]:
    """The grants of somebody who bears roles with these rights and leads these teams."""
    found = (_bound(grant, led_teams) for one in rights for grant in one.grants)
    return tuple(grant for grant in found if grant is not None)


def classes(rights: Iterable[Rights]) -> frozenset[str]:
    """The field classes that any of the roles opens."""
    return frozenset(name for one in rights for name in one.classes)


def _bound(grant: RoleGrant, led_teams: frozenset[str]) -> Grant | None:
    if grant.scope != "led":
        return Grant(frozenset(grant.actions), grant.scope, frozenset(grant.keys))
    return Grant(frozenset(grant.actions), "team", led_teams) if led_teams else None


_READ: Final = ("ticket.read", "message.read", "note.read", "conversation.read")
_FOLLOW: Final = (*_READ, "ticket.note", "ticket.watch")
_HANDLE: Final = (
    *_FOLLOW,
    "ticket.reply",
    "ticket.claim",
    "ticket.accept",
    "ticket.edit",
    "ticket.tag",
    "ticket.link",
    "ticket.merge",
    "ticket.move",
    "ticket.resolve",
    "ticket.confirm_for",
    "ticket.reopen",
    "ticket.undo",
    "ticket.escalate",
    "conversation.say",
    "conversation.join",
    "conversation.hand_over",
    "conversation.close",
    "conversation.rate",
    "conversation.link",
)
_OWN: Final = ("ticket.assign", "ticket.close")
"""Of the tickets that one answers for: handing over, and closing where the type lets the handler close."""
_LEAD: Final = (
    *_HANDLE,
    *_OWN,
    "ticket.assign_above_capacity",
    "ticket.merge_across",
    "message.redact",
    "ticket.spam",
    "ticket.trash",
    "ticket.export",
    "ticket.read_times",
)
_OPEN: Final = ("ticket.create", "ticket.create_for_others", "conversation.begin")
_LOOK_UP: Final = ("people.read", "policy.read", "customer.read")
_ASK: Final = ("ticket.read", "message.read", "ticket.reply", "ticket.confirm", "ticket.reopen", "ticket.rate")


def _grant(scope: Scope | Literal["led"], *actions: str) -> RoleGrant:
    return RoleGrant(scope=scope, actions=actions)


def _role(key: str, zh: str, en: str, *grants: RoleGrant, classes: tuple[str, ...] = ()) -> Role:
    return Role(key=key, name={"zh-CN": zh, "en": en}, rights=Rights(grants=grants, classes=classes))


SYSTEM_ADMIN: Final = "system_admin"
CUSTOMER: Final = "customer"
ORGANISATION_ADMIN: Final = "organisation_admin"

_ADMIN: Final = tuple(action for action in ACTIONS if action not in ("workspace.manage", "token.manage"))

SHIPPED: Final[tuple[Role, ...]] = (
    _role(
        SYSTEM_ADMIN,
        "系统管理员",
        "System administrator",
        _grant("all", *ACTIONS),
        classes=tuple(FIELD_CLASSES),
    ),
    _role("admin", "管理员", "Administrator", _grant("all", *_ADMIN), classes=("personal", "finance", "internal")),
    _role(
        "executive",
        "高层管理",
        "Executive",
        _grant("all", *_FOLLOW, *_OPEN, *_LOOK_UP, "ticket.escalate", "ticket.export", "ticket.read_times"),
        classes=("personal", "finance", "internal"),
    ),
    _role(
        "director",
        "客服总监",
        "Service director",
        _grant(
            "all",
            *_LEAD,
            "ticket.assign_any",
            *_OPEN,
            *_LOOK_UP,
            "customer.manage",
            "policy.edit",
            "outbox.manage",
            "quarantine.manage",
            "view.share",
            "canned_reply.share",
            "macro.share",
        ),
        classes=("personal", "finance", "internal"),
    ),
    _role(
        "department_head",
        "部门主管",
        "Department head",
        _grant("department", *_LEAD, "ticket.assign_any", "policy.edit"),
        _grant("own", *_HANDLE, *_OWN),
        _grant("participating", *_FOLLOW),
        _grant("all", *_OPEN, *_LOOK_UP, "customer.manage"),
        classes=("personal", "finance", "internal"),
    ),
    _role(
        "lead",
        "组长",
        "Team lead",
        _grant("led", *_LEAD, "policy.edit"),
        _grant("team", *_HANDLE),
        _grant("own", *_HANDLE, *_OWN),
        _grant("participating", *_FOLLOW),
        _grant("all", *_OPEN, *_LOOK_UP, "customer.manage"),
        classes=("personal", "internal"),
    ),
    _role(
        "agent",
        "客服",
        "Agent",
        _grant("team", *_HANDLE),
        _grant("own", *_HANDLE, *_OWN),
        _grant("participating", *_FOLLOW),
        _grant("all", *_OPEN, *_LOOK_UP),
        classes=("personal", "internal"),
    ),
    _role(
        "collaborator",
        "协作者",
        "Collaborator",
        _grant("participating", *_FOLLOW),
        _grant("all", "ticket.create", "people.read"),
        classes=("internal",),
    ),
    _role(
        "knowledge_manager",
        "知识管理员",
        "Knowledge manager",
        _grant("team", *_FOLLOW, "ticket.tag"),
        _grant("participating", *_FOLLOW, "ticket.tag"),
        _grant("all", "ticket.create", "people.read", "policy.read"),
        classes=("internal",),
    ),
    _role(
        "auditor",
        "审计",
        "Auditor",
        _grant("all", *_READ, *_LOOK_UP, "ticket.export", "ticket.read_times", "audit.read"),
        classes=("personal", "finance", "internal"),
    ),
    _role(
        "employee",
        "内部员工",
        "Employee",
        _grant("own", *_ASK, "ticket.watch", "ticket.close"),
        _grant("participating", "ticket.read", "message.read"),
        _grant("all", "ticket.create"),
        classes=("personal",),
    ),
    _role("vendor", "外部供应商", "Outside vendor", _grant("participating", "ticket.read", "ticket.note")),
    _role(CUSTOMER, "客户", "Customer", _grant("own", *_ASK), _grant("all", "ticket.create"), classes=("personal",)),
    _role(
        ORGANISATION_ADMIN,
        "企业管理员",
        "Organisation administrator",
        _grant("organisation", *_ASK, "customer.read"),
        _grant("all", "ticket.create"),
        classes=("personal",),
    ),
)
"""Of the staff, who has no role but ``employee`` sees only their own tickets. A workspace changes copies of them."""

CUSTOMER_ROLES: Final = frozenset({CUSTOMER, ORGANISATION_ADMIN})
"""Borne by being a customer or the administrator of one: never given to a member."""
