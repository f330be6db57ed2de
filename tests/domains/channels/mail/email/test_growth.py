"""What strangers write is read in linear time: twice the length costs twice the time, wherever foreign text goes in."""

import time
from collections.abc import Callable

import msgspec
import pytest

from gongdan.domains.channels.mail.email.bounces import read_bounce
from gongdan.domains.channels.mail.email.contents import header_block, invitation, pgp, rtf, service_notes, tnef
from gongdan.domains.channels.mail.email.contents.files import made
from gongdan.domains.channels.mail.email.html import sanitise, to_text
from gongdan.domains.channels.mail.email.machine import kind_of
from gongdan.domains.channels.mail.email.mime.addresses import addresses
from gongdan.domains.channels.mail.email.mime.headers import Address, message_ids, parameters, words
from gongdan.domains.channels.mail.email.parse import ParsedMail, parse
from gongdan.domains.channels.mail.email.quotes import split_reply
from gongdan.domains.channels.mail.email.subjects import base_subject, is_answer, is_forward, numbers_in, reply_subject
from gongdan.domains.channels.mail.email.threading import look_ups
from gongdan.domains.intelligence.lexicon import compile_lexicon
from gongdan.domains.intelligence.triage import triage
from gongdan.domains.policy import presets
from tests.domains.channels.mail.email.kit import mail
from tests.support.growth import outgrown, repeated

LENGTH = 8_000
QUICK_S = 0.8
"""Of processor time for four times ``LENGTH``: quicker is good whatever it grows by. (A pattern that is not linear
needs seconds or minutes.)"""

PIECES = [
    *("<", ">", '"', "(", ")", "[", ";", ",", "@", "\\", "=", "*", "-", "_", ":", "{", "&", "&#", "“", "中", "\u3000", " "),
    *("a", "a@", "<a@b.c>", "\n", "\t\n", " \n", "   x\n", "> \n", ">", "> > ", "a:b\n", "a b ", "a.", "1.", "1", "550 "),
    *("=?", "=?a?q?", "=?utf-8?q?a?=", "=?utf-8?b?", "--b\n", "--b", "--x" + " " * 190 + "y\n", "From: a@b.c\n"),
    *("From: ", "To: ", "to: a", "message-id: <a", "Message-ID: <\n", "received: x\n", "Subject: \n", "发件人：", "回复：", "Re: "),
    *("On Mon, 3 Jan 2024 Li wrote", "On Mon, wrote:\n", "-----Original Message-----\n", "2024-01-03 10:15 ", "Sent from "),
    *("user ", "user unknown ", "sender ", "no such ", "550 5.1.1 <a@b.c>\n", "<a@b.c>:\n", "[#", "#1", "工单 ", "https://a"),
    *("<p", "<p>", "<div>", "</b>", "<!--", "<a href=", "<style>", "<script>", "<img ", "<blockquote>", "{\"a\":", "\\'e9"),
    *("BEGIN:VEVENT\n", "DTSTART;", "-----BEGIN PGP MESSAGE-----\n", "-----BEGIN PGP SIGNED MESSAGE-----\n"),
    *("№ ", "a№=1 ", "; a№=b", "a№@b.c, ", "<a№@b.c> ", "x№: y\n", "<p№>", "<p><a №", "<p id=№>", "[№] ", "=?utf-8?q?№?= "),
]  # fmt: skip
"""``№`` is another number each time: what is compared with all before it is found only where nothing repeats."""

LEXICON = compile_lexicon(presets.standard((2026,)))
NOTICE = mail("x", From="MAILER-DAEMON@x.org", Subject="undeliverable")


def in_header(text: str) -> str:
    return text.replace("\n", " ")


def as_notice(text: str) -> ParsedMail:
    report = made("a", "message/delivery-status", b"Final-Recipient: rfc822; a@b.c\nDiagnostic-Code: " + text.encode())
    returned = made("b", "message/rfc822", text.encode())
    return msgspec.structs.replace(NOTICE, text=text, attachments=(report, returned))


