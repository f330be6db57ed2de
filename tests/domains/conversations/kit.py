"""Conversations beside the one that a ticket came with."""

from gongdan.domains.conversations.public import (
    PutConversation,
    PutMessage,
    write_conversation,
    write_message,
)
from gongdan.domains.conversations.writes import LinkTicket, write_link
from gongdan.kernel import clock
from tests.kit import Office, Visitor


async def linked(office: Office, party: Visitor, ticket_id: int, text: str, *, channel: str = "mail") -> int:
    """A conversation with somebody else, who wrote this, that is linked to the ticket."""
    async with office.services.db.write(office.id) as tx:
        id, now = tx.ids.next(), clock.now()
        write_conversation(tx, PutConversation(id=id, channel=channel, party_id=party.id, at=now, last_customer_at=now))
        write_link(tx, LinkTicket(id, ticket_id, now))
        write_message(
            tx,
            PutMessage(
                id=tx.ids.next(),
                conversation_id=id,
                ticket_id=None,
                audience="customer",
                author="customer",
                author_id=party.id,
                machine=False,
                text=text,
                html=None,
                quoted=None,
                at=now,
                opens=True,
            ),
        )
    return id
