"""What every channel makes of what comes in: one form of a message, which intake understands whatever brought it."""

from datetime import datetime
from typing import Literal

import msgspec

from gongdan.domains.conversations.public import Origin
from gongdan.domains.customers.public import Handle

WrittenBy = Literal["person", "auto_reply", "automatic", "bounce", "feedback"]


class WaitingItem(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``inbound`` that is to be settled."""

    id: int
    account_id: int | None
    """None: it was imported from a file."""
    kind: str
    """Of the channel."""
    address: str | None
    """Of the account that received it."""
    raw: str
    """Hash of the stored bytes."""
    body_hash: bytes
    received_at: datetime
    is_released: bool = False
    """A person looked at it and let it go: neither a guess nor a budget holds it again."""
    into: int | None = None
    """The ticket that it belongs to, as that person said."""
    written_by: str | None = None
    """Whose it is, as that person said: a handle of the channel. Proves nothing of them."""


class InboundFile(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    payload: bytes
    content_id: str | None = None
    """Under which the HTML names it."""


class DeliveryReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a server tells of messages of ours that did not arrive."""

    of: tuple[str, ...]
    """Their external ids."""
    failed: frozenset[str] = frozenset()
    """Recipients that it names; empty: whoever it went to."""
    is_failure: bool = True
    """A delay is none."""
    fault: str = ""


class UnreadableItem(msgspec.Struct, frozen=True, kw_only=True):
    """What came could not be read. It is kept as it came."""

    code: str
    detail: str = ""
    """For the log: the name of the fault, no word of the message."""


class InboundMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message as intake takes it. Channels extend it by what their own evidence is read from."""

    row: WaitingItem
    external_id: str
    """The message as its channel names it; copies of one message have the same."""
    conversation_key: str = ""
    """The conversation as its channel names it; empty where the channel has none, as mail."""
    sender: Handle
    writer: Handle
    """Who wrote it and is answered; the sender, unless somebody else sent it for them."""
    through: str = ""
    """The handle that sent it for its writer; empty where they sent it themselves."""
    is_reachable: bool = True
    """The writer could be answered."""
    is_from_us: bool = False
    """It claims to be from an address of ours, and names nobody else to answer."""
    is_proven: bool = False
    """Somebody whom we trust vouches for its sender."""
    others: tuple[Handle, ...] = ()
    """Whom the writer addressed beside us; they take part."""

    subject: str = ""
    title: str
    """Of the ticket that it would open."""
    text: str
    """The new words; of a message that passes another one on, those of both."""
    own_words: str
    """Those of its writer alone, by which their language is told."""
    html: str | None = None
    """Sanitised."""
    shown: frozenset[str] = frozenset()
    """Content ids of the files that ``html`` shows; every other file stands beside the message."""
    quoted: str | None = None
    """What it repeats of earlier messages, and its signature."""
    files: tuple[InboundFile, ...] = ()
    language: str | None = None
    """That the writer's program names."""
    origin: Origin | None = None
    faults: tuple[str, ...] = ()
    """What had to be repaired to read it."""

    by: WrittenBy = "person"
    signs: tuple[str, ...] = ()
    """By what that was told."""
    is_proven_machine: bool = False
    """It neither reopens nor resumes anything. What only looks as if a program had sent it is a person's message that
    no program answers: a postmaster may ask what a bounce means."""
    is_silent: bool = False
    """No program may answer it: a machine or a list sent it, or nobody could be reached (RFC 3834)."""
    report: DeliveryReport | None = None

    is_reply: bool = False
    may_open: bool = True
    """Whether it could become a ticket at all."""
    ties: frozenset[str] = frozenset()
    """Ids of all messages or conversations that it names, its own among them."""
    addressed: frozenset[str] = frozenset()
    """Handles of all whom it names as receivers."""
    topics: frozenset[tuple[str, str]] = frozenset()
    """What it could be taken for another message of the same writer by."""
    charged: frozenset[str] = frozenset()
    """Handles whose budget a ticket of it uses."""
    groups: tuple[str, ...] = ()
    """Organisations whose budget it uses beside: domains."""

    @property
    def parties(self) -> dict[str, Handle]:
        """Under which handles it may be somebody's."""
        return {one.handle: one for one in (self.writer, self.sender) if one.handle}
