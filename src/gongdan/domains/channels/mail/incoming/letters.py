"""A mail that waits, read: all that a verdict and a message need of it, made outside of any transaction."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Final

import msgspec

from gongdan.domains.channels.mail.email.bounces import Bounce
from gongdan.domains.channels.mail.email.contents.files import Attachment
from gongdan.domains.channels.mail.email.contents.forwarded import ForwardedMail
from gongdan.domains.channels.mail.email.html import from_text, sanitise, shown_parts
from gongdan.domains.channels.mail.email.machine import Judgement, may_answer
from gongdan.domains.channels.mail.email.parse import ParsedMail
from gongdan.domains.channels.mail.email.reading import ReadMail
from gongdan.domains.channels.mail.email.threading import LookUps, look_ups
from gongdan.domains.channels.mail.incoming.proof import is_aligned
from gongdan.domains.channels.mail.incoming.writers import Own, Writer, writer_of
from gongdan.domains.conversations.public import Origin, Party
from gongdan.kernel.events import Via
from gongdan.kernel.text import clean, one_line

MOST_CC: Final = 10
"""Whom else a mail names takes part, so many at most; the agent is told of more."""
_MAX_ID = 500
_MOST_NOTES = 12


class MailSurroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail is read with: the mailboxes of the workspace."""

    own: Own
    relays: Mapping[int, str]
    """Mailbox → the relay whose findings about senders it trusts; none of those that trust none."""


