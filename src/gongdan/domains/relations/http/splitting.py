"""Splitting tickets over HTTP."""

from typing import Annotated

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.relations.commands import splitting
from gongdan.domains.tickets.public import Begin, NewTicket, Numbers, Outcome, RuleBook, outcome
from gongdan.domains.tickets.public import commands as tickets
from gongdan.infra.http.bodies import Id, PathNumber, Request, Title
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.kernel import clock
from gongdan.kernel.errors import Forbidden


class SplitTicket(Request, frozen=True):
    messages: Annotated[list[Id], Meta(min_length=1, max_length=20)]
    """What the customer wrote, by the ids of the messages."""
    title: Title


@post(
    "/tickets/{number:str}/split",
    status_code=201,
    operation_id="splitTicket",
    tags=["relations"],
    opt=needs("staff", "ticket.link", scope="tickets:write"),
)
async def split_ticket(
    number: PathNumber,
    data: JSONBody[SplitTicket],
    authority: NamedDependency[Authority],
    begin: NamedDependency[Begin],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[tickets.Triage],
    once: NamedDependency[Once],
) -> Response[Outcome]:
    """Open a ticket for what a customer wrote besides: its text and files are those of the messages, which stay where
    they are, and its clocks run from when the first of them was written. Both tickets are linked."""
    if not may_somewhere(authority, "ticket.create_for_others"):
        raise Forbidden(action="ticket.create_for_others")
    (own,) = await numbers.take(await rules(authority.workspace_id, authority.release), 1, clock.now())
    async with begin() as desk:
        new = NewTicket(number=own, requester=0, channel="api" if desk.via == "api" else "web", title=data.title)
        opened = await splitting.split(desk, number, data.messages, new, triage)
        return once.keep(outcome(desk, opened.decision, message_id=opened.message_id), status=201)


handlers = [split_ticket]
