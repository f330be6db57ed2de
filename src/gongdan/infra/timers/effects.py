"""Setting and cancelling timers, as effects of a decision."""

from datetime import datetime

import msgspec

from gongdan.infra.db.tx import Tx


class SetTimer(msgspec.Struct, frozen=True, kw_only=True):
    """Fire ``owner``'s handler for ``subject`` at ``fire_at``. One timer for each (owner, subject, key): a later one
    replaces it. ``generation`` goes back to the handler, which ignores a firing that it no longer expects."""

    owner: str
    subject: int
    key: str
    generation: int
    fire_at: datetime


class CancelTimer(msgspec.Struct, frozen=True, kw_only=True):
    owner: str
    subject: int
    key: str


def write_timer(tx: Tx, effect: SetTimer) -> None:
    tx.put(
        """
        insert into timer (workspace_id, owner, subject, key, generation, fire_at)
        values (%(workspace)s, %(owner)s, %(subject)s, %(key)s, %(generation)s, %(fire_at)s)
        on conflict (workspace_id, owner, subject, key) do update
           set generation = excluded.generation, fire_at = excluded.fire_at,
               attempts = 0, fault = null, held_until = null, quarantined_at = null
        """,
        owner=effect.owner,
        subject=effect.subject,
        key=effect.key,
        generation=effect.generation,
        fire_at=effect.fire_at,
    )


def cancel_timer(tx: Tx, effect: CancelTimer) -> None:
    tx.put(
        """
        delete from timer
         where workspace_id = %(workspace)s and owner = %(owner)s and subject = %(subject)s and key = %(key)s
        """,
        owner=effect.owner,
        subject=effect.subject,
        key=effect.key,
    )
