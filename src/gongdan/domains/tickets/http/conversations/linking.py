"""Conversations and their tickets, over HTTP, for members."""

from litestar import Response, delete, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.tickets.commands import NewTicket, Triage
from gongdan.domains.tickets.commands.talking import link, open_from, unlink
from gongdan.domains.tickets.desk.blocks import Numbers
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.desk.rulebook import RuleBook
from gongdan.domains.tickets.http.conversations import bodies as b
from gongdan.infra.http.bodies import PathId, PathNumber
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.kernel import clock
from gongdan.kernel.errors import Forbidden


@post(
    "/conversations/{conversation_id:int}/links",
    status_code=200,
    operation_id="linkConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.link", scope="tickets:write"),
)
async def link_conversation(
    conversation_id: PathId,
    data: JSONBody[b.LinkConversation],
    begin: NamedDependency[Begin],
) -> b.ConversationOutcome:
    """Show a conversation on a ticket."""
    async with begin() as desk:
        return b.outcome_of(await link(desk, conversation_id, data.number))


@delete(
    "/conversations/{conversation_id:int}/links/{number:str}",
    status_code=200,
    operation_id="unlinkConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.link", scope="tickets:write"),
)
async def unlink_conversation(
    conversation_id: PathId,
    number: PathNumber,
    begin: NamedDependency[Begin],
) -> b.ConversationOutcome:
    """Take it away from a ticket, unless something said in it stands in the ticket's log."""
    async with begin() as desk:
        return b.outcome_of(await unlink(desk, conversation_id, number))


@post(
    "/conversations/{conversation_id:int}/tickets",
    status_code=201,
    operation_id="openTicketFromConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.link", scope="tickets:write"),
)
async def open_ticket_from_conversation(
    conversation_id: PathId,
    data: JSONBody[b.OpenFromConversation],
    authority: NamedDependency[Authority],
    begin: NamedDependency[Begin],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[Triage],
    once: NamedDependency[Once],
) -> Response[b.OpenedFromConversation]:
    """Open a ticket for the conversation's party; the transcript, with its files, is what it is opened with."""
    if not may_somewhere(authority, "ticket.create_for_others"):
        raise Forbidden(action="ticket.create_for_others")
    book = await rules(authority.workspace_id, authority.release)
    (number,) = await numbers.take(book, 1, clock.now())
    async with begin() as desk:
        new = NewTicket(
            number=number,
            requester=0,
            channel="",
            title=data.title,
            type=data.type,
            category=data.category,
            priority=data.priority,
            team=data.team,
            fields=data.fields,
            tags=tuple(data.tags),
            may_be_incomplete=True,
        )
        opened = (await open_from(desk, conversation_id, new, triage)).decision.after.live
        return once.keep(b.OpenedFromConversation(opened.number, opened.version), status=201)


handlers = [link_conversation, unlink_conversation, open_ticket_from_conversation]
