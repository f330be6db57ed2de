"""Emptying the outbox. The row says ``sending`` and is committed before the network is touched (spec 01, side effects).

Any number of processes send: a row is claimed by one, under a lease that is longer than an attempt can last. Each
mailbox is served by itself, so that a slow server holds up nobody else's mail. A mailbox whose server does not work is
left alone for a while (circuit breaker), and its mails lose no tries by it.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Final

import msgspec
import structlog

from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.channels.accounts import outages
from gongdan.domains.channels.accounts.outages import Outage
from gongdan.domains.channels.mail import settings as accounts
from gongdan.domains.channels.mail.email.compose import compose, envelope
from gongdan.domains.channels.mail.outgoing.writing import message_id, outgoing
from gongdan.domains.channels.mail.settings import MailAccount
from gongdan.domains.channels.mailroom import Mailroom
from gongdan.domains.channels.outbound import failing, outbox
from gongdan.domains.channels.outbound.ending import end_of, is_of_server
from gongdan.domains.channels.outbound.outbox import LEASE, Due, End, SendingMailbox
from gongdan.infra.bus import Bell
from gongdan.infra.db.tx import Tx
from gongdan.infra.mail import smtp
from gongdan.infra.mail.smtp import Failed, Outcome, Rejected, SmtpServer, UnknownOutcome
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal

LOOKS_EVERY_S: Final = 1.0
AT_ONCE: Final = 32
"""Mailboxes that a process serves at a time; each holds a mail with its files in memory, and no connection of ours
while it waits for a server."""
BATCH: Final = 50
"""Mails after which a mailbox makes room for others that wait."""
_ATTEMPT_S: Final = LEASE.total_seconds() / 2
_BREAKS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15))

log = structlog.get_logger()


class Breaker(msgspec.Struct, frozen=True, kw_only=True):
    """The circuit breaker of an account, kept in its state as ``smtp``."""

    failures: int = 0
    open_until: datetime | None = None
    """Until then the server is left alone."""
    fault: str | None = None
    outage: Outage | None = None


async def run_sender(room: Mailroom, bell: Bell) -> None:
    """Send what is due until cancelled; ``bell`` rings after commits."""
    served: dict[SendingMailbox, asyncio.Task[None]] = {}
    try:
        while True:
            for mailbox in await _due(room):
                if mailbox not in served and len(served) < AT_ONCE:
                    served[mailbox] = asyncio.create_task(_serve(room, mailbox, bell))
            await bell.wait(LOOKS_EVERY_S)
            for mailbox in [one for one, task in served.items() if task.done()]:
                del served[mailbox]
    finally:
        for task in served.values():
            task.cancel()
        await asyncio.gather(*served.values(), return_exceptions=True)


async def _due(room: Mailroom) -> list[SendingMailbox]:
    try:
        return await outbox.mailboxes_due(room.db, clock.now())
    except Exception as fault:
        log.warning("outbox.look_failed", fault=f"{type(fault).__name__}: {fault}")
        return []


async def _serve(room: Mailroom, mailbox: SendingMailbox, bell: Bell) -> None:
    """Send a mailbox's next mails. Rings when there may be more, for it or for one that waited."""
    try:
        if await send_of(room, mailbox, most=BATCH):
            bell.ring()
    except Exception as fault:
        log.warning("outbox.failed", account=mailbox.account_id, fault=f"{type(fault).__name__}: {fault}")


async def send_of(room: Mailroom, mailbox: SendingMailbox, *, most: int = 1_000) -> int:
    """Send what is due in one mailbox, the oldest first; returns how many attempts were made."""
    attempts = 0
    while attempts < most and await _send_one(room, mailbox):
        attempts += 1
    return attempts


async def _send_one(room: Mailroom, mailbox: SendingMailbox) -> bool:
    """Claim, commit, send, settle; False when nothing is due."""
    workspace_id = mailbox.workspace_id
    async with room.db.write(workspace_id) as tx:
        now = clock.now()
        await outbox.lapse(tx, mailbox.account_id, now)
        (found,) = await tx.gather(accounts.mail_accounts([mailbox.account_id]))
        account = next((one for one in found if _is_usable(one, now)), None)
        due = await outbox.claim(tx, mailbox.account_id, now) if account else None
        if account is None or due is None:
            return False
        mail_id = due.mail_id or message_id(due, account, room.marks)
        if due.mail_id is None:
            outbox.name(tx, due, mail_id)

    result = await _attempt(room, workspace_id, due, account, mail_id)

    await _settle(room, workspace_id, due, account, result)
    log.info("outbox.attempt", delivery=due.id, kind=due.kind, result=type(result).__name__.lower())
    return True


