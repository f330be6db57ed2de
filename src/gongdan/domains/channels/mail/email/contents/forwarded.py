"""A mail that somebody passes on: the one that is forwarded, apart from the words of the forwarder.

Told by shape, so that it holds in any language: lines of ``label: value`` that name a writer and a date or a subject,
below a line that mail programs draw. Where it is not sure, there is no forward: all words stay where they are.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import re2

from gongdan.domains.channels.mail.email.contents.files import Attachment
from gongdan.domains.channels.mail.email.contents.header_block import HeaderBlock, find_block, is_marker, says_forwarded
from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.subjects import base_subject, is_answer, is_forward

if TYPE_CHECKING:
    from gongdan.domains.channels.mail.email.parse import ParsedMail

_MAX_LINES = 4_000
_MAX_NESTED = 5
_ENDS = re2.compile(
    r"(?i)\b(?:end|ende|fin|fine|fim|einde|slut|koniec|konec|vége|sonu)\b[^\n]{0,40}\b(?:forward\w*|messages?|mail"
    r"|e-mail|nachricht|weiterleitung|weitergeleitete\w*|mensaje|mensagem|messaggio|bericht|meddelande|wiadomości)"
    r"|конец (?:пересылаемого|сообщения)|(?:转发|原始|邮件|轉寄|郵件)[^\n]{0,10}(?:结束|完|結束)"
    r"|転送[^\n]{0,10}(?:終|ここまで)"
)
"""What a drawn line below a forwarded mail says."""


class ForwardedMail(msgspec.Struct, frozen=True, kw_only=True):
    """The forwarded mail (the innermost one that has words, where a forward is forwarded again)."""

    sender: Address
    """Who wrote it, as the forwarder's mail says: a claim, not a proof. The address may be empty, the name too."""
    subject: str
    date: datetime | None
    """None where the forward names none, or one without a zone: ``date_text`` has it as it was written."""
    date_text: str
    text: str
    html: str | None
    """Raw, and only where it is whole in itself (an attached mail)."""
    forwarder_text: str
    """What the forwarder wrote above it, and below it where its end is told, their signature included; empty where they
    wrote nothing."""
    is_attached: bool
    """It came as an attached mail, which stays among the attachments; otherwise it stands in the text."""
    attachments: tuple[Attachment, ...] = ()
    """Files within the attached mail, which are none of the forwarder's mail itself."""


def attached(mail: "ParsedMail", read: Callable[[bytes], "ParsedMail"]) -> ForwardedMail | None:
    """The mail that ``mail`` carries as its only attached one, where it was sent for that: it says nothing itself, or
    its subject says so. A report carries the mail that came back, which nobody passed on."""
    messages = [file for file in mail.attachments if file.type in ("message/rfc822", "message/global")]
    if len(messages) != 1 or mail.type == "multipart/report":
        return None
    is_mute = not mail.text.strip()
    if not is_mute and is_answer(mail.subject):
        return None
    inner = read(messages[0].payload)
    is_same = bool(base_subject(mail.subject)) and base_subject(inner.subject) == base_subject(mail.subject)
    if not (is_mute or is_forward(mail.subject) or is_same):
        return None
    deeper = inner.forwarded if inner.forwarded and not inner.forwarded.forwarder_text.strip() else None
    if deeper is not None and (deeper.is_attached or inner.text.strip() != deeper.text.strip()):
        return msgspec.structs.replace(
            deeper, forwarder_text=mail.text, is_attached=True, attachments=(*inner.attachments, *deeper.attachments)
        )
    return ForwardedMail(
        sender=inner.sender,
        subject=inner.subject,
        date=inner.date,
        date_text="",
        text=inner.text,
        html=inner.html,
        forwarder_text=mail.text,
        is_attached=True,
        attachments=inner.attachments,
    )


def inline(text: str, *, subject: str, is_reply: bool) -> ForwardedMail | None:
    """The mail that stands in ``text`` below its own header lines. ``is_reply``: the mail names one that it answers."""
    lines = text.split("\n")
    block = find_block(lines[:_MAX_LINES], 0)
    if block is None or not _is_passed_on(lines, block, subject, is_reply=is_reply):
        return None
    own = lines[: _marker_above(lines, block)]
    for _ in range(_MAX_NESTED):
        below = find_block(lines[: min(len(lines), block.end + 40)], block.end)
        if below is None or any(line.strip() for line in lines[block.end : _marker_above(lines, below)]):
            break
        block = below
    rest, under = _ended(lines[block.end :], block)
    words = ("\n".join(part).strip() for part in (own, under))
    return ForwardedMail(
        sender=block.sender,
        subject=block.subject,
        date=block.date,
        date_text=block.date_text,
        text="\n".join(_unquoted(rest, block)).strip("\n"),
        html=None,
        forwarder_text="\n\n".join(part for part in words if part),
        is_attached=False,
    )


def _is_passed_on(lines: list[str], block: HeaderBlock, subject: str, *, is_reply: bool) -> bool:
    """Whether the block heads a forwarded mail and not one that is answered: answers quote in the same shape. A mail
    that answers nothing has nothing to quote: whoever shows a whole head there shows the mail below it."""
    above = lines[_marker_above(lines, block) : block.start]
    is_said = any(says_forwarded(line) for line in above)
    if is_answer(subject):
        return is_said and not block.is_quoted
    if is_forward(subject) or is_said:
        return True
    is_apart = block.start == 0 or not lines[block.start - 1].strip()
    is_whole = is_apart and block.sender.is_reachable and bool(block.subject) and bool(block.date_text)
    return not is_reply and (is_whole or any(is_marker(line) for line in above))


def _marker_above(lines: list[str], block: HeaderBlock) -> int:
    """The first line of what belongs to the block: a drawn line, or a line that says "forwarded", right above it."""
    at = block.start
    while at and not lines[at - 1].strip() and block.start - at < 2:
        at -= 1
    found = block.start
    while at and block.start - at < 4 and (is_marker(lines[at - 1]) or says_forwarded(lines[at - 1])):
        at -= 1
        found = at
    return found


def _ended(lines: list[str], block: HeaderBlock) -> tuple[list[str], list[str]]:
    """The forwarded lines, and what the forwarder wrote below them: behind a drawn line that says that it ends, or
    without the marks of a quotation that all of it has. Without such a sign everything is the forwarded mail's."""
    for at in range(len(lines) - 1, -1, -1):
        if is_marker(lines[at]) and _ENDS.search(lines[at]):
            return [line for line in lines[:at] if not (is_marker(line) and _ENDS.search(line))], lines[at + 1 :]
    if block.is_quoted:
        last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].startswith(">")), len(lines) - 1)
        return lines[: last + 1], lines[last + 1 :]
    return lines, []


def _unquoted(lines: list[str], block: HeaderBlock) -> list[str]:
    """Lines below a block that is quoted as a whole, without their marks."""
    if not block.is_quoted or any(line.strip() and not line.startswith(">") for line in lines):
        return lines
    return [line[1:].removeprefix(" ") if line.startswith(">") else line for line in lines]
