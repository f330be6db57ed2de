"""Rows that were brought in are copies of personal data: they go 30 days after they came."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from gongdan.domains.imports import rows
from gongdan.infra.db.tx import Database, Tx
from gongdan.infra.timers.effects import SetTimer, write_timer
from gongdan.infra.timers.fire import DueTimer, take

OWNER: Final = "imports"
KEPT_FOR: Final = timedelta(days=30)
AT_ONCE: Final = 5_000
"""Rows of one transaction."""
_FORGET: Final = "forget"


def await_forgetting(tx: Tx, id: int, at: datetime) -> None:
    write_timer(tx, SetTimer(owner=OWNER, subject=id, key=_FORGET, generation=1, fire_at=at))


def sweeping(db: Database) -> Callable[[int, Sequence[DueTimer]], Awaitable[None]]:
    """What fires the timers of imports."""

    async def fire(workspace_id: int, due: Sequence[DueTimer]) -> None:
        async with db.write(workspace_id) as tx:
            for one in await take(tx, due):
                rows.set_forgotten(tx, one.subject, one.fire_at)
                (gone,) = await tx.gather(rows.forget_rows(AT_ONCE, one.subject))
                if len(gone) == AT_ONCE:
                    await_forgetting(tx, one.subject, one.fire_at)

    return fire
