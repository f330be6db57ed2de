"""Ticket numbers: ``<prefix>-<date in the workspace's zone>-<serial>``, unique, URL-safe, gaps allowed (spec 02).

Writers share no lock: a process takes a block of serials ahead, one when it opens tickets slowly and up to 200 when
it opens many, so the order of numbers is not the order of creation (spec 01, tenancy).
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from gongdan.domains.tickets.rules import Rules
from gongdan.infra.db.tx import Database, Query

MOST = 200
_SERIAL_WIDTH = 5


class _Taken(msgspec.Struct, frozen=True):
    next: int


class Numbers:
    """A process's blocks of ticket numbers, per workspace."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._blocks: dict[int, tuple[date, range]] = {}
        self._paces: dict[int, tuple[int, datetime]] = {}

    async def take(self, rules: Rules, count: int, now: datetime) -> list[str]:
        """``count`` numbers of today. Costs a transaction of its own only when the block is used up."""
        day = now.astimezone(ZoneInfo(rules.zone)).date()
        since, block = self._blocks.get(rules.workspace_id, (day, range(0)))
        if since != day or len(block) < count:
            block = await self._more(rules.workspace_id, day, max(count, self._pace(rules.workspace_id, now)))
        self._blocks[rules.workspace_id] = (day, block[count:])
        return [f"{rules.number_prefix}-{day:%Y%m%d}-{serial:0{_SERIAL_WIDTH}d}" for serial in block[:count]]

    def _pace(self, workspace_id: int, now: datetime) -> int:
        """Twice the last block when that one lasted less than a second, else one."""
        size, since = self._paces.get(workspace_id, (1, now))
        size = min(size * 2, MOST) if (now - since).total_seconds() < 1 else 1
        self._paces[workspace_id] = (size, now)
        return size

    async def _more(self, workspace_id: int, day: date, count: int) -> range:
        async with self._db.write(workspace_id) as tx:
            (rows,) = await tx.gather(
                Query(
                    _Taken,
                    """
                    insert into number_block (workspace_id, day, next) values (%(workspace)s, %(day)s, 1 + %(count)s)
                    on conflict (workspace_id, day) do update set next = number_block.next + %(count)s
                    returning next
                    """,
                    {"day": day, "count": count},
                )
            )
        return range(rows[0].next - count, rows[0].next)
