"""The line to an IMAP server: the library's client on a connection whose address is checked and whose answers are
bounded."""

import imaplib
import socket
import ssl
from contextlib import suppress
from typing import Literal

import msgspec
from imapclient import IMAPClient

from gongdan.infra import outgoing
from gongdan.infra.outgoing import Inside

ANSWER_BYTES = 4 * 1024 * 1024
"""Of any answer but messages."""


class ImapServer(msgspec.Struct, frozen=True, kw_only=True):
    host: str
    port: int
    security: Literal["tls", "starttls", "plain"]
    user: str
    password: str | None
    access_token: str | None
    """For XOAUTH2 (Gmail, Microsoft 365); stands before ``password``."""
    folder: str
    timeout_s: float
    inside: Inside = Inside()


class ImapClient(IMAPClient):  # type: ignore[misc]  # the library has no types
    """The library's client on a connection whose address is checked and whose answers are bounded."""

    def __init__(self, server: ImapServer, tls: ssl.SSLContext) -> None:
        self._server = server
        self._tls = tls
        self.is_broken = False
        super().__init__(server.host, server.port, ssl=server.security == "tls", timeout=server.timeout_s)
        # Passwords are sent as UTF-8, where the library would refuse them.
        self._imap._encoding = "utf-8"

    def allow(self, bytes_: int) -> None:
        """How much the server may answer from now on."""
        self._imap.left = bytes_

    def hang_up(self) -> None:
        """Close the connection; a thread that waits for it is freed."""
        self.is_broken = True
        with suppress(OSError):
            self._imap.sock.shutdown(socket.SHUT_RDWR)
        with suppress(OSError):
            self._imap.sock.close()

    def _create_IMAP4(self) -> "_Connection":  # noqa: N802 (the library's name)
        return _Connection(self._server, self._tls if self.ssl else None)


class _Connection(imaplib.IMAP4):
    left: int = ANSWER_BYTES

    def __init__(self, server: ImapServer, tls: ssl.SSLContext | None) -> None:
        self._server = server
        self._tls = tls
        super().__init__(server.host, server.port)

    def read(self, size: int) -> bytes:
        self._spend(size)
        return super().read(size)

    def readline(self) -> bytes:
        line = super().readline()
        self._spend(len(line))
        return line

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        server = self._server
        line = outgoing.connect(server.host, server.port, server.inside, timeout_s=server.timeout_s)
        line.settimeout(server.timeout_s)
        return self._tls.wrap_socket(line, server_hostname=server.host) if self._tls else line

    def _spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise self.abort("the answer is larger than what was asked for")
