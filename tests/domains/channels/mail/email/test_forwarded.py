"""Forwarded mails: told by shape, in any language; where it is not sure, there is none and no word is lost."""

import pytest

from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.parse import ParsedMail, parse
from tests.domains.channels.mail.email.kit import multipart, raw

GMAIL = """Please take care of this.

---------- Forwarded message ---------
From: Wu Fang <wu@customer.test>
Date: Mon, Nov 23, 2026 at 10:00 AM
Subject: Broken boiler
To: <office@example.com>


The boiler leaks.

Wu
"""
OUTLOOK = """请处理

________________________________
发件人: 吴芳 <wu@customer.test>
发送时间: 2026年11月23日 10:00
收件人: 办公室 <office@example.com>; 李四
 <li@example.com>
主题: 锅炉坏了

锅炉漏水。
"""
QQ = """------------------ 原始邮件 ------------------
发件人: "吴芳" <wu@customer.test>;
发送时间: 2026年11月23日(星期一) 上午10:00
收件人: "office"<office@example.com>;
主题: 锅炉坏了



锅炉漏水。
"""
NETEASE = """请看下面


-------- 转发邮件信息 --------
发件人："吴芳" <wu@customer.test>
发送日期：2026-11-23 10:00:00
收件人：office@example.com
主题：锅炉坏了

锅炉漏水。
"""
APPLE = """FYI

Begin forwarded message:

> From: Wu Fang <wu@customer.test>
> Subject: Broken boiler
> Date: 23 November 2026 at 10:00:00 GMT+1
> To: office@example.com
>
> The boiler leaks.
>
> Wu
"""
GERMAN = """Bitte übernehmen

-----Ursprüngliche Nachricht-----
Von: Wu Fang [mailto:wu@customer.test]
Gesendet: Montag, 23. November 2026 10:00
An: office@example.com
Betreff: Heizung kaputt

Die Heizung leckt.
"""
UNKNOWN = """katso

---------- Välitetty viesti ----------
Kirjoittaja: Wu Fang <wu@customer.test>
Koska: 23.11.2026 10.00
Kenelle: office@example.com
Asia: Kattila rikki

Kattila vuotaa.
"""
TURKISH = """---------- İletilen ileti ---------
Gönderen: Wu Fang <wu@customer.test>
Tarih: 23 Kas 2026 Pzt 10:00
Konu: Kazan
Alıcı: <office@example.com>

Kazan sızdırıyor.
"""
RUSSIAN = """Прошу помочь

-------- Пересылаемое сообщение --------
От: Ву <wu@customer.test>
Дата: Пн, 23 нояб. 2026 г. в 10:00
Тема: Котёл
Кому: office@example.com

Котёл течёт.
"""
BOLD = """see below

*From:* Wu Fang <wu@customer.test>
*Sent:* Monday, November 23, 2026 10:00 AM
*To:* office@example.com
*Subject:* Broken boiler

The boiler leaks.
"""

INLINE = [
    ("Gmail", "Fwd: Broken boiler", GMAIL, "Please take care of this.", "The boiler leaks.\n\nWu"),
    ("Outlook, Chinese, folded receivers", "转发: 锅炉坏了", OUTLOOK, "请处理", "锅炉漏水。"),
    ("QQ邮箱", "转发：锅炉坏了", QQ, "", "锅炉漏水。"),
    ("网易", "Fw:锅炉坏了", NETEASE, "请看下面", "锅炉漏水。"),
    ("Apple, quoted", "Fwd: Broken boiler", APPLE, "FYI", "The boiler leaks.\n\nWu"),
    ("Outlook, German", "WG: Heizung kaputt", GERMAN, "Bitte übernehmen", "Die Heizung leckt."),
    ("labels that nobody knows", "VL: Kattila rikki", UNKNOWN, "katso", "Kattila vuotaa."),
    ("Turkish, by its marker", "İlt: Kazan", TURKISH, "", "Kazan sızdırıyor."),
    ("Russian, without a prefix", "Котёл", RUSSIAN, "Прошу помочь", "Котёл течёт."),
    ("bold labels, no line", "FW: Broken boiler", BOLD, "see below", "The boiler leaks."),
    ("a forward of an answer", "Fwd: Re: Broken boiler", GMAIL, "Please take care of this.", "The boiler leaks.\n\nWu"),
    ("a drawn line, no prefix", "Heizung kaputt", GERMAN, "Bitte übernehmen", "Die Heizung leckt."),
]


