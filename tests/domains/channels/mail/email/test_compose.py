"""What we send is read back as it was meant, and no value can smuggle a header."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.channels.mail.email.compose import (
    AddressUnsendable,
    OutboundFile,
    Outgoing,
    compose,
    envelope,
)
from gongdan.domains.channels.mail.email.machine import kind_of
from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.parse import parse
from gongdan.domains.channels.mail.email.quotes import MARKER, reply_of
from tests.domains.channels.mail.email.kit import NOW

REPLY = Outgoing(
    sender=Address("客服中心", "support@example.com"),
    to=(Address("Doe, Jane", "jane@example.org"),),
    cc=(Address("", "boss@example.org"),),
    reply_to="support+t1.abc@example.com",
    subject="Re: 退款 [#GD-1]",
    message_id="t.1.2.abc@example.com",
    in_reply_to="a@b",
    references=("root@b",),
    date=NOW,
    text="您好：\n\n退款已到账 <b>。",
    html=None,
    files=(),
    is_notice=False,
)


def but(**changes: object) -> Outgoing:
    return msgspec.structs.replace(REPLY, **changes)


def test_a_reply_reads_back_as_it_was_meant() -> None:
    read = parse(compose(REPLY))
    assert (read.sender, read.to, read.cc) == (REPLY.sender, REPLY.to, REPLY.cc)
    assert (read.subject, read.message_id, read.in_reply_to) == (REPLY.subject, REPLY.message_id, ("a@b",))
    assert (read.references, read.date) == (("root@b", "a@b"), NOW)
    assert [party.address for party in read.reply_to] == [REPLY.reply_to]
    assert read.text == f"{MARKER}\n\n{REPLY.text}"
    assert read.html and "&lt;b&gt;" in read.html and MARKER in read.html
    assert read.faults == ()


def test_a_reply_is_of_a_person_and_a_notice_of_a_machine() -> None:
    assert kind_of(parse(compose(REPLY))).kind == "person"
    assert kind_of(parse(compose(but(is_notice=True)))).kind == "automatic"
    assert b"Auto-Submitted: auto-generated\r\n" in compose(but(is_notice=True))


def test_an_answer_that_quotes_us_is_cut_at_our_marker() -> None:
    quoted = "还没有\n\n" + "\n".join(f"> {line}" for line in parse(compose(REPLY)).text.splitlines())
    assert reply_of(parse(f"Subject: x\r\n\r\n{quoted}".encode())).new_text == "还没有"


def test_files_keep_name_and_bytes_and_a_shown_image_is_inline() -> None:
    pdf = OutboundFile(name="发票 2026.pdf", type="application/pdf", payload=bytes(range(256)), content_id=None)
    logo = OutboundFile(name="logo.png", type="image/png", payload=b"png", content_id="logo@x")
    read = parse(compose(but(files=(pdf, logo), html='<p>x</p><img src="cid:logo@x">')))
    assert {file.name: (file.payload, file.content_id) for file in read.attachments} == {
        "发票 2026.pdf": (pdf.payload, None),
        "logo.png": (b"png", "logo@x"),
    }


def test_references_are_bounded_and_long_ids_stay_whole() -> None:
    long = "x" * 300 + "@y"
    read = parse(compose(but(references=tuple(f"r{number}@x" for number in range(200)), in_reply_to=long)))
    assert len(read.references) == 20
    assert (read.references[0], read.references[-1]) == ("r0@x", long)


def test_a_chinese_domain_travels_in_ascii() -> None:
    given_mail = but(to=(Address("", "li@例子.中国"),))
    assert envelope(given_mail) == ("support@example.com", ("li@xn--fsqu00a.xn--fiqs8s", "boss@example.org"))
    assert b"li@xn--fsqu00a.xn--fiqs8s" in compose(given_mail)


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@b\r\nBcc: x@y", "a b@c", "<a@b>", "a@-", "李@例子.中国", "a@b..c", "a@" + "x" * 64]
)
def test_an_address_that_a_server_would_misread_is_refused(address: str) -> None:
    for wrong in (but(to=(Address("", address),)), but(sender=Address("", address))):
        with pytest.raises(AddressUnsendable):
            compose(wrong)
        with pytest.raises(AddressUnsendable):
            envelope(wrong)


NASTY = st.text(alphabet="ab\r\n\t \x00\u2028:,;<>\"'=?@中#\\", max_size=40)


@given(NASTY, NASTY, NASTY, NASTY)
def test_no_value_adds_a_header(name: str, subject: str, reference: str, file: str) -> None:
    raw = compose(
        but(
            sender=Address(name, "support@example.com"),
            subject=f"{subject}\r\nBcc: evil@example.net",
            references=(reference, f"{reference}>\r\nX-Evil: 1"),
            files=(OutboundFile(name=f'{file}"\r\nX-Evil: 1', type=f"{file}/x", payload=b"", content_id=reference),),
        )
    )
    head = raw.partition(b"\r\n\r\n")[0].replace(b"\r\n ", b" ").split(b"\r\n")
    names = [line.partition(b":")[0].lower() for line in head]
    assert not {b"bcc", b"x-evil"} & set(names)
    assert len(names) == len(set(names))
    assert b"\nx-evil" not in raw.lower()
    assert raw.isascii()
    assert parse(raw).text.endswith("退款已到账 <b>。")
