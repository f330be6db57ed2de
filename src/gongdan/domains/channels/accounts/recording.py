"""What the channels append to the log of their workspace."""

from datetime import datetime

from gongdan.domains.accounts import public as accounts
from gongdan.domains.accounts.public import Authority
from gongdan.infra.db.tx import Tx
from gongdan.kernel.events import Event, Via


async def record(tx: Tx, authority: Authority, event: Event, *, via: Via, now: datetime) -> None:
    """Append what ``authority`` did, and send it: one request may do several things."""
    await accounts.record(tx, authority, "workspace", authority.workspace_id, event, via=via, now=now)
    await tx.flush()
