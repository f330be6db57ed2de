"""Putting an internal note otherwise: its author may, and what it said before stays readable (spec 02, messages)."""

import re
from typing import Final

from gongdan.domains.conversations.public import PutVersion, note_versions
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.errors import NoteNotFound, NoteNotYours, StaleNote
from gongdan.domains.tickets.subjects.messages import NoteEdited

_PART: Final = re.compile(r'src="cid:([^"]+)"')


async def edit_note(
    desk: Desk, case: Case, message_id: int, text: str, *, html: str | None, seen: int | None
) -> Decision:
    """Give a note of one's own other words. The ticket's lock is held, so versions follow each other. Its files stay,
    and the HTML shows those that it showed.

    Raises:
        NoteNotFound: no such note here, or its words were erased.
        NoteNotYours: somebody else wrote it.
        StaleNote: it was edited since ``seen``.
        TicketClosed: the ticket is read-only.
    """
    (found,) = await desk.gather(note_versions(case.live.id, message_id))
    if not found:
        raise NoteNotFound(id=message_id)
    last = found[-1]
    if last.author_id != desk.authority.person_id:
        raise NoteNotYours(id=message_id)
    if seen is not None and seen != last.version:
        raise StaleNote(version=last.version)
    version = last.version + 1
    decision = desk.settle(case, intents.EditNote(event=NoteEdited(message_id=message_id, version=version)))
    shown = last.html or ""
    rich = desk.written(html, frozenset(_PART.findall(shown))) if html else None
    put = PutVersion(
        message_id=message_id,
        version=version,
        text=(rich.text if rich else "") or text,
        html=rich.html if rich else None,
        by_id=desk.authority.me,
        at=desk.now,
    )
    return desk.apply(decision, put)
