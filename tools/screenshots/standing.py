"""The web process of the pictures: for it the clock stands."""

from datetime import UTC, datetime
from typing import Final

from litestar.types import ASGIApp, Receive, Scope, Send

from gongdan import app
from gongdan.kernel import clock
from gongdan.settings import load

STANDS: Final = datetime(2026, 11, 12, 6, 30, tzinfo=UTC)
"""A Thursday afternoon in Shanghai: people are at work, and clocks run."""


def create() -> ASGIApp:
    within = app.create(load())

    async def at_that_instant(scope: Scope, receive: Receive, send: Send) -> None:
        with clock.played(STANDS):
            await within(scope, receive, send)

    return at_that_instant
