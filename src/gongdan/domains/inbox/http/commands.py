"""Commands on one ticket over HTTP, for members: each opens its transaction in sight, calls the command, and answers
what was decided. No rule lives here; customers have the portal's."""

from datetime import UTC
from typing import Any

from litestar import Response, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET

from gongdan.domains.accounts.public import Authority
from gongdan.domains.inbox.http import requests as r
from gongdan.domains.inbox.http.deps import copied_to, custom, outcome, words_of
from gongdan.domains.inbox.shapes import Outcome
from gongdan.domains.routing.public import assign, claim
from gongdan.domains.tickets.public import UnitOfWork, commands
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via


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
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
    once: NamedDependency[Once],
) -> Response[Outcome]:
    """Answer the customer in public. 412 when a public message arrived that ``If-Match`` had not seen."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.reply")
        copied = await copied_to(desk, data.cc)
        words = await words_of(
            desk,
            data.text,
            html=data.html,
            files=data.files,
            mentions=data.mentions,
            copied=copied,
            conversation_id=data.conversation_id,
        )
        written = await commands.reply(desk, case, _some(words), seen=seen)
        return once.keep(outcome(written.decision, message_id=written.message_id), status=201)


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
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
    once: NamedDependency[Once],
) -> Response[Outcome]:
    """Write an internal note: no customer ever sees it."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.note")
        words = await words_of(desk, data.text, html=data.html, files=data.files, mentions=data.mentions)
        written = await commands.note(desk, case, _some(words))
        return once.keep(outcome(written.decision, message_id=written.message_id), status=201)


@post(
    "/tickets/{number:str}/assignments",
    status_code=200,
    operation_id="assignTicket",
    tags=["assignment"],
    opt=needs("staff", "ticket.assign", scope="tickets:write"),
)
async def assign_ticket(
    number: PathNumber,
    data: JSONBody[r.AssignRequest],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Assign to a team, to a person, or back into the team's queue. A person may assign above an agent's capacity,
    with permission and knowingly (``above_capacity``)."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.assign")
        decision = await assign(
            desk,
            case,
            team=data.team,
            assignee_id=data.assignee_id,
            above_capacity=data.above_capacity,
            seen=seen,
        )
        return outcome(decision)


@post(
    "/tickets/{number:str}/claim",
    status_code=200,
    operation_id="claimTicket",
    tags=["assignment"],
    opt=needs("staff", "ticket.claim", scope="tickets:write"),
)
async def claim_ticket(
    number: PathNumber,
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Take an unassigned ticket of one's teams, within one's capacity."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.claim")
        return outcome(await claim(desk, case))


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
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Confirm that one works on it; with ``promised_at`` the customer is told by when they will hear."""
    at = data.promised_at
    promised_at = at.replace(tzinfo=at.tzinfo or UTC) if at else None
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.accept")
        return outcome(await commands.accept(desk, case, promised_at=promised_at))


@patch(
    "/tickets/{number:str}",
    operation_id="editTicket",
    tags=["tickets"],
    opt=needs("staff", "ticket.edit", scope="tickets:write"),
)
async def edit_ticket(
    number: PathNumber,
    data: JSONBody[r.SetFields],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
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
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.edit")
        return outcome(await commands.set_fields(desk, case, values, seen=seen))


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
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Add and remove tags."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.tag")
        return outcome(await commands.set_tags(desk, case, add=tuple(data.add), remove=tuple(data.remove)))


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
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Watch a ticket, or stop; for oneself or for a colleague."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.watch")
        return outcome(await commands.set_watching(desk, case, person_id=data.person_id, watching=data.watching))


def _some(words: Any) -> Any:
    if words is None:
        raise Invalid(faults=(FieldFault("text", "required"),))
    return words


handlers = [
    reply_to_ticket,
    add_note,
    assign_ticket,
    claim_ticket,
    accept_ticket,
    edit_ticket,
    tag_ticket,
    watch_ticket,
]
