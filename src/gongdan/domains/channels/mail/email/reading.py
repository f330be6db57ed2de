"""Everything that is computed from the bytes of a mail alone, under a budget of time and memory."""

import asyncio
from collections.abc import Sequence
from typing import Final

import msgspec

from gongdan.domains.channels.mail.email.bounces import Bounce, read_bounce
from gongdan.domains.channels.mail.email.html import sanitise
from gongdan.domains.channels.mail.email.machine import Judgement, kind_of
from gongdan.domains.channels.mail.email.parse import ParsedMail, parse
from gongdan.domains.channels.mail.email.quotes import Reply, reply_of
from gongdan.infra.confined import Confined, Failure

DEADLINE_S: Final = 10.0
MEMORY: Final = 2 * 1024**3
"""Address space of the process that reads; the largest mail that is taken needs a fifth of it."""


class ReadMail(msgspec.Struct, frozen=True, kw_only=True, tag="mail"):
    mail: ParsedMail
    judgement: Judgement
    reply: Reply
    html: str | None
    """Sanitised: fit to be shown."""
    bounce: Bounce | None
    """Only where it was judged to be one."""


class ReadFault(msgspec.Struct, frozen=True, kw_only=True, tag="fault"):
    """A mail that was not read. It is kept as it came."""

    code: str
    """``mail.too_slow``: it exceeds the budget of time or memory. ``mail.unreadable``: reading it failed."""
    detail: str
    """For the log: the name of the fault, no word of the mail."""


_DECODER = msgspec.msgpack.Decoder(ReadMail | ReadFault)


async def read_mails(raws: Sequence[bytes]) -> list[ReadMail | ReadFault]:
    """Read mails, each for itself: one answer for each, in their order. Never raises for what a mail holds.

    They are read in a process of their own: one that is too slow or too large takes that process with it and nothing
    else. Many mails in one call cost one round trip.
    """
    answers = await asyncio.to_thread(_READER.run, raws)
    return [_fault(one) if isinstance(one, Failure) else _DECODER.decode(one) for one in answers]


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


def answer(raw: bytes) -> bytes:
    """``read_mail`` as the confined process calls it."""
    return msgspec.msgpack.encode(read_mail(raw))


def _fault(failure: Failure) -> ReadFault:
    code = "mail.unreadable" if failure.why == "failed" and failure.detail != "MemoryError" else "mail.too_slow"
    return ReadFault(code=code, detail=f"{failure.why}: {failure.detail}")


_READER: Final = Confined(f"{__name__}:{answer.__name__}", deadline_s=DEADLINE_S, memory=MEMORY)
"""One for this process, whichever workspace's mails it reads."""
