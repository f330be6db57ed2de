"""A mail that waits, read: all that a verdict and a message need of it, made outside of any transaction."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

from gongdan.domains.channels.inbound.message import DeliveryReport, InboundFile, InboundMessage, WaitingItem
from gongdan.domains.channels.mail.email.bounces import Bounce, FailedRecipient
from gongdan.domains.channels.mail.email.compose import unwired
from gongdan.domains.channels.mail.email.contents.files import Attachment
from gongdan.domains.channels.mail.email.contents.forwarded import ForwardedMail
from gongdan.domains.channels.mail.email.html import from_text, sanitise, shown_parts
from gongdan.domains.channels.mail.email.machine import may_answer
from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.parse import ParsedMail
from gongdan.domains.channels.mail.email.reading import ReadMail
from gongdan.domains.channels.mail.email.threading import LookUps, look_ups
from gongdan.domains.channels.mail.incoming.proof import is_aligned
from gongdan.domains.channels.mail.incoming.writers import Own, Writer, writer_of
from gongdan.domains.channels.mail.outgoing.providers import is_public
from gongdan.domains.conversations.public import Origin, Party
from gongdan.domains.customers.public import Handle, mail_handle
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


class Letter(InboundMessage, frozen=True, kw_only=True):
    """A mail that waits, read."""

    asked: LookUps
    own: Own
    returned: tuple[str, ...]
    """Message-IDs of the mails that it returns, if it is a bounce."""


def letter_of(row: WaitingItem, read: ReadMail, around: MailSurroundings, *, marks: bytes) -> Letter:
    """Everything that needs no database. ``marks`` is the key of our marks."""
    read = _by_whom(row, read)
    mail = read.mail
    writer = writer_of(mail, around.own)
    asked = _asked(row, read, around.own, writer, marks)
    if row.into is not None:
        asked = msgspec.structs.replace(asked, tickets=(row.into, *asked.tickets))
    judgement, mail_id = read.judgement, (mail.message_id or f"none.{row.raw}")[:_MAX_ID]
    is_machine = judgement.kind != "person" and judgement.certainty == "proven"
    addressees = [] if is_machine else _addressees(mail, writer, around.own)
    return Letter(
        row=row,
        external_id=mail_id,
        through=writer.through,
        is_reachable=writer.party.is_reachable,
        is_from_us=around.own.has(writer.party.address),
        is_proven=_is_proven(row, mail, around),
        others=tuple(addressees[:MOST_CC]),
        subject=mail.subject,
        files=tuple(
            InboundFile(name=one.name, payload=one.payload, content_id=one.content_id) for one in files_of(mail)
        ),
        language=mail.language,
        origin=_origin(read, writer, len(addressees)),
        faults=mail.faults,
        by=judgement.kind,
        signs=judgement.evidence,
        is_proven_machine=is_machine,
        is_silent=not may_answer(mail, own_addresses=frozenset()),
        report=_report(read.bounce) if read.bounce and is_machine else None,
        is_reply=asked.is_reply,
        may_open=not asked.tickets and not (is_machine and judgement.kind != "automatic"),
        ties=frozenset({mail_id, *asked.message_ids}),
        addressed=frozenset(_handle(one).handle for one in (*mail.to, *mail.cc)),
        asked=asked,
        own=around.own,
        returned=read.bounce.original_ids if read.bounce else (),
        **_people(mail, writer, around.own, asked),
        **_said(read),
    )


def _by_whom(row: WaitingItem, read: ReadMail) -> ReadMail:
    """As read, or from whom whoever let it go has named as its writer."""
    if row.written_by is None:
        return read
    named = Address(read.mail.sender.name, row.written_by)
    return msgspec.structs.replace(read, mail=msgspec.structs.replace(read.mail, sender=named, reply_to=()))


def _people(mail: ParsedMail, writer: Writer, own: Own, asked: LookUps) -> dict[str, Any]:
    """Who wrote it, and by what that is bounded and compared."""
    sender, party = _handle(mail.sender), _handle(writer.party)
    parties = {one.handle for one in (sender, party) if one.handle}
    theirs = frozenset(one for one in parties if not own.has(one))
    return {
        "sender": sender,
        "writer": party,
        "charged": theirs,
        "groups": tuple(sorted(_organisations(theirs))),
        "topics": frozenset((one, asked.base_subject) for one in parties),
    }


def _said(read: ReadMail) -> dict[str, Any]:
    mail = read.mail
    text, html = _words(read)
    first_words = next((line for line in text.splitlines() if line.strip()), "")
    said = clean(text)
    return {
        "title": mail.subject or one_line(first_words, 80),
        "text": said,
        "own_words": mail.forwarded.forwarder_text if mail.forwarded else said,
        "html": html,
        "shown": shown_parts(html or ""),
        "quoted": _quoted(read),
    }


def _is_proven(row: WaitingItem, mail: ParsedMail, around: MailSurroundings) -> bool:
    """The relay that the mailbox trusts found that the mail comes from the domain of its sender."""
    relay = around.relays.get(row.account_id) if row.account_id else None
    headers = mail.headers.get("authentication-results", ())
    return is_aligned(headers, relay=relay, domain=mail.sender.address.rpartition("@")[2])


def _asked(row: WaitingItem, read: ReadMail, own: Own, writer: Writer, marks: bytes) -> LookUps:
    mail = read.mail
    is_ours = own.has(mail.sender.address)
    return look_ups(
        mail,
        own_domain=(row.address or "").rpartition("@")[2],
        secret=marks,
        parties=frozenset({writer.party.address} if is_ours else {mail.sender.address, writer.party.address}) - {""},
        known=(read.judgement.kind, read.bounce.original_ids if read.bounce else ()),
    )


def _handle(party: Address) -> Handle:
    return mail_handle(party.address, party.name)


def _addressees(mail: ParsedMail, writer: Writer, own: Own) -> list[Handle]:
    """Those whom the writer addressed beside us."""
    known = {mail.sender.address, writer.party.address}
    parties = (party for party in (*mail.to, *mail.cc) if party.is_reachable)
    found = {one.address: _handle(one) for one in parties if one.address not in known and not own.has(one.address)}
    return list(found.values())


def _organisations(addresses: Iterable[str]) -> set[str]:
    """The domains of addresses, but those of providers with whom strangers have theirs."""
    domains = {address.rpartition("@")[2] for address in addresses}
    return {domain for domain in domains if domain and not is_public(domain)}


def _origin(read: ReadMail, writer: Writer, named: int) -> Origin | None:
    """Where its words come from, as far as that is not what it seems."""
    passed_on = read.mail.forwarded
    notes = list(read.mail.faults[:_MOST_NOTES])
    if named > MOST_CC:
        notes.append(f"receivers:{named}")
    if read.judgement.kind != "person":
        notes.append(f"machine_{read.judgement.certainty}")
    origin = Origin(
        through=writer.through,
        forwarded=Party(passed_on.sender.name, passed_on.sender.address) if passed_on else None,
        notes=tuple(notes),
    )
    return origin if origin != Origin() else None


def _report(bounce: Bounce) -> DeliveryReport:
    failed = [one for one in bounce.recipients if not _is_delay(one)]
    return DeliveryReport(
        of=bounce.original_ids,
        failed=frozenset(form for one in failed for form in (one.address, unwired(one.address))),
        is_failure=bool(failed) or not bounce.recipients,
        fault=next((one.diagnostic for one in failed), "") or "it came back",
    )


def _is_delay(one: FailedRecipient) -> bool:
    return (one.status or "").startswith("4") or (one.status is None and one.code is not None and one.code < 500)


def _quoted(read: ReadMail) -> str | None:
    if read.mail.forwarded:
        return None
    return clean("\n\n".join(part for part in (read.reply.signature, read.reply.quoted_text) if part)) or None


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
