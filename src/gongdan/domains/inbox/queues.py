"""The views of the workbench and the orders of a queue, as data; where a page ended, as a cursor. Pure (spec 09)."""

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from gongdan.domains.accounts.public import Authority
from gongdan.infra.http.bodies import Id
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import Name

ViewKey = Literal["mine", "unassigned", "team", "at_risk", "waiting", "all_open", "resolved", "requested", "watching"]
SortKey = Literal["updated", "created", "due", "priority"]
Order = Literal["asc", "desc"]

AT_RISK = timedelta(hours=1)
"""A promise that falls due sooner than this, or is broken and still owed, is at risk."""

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


class View(msgspec.Struct, frozen=True):
    """A predicate over ``t``; its parameters are those of ``viewer``."""

    name: Name
    sql: str
    sort: SortKey


VIEWS: Mapping[ViewKey, View] = {
    "mine": View({"zh-CN": "我负责的", "en": "Mine"}, f"t.assignee_id = %(me)s and {OPEN}", "due"),
    "unassigned": View({"zh-CN": "待领取", "en": "Unassigned"}, f"t.assignee_id is null and {OPEN}", "due"),
    "team": View({"zh-CN": "本组", "en": "My teams"}, f"t.team = any(%(my_teams)s) and {OPEN}", "updated"),
    "at_risk": View({"zh-CN": "有超时风险", "en": "At risk"}, f"({_DUE}) <= %(soon)s and {OPEN}", "due"),
    "waiting": View(
        {"zh-CN": "等待中", "en": "Waiting"},
        f"t.phase in ('waiting_customer', 'waiting_internal') and {LIVE}",
        "updated",
    ),
    "all_open": View({"zh-CN": "全部未解决", "en": "All open"}, OPEN, "updated"),
    "resolved": View({"zh-CN": "已解决", "en": "Resolved"}, f"t.phase = 'resolved' and {LIVE}", "updated"),
    "requested": View(
        {"zh-CN": "我提交的", "en": "Requested by me"},
        "t.id = any(array(select o.id from ticket o where o.workspace_id = %(workspace)s and o.requester_id = %(me)s"
        " union all select o.id from ticket o where o.workspace_id = %(workspace)s and o.creator_id = %(me)s))"
        f" and t.phase <> 'closed' and {LIVE}",
        "updated",
    ),
    "watching": View(
        {"zh-CN": "我关注的", "en": "Watching"},
        "t.id = any(array(select w.ticket_id from participant w where w.workspace_id = %(workspace)s"
        f" and w.person_id = %(me)s and w.role = 'watcher')) and t.phase <> 'closed' and {LIVE}",
        "updated",
    ),
}


def viewer(authority: Authority, now: datetime) -> dict[str, Any]:
    """What the predicates of views ask about their reader."""
    return {"me": authority.person_id, "my_teams": sorted(authority.teams), "soon": now + AT_RISK}


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
