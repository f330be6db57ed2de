"""A mail that waits, read: all that a verdict and a message need of it, made outside of any transaction."""

import hashlib
from datetime import datetime

import msgspec

from gongdan.domains.channels.email.contents.files import Attachment
from gongdan.domains.channels.email.html import sanitise, shown_parts
from gongdan.domains.channels.email.machine import Judgement, kind_of
from gongdan.domains.channels.email.parse import ParsedMail, parse
from gongdan.domains.channels.email.quotes import reply_of
from gongdan.domains.channels.email.threading import LookUps, look_ups
from gongdan.kernel.events import Via
from gongdan.kernel.text import clean, one_line

MOST_CC = 10
_MAX_ID = 500


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``inbound`` that is to be settled."""

    id: int
    account_id: int | None
    address: str | None
    """Of the mailbox that received it; None for an imported file."""
    raw: str
    """Hash of the stored bytes."""
    body_hash: bytes
    received_at: datetime

    @property
    def via(self) -> Via:
        """Of what is imported nobody is told, whoever settles it."""
        return "mail" if self.account_id else "import"


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    row: Waiting
    mail: ParsedMail
    judgement: Judgement
    asked: LookUps
    mail_id: str
    """Its Message-ID, or one made from its bytes where it has none: two copies have the same."""
    title: str
    text: str
    """The new words."""
    html: str | None
    """Sanitised."""
    shown: frozenset[str]
    """Content ids of the parts that ``html`` shows; every other part is a file beside the message."""
    quoted: str | None
    """What it repeats of earlier mails, and its signature."""

    @property
    def sender(self) -> str:
        return self.mail.sender.address

    @property
    def is_machine(self) -> bool:
        return self.judgement.kind != "person"

    @property
    def may_open(self) -> bool:
        """Whether it could become a ticket: a person or a program wrote it, and it answers none of our mails."""
        return self.judgement.kind in ("person", "automatic") and not self.asked.tickets

    def others(self, own: frozenset[str]) -> list[tuple[str, str]]:
        """(address, name) of those whom the writer addressed beside us."""
        parties = (party for party in (*self.mail.to, *self.mail.cc) if party.is_reachable)
        found = {party.address: party.name for party in parties if party.address not in own | {self.sender}}
        return list(found.items())[:MOST_CC]

    def thread(self) -> set[str]:
        """All mails that it names, itself among them."""
        return {self.mail_id, *self.asked.message_ids}

    def addressed(self) -> set[str]:
        return {party.address for party in (*self.mail.to, *self.mail.cc)}


def read(row: Waiting, raw: bytes, *, marks: bytes) -> Letter:
    """Read a mail. Takes milliseconds of CPU for large ones: call it in a thread. ``marks`` is the key of our marks."""
    mail = parse(raw)
    reply = reply_of(mail)
    domain = (row.address or "").rpartition("@")[2]
    html = sanitise(mail.html) if mail.html else None
    first_words = next((line for line in reply.new_text.splitlines() if line.strip()), "")
    return Letter(
        row=row,
        mail=mail,
        judgement=kind_of(mail),
        asked=look_ups(mail, own_domain=domain, secret=marks),
        mail_id=(mail.message_id or f"none.{row.raw}")[:_MAX_ID],
        title=mail.subject or one_line(first_words, 80),
        text=clean(reply.new_text),
        html=html,
        shown=shown_parts(html or ""),
        quoted=clean("\n\n".join(part for part in (reply.signature, reply.quoted_text) if part)) or None,
    )


def body_hash(raw: bytes) -> bytes:
    """Of what stands behind the headers: copies of one mail that took other ways have the same."""
    at = min((end for end in (raw.find(b"\n\n"), raw.find(b"\r\n\r\n")) if end >= 0), default=0)
    return hashlib.sha256(raw[at:].strip().replace(b"\r\n", b"\n")).digest()


def files_of(mail: ParsedMail) -> tuple[Attachment, ...]:
    """What is worth keeping as a file: not the empty parts."""
    return tuple(file for file in mail.attachments if file.size or file.is_named)
