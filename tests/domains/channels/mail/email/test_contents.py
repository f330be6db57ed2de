"""Containers: unpacked, or said to be unreadable. A mail with content never shows as an empty one."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from gongdan.domains.channels.mail.email.contents import rtf
from gongdan.domains.channels.mail.email.parse import ParsedMail, parse
from tests.domains.channels.mail.email.kit import multipart, raw
from tests.domains.channels.mail.email.tnef import tnef, tnef_file

INNER = (
    b"Content-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    + "七号门的水泵停了".encode()
    + b"\r\n--in\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=meter.csv\r\n\r\na,b\r\n--in--\r\n"
)


def certificate(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "li@example.com")])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, start, start + timedelta(days=365))
    return builder.sign(key, hashes.SHA256())


def signed(content: bytes) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate(key), key, hashes.SHA256())
    return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])


def encrypted(content: bytes) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    builder = pkcs7.PKCS7EnvelopeBuilder().set_data(content).add_recipient(certificate(key))
    return builder.encrypt(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])


def in_pieces(der: bytes, content: bytes) -> bytes:
    """A CMS message with indefinite lengths, as programs write that sign while they send."""
    oid_signed, oid_data = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")
    halves = [content[:50], content[50:100], content[100:]]
    octets = b"".join(b"\x04\x81" + bytes((len(half),)) + half for half in halves)
    inner = b"\x30\x80" + oid_data + b"\xa0\x80\x24\x80" + octets + b"\x00\x00" * 3
    fields = b"\x02\x01\x01" + b"\x31\x00" + inner + b"\x31\x00"
    return b"\x30\x80" + oid_signed + b"\xa0\x80\x30\x80" + fields + b"\x00\x00" * 3


def smime(payload: bytes, *, media: str = "application/pkcs7-mime", name: str = "smime.p7m") -> bytes:
    headers = {"Content_Type": f'{media}; name="{name}"', "Content_Transfer_Encoding": "base64"}
    return raw(base64.encodebytes(payload).decode(), **headers)


@pytest.mark.parametrize(
    "given",
    [
        smime(signed(INNER)),
        smime(signed(INNER), media="application/x-pkcs7-mime"),
        smime(signed(INNER), media="application/octet-stream"),
        smime(in_pieces(b"", INNER)),
        smime(signed(smime(signed(INNER)))),
    ],
    ids=["plain", "the old type", "by its name", "in pieces", "signed twice"],
)
def test_a_signed_mail_is_read_and_marked_unverified(given: bytes) -> None:
    mail = parse(given)
    assert mail.text == "七号门的水泵停了"
    assert [file.name for file in mail.attachments] == ["meter.csv"]
    assert "signed_unverified" in mail.faults


def test_an_encrypted_mail_says_so_and_is_kept() -> None:
    mail = parse(smime(encrypted(INNER)))
    assert "S/MIME" in mail.text and "加密" in mail.text
    assert [file.name for file in mail.attachments] == ["smime.p7m"]
    assert "smime_encrypted" in mail.faults


@pytest.mark.parametrize("cut", [0, 1, 2, 20, 60, 200])
def test_a_broken_envelope_says_so_and_is_kept(cut: int) -> None:
    mail = parse(smime(signed(INNER)[:cut]))
    assert mail.text and "smime_unreadable" in mail.faults
    assert [file.name for file in mail.attachments] == ["smime.p7m"]


def test_unpacking_ends_and_says_so() -> None:
    given = INNER
    for _ in range(8):
        given = smime(signed(given))
    mail = parse(given)
    assert "container_not_opened" in mail.faults
    assert mail.text and mail.attachments


def test_pgp_mime_says_that_it_is_encrypted() -> None:
    version = b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1"
    secret = b"Content-Type: application/octet-stream\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n-----END PGP MESSAGE-----"
    mail = parse(multipart(version, secret, kind="encrypted; protocol=application/pgp-encrypted"))
    assert "PGP" in mail.text and "pgp_encrypted" in mail.faults
    assert "encrypted.asc" in [file.name for file in mail.attachments]


PGP_SIGNED = """-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

