"""Which tickets a conversation is linked to. Tickets call these, once both are locked, seen and checked."""

from typing import Final

from gongdan.domains.conversations import errors
from gongdan.domains.conversations.access import Deed
from gongdan.domains.conversations.commands.happen import happen
from gongdan.domains.conversations.events import ConversationLinked, ConversationUnlinked
from gongdan.domains.conversations.model import Conversation
from gongdan.domains.conversations.writes import LinkTicket, take_link, write_link

MOST_LINKS: Final = 50
"""Tickets of one conversation, and conversations of one ticket: each message locks those that are open."""


async def link(deed: Deed, conversation: Conversation, ticket_id: int, *, opened: bool = False) -> Conversation:
    """Show the conversation on a ticket; ``opened``: that was made from it. Repeating it changes nothing.

    Raises:
        TooManyLinks.
    """
    if ticket_id in conversation.tickets:
        return conversation
    if len(conversation.tickets) >= MOST_LINKS:
        raise errors.TooManyLinks(most=MOST_LINKS)
    after = await happen(deed, conversation, ConversationLinked(ticket_id=ticket_id, opened=opened))
    write_link(deed.tx, LinkTicket(conversation.id, ticket_id, deed.now))
    return after


async def unlink(deed: Deed, conversation: Conversation, ticket_id: int) -> Conversation:
    """Take the conversation away from a ticket. Repeating it changes nothing."""
    if ticket_id not in conversation.tickets:
        return conversation
    after = await happen(deed, conversation, ConversationUnlinked(ticket_id=ticket_id))
    take_link(deed.tx, conversation.id, ticket_id)
    return after
