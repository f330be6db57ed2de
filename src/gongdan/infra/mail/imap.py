"""A mailbox read over IMAP: new messages by UID, pushed by IDLE where the server can.

A connection is opened, used and thrown away: whatever breaks it becomes ``MailboxUnreachable``, and the caller opens
the next one after a pause. Where it stands is the caller's to keep (``Position``), so nothing is lost with it.

The library speaks to the server in a thread. What the server may send is bounded: an answer that is larger than what
was asked for ends the connection.
"""

import asyncio
import imaplib
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any, Final, Literal, TypeVar

import anyio.to_thread
import msgspec
from imapclient import IMAPClient

from gongdan.infra import outgoing
from gongdan.infra.outgoing import Inside
from gongdan.kernel.errors import Refusal

MAX_MESSAGE = 50 * 1024 * 1024
"""Bytes of a message that are fetched; what is longer comes cut and says so."""
BATCH_MESSAGES = 20
BATCH_BYTES = 16 * 1024 * 1024
_PUSH_S = 9 * 60.0
"""IDLE is begun anew this often: shorter than what address translators forget (RFC 2177 allows 29 minutes)."""
_ANSWER_BYTES = 4 * 1024 * 1024
"""Of any answer but messages."""
_WINDOW = 50_000
"""UIDs that are looked through at once; the answer to one search must fit into a line of the library (1 MB)."""
_SPARSE = 1_000
"""A window with fewer messages is followed by one of twice the size: UIDs have gaps."""
_PASSING = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]")
"""Codes of a no that holds only for now (RFC 5530)."""

T = TypeVar("T")


class MailboxUnreachable(Refusal):
    """The server cannot be spoken to for now: name, network, TLS, time-out, or it hung up. Trying again may help."""

    code = "mail.mailbox_unreachable"
    status = 503


class MailboxRefused(Refusal):
    """The server says no to account, password or folder. Only a person can help."""

    code = "mail.mailbox_refused"
    status = 422


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


class Position(msgspec.Struct, frozen=True):
    """How far a mailbox was read. Another ``uid_validity`` means that the server counted anew: all is read again, and
    intake recognises what it has."""

    uid_validity: int
    uid: int


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    position: Position
    raw: bytes
    size: int
    """Of the whole message, in bytes, as the server counts."""

    @property
    def is_cut(self) -> bool:
        return len(self.raw) == MAX_MESSAGE < self.size


@asynccontextmanager
async def open_mailbox(server: ImapServer, *, tls: ssl.SSLContext | None) -> "AsyncIterator[Mailbox]":
    """A mailbox, logged in and selected. ``tls`` None trusts what the machine trusts.

    Raises:
        MailboxUnreachable: no connection, or it broke (also while the mailbox is used).
        MailboxRefused: login or folder was refused.
        HostForbidden: the server stands inside, and the operator has not allowed it.
    """
    mailbox = Mailbox(server, tls or ssl.create_default_context())
    try:
        await mailbox.enter()
        yield mailbox
    finally:
        await mailbox.leave()


