"""The commands of a conversation's life. What also concerns a ticket is a command of tickets, which calls these."""

from gongdan.domains.conversations.commands.begin import NewConversation, begin
from gongdan.domains.conversations.commands.links import MOST_LINKS, link, unlink
from gongdan.domains.conversations.commands.say import ConversationWords, say
from gongdan.domains.conversations.commands.serve import close, hand_over, join, rate, transfer

__all__ = [
    "MOST_LINKS",
    "ConversationWords",
    "NewConversation",
    "begin",
    "close",
    "hand_over",
    "join",
    "link",
    "rate",
    "say",
    "transfer",
    "unlink",
]
