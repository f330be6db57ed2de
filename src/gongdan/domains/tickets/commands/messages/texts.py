"""The text of a message, as the effect that stands beside the fact that it was written."""

from collections.abc import Sequence
from datetime import datetime

from gongdan.domains.conversations.public import Attached, Origin, PutMessage
from gongdan.domains.tickets.events import MessageAdded
from gongdan.kernel.text import clean


def text_of(
    said: MessageAdded,
    ticket_id: int,
    *,
    at: datetime,
    text: str,
    html: str | None,
    quoted: str | None,
    files: Sequence[Attached],
    origin: Origin | None = None,
) -> PutMessage:
    """The message that belongs to an event, its texts in their stored form (NFC, trimmed)."""
    return PutMessage(
        id=said.message_id,
        conversation_id=said.conversation_id,
        ticket_id=ticket_id,
        audience=said.audience,
        author=said.author,
        opens=said.opens,
        author_id=said.author_id,
        machine=said.machine,
        unverified=said.unverified,
        origin=origin,
        text=clean(text),
        html=clean(html) if html else None,
        quoted=clean(quoted) if quoted else None,
        at=at,
        files=files,
    )
