"""A mailbox read over IMAP: new messages by UID, pushed by IDLE where the server can.

A connection is opened, used and thrown away: whatever breaks it becomes ``MailboxUnreachable``, and the caller opens
the next one after a pause. Where it stands is the caller's to keep (``Position``), so nothing is lost with it.

The library speaks to the server in a thread. What the server may send is bounded: an answer that is larger than what
was asked for ends the connection.
"""

import ast
import asyncio
import imaplib
import ssl
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any, Final, TypeVar

import anyio.to_thread
import msgspec
from imapclient.exceptions import ProtocolError

from gongdan.infra.mail.imap_line import ANSWER_BYTES, ImapClient, ImapServer
from gongdan.kernel.errors import Refusal

MAX_MESSAGE = 50 * 1024 * 1024
"""Bytes of a message that are fetched; what is longer comes cut and says so."""
BATCH_MESSAGES = 20
BATCH_BYTES = 16 * 1024 * 1024
_PUSH_S = 9 * 60.0
"""IDLE is begun anew this often: shorter than what address translators forget (RFC 2177 allows 29 minutes)."""
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


class MessageWithheld(Refusal):
    """The server lists a message but does not hand it over: it says no, hangs up, answers something else, or what it
    answers cannot be read. Members: ``host``, ``uid_validity``,
    ``uid``, ``reason``."""

    code = "mail.message_withheld"
    status = 503


class MailboxPosition(msgspec.Struct, frozen=True):
    """How far a mailbox was read. Another ``uid_validity`` means that the server counted anew: all is read again, and
    intake recognises what it has."""

    uid_validity: int
    uid: int


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    position: MailboxPosition
    raw: bytes
    size: int
    """Of the whole message, in bytes, as the server counts."""
    is_withheld: bool = False
    """The server never handed it over; ``raw`` is empty."""

    @property
    def is_cut(self) -> bool:
        return len(self.raw) == MAX_MESSAGE < self.size


@asynccontextmanager
async def open_mailbox(server: ImapServer, *, tls: ssl.SSLContext | None) -> "AsyncIterator[ImapMailbox]":
    """A mailbox, logged in and selected. ``tls`` None trusts what the machine trusts.

    Raises:
        MailboxUnreachable: no connection, or it broke (also while the mailbox is used).
        MailboxRefused: login or folder was refused.
        HostForbidden: the server stands inside, and the operator has not allowed it.
    """
    mailbox = ImapMailbox(server, tls or ssl.create_default_context())
    try:
        await mailbox.enter()
        yield mailbox
    finally:
        await mailbox.leave()


