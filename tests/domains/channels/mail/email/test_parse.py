"""Raw bytes to a mail: repaired where it is broken, bounded where it is hostile, never raising."""

import base64
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.channels.mail.email.mime.addresses import addresses
from gongdan.domains.channels.mail.email.mime.headers import Address, instant, message_ids, words
from gongdan.domains.channels.mail.email.mime.parts import MAX_DEPTH, MAX_PARTS
from gongdan.domains.channels.mail.email.parse import parse
from tests.domains.channels.mail.email.kit import mail, multipart, raw

ADDRESSES = [
    ("plain", b"li@example.com", [Address("", "li@example.com")]),
    ("name and case", b"Li Si <LI@Example.COM>", [Address("Li Si", "li@example.com")]),
    ("unquoted comma", b"Doe, Jane <j@x.org>, k@x.org", [Address("Doe, Jane", "j@x.org"), Address("", "k@x.org")]),
    ("quoted comma", b'"Doe, Jane" <j@x.org>', [Address("Doe, Jane", "j@x.org")]),
    ("a quote never closed", b'"Doe <j@x.org>', [Address("Doe", "j@x.org")]),
    ("encoded name in quotes", b'"=?GB2312?B?ztI=?=" <a@b.cn>', [Address("我", "a@b.cn")]),
    ("raw gbk name", "武兰成 <a@b.cn>".encode("gbk"), [Address("武兰成", "a@b.cn")]),
    ("comment for a name", b"j@x.org (Jane)", [Address("Jane", "j@x.org")]),
    ("group", b"Team: a@x.org, b@x.org;", [Address("", "a@x.org"), Address("", "b@x.org")]),
    ("Outlook's semicolons", b"a@x.org; b@x.org", [Address("", "a@x.org"), Address("", "b@x.org")]),
    ("empty angle", b"Nobody <>", [Address("Nobody", "")]),
    ("full width", "＜".encode() + b"x", [Address("＜x", "")]),
    ("full-width at", "li＠x.org".encode(), [Address("li＠x.org", "li@x.org")]),
    ("comment within", b"Li <li@mail(the (old) office).x.org>", [Address("Li", "li@mail.x.org")]),
    ("comment before", b"(Jane) j@x.org", [Address("Jane", "j@x.org")]),
    ("nested comment", b"j@x.org (Jane (office))", [Address("Jane (office)", "j@x.org")]),
    (
        "comment never closed",
        b"Joe (the boss <a@x.org>, b@x.org",
        [Address("Joe (the boss", "a@x.org"), Address("", "b@x.org")],
    ),
    ("address in a comment only", b"Jane Doe (j@x.org)", [Address("Jane Doe", "j@x.org")]),
    ("local part with a comment", b"MAILER-DAEMON (Mail System)", [Address("Mail System", "mailer-daemon")]),
    ("quoted local part", b'"li.wei"@x.org', [Address("", "li.wei@x.org")]),
    ("quoted local part with a blank", b'"li wei"@x.org', [Address("", '"li wei"@x.org')]),
    ("address within a quoted local part", rb'"\"v@x.org,\""@inj.test', [Address("", r'"\"v@x.org,\""@inj.test')]),
    ("the same in brackets", b'Li <"v@x.org"@inj.test>', [Address("Li", '"v@x.org"@inj.test')]),
    ("address for a name", b'"v@x.org" <a@inj.test>', [Address("v@x.org", "a@inj.test")]),
    ("address for a name, unquoted", b"v@x.org <a@inj.test>", [Address("v@x.org", "a@inj.test")]),
    ("brackets for a name", b'"<v@x.org>" <a@inj.test>', [Address("<v@x.org>", "a@inj.test")]),
    ("two brackets", b"<v@x.org> <a@inj.test>", [Address("v@x.org", "a@inj.test")]),
    ("an escaped quote in a name", rb'"a \"b\", c" <a@x.org>', [Address("a b, c", "a@x.org")]),
    ("encoded comma", b"=?utf-8?Q?Doe,_Jane?= <j@x.org>", [Address("Doe, Jane", "j@x.org")]),
    ("one quote in a name", b'O"Brien <o@x.org>, k@x.org', [Address("OBrien", "o@x.org"), Address("", "k@x.org")]),
    ("blanks around the at", b"li @ x.org", [Address("", "li@x.org")]),
    ("a blank in brackets", b"<li@x .org>", [Address("", "li@x.org")]),
    ("a route", b"<@relay.test:li@x.org>", [Address("", "li@x.org")]),
    ("brackets never closed", b"Li <li@x.org", [Address("Li", "li@x.org")]),
    ("nobody", b"undisclosed-recipients:;", []),
    ("marks of direction", "\u202eiL\u202c <li@x.org>".encode(), [Address("iL", "li@x.org")]),
    ("signs without width", "L\u200bi\u2060 <l\u200bi@x.org>".encode(), [Address("Li", "li@x.org")]),
    ("nothing", b"", []),
]


