"""What other domains may use of conversations."""

from gongdan.domains.conversations import commands
from gongdan.domains.conversations.access import checked, for_change, readable
from gongdan.domains.conversations.choice import LinkedTicket, is_of_customer, ticket_of
from gongdan.domains.conversations.commands.say import check_open
from gongdan.domains.conversations.doctoring import flaws_of_conversations
from gongdan.domains.conversations.model import Conversation, ConversationKeys, conversation_keys
from gongdan.domains.conversations.queries import (
    SaidThere,
    answered,
    held_message,
    load,
    note_versions,
    of_ticket,
    own_message,
    said_in,
    still_waiting,
    to_answer,
)
from gongdan.domains.conversations.writes import (
    Attached,
    EraseMessage,
    MoveParty,
    Origin,
    Party,
    PutConversation,
    PutMessage,
    PutVersion,
    RichText,
    erase_message,
    move_message,
    move_party,
    write_conversation,
    write_message,
    write_version,
)

__all__ = [
    "Attached",
    "Conversation",
    "ConversationKeys",
    "EraseMessage",
    "LinkedTicket",
    "MoveParty",
    "Origin",
    "Party",
    "PutConversation",
    "PutMessage",
    "PutVersion",
    "RichText",
    "SaidThere",
    "answered",
    "check_open",
    "checked",
    "commands",
    "conversation_keys",
    "erase_message",
    "flaws_of_conversations",
    "for_change",
    "held_message",
    "is_of_customer",
    "load",
    "move_message",
    "move_party",
    "note_versions",
    "of_ticket",
    "own_message",
    "readable",
    "said_in",
    "still_waiting",
    "ticket_of",
    "to_answer",
    "write_conversation",
    "write_message",
    "write_version",
]
