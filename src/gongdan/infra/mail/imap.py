"""A mailbox read over IMAP: new messages by UID, pushed by IDLE where the server can.

A connection is opened, used and thrown away: whatever breaks it becomes ``MailboxUnreachable``, and the caller opens
the next one after a pause. Where it stands is the caller's to keep (``Position``), so nothing is lost with it.
"""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Literal, TypeVar

import msgspec
from aioimaplib import aioimaplib

from gongdan.kernel.errors import Refusal

MAX_MESSAGE = 50 * 1024 * 1024
"""Bytes of a message that are fetched; what is longer comes cut and says so."""
BATCH_MESSAGES = 20
BATCH_BYTES = 16 * 1024 * 1024
_PUSH_S = 9 * 60.0
"""IDLE is begun anew this often: shorter than what address translators forget (RFC 2177 allows 29 minutes)."""

_UID_VALIDITY = re.compile(rb"UIDVALIDITY (\d+)")
_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")

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
    """
    mailbox = Mailbox(server)
    try:
        await mailbox.enter(tls or ssl.create_default_context())
        yield mailbox
    finally:
        await mailbox.leave()


class Mailbox:
    """One selected folder on one connection. Not for concurrent use."""

    uid_validity: int

    def __init__(self, server: ImapServer) -> None:
        self._server = server
        self._lost = asyncio.Event()
        self._client: aioimaplib.IMAP4 | None = None

    @property
    def _opened(self) -> aioimaplib.IMAP4:
        assert self._client, "a mailbox is used inside open_mailbox"
        return self._client

    async def new(self, after: Position | None) -> AsyncIterator[list[Fetched]]:
        """Messages behind ``after`` in the order of their UIDs, in batches bounded in number and bytes. The caller
        keeps the last position of a batch once it has stored the batch."""
        last = after.uid if after and after.uid_validity == self.uid_validity else 0
        found = await self._uids(last)
        while found:
            sizes = await self._sizes(found[:BATCH_MESSAGES])
            batch = _fitting(sizes)
            if batch:
                yield await self._fetch(batch)
            found = found[len(batch) or BATCH_MESSAGES :]

    async def wait(self, timeout_s: float) -> bool:
        """Wait until the folder changes; True where the server said so, False when the time is over (look anyway).

        Uses IDLE, and sleeps where the server has none.
        """
        if not self._opened.has_capability("IDLE"):
            await asyncio.sleep(timeout_s)
            return False
        idle = await self._run(self._opened.idle_start(timeout=_PUSH_S))
        try:
            return await self._pushed(min(timeout_s, _PUSH_S))
        finally:
            self._opened.idle_done()
            with suppress(Refusal):
                await self._run(asyncio.wait_for(idle, self._server.timeout_s))

    async def mark_seen(self, uids: Sequence[int]) -> None:
        """Flag read messages. Repeating it does no harm."""
        await self._ok(self._opened.uid("store", _set(uids), "+FLAGS.SILENT", "(\\Seen)"))

    async def move(self, uids: Sequence[int], *, folder: str) -> None:
        """Put read messages away; the folder must exist."""
        await self._ok(self._opened.uid("move", _set(uids), _quoted(folder)))

    async def delete(self, uids: Sequence[int]) -> None:
        """Delete read messages; those of others that wait for deletion stay where the server can tell them apart."""
        await self._ok(self._opened.uid("store", _set(uids), "+FLAGS.SILENT", "(\\Deleted)"))
        if self._opened.has_capability("UIDPLUS"):
            await self._ok(self._opened.uid("expunge", _set(uids)))
        else:
            await self._ok(self._opened.expunge())

    async def enter(self, tls: ssl.SSLContext) -> None:
        """Connect, secure, log in, introduce ourselves, select."""
        server = self._server
        self._client = aioimaplib.IMAP4(
            server.host,
            server.port,
            timeout=server.timeout_s,
            conn_lost_cb=lambda _: self._lost.set(),
            ssl_context=tls if server.security == "tls" else None,
        )
        await self._run(self._opened.wait_hello_from_server())
        if server.security == "starttls":
            await self._run(self._start_tls(tls))
        if server.access_token is not None:
            await self._ok(self._opened.xoauth2(server.user, server.access_token))
        else:
            await self._ok(self._opened.login(_quoted(server.user), server.password or ""))
        await self._run(self._opened.protocol.capability())
        if self._opened.has_capability("ID"):
            # 163, 126 and yeah refuse SELECT to clients that do not say who they are; others may dislike the command.
            await self._run(self._opened.id(name="gongdan", version="1", vendor="gongdan"))
        lines = await self._ok(self._opened.select(_quoted(server.folder)))
        validity = _UID_VALIDITY.search(b"\n".join(bytes(line) for line in lines))
        self.uid_validity = int(validity.group(1)) if validity else 0

    async def leave(self) -> None:
        """Log out if that still works; close in any case."""
        client = self._client
        if client is None or client.protocol is None:
            return
        if not self._lost.is_set() and client.get_state() in ("NONAUTH", "AUTH", "SELECTED"):
            with suppress(Refusal):
                await self._run(client.logout())
        client._client_task.cancel()
        if client.protocol.transport is not None:
            client.protocol.transport.close()

    async def _start_tls(self, tls: ssl.SSLContext) -> None:
        """The library has the command but not the change of transport."""
        protocol = self._opened.protocol
        command = aioimaplib.Command("STARTTLS", protocol.new_tag(), timeout=self._server.timeout_s)
        answer = await protocol.execute(command)
        if answer.result != "OK" or protocol.incomplete_line:
            # Bytes behind the answer were put there by somebody in between.
            raise MailboxUnreachable(host=self._server.host, reason="STARTTLS")
        loop = asyncio.get_running_loop()
        protocol.transport = await loop.start_tls(
            protocol.transport,
            protocol,
            tls,
            server_hostname=self._server.host,
            ssl_handshake_timeout=self._server.timeout_s,
        )
        protocol.capabilities = set()

    async def _uids(self, last: int) -> list[int]:
        lines = await self._ok(self._opened.uid_search("UID", f"{last + 1}:*", charset=None))
        # "n:*" always names the last message, be it older than n.
        words = b" ".join(bytes(line) for line in lines[:-1]).split()
        return sorted({int(word) for word in words if word.isdigit() and int(word) > last})

    async def _sizes(self, uids: list[int]) -> list[tuple[int, int]]:
        """(uid, size) of those that are still there."""
        lines = await self._ok(self._opened.uid("fetch", _set(uids), "(UID RFC822.SIZE)"))
        pairs = ((_UID.search(line), _SIZE.search(line)) for line in lines if not isinstance(line, bytearray))
        return sorted((int(uid.group(1)), int(size.group(1))) for uid, size in pairs if uid and size)

    async def _fetch(self, batch: list[tuple[int, int]]) -> list[Fetched]:
        sizes = dict(batch)
        part = f"BODY.PEEK[]<0.{MAX_MESSAGE}>" if max(sizes.values()) > MAX_MESSAGE else "BODY.PEEK[]"
        lines = await self._ok(self._opened.uid("fetch", _set(list(sizes)), f"(UID {part})"))
        found: dict[int, bytes] = {}
        for at, line in enumerate(lines):
            if not isinstance(line, bytearray):
                continue
            around = bytes(lines[at - 1]) + b" " + (bytes(lines[at + 1]) if at + 1 < len(lines) else b"")
            uid = _UID.search(around)
            if uid:
                found[int(uid.group(1))] = bytes(line)
        return [
            Fetched(position=Position(self.uid_validity, uid), raw=found[uid], size=sizes[uid])
            for uid in sorted(found)
            if uid in sizes
        ]

    async def _pushed(self, timeout_s: float) -> bool:
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout_s
        while (left := end - loop.time()) > 0:
            try:
                lines = await self._run(self._opened.wait_server_push(timeout=left), timeout_s=left + 1)
            except TimeoutError:
                return False
            if lines == aioimaplib.STOP_WAIT_SERVER_PUSH:
                return False
            if any(b"EXISTS" in bytes(line) for line in lines):
                return True
        return False

    async def _ok(self, asked: Awaitable[aioimaplib.Response]) -> list[bytes | bytearray]:
        """The lines of an answer that must be OK."""
        answer = await self._run(asked)
        if answer.result != "OK":
            text = b" ".join(bytes(line) for line in answer.lines)[-300:].decode("utf-8", "replace")
            raise MailboxRefused(host=self._server.host, reason=text)
        return list(answer.lines)

    async def _run(self, asked: Awaitable[T], *, timeout_s: float | None = None) -> T:
        """Await ``asked``, but not beyond the loss of the connection, nor for ever."""
        work = asyncio.ensure_future(asked)
        lost = asyncio.ensure_future(self._lost.wait())
        limit = (timeout_s or self._server.timeout_s * 6) + 1
        try:
            await asyncio.wait({work, lost}, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                return work.result()
            reason = "connection lost" if lost.done() else "no answer"
            raise MailboxUnreachable(host=self._server.host, reason=reason)
        except (OSError, aioimaplib.AioImapException, ValueError) as broken:
            if isinstance(broken, TimeoutError) and timeout_s is not None:
                raise
            reason = str(broken) or type(broken).__name__
            raise MailboxUnreachable(host=self._server.host, reason=reason) from broken
        finally:
            lost.cancel()
            if not work.done():
                work.cancel()


def _fitting(sizes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest head of ``sizes`` within ``BATCH_BYTES``, at least one."""
    total = 0
    for at, (_, size) in enumerate(sizes):
        total += min(size, MAX_MESSAGE)
        if total > BATCH_BYTES and at:
            return sizes[:at]
    return sizes


def _set(uids: Sequence[int]) -> str:
    return ",".join(str(uid) for uid in uids)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
