"""A mail handed over by SMTP, and what its server's answer means."""

import asyncio
from typing import Final

from gongdan.domains.channels.accounts.rows import ChannelAccount
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.mail.email.compose import compose, envelope, wire
from gongdan.domains.channels.mail.oauth.tokens import access_token, spoil
from gongdan.domains.channels.mail.outgoing.writing import outgoing
from gongdan.domains.channels.mail.settings import mailbox_of, smtp_server
from gongdan.domains.channels.outbound.message import DeliveryReceipt, OutboundMessage, RefusedParty
from gongdan.domains.channels.outbound.outbox import LEASE
from gongdan.infra.mail import smtp
from gongdan.infra.mail.smtp import Failed, Outcome, Rejected, Sent, SmtpServer, UnknownOutcome
from gongdan.kernel.errors import Refusal

_ATTEMPT_S: Final = LEASE.total_seconds() / 2


async def deliver(room: Mailroom, account: ChannelAccount, message: OutboundMessage) -> DeliveryReceipt:
    """Compose and send. What cannot be composed is refused; an attempt that takes too long may have succeeded."""
    mailbox = mailbox_of(account)
    try:
        access = await access_token(room, mailbox)
        server = smtp_server(mailbox, room.secret, room.inside, access)
    except Refusal as refusal:
        return DeliveryReceipt(state="later", fault=refusal.code, of_account=True)
    assert server is not None, "only accounts that send are claimed for"
    try:
        async with room.db.read(account.workspace_id) as tx:
            mail = await outgoing(tx, message, mailbox, marks=room.marks)
        sender, recipients = envelope(mail)
        raw = compose(mail)
    except Refusal as refusal:
        return DeliveryReceipt(state="refused", fault=f"0 {refusal.code}", party=wire(message.recipient))
    left = recipients if message.only is None else tuple(one for one in recipients if one in message.only)
    outcome = await _send(room, server, raw, sender, left)
    if access is not None and isinstance(outcome, Failed) and outcome.why == "login":
        await spoil(room, mailbox, access)
    return receipt_of(outcome, party=wire(message.recipient))


async def _send(room: Mailroom, server: SmtpServer, raw: bytes, sender: str, recipients: tuple[str, ...]) -> Outcome:
    try:
        async with asyncio.timeout(_ATTEMPT_S):
            return await smtp.send(server, raw, sender=sender, recipients=recipients, tls=room.tls)
    except TimeoutError:
        return UnknownOutcome(reason="no end within the time of an attempt")


def receipt_of(outcome: Outcome, *, party: str) -> DeliveryReceipt:
    """What an SMTP server's answer means. Pure. No connection, no login, or "service not available" (421) is nothing
    that this mail did."""
    match outcome:
        case Sent(refused=refused):
            fault = "; ".join(f"{one.address}: {one.code} {one.reason}" for one in refused) or None
            lost = tuple(RefusedParty(recipient=one.address, for_good=one.code >= 500) for one in refused)
            return DeliveryReceipt(state="taken", fault=fault, party=party, refused=lost)
        case Rejected(code=code, reason=reason):
            return DeliveryReceipt(state="refused", fault=f"{code} {reason}", party=party)
        case UnknownOutcome(reason=reason):
            return DeliveryReceipt(state="unknown", fault=reason, party=party)
        case Failed(code=code, reason=reason, needs_person=needs_person):
            of_account = code in (None, 421) or needs_person
            return DeliveryReceipt(state="later", fault=reason, party=party, of_account=of_account)
