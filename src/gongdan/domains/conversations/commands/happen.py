"""What a command comes to: events in the conversation's stream, and the row as they leave it."""

from gongdan.domains.conversations.access import Deed
from gongdan.domains.conversations.model import Conversation, fold
from gongdan.domains.conversations.writes import write_folded
from gongdan.infra.log.append import append
from gongdan.kernel.events import Event


async def happen(deed: Deed, conversation: Conversation, *events: Event) -> Conversation:
    """Append the events and queue what they change. Once in a command: the head of the stream is read for it."""
    logged = await append(
        deed.tx,
        "conversation",
        conversation.id,
        events,
        actor=deed.actor,
        command_id=deed.command_id,
        release=deed.authority.release,
        now=deed.now,
    )
    after = conversation
    for one in logged:
        after = fold(after, one)
    write_folded(deed.tx, conversation, after)
    return after
