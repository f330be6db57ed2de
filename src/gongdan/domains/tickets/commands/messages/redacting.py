"""Taking away what a message said, in every version, with its files (spec 01, integrity and erasure)."""

from gongdan.domains.conversations.public import EraseMessage, own_message
from gongdan.domains.files.public import erase_files
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.errors import MessageNotFound
from gongdan.domains.tickets.subjects.messages import MessageRedacted


async def redact(desk: Desk, case: Case, message_id: int, *, reason: str) -> Decision:
    """Erase the words and files of a message that stands in the log of this ticket, whoever wrote it. What was mailed
    already is with its recipients.

    Raises:
        MessageNotFound: no such message here, or it says nothing any more.
    """
    (found,) = await desk.gather(own_message(case.live.id, message_id))
    if not found:
        raise MessageNotFound(id=message_id)
    event = MessageRedacted(message_id=message_id, reason=reason)
    decision = desk.settle(case, intents.Redact(event=event))
    await erase_files(desk.tx, message_id, now=desk.now)
    return desk.apply(decision, EraseMessage(message_id=message_id, at=desk.now))
