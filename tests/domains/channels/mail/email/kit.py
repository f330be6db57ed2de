"""Mails for tests: a short way to say one."""

from datetime import UTC, datetime

from gongdan.domains.channels.mail.email.parse import ParsedMail, parse

NOW = datetime(2026, 11, 1, 2, 20, tzinfo=UTC)


def raw(body: str = "hello", **headers: str) -> bytes:
    """A mail with ``headers`` (underscores stand for dashes) and a UTF-8 body."""
    given = {"From": "li@example.com", "To": "support@example.com", "Subject": "help"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in given.items() if value]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def mail(body: str = "hello", **headers: str) -> ParsedMail:
    return parse(raw(body, **headers))


def multipart(*parts: bytes, kind: str = "mixed", **headers: str) -> bytes:
    """A multipart mail of raw ``parts`` (headers and body each)."""
    head = raw("", Content_Type=f'multipart/{kind}; boundary="b1"', **headers)
    return head + b"".join(b"--b1\r\n" + part + b"\r\n" for part in parts) + b"--b1--\r\n"


REPORT = multipart(
    b"Content-Type: text/plain\r\n\r\nYour message could not be delivered.",
    b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n"
    b"Final-Recipient: rfc822; Li@example.cn\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    b"Diagnostic-Code: smtp; 550 5.1.1 User unknown\r\n\r\n"
    b"Final-Recipient: rfc822; ok@example.cn\r\nAction: delivered\r\nStatus: 2.0.0\r\n",
    b"Content-Type: message/rfc822\r\n\r\n" + raw("hello", Message_ID="<t.1.2.sig@example.com>"),
    kind="report; report-type=delivery-status",
    From="Mail Delivery System <MAILER-DAEMON@mx.example.com>",
    Return_Path="<>",
)
"""A delivery report (RFC 3464) about one dead address; the mail that came back is ours."""