def as_headers(text: str) -> ParsedMail:
    names = (
        "From",
        "To",
        "Reply-To",
        "Subject",
        "References",
        "Content-Type",
        "Content-Disposition",
        "Date",
        "Content-ID",
    )
    return parse("\n".join(f"{name}: {in_header(text)}" for name in names).encode() + b"\n\nx")


ENTRANCES: dict[str, Callable[[str], object]] = {
    "a plain body": lambda text: parse(b"From: a@b.c\nSubject: t\n\n" + text.encode()),
    "a forwarded body": lambda text: parse(b"From: a@b.c\nSubject: Fwd: t\n\n" + text.encode()),
    "an HTML body": lambda text: parse(b"Content-Type: text/html; charset=utf-8\n\n" + text.encode()),
    "parts": lambda text: parse(b"Content-Type: multipart/mixed; boundary=b\n\n" + text.encode()),
    "parts with another mark": lambda text: parse(b"Content-Type: multipart/mixed; boundary=z\n\n" + text.encode()),
    "raw bytes": lambda text: parse(text.encode()),
    "headers": as_headers,
    "a calendar": lambda text: invitation.in_words("BEGIN:VEVENT\n" + text),
    "rich text": lambda text: rtf.to_text(text.encode()),
    "packed rich text": lambda text: rtf.unpacked(bytes(8) + b"LZFu" + bytes(4) + text.encode()),
    "a winmail.dat": lambda text: tnef.read(tnef.MAGIC + bytes(2) + text.encode()),
    "armour": lambda text: pgp.unarmoured(text),
    "a note of a service": service_notes.told_as_json,
    "header lines in a text": lambda text: header_block.find_block(text.split("\n"), 0),
    "addresses": lambda text: addresses(text.encode()),
    "words of a header": lambda text: words(text.encode()),
    "parameters": lambda text: parameters(b"text/plain; " + text.encode()),
    "ids": lambda text: message_ids(text.encode()),
    "a subject": lambda text: [ask(text) for ask in (base_subject, numbers_in, is_forward, is_answer)],
    "our subject": lambda text: reply_subject(text, "T-1"),
    "a judgement": lambda text: kind_of(
        msgspec.structs.replace(NOTICE, text=text, subject=text, sender=Address(text, text))
    ),
    "a bounce in words": lambda text: read_bounce(msgspec.structs.replace(NOTICE, text=text)),
    "a bounce with a report": lambda text: read_bounce(as_notice(text)),
    "a reply": lambda text: split_reply(text, None),
    "a reply in HTML": lambda text: split_reply("", text),
    "HTML to be shown": sanitise,
    "HTML to be read": to_text,
    "threading": lambda text: look_ups(
        msgspec.structs.replace(NOTICE, subject=text), own_domain="x.org", secret=b"k"
    ),
    "triage": lambda text: triage(text[:200], text, LEXICON),
}  # fmt: skip


@pytest.mark.serial
@pytest.mark.parametrize("entrance", ENTRANCES)
def test_time_grows_with_length_and_no_faster(entrance: str) -> None:
    work = ENTRANCES[entrance]
    work("warm up")
    found = {
        piece: outgrown(lambda length, piece=piece: work(repeated(piece, length)), LENGTH, quick_s=QUICK_S)
        for piece in PIECES
    }
    slow = {piece: times for piece, times in found.items() if times}
    assert not slow, slow


@pytest.mark.serial
def test_parts_within_parts_cost_no_more_than_their_bytes() -> None:
    def nested(depth: int) -> bytes:
        head = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (at, at + 1) for at in range(depth))
        return b"From: a@b.c\nContent-Type: multipart/mixed; boundary=b0\n\n" + head + b"x" * 100_000

    start = time.process_time()
    for depth in (1, 16, 400, 4_000):
        parse(nested(depth))
    assert time.process_time() - start < 2
