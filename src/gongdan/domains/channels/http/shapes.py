"""What the routes of channels take and answer. Passwords go in and never come out."""

from datetime import datetime
from typing import Annotated, Any

from msgspec import Meta

from gongdan.domains.channels.accounts import Imap, MailSettings, Smtp
from gongdan.infra.http.bodies import Answer, Mail, PersonName, Request

Password = Annotated[str, Meta(min_length=1, max_length=500, extra={"form": "raw"})]


class AddMailAccount(Request, frozen=True, kw_only=True):
    """A mailbox that is read (``imap``), that sends (``smtp``), or both."""

    address: Mail
    name: PersonName
    """As receivers see it."""
    imap: Imap | None = None
    imap_password: Password | None = None
    smtp: Smtp | None = None
    smtp_password: Password | None = None
    plus_addressing: bool = False
    """Whether ``support+x@…`` reaches this mailbox: then replies carry their ticket in the address."""


class SwitchMailAccount(Request, frozen=True, kw_only=True):
    active: bool


class Health(Answer, frozen=True):
    """How the connection to a server stands."""

    fault: str | None
    """Null when the last attempt went well, or there was none."""
    at: datetime | None
    """Of the last look into the mailbox; for sending, until when the server is left alone."""


class MailAccountInfo(Answer, frozen=True):
    id: int
    address: str
    name: str
    active: bool
    settings: MailSettings
    reading: Health
    sending: Health


class MailAccountAdded(Answer, frozen=True):
    id: int


class QuarantinedMail(Answer, frozen=True):
    """A mail that nobody could settle; ``reason`` is the code of a refusal, or a fault."""

    id: int
    account_id: int | None
    received_at: datetime
    subject: str
    sender: str
    kind: str
    reason: str | None


def health(state: dict[str, Any], part: str, at: str) -> Health:
    kept = state.get(part, {})
    instant = kept.get(at)
    return Health(fault=kept.get("fault"), at=datetime.fromisoformat(instant) if instant else None)
