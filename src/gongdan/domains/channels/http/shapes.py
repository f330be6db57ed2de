"""What the routes of channels take and answer. Passwords go in and never come out."""

from datetime import datetime
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.channels.accounts.rows import ChannelAccount
from gongdan.domains.channels.inbound.rows import Came, State
from gongdan.domains.channels.mail.settings import Imap, MailSettings, Smtp
from gongdan.infra.http.bodies import Answer, Mail, PersonName, Request

Relay = Annotated[str, Meta(min_length=1, max_length=253, pattern=r"^[A-Za-z0-9._-]{1,253}$")]
"""By what name a relay signs ``Authentication-Results``."""
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
    trusted_relay: Relay | None = None
    """By what name our own relay signs ``Authentication-Results``. Only by its findings a mail proves from whom it
    comes: without it colleagues who write by mail count as unverified."""


class ChangeMailAccount(Request, frozen=True, kw_only=True):
    """What is left out stays."""

    active: bool | UnsetType = UNSET
    trusted_relay: Relay | UnsetType | None = UNSET


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


class IncomingMail(Answer, frozen=True):
    """A mail that came in, and what became of it."""

    id: int
    account_id: int | None
    """The mailbox; null of one that was imported."""
    received_at: datetime
    subject: str
    sender: str
    kind: str
    """Who wrote it: ``person``, ``auto_reply``, ``automatic``, ``bounce`` or ``feedback``."""
    state: State
    reason: str | None
    """Why it made nothing: the code of a refusal, or a word for what it is."""
    ticket: str | None
    """Number of the ticket that it made, joined or concerns."""


def incoming(one: Came) -> IncomingMail:
    return IncomingMail(
        id=one.id,
        account_id=one.account_id,
        received_at=one.received_at,
        subject=one.outcome.subject,
        sender=one.outcome.sender,
        kind=one.outcome.kind,
        state=one.state,
        reason=one.outcome.reason,
        ticket=one.number,
    )


Settings = Annotated[dict[Annotated[str, Meta(max_length=63)], Any], Meta(max_length=30)]
"""As accounts of the kind have them."""
Address = Annotated[str, Meta(min_length=1, max_length=254)]


class AddChannelAccount(Request, frozen=True, kw_only=True):
    """An account of a channel. ``settings`` and ``secrets`` are those of its kind."""

    kind: Annotated[str, Meta(min_length=1, max_length=63)]
    address: Address
    """Of a mailbox its mail address; else a name that no other account of the kind has."""
    name: PersonName
    settings: Settings = {}
    secrets: Settings = {}


class ChangeChannelAccount(Request, frozen=True, kw_only=True):
    """What is left out stays; ``settings`` and ``secrets`` are replaced as a whole."""

    active: bool | UnsetType = UNSET
    name: PersonName | UnsetType = UNSET
    settings: Settings | UnsetType = UNSET
    secrets: Settings | UnsetType = UNSET


class ChannelAccountAdded(Answer, frozen=True):
    id: int


class AccountHealth(Answer, frozen=True):
    """How one way of an account stands."""

    fault: str | None
    """Null when the last attempt went well, or there was none."""
    failures: int
    """In a row."""
    last_success_at: datetime | None
    paused_until: datetime | None
    """Until when its server is left alone."""


class ChannelAccountInfo(Answer, frozen=True):
    id: int
    kind: str
    address: str
    name: str
    active: bool
    settings: dict[str, Any]
    has_secrets: bool
    receiving: AccountHealth
    sending: AccountHealth


class ChannelKindInfo(Answer, frozen=True):
    """A kind of channel, and what it can carry."""

    key: str
    name: dict[str, str]
    threads: bool
    rich_text: bool
    files: bool
    window_s: int | None
    """How many seconds after the customer's last word it takes an answer; null: always."""
    receipts: bool
    typing: bool
    takes_requests: bool
    """Others bring messages to ``/channels/{account_id}/in``."""


class AccountTested(Answer, frozen=True):
    fault: str | None
    """Null: it works."""


class Taken(Answer, frozen=True):
    is_new: bool
    """Whether it came for the first time."""


def account_info(account: ChannelAccount) -> ChannelAccountInfo:
    return ChannelAccountInfo(
        id=account.id,
        kind=account.kind,
        address=account.address,
        name=account.name,
        active=account.active,
        settings=account.settings,
        has_secrets=account.secret is not None,
        receiving=_health_of(account, "reads"),
        sending=_health_of(account, "sends"),
    )


def _health_of(account: ChannelAccount, way: str) -> AccountHealth:
    kept = account.state.get(way, {})
    return AccountHealth(
        fault=kept.get("fault"),
        failures=kept.get("failures", 0),
        last_success_at=_instant(kept.get("succeeded_at")),
        paused_until=_instant(kept.get("open_until")),
    )


def _instant(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None


def health(state: dict[str, Any], part: str, at: str) -> Health:
    kept = state.get(part, {})
    instant = kept.get(at)
    return Health(fault=kept.get("fault"), at=datetime.fromisoformat(instant) if instant else None)