class ImapMailbox:
    """One selected folder on one connection. Not for concurrent use."""

    uid_validity: int

    def __init__(self, server: ImapServer, tls: ssl.SSLContext) -> None:
        self._server = server
        self._tls = tls
        self._client: ImapClient | None = None
        self._threads = anyio.CapacityLimiter(1)
        self._pushes = True

    @property
    def _opened(self) -> ImapClient:
        assert self._client, "a mailbox is used inside open_mailbox"
        return self._client

    async def new(
        self, after: MailboxPosition | None, *, one_by_one: bool = False, passing_over: int | None = None
    ) -> AsyncIterator[list[Fetched]]:
        """Messages behind ``after`` in the order of their UIDs, in batches bounded in number and bytes. The caller
        keeps the last position of a batch once it has stored the batch.

        After ``MessageWithheld`` read ``one_by_one``: then it names the one message. That one is not asked for, and
        comes as withheld, where it is ``passing_over``.
        """
        last = after.uid if after and after.uid_validity == self.uid_validity else 0
        most = 1 if one_by_one else BATCH_MESSAGES
        async for found in self._uids(last):
            while found:
                if found[0] == passing_over:
                    yield [self._withheld(found.pop(0))]
                    continue
                batch = await self._sized(found[:most])
                if fetched := await self._fetch(batch):
                    yield fetched
                found = found[len(batch) :]

    async def wait(self, timeout_s: float) -> bool:
        """Wait until the folder changes; True where the server said so, False when the time is over (look anyway).

        Uses IDLE, and sleeps where the server has none.
        """
        longest = min(timeout_s, _PUSH_S)
        if self._pushes and self._opened.has_capability("IDLE"):
            try:
                return await self._call(partial(_pushed, self._opened, longest), more_s=longest)
            except MailboxRefused:
                self._pushes = False  # it has the capability, and says no to the command
        await asyncio.sleep(longest)
        return False

    async def mark_seen(self, uids: Sequence[int]) -> None:
        """Flag read messages, for people who look into the folder too. Repeating it does no harm, and a folder that may
        only be read is left as it is."""
        with suppress(MailboxRefused):
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
        self._client = await self._call(partial(ImapClient, self._server, self._tls))
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

    async def _sized(self, uids: list[int]) -> dict[int, int]:
        """The first of them that fit into a batch, with their sizes; 0 where the server tells none."""
        sizes = await self._call(partial(_sizes, self._opened, uids))
        return dict(_fitting([(uid, sizes.get(uid, 0)) for uid in uids]))

    async def _fetch(self, sizes: dict[int, int]) -> list[Fetched]:
        """Those of them that are still there.

        Raises:
            MessageWithheld.
        """
        part = f"BODY.PEEK[]<0.{MAX_MESSAGE}>" if max(sizes.values()) > MAX_MESSAGE else "BODY.PEEK[]"
        asked = partial(self._opened.fetch, list(sizes), [part])
        try:
            answer = await self._call(asked, bytes_=MAX_MESSAGE + BATCH_BYTES + ANSWER_BYTES)
            bodies = {uid: raw for uid in sizes if uid in answer and (raw := _body(answer[uid])) is not None}
            missing = sizes.keys() - bodies.keys()
            kept = missing.intersection(await self._call(partial(_listed, self._opened, missing)) if missing else ())
        except (MailboxUnreachable, MailboxRefused) as fault:
            raise self._not_given(min(sizes), fault.members["reason"]) from fault
        if kept:
            raise self._not_given(min(kept), "the server listed it, and did not hand it over")
        return [
            Fetched(position=MailboxPosition(self.uid_validity, uid), raw=raw[:MAX_MESSAGE], size=sizes[uid])
            for uid, raw in sorted(bodies.items())
        ]

    def _not_given(self, uid: int, reason: object) -> MessageWithheld:
        return MessageWithheld(
            host=self._server.host, uid_validity=self.uid_validity, uid=uid, reason=f"message {uid}: {reason}"
        )

    def _withheld(self, uid: int) -> Fetched:
        return Fetched(position=MailboxPosition(self.uid_validity, uid), raw=b"", size=0, is_withheld=True)

    async def _call(
        self,
        function: Callable[[], T],
        *,
        more_s: float = 0.0,
        bytes_: int = ANSWER_BYTES,
        client: ImapClient | None = None,
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
        except (ProtocolError, LookupError, TypeError, AttributeError, RecursionError) as garbled:
            # The library reads what the server says, and trips over what it does not expect.
            _break(client)
            raise MailboxUnreachable(host=self._server.host, reason=_GARBLED) from garbled
        except imaplib.IMAP4.error as refused:
            if any(code in str(refused) for code in _PASSING):
                raise MailboxUnreachable(host=self._server.host, reason=_reason(refused)) from refused
            raise MailboxRefused(host=self._server.host, reason=_reason(refused)) from refused
        except asyncio.CancelledError:
            _break(client)
            raise


def _log_in(client: ImapClient, server: ImapServer, tls: ssl.SSLContext) -> int:
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


def _sizes(client: ImapClient, uids: list[int]) -> dict[int, int]:
    answer = client.fetch(uids, ["RFC822.SIZE"])
    sizes = ((uid, answer[uid].get(b"RFC822.SIZE")) for uid in uids if uid in answer)
    return {uid: size for uid, size in sizes if isinstance(size, int)}


def _listed(client: ImapClient, uids: Collection[int]) -> list[int]:
    return list(client.search(["UID", ",".join(map(str, sorted(uids)))]))


def _body(answer: dict[bytes, Any]) -> bytes | None:
    found = next((value for name, value in answer.items() if name.startswith(b"BODY[]")), None)
    return found if isinstance(found, bytes) else None


def _pushed(client: ImapClient, timeout_s: float) -> bool:
    client.idle()
    try:
        told = client.idle_check(timeout=timeout_s)
    finally:
        _, more = client.idle_done()  # raises where the connection is lost
    return any(isinstance(one, tuple) and b"EXISTS" in one for one in (*told, *more))


def _break(client: ImapClient | None) -> None:
    if client is not None:
        client.hang_up()


_GARBLED: Final = "its answers cannot be understood"
_NOT_IMAP: Final = "the server does not speak IMAP"


def _reason(fault: Exception) -> str:
    """What an administrator is told. What a server says that does not speak IMAP is nobody's business: the address may
    lead to a service of somebody else."""
    if isinstance(fault, TimeoutError):
        return "no answer"
    if isinstance(fault, ValueError) and not isinstance(fault, ssl.SSLError):
        return _GARBLED
    text = " ".join(_said(str(fault)).split()) or type(fault).__name__
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


def _said(text: str) -> str:
    """What a server said, where the library hands its bytes on as Python writes them (``b'no'``)."""
    if text[:2] not in ("b'", 'b"'):
        return text
    try:
        said = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else text