class Mailbox:
    """One selected folder on one connection. Not for concurrent use."""

    uid_validity: int

    def __init__(self, server: ImapServer, tls: ssl.SSLContext) -> None:
        self._server = server
        self._tls = tls
        self._client: _Client | None = None
        self._threads = anyio.CapacityLimiter(1)

    @property
    def _opened(self) -> "_Client":
        assert self._client, "a mailbox is used inside open_mailbox"
        return self._client

    async def new(self, after: Position | None) -> AsyncIterator[list[Fetched]]:
        """Messages behind ``after`` in the order of their UIDs, in batches bounded in number and bytes. The caller
        keeps the last position of a batch once it has stored the batch."""
        last = after.uid if after and after.uid_validity == self.uid_validity else 0
        async for found in self._uids(last):
            while found:
                sizes = await self._call(partial(_sizes, self._opened, found[:BATCH_MESSAGES]))
                batch = _fitting(sizes)
                if batch:
                    yield await self._fetch(dict(batch))
                found = found[len(batch) or BATCH_MESSAGES :]

    async def wait(self, timeout_s: float) -> bool:
        """Wait until the folder changes; True where the server said so, False when the time is over (look anyway).

        Uses IDLE, and sleeps where the server has none.
        """
        if not self._opened.has_capability("IDLE"):
            await asyncio.sleep(timeout_s)
            return False
        longest = min(timeout_s, _PUSH_S)
        return await self._call(partial(_pushed, self._opened, longest), more_s=longest)

    async def mark_seen(self, uids: Sequence[int]) -> None:
        """Flag read messages. Repeating it does no harm."""
        await self._call(lambda: self._opened.add_flags(uids, [b"\\Seen"], silent=True))

    async def move(self, uids: Sequence[int], *, folder: str) -> None:
        """Put read messages away; the folder must exist."""
        await self._call(lambda: self._opened.move(uids, folder))

    async def delete(self, uids: Sequence[int]) -> None:
        """Delete read messages; those of others that wait for deletion stay where the server can tell them apart."""
        await self._call(lambda: self._opened.add_flags(uids, [b"\\Deleted"], silent=True))
        only = uids if self._opened.has_capability("UIDPLUS") else None
        await self._call(lambda: self._opened.expunge(only))

    async def enter(self) -> None:
        """Connect, secure, log in, introduce ourselves, select."""
        self._client = await self._call(partial(_Client, self._server, self._tls))
        self.uid_validity = await self._call(partial(_log_in, self._opened, self._server, self._tls))

    async def leave(self) -> None:
        """Log out if that still works; close in any case."""
        client, self._client = self._client, None
        if client is None:
            return
        if not client.is_broken:
            with suppress(Refusal, TimeoutError):
                await asyncio.wait_for(self._call(client.logout, client=client), min(self._server.timeout_s, 5))
        client.hang_up()

    async def _uids(self, last: int) -> AsyncIterator[list[int]]:
        """UIDs behind ``last``, window by window."""
        newest = max(await self._call(lambda: self._opened.search(["UID", "*"])), default=0)
        window = _WINDOW
        while last < newest:
            asked = f"{last + 1}:{min(last + window, newest)}"
            found = await self._call(partial(self._opened.search, ["UID", asked]))
            # A server may name a message outside of what was asked for.
            yield sorted({uid for uid in found if last < uid <= last + window})
            last += window
            window *= 2 if len(found) < _SPARSE else 1

    async def _fetch(self, sizes: dict[int, int]) -> list[Fetched]:
        part = f"BODY.PEEK[]<0.{MAX_MESSAGE}>" if max(sizes.values()) > MAX_MESSAGE else "BODY.PEEK[]"
        asked = partial(self._opened.fetch, list(sizes), [part])
        answer = await self._call(asked, bytes_=MAX_MESSAGE + BATCH_BYTES + _ANSWER_BYTES)
        bodies = {uid: _body(answer[uid]) for uid in sizes if uid in answer}
        return [
            Fetched(position=Position(self.uid_validity, uid), raw=raw[:MAX_MESSAGE], size=sizes[uid])
            for uid, raw in sorted(bodies.items())
            if raw is not None
        ]

    async def _call(
        self,
        function: Callable[[], T],
        *,
        more_s: float = 0.0,
        bytes_: int = _ANSWER_BYTES,
        client: "_Client | None" = None,
    ) -> T:
        """Run a call of the library in a thread, but not for ever. A connection on which one was given up is closed,
        which also frees the thread."""
        client = client or self._client
        if client is not None:
            client.allow(bytes_)
        try:
            async with asyncio.timeout(self._server.timeout_s * 6 + more_s + 1):
                return await anyio.to_thread.run_sync(function, abandon_on_cancel=True, limiter=self._threads)
        except (imaplib.IMAP4.abort, OSError, ValueError, UnicodeError) as broken:
            _break(client)
            raise MailboxUnreachable(host=self._server.host, reason=_reason(broken)) from broken
        except imaplib.IMAP4.error as refused:
            if any(code in str(refused) for code in _PASSING):
                raise MailboxUnreachable(host=self._server.host, reason=_reason(refused)) from refused
            raise MailboxRefused(host=self._server.host, reason=_reason(refused)) from refused
        except asyncio.CancelledError:
            _break(client)
            raise


class _Client(IMAPClient):  # type: ignore[misc]  # the library has no types
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
    left: int = _ANSWER_BYTES

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


def _log_in(client: _Client, server: ImapServer, tls: ssl.SSLContext) -> int:
    """Secure, log in, introduce ourselves, select; return the validity of the UIDs."""
    if server.security == "starttls":
        client.starttls(tls)
    if server.access_token is not None:
        client.oauth2_login(server.user, server.access_token)
    else:
        client.login(server.user, server.password or "")
    if client.has_capability("ID"):
        # 163, 126 and yeah refuse SELECT to clients that do not say who they are; others may dislike the command.
        client.id_({"name": "gongdan", "version": "1", "vendor": "gongdan"})
    validity = client.select_folder(server.folder).get(b"UIDVALIDITY", 0)
    return int(validity)


def _sizes(client: _Client, uids: list[int]) -> list[tuple[int, int]]:
    """(uid, size) of those that are still there."""
    answer = client.fetch(uids, ["RFC822.SIZE"])
    sizes = ((uid, answer[uid].get(b"RFC822.SIZE")) for uid in uids if uid in answer)
    return sorted((uid, size) for uid, size in sizes if isinstance(size, int))


def _body(answer: dict[bytes, Any]) -> bytes | None:
    found = next((value for name, value in answer.items() if name.startswith(b"BODY[]")), None)
    return found if isinstance(found, bytes) else None


def _pushed(client: _Client, timeout_s: float) -> bool:
    client.idle()
    try:
        told = client.idle_check(timeout=timeout_s)
    finally:
        _, more = client.idle_done()  # raises where the connection is lost
    return any(isinstance(one, tuple) and b"EXISTS" in one for one in (*told, *more))


def _break(client: _Client | None) -> None:
    if client is not None:
        client.hang_up()


_NOT_IMAP: Final = "the server does not speak IMAP"


def _reason(fault: Exception) -> str:
    """What an administrator is told. What a server says that does not speak IMAP is nobody's business: the address may
    lead to a service of somebody else."""
    if isinstance(fault, TimeoutError):
        return "no answer"
    text = " ".join(str(fault).split()) or type(fault).__name__
    if isinstance(fault, imaplib.IMAP4.error) and ("unexpected" in text or "got more than" in text):
        return _NOT_IMAP
    return text[:300]


def _fitting(sizes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest head of ``sizes`` within ``BATCH_BYTES``, at least one."""
    total = 0
    for at, (_, size) in enumerate(sizes):
        total += min(size, MAX_MESSAGE)
        if total > BATCH_BYTES and at:
            return sizes[:at]
    return sizes
