"""Guards of every request: bodies that do not end, rates, and the headers of every answer (spec 08)."""

import asyncio
import re
import time
from collections import OrderedDict
from typing import Final

import msgspec
from litestar.enums import ScopeType
from litestar.types import (
    ASGIApp,
    HTTPReceiveMessage,
    Message,
    Receive,
    Scope,
    Send,
    WebSocketReceiveMessage,
)

from gongdan.kernel.errors import Refusal, TooMany

SECURITY_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


class BadHost(Refusal):
    """The ``Host`` is no name or address with a port."""

    code = "request.host"
    status = 400


_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(:[0-9]{1,5})?")
_PRIVATE = (b"cache-control", b"no-store")


def secure_headers(app: ASGIApp, *, https: bool = False) -> ASGIApp:
    """Adds the headers that every answer bears; what a handler set itself stays. What the API answers is somebody's own
    and kept nowhere."""
    always = (*SECURITY_HEADERS, (b"strict-transport-security", b"max-age=31536000")) if https else SECURITY_HEADERS

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP and not _has_good_host(scope):
            raise BadHost
        own = (*always, _PRIVATE) if scope["path"].startswith("/api/") else always

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", []))
                have = {bytes(name).lower() for name, _ in headers}
                message["headers"] = [*headers, *(pair for pair in own if pair[0] not in have)]
            await send(message)

        await app(scope, receive, sending if scope["type"] == ScopeType.HTTP else send)

    return wrapped


def _has_good_host(scope: Scope) -> bool:
    hosts = [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"host"]
    return all(
        _HOST.fullmatch(host) and int(host.rpartition(":")[2] if _has_port(host) else 0) < 65_536 for host in hosts
    )


def _has_port(host: str) -> bool:
    return host.rpartition("]")[2].count(":") == 1


IDLE_S: Final = 15.0


class SlowBody(Refusal):
    """Of the body nothing came for ``IDLE_S``; nothing was done."""

    code = "request.slow"
    status = 408


def patient(app: ASGIApp, *, idle_s: float = IDLE_S) -> ASGIApp:
    """Ends the wait for a body. What comes after the body, a stream's end, may take as long as it likes."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        is_whole = False

        async def receiving() -> HTTPReceiveMessage | WebSocketReceiveMessage:
            nonlocal is_whole
            if is_whole:
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), idle_s)
            except TimeoutError:
                raise SlowBody from None
            is_whole = message["type"] != "http.request" or not message.get("more_body")
            return message

        await app(scope, receiving if scope["type"] == ScopeType.HTTP else receive, send)

    return wrapped


class Rate(msgspec.Struct, frozen=True):
    """``burst`` requests at once, refilled at ``per_second``."""

    burst: float
    per_second: float


class Proven:
    """Secrets that proved who somebody is, in this process, the latest ``MOST``; and who that is. Whoever has several
    is one."""

    MOST = 50_000

    def __init__(self) -> None:
        self._secrets: OrderedDict[str, str] = OrderedDict()

    def add(self, secret: str, subject: str) -> None:
        self._secrets[secret] = subject
        self._secrets.move_to_end(secret)
        while len(self._secrets) > self.MOST:
            self._secrets.popitem(last=False)

    def subject(self, secret: str) -> str | None:
        return self._secrets.get(secret)


class Limiter:
    """Token buckets of one process, by subject. With N web processes the limit is N times as high."""

    MOST = 50_000

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, subject: str, now: float | None = None) -> None:
        """Count one request of ``subject``.

        Raises:
            TooMany: the bucket is empty; it says when one request fits again.
        """
        now = time.monotonic() if now is None else now
        left, at = self._buckets.pop(subject, (self._rate.burst, now))
        left = min(self._rate.burst, left + (now - at) * self._rate.per_second)
        if left < 1:
            self._buckets[subject] = (left, now)
            raise TooMany(retry_after_s=max(1, round((1 - left) / self._rate.per_second)))
        self._buckets[subject] = (left - 1, now)
        self._shed()

    def give(self, subject: str, amount: float) -> None:
        """Give back some of what was taken: it turned out to be cheap."""
        if found := self._buckets.get(subject):
            left, at = found
            self._buckets[subject] = (min(self._rate.burst, left + amount), at)

    def _shed(self) -> None:
        while len(self._buckets) > self.MOST:
            self._buckets.popitem(last=False)
