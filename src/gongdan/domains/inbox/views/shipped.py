"""The views that every workbench begins with (spec 09)."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from gongdan.conditions.grammar import Condition
from gongdan.conditions.known import Known
from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.inbox.views.view import View
from gongdan.domains.tickets.public import Shelf

_COLUMNS: Final = (
    "priority", "title", "number", "requester", "status", "team", "assignee", "tags", "last_word", "due", "updated",
)  # fmt: skip


def _leaf(field: str, op: str, value: Any = None) -> Condition:
    return Condition(field=field, op=op, value=value)


def _known(field: str, op: str, known: Known) -> Condition:
    return _leaf(field, op, {"known": known})


def _both(*conditions: Condition) -> Condition:
    return Condition(all=conditions)


_IS_OPEN = Condition(not_=_leaf("phase", "is_any", ENDED))
_IS_NOT_CLOSED = Condition(not_=_leaf("phase", "is", "closed"))
_I_SNOOZED = _known("snoozed_by", "has", "me")
_IS_NOT_SNOOZED = Condition(not_=_I_SNOOZED)
_I_ASKED = Condition(any=(_known("requester", "is", "me"), _known("creator", "is", "me")))


def _view(key: str, zh: str, en: str, sort: str, condition: Condition) -> View:
    return View(key=key, name={"zh-CN": zh, "en": en}, sort=sort, condition=condition, columns=_COLUMNS)


_SHIPPED: Final = (
    _view("mine", "我负责的", "Mine", "due", _both(_known("assignee", "is", "me"), _IS_OPEN, _IS_NOT_SNOOZED)),
    _view("unassigned", "待领取", "Unassigned", "due", _both(_leaf("assignee", "is_empty"), _IS_OPEN)),
    _view("team", "本组", "My teams", "updated", _both(_known("team", "is_any", "my_teams"), _IS_OPEN)),
    _view("at_risk", "有超时风险", "At risk", "due", _both(_known("risk_at", "le", "now"), _IS_OPEN)),
    _view(
        "waiting", "等待中", "Waiting", "updated", _leaf("phase", "is_any", ("waiting_customer", "waiting_internal"))
    ),
    _view("all_open", "全部未解决", "All open", "updated", _IS_OPEN),
    _view("resolved", "已解决", "Resolved", "updated", _leaf("phase", "is", "resolved")),
    _view("requested", "我提交的", "Requested by me", "updated", _both(_I_ASKED, _IS_NOT_CLOSED)),
    _view("approving", "待我审批", "To approve", "updated", _both(_known("approvers", "has", "me"), _IS_NOT_CLOSED)),
    _view("watching", "我关注的", "Watching", "updated", _both(_known("watchers", "has", "me"), _IS_NOT_CLOSED)),
    _view("snoozed", "已搁置", "Snoozed", "updated", _both(_I_SNOOZED, _IS_NOT_CLOSED)),
)
_SHELVES: Final[tuple[tuple[Shelf, str, str, str | None], ...]] = (
    ("spam", "垃圾工单", "Spam", "ticket.spam"),
    ("trash", "回收站", "Trash", "ticket.trash"),
    ("archive", "归档", "Archive", None),
)


def _shelf(shelf: Shelf, zh: str, en: str, needs: str | None) -> View:
    every = Condition(all=())
    view = _view(shelf, zh, en, "updated", every)
    return msgspec.structs.replace(view, shelf=shelf, needs=needs, counted=False)


VIEWS: Final[Mapping[str, View]] = {view.key: view for view in _SHIPPED}
SHELF_VIEWS: Final[Mapping[str, View]] = {view.key: view for view in (_shelf(*one) for one in _SHELVES)}
"""Of what was put away; no counter speaks of them."""


def shipped_for(authority: Authority) -> list[View]:
    """Those that a reader has."""
    kept = (view for view in SHELF_VIEWS.values() if view.needs is None or may_somewhere(authority, view.needs))
    return [*VIEWS.values(), *kept]
