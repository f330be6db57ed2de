"""Patience with failed tries: the delay grows and is forgotten, and never locks anybody out for good (spec 08).

A try is counted per mail address, known or not, and per network address. The first stops guessing at one account, the
second guessing at many; so the second is more patient, for an office of people shares one address.
"""

from datetime import datetime, timedelta

import msgspec

from gongdan.domains.accounts.errors import SignInLocked
from gongdan.infra.db.tx import Query, Tx
from gongdan.kernel.text import normalise


class Attempts(msgspec.Struct, frozen=True, kw_only=True):
    subject: str
    failed: int
    last_at: datetime
    locked_until: datetime | None


class Patience(msgspec.Struct, frozen=True):
    """The ``free``-th failure is followed by a wait of ``first``, each further one by twice as much, up to ``most``.
    Failures are forgotten ``forgets`` after the last."""

    free: int
    first: timedelta
    most: timedelta
    forgets: timedelta


PER_MAIL = Patience(5, timedelta(seconds=15), timedelta(minutes=15), timedelta(hours=12))
PER_ADDRESS = Patience(30, timedelta(seconds=15), timedelta(minutes=15), timedelta(hours=1))


def mail_subject(mail: str, purpose: str = "password") -> str:
    return f"{purpose} mail {normalise(mail)}"


def address_subject(address: str, purpose: str = "password") -> str:
    return f"{purpose} address {address}"


def after_failure(before: Attempts | None, subject: str, patience: Patience, now: datetime) -> Attempts:
    """The count after one more failure at ``now``."""
    fresh = before is None or now - before.last_at > patience.forgets
    failed = 1 if fresh or before is None else before.failed + 1
    doublings = min(failed - patience.free, 32)
    wait = min(patience.first * 2**doublings, patience.most) if doublings >= 0 else None
    return Attempts(subject=subject, failed=failed, last_at=now, locked_until=now + wait if wait else None)


async def load(tx: Tx, *subjects: str) -> dict[str, Attempts]:
    """The counts of these subjects, which stay locked until the end of the transaction."""
    _, rows = await tx.gather(
        Query(
            tuple,
            "select pg_advisory_xact_lock(hashtextextended(s, %(workspace)s)) from unnest(%(subjects)s::text[]) s",
            {"subjects": sorted(subjects)},
        ),
        Query(
            Attempts,
            """
            select subject, failed, last_at, locked_until
              from sign_in_attempt
             where workspace_id = %(workspace)s
               and subject = any(%(subjects)s)
            """,
            {"subjects": sorted(subjects)},
        ),
    )
    return {row.subject: row for row in rows}


def refuse_while_locked(counts: dict[str, Attempts], now: datetime) -> None:
    """Raises:
    SignInLocked: one of the subjects has to wait; ``retry_after_s`` is the longest wait.
    """
    until = max((count.locked_until for count in counts.values() if count.locked_until), default=now)
    if until > now:
        raise SignInLocked(retry_after_s=max(1, round((until - now).total_seconds())))


def put(tx: Tx, count: Attempts) -> None:
    tx.put(
        """
        insert into sign_in_attempt (workspace_id, subject, failed, last_at, locked_until)
        values (%(workspace)s, %(subject)s, %(failed)s, %(last_at)s, %(locked_until)s)
        on conflict (workspace_id, subject) do update
           set failed = excluded.failed, last_at = excluded.last_at, locked_until = excluded.locked_until
        """,
        **msgspec.structs.asdict(count),
    )


def forget(tx: Tx, subject: str) -> None:
    tx.put("delete from sign_in_attempt where workspace_id = %(workspace)s and subject = %(subject)s", subject=subject)


def prune(tx: Tx, now: datetime) -> None:
    """Queue the deletion of counts that are forgotten anyway."""
    tx.put(
        "delete from sign_in_attempt where workspace_id = %(workspace)s and last_at < %(before)s",
        before=now - max(PER_MAIL.forgets, PER_ADDRESS.forgets),
    )
