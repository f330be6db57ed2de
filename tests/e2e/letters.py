"""Mails of customers, and what the company's mails say."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.servers.dovecot import USER as MAILBOX
from tests.servers.smtp import SmtpPeer

WITHIN_MS: Final = 30_000
_LOOKS_MS: Final = 200


def letter(sender: str, subject: str, text: str, *, answers: EmailMessage | None = None) -> EmailMessage:
    """A mail to the company, as a customer's program writes it."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, MAILBOX, subject
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Message-ID"] = make_msgid(domain="kunde.example")
    if answers is not None:
        mail["In-Reply-To"] = answers["Message-ID"]
        mail["References"] = f"{answers.get('References', '')} {answers['Message-ID']}".strip()
    mail.set_content(text)
    return mail


def arrived(page: Page, smtp: SmtpPeer, is_it: Callable[[EmailMessage], bool]) -> EmailMessage:
    """The first mail of the company that ``is_it``, once it arrived. ``page`` lives on while we wait."""
    for _ in range(WITHIN_MS // _LOOKS_MS):
        for mail in mails(smtp):
            if is_it(mail):
                return mail
        page.wait_for_timeout(_LOOKS_MS)
    raise AssertionError(f"no such mail among: {[str(mail['Subject']) for mail in mails(smtp)]}")


def mails(smtp: SmtpPeer) -> list[EmailMessage]:
    found = []
    for envelope in smtp.taken:
        mail = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(mail, EmailMessage)
        found.append(mail)
    return found


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def link_in(mail: EmailMessage, base: str) -> str:
    """Path and query of the first address of the portal in the mail."""
    found = re.search(rf"{re.escape(base)}(/portal/t/[^\s<>)\"]+)", text_of(mail))
    assert found, text_of(mail)
    parts = urlsplit(found[1])
    return parts.path + (f"?{parts.query}" if parts.query else "")
