"""What lists of tickets hold at most; where a page ended, as a cursor. Pure (spec 09)."""

import base64
import binascii
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from gongdan.domains.inbox.views.columns import SORTS, Order, SortKey
from gongdan.infra.http.bodies import Id
from gongdan.kernel.errors import FieldFault, Invalid

LIVE = "t.archived_at is null and t.spam_at is null and t.trashed_at is null"
"""What any list shows; the partial indexes say the same."""


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
