"""A message handed over by SMTP, with an outcome that tells apart what may be repeated and what may not.

Once the text of a message is on its way, a dead connection leaves open whether the server took it. That is
``UnknownOutcome``: the outbox calls it uncertain, repeats replies under the same Message-ID and never repeats notices
(spec 01).
"""

import asyncio
import ssl
from typing import Literal

import aiosmtplib
import msgspec

from gongdan.infra import outgoing
from gongdan.infra.mail.faults import LineFault, of_speaking
from gongdan.infra.outgoing import HostForbidden, Inside


class SmtpServer(msgspec.Struct, frozen=True, kw_only=True):
    host: str
    port: int
    security: Literal["tls", "starttls", "plain"]
    user: str | None
    """None sends without login."""
    password: str | None
    access_token: str | None
    """For XOAUTH2; stands before ``password``."""
    hello: str
    """The name under which we greet."""
    timeout_s: float
    inside: Inside = Inside()


class RefusedRecipient(msgspec.Struct, frozen=True, kw_only=True):
    address: str
    code: int
    reason: str


class Sent(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The server took responsibility for every recipient but ``refused``, of whom those with 4xx may be tried later."""

    receipt: str
    refused: tuple[RefusedRecipient, ...]


class Rejected(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Refused for good (5xx): the same message will not be taken later either."""

    code: int
    reason: str
    refused: tuple[RefusedRecipient, ...]


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nothing was sent, trying later may help: no connection, 4xx, or a login that a person must correct."""

    code: int | None
    reason: str
    needs_person: bool
    why: LineFault = "protocol"


class UnknownOutcome(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The connection died while the text was under way: it may have been taken."""

    reason: str


Outcome = Sent | Rejected | Failed | UnknownOutcome


async def send(
    server: SmtpServer,
    raw: bytes,
    *,
    sender: str,
    recipients: tuple[str, ...],
    tls: ssl.SSLContext | None,
) -> Outcome:
    """Hand ``raw`` over for ``recipients``. Never raises for what a network or a server does.

    ``recipients`` is not empty. Some may be refused while it goes to the others; where all are, it is not sent.
    """
    client = _client(server, tls)
    try:
        ready = await _ready(client, server)
        return ready or await _hand_over(client, raw, sender=sender, recipients=recipients)
    finally:
        client.close()


async def probe(server: SmtpServer, *, sender: str, tls: ssl.SSLContext | None) -> Failed | None:
    """Connect, log in and name the sender, and send nothing; the failure where that does not work."""
    client = _client(server, tls)
    try:
        return await _ready(client, server) or await _named(client, sender)
    finally:
        client.close()


async def _named(client: aiosmtplib.SMTP, sender: str) -> Failed | None:
    try:
        await client.mail(sender)
        await client.rset()
    except aiosmtplib.SMTPResponseException as refused:
        return Failed(code=refused.code, reason=_short(refused.message), needs_person=True, why="sender")
    except (aiosmtplib.SMTPException, OSError) as broken:
        return _failed(broken)
    return None


def _failed(broken: Exception) -> Failed:
    reason = _short(str(broken) or type(broken).__name__)
    return Failed(code=None, reason=reason, needs_person=False, why=of_speaking(broken))


def _client(server: SmtpServer, tls: ssl.SSLContext | None) -> aiosmtplib.SMTP:
    return aiosmtplib.SMTP(
        hostname=server.host,
        use_tls=server.security == "tls",
        start_tls=server.security == "starttls",
        tls_context=tls,
        timeout=server.timeout_s,
        local_hostname=server.hello,
    )


async def _ready(client: aiosmtplib.SMTP, server: SmtpServer) -> Failed | None:
    """Connect and log in; the failure where that does not work."""
    try:
        reached = asyncio.to_thread(
            outgoing.connect, server.host, server.port, server.inside, timeout_s=server.timeout_s
        )
        await client.connect(sock=await reached)
        if server.user is not None:
            await _log_in(client, server.user, server)
    except aiosmtplib.SMTPAuthenticationError as refused:
        return Failed(code=refused.code, reason=_short(refused.message), needs_person=refused.code >= 500, why="login")
    except aiosmtplib.SMTPResponseException as refused:
        return Failed(code=refused.code, reason=_short(refused.message), needs_person=False, why="turned_away")
    except HostForbidden as refused:
        return Failed(code=None, reason=refused.code, needs_person=True, why="inside")
    except (aiosmtplib.SMTPException, OSError) as broken:
        return _failed(broken)
    return None


async def _log_in(client: aiosmtplib.SMTP, user: str, server: SmtpServer) -> None:
    if server.access_token is not None:
        await client.auth_xoauth2(user, server.access_token)
    else:
        await client.login(user, server.password or "")


async def _hand_over(client: aiosmtplib.SMTP, raw: bytes, *, sender: str, recipients: tuple[str, ...]) -> Outcome:
    refused: list[RefusedRecipient] = []
    try:
        await client.mail(sender)
        for address in recipients:
            no = await _offer(client, address)
            refused += [no] if no else []
    except aiosmtplib.SMTPResponseException as said:
        return _negative(said.code, said.message, tuple(refused))
    except (aiosmtplib.SMTPException, OSError) as broken:
        return _failed(broken)
    if len(refused) == len(recipients):
        mildest = min(refused, key=lambda one: one.code)
        return _negative(mildest.code, mildest.reason, tuple(refused))

    try:
        answer = await client.data(raw)
    except aiosmtplib.SMTPResponseException as said:
        return _of_text(said.code, said.message, tuple(refused))
    except (aiosmtplib.SMTPException, OSError) as broken:
        return UnknownOutcome(reason=_short(str(broken) or type(broken).__name__))
    return Sent(receipt=_short(answer.message), refused=tuple(refused))


def _of_text(code: int, message: str, refused: tuple[RefusedRecipient, ...]) -> Outcome:
    """Only a clear no to the text is one: after anything else that is no yes, the server may have taken it."""
    if 400 <= code < 600:
        return _negative(code, message, refused)
    if 200 <= code < 300:
        return Sent(receipt=_short(message), refused=refused)
    return UnknownOutcome(reason=_short(message))


async def _offer(client: aiosmtplib.SMTP, address: str) -> RefusedRecipient | None:
    try:
        await client.rcpt(address)
    except aiosmtplib.SMTPRecipientRefused as refused:
        return RefusedRecipient(address=address, code=refused.code, reason=_short(refused.message))
    return None


def _negative(code: int, reason: str, refused: tuple[RefusedRecipient, ...]) -> Rejected | Failed:
    """A server's no: for good with 5xx, for now with anything else."""
    if code >= 500:
        return Rejected(code=code, reason=_short(reason), refused=refused)
    return Failed(code=code, reason=_short(reason), needs_person=False)


def _short(text: str) -> str:
    return " ".join(text.split())[:500]
