"""The headers of every answer, and the host of every request (spec 08)."""

import re

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from gongdan.kernel.errors import Refusal

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
