"""A request to a server that somebody named, with an outcome that tells apart what may be repeated and what may not."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from typing import Final
from urllib.parse import SplitResult, urlsplit

import msgspec

from gongdan.infra.outgoing import HostForbidden, Inside, connect

TIMEOUT_S: Final = 20.0
_WHOLE_S: Final = 60.0
_READ: Final = 64_000
_LONGEST_REASON: Final = 200


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    status: int
    retry_after_s: int | None
    """As it asks, in seconds."""
    body: bytes = b""
    """Its first 64 kB."""


class Unreached(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing was sent."""

    reason: str


class Unanswered(msgspec.Struct, frozen=True, kw_only=True):
    """The connection died once the request was under way: it may have been taken."""

    reason: str


async def post(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    inside: Inside,
    *,
    tls: ssl.SSLContext | None = None,
    within_s: float = _WHOLE_S,
) -> Answered | Unreached | Unanswered:
    """Post ``body`` to ``url``. Never raises for what a network or a server does; redirects are not followed. However
    slowly it answers, the attempt ends ``within_s`` once it is connected."""
    return await asyncio.to_thread(_post, urlsplit(url), body, headers, inside, tls, within_s)


def place(url: str) -> tuple[str, int]:
    """Host and port of a URL."""
    parts = urlsplit(url)
    return parts.hostname or "", _port(parts)


def _post(
    url: SplitResult,
    body: bytes,
    headers: Mapping[str, str],
    inside: Inside,
    tls: ssl.SSLContext | None,
    within_s: float,
) -> Answered | Unreached | Unanswered:
    host = url.hostname or ""
    try:
        connection = HTTPConnection(host, _port(url), timeout=TIMEOUT_S)
        connection.sock = _connected(url, host, inside, tls)
    except HostForbidden as refused:
        return Unreached(reason=refused.code)
    except (OSError, ValueError) as broken:
        return Unreached(reason=_short(broken))
    ending = threading.Timer(within_s, _end, [connection.sock])
    ending.start()
    try:
        target = f"{url.path or '/'}?{url.query}" if url.query else url.path or "/"
        connection.request("POST", target, body, dict(headers))
        answer = connection.getresponse()
        said = answer.read(_READ)
        return Answered(status=answer.status, retry_after_s=_seconds(answer.getheader("Retry-After")), body=said)
    except (OSError, HTTPException, ValueError) as broken:
        return Unanswered(reason=_short(broken))
    finally:
        ending.cancel()
        connection.close()


def _connected(url: SplitResult, host: str, inside: Inside, tls: ssl.SSLContext | None) -> socket.socket:
    plain = connect(host, _port(url), inside, timeout_s=TIMEOUT_S)
    if url.scheme != "https":
        return plain
    try:
        return (tls or ssl.create_default_context()).wrap_socket(plain, server_hostname=host)
    except OSError:
        plain.close()
        raise


def _port(url: SplitResult) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _end(open_socket: socket.socket) -> None:
    with suppress(OSError):
        open_socket.shutdown(socket.SHUT_RDWR)


def _seconds(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdecimal() and len(value) < 8 else None


def _short(fault: Exception) -> str:
    return (str(fault) or type(fault).__name__)[:_LONGEST_REASON]
