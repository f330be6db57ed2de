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
        words = await words_of(desk, data.text, html=data.html, files=data.files, mentions=data.mentions, copied=copied)
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
    data: JSONBody[r.Assign],
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
    data: JSONBody[r.Accept],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Confirm that one works on it; with ``promised_at`` the customer is told by when he will hear."""
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


@post(
    "/tickets/{number:str}/moves",
    status_code=200,
    operation_id="moveTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.move", scope="tickets:write"),
)
async def move_ticket(
    number: PathNumber,
    data: JSONBody[r.Move],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Move a ticket along its workflow."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.move")
        return outcome(
            await commands.move(desk, case, to=data.to, reason=data.reason, seen=seen, fields=custom(data.fields))
        )


@post(
    "/tickets/{number:str}/resolve",
    status_code=200,
    operation_id="resolveTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.resolve", scope="tickets:write"),
)
async def resolve_ticket(
    number: PathNumber,
    data: JSONBody[r.Resolve],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Resolve; ``text`` goes out as a last public reply, and the customer is told and asked."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.resolve")
        copied = await copied_to(desk, data.cc)
        words = await words_of(desk, data.text, html=data.html, files=data.files, mentions=data.mentions, copied=copied)
        return outcome(await commands.resolve(desk, case, words=words, seen=seen, fields=custom(data.fields)))


@post(
    "/tickets/{number:str}/confirm",
    status_code=200,
    operation_id="confirmTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.confirm", scope="tickets:write"),
)
async def confirm_ticket(
    number: PathNumber,
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Record that the requester confirmed the solution; the ticket closes."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.confirm")
        return outcome(await commands.confirm(desk, case))


@post(
    "/tickets/{number:str}/confirm-for",
    status_code=200,
    operation_id="confirmForCustomer",
    tags=["progress"],
    opt=needs("staff", "ticket.confirm_for", scope="tickets:write"),
)
async def confirm_for_customer(
    number: PathNumber,
    data: JSONBody[r.ConfirmFor],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Record that the customer confirmed the solution by phone or chat; the ticket closes. Not where the initiator
    alone closes."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.confirm_for")
        return outcome(
            await commands.confirm_for(
                desk,
                case,
                person_id=data.person_id,
                channel=data.channel,
                call=data.call,
                note=data.note,
            )
        )


@post(
    "/tickets/{number:str}/follow-up",
    status_code=200,
    operation_id="finishFollowUp",
    tags=["progress"],
    opt=needs("staff", "ticket.resolve", scope="tickets:write"),
)
async def finish_follow_up(
    number: PathNumber,
    data: JSONBody[r.FinishFollowUp],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Say what came of the follow-up that a low rating asked for: called back, or told who must know. Reopening the
    ticket ends it too."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.resolve")
        return outcome(await commands.finish_follow_up(desk, case, outcome=data.outcome, note=data.note))


@post(
    "/tickets/{number:str}/reopen",
    status_code=200,
    operation_id="reopenTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.reopen", scope="tickets:write"),
)
async def reopen_ticket(
    number: PathNumber,
    data: JSONBody[r.Reopen],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Take a resolved ticket, or within its window a closed one, back into work."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.reopen")
        return outcome(await commands.reopen(desk, case, words=await words_of(desk, data.text)))


@post(
    "/tickets/{number:str}/rating",
    status_code=200,
    operation_id="rateTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.rate", scope="tickets:write"),
)
async def rate_ticket(
    number: PathNumber,
    data: JSONBody[r.Rate],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
) -> Outcome:
    """Rate the service that one asked for, 1 to 5; nobody rates for a customer."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.rate")
        return outcome(await commands.rate(desk, case, score=data.score, comment=data.comment))


@post(
    "/tickets/{number:str}/close",
    status_code=200,
    operation_id="closeTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.close", scope="tickets:write"),
)
async def close_ticket(
    number: PathNumber,
    data: JSONBody[r.Close],
    authority: NamedDependency[Authority],
    uow: NamedDependency[UnitOfWork],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Close by hand; who may is the ticket type's to say."""
    async with uow.begin(authority, via=via) as desk:
        case = await desk.case(number, "ticket.close")
        return outcome(await commands.close(desk, case, reason=data.reason, seen=seen, fields=custom(data.fields)))


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
    move_ticket,
    resolve_ticket,
    confirm_ticket,
    confirm_for_customer,
    finish_follow_up,
    reopen_ticket,
    rate_ticket,
    close_ticket,
]
