"""What an outbox is filled with, and what became of it."""

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from gongdan.domains.channels.mail.outgoing.notices import queue_notice
from gongdan.domains.tickets.public import Words, commands
from gongdan.kernel import clock
from tests.domains.channels.mails import Post, mail
from tests.kit import Visitor

FIRST = "<first@x.test>"


async def replied(at: Post, agent: Visitor, text: str = "请重试。", **given: Any) -> tuple[str, int]:
    """A ticket by mail, answered: number and id."""
    (first,) = await at.take(mail(message_id=FIRST, to=at.address, **given))
    assert first.number and first.ticket_id
    async with agent.desk() as desk:
        await commands.reply(desk, await desk.case(first.number, "ticket.reply"), Words(text=text), seen=None)
    return first.number, first.ticket_id


async def deliveries(at: Post) -> list[tuple[Any, ...]]:
    return await at.rows(
        """
        select state, attempts, payload ? 'repeated', fault is not null
          from delivery where workspace_id = %(workspace)s order by created_at, id
        """
    )


async def later(at: Post, by: timedelta) -> None:
    """Let time pass for the outbox and the circuit breaker."""
    async with at.office.services.db.write(at.office.id) as tx:
        tx.put(
            "update delivery set next_at = next_at - %(by)s where workspace_id = %(workspace)s and next_at < 'infinity'",
            by=by,
        )
        tx.put("update channel_account set state = '{}' where workspace_id = %(workspace)s")


def read(raw: bytes | str | None) -> EmailMessage:
    assert isinstance(raw, bytes)
    found = message_from_bytes(raw, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


async def notice(at: Post, *, ticket_id: int | None = None, key: str = "a", recipient: str = "a@b.test") -> None:
    async with at.office.services.db.write(at.office.id) as tx:
        queue_notice(
            tx,
            ticket_id=ticket_id,
            key=key,
            recipient=recipient,
            subject="通知",
            text="您好",
            html=None,
            now=clock.now(),
        )


def bounced(message_id: str, recipient: str) -> bytes:
    return f"""From: MAILER-DAEMON@mx.test
To: support@office.test
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

The address does not exist.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.test

Final-Recipient: rfc822; {recipient}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user
--b
Content-Type: text/rfc822-headers

Message-ID: {message_id}
--b--
""".encode()
