"""An owner of timers that counts its firings in rows, so that two firings of one timer show."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import msgspec

from gongdan.infra.db.tx import Database, Query
from gongdan.infra.timers.effects import SetTimer, write_timer
from gongdan.infra.timers.fire import DueTimer, taking


class Owner(msgspec.Struct):
    """Fires by inserting a row; ``spoiled`` subjects raise."""

    db: Database
    workspace_id: int
    name: str
    spoiled: Callable[[DueTimer], bool] = lambda one: False
    fired: list[DueTimer] = []

    async def set(self, *fire_at: datetime, key: str = "due") -> list[int]:
        """One timer for a new subject each."""
        subjects = []
        ids = await self.db.ids(len(fire_at) + 256)
        async with self.db.write(self.workspace_id) as tx:
            for instant in fire_at:
                subjects.append(ids.next())
                write_timer(tx, self.timer(subjects[-1], instant, key=key))
        return subjects

    def timer(self, subject: int, fire_at: datetime, *, key: str = "due", generation: int = 1) -> SetTimer:
        return SetTimer(owner=self.name, subject=subject, key=key, generation=generation, fire_at=fire_at)

    async def fire(self, workspace_id: int, due: Sequence[DueTimer]) -> None:
        await self.db.ids(1_000)
        async with self.db.write(workspace_id) as tx:
            subjects = [one.subject for one in due]
            _, rows = await tx.gather(
                Query(
                    tuple,
                    "select pg_advisory_xact_lock(id) from unnest(%(ids)s::bigint[]) id order by id",
                    {"ids": sorted(subjects)},
                ),
                taking(due),
            )
            there = {subject for _, subject, _ in rows}
            for one in due:
                if self.spoiled(one):
                    raise RuntimeError(f"spoiled {one.subject}")
                if one.subject in there:
                    row = {"id": tx.ids.next(), "name": str(one.subject), "created_at": one.fire_at}
                    tx.insert("person", {"workspace_id": workspace_id, **row})
        self.fired += [one for one in due if one.subject in there]

    async def effects(self) -> list[int]:
        """Subjects whose firing committed, once for each time."""
        async with self.db.read(self.workspace_id) as tx:
            rows = await tx.rows(tuple, "select name from person where workspace_id = %(workspace)s")
        return sorted(int(name) for (name,) in rows)

    async def left(self) -> int:
        async with self.db.read(self.workspace_id) as tx:
            rows = await tx.rows(
                tuple, "select from timer where workspace_id = %(workspace)s and owner = %(owner)s", owner=self.name
            )
        return len(rows)


SECOND = timedelta(seconds=1)
