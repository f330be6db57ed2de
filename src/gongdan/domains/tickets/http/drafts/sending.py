"""Sending a reply so that it can be taken back for some seconds."""

from datetime import timedelta

from litestar import delete, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.tickets import commands
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.http.deps import asked_of
from gongdan.domains.tickets.http.drafts.shapes import MessageDraftView, draft_view, held_view, ticket_id_of
from gongdan.domains.tickets.http.requests import HoldReply
from gongdan.domains.tickets.http.shapes import Outcome, outcome
from gongdan.infra.http.bodies import PathNumber
from gongdan.infra.http.guard import needs


@post(
    "/tickets/{number:str}/sending",
    status_code=201,
    operation_id="holdReply",
    tags=["messages"],
    opt=needs("staff", "ticket.reply", scope="tickets:write"),
)
async def hold_reply(
    number: PathNumber,
    data: JSONBody[HoldReply],
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
    secret: NamedDependency[bytes],
) -> MessageDraftView:
    """Answer the customer in public after ``wait_s`` seconds in which it can be taken back; it counts as said now. What
    would be refused now is refused now, as ``POST …/replies`` refuses it. What is refused when it is due (a public
    message arrived that ``If-Match`` had not seen, the ticket was closed, a right was taken away) is a draft again, and
    a notice says why. One waits at a time: 409 while the last one does."""
    asked, wait = asked_of(data), timedelta(seconds=data.wait_s)
    version = await commands.rehearse(begin, number, asked, seen=seen)
    async with begin() as desk:
        case = await desk.case(number)
        held = await commands.send_later(desk, case, asked, wait=wait, seen=version, draft=data.draft)
        return await held_view(desk, held, secret)


@delete(
    "/tickets/{number:str}/sending",
    status_code=200,
    operation_id="takeReplyBack",
    tags=["messages"],
    opt=needs("staff", "ticket.read", scope="tickets:write"),
)
async def take_reply_back(
    number: PathNumber, begin: NamedDependency[Begin], secret: NamedDependency[bytes]
) -> MessageDraftView:
    """Take back one's reply that waits: it is a draft again, before what one has begun to write since. 409 when it went
    out, or was taken back."""
    async with begin() as desk:
        draft = await commands.take_back(desk, await ticket_id_of(desk, number, "ticket.read"))
        return await draft_view(desk, draft, secret)


@post(
    "/tickets/{number:str}/sending/now",
    status_code=200,
    operation_id="sendHeldReply",
    tags=["messages"],
    opt=needs("staff", "ticket.reply", scope="tickets:write"),
)
async def send_held_reply(number: PathNumber, begin: NamedDependency[Begin]) -> Outcome:
    """Send one's reply without waiting for the rest. What is refused is a draft again; 409 when nothing waits."""
    desk, written = await commands.send_now(begin, number)
    return outcome(desk, written.decision, message_id=written.message_id)


handlers = [hold_reply, take_reply_back, send_held_reply]
