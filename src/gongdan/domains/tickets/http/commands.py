"""Commands on one ticket over HTTP, for members: each opens its transaction in sight, calls the command, and answers
what was decided. No rule lives here; customers have the portal's."""

from datetime import UTC
from typing import Any

from litestar import Response, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET

from gongdan.domains.tickets import commands
from gongdan.domains.tickets.commands.messages.sending import send
from gongdan.domains.tickets.commands.messages.worded import words_of
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.desk.drafts import forget_sent
from gongdan.domains.tickets.http import requests as r
from gongdan.domains.tickets.http.deps import asked_of, custom
from gongdan.domains.tickets.http.shapes import Outcome, outcome
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.kernel.errors import FieldFault, Invalid


@post(
    "/tickets/{number:str}/replies",
    status_code=201,
    operation_id="replyToTicket",
    tags=["messages"],
    opt=needs("staff", "ticket.reply", scope="tickets:write"),
)
async def reply_to_ticket(
    number: PathNumber,
    data: JSONBody[r.WriteReply],
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
    once: NamedDependency[Once],
) -> Response[Outcome]:
    """Answer the customer in public; with ``to`` the ticket moves in the same step, or nothing happens at all. 412 when
    a public message arrived that ``If-Match`` had not seen, or where it moves and somebody else had moved it."""
    async with begin() as desk:
        case = await desk.case(number)
        written = await send(desk, case, asked_of(data), seen=seen)
        forget_sent(desk.tx, case.live.id, desk.authority.person_id, "reply", data.draft)
        return once.keep(outcome(desk, written.decision, message_id=written.message_id), status=201)


@post(
    "/tickets/{number:str}/notes",
    status_code=201,
    operation_id="addNote",
    tags=["messages"],
    opt=needs("staff", "ticket.note", scope="tickets:write"),
)
async def add_note(
    number: PathNumber,
    data: JSONBody[r.WriteMessage],
    begin: NamedDependency[Begin],
    once: NamedDependency[Once],
) -> Response[Outcome]:
    """Write an internal note: no customer ever sees it."""
    async with begin() as desk:
        case = await desk.case(number)
        words = await words_of(
            desk,
            data.text,
            html=data.html,
            files=data.files,
            mentions=data.mentions,
            teams=data.mention_teams,
        )
        written = await commands.note(desk, case, _some(words))
        forget_sent(desk.tx, case.live.id, desk.authority.person_id, "note", data.draft)
        return once.keep(outcome(desk, written.decision, message_id=written.message_id), status=201)


@post(
    "/tickets/{number:str}/accept",
    status_code=200,
    operation_id="acceptTicket",
    tags=["assignment"],
    opt=needs("staff", "ticket.accept", scope="tickets:write"),
)
async def accept_ticket(
    number: PathNumber,
    data: JSONBody[r.AcceptRequest],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Confirm that one works on it; with ``promised_at`` the customer is told by when they will hear."""
    at = data.promised_at
    promised_at = at.replace(tzinfo=at.tzinfo or UTC) if at else None
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.accept(desk, case, promised_at=promised_at))


@patch(
    "/tickets/{number:str}",
    operation_id="editTicket",
    tags=["tickets"],
    opt=needs("staff", "ticket.edit", scope="tickets:write"),
)
async def edit_ticket(
    number: PathNumber,
    data: JSONBody[r.SetFields],
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Change title, type, category, priority or custom fields. What is left out stays."""
    plain: dict[str, Any] = {
        "title": data.title,
        "type": data.type,
        "category": data.category,
        "priority": data.priority,
    }
    values = {name: value for name, value in plain.items() if value is not UNSET}
    if data.fields is not UNSET:
        values |= custom(data.fields)
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.set_fields(desk, case, values, seen=seen))


@post(
    "/tickets/{number:str}/tags",
    status_code=200,
    operation_id="tagTicket",
    tags=["tickets"],
    opt=needs("staff", "ticket.tag", scope="tickets:write"),
)
async def tag_ticket(
    number: PathNumber,
    data: JSONBody[r.SetTags],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Add and remove tags."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.set_tags(desk, case, add=tuple(data.add), remove=tuple(data.remove)))


@post(
    "/tickets/{number:str}/watching",
    status_code=200,
    operation_id="watchTicket",
    tags=["tickets"],
    opt=needs("staff", "ticket.watch", scope="tickets:write"),
)
async def watch_ticket(
    number: PathNumber,
    data: JSONBody[r.SetWatching],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Watch a ticket, or stop; for oneself or for a colleague."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.set_watching(desk, case, person_id=data.person_id, watching=data.watching))


def _some(words: Any) -> Any:
    if words is None:
        raise Invalid(faults=(FieldFault("text", "required"),))
    return words


handlers = [
    reply_to_ticket,
    add_note,
    accept_ticket,
    edit_ticket,
    tag_ticket,
    watch_ticket,
]