def given(text: str, subject: str, **headers: str) -> ParsedMail:
    return parse(raw(text, Subject=subject, Content_Type="text/plain; charset=utf-8", **headers))


@pytest.mark.parametrize(("rule", "subject", "text", "own", "passed"), INLINE, ids=[case[0] for case in INLINE])
def test_a_forwarded_mail_is_found_in_the_text(rule: str, subject: str, text: str, own: str, passed: str) -> None:
    mail = given(text, subject)
    found = mail.forwarded
    assert found is not None
    assert found.sender.address == "wu@customer.test"
    assert (found.forwarder_text, found.text) == (own, passed)
    assert found.subject and "23" in found.date_text
    assert not found.is_attached
    assert mail.text == text.strip("\n")


HEAD = "From: Wu Fang <wu@customer.test>\nSent: Monday, November 23, 2026 10:00 AM\nSubject: Broken boiler\n"
SAID = "---------- Forwarded message ---------\n"


@pytest.mark.parametrize(
    ("rule", "subject", "above", "headers"),
    [
        ("retitled, without a drawn line", "Please visit him", "", {}),
        ("said so, under a subject that answers", "Re: Broken boiler", SAID, {}),
        ("said so, in an answer", "Re: visit", SAID, {"In_Reply_To": "<a@b>"}),
        (
            "said so in Chinese, in an answer",
            "回复：锅炉",
            "-------- 转发邮件信息 --------\n",
            {"In_Reply_To": "<a@b>"},
        ),
    ],
)
def test_what_is_passed_on_is_read_whatever_the_subject_says(
    rule: str, subject: str, above: str, headers: dict[str, str]
) -> None:
    found = given(f"Please do.\n\n{above}{HEAD}\nThe boiler leaks.\n", subject, **headers).forwarded
    assert found is not None
    assert (found.sender.address, found.forwarder_text, found.text) == (
        "wu@customer.test",
        "Please do.",
        "The boiler leaks.",
    )


def test_of_labels_in_no_known_language_an_address_is_no_subject() -> None:
    text = (
        "Από: Wu <wu@customer.test>\nΗμερομηνία: 23 Νοε 2026, 10:00\nΘέμα: Λέβητας\nΠρος: office@example.com\n\nΔιαρροή"
    )
    found = given(f"-----\n{text}", "Fwd: Λέβητας").forwarded
    assert found is not None
    assert found.subject == "Λέβητας"


def test_the_name_of_the_original_writer_is_read() -> None:
    mail = given(NETEASE, "转发：锅炉坏了")
    assert mail.forwarded is not None
    assert mail.forwarded.sender == Address("吴芳", "wu@customer.test")
    assert mail.forwarded.subject == "锅炉坏了"


NONE = [
    ("an answer above its quote", "Re: Broken boiler", GERMAN, {}),
    ("an answer in Chinese", "回复：锅炉坏了", QQ, {}),
    ("an answer by its header", "Heizung kaputt", GERMAN, {"In_Reply_To": "<a@b>"}),
    ("a list of labels", "Fwd: order", "Name: Wu\nPhone: 555\nProduct: pump\n\nIt is broken.", {}),
    ("words with a colon", "Fwd: order", "From: the start it was broken\n\nIt is broken.", {}),
    ("a header of raw lines", "order", "-----\nReceived: from x\nFrom: a@b.test\nDate: 2026\nSubject: x\n\ny", {}),
    ("nothing but the prefix", "Fwd: order", "It is broken.", {}),
]


@pytest.mark.parametrize(("rule", "subject", "text", "headers"), NONE, ids=[case[0] for case in NONE])
def test_where_it_is_not_sure_there_is_no_forward(rule: str, subject: str, text: str, headers: dict[str, str]) -> None:
    mail = given(text, subject, **headers)
    assert mail.forwarded is None
    assert mail.text == text.strip("\n")


def test_a_forward_of_a_forward_gives_the_innermost_words() -> None:
    inner = GMAIL.split("\n\n", 1)[1]
    outer = f"please\n\n---------- Forwarded message ---------\nFrom: Li <li@example.com>\nDate: Tue, Nov 24, 2026\nSubject: Fwd: Broken boiler\n\n{inner}"
    found = given(outer, "Fwd: Fwd: Broken boiler").forwarded
    assert found is not None
    assert (found.sender.address, found.text, found.forwarder_text) == (
        "wu@customer.test",
        "The boiler leaks.\n\nWu",
        "please",
    )


