"""A process's blocks of ticket numbers: writers share no lock, so the order of numbers is not the order of creation."""

from datetime import date, datetime, timedelta

import msgspec

from gongdan.domains.tickets.desk.numbering import day_of, next_block, number
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.infra.db.tx import Database, Query


class _Taken(msgspec.Struct, frozen=True):
    next: int


class Numbers:
    def __init__(self, db: Database) -> None:
        self._db = db
        self._blocks: dict[int, tuple[date, list[int]]] = {}
        self._paces: dict[int, tuple[int, datetime]] = {}

    async def take(self, rules: Rules, count: int, now: datetime) -> list[str]:
        """``count`` numbers of today. Costs a transaction of its own only when the block is used up."""
        await self.have(rules, count, now)
        day = day_of(now, rules.zone)
        left = self._left(rules.workspace_id, day)
        self._blocks[rules.workspace_id] = (day, left[count:])
        return [number(rules.number_prefix, day, serial) for serial in left[:count]]

    async def have(self, rules: Rules, count: int, now: datetime) -> None:
        """Have ``count`` numbers of today at hand, so that taking them inside a transaction needs no second one."""
        workspace_id, day = rules.workspace_id, day_of(now, rules.zone)
        while (missing := count - len(self._left(workspace_id, day))) > 0:
            fresh = await self._more(workspace_id, day, max(missing, self._pace(workspace_id, now)))
            self._blocks[workspace_id] = (day, [*self._left(workspace_id, day), *fresh])

    def _left(self, workspace_id: int, day: date) -> list[int]:
        since, left = self._blocks.get(workspace_id, (day, []))
        return left if since == day else []

    def _pace(self, workspace_id: int, now: datetime) -> int:
        last, at = self._paces.get(workspace_id, (1, now - timedelta(days=1)))
        size = next_block(last, now - at)
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
