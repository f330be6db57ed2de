"""The notices of a person: read, shown, and marked as read."""

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from gongdan.domains.notifications.shapes import Notice, ReadNotices
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.infra.http.bodies import Id
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import Name

By = Literal["notice", "ticket"]

ShowRead = Callable[[int, int, str | None], None]
"""(workspace, person, ticket's number): tells the person's open pages that notices were read, those of a ticket or some
of any. Neither waits nor fails."""


class NoticeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A notice as its person reads it."""

    id: int
    person_id: int
    kind: str
    number: str | None
    text: Name
    count: int
    at: datetime
    read_at: datetime | None
    of_ticket: int


class NoticePlace(msgspec.Struct, frozen=True, array_like=True):
    """The last notice of a page, in the order in which that page was read."""

    by: By
    is_unread: bool
    """By ticket, those with unread ones come first."""
    at: Annotated[datetime, Meta(tz=True)]
    id: Id

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


def place_of(text: str, by: By) -> NoticePlace:
    """The cursor that a client sends back.

    Raises:
        Invalid: it is none, or one of another order.
    """
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        place = msgspec.json.decode(raw, type=NoticePlace)
    except (UnicodeEncodeError, binascii.Error, msgspec.DecodeError):
        place = None
    if place is None or place.by != by:
        raise Invalid(faults=(FieldFault("after", "notices.bad_cursor"),))
    return place


def end_of(row: NoticeRow, by: By) -> NoticePlace:
    return NoticePlace(by, row.read_at is None, row.at, row.id)


def shown(row: NoticeRow) -> Notice:
    return Notice(
        id=row.id,
        kind=row.kind,
        number=row.number,
        text=row.text,
        count=row.count,
        at=row.at,
        read_at=row.read_at,
        of_ticket=row.of_ticket,
    )


async def mark_read(tx: Tx, person_id: int, what: ReadNotices, *, now: datetime) -> bool:
    """One notice, those of a ticket, or ``up_to`` and all that came before it: ids of two processes do not tell which
    is older. Returns whether any was unread. Served by ``notice_unread``."""
    marked = await tx.rows(
        tuple,
        """
        update notice n
           set read_at = %(now)s
         where n.workspace_id = %(workspace)s
           and n.person_id = %(person)s
           and n.read_at is null
           and (n.id = %(id)s
                or n.ticket_id = (select t.id from ticket t
                                   where t.workspace_id = %(workspace)s and t.number = %(number)s)
                or (n.at, n.id) <= (select seen.at, seen.id from notice seen
                                     where seen.workspace_id = %(workspace)s
                                       and seen.person_id = %(person)s
                                       and seen.id = %(up_to)s))
        returning n.id
        """,
        person=person_id,
        id=what.id,
        number=what.number,
        up_to=what.up_to,
        now=now,
    )
    return bool(marked)


def notices_of(person_id: int, number: str | None, after: NoticePlace | None, limit: int) -> Query[NoticeRow]:
    """A person's notices, of one ticket or of all, newest first; served by ``notice_by_time``, and of one ticket by
    ``notice_of_ticket``."""
    return Query(
        NoticeRow,
        f"""
        {_TOLD}
           and n.person_id = %(person)s
           and n.in_app
           and (%(at)s::timestamptz is null or (n.at, n.id) < (%(at)s, %(id)s))
           {"and t.number = %(number)s" if number is not None else ""}
         order by n.at desc, n.id desc
         limit %(limit)s
        """,
        {"person": person_id, "number": number, "limit": limit, **_keys(after)},
    )


def by_ticket(person_id: int, after: NoticePlace | None, limit: int) -> Query[NoticeRow]:
    """The latest notice of each ticket, where some are unread the latest of those. Tickets with unread ones first. Two
    walks, one by ``notice_unread`` and one by ``notice_by_time``, each of which ends when the page is full ⚑ (asked by
    ``not exists`` the planner joined all: 2 s of 60,000 notices). Which is the latest, ``notice_of_ticket`` tells."""
    keys = _keys(after)
    return Query(
        NoticeRow,
        f"""
        select *
          from (({_TOLD}
                    and n.person_id = %(person)s and n.in_app and n.read_at is null
                    and (%(at)s::timestamptz is null or (%(is_unread)s and (n.at, n.id) < (%(at)s, %(id)s)))
                    and (n.ticket_id is null
                         or n.id = ({_OF_TICKET} and m.read_at is null order by m.at desc, m.id desc limit 1))
                  order by n.at desc, n.id desc
                  limit %(limit)s)
                union all
                ({_TOLD}
                    and n.person_id = %(person)s and n.in_app and n.read_at is not null
                    and (%(at)s::timestamptz is null or %(is_unread)s or (n.at, n.id) < (%(at)s, %(id)s))
                    and (n.ticket_id is null
                         or n.id = ({_OF_TICKET} order by m.read_at is null desc, m.at desc, m.id desc limit 1))
                  order by n.at desc, n.id desc
                  limit %(limit)s)) l
         order by l.read_at is null desc, l.at desc, l.id desc
         limit %(limit)s
        """,
        {"person": person_id, "limit": limit, "is_unread": after.is_unread if after else False, **keys},
    )


def _keys(after: NoticePlace | None) -> dict[str, Any]:
    return {"at": after.at if after else None, "id": after.id if after else None}


def unread_of(person_id: int) -> Query[Any]:
    """How many are unread, and of how many tickets; what is of no ticket stands for itself."""
    return Query(
        tuple,
        """
        select count(*), count(distinct coalesce(ticket_id, -id))
          from notice
         where workspace_id = %(workspace)s and person_id = %(person)s and read_at is null
        """,
        {"person": person_id},
    )


async def notices(tx: ReadTx, ids: Sequence[int]) -> list[NoticeRow]:
    """Notices by id, for the live streams of their persons."""
    return await tx.rows(NoticeRow, f"{_TOLD} and n.id = any(%(ids)s)", ids=list(ids))


_TOLD: Final = """
select n.id, n.person_id, n.kind, t.number, n.text, n.count, n.at, n.read_at,
       case when n.ticket_id is null then 1
            else (select count(*) from notice o
                   where o.workspace_id = n.workspace_id and o.person_id = n.person_id and o.ticket_id = n.ticket_id
                     and o.in_app) end as of_ticket
  from notice n
  left join ticket t on t.workspace_id = n.workspace_id and t.id = n.ticket_id
 where n.workspace_id = %(workspace)s
   """

_OF_TICKET: Final = """
select m.id from notice m
 where m.workspace_id = n.workspace_id and m.person_id = n.person_id and m.ticket_id = n.ticket_id and m.in_app"""
