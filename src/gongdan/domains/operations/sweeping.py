"""Previews that nobody started: after a day they are cancelled, and what they had frozen goes. What was foreseen then
says nothing about tickets as they stand by now."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from gongdan.domains.operations import rows
from gongdan.infra.db.tx import Database, Tx
from gongdan.infra.timers.effects import SetTimer, write_timer
from gongdan.infra.timers.fire import DueTimer, take

OWNER: Final = "operations"
STARTED_WITHIN: Final = timedelta(days=1)
_UNSTARTED: Final = "unstarted"


def await_start(tx: Tx, id: int, *, now: datetime) -> None:
    """Queue that the operation is cancelled in a day, unless it is started by then."""
    timer = SetTimer(owner=OWNER, subject=id, key=_UNSTARTED, generation=1, fire_at=now + STARTED_WITHIN)
    write_timer(tx, timer)


def sweeping(db: Database) -> Callable[[int, Sequence[DueTimer]], Awaitable[None]]:
    """What fires the timers of operations."""

    async def fire(workspace_id: int, due: Sequence[DueTimer]) -> None:
        async with db.write(workspace_id) as tx:
            for one in await take(tx, due):
                if await rows.turn(tx, one.subject, before=["planned"], after="cancelled", now=one.fire_at):
                    rows.forget_items(tx, one.subject)

    return fire
