"""The only doors to conversations: whatever is loaded here was checked, and what may not be seen is not found."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.conversations import errors, queries
from gongdan.domains.conversations.model import Conversation, conversation_keys
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.errors import Forbidden
from gongdan.kernel.events import Actor


class Deed(Protocol):
    """Where a command works: one transaction, one actor, one instant. Tickets' desk is one."""

    tx: Tx
    authority: Authority
    command_id: int
    now: datetime

    @property
    def actor(self) -> Actor: ...

    async def gather(self, *asked: Query[Any]) -> tuple[list[Any], ...]:
        """Load in one round trip and read the time after it."""


async def for_change(deed: Deed, id: int, action: str) -> Conversation:
    """Lock and load a conversation for ``action``.

    Raises:
        ConversationNotFound: no such conversation, or not one that this actor may see.
        Forbidden: they may see it and not do this.
    """
    _, found = await deed.gather(queries.lock_one(id), queries.load(id))
    return checked(found, deed.authority, action, id)


async def readable(tx: ReadTx, authority: Authority, id: int) -> Conversation:
    """Load a conversation to show it.

    Raises:
        ConversationNotFound: no such conversation, or not one that this reader may see.
    """
    (found,) = await tx.gather(queries.load(id))
    return checked(found, authority, "conversation.read", id)


def checked(found: Sequence[Conversation], authority: Authority, action: str, id: int) -> Conversation:
    """The conversation with this id that was loaded, if the actor may do ``action`` with it. Raises the same."""
    if not found or not may(authority, "conversation.read", conversation_keys(found[0])):
        raise errors.ConversationNotFound(id=id)
    if action != "conversation.read" and not may(authority, action, conversation_keys(found[0])):
        raise Forbidden(action=action)
    return found[0]
