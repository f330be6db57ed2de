"""What a channel is: the way by which words reach us and leave us, declared once and listed in wiring (spec 11.3).

What comes is verified (``verify``, or the channel's own reader, such as a poller of mailboxes) and stored as it came;
``identify`` makes of it what intake understands, and ``known`` says what its evidence comes to. What goes out is handed
to ``deliver``. Storing, judging, budgets, quarantine, retries and brakes are the same for all.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from gongdan.domains.channels.accounts.rows import ChannelAccount
from gongdan.domains.channels.contract.setup import AccountCheck, AccountPreset
from gongdan.domains.channels.inbound.message import InboundMessage, UnreadableItem, WaitingItem
from gongdan.domains.channels.inbound.rows import InboundOutcome
from gongdan.domains.channels.inbound.verdict import KnownOfMessage
from gongdan.domains.channels.outbound.message import DeliveryReceipt, OutboundMessage
from gongdan.domains.channels.outbound.outbox import Due
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.outgoing import Inside
from gongdan.kernel.events import Via
from gongdan.kernel.text import Name

if TYPE_CHECKING:
    from gongdan.domains.channels.contract.room import Mailroom


class Capabilities(msgspec.Struct, frozen=True, kw_only=True):
    """What a channel can carry."""

    threads: bool
    """Its messages say which one they answer, or which conversation they are of."""
    rich_text: bool
    files: bool
    window_s: int | None = None
    """How long after the customer's last word it takes an answer; None: always."""
    receipts: bool
    """It tells whether a message arrived."""
    typing: bool
    """It shows that somebody writes."""


class Arrival(msgspec.Struct, frozen=True):
    """What came, as it came, and verified. ``source`` names the copy: the same source is taken once."""

    source: str
    raw: bytes
    held_for: str | None = None
    """It did not come whole, and a person decides what becomes of it: it is larger than what is taken
    (``channels.mail_cut``), or its server did not hand it over (``mail.message_withheld``)."""


class MadeOf(msgspec.Struct, frozen=True, kw_only=True):
    """What a message became."""

    message: InboundMessage
    ticket_id: int
    message_id: int | None


class Admitted(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of an account, looked at."""

    settings: msgspec.Struct
    reads: bool
    sends: bool


class Adapter(Protocol):
    """What is of one kind of channel alone."""

    async def admit(self, settings: Any, inside: Inside, before: Any = None) -> Admitted:
        """Settings that an administrator gave, as they are kept. ``before``: those that the account has.

        Raises:
            HostForbidden: they name a server inside that may not be reached.
        """

    def added(self, tx: Tx, account_id: int, address: str) -> None:
        """Queue what else an account of the kind needs."""

    def changed(self, tx: Tx, account_id: int, settings: Any) -> None:
        """Queue what else follows from other settings."""

    def body_hash(self, raw: bytes) -> bytes:
        """Of what is the same in all copies of one message."""

    async def glimpsed(self, raw: bytes) -> InboundOutcome:
        """What can be said of one that is held, before it is settled."""

    async def identify(
        self, room: "Mailroom", stored: Sequence[tuple[WaitingItem, bytes]], accounts: Sequence[ChannelAccount]
    ) -> list[InboundMessage | UnreadableItem]:
        """What was stored, read: one answer for each, in their order. ``accounts`` are all of the kind. Never raises
        for what a stranger sent."""

    def lookups(self, messages: Sequence[Any], now: datetime) -> Sequence[Query[Any]]:
        """What to ask of a batch, in one round trip."""

    def known(self, messages: Sequence[Any], answers: Sequence[list[Any]]) -> Mapping[int, KnownOfMessage]:
        """What the answers say of each message, by the id of its row. Pure."""

    def remember(self, tx: Tx, made: Sequence[MadeOf]) -> None:
        """Queue by what answers to these messages will be known."""

    def external_id(self, room: "Mailroom", due: Due, account: ChannelAccount) -> str:
        """The name of a delivery with its channel: the same however often it is tried."""

    def named(self, tx: Tx, due: Due, external_id: str) -> None:
        """Queue that answers to the delivery belong to its ticket."""

    async def deliver(self, room: "Mailroom", account: ChannelAccount, message: OutboundMessage) -> DeliveryReceipt:
        """Hand it over. Never raises for what a network or a server does."""

    def keep(self, before: Any, after: Any, secrets: Any) -> Any:
        """Those of the secrets of an account that stay when its settings become others. Pure."""

    async def test(self, room: "Mailroom", account: ChannelAccount) -> Sequence[AccountCheck]:
        """Try it now, step by step; a step that fails is the last one of its way."""


class Verify(Protocol):
    """The check of a request that brings a message, for channels to which others come."""

    def __call__(
        self, account: ChannelAccount, secret: bytes, headers: Mapping[str, str], body: bytes, now: datetime
    ) -> Arrival:
        """
        Raises:
            Unsigned: it is not from who it says.
        """


class ChannelKind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of channel."""

    key: str
    name: Name
    settings: type[msgspec.Struct]
    secrets: type[msgspec.Struct]
    """Sealed with the account, and never shown."""
    adapter: Adapter
    via: Via
    """As what the log records what came by it."""
    can: Capabilities
    verify: Verify | None = None
    presets: tuple[AccountPreset, ...] = ()
