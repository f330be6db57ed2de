"""What the routes of channels take and answer. Passwords go in and never come out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.channels.accounts.rows import ChannelAccount
from gongdan.domains.channels.contract.setup import AccountCheck, Way
from gongdan.domains.channels.errors import SecretUnreadable
from gongdan.domains.channels.inbound.rows import Came, State
from gongdan.domains.channels.mail.oauth.grants import SignInState, TokenGrant, standing
from gongdan.domains.channels.mail.settings import mailbox_of
from gongdan.domains.channels.outbound.queues import Queue
from gongdan.infra.catalogue import said_of_fault, say
from gongdan.infra.http.bodies import Answer, Id, PersonName, Request
from gongdan.kernel.text import Key, Locale


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
    team: Key | None = None
    """Where the tickets that come to it start, unless a routing rule says where."""


class ChangeChannelAccount(Request, frozen=True, kw_only=True):
    """What is left out stays; ``settings`` are replaced as a whole. Of ``secrets`` what is left out stays, while it
    goes to the same server: whoever names another one gives them anew."""

    active: bool | UnsetType = UNSET
    name: PersonName | UnsetType = UNSET
    settings: Settings | UnsetType = UNSET
    secrets: Settings | UnsetType = UNSET
    team: Key | UnsetType | None = UNSET


class RetireChannelAccount(Request, frozen=True, kw_only=True):
    successor_id: Id | None = None
    """The account, of the same kind, by which its conversations go on and what waits is sent. It may be left out only
    where nothing waits."""


class ChannelAccountRemains(Answer, frozen=True):
    """What an account still has. Conversations are counted up to 9,999."""

    waiting: int
    """To be sent by it."""
    conversations: int
    """With an open ticket."""


class TestChannelAccount(Request, frozen=True, kw_only=True):
    """An account as it would be. Secrets that are left out are those of the account that is there, where it is named
    and they may stay."""

    kind: Annotated[str, Meta(min_length=1, max_length=63)]
    address: Address
    settings: Settings = {}
    secrets: Settings = {}
    account_id: Id | None = None


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


class AccountSignIn(Answer, frozen=True):
    """How a mailbox stands with the provider that grants access to it."""

    state: SignInState
    """``needed``: nobody signed in, or the mailbox was changed since; ``refused``: the provider gives no tokens any
    more, so somebody has to sign in again."""
    granted_at: datetime | None
    said: str | None
    """What the provider said when it refused."""


class ChannelAccountInfo(Answer, frozen=True):
    id: int
    kind: str
    address: str
    name: str
    active: bool
    settings: dict[str, Any]
    has_secrets: bool
    team: str | None
    """Where the tickets that come to it start, unless a routing rule says where."""
    version: int
    """For ``If-Match``."""
    receiving: AccountHealth
    sending: AccountHealth
    waiting: int
    """How much waits to be sent by it."""
    waiting_since: datetime | None
    sign_in: AccountSignIn | None
    """Null where it signs in by a password."""


class ChannelPreset(Answer, frozen=True):
    """A provider whose settings are known."""

    key: str
    name: dict[str, str]
    domains: list[str]
    """Addresses there are this provider's."""
    settings: dict[str, Any]
    login: dict[str, str]
    """What one signs in by, and where one gets it."""
    takes_passwords: bool
    provider: str | None
    """Who grants access to its mailboxes by OAuth2 (``getMailboxSignIns``); null where nobody does."""


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
    presets: list[ChannelPreset]


class TestedStep(Answer, frozen=True):
    """One step on the way to a server, and why it was the last one, where it was."""

    way: Way
    step: str
    name: str
    """Of the step, in the reader's language."""
    works: bool
    code: str | None
    title: str | None
    remedy: str | None
    said: str | None
    """What the server itself said."""


class AccountTested(Answer, frozen=True):
    works: bool
    steps: list[TestedStep]


def tested(kind: str, checks: Sequence[AccountCheck], locale: Locale) -> AccountTested:
    """What the checks came to, in words."""
    return AccountTested(
        works=all(one.fault is None for one in checks), steps=[_step(kind, one, locale) for one in checks]
    )


def _step(kind: str, check: AccountCheck, locale: Locale) -> TestedStep:
    key = f"checks.{kind}.{check.fault}"
    return TestedStep(
        way=check.way,
        step=check.step,
        name=say(f"checks.{kind}.step.{check.step}", locale) or check.step,
        works=check.fault is None,
        code=check.fault,
        title=check.fault and (say(key, locale, check.params) or check.fault),
        remedy=check.fault and say(f"{key}.remedy", locale, check.params),
        said=check.said or None,
    )


class Taken(Answer, frozen=True):
    is_new: bool
    """Whether it came for the first time."""


def standing_of(account: ChannelAccount, grant: TokenGrant | None, secret: bytes) -> AccountSignIn | None:
    """What is known of its sign-in with a provider. What was sealed under another secret is as good as nothing."""
    if account.kind != "mail":
        return None
    try:
        tokens = grant.tokens(secret, account.workspace_id) if grant else None
    except SecretUnreadable:
        tokens = None
    found = standing(tokens, grant, mailbox_of(account).settings)
    return AccountSignIn(state=found.state, granted_at=found.granted_at, said=found.said) if found else None


def account_info(
    account: ChannelAccount, queue: Queue | None, sign_in: AccountSignIn | None, locale: Locale
) -> ChannelAccountInfo:
    return ChannelAccountInfo(
        id=account.id,
        kind=account.kind,
        address=account.address,
        name=account.name,
        active=account.active,
        settings=account.settings,
        has_secrets=account.secret is not None,
        team=account.team,
        version=account.version,
        receiving=_health_of(account, "reads", locale),
        sending=_health_of(account, "sends", locale),
        waiting=queue.waiting if queue else 0,
        waiting_since=queue.since if queue else None,
        sign_in=sign_in,
    )


def _health_of(account: ChannelAccount, way: str, locale: Locale) -> AccountHealth:
    kept = account.state.get(way, {})
    return AccountHealth(
        fault=said_of_fault(kept.get("fault"), locale),
        failures=kept.get("failures", 0),
        last_success_at=_instant(kept.get("succeeded_at")),
        paused_until=_instant(kept.get("open_until")),
    )


def _instant(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None
