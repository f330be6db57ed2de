"""What workers do about people without being asked: whoever is gone is offline (spec 04, eligibility: present)."""

import asyncio
from datetime import datetime, timedelta
from typing import Final

import structlog

from gongdan.domains.accounts import queries
from gongdan.domains.accounts.authority import system
from gongdan.domains.accounts.commands.people import set_presence
from gongdan.infra.db.tx import Database
from gongdan.infra.log.quarantine import described
from gongdan.kernel import clock

GONE_AFTER: Final = timedelta(minutes=10)
"""Without an open page. Pages say every minute that they are there (``writes.mark_seen``)."""
_EVERY_S: Final = 60.0

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
            await set_presence(tx, by, person_id, "offline", via="worker", now=now)