def _is_usable(account: MailAccount, now: datetime) -> bool:
    breaker = _breaker(account)
    return account.active and account.settings.smtp is not None and (breaker.open_until or now) <= now


def _breaker(account: MailAccount) -> Breaker:
    return msgspec.convert(account.state.get("smtp", {}), Breaker)


async def _attempt(room: Mailroom, workspace_id: int, due: Due, account: MailAccount, mail_id: str) -> Outcome:
    """Compose and send. What cannot be composed is rejected; an attempt that takes too long may have succeeded."""
    try:
        server = accounts.smtp_server(account, room.secret, room.inside)
    except Refusal as refusal:
        return Failed(code=None, reason=refusal.code, needs_person=True)
    assert server is not None, "only accounts that send are claimed for"
    try:
        async with room.db.read(workspace_id) as tx:
            mail = await outgoing(tx, room.storage, due, account, mail_id=mail_id, marks=room.marks, now=clock.now())
        sender, recipients = envelope(mail)
        raw = compose(mail)
    except Refusal as refusal:
        return Rejected(code=0, reason=refusal.code, refused=())
    return await _send(room, server, raw, sender, due.among(recipients))


async def _send(room: Mailroom, server: SmtpServer, raw: bytes, sender: str, recipients: tuple[str, ...]) -> Outcome:
    try:
        async with asyncio.timeout(_ATTEMPT_S):
            return await smtp.send(server, raw, sender=sender, recipients=recipients, tls=room.tls)
    except TimeoutError:
        return UnknownOutcome(reason="no end within the time of an attempt")


async def _settle(room: Mailroom, workspace_id: int, due: Due, account: MailAccount, result: Outcome) -> None:
    """What the outcome means for the row, for the breaker, and for those who look at the ticket."""
    now = clock.now()
    breaker = _opened(account, result, now)
    end = _later(breaker) if breaker else end_of(due, result, now)
    async with _ending(room, workspace_id, due, end) as tx:
        outbox.settle(tx, due, end, now=now)
        if breaker or account.state.get("smtp"):
            accounts.keep_state(tx, account.id, "smtp", msgspec.to_builtins(breaker) if breaker else {})
        if breaker and outages.is_news(_breaker(account).outage, breaker.outage):
            await outages.tell(tx, account, "sends", now=now)
    if due.ticket_id is not None:
        room.show_delivery(workspace_id, due.ticket_id)


@asynccontextmanager
async def _ending(room: Mailroom, workspace_id: int, due: Due, end: End) -> AsyncIterator[Tx]:
    """The transaction that ends an attempt. A reply that failed for good is told in its ticket's log too."""
    if end.state != "failed" or due.kind != "reply":
        async with room.db.write(workspace_id) as tx:
            yield tx
        return
    async with room.db.read(workspace_id) as looking:
        release = await current_release(looking)
    async with room.uow.begin(system(workspace_id, name="mail", release=release), via="mail") as desk:
        (lost,) = await desk.tx.gather(outbox.held(due))
        await failing.tell(desk, lost, bounced=False)
        yield desk.tx


def _opened(account: MailAccount, result: Outcome, now: datetime) -> Breaker | None:
    """The breaker, where the attempt failed by the server and not by the mail."""
    if not (isinstance(result, Failed) and is_of_server(result)):
        return None
    before = _breaker(account)
    failures = before.failures + 1
    log.warning("outbox.server_failed", account=account.id, failures=failures, fault=result.reason)
    until = now + _BREAKS[min(failures, len(_BREAKS)) - 1]
    return Breaker(
        failures=failures, open_until=until, fault=result.reason, outage=outages.once_more(before.outage, now)
    )


def _later(breaker: Breaker) -> End:
    return End(state="queued", again_at=breaker.open_until, fault=breaker.fault, counts=False)
