"""What ``gongdan doctor --retry`` does: a way back for what was set aside, once its cause is mended."""

import msgspec

from gongdan import wiring
from gongdan.infra.log import quarantine
from gongdan.infra.timers import fire
from gongdan.services import Services


class Retried(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it."""

    delivered: int
    """Events that their subscriber has digested now."""
    failed: int
    """Events that it still cannot digest: they stay."""
    timers: int
    """Timers that workers try again."""


async def retry(services: Services) -> Retried:
    """Deliver every quarantined event again, oldest first, and give every timer that was given up its attempts back."""
    async with services.db.plain() as connection:
        cursor = await connection.execute("select id from workspace order by id")
        workspaces = [workspace_id for (workspace_id,) in await cursor.fetchall()]
    found = [await retry_workspace(services, workspace_id) for workspace_id in workspaces]
    return Retried(
        delivered=sum(one.delivered for one in found),
        failed=sum(one.failed for one in found),
        timers=sum(one.timers for one in found),
    )


async def retry_workspace(services: Services, workspace_id: int) -> Retried:
    async with services.db.read(workspace_id) as tx:
        events, timers = await quarantine.quarantined(tx), await fire.quarantined(tx)
    async with services.db.write(workspace_id) as tx:
        for timer in timers:
            fire.retry(tx, timer.owner, timer.subject, timer.key)
    delivered = [await _delivered(services, workspace_id, one) for one in events]
    return Retried(delivered=sum(delivered), failed=len(events) - sum(delivered), timers=len(timers))


async def _delivered(services: Services, workspace_id: int, one: quarantine.Quarantined) -> bool:
    """Each in a transaction of its own. An event whose subscriber is not part of this version any more stays."""
    subscriber = next((each for each in wiring.subscribers(services) if each.name == one.subscriber), None)
    if subscriber is None:
        return False
    try:
        async with services.db.write(workspace_id) as tx:
            await quarantine.replay(tx, services.log, one.subscriber, subscriber.handle, one.event_id)
    except Exception:  # whatever the subscriber raises, the event stays and the next one has its turn
        return False
    return True