def attached(own: str, inner: bytes, subject: str) -> bytes:
    parts = [b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + own.encode()] if own else []
    below = inner.replace(b"b1", f"b{len(inner)}".encode())
    return multipart(*parts, b"Content-Type: message/rfc822\r\n\r\n" + below, Subject=subject)


WITH_FILE = multipart(
    b"Content-Type: text/plain; charset=utf-8\r\n\r\nThe boiler leaks.",
    b"Content-Disposition: attachment; filename=photo.txt\r\n\r\nx",
    From="Wu Fang <wu@customer.test>",
    Subject="Broken boiler",
    Date="Mon, 23 Nov 2026 10:00:00 +0100",
)


@pytest.mark.parametrize(
    ("own", "subject"), [("please", "Fwd: Broken boiler"), ("please", "Broken boiler"), ("", "something")]
)
def test_an_attached_mail_is_the_forwarded_one(own: str, subject: str) -> None:
    mail = parse(attached(own, WITH_FILE, subject))
    found = mail.forwarded
    assert found is not None and found.is_attached
    assert (found.sender.address, found.text) == ("wu@customer.test", "The boiler leaks.")
    assert [file.name for file in found.attachments] == ["photo.txt"]
    assert [file.type for file in mail.attachments] == ["message/rfc822"]
    assert mail.text == (own or "The boiler leaks.")


def test_an_attached_mail_as_evidence_is_a_file() -> None:
    mail = parse(attached("My parcel never came, see the mail from the shop.", WITH_FILE, "Parcel 4711"))
    assert mail.forwarded is None
    assert len(mail.attachments) == 1


def test_a_mail_attached_to_a_mail_without_words_is_looked_into_a_few_times() -> None:
    inner = WITH_FILE
    for _ in range(2):
        inner = attached("", inner, "Fwd: Broken boiler")
    found = parse(inner).forwarded
    assert found is not None and found.text == "The boiler leaks."
    for _ in range(20):
        inner = attached("", inner, "Fwd: Broken boiler")
    assert parse(inner).attachments


QUOTED = "Begin forwarded message:\n\n" + "\n".join(
    f"> {line}".rstrip() for line in GMAIL.partition("---------\n")[2].strip().splitlines()
)
BELOW = (
    ("an end is drawn", f"{GMAIL}\n---------- End of forwarded message ----------\n\nCall her today.\n"),
    ("in German", f"{GMAIL}\n----- Ende der weitergeleiteten Nachricht -----\nCall her today.\n"),
    ("in Chinese", f"{GMAIL}\n-------- 转发邮件结束 --------\nCall her today.\n"),
    ("two ends", f"{GMAIL}\n----- End forwarded message -----\n\n----- End forwarded message -----\nCall her today."),
    ("a quotation ends", f"Please take care of this.\n\n{QUOTED}\n\nCall her today.\n"),
    ("a quotation ends at once", f"{QUOTED}\nCall her today."),
)


@pytest.mark.parametrize(("rule", "text"), BELOW, ids=[case[0] for case in BELOW])
def test_words_below_a_forwarded_mail_are_the_forwarders_where_its_end_is_told(rule: str, text: str) -> None:
    found = given(text, "Fwd: Broken boiler").forwarded
    assert found is not None, rule
    assert found.text.strip() == "The boiler leaks.\n\nWu"
    assert found.forwarder_text.endswith("Call her today.")
    assert found.forwarder_text.startswith("Please take care of this.") == text.startswith("Please")


def test_without_a_sign_words_below_stay_in_the_message() -> None:
    found = given(f"{GMAIL}\n\nCall her today.\n", "Fwd: Broken boiler").forwarded
    assert found is not None and found.text.endswith("Wu\n\n\nCall her today.")


@pytest.mark.parametrize("line", ["The end of the message is missing.", "-- the end", "----- Original message -----"])
def test_what_speaks_of_an_end_without_drawing_it_ends_nothing(line: str) -> None:
    found = given(f"{GMAIL}\n{line}\nCall her today.\n", "Fwd: Broken boiler").forwarded
    assert found is not None and found.text.endswith(f"{line}\nCall her today.")
