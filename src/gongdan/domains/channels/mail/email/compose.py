"""The bytes of what we send: replies of people and notices of the system. Pure; sending is ``infra/mail/smtp``.

The header lines are written here, one by one, because the standard library breaks long message ids when it folds them.
No value can add a header: control characters are taken out of every one.
"""

import html as entities
import re
from collections.abc import Iterable
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

import msgspec

from gongdan.domains.channels.mail.email.machine import LOOP_HEADER
from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.quotes import MARKER
from gongdan.domains.channels.outbound.message import OutboundFile
from gongdan.kernel.errors import Refusal
from gongdan.kernel.text import one_line

MAX_REFERENCES = 20
_MAX_LINE = 76

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_SENDABLE = re.compile(
    r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9\u0080-\uffff](?:[A-Za-z0-9.\u0080-\uffff-]{0,250})$"
)
_SENDABLE_ID = re.compile(r"^[^\s<>\x00-\x1f\x7f]{1,500}$")
_MEDIA = re.compile(r"^(application|audio|font|image|text|video)/([a-z0-9.+-]{1,80})$")
_BODY_POLICY = SMTP.clone(cte_type="7bit")


class AddressUnsendable(Refusal):
    """An address to which no mail can go: it has no domain, or characters that a server would misread."""

    code = "mail.address_unsendable"
    status = 422


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    reply_to: str | None
    """A plus address with a signed token, where the mailbox can receive those."""
    subject: str
    """Ready, see ``subjects.reply_subject`` and ``subjects.marked``."""
    message_id: str
    """Fixed beforehand: sending again sends the same (spec 01, side effects)."""
    in_reply_to: str | None
    references: tuple[str, ...]
    date: datetime
    text: str
    html: str | None
    """Already fit to be shown; made from ``text`` where None."""
    files: tuple[OutboundFile, ...]
    is_notice: bool
    """Written by the system: marked so that no machine answers it (RFC 3834)."""
    list_id: str | None = None
    """Of mails of one sort (RFC 2919)."""


def compose(mail: Outgoing) -> bytes:
    """The whole message with CRLF line ends, 7-bit throughout. The same value gives the same bytes but for boundaries.

    Raises:
        AddressUnsendable: a party's address cannot stand in an envelope.
    """
    return b"".join(
        [*(_line(name, value) for name, value in _headers(mail)), _body(mail).as_bytes(policy=_BODY_POLICY)]
    )


def envelope(mail: Outgoing) -> tuple[str, tuple[str, ...]]:
    """(sender, recipients) for the transport. A notice goes out under our address all the same: its bounces tell us
    which addresses are dead."""
    parties = (mail.sender, *mail.to, *mail.cc)
    _refuse_unsendable(parties)
    return wire(mail.sender.address), tuple(dict.fromkeys(wire(party.address) for party in parties[1:]))


def _headers(mail: Outgoing) -> list[tuple[str, str]]:
    _refuse_unsendable((mail.sender, *mail.to, *mail.cc, *((Address("", mail.reply_to),) if mail.reply_to else ())))
    ancestors = _bounded(mail.references, mail.in_reply_to)
    lines = [
        ("From", _party(mail.sender)),
        ("To", ",\r\n ".join(_party(party) for party in mail.to)),
        ("Cc", ",\r\n ".join(_party(party) for party in mail.cc)),
        ("Reply-To", wire(mail.reply_to) if mail.reply_to else ""),
        ("Subject", _words(mail.subject, len("Subject: "))),
        ("Date", format_datetime(mail.date)),
        ("Message-ID", f"<{mail.message_id}>"),
        ("In-Reply-To", f"<{ancestors[-1]}>" if ancestors and mail.in_reply_to else ""),
        ("References", "\r\n ".join(f"<{name}>" for name in ancestors)),
    ]
    if mail.is_notice:
        lines += [("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All"), (LOOP_HEADER, "notice")]
    if mail.list_id and mail.list_id.isascii():
        lines += [("List-Id", f"<{mail.list_id}>"), ("Precedence", "list")]
    return [(name, value) for name, value in lines if value]


