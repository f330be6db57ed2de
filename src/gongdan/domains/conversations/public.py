"""What other domains may use of conversations."""

from gongdan.domains.conversations import commands
from gongdan.domains.conversations.access import checked, for_change, readable
from gongdan.domains.conversations.choice import LinkedTicket, ticket_of
from gongdan.domains.conversations.commands.say import check_open
from gongdan.domains.conversations.doctoring import flaws_of_conversations
from gongdan.domains.conversations.model import Conversation, ConversationKeys, conversation_keys
from gongdan.domains.conversations.queries import (
    SaidThere,
    answered,
    load,
    of_ticket,
    origin_of,
    said_in,
    to_answer,
)
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
    "Conversation",
    "ConversationKeys",
    "LinkedTicket",
    "MoveParty",
    "Origin",
    "Party",
    "PutConversation",
    "PutMessage",
    "SaidThere",
    "answered",
    "check_open",
    "checked",
    "commands",
    "conversation_keys",
    "flaws_of_conversations",
    "for_change",
    "load",
    "move_party",
    "of_ticket",
    "origin_of",
    "readable",
    "said_in",
    "ticket_of",
    "to_answer",
    "write_conversation",
    "write_message",
]
