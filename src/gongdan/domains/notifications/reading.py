"""The notices of a person: read, shown, and marked as read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.notifications.shapes import Notice
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.text import Name


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


def shown(row: NoticeRow) -> Notice:
    return Notice(
        id=row.id, kind=row.kind, number=row.number, text=row.text, count=row.count, at=row.at, read_at=row.read_at
    )


def mark_read(tx: Tx, person_id: int, *, up_to: int, now: datetime) -> None:
    """Queue it: the notice ``up_to`` and all that came before it. Ids of two processes do not tell which is older."""
    tx.put(
        """
        update notice n
           set read_at = %(now)s
          from notice seen
         where seen.workspace_id = %(workspace)s and seen.person_id = %(person)s and seen.id = %(up_to)s
           and n.workspace_id = %(workspace)s and n.person_id = %(person)s and n.read_at is null
           and (n.at, n.id) <= (seen.at, seen.id)
        """,
        person=person_id,
        up_to=up_to,
        now=now,
    )


def notices_of(person_id: int, limit: int) -> Query[NoticeRow]:
    """A person's latest notices; served by ``notice_by_time``."""
    return Query(
        NoticeRow,
        f"""
        {_TOLD}
           and n.person_id = %(person)s
           and n.in_app
         order by n.at desc, n.id desc
         limit %(limit)s
        """,
        {"person": person_id, "limit": limit},
    )


def unread_of(person_id: int) -> Query[Any]:
    return Query(
        tuple,
        """
        select count(*)
          from notice
         where workspace_id = %(workspace)s and person_id = %(person)s and read_at is null
        """,
        {"person": person_id},
    )


async def notices(tx: ReadTx, ids: Sequence[int]) -> list[NoticeRow]:
    """Notices by id, for the live streams of their persons."""
    return await tx.rows(NoticeRow, f"{_TOLD} and n.id = any(%(ids)s)", ids=list(ids))


_TOLD = """
select n.id, n.person_id, n.kind, t.number, n.text, n.count, n.at, n.read_at
  from notice n
  left join ticket t on t.workspace_id = n.workspace_id and t.id = n.ticket_id
 where n.workspace_id = %(workspace)s
   """