发票没有收到
- -- 
Li
-----BEGIN PGP SIGNATURE-----

iQEzBAEBCAAdFiEE
-----END PGP SIGNATURE-----
"""
PGP_SECRET = "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"


def test_signed_pgp_text_is_read_without_its_armour() -> None:
    mail = parse(raw(f"above\n{PGP_SIGNED}below\n"))
    assert mail.text == "above\n发票没有收到\n-- \nLi\nbelow"
    assert "signed_unverified" in mail.faults


def test_an_encrypted_pgp_block_becomes_a_file() -> None:
    mail = parse(raw(f"Please see:\n{PGP_SECRET}Thanks\n"))
    assert mail.text == "Please see:\nThanks"
    assert [file.name for file in mail.attachments] == ["encrypted.asc"]
    alone = parse(raw(PGP_SECRET))
    assert "PGP" in alone.text and "pgp_encrypted" in alone.faults


@pytest.mark.parametrize(
    "text", ["-----BEGIN PGP MESSAGE-----\nno end", PGP_SIGNED.split("-----BEGIN PGP SIGNATURE")[0]]
)
def test_a_block_that_never_ends_is_text(text: str) -> None:
    assert parse(raw(text)).text == text.strip("\n")


OUTLOOK = tnef(
    subject="Broken boiler",
    text="锅炉坏了，请尽快来人。",
    files=[tnef_file("meter.csv", b"a,b"), tnef_file("长长的名字 2026.pdf", b"%PDF-1.4")],
)


def test_a_winmail_dat_gives_its_text_and_its_files() -> None:
    part = b"Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    mail = parse(multipart(part + base64.encodebytes(OUTLOOK)))
    assert mail.text == "锅炉坏了，请尽快来人。"
    assert [(file.name, file.payload) for file in mail.attachments] == [
        ("meter.csv", b"a,b"),
        ("长长的名字 2026.pdf", b"%PDF-1.4"),
    ]


def test_text_beside_a_winmail_dat_stands() -> None:
    part = b"Content-Type: application/octet-stream; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    mail = parse(multipart(b"Content-Type: text/plain\r\n\r\nhello", part + base64.encodebytes(OUTLOOK)))
    assert mail.text == "hello"
    assert len(mail.attachments) == 2


@pytest.mark.parametrize("cut", [6, 20, 60, 120, len(OUTLOOK) - 5])
def test_a_cut_winmail_dat_never_fails(cut: int) -> None:
    part = b"Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    mail = parse(multipart(part + base64.encodebytes(OUTLOOK[:cut])))
    assert mail.text or mail.attachments
    assert cut < 20 or {"tnef_cut", "tnef_unreadable"} & set(mail.faults)


def test_rich_text_is_unpacked_and_read() -> None:
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert rtf.unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert rtf.to_text(rtf.unpacked(packed)) == "hello world"
    html = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 \'e9t\'e9 \u38177?\{1\}\par second\htmlrtf }\htmlrtf0}"
    assert rtf.to_text(html) == "été 锁{1}\nsecond".replace("锁", chr(38177))


def test_rich_text_speaks_where_there_is_no_other() -> None:
    mail = parse(
        raw(
            base64.encodebytes(tnef(rich=b"{\\rtf1\\ansi only rich}")).decode(),
            Content_Type="application/ms-tnef",
            Content_Transfer_Encoding="base64",
        )
    )
    assert mail.text == "only rich"


EVENT = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
DTSTART;TZID=Asia/Shanghai:20261130T130000
DTEND:20261130T060000Z
SUMMARY:现场勘查\\, 九号门
DESCRIPTION:请带电表\\n还有
  梯子
LOCATION;LANGUAGE=zh:A: 301
ORGANIZER;CN="Li; Wei":mailto:li@example.com
BEGIN:VALARM
DESCRIPTION:reminder
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def test_an_invitation_says_what_when_where_and_who() -> None:
    mail = parse(raw(EVENT, Content_Type="text/calendar; method=REQUEST; charset=utf-8"))
    for said in (
        "现场勘查, 九号门",
        "2026-11-30 13:00 (Asia/Shanghai)",
        "06:00 (UTC)",
        "A: 301",
        "Li; Wei <li@example.com>",
        "请带电表\n还有 梯子",
    ):
        assert said in mail.text
    assert "reminder" not in mail.text
    assert [file.name for file in mail.attachments] == ["file.ics"]


def test_an_invitation_beside_words_is_a_file_only() -> None:
    mail = parse(
        multipart(
            b"Content-Type: text/plain\r\n\r\nplease come",
            b"Content-Type: text/calendar\r\n\r\n" + EVENT.encode(),
            kind="alternative",
        )
    )
    assert mail.text == "please come"
    assert [file.type for file in mail.attachments] == ["text/calendar"]


@pytest.mark.parametrize(
    ("type_", "text", "read"),
    [
        ('text/plain; name="note.txt"', "发票没有收到", "发票没有收到"),
        ('text/html; name="note.html"', "<p>发票没有收到</p>", "发票没有收到"),
        ("text/enriched", "<bold>发票</bold>没有收到", "发票没有收到"),
        ("text/markdown", "# 发票没有收到", "# 发票没有收到"),
    ],
)
def test_an_inline_file_speaks_where_there_is_no_other_text(type_: str, text: str, read: str) -> None:
    part = f"Content-Type: {type_.replace(';', '; charset=utf-8;') if ';' in type_ else type_ + '; charset=utf-8'}\r\nContent-Disposition: inline\r\n\r\n{text}"
    mail = parse(multipart(part.encode()))
    assert mail.text.strip() == read
    assert len(mail.attachments) == 1


def test_an_attached_text_speaks_for_nobody() -> None:
    part = b"Content-Type: text/plain; name=log.txt\r\nContent-Disposition: attachment; filename=log.txt\r\n\r\nERR 21"
    assert parse(multipart(part)).text == ""
    beside = parse(multipart(b"Content-Type: text/plain\r\n\r\nhello", part))
    assert beside.text == "hello"


def test_a_mail_that_is_another_mail_speaks_with_its_words() -> None:
    inner = raw("锅炉坏了", From="Wu <wu@example.cn>", Subject="boiler")
    mail = parse(raw("", Content_Type="message/rfc822") + inner)
    assert mail.text == "锅炉坏了"
    assert mail.forwarded is not None and mail.forwarded.sender.address == "wu@example.cn"


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("application/xhtml+xml", "<p>The pump is broken</p>"),
        ("text/x-amp-html", "<html amp4email><body>The pump is broken</body></html>"),
        ("text/watch-html", "<b>The pump is broken</b>"),
        ("text/rtf", "{\\rtf1 The pump is broken}"),
        ("application/rtf", "{\\rtf1 The pump is broken}"),
        ("text/x-web-markdown", "The pump is broken"),
    ],
)
def test_a_text_of_a_rare_type_is_read_and_kept(type_: str, text: str) -> None:
    mail = parse(raw(text, Content_Type=type_))
    assert mail.text.strip() == "The pump is broken"
    assert len(mail.attachments) == 1


def reaction(text: str, json: str) -> ParsedMail:
    plain = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}".encode()
    told = f"Content-Type: text/vnd.google.email-reaction+json; charset=utf-8\r\n\r\n{json}".encode()
    return parse(multipart(plain, told, b"Content-Type: text/html\r\n\r\n<p>x</p>", kind="alternative"))


def test_a_reaction_is_its_picture_and_nothing_else() -> None:
    mail = reaction("👍\n\nLi Wei reacted via Gmail", '{"emoji":"👍","version":1}')
    assert (mail.text, mail.attachments) == ("👍", ())


@pytest.mark.parametrize(
    ("text", "json"),
    [
        ("It is still broken", '{"emoji":"👍"}'),
        ("👍 " + "and one more thing " * 30, '{"emoji":"👍"}'),
        ("It works", '{"emoji":"It works"}'),
        ("It works", '{"emoji":'),
        ("It works", '{"emoji":["👍"]}'),
    ],
)
def test_words_beside_a_reaction_are_kept(text: str, json: str) -> None:
    mail = reaction(text, json)
    assert (mail.text, len(mail.attachments)) == (text, 1)
