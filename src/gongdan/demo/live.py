"""Live traffic: new lives begin one after another and go on in the present, some sixty times as fast as real ones."""

import asyncio
import heapq
from datetime import timedelta
from random import Random
from typing import Final

import structlog

from gongdan.demo.cast import cast_of
from gongdan.demo.lives import Step, lives
from gongdan.demo.play import Play
from gongdan.demo.stories import stories
from gongdan.kernel import clock
from gongdan.services import Services

FASTER: Final = 60
EVERY_S: Final = 8.0
"""Seconds between two new tickets, on average."""
WAVE: Final = 50
"""Lives that are made up at a time."""

log = structlog.get_logger()


async def live(services: Services, workspace_id: int, *, every_s: float = EVERY_S, at_most: int | None = None) -> None:
    """Play traffic in the demo workspace until cancelled, or until ``at_most`` tickets have been lived to their end."""
    dice = Random()  # noqa: S311 (each visit shows another day)
    cast = await cast_of(services.db, workspace_id)
    left = at_most
    while left is None or left > 0:
        count = WAVE if left is None else min(WAVE, left)
        await _wave(services, Play(services, cast, []), count, every_s, dice)
        left = None if left is None else left - count


async def _wave(services: Services, play: Play, count: int, every_s: float, dice: Random) -> None:
    now = clock.now()
    begins, steps = now, list[tuple[float, int, Step]]()
    play.lives = lives(stories(), count, until=now, dice=dice)
    for life in play.lives:
        begins += timedelta(seconds=dice.expovariate(1 / every_s))
        for step in life.steps:
            at = begins + (step.at - life.steps[0].at) / FASTER
            heapq.heappush(steps, (at.timestamp(), len(steps), step))
    while steps:
        at_s, _, step = heapq.heappop(steps)
        await asyncio.sleep(max(0.0, at_s - clock.now().timestamp()))
        is_in_place = await play.step(step)
        log.info("demo.step", act=step.act, ticket=play.number(step.ticket), is_in_place=is_in_place)
