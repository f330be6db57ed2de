"""Writers and readers of the log that know no business."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from typing import Any

import msgspec

from gongdan.infra.db.tx import Database, Tx
from gongdan.infra.log.append import append
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel.events import Actor, Event, Logged

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SYSTEM = Actor(kind="system", via="worker")

_names = count(1)


class Noted(Event, frozen=True, kw_only=True, tag="customer.noted"):
    text: str


class World(msgspec.Struct):
    """A workspace whose streams are written as those of tickets are: locked first, then read, then appended to."""

    db: Database
    id: int

    async def note(self, stream_id: int, *texts: str) -> list[Logged[Any]]:
        async with self.db.write(self.id) as tx:
            return await append(
                tx,
                "customer",
                stream_id,
                [Noted(text=text) for text in texts],
                actor=SYSTEM,
                command_id=tx.ids.next(),
                release=1,
                now=NOW,
            )

    async def new_id(self) -> int:
        return (await self.db.ids()).next()


class Heard:
    """A subscriber that remembers what it was told, and may find some of it poisonous."""

    def __init__(self, world: World, *, poison: Callable[[str], bool] = lambda text: False) -> None:
        self.world = world
        self.events: list[Logged[Any]] = []
        self.tries: Counter[str] = Counter()
        self._poison = poison
        self.subscriber = Subscriber(name=f"heard-{next(_names)}", kinds=(Noted,), handle=self._hear, begins="end")

    @property
    def texts(self) -> list[str]:
        return [logged.event.text for logged in self.events]

    def streams(self) -> dict[int, list[int]]:
        """Stream → the sequence numbers heard of it, in order of hearing."""
        found: dict[int, list[int]] = {}
        for logged in self.events:
            found.setdefault(logged.stream_id, []).append(logged.seq)
        return found

    async def _hear(self, tx: Tx, batch: Sequence[Logged[Any]]) -> None:
        if tx.workspace_id != self.world.id:
            return
        self.tries.update(logged.event.text for logged in batch)
        bad = [logged.event.text for logged in batch if self._poison(logged.event.text)]
        if bad:
            raise ValueError(f"cannot digest {bad[0]}")
        self.events += batch


async def eventually(holds: Callable[[], bool], *, within_s: float = 30.0) -> None:
    """Wait until ``holds``; the assertion after it says what was wrong."""
    with suppress(TimeoutError):
        async with asyncio.timeout(within_s):
            while not holds():
                await asyncio.sleep(0.005)
    assert holds()
