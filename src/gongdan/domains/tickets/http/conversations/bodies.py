"""What the endpoints of conversations take and answer. Every text, list and number is bounded here."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from gongdan.domains.conversations.public import Conversation
from gongdan.domains.files.public import FileRef
from gongdan.infra.http.bodies import Answer, Fields, FileIds, Id, Label, Mail, OptionalName, Request, Tag
from gongdan.kernel.text import Key

Number = Annotated[str, Meta(min_length=1, max_length=64)]
"""Of a ticket."""
Spoken = Annotated[str, Meta(min_length=1, max_length=100_000)]


class ConversationParty(Request, frozen=True):
    """With whom it is: a known person by ``id``, or a customer by mail or phone, found or made; or merely named."""

    id: Id | None = None
    mail: Mail | None = None
    phone: Annotated[Label, Meta(min_length=3, max_length=32)] | None = None
    name: OptionalName = ""


class BeginConversation(Request, frozen=True, kw_only=True):
    channel: Key
    """Such as ``chat``, ``phone`` or ``wechat``."""
    party: ConversationParty
    external_key: Annotated[Label, Meta(max_length=200)] = ""
    """How the channel knows it."""
    team: Key | None = None
    """Whose members it waits for."""
    join: bool = False
    """Whether whoever begins it serves it."""
    text: Annotated[str, Meta(max_length=100_000)] = ""
    """The words that it begins with."""
    author: Literal["customer", "agent"] = "customer"
    """Who says them."""


class SayInConversation(Request, frozen=True, kw_only=True):
    text: Spoken
    author: Literal["customer", "agent"] = "agent"
    """``customer``: the party said it, and it is written down for them."""
    audience: Literal["customer", "internal"] = "customer"
    """``internal``: a note, which the party never sees."""
    files: FileIds = []
    ticket: Number | None = None
    """The linked ticket that it is about; by default the newest open one."""
    answers: Id | None = None
    """A message of the conversation that it answers: it belongs to the ticket of that."""


class HandOver(Request, frozen=True):
    agent_id: Id


class TransferConversation(Request, frozen=True):
    team: Key


class RateConversation(Request, frozen=True):
    score: Annotated[int, Meta(ge=1, le=5)]
    comment: Annotated[str, Meta(max_length=2_000)] = ""


class LinkConversation(Request, frozen=True):
    number: Number


class OpenFromConversation(Request, frozen=True, kw_only=True):
    """What is left out is read from what was said, then the type's default."""

    title: Annotated[Label, Meta(max_length=200)] = ""
    type: Key | None = None
    category: Key | None = None
    priority: Key | None = None
    team: Key | None = None
    fields: Fields = {}
    tags: Annotated[list[Tag], Meta(max_length=50)] = []


class ConversationOutcome(Answer, frozen=True, kw_only=True):
    """A conversation as a command left it."""

    id: int
    channel: str
    external_key: str
    party_id: int
    team: str | None
    agent_id: int | None
    state: Literal["open", "closed"]
    rating: int | None
    created_at: datetime
    ended_at: datetime | None
    version: int


def outcome_of(found: Conversation) -> ConversationOutcome:
    names = ConversationOutcome.__struct_fields__
    return ConversationOutcome(**{name: getattr(found, name) for name in names})


class Speaker(Answer, frozen=True):
    id: int
    name: str


class ConversationMessage(Answer, frozen=True, kw_only=True):
    id: int
    at: datetime
    audience: str
    author: Literal["customer", "agent", "automatic", "ai"]
    person: Speaker | None
    text: str
    html: str | None
    files: Sequence[FileRef]
    redacted: bool
    ticket: str | None
    """Number of the ticket in whose log it stands, if the reader may see that; null: in the conversation's own."""


class ConversationDetail(Answer, frozen=True, kw_only=True):
    conversation: ConversationOutcome
    party: Speaker
    tickets: Sequence[str]
    """Numbers of those that it is linked to and that the reader may see."""
    messages: Sequence[ConversationMessage]
    """Those of the last 100 that the reader may know, in order."""
    more: bool
    """Whether there are earlier ones."""
    earlier: int | None
    """Ask for those ``before`` this one."""


class UtteredMessage(Answer, frozen=True):
    message_id: int
    ticket: str | None
    """Number of the ticket in whose log it stands, whose clocks it moves; null: of none, or of one that the speaker may
    not see."""


class OpenedFromConversation(Answer, frozen=True):
    number: str
    version: int