@pytest.mark.parametrize(("rule", "value", "found"), ADDRESSES, ids=[case[0] for case in ADDRESSES])
def test_addresses_are_read_as_meant(rule: str, value: bytes, found: list[Address]) -> None:
    assert list(addresses(value)) == found


@pytest.mark.parametrize(
    ("domain", "address"),
    [
        ("=?utf-8?b?5L6L5a2Q?=.test", "a@例子.test"),
        ("=?utf-8?q?x=2Etest=3E=2C_b=40y?=.test", ""),
        ("=?utf-8?q?=40y?=", ""),
    ],
)
def test_an_encoded_domain_spells_letters_and_nothing_else(domain: str, address: str) -> None:
    (found,) = addresses(f"W <a@{domain}>".encode())
    assert found.address == address


def test_nobody_writes_to_a_quoted_local_part() -> None:
    assert not Address("", '"v@x.org"@inj.test').is_reachable


SENDERS = [
    ("blank before the first header", b" From: Li <li@x.org>\nSubject: t\n\nhi", "li@x.org"),
    ("a blank line of spaces first", b"  \n\t\nFrom: Li <li@x.org>\nSubject: t\n\nhi", "li@x.org"),
    ("a byte order mark first", b"\xef\xbb\xbfFrom: Li <li@x.org>\nSubject: t\n\nhi", "li@x.org"),
    ("only an envelope line", b"From li@x.org Wed Jan  3 10:00:00 2024\nSubject: t\n\nhi", "li@x.org"),
    ("an escaped envelope line", b">From li@x.org Wed Jan  3 10:00:00 2024\nSubject: t\n\nhi", "li@x.org"),
    ("an envelope line beside a field", b"From wu@x.org Wed\nFrom: li@x.org\nSubject: t\n\nhi", "li@x.org"),
    ("an envelope line that names nobody", b"From - Wed Jan  3 10:00:00 2024\nSubject: t\n\nhi", ""),
    ("a daemon in the envelope line", b"From MAILER-DAEMON Wed Jan  3\nSubject: t\n\nhi", "mailer-daemon"),
]


@pytest.mark.parametrize(("rule", "given", "address"), SENDERS, ids=[case[0] for case in SENDERS])
def test_the_writer_is_found_however_the_mail_begins(rule: str, given: bytes, address: str) -> None:
    read = parse(given)
    assert (read.sender.address, read.subject, read.text) == (address, "t", "hi")


def test_a_part_without_headers_keeps_its_first_line() -> None:
    read = parse(multipart(b"\r\nSubject: what I wrote first"))
    assert read.text.strip() == "Subject: what I wrote first"


LANGUAGES = [
    ({"Content_Language": "zh-CN"}, "zh-cn"),
    ({"Accept_Language": "en-US, zh-CN"}, "en-us"),
    ({"Accept_Language": "en", "Content_Language": "de; q=1"}, "de"),
    ({"Content_Language": "<script>"}, None),
    ({}, None),
]


@pytest.mark.parametrize(("headers", "language"), LANGUAGES)
def test_the_language_that_the_headers_claim_is_read(headers: dict[str, str], language: str | None) -> None:
    assert mail(**headers).language == language


NAMES = [
    ("plain", "filename=a.txt", "", "a.txt"),
    ("a good name beside a lost one", "filename*=iso-8859-1''%3F%3F%20A.txt", '; name="合同 A.txt"', "合同 A.txt"),
    ("a good plain name beside a lost one", "filename*=utf-8''%EF%BF%BD.txt; filename=b.txt", "", "b.txt"),
    ("the extended name", "filename*=utf-8''%E5%90%88.txt; filename=b.txt", "", "合.txt"),
    ("the disposition's", "filename=a.txt", "; name=b.txt", "a.txt"),
    ("a turned extension", "filename*=utf-8''invoice%E2%80%AEfdp.exe", "", "invoicefdp.exe"),
    ("signs without width", "filename*=utf-8''a%E2%80%8B%E2%81%A6b.txt", "", "ab.txt"),
    ("a path", 'filename="..\\\\..\\\\etc/x.txt"', "", "etc_x.txt"),
    ("an escaped quote", r'filename="a\"b;c.txt"', "", "a_b;c.txt"),
]


