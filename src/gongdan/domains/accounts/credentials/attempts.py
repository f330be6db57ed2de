"""Patience with failed tries: the delay grows and is forgotten, and never locks anybody out for good (spec 08).

What waits is an account *at* a network address: whoever guesses there locks out neither the account elsewhere nor the
others who share the address. An account that is guessed at from many addresses waits too, except where it signed in
before. An address that failed at many accounts is served slowly, one try after another, and still let in by the right
password.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import msgspec

from gongdan.domains.accounts.errors import SignInIsLocked
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.http.forwarded import neighbourhood
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


PER_PAIR = Patience(5, timedelta(seconds=15), timedelta(minutes=15), timedelta(hours=12))
"""An account at an address."""
PER_MAIL = Patience(50, timedelta(seconds=15), timedelta(minutes=15), timedelta(hours=12))
"""An account, from wherever it was not signed in to before."""
PER_ADDRESS = Patience(30, timedelta(), timedelta(), timedelta(hours=1))
"""An address: from this number of failures on it is served slowly."""
LINKS_PER_MAIL = Patience(10, timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6))
"""Links that are mailed to one address, whoever asks."""
KNOWN_FOR = timedelta(days=60)
"""That an account signed in from an address is remembered for so long."""


def pair_subject(mail: str, address: str, purpose: str = "password") -> str:
    return f"{purpose} pair {normalise(mail)} {neighbourhood(address)}"


def mail_subject(mail: str, purpose: str = "password") -> str:
    return f"{purpose} mail {normalise(mail)}"


def address_subject(address: str, purpose: str = "password") -> str:
    return f"{purpose} address {neighbourhood(address)}"


def known_subject(mail: str, address: str) -> str:
    return f"known {normalise(mail)} {neighbourhood(address)}"


def person_subject(person_id: int) -> str:
    """Of who is signed in and shows their password again."""
    return f"proof person {person_id}"


class Turns:
    """One try after another of an address that fails a lot, each after a pause, in this process."""

    MOST = 20
    PAUSE_S = 1.0

    def __init__(self) -> None:
        self._queues: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def turn(self, subject: str) -> AsyncIterator[None]:
        """Wait for one's turn.

        Raises:
            SignInLocked: too many wait already.
        """
        lock, waiting = self._queues.get(subject, (asyncio.Lock(), 0))
        if waiting >= self.MOST:
            raise SignInIsLocked(retry_after_s=round(waiting * self.PAUSE_S))
        self._queues[subject] = (lock, waiting + 1)
        try:
            async with lock:
                await asyncio.sleep(self.PAUSE_S)
            yield
        finally:
            left = self._queues[subject][1] - 1
            if left:
                self._queues[subject] = (lock, left)
            else:
                del self._queues[subject]


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
        raise SignInIsLocked(retry_after_s=max(1, round((until - now).total_seconds())))


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
        """
        delete from sign_in_attempt
         where workspace_id = %(workspace)s
           and last_at < case when subject like %(known)s then %(known_before)s else %(before)s end
        """,
        known="known %",
        known_before=now - KNOWN_FOR,
        before=now - max(PER_PAIR.forgets, PER_MAIL.forgets, PER_ADDRESS.forgets, LINKS_PER_MAIL.forgets),
    )
