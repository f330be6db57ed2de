"""Firing timers: due rows of all workspaces, in batches that any number of workers share (spec 01; spec 03, sweep).

A worker *holds* what it is about to fire for a few seconds, in a transaction of its own: a row lock kept until the
handler's end would give the firing a transaction id before its ticket's lock ⚑, and block the handler, which sets its
subject's next timer in the same row. The handler then *takes* the timers in the transaction of their effect: a timer
fires if and only if that transaction commits, whoever else tried. A killed worker's timers are held by the next one
when the hold is over.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
import structlog

from gongdan.infra.db.tx import Database, Query, ReadTx, Tx
from gongdan.infra.log.quarantine import described
from gongdan.kernel import clock

BATCH: Final = 200
CHUNK: Final = 100
"""Most timers of one handler call, which is one transaction (spec 01, write path)."""
AT_ONCE: Final = 4
"""Handler calls at a time."""
POLL: Final = timedelta(milliseconds=250)
HOLD: Final = timedelta(seconds=10)
ATTEMPTS: Final = 5
PAUSES: Final = tuple(timedelta(seconds=s) for s in (1, 5, 30, 120))
"""After the first, second … failed attempt; after the last one the timer is quarantined."""

log = structlog.get_logger()


class DueTimer(msgspec.Struct, frozen=True, kw_only=True):
    """A timer whose instant has come."""

    workspace_id: int
    owner: str
    subject: int
    key: str
    generation: int
    fire_at: datetime
    """The due instant: ``now`` to whatever the firing decides, however late it is."""
    attempts: int
    """Which attempt this is, from 1."""


class QuarantinedTimer(msgspec.Struct, frozen=True, kw_only=True):
    owner: str
    subject: int
    key: str
    fire_at: datetime
    fault: str | None
    quarantined_at: datetime


Handler = Callable[[int, Sequence[DueTimer]], Awaitable[None]]
"""Fires timers of one owner in one workspace (its first argument), earliest first. In one transaction it locks the
subjects, ``take``s the timers, and acts for those that were still there. What it raises undoes the whole call; then the
timers come again one by one."""


def taking(due: Sequence[DueTimer]) -> Query[Any]:
    """The statement of ``take``, for a round trip that begins with the locks: its rows name what was there."""
    return Query(
        tuple,
        """
        delete from timer t
         using unnest(%(owners)s::text[], %(subjects)s::bigint[], %(keys)s::text[], %(generations)s::int[],
                      %(instants)s::timestamptz[]) as d (owner, subject, key, generation, fire_at)
         where t.workspace_id = %(workspace)s
           and t.owner = d.owner and t.subject = d.subject and t.key = d.key
           and t.generation = d.generation and t.fire_at = d.fire_at
        returning t.owner, t.subject, t.key
        """,
        {
            "owners": [one.owner for one in due],
            "subjects": [one.subject for one in due],
            "keys": [one.key for one in due],
            "generations": [one.generation for one in due],
            "instants": [one.fire_at for one in due],
        },
    )


async def take(tx: Tx, due: Sequence[DueTimer]) -> list[DueTimer]:
    """Delete the timers and return those that still stood: not cancelled, not set anew, not fired by somebody else.

    Call it with the subjects locked, in the transaction of the effect, before timers are set.
    """
    (taken,) = await tx.gather(taking(due))
    there = set(taken)
    return [one for one in due if (one.owner, one.subject, one.key) in there]


class Sweep:
    """Fires the timers of the owners in ``handlers``; those of others are left to processes that know them."""

    def __init__(self, db: Database, handlers: Mapping[str, Handler]) -> None:
        self._db = db
        self._handlers = handlers
        self._at_once = asyncio.Semaphore(AT_ONCE)

    async def run(self) -> None:
        """Fire until cancelled; between, sleep until the next due instant, at most 250 ms."""
        while True:
            try:
                pause = await self.once(clock.now())
            except Exception as fault:  # the database is away: what is held comes again
                log.warning("timers.sweep_failed", fault=described(fault))
                pause = timedelta(seconds=1)
            await asyncio.sleep(pause.total_seconds())

    async def once(self, now: datetime) -> timedelta:
        """Fire one batch of what is due at ``now``; returns how long there is nothing to do."""
        due, next_at = await self._hold(now)
        calls: dict[tuple[int, str], list[DueTimer]] = defaultdict(list)
        for one in due:
            if one.attempts > ATTEMPTS:
                await self._failed(one, "every attempt ended without an outcome: the process died, or did not take it")
            else:
                calls[one.workspace_id, one.owner].append(one)

        await asyncio.gather(
            *(
                self._fire(workspace_id, owner, timers[start : start + CHUNK])
                for (workspace_id, owner), timers in calls.items()
                for start in range(0, len(timers), CHUNK)
            )
        )
        if len(due) == BATCH:
            return timedelta(0)
        return POLL if next_at is None else max(min(POLL, next_at - clock.now()), timedelta(0))

    async def _hold(self, now: datetime) -> tuple[list[DueTimer], datetime | None]:
        """Hold the earliest due timers, and see when the next one is due; both by the index ``timer_due``."""
        async with self._db.plain() as connection, connection.pipeline():
            held = await connection.execute(_HOLD, {"now": now, "until": now + HOLD, "owners": list(self._handlers)})
            coming = await connection.execute(
                "select min(fire_at) from timer where quarantined_at is null and fire_at > %s", [now]
            )
            due = [DueTimer(**dict(zip(_NAMES, row, strict=True))) for row in await held.fetchall()]
            next_at = await coming.fetchone()
        return sorted(due, key=lambda one: one.fire_at), next_at[0] if next_at else None

    async def _fire(self, workspace_id: int, owner: str, due: Sequence[DueTimer]) -> None:
        try:
            async with self._at_once:
                await self._handlers[owner](workspace_id, due)
        except Exception as fault:
            if len(due) == 1:
                await self._failed(due[0], described(fault))
                return
            log.warning("timers.chunk_failed", owner=owner, workspace_id=workspace_id, fault=described(fault))
            for one in due:
                await self._fire(workspace_id, owner, [one])

    async def _failed(self, one: DueTimer, fault: str) -> None:
        """Try again later, or give up visibly."""
        is_last = one.attempts >= ATTEMPTS
        say = log.error if is_last else log.warning
        say("timers.failed", owner=one.owner, subject=one.subject, key=one.key, is_last=is_last, fault=fault)
        now = clock.now()
        async with self._db.plain() as connection:
            await connection.execute(
                """
                update timer
                   set fault = %(fault)s, held_until = %(held_until)s, quarantined_at = %(quarantined_at)s
                 where workspace_id = %(workspace_id)s
                   and owner = %(owner)s and subject = %(subject)s and key = %(key)s
                   and generation = %(generation)s and fire_at = %(fire_at)s
                """,
                {
                    **msgspec.structs.asdict(one),
                    "fault": fault,
                    "held_until": None if is_last else now + PAUSES[one.attempts - 1],
                    "quarantined_at": now if is_last else None,
                },
            )


async def quarantined(tx: ReadTx) -> list[QuarantinedTimer]:
    """The workspace's timers that were given up, earliest first."""
    return await tx.rows(
        QuarantinedTimer,
        """
        select owner, subject, key, fire_at, fault, quarantined_at
          from timer
         where workspace_id = %(workspace)s and quarantined_at is not null
         order by fire_at
        """,
    )


def retry(tx: Tx, owner: str, subject: int, key: str) -> None:
    """Queue a quarantined timer's return to its five attempts; one that is not quarantined stays as it is."""
    tx.put(
        """
        update timer set attempts = 0, held_until = null, quarantined_at = null
         where workspace_id = %(workspace)s and owner = %(owner)s and subject = %(subject)s and key = %(key)s
           and quarantined_at is not null
        """,
        owner=owner,
        subject=subject,
        key=key,
    )


_NAMES: Final = DueTimer.__struct_fields__

_HOLD: Final = f"""
with due as (
  select workspace_id, owner, subject, key
    from timer
   where quarantined_at is null
     and fire_at <= %(now)s
     and (held_until is null or held_until <= %(now)s)
     and owner = any(%(owners)s)
   order by fire_at
   limit {BATCH}
     for update skip locked
)
update timer t
   set attempts = t.attempts + 1, held_until = %(until)s
  from due d
 where t.workspace_id = d.workspace_id and t.owner = d.owner and t.subject = d.subject and t.key = d.key
returning {", ".join(f"t.{name}" for name in _NAMES)}
"""
