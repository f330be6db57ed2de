"""Answers that take as long whatever was found, so that their time tells nobody who is known here (spec 08)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def evenly(least_s: float) -> AsyncIterator[None]:
    """The block takes at least ``least_s`` seconds, also where it ends with a refusal."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + least_s
    try:
        yield
    finally:
        await asyncio.sleep(max(0.0, ends - loop.time()))
