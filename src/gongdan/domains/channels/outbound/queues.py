"""How much waits to be sent, by account."""

from datetime import datetime

import msgspec

from gongdan.infra.db.tx import Query


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    account_id: int
    waiting: int
    since: datetime


def waiting() -> Query[Queue]:
    """Of each account with something to send; served by ``delivery_by_state``."""
    return Query(
        Queue,
        """
        select account_id, count(*) as waiting, min(created_at) as since
          from delivery
         where workspace_id = %(workspace)s and state in ('queued', 'sending')
         group by account_id
        """,
        {},
    )
