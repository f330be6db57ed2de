"""Internal notes that their author puts otherwise, over HTTP, for members."""

from datetime import datetime
from typing import Annotated

from litestar import get, patch
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.conversations.public import note_versions
from gongdan.domains.tickets.commands.messages.editing import edit_note
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.errors import NoteNotFound
from gongdan.domains.tickets.http.drafts.shapes import ticket_id_of
from gongdan.domains.tickets.http.shapes import Outcome, outcome
from gongdan.infra.http.bodies import Answer, PathId, PathNumber, Request, Text
from gongdan.infra.http.guard import needs


class EditNoteRequest(Request, frozen=True, kw_only=True):
    text: Annotated[str, Meta(min_length=1, max_length=100_000)]
    html: Text | None = None
    """Sanitised; ``text`` is then made from it. It shows those of the note's files that it showed before."""


class NoteVersion(Answer, frozen=True, kw_only=True):
    version: int
    text: str
    html: str | None
    at: datetime


@patch(
    "/tickets/{number:str}/notes/{message_id:int}",
    operation_id="editNote",
    tags=["messages"],
    opt=needs("staff", "ticket.note", scope="tickets:write"),
)
async def change_note(
    number: PathNumber,
    message_id: PathId,
    data: JSONBody[EditNoteRequest],
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Give an internal note of one's own other words; nobody is told. ``If-Match`` is the note's version: 412 when it
    was edited since. What it said before stays readable."""
    async with begin() as desk:
        case = await desk.case(number)
        decision = await edit_note(desk, case, message_id, data.text, html=data.html, seen=seen)
        return outcome(desk, decision, message_id=message_id)


@get(
    "/tickets/{number:str}/notes/{message_id:int}/versions",
    operation_id="listNoteVersions",
    tags=["messages"],
    opt=needs("staff", "note.read"),
)
async def list_note_versions(
    number: PathNumber, message_id: PathId, begin: NamedDependency[Begin]
) -> list[NoteVersion]:
    """What an internal note says and said, oldest first."""
    async with begin() as desk:
        ticket_id = await ticket_id_of(desk, number, "note.read")
        (found,) = await desk.gather(note_versions(ticket_id, message_id))
        if not found:
            raise NoteNotFound(id=message_id)
        return [NoteVersion(version=one.version, text=one.text, html=one.html, at=one.at) for one in found]


handlers = [change_note, list_note_versions]
