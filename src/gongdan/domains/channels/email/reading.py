"""Everything that is computed from the bytes of a mail alone, under a budget of time and memory."""

import asyncio
from collections.abc import Sequence

import msgspec

from gongdan.domains.channels.email.bounces import Bounce, read_bounce
from gongdan.domains.channels.email.html import sanitise
from gongdan.domains.channels.email.machine import Judgement, kind_of
from gongdan.domains.channels.email.parse import ParsedMail, parse
from gongdan.domains.channels.email.quotes import Reply, reply_of


class ReadMail(msgspec.Struct, frozen=True, kw_only=True):
    mail: ParsedMail
    judgement: Judgement
    reply: Reply
    html: str | None
    """Sanitised: fit to be shown."""
    bounce: Bounce | None
    """Only where it was judged to be one."""


class ReadFault(msgspec.Struct, frozen=True, kw_only=True):
    """A mail that was not read. It is kept as it came."""

    code: str
    """``mail.too_slow``: it exceeds the budget of time or memory. ``mail.unreadable``: reading it failed."""
    detail: str
    """For the log: the name of the fault, no word of the mail."""


async def read_mails(raws: Sequence[bytes]) -> list[ReadMail | ReadFault]:
    """Read mails, each for itself: one answer for each, in their order. Never raises for what a mail holds."""
    return await asyncio.to_thread(lambda: [read_mail(raw) for raw in raws])


def read_mail(raw: bytes) -> ReadMail | ReadFault:
    """The same in this process, without a budget."""
    try:
        mail = parse(raw)
        judgement = kind_of(mail)
        return ReadMail(
            mail=mail,
            judgement=judgement,
            reply=reply_of(mail),
            html=sanitise(mail.html) if mail.html else None,
            bounce=read_bounce(mail) if judgement.kind == "bounce" else None,
        )
    except Exception as fault:
        return ReadFault(code="mail.unreadable", detail=type(fault).__name__)
