"""What the channels append to the log of their workspace."""

from datetime import datetime

from gongdan.domains.accounts.public import Authority, actor
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.append import append
from gongdan.kernel.events import Event, Via


async def record(tx: Tx, authority: Authority, event: Event, *, via: Via, now: datetime) -> None:
    """Append what ``authority`` did, and send it: one request may do several things."""
    await append(
        tx,
        "workspace",
        authority.workspace_id,
        [event],
        actor=actor(authority, via),
        command_id=tx.ids.next(),
        release=authority.release,
        now=now,
    )
    await tx.flush()
