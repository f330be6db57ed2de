"""What workers do about people without being asked: whoever is gone is offline (spec 04, eligibility: present), and
what has expired is thrown away."""

import asyncio
from datetime import datetime, timedelta
from typing import Final

import structlog

from gongdan.domains.accounts import queries
from gongdan.domains.accounts.commands.people import set_presence
from gongdan.domains.accounts.credentials import attempts, sessions
from gongdan.domains.accounts.rights.authority import system
from gongdan.domains.files.public import prune_uses
from gongdan.infra.db.tx import Database
from gongdan.infra.http.idempotency.expiry import prune_answers
from gongdan.infra.log.quarantine import described
from gongdan.kernel import clock

GONE_AFTER: Final = timedelta(minutes=10)
"""Without an open page. Pages say every minute that they are there (``writes.mark_seen``)."""
_EVERY_S: Final = 60.0

_PRUNED_EVERY_S: Final = 3_600.0
_PRUNED_AT_ONCE: Final = 5_000
_ANSWERS_LAST: Final = timedelta(days=7)
"""How long the same request under the same ``Idempotency-Key`` gets the same answer."""

log = structlog.get_logger()


async def watch_presence(db: Database) -> None:
    """Take who is gone for offline, in every workspace, again and again."""
    while True:
        await asyncio.sleep(_EVERY_S)
        try:
            for workspace_id in await queries.workspace_ids(db):
                await take_for_offline(db, workspace_id, clock.now())
        except Exception as fault:  # the database is away, or one workspace is broken: the next round looks again
            log.warning("accounts.presence_failed", fault=described(fault))


async def take_for_offline(db: Database, workspace_id: int, now: datetime) -> None:
    """Members who are said to be there and have had no page open for a while: the router stops giving them work."""
    async with db.read(workspace_id) as tx:
        gone = await queries.unseen_since(tx, now - GONE_AFTER)
        release = await queries.current_release(tx) if gone else 0
    by = system(workspace_id, name="presence", release=release)
    for person_id in gone:
        async with db.write(workspace_id) as tx:
            await set_presence(tx, by, person_id, "offline", by="auto", via="worker", now=now)


async def prune(db: Database) -> None:
    """Throw away expired sessions, forgotten tries to sign in and old answers, again and again."""
    while True:
        try:
            await prune_all(db, clock.now())
        except Exception as fault:  # the database is away: the next round looks again
            log.warning("accounts.prune_failed", fault=described(fault))
        await asyncio.sleep(_PRUNED_EVERY_S)


async def prune_all(db: Database, now: datetime) -> None:
    """In portions, so that no transaction is long."""
    while await sessions.prune(db, now, _PRUNED_AT_ONCE) == _PRUNED_AT_ONCE:
        pass
    for workspace_id in await queries.workspace_ids(db):
        async with db.write(workspace_id) as tx:
            attempts.prune(tx, now)
            prune_uses(tx, now)
        gone = _PRUNED_AT_ONCE
        while gone == _PRUNED_AT_ONCE:
            async with db.write(workspace_id) as tx:
                gone = await prune_answers(tx, now - _ANSWERS_LAST, _PRUNED_AT_ONCE)
