"""What lists of tickets hold at most; where a page ended, as a cursor. Pure (spec 09)."""

import base64
import binascii
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta

from gongdan.conditions.stored import ROW_TEXT
from gongdan.conditions.to_sql import Sql
from gongdan.domains.inbox.views.columns import Order, Sort
from gongdan.domains.tickets.public import Shelf
from gongdan.infra.http.bodies import Id
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.ids import MAX_ID

LIVE = "t.archived_at is null and t.spam_at is null and t.trashed_at is null"
"""What lists show, but for those of what was put away; the partial indexes say the same."""


def _plain(text: str) -> Sql:
    return Sql(text=text, params={}, needs=frozenset())


LISTED: Final = _plain(LIVE)
ON_SHELF: Final[Mapping[Shelf, Sql]] = {
    "trash": _plain("t.trashed_at is not null"),
    "spam": _plain("t.spam_at is not null and t.trashed_at is null"),
    "archive": _plain("t.archived_at is not null and t.spam_at is null and t.trashed_at is null"),
}
"""What the list of a shelf shows."""


def days_from(first: date, count: int, zone: tzinfo) -> list[tuple[date, datetime, datetime]]:
    """Days with the instants at which each begins and at which the next one does, as clocks of ``zone`` tell them: one
    on which clocks change is longer or shorter than others."""
    days = [first + timedelta(days=n) for n in range(count + 1)]
    begins = [datetime.combine(day, time.min, zone).astimezone(UTC) for day in days]
    return list(zip(days[:-1], begins[:-1], begins[1:], strict=True))


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """The last row of a page, in the order in which that page was read."""

    sort: str
    order: Order
    value: Any
    """None: it had none, such as no due instant."""
    id: Id

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


_VALUES: Final[dict[str, Any]] = {
    "timestamptz": Annotated[datetime, Meta(tz=True)],
    "integer": Annotated[int, Meta(ge=0, le=1000)],
    "bigint": Annotated[int, Meta(ge=-MAX_ID, le=MAX_ID)],
    "text": Annotated[str, Meta(max_length=ROW_TEXT)],
}


def cursor_of(text: str, sort: Sort, order: Order) -> Cursor:
    """The cursor that a client sends back.

    Raises:
        Invalid: it is none, or one of another order.
    """
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        cursor = msgspec.json.decode(raw, type=Cursor)
        may_lack = sort.may_lack or sort.key == "due"
        if (cursor.sort, cursor.order) != (sort.key, order) or (cursor.value is None and not may_lack):
            raise Invalid(faults=(FieldFault("after", "inbox.bad_cursor"),))
        if cursor.value is None:
            return cursor
        return msgspec.structs.replace(cursor, value=msgspec.convert(cursor.value, _VALUES[sort.cast]))
    except (UnicodeEncodeError, binascii.Error, msgspec.DecodeError):
        raise Invalid(faults=(FieldFault("after", "inbox.bad_cursor"),)) from None
