"""What processes tell each other through PostgreSQL: small hints on channels, never data (spec 01, live).

A hint may be lost at any time; whoever acts on hints also looks by themselves now and then. They are sent outside
business transactions, where ``NOTIFY`` would serialise commits ⚑.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Final

import psycopg
import structlog
from psycopg import AsyncConnection, sql

COALESCED_S: Final = 0.02
"""At most one round of sending in this time; what is said twice within it is sent once."""
KEEP_ALIVE_S: Final = 30.0
ANSWERS_WITHIN_S: Final = 10.0
"""After which a connection that does not answer counts as lost."""
FIRST_DELAY_S: Final = 0.1
LONGEST_DELAY_S: Final = 10.0
MOST_BYTES: Final = 7_999
"""Of a payload: PostgreSQL takes no longer one."""

Heard = Callable[[str], None]

log = structlog.get_logger()


class Bell:
    """Wakes one waiter. A ring while they work is kept until they wait again, so none is missed."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    async def wait(self, at_most_s: float) -> bool:
        """Wait for a ring; returns False when none came in time."""
        try:
            async with asyncio.timeout(at_most_s):
                await self._rung.wait()
        except TimeoutError:
            return False
        self._rung.clear()
        return True


class Publisher:
    """Sends hints on a connection of its own; ``publish`` neither waits nor fails. Belongs to one event loop."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._pending: dict[tuple[str, str], None] = {}
        self._bell = Bell()

    def publish(self, channel: str, payload: str = "") -> None:
        """Send soon. What is longer than ``MOST_BYTES`` is lost, and nothing else with it."""
        if len(payload.encode()) > MOST_BYTES:
            log.error("bus.hint_too_long", channel=channel, bytes=len(payload.encode()))
            return
        self._pending[(channel, payload)] = None
        self._bell.ring()

    async def run(self) -> None:
        """Send until cancelled. What could not be sent while the database was away is not sent later."""
        await _connected(self._url, self._send)

    async def _send(self, connection: AsyncConnection[Any]) -> None:
        while True:
            await self._bell.wait(KEEP_ALIVE_S)
            pending, self._pending = list(self._pending), {}
            async with asyncio.timeout(ANSWERS_WITHIN_S):
                await connection.execute(
                    "select pg_notify(channel, payload) from unnest(%s::text[], %s::text[]) as said (channel, payload)",
                    [[channel for channel, _ in pending], [payload for _, payload in pending]],
                )
            await asyncio.sleep(COALESCED_S)


class Listener:
    """Hears hints on a connection of its own. Ask for bells and handlers before ``run``."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._bells: dict[str, list[Bell]] = defaultdict(list)
        self._handlers: dict[str, list[Heard]] = defaultdict(list)

    def bell(self, channel: str) -> Bell:
        """A bell that rings with each hint on ``channel``, and after each time of deafness."""
        bell = Bell()
        self._bells[channel].append(bell)
        return bell

    def on(self, channel: str, heard: Heard) -> None:
        """Call ``heard`` with the payload of each hint on ``channel``; hints of a time of deafness are lost."""
        self._handlers[channel].append(heard)

    async def run(self) -> None:
        """Listen until cancelled, connecting again whenever the connection is lost."""
        await _connected(self._url, self._listen)

    async def _listen(self, connection: AsyncConnection[Any]) -> None:
        for channel in self._bells.keys() | self._handlers.keys():
            await connection.execute(sql.SQL("listen {}").format(sql.Identifier(channel)))
        for bells in self._bells.values():
            for bell in bells:
                bell.ring()
        while True:
            async for hint in connection.notifies(timeout=KEEP_ALIVE_S):
                self._hear(hint.channel, hint.payload)
            async with asyncio.timeout(ANSWERS_WITHIN_S):
                await connection.execute("select 1")

    def _hear(self, channel: str, payload: str) -> None:
        for bell in self._bells.get(channel, ()):
            bell.ring()
        for heard in self._handlers.get(channel, ()):
            try:
                heard(payload)
            except Exception:  # one bad hint must not make the process deaf
                log.exception("bus.hint_failed", channel=channel)


@asynccontextmanager
async def running(*loops: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run endless loops beside the block and cancel them at its end. One that fails is a bug, and is logged at once."""
    tasks = [asyncio.create_task(loop) for loop in loops]
    for task in tasks:
        task.add_done_callback(_report)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (fault := task.exception()):
        log.error("bus.loop_failed", loop=task.get_coro().__qualname__, exc_info=fault)  # type: ignore[union-attr]  # of a loop


async def _connected(url: str, use: Callable[[AsyncConnection[Any]], Coroutine[Any, Any, None]]) -> None:
    """Give ``use`` a connection of its own again and again, with growing pauses while there is none. No fault ends it:
    without it the process would be mute or deaf until it is started anew."""
    delay = FIRST_DELAY_S
    while True:
        try:
            async with await AsyncConnection.connect(url, autocommit=True) as connection:
                delay = FIRST_DELAY_S
                await use(connection)
        except (psycopg.Error, TimeoutError) as fault:
            log.warning("bus.connection_lost", fault=str(fault).strip(), again_in_s=delay)
        await asyncio.sleep(delay)
        delay = min(delay * 2, LONGEST_DELAY_S)
