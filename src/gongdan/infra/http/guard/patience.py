"""A body takes its time, and ends: bytes that trickle in would hold a connection for ever (spec 08)."""

import asyncio
import time
from typing import Final

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPReceiveMessage, Receive, Scope, Send, WebSocketReceiveMessage

from gongdan.kernel.errors import Refusal

IDLE_S: Final = 15.0
"""Nothing at all may come for that long."""
WHOLE_S: Final = 60.0
"""So long may the whole of a body be waited for, and longer by a second for each ``LEAST_PER_S`` bytes that came."""
LEAST_PER_S: Final = 8_000
"""A slow line still sends as much: 25 MB within an hour."""


class SlowBody(Refusal):
    """The body did not come within its time; nothing was done."""

    code = "request.slow"
    status = 408


class BodyPatience:
    """How long one body may still be waited for. Only waiting counts: what we ourselves take to store it does not."""

    def __init__(self, idle_s: float, whole_s: float, least_per_s: float) -> None:
        self._idle_s, self._left_s, self._least_per_s = idle_s, whole_s, least_per_s

    @property
    def left_s(self) -> float:
        return max(min(self._idle_s, self._left_s), 0.0)

    def came(self, size: int, after_s: float) -> None:
        self._left_s += size / self._least_per_s - after_s


def patient(
    app: ASGIApp, *, idle_s: float = IDLE_S, whole_s: float = WHOLE_S, least_per_s: float = LEAST_PER_S
) -> ASGIApp:
    """Ends the wait for a body. What comes after the body, a stream's end, may take as long as it likes."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        is_whole, patience = False, BodyPatience(idle_s, whole_s, least_per_s)

        async def receiving() -> HTTPReceiveMessage | WebSocketReceiveMessage:
            nonlocal is_whole
            if is_whole:
                return await receive()
            began = time.monotonic()
            try:
                message = await asyncio.wait_for(receive(), patience.left_s)
            except TimeoutError:
                raise SlowBody from None
            is_whole = message["type"] != "http.request" or not message.get("more_body")
            if message["type"] == "http.request":
                patience.came(len(message.get("body", b"")), time.monotonic() - began)
            return message

        await app(scope, receiving if scope["type"] == ScopeType.HTTP else receive, send)

    return wrapped
