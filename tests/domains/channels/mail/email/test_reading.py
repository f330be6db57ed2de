"""Mails read in a process of their own: the same answers, one for each, in their order."""

from gongdan.domains.channels.mail.email.reading import ReadFault, ReadMail, read_mail, read_mails
from tests.domains.channels.mail.email.kit import REPORT, multipart, raw

RICH = multipart(
    b"Content-Type: text/html; charset=utf-8\r\n\r\n<p onclick=x>" + "退款".encode() + b"</p>",
    b"Content-Disposition: attachment; filename=a.bin\r\n\r\n\x00\xff\x01",
    Date="Sun, 1 Nov 2026 10:20:00 +0800",
    Content_Language="zh-CN",
)


async def test_many_mails_are_read_as_one_would_be() -> None:
    given = [raw("hello"), REPORT, RICH, b"", b"\xff\x00" * 1_000] * 20
    found = await read_mails(given)
    assert found == [read_mail(one) for one in given]
    assert await read_mails([]) == []


async def test_a_read_mail_is_judged_cut_and_made_fit_to_be_shown() -> None:
    report, rich = await read_mails([REPORT, RICH])
    assert isinstance(report, ReadMail) and isinstance(rich, ReadMail)
    assert report.judgement.kind == "bounce" and report.bounce is not None and report.bounce.recipients
    assert rich.bounce is None
    assert rich.html is not None and "onclick" not in rich.html
    assert rich.reply.new_text == "退款"


async def test_a_large_mail_is_within_the_budget() -> None:
    head = b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n"
    body = head + b"Content-Type: application/pdf; name=a.pdf\n\n" + (b"QUJD" * 19 + b"\n") * 400_000 + b"\n--b--\n"
    (found,) = await read_mails([b"From: li@example.com\nSubject: t\n" + body])
    assert not isinstance(found, ReadFault)
    assert found.mail.attachments[0].size == 22_800_000
