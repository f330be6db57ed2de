"""Saying something in a conversation that moves no ticket's clocks."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from gongdan.domains.conversations import errors
from gongdan.domains.conversations.access import Deed
from gongdan.domains.conversations.commands.happen import happen
from gongdan.domains.conversations.events import ConversationSaid
from gongdan.domains.conversations.model import Conversation
from gongdan.domains.conversations.writes import Attached, PutMessage, write_message
from gongdan.infra.db.tx import Tx
from gongdan.kernel.text import clean


class ConversationWords(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    author: Literal["customer", "agent"] = "agent"
    audience: Literal["customer", "internal"] = "customer"
    author_id: int | None
    files: Sequence[Attached] = ()
    machine: bool = False


async def say(deed: Deed, conversation: Conversation, words: ConversationWords) -> int:
    """Add a message in the conversation's own stream; its id. Tickets call this where none that it is linked to is
    open.

    Raises:
        ConversationOver: it is closed.
        NoOpenTicket: a member would answer in what came with a ticket, and nobody would carry it to the customer.
    """
    check_open(conversation)
    is_reply = words.author == "agent" and words.audience == "customer"
    if is_reply and conversation.origin_ticket_id is not None:
        raise errors.NoOpenTicket()
    said = told(deed.tx.ids.next(), words)
    await happen(deed, conversation, said)
    put(deed.tx, conversation.id, said, words, deed)
    return said.message_id


def check_open(conversation: Conversation) -> None:
    """Raises ConversationOver."""
    if conversation.state == "closed":
        raise errors.ConversationOver()


def told(message_id: int, words: ConversationWords) -> ConversationSaid:
    return ConversationSaid(
        message_id=message_id,
        audience=words.audience,
        author=words.author,
        author_id=words.author_id,
        machine=words.machine,
    )


def put(
    tx: Tx, conversation_id: int, said: ConversationSaid, words: ConversationWords, deed: Deed, *, opens: bool = False
) -> None:
    """Queue the words of a message."""
    message = PutMessage(
        id=said.message_id,
        conversation_id=conversation_id,
        ticket_id=None,
        audience=said.audience,
        author=said.author,
        author_id=said.author_id,
        machine=said.machine,
        text=clean(words.text),
        html=None,
        quoted=None,
        at=deed.now,
        opens=opens,
        files=words.files,
    )
    write_message(tx, message)