@pytest.mark.parametrize(("rule", "disposition", "type_", "name"), NAMES, ids=[case[0] for case in NAMES])
def test_a_file_has_the_name_that_was_meant(rule: str, disposition: str, type_: str, name: str) -> None:
    part = f"Content-Type: text/plain{type_}\r\nContent-Disposition: attachment; {disposition}\r\n\r\nx"
    (file,) = parse(multipart(part.encode())).attachments
    assert file.name == name


def test_a_receipt_answers_the_mail_that_its_report_names() -> None:
    report = (
        b"Content-Type: message/disposition-notification\r\n\r\nOriginal-Message-ID: <ours@x.org>\r\nDisposition: a; b"
    )
    text = b"Content-Type: text/plain\r\n\r\nIt was read."
    kind = "report; report-type=disposition-notification"
    assert parse(multipart(text, report, kind=kind)).in_reply_to == ("ours@x.org",)
    assert parse(multipart(text, report, kind=kind, In_Reply_To="<other@x.org>")).in_reply_to == ("other@x.org",)


def test_a_title_has_no_marks_of_direction() -> None:
    assert mail(Subject="pay \u202e001\u202c no\u200bw\u2066!").subject == "pay 001 now!"


def test_a_file_of_no_bytes_is_kept() -> None:
    (file,) = parse(multipart(b"Content-Disposition: attachment; filename=empty.log\r\n\r\n")).attachments
    assert (file.name, file.size, file.is_named) == ("empty.log", 0, True)


def test_a_character_cut_between_two_encoded_words_is_whole_again() -> None:
    whole = "退款".encode()
    pieces = [base64.b64encode(piece).decode() for piece in (whole[:4], whole[4:])]
    assert words(" ".join(f"=?utf-8?B?{piece}?=" for piece in pieces).encode()) == "退款"


def test_an_encoded_word_that_is_no_text_stays_as_it_is() -> None:
    assert words(b"=?utf-8?B?AQIDBAUG?=") == "=?utf-8?B?AQIDBAUG?="


def test_ids_are_bounded_and_keep_the_root_and_the_nearest() -> None:
    ids = message_ids(b" ".join(b"<%d@x>" % number for number in range(500)))
    assert len(ids) == 100
    assert (ids[0], ids[-1]) == ("0@x", "499@x")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"Sun, 1 Nov 2026 10:20:00 +0800", datetime(2026, 11, 1, 2, 20, tzinfo=UTC)),
        (b"Sun, 1 Nov 2026 10:20:00", datetime(2026, 11, 1, 10, 20, tzinfo=UTC)),
        (b"yesterday", None),
        (b"Sun, 99 Nov 99999 10:20:00 +9999", None),
        (b"", None),
    ],
)
def test_a_date_is_an_instant_or_nothing(value: bytes, expected: datetime | None) -> None:
    assert instant(value) == expected


def test_the_writer_is_whom_to_answer_where_from_names_no_address() -> None:
    assert mail(From='"Li" <>', Reply_To="li@example.com").sender == Address("Li", "li@example.com")
    assert mail(From="", Return_Path="<li@example.com>").sender.address == "li@example.com"


def test_the_null_sender_differs_from_an_unknown_one() -> None:
    assert mail(Return_Path="<>").return_path == ""
    assert mail().return_path is None


def test_the_plain_text_is_read_and_the_html_kept() -> None:
    read = parse(
        multipart(
            b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + "退款还没有到账".encode(),
            b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>" + "退款还没有到账".encode() + b"</p>",
            kind="alternative",
        )
    )
    assert (read.text, read.is_plain, read.html) == ("退款还没有到账", True, "<p>退款还没有到账</p>")


def test_a_stub_of_a_plain_text_gives_way_to_the_html() -> None:
    read = parse(
        multipart(
            b"Content-Type: text/plain\r\n\r\nPlease use an HTML mail program.",
            b"Content-Type: text/html\r\n\r\n<p>"
            + b"the refund of order forty two, promised for last Monday, is still missing here"
            + b"</p>",
            kind="alternative",
        )
    )
    assert not read.is_plain
    assert read.text.startswith("the refund")


def test_a_plain_footer_does_not_hide_a_letter_in_html() -> None:
    read = parse(
        multipart(
            "Content-Type: text/html; charset=utf-8\r\n\r\n<p>退款没到</p>".encode(),
            b"Content-Type: text/plain\r\n\r\nA long footer of the list, with many words in it.",
        )
    )
    assert "退款没到" in read.text
    assert "A long footer" in read.text


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="=?utf-8?B?5Y+R56WoLnBkZg==?="', "发票.pdf"),
        ("attachment; filename*=utf-8''%E5%8F%91%E7%A5%A8.pdf", "发票.pdf"),
        ("attachment; filename*0*=utf-8''%E5%8F%91; filename*1*=%E7%A5%A8; filename*2=.pdf", "发票.pdf"),
        ('attachment; filename="../../etc/pass\\"wd"', "etc_pass_wd"),
        ("attachment", "file.pdf"),
    ],
)
def test_a_file_has_a_safe_name_however_it_was_given(disposition: str, name: str) -> None:
    part = f"Content-Type: application/pdf\r\nContent-Disposition: {disposition}\r\n\r\n%PDF".encode()
    (file,) = parse(multipart(part)).attachments
    assert file.name.lstrip("_.") == name
    assert not set(file.name) & set('/\\"')


