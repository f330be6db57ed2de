"""The ways in which members can be told. A new one is a declaration here and a place in wiring's list."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import msgspec

from gongdan.domains.channels.public import queue_for_member, sends_mail
from gongdan.domains.notifications.sending.digest import DueNotice, Recipient, written
from gongdan.domains.tickets.public import IN_APP, MAIL
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.kernel.text import Name

HandOver = Callable[[Tx, Recipient, Sequence[DueNotice], str, datetime], int]
"""(transaction, who, what, address of the workspace, now) → the receipt: what stands for it where it is sent from.

It talks to no network: it queues, in the transaction that says that it was handed over. So a crash at any instant
neither loses nor repeats it; what happens on the way is the outbox's to know."""


class NoticeChannel(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    hand_over: HandOver | None = None
    """None: it is told where it is written, in the app."""
    works: Callable[[ReadTx], Awaitable[bool]] | None = None
    """Whether the workspace has what it takes."""


def _mail(tx: Tx, recipient: Recipient, notices: Sequence[DueNotice], home: str, now: datetime) -> int:
    mail = written(recipient, notices, home)
    key = f"{min(one.id for one in notices)}.{now.isoformat()}"
    return queue_for_member(tx, key=key, recipient=recipient.mail, subject=mail.subject, text=mail.text, now=now)


IN_THE_APP = NoticeChannel(key=IN_APP, name={"zh-CN": "站内通知", "en": "In the app"})
BY_MAIL = NoticeChannel(key=MAIL, name={"zh-CN": "邮件", "en": "Mail"}, hand_over=_mail, works=sends_mail)
