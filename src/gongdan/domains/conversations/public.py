"""What other domains may use of conversations."""

from gongdan.domains.conversations.queries import answered, of_ticket, to_answer
from gongdan.domains.conversations.writes import (
    Attached,
    MoveParty,
    Origin,
    Party,
    PutConversation,
    PutMessage,
    move_party,
    write_conversation,
    write_message,
)

__all__ = [
    "Attached",
    "MoveParty",
    "Origin",
    "Party",
    "PutConversation",
    "PutMessage",
    "answered",
    "move_party",
    "of_ticket",
    "to_answer",
    "write_conversation",
    "write_message",
]