def test_a_raw_gbk_file_name_is_read() -> None:
    part = 'Content-Type: application/pdf; name="发票.pdf"\r\n\r\n%PDF'.encode("gbk")
    assert parse(multipart(part)).attachments[0].name == "发票.pdf"


def test_an_attached_mail_is_one_file_byte_for_byte() -> None:
    inner = raw("inner", Subject="的")
    (file,) = parse(multipart(b"Content-Type: message/rfc822\r\n\r\n" + inner)).attachments
    assert (file.payload, file.name, file.type) == (inner, "的.eml", "message/rfc822")


def test_a_missing_and_an_unclosed_boundary_lose_nothing() -> None:
    parts = b"--other\r\nContent-Type: text/plain\r\n\r\nfirst\r\n--other\r\nContent-Type: text/plain\r\n\r\nsecond"
    read = parse(raw("", Content_Type="multipart/mixed; boundary=named") + parts)
    assert read.text == "first\nsecond"
    assert {"boundary_missing", "boundary_unclosed"} <= set(read.faults)


def test_of_two_content_types_the_first_counts() -> None:
    read = parse(
        raw("x", Content_Type="text/html; charset=utf-8").replace(
            b"\r\n\r\n", b"\r\nContent-Type: text/plain\r\n\r\n", 1
        )
    )
    assert read.type == "text/html"
    assert "content_type_repeated" in read.faults


def test_depth_and_number_of_parts_are_bounded() -> None:
    deep = raw("", Content_Type="multipart/mixed; boundary=b0")
    for level in range(200):
        deep += b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (level, level + 1)
    many = multipart(*[b"Content-Type: text/plain\r\n\r\nx"] * (MAX_PARTS + 50))
    assert "too_deep" in parse(deep).faults
    assert "too_many_parts" in parse(many).faults
    assert MAX_DEPTH < 100


@pytest.mark.parametrize(
    "hostile",
    [
        b"From: " + b"(" * 200_000 + b"\r\n\r\nx",
        b"To: " + b"a@b.c," * 100_000 + b"\r\n\r\nx",
        b"Subject: " + b"=?utf-8?q?x?= " * 50_000 + b"\r\n\r\nx",
        b"Subject: " + b"=?utf-8?q?" * 50_000 + b"\r\n\r\nx",
        b"References: " + b"<a@b> <" * 50_000 + b"\r\n\r\nx",
        b"X: y\r\n" * 200_000 + b"\r\nx",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n" * 300_000,
        b"Content-Type: text/html\r\n\r\n" + b"<div>" * 400_000,
        b"Content-Type: text/html\r\n\r\n" + b"<" * 1_000_000,
        b"Content-Type: multipart/mixed; boundary=b" + b"; name*0*=x" * 50_000 + b"\r\n\r\nx",
    ],
    ids=[
        "comments",
        "recipients",
        "words",
        "open words",
        "references",
        "headers",
        "parts",
        "depth",
        "angles",
        "params",
    ],
)
def test_hostile_mails_are_read_in_bounded_time(hostile: bytes) -> None:
    start = time.process_time()
    parse(hostile)
    assert time.process_time() - start < 10


@given(st.binary(max_size=2_000))
def test_any_bytes_are_a_mail(noise: bytes) -> None:
    read = parse(noise)
    assert "\x00" not in read.subject + read.text


GRAMMAR = [
    *(b"From: ", b"Subject: ", b"\r\n", b"\n", b" ", b";", b'"', b"a@b.c", b"\xc4\xe3", b"charset=gb2312", b"<html>"),
    *(b"Content-Type: multipart/mixed; boundary=b\r\n", b"--b\r\n", b"--b--", b"filename*0*=", b"=?gbk?B?", b"?="),
    *(b"Content-Type: message/delivery-status\r\n", b"Content-Transfer-Encoding: base64\r\n"),
    *(b"Content-Transfer-Encoding: uuencode\r\n", b"begin 644 x\n"),
]


@given(st.lists(st.sampled_from(GRAMMAR), max_size=40))
def test_any_shuffle_of_the_grammar_is_a_mail(pieces: list[bytes]) -> None:
    parse(b"".join(pieces))
