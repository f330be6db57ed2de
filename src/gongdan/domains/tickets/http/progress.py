"""Moving a ticket along its life over HTTP, for members: move, resolve, confirm, reopen, rate, close."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.tickets import commands
from gongdan.domains.tickets.commands.messages.worded import copied_to, words_of
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.engine.model import Shelf
from gongdan.domains.tickets.http import requests as r
from gongdan.domains.tickets.http.deps import custom
from gongdan.domains.tickets.http.shapes import Outcome, outcome
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs


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
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Move a ticket along its workflow."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(
            desk, await commands.move(desk, case, to=data.to, reason=data.reason, seen=seen, fields=custom(data.fields))
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
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Resolve; ``text`` goes out as a last public reply, and the customer is told and asked."""
    async with begin() as desk:
        case = await desk.case(number)
        copied = await copied_to(desk, data.cc)
        words = await words_of(desk, data.text, html=data.html, files=data.files, mentions=data.mentions, copied=copied)
        return outcome(desk, await commands.resolve(desk, case, words=words, seen=seen, fields=custom(data.fields)))


@post(
    "/tickets/{number:str}/confirm",
    status_code=200,
    operation_id="confirmTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.confirm", scope="tickets:write"),
)
async def confirm_ticket(
    number: PathNumber,
    begin: NamedDependency[Begin],
) -> Outcome:
    """Record that the requester confirmed the solution; the ticket closes."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.confirm(desk, case))


@post(
    "/tickets/{number:str}/confirm-for",
    status_code=200,
    operation_id="confirmForCustomer",
    tags=["progress"],
    opt=needs("staff", "ticket.confirm_for", scope="tickets:write"),
)
async def confirm_for_customer(
    number: PathNumber,
    data: JSONBody[r.ConfirmForRequest],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Record that the customer confirmed the solution by phone or chat; the ticket closes. Not where the initiator
    alone closes."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(
            desk,
            await commands.confirm_for(
                desk,
                case,
                person_id=data.person_id,
                channel=data.channel,
                call=data.call,
                note=data.note,
            ),
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
    data: JSONBody[r.FinishFollowUpRequest],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Say what came of the follow-up that a low rating asked for: called back, or told who must know. Reopening the
    ticket ends it too."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.finish_follow_up(desk, case, outcome=data.outcome, note=data.note))


@post(
    "/tickets/{number:str}/reopen",
    status_code=200,
    operation_id="reopenTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.reopen", scope="tickets:write"),
)
async def reopen_ticket(
    number: PathNumber,
    data: JSONBody[r.ReopenRequest],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Take a resolved ticket, or within its window a closed one, back into work."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.reopen(desk, case, words=await words_of(desk, data.text)))


@post(
    "/tickets/{number:str}/rating",
    status_code=200,
    operation_id="rateTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.rate", scope="tickets:write"),
)
async def rate_ticket(
    number: PathNumber,
    data: JSONBody[r.RateRequest],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Rate the service that one asked for, 1 to 5; nobody rates for a customer."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.rate(desk, case, score=data.score, comment=data.comment))


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
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Close by hand; who may is the ticket type's to say."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(
            desk, await commands.close(desk, case, reason=data.reason, seen=seen, fields=custom(data.fields))
        )


@post(
    "/tickets/{number:str}/trash",
    status_code=200,
    operation_id="trashTicket",
    tags=["progress"],
    opt=needs("staff", "ticket.trash", scope="tickets:write"),
)
async def trash_ticket(
    number: PathNumber,
    data: JSONBody[r.PutAwayRequest],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Put a ticket into the trash, or take it out (`out`). There it lies still: neither lists nor its customer show it,
    no rule acts on it, its promises are paused, and a mail that answers it opens another ticket."""
    return await _put(begin, number, "trash", is_out=data.out)


@post(
    "/tickets/{number:str}/spam",
    status_code=200,
    operation_id="markAsSpam",
    tags=["progress"],
    opt=needs("staff", "ticket.spam", scope="tickets:write"),
)
async def mark_as_spam(
    number: PathNumber,
    data: JSONBody[r.PutAwayRequest],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Mark a ticket as spam, or say that it is none (`out`). It lies still as in the trash, but what its sender writes
    on it stays with it, and nobody is told."""
    return await _put(begin, number, "spam", is_out=data.out)


async def _put(begin: Begin, number: str, shelf: Shelf, *, is_out: bool) -> Outcome:
    async with begin() as desk:
        case = await desk.case(number)
        put = commands.take_out if is_out else commands.put_away
        return outcome(desk, await put(desk, case, shelf=shelf))


handlers = [
    move_ticket,
    resolve_ticket,
    confirm_ticket,
    confirm_for_customer,
    finish_follow_up,
    reopen_ticket,
    rate_ticket,
    close_ticket,
    trash_ticket,
    mark_as_spam,
]
