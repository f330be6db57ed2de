"""Emptying the outbox. The row says ``sending`` and is committed before the network is touched (spec 01, side effects).

Any number of processes send: a row is claimed by one, under a lease that is longer than an attempt can last. A mailbox
whose server does not work is left alone for a while (circuit breaker), and its mails lose no tries by it.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final

import msgspec
import structlog

from gongdan.domains.channels import accounts
from gongdan.domains.channels.accounts import MailAccount
from gongdan.domains.channels.email.compose import compose, envelope
from gongdan.domains.channels.mailroom import Mailroom
from gongdan.domains.channels.outbound import outbox
from gongdan.domains.channels.outbound.outbox import LEASE, PAUSES, Due
from gongdan.domains.channels.outbound.writing import message_id, outgoing
from gongdan.infra.bus import Bell
from gongdan.infra.db.tx import Tx
from gongdan.infra.mail import smtp
from gongdan.infra.mail.smtp import Failed, Outcome, Rejected, Sent, SmtpServer, Unknown
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal

LOOKS_EVERY_S: Final = 1.0
AT_ONCE: Final = 4
"""Workspaces served at a time."""
_ATTEMPT_S: Final = LEASE.total_seconds() / 2
_BREAKS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15))

log = structlog.get_logger()


class Breaker(msgspec.Struct, frozen=True, kw_only=True):
    """The circuit breaker of an account, kept in its state as ``smtp``."""

    failures: int = 0
    open_until: datetime | None = None
    """Until then the server is left alone."""
    fault: str | None = None


async def run_sender(room: Mailroom, bell: Bell) -> None:
    """Send what is due until cancelled; ``bell`` rings after commits."""
    while True:
        try:
            await send_due(room)
        except Exception as fault:
            log.warning("outbox.failed", fault=f"{type(fault).__name__}: {fault}")
        await bell.wait(LOOKS_EVERY_S)


async def send_due(room: Mailroom) -> None:
    """Send everything that is due now, in all workspaces."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def serve(workspace_id: int) -> None:
        async with gate:
            await send_of(room, workspace_id)

    due = await outbox.workspaces_due(room.db, clock.now())
    await asyncio.gather(*(serve(workspace_id) for workspace_id in due))


async def send_of(room: Mailroom, workspace_id: int) -> int:
    """Send what is due in one workspace, the oldest first; returns how many attempts were made."""
    attempts = 0
    while await _send_one(room, workspace_id):
        attempts += 1
    return attempts


async def _send_one(room: Mailroom, workspace_id: int) -> bool:
    """Claim, commit, send, settle; False when nothing is due."""
    async with room.db.write(workspace_id) as tx:
        now = clock.now()
        await outbox.lapse(tx, now)
        (mailboxes,) = await tx.gather(accounts.mail_accounts())
        usable = {one.id: one for one in mailboxes if _is_usable(one, now)}
        due = await outbox.claim(tx, list(usable), now)
        if due is None:
            return False
        account = usable[due.account_id]
        mail_id = due.mail_id or message_id(due, account, room.marks)
        if due.mail_id is None:
            outbox.name(tx, due, mail_id)

    result = await _attempt(room, workspace_id, due, account, mail_id)

    async with room.db.write(workspace_id) as tx:
        _settle(tx, due, account, result, clock.now())
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
        server = accounts.smtp_server(account, room.secret)
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
    return await _send(room, server, raw, sender, recipients)


async def _send(room: Mailroom, server: SmtpServer, raw: bytes, sender: str, recipients: tuple[str, ...]) -> Outcome:
    try:
        async with asyncio.timeout(_ATTEMPT_S):
            return await smtp.send(server, raw, sender=sender, recipients=recipients, tls=room.tls)
    except TimeoutError:
        return Unknown(reason="no end within the time of an attempt")


def _settle(tx: Tx, due: Due, account: MailAccount, result: Outcome, now: datetime) -> None:
    """What the outcome means for the row and for the breaker."""
    match result:
        case Sent(refused=refused) if any(one.address == due.recipient for one in refused):
            outbox.settle(tx, due, "failed", now=now, fault=_refusals(result), counts=True)
        case Sent():
            outbox.settle(tx, due, "sent", now=now, fault=_refusals(result) or None, counts=True)
        case Rejected(code=code, reason=reason):
            outbox.settle(tx, due, "failed", now=now, fault=f"{code} {reason}", counts=True)
        case Unknown(reason=reason):
            again = _again(due, now) if due.kind == "reply" else None
            outbox.settle(tx, due, "uncertain", now=now, again_at=again, fault=reason, counts=True)
        case Failed() if _is_of_server(result):
            _open_breaker(tx, due, account, result, now)
            return
        case Failed(reason=reason):
            again = _again(due, now)
            state: outbox.State = "queued" if again else "failed"
            outbox.settle(tx, due, state, now=now, again_at=again, fault=reason, counts=True)
    if account.state.get("smtp"):
        accounts.keep_state(tx, account.id, "smtp", {})


def _is_of_server(failed: Failed) -> bool:
    """No connection, no login, or "service not available" (421): nothing that this mail did."""
    return failed.code in (None, 421) or failed.needs_person


def _open_breaker(tx: Tx, due: Due, account: MailAccount, failed: Failed, now: datetime) -> None:
    failures = _breaker(account).failures + 1
    until = now + _BREAKS[min(failures, len(_BREAKS)) - 1]
    outbox.settle(tx, due, "queued", now=now, again_at=until, fault=failed.reason, counts=False)
    state = Breaker(failures=failures, open_until=until, fault=failed.reason)
    accounts.keep_state(tx, account.id, "smtp", msgspec.to_builtins(state))
    log.warning("outbox.server_failed", account=account.id, failures=failures, fault=failed.reason)


def _again(due: Due, now: datetime) -> datetime | None:
    """When to try again; None when it was tried often enough."""
    return now + PAUSES[due.attempts - 1] if due.attempts <= len(PAUSES) else None


def _refusals(sent: Sent) -> str:
    return "; ".join(f"{one.address}: {one.code} {one.reason}" for one in sent.refused)
