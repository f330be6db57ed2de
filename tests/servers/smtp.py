"""A real SMTP peer (aiosmtpd) that keeps what it takes and fails on command."""

import asyncio
import base64
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class SmtpPeer:
    """What the peer took, and how it is told to behave."""

    port: int = 0
    taken: list[Envelope] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    """Recipient → answer, e.g. ``550 5.1.1 no such user``."""
    answer_to_text: str | None = None
    """Answer to the message text, instead of taking it."""
    hangs_up: str | None = None
    """``before_text`` closes when DATA is announced; ``after_text`` takes the message and closes without an answer."""
    pause_s: float = 0
    """Before it answers to the message text."""
    password: str | None = None
    access: Mapping[str, str] = field(default_factory=dict)
    """Access token → user, for XOAUTH2."""


class _Handler:
    def __init__(self, peer: SmtpPeer) -> None:
        self._peer = peer

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802
        said = base64.b64decode(args[1]).decode().split("\x01")
        user, token = said[0].removeprefix("user="), said[1].removeprefix("auth=Bearer ")
        if self._peer.access.get(token) == user:
            return AuthResult(success=True)
        await server.push("334 " + base64.b64encode(b'{"status":"401"}').decode())
        await server._reader.readline()
        return AuthResult(success=False, handled=False)

    async def handle_RCPT(  # noqa: N802 (the library's name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self._peer.refusals:
            return self._peer.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(  # noqa: N802 (the library's name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._peer.hangs_up == "before_text":
            server.transport.abort()
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (the library's name)
        await asyncio.sleep(self._peer.pause_s)
        if self._peer.answer_to_text:
            return self._peer.answer_to_text
        self._peer.taken.append(envelope)
        if self._peer.hangs_up == "after_text":
            server.transport.abort()
        return f"250 2.0.0 queued as {len(self._peer.taken)}"


@contextmanager
def smtp_peer() -> Iterator[SmtpPeer]:
    """Run a peer on a free loopback port until the block ends."""
    peer = SmtpPeer()

    def authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        is_right = isinstance(data, LoginPassword) and data.password.decode() == peer.password
        return AuthResult(success=is_right, handled=False)

    controller = Controller(
        _Handler(peer),
        hostname="127.0.0.1",
        port=_free_port(),
        authenticator=authenticate,
        auth_require_tls=False,
        data_size_limit=64 * 1024 * 1024,
    )
    controller.start()
    peer.port = controller.port
    try:
        yield peer
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