def _line(name: str, value: str) -> bytes:
    return f"{name}: {value}\r\n".encode("ascii", "replace")


def _refuse_unsendable(parties: Iterable[Address]) -> None:
    for party in parties:
        if not _SENDABLE.match(party.address) or not wire(party.address):
            raise AddressUnsendable(address=one_line(party.address, 100))


def _party(party: Address) -> str:
    name = _CONTROL.sub(" ", party.name).strip()
    address = wire(party.address)
    if name.isascii():
        return formataddr((name, address))
    return f"{_words(name, 6)} <{address}>"


def wire(address: str) -> str:
    """``address`` in ASCII: a Chinese domain in its IDNA form; empty where it has none."""
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return ""


def unwired(address: str) -> str:
    """The address that ``wire`` made this of, as people write it."""
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain.encode('ascii').decode('idna')}"
    except UnicodeError:
        return address


def _words(text: str, before: int) -> str:
    """``text`` as encoded words, folded; ``before`` characters of its first line are taken."""
    clean = one_line(_CONTROL.sub(" ", text), 998)
    if clean.isascii() and len(clean) + before <= _MAX_LINE and "=?" not in clean:
        return clean
    return Header(clean, "utf-8", maxlinelen=_MAX_LINE, header_name="x" * before).encode(linesep="\r\n")


def _bounded(references: tuple[str, ...], in_reply_to: str | None) -> list[str]:
    """The ancestors that we name: the root and the nearest, the answered one last (RFC 5322, 3.6.4)."""
    named = [*references, *((in_reply_to,) if in_reply_to else ())]
    kept = [name for name in reversed(dict.fromkeys(reversed(named))) if _SENDABLE_ID.match(name) and name.isascii()]
    return kept if len(kept) <= MAX_REFERENCES else [kept[0], *kept[-(MAX_REFERENCES - 1) :]]


def _body(mail: Outgoing) -> EmailMessage:
    body = EmailMessage(policy=_BODY_POLICY)
    body.set_content(f"{MARKER}\n\n{mail.text.strip()}\n", subtype="plain", charset="utf-8")
    shown = mail.html if mail.html is not None else _as_html(mail.text)
    body.add_alternative(_page(shown), subtype="html", charset="utf-8")
    _, rich = body.iter_parts()
    inline = [file for file in mail.files if _is_shown(file, shown)]
    for file in inline:
        rich.add_related(
            file.payload, *_media(file), disposition="inline", cid=f"<{file.content_id}>", filename=_name(file)
        )
    for file in mail.files:
        if file not in inline:
            body.add_attachment(file.payload, *_media(file), filename=_name(file))
    return body


def _is_shown(file: OutboundFile, html: str) -> bool:
    return bool(file.content_id and _SENDABLE_ID.match(file.content_id)) and f"cid:{file.content_id}" in html


def _media(file: OutboundFile) -> tuple[str, str]:
    """Main type and subtype; an attached mail or nonsense travels as plain bytes."""
    found = _MEDIA.match(file.type.lower())
    return (found.group(1), found.group(2)) if found else ("application", "octet-stream")


def _name(file: OutboundFile) -> str:
    return one_line(_CONTROL.sub("_", file.name), 200) or "file"


def _page(shown: str) -> str:
    marker = f'<div style="color:#999999;font-size:12px">{entities.escape(MARKER)}</div>'
    return f"<!DOCTYPE html><html><body>{marker}<br>{shown}</body></html>\n"


def _as_html(text: str) -> str:
    paragraphs = re.split(r"\n[ \t]*\n", text.strip())
    return "".join(f"<p>{entities.escape(paragraph).replace(chr(10), '<br>')}</p>" for paragraph in paragraphs)
