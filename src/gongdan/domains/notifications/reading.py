"""Notices as they are shown, and marked as read."""

from datetime import datetime

from gongdan.domains.notifications.queries import NoticeRow
from gongdan.domains.notifications.shapes import Notice
from gongdan.infra.db.tx import Tx


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
