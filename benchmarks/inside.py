"""Measures without a client: how fast due timers fire, what the arithmetic of calendars costs."""

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta

from benchmarks.micro.calendar import cost_us, office
from benchmarks.stand import Stand
from gongdan import wiring
from gongdan.infra.timers.fire import DueTimer, Handler, Sweep
from gongdan.kernel import clock
from gongdan.services import open_services


def sweep(stand: Stand, *, seconds: float) -> float:
    """Firings per second of one worker, while all promises of the workspace fall due at once: it is a year later."""
    return asyncio.run(_sweep(stand, seconds))


async def _sweep(stand: Stand, seconds: float) -> float:
    fired = 0

    def counting(handler: Handler) -> Handler:
        async def counted(workspace_id: int, due: Sequence[DueTimer]) -> None:
            nonlocal fired
            await handler(workspace_id, due)
            fired += len(due)

        return counted

    later = clock.now() + timedelta(days=365)
    with clock.played(later):
        async with open_services(stand.settings, stand.urls.worker, wiring.PARTS) as services:
            handlers = {owner: counting(handler) for owner, handler in wiring.timers(services).items()}
            sweeping = Sweep(services.db, handlers)
            await sweeping.once(later)
            fired, begun = 0, time.perf_counter()
            while time.perf_counter() - begun < seconds:
                if await sweeping.once(later) > timedelta(0):
                    break
            return fired / (time.perf_counter() - begun)


def calendar_us() -> float:
    """Microseconds of one addition of working time on an office's calendar."""
    return cost_us(office().add)