class WaitingMail(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``inbound`` that is to be settled."""

    id: int
    account_id: int | None
    address: str | None
    """Of the mailbox that received it; None for an imported file."""
    raw: str
    """Hash of the stored bytes."""
    body_hash: bytes
    received_at: datetime
    is_released: bool = False
    """A person looked at it and let it go: neither a guess nor a budget holds it again."""

    @property
    def via(self) -> Via:
        """Of what is imported nobody is told, whoever settles it."""
        return "mail" if self.account_id else "import"


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    row: WaitingMail
    mail: ParsedMail
    judgement: Judgement
    bounce: Bounce | None
    """Only where it was judged to be one."""
    asked: LookUps
    own: Own
    writer: Writer
    is_proven: bool
    """The relay that the mailbox trusts found that the mail comes from the domain of its sender."""
    is_silent: bool
    """No program may answer it: a machine or a list sent it, or nobody could be reached (RFC 3834)."""
    mail_id: str
    """Its Message-ID, or one made from its bytes where it has none: two copies have the same."""
    title: str
    text: str
    """The new words; of a mail that passes another one on, those of both."""
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
    def is_from_us(self) -> bool:
        """It claims to be from an address of ours, and names nobody else to answer."""
        return self.own.has(self.writer.party.address)

    @property
    def is_proven_machine(self) -> bool:
        """It neither reopens nor resumes anything. What only looks as if a program had sent it is a person's message
        that no program answers: a postmaster may ask what a bounce means."""
        return self.judgement.kind != "person" and self.judgement.certainty == "proven"

    @property
    def may_open(self) -> bool:
        """Whether it could become a ticket: it answers none of our mails, and no mail server sent it."""
        return not self.asked.tickets and not (self.is_proven_machine and self.judgement.kind != "automatic")

    def others(self) -> list[tuple[str, str]]:
        """(address, name) of those whom the writer addressed beside us, at most ``MOST_CC``."""
        return self._addressees()[:MOST_CC]

    def _addressees(self) -> list[tuple[str, str]]:
        if self.is_proven_machine:
            return []
        known = {self.sender, self.writer.party.address}
        parties = (party for party in (*self.mail.to, *self.mail.cc) if party.is_reachable)
        found = {one.address: one.name for one in parties if one.address not in known and not self.own.has(one.address)}
        return list(found.items())

    def origin(self) -> Origin | None:
        """Where its words come from, as far as that is not what it seems."""
        passed_on = self.mail.forwarded
        notes = list(self.mail.faults[:_MOST_NOTES])
        if (named := len(self._addressees())) > MOST_CC:
            notes.append(f"receivers:{named}")
        if self.judgement.kind != "person":
            notes.append(f"machine_{self.judgement.certainty}")
        origin = Origin(
            through=self.writer.through,
            forwarded=Party(passed_on.sender.name, passed_on.sender.address) if passed_on else None,
            notes=tuple(notes),
        )
        return origin if origin != Origin() else None

    def thread(self) -> set[str]:
        """All mails that it names, itself among them."""
        return {self.mail_id, *self.asked.message_ids}

    def topics(self) -> set[tuple[str, str]]:
        """What it could be taken for another mail of the same writer by."""
        return {(party, self.asked.base_subject) for party in self.parties()}

    def parties(self) -> set[str]:
        """Under which addresses it may be somebody's."""
        return {one for one in (self.sender, self.writer.party.address) if one}

    def addressed(self) -> set[str]:
        return {party.address for party in (*self.mail.to, *self.mail.cc)}


def letter_of(row: WaitingMail, read: ReadMail, around: MailSurroundings, *, marks: bytes) -> Letter:
    """Everything that needs no database. ``marks`` is the key of our marks."""
    mail = read.mail
    writer = writer_of(mail, around.own)
    is_ours = around.own.has(mail.sender.address)
    parties = frozenset({writer.party.address} if is_ours else {mail.sender.address, writer.party.address}) - {""}
    text, html = _words(read)
    first_words = next((line for line in text.splitlines() if line.strip()), "")
    relay = around.relays.get(row.account_id) if row.account_id else None
    reply = read.reply
    return Letter(
        row=row,
        mail=mail,
        judgement=read.judgement,
        bounce=read.bounce,
        asked=look_ups(
            mail,
            own_domain=(row.address or "").rpartition("@")[2],
            secret=marks,
            parties=parties,
            known=(read.judgement.kind, read.bounce.original_ids if read.bounce else ()),
        ),
        own=around.own,
        writer=writer,
        is_proven=is_aligned(
            mail.headers.get("authentication-results", ()), relay=relay, domain=mail.sender.address.rpartition("@")[2]
        ),
        is_silent=not may_answer(mail, own_addresses=frozenset()),
        mail_id=(mail.message_id or f"none.{row.raw}")[:_MAX_ID],
        title=mail.subject or one_line(first_words, 80),
        text=clean(text),
        html=html,
        shown=shown_parts(html or ""),
        quoted=None
        if mail.forwarded
        else clean("\n\n".join(part for part in (reply.signature, reply.quoted_text) if part)) or None,
    )


def _words(read: ReadMail) -> tuple[str, str | None]:
    """The new words, as text and as HTML. What is passed on is no quotation: it is what the mail is about."""
    passed_on = read.mail.forwarded
    if passed_on is None:
        return read.reply.new_text, read.html
    below = "\n".join((_heading(passed_on), "", passed_on.text))
    text = f"{passed_on.forwarder_text}\n\n{below}" if passed_on.forwarder_text.strip() else below
    if not passed_on.is_attached or read.html is None:
        return text, read.html if not passed_on.is_attached else None
    inner = sanitise(passed_on.html) if passed_on.html else from_text(passed_on.text)
    return text, read.html + from_text(_heading(passed_on)) + inner


def _heading(passed_on: ForwardedMail) -> str:
    """Where the words of another begin, in any language."""
    sender = passed_on.sender
    named = " ".join(part for part in (sender.name, f"<{sender.address}>" if sender.address else "") if part)
    at = passed_on.date.isoformat(" ", "minutes") if passed_on.date else passed_on.date_text
    return " · ".join(part for part in (named, at, passed_on.subject) if part).join(("— ", " —"))


def body_hash(raw: bytes) -> bytes:
    """Of what stands behind the headers: copies of one mail that took other ways have the same."""
    at = min((end for end in (raw.find(b"\n\n"), raw.find(b"\r\n\r\n")) if end >= 0), default=0)
    return hashlib.sha256(raw[at:].strip().replace(b"\r\n", b"\n")).digest()


def files_of(mail: ParsedMail) -> tuple[Attachment, ...]:
    """What is kept as files; an empty one too where it has a name, since its writer attached it."""
    files = (*mail.attachments, *(mail.forwarded.attachments if mail.forwarded else ()))
    return tuple(file for file in files if file.size or file.is_named)
