"""Answers that were kept for repeated requests, thrown away when nobody repeats them any more."""

from datetime import datetime

from gongdan.infra.db.tx import Tx


async def prune_answers(tx: Tx, before: datetime, most: int) -> int:
    """Delete at most ``most`` answers older than ``before``, oldest first; returns how many. Served by
    ``idempotency_age``."""
    gone = await tx.rows(
        tuple,
        """
        delete from idempotency i
         using (select person_id, key
                  from idempotency
                 where workspace_id = %(workspace)s and at < %(before)s
                 order by at
                 limit %(most)s) old
         where i.workspace_id = %(workspace)s and i.person_id = old.person_id and i.key = old.key
        returning true
        """,
        before=before,
        most=most,
    )
    return len(gone)
