"""What can happen in a conversation. A message that belongs to a ticket is told in that ticket's log instead."""

from typing import Final, Literal

from gongdan.kernel.events import Event


class ConversationBegun(Event, frozen=True, kw_only=True, tag="conversation.begun"):
    channel: str
    party_id: int
    external_key: str = ""
    """How the channel knows it."""
    account_id: int | None = None
    team: str | None = None
    agent_id: int | None = None
    """A member who began it and serves it."""


class ConversationJoined(Event, frozen=True, kw_only=True, tag="conversation.joined"):
    """A member serves it from now on."""

    agent_id: int


class ConversationHandedOver(Event, frozen=True, kw_only=True, tag="conversation.handed_over"):
    """Another member serves it."""

    before: int | None
    after: int


class ConversationTransferred(Event, frozen=True, kw_only=True, tag="conversation.transferred"):
    """It waits for somebody of a team."""

    before: str | None
    after: str
    agent_id: int | None = None
    """Who served it until then."""


class ConversationClosed(Event, frozen=True, kw_only=True, tag="conversation.closed"):
    """It is over: nothing more is said in it."""


class ConversationRated(Event, frozen=True, kw_only=True, tag="conversation.rated"):
    score: int
    comment: str = ""
    before: int | None = None
    """An earlier score, which it replaces."""


class ConversationSaid(Event, frozen=True, kw_only=True, tag="conversation.message_added"):
    """A message that moves no ticket's clocks: none that it is linked to is open. The words live in
    ``message_version``."""

    message_id: int
    audience: str
    author: Literal["customer", "agent", "automatic", "ai"]
    author_id: int | None = None
    machine: bool = False


class ConversationLinked(Event, frozen=True, kw_only=True, tag="conversation.linked"):
    """A ticket shows its messages from now on."""

    ticket_id: int
    opened: bool = False
    """The ticket was opened from it."""


class ConversationUnlinked(Event, frozen=True, kw_only=True, tag="conversation.unlinked"):
    ticket_id: int


ALL: Final = (
    ConversationBegun,
    ConversationJoined,
    ConversationHandedOver,
    ConversationTransferred,
    ConversationClosed,
    ConversationRated,
    ConversationSaid,
    ConversationLinked,
    ConversationUnlinked,
)
