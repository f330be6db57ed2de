"""The views of the workbench, as conditions, and the orders of a queue; where a page ended, as a cursor. Pure (spec 01,
condition language; spec 09)."""

import base64
import binascii
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from gongdan.conditions.grammar import Condition
from gongdan.domains.accounts.public import Authority
from gongdan.infra.http.bodies import Id
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import Name

ViewKey = Literal["mine", "unassigned", "team", "at_risk", "waiting", "all_open", "resolved", "requested", "watching"]
SortKey = Literal["updated", "created", "due", "priority"]
Order = Literal["asc", "desc"]

LIVE = "t.archived_at is null and t.spam_at is null and t.trashed_at is null"
"""What any list shows; the partial indexes say the same."""
OPEN = f"t.phase not in ('resolved', 'closed') and {LIVE}"
_DUE = "case when t.next_due_at is null then 'infinity' else t.next_due_at end"
"""As the index ``ticket_open_by_due`` has it: a ticket without a due instant comes last."""


class Sort(msgspec.Struct, frozen=True):
    """An order of tickets by an expression over ``t``; the id breaks ties, in the same direction."""

    expression: str
    cast: Literal["timestamptz", "integer"]
    natural: Order


SORTS: Mapping[SortKey, Sort] = {
    "updated": Sort("t.updated_at", "timestamptz", "desc"),
    "created": Sort("t.created_at", "timestamptz", "desc"),
    "due": Sort(_DUE, "timestamptz", "asc"),
    "priority": Sort("coalesce(array_position(%(ranks)s::text[], t.priority), 1000)", "integer", "asc"),
}
"""``ranks`` are the priorities of the release, most urgent first."""


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of the workbench holds: a condition on the tickets that lists show, for its reader."""

    name: Name
    sort: SortKey
    condition: Callable[[Authority, datetime], Condition]
    sql: str
    """The same, over ``t`` and the parameters of ``viewer``, in words by which PostgreSQL finds an index; a test holds
    them equal."""


def _leaf(field: str, op: str, value: Any = None) -> Condition:
    return Condition(field=field, op=op, value=value)


def _both(one: Condition, other: Condition) -> Condition:
    return Condition(all=(one, other))


def _either(*parts: Condition) -> Condition:
    """Never, when there are none."""
    return Condition(any=parts)


def _me(reader: Authority, field: str, op: str = "is") -> Condition:
    return _either() if reader.person_id is None else _leaf(field, op, reader.person_id)


def _my_teams(reader: Authority) -> Condition:
    return _leaf("team", "is_any", sorted(reader.teams)) if reader.teams else _either()


_IS_OPEN = Condition(not_=_leaf("phase", "is_any", ["resolved", "closed"]))
_IS_NOT_CLOSED = Condition(not_=_leaf("phase", "is", "closed"))
_IS_RESOLVED = _leaf("phase", "is", "resolved")
_IS_WAITING = _leaf("phase", "is_any", ["waiting_customer", "waiting_internal"])

VIEWS: Mapping[ViewKey, View] = {
    "mine": View(
        name={"zh-CN": "我负责的", "en": "Mine"},
        sort="due",
        condition=lambda reader, now: _both(_me(reader, "assignee"), _IS_OPEN),
        sql=f"t.assignee_id = %(me)s and {OPEN}",
    ),
    "unassigned": View(
        name={"zh-CN": "待领取", "en": "Unassigned"},
        sort="due",
        condition=lambda reader, now: _both(_leaf("assignee", "is_empty"), _IS_OPEN),
        sql=f"t.assignee_id is null and {OPEN}",
    ),
    "team": View(
        name={"zh-CN": "本组", "en": "My teams"},
        sort="updated",
        condition=lambda reader, now: _both(_my_teams(reader), _IS_OPEN),
        sql=f"t.team = any(%(my_teams)s) and {OPEN}",
    ),
    "at_risk": View(
        name={"zh-CN": "有超时风险", "en": "At risk"},
        sort="due",
        condition=lambda reader, now: _both(_leaf("risk_at", "le", now), _IS_OPEN),
        sql=f"t.risk_at <= %(now)s and {OPEN}",
    ),
    "waiting": View(
        name={"zh-CN": "等待中", "en": "Waiting"},
        sort="updated",
        condition=lambda reader, now: _IS_WAITING,
        sql=f"t.phase in ('waiting_customer', 'waiting_internal') and {LIVE}",
    ),
    "all_open": View(
        name={"zh-CN": "全部未解决", "en": "All open"},
        sort="updated",
        condition=lambda reader, now: _IS_OPEN,
        sql=OPEN,
    ),
    "resolved": View(
        name={"zh-CN": "已解决", "en": "Resolved"},
        sort="updated",
        condition=lambda reader, now: _IS_RESOLVED,
        sql=f"t.phase = 'resolved' and {LIVE}",
    ),
    "requested": View(
        name={"zh-CN": "我提交的", "en": "Requested by me"},
        sort="updated",
        condition=lambda reader, now: _both(_either(_me(reader, "requester"), _me(reader, "creator")), _IS_NOT_CLOSED),
        sql="t.id = any(array("
        "select o.id from ticket o where o.workspace_id = %(workspace)s and o.requester_id = %(me)s"
        " union all select o.id from ticket o where o.workspace_id = %(workspace)s and o.creator_id = %(me)s))"
        f" and t.phase <> 'closed' and {LIVE}",
    ),
    "watching": View(
        name={"zh-CN": "我关注的", "en": "Watching"},
        sort="updated",
        condition=lambda reader, now: _both(_me(reader, "watchers", "has"), _IS_NOT_CLOSED),
        sql="t.id = any(array(select w.ticket_id from participant w where w.workspace_id = %(workspace)s"
        f" and w.person_id = %(me)s and w.role = 'watcher')) and t.phase <> 'closed' and {LIVE}",
    ),
}


def viewer(authority: Authority, now: datetime) -> dict[str, Any]:
    """What the predicates of views ask about their reader."""
    return {"me": authority.person_id, "my_teams": sorted(authority.teams), "now": now}


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """The last row of a page, in the order in which that page was read."""

    sort: SortKey
    order: Order
    value: Annotated[datetime, Meta(tz=True)] | Annotated[int, Meta(ge=0, le=1000)] | None
    """None: it had no due instant."""
    id: Id

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


def cursor_of(text: str, sort: SortKey, order: Order) -> Cursor:
    """The cursor that a client sends back.

    Raises:
        Invalid: it is none, or one of another order.
    """
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        cursor = msgspec.json.decode(raw, type=Cursor)
    except (UnicodeEncodeError, binascii.Error, msgspec.DecodeError):
        raise Invalid(faults=(FieldFault("after", "inbox.bad_cursor"),)) from None
    is_rank = SORTS[sort].cast == "integer"
    if (cursor.sort, cursor.order) != (sort, order) or isinstance(cursor.value, int) != is_rank:
        raise Invalid(faults=(FieldFault("after", "inbox.bad_cursor"),))
    return cursor
