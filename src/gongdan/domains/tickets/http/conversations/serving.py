"""Conversations over HTTP, for members: beginning, reading and serving them."""

from typing import Annotated

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, QueryParameter

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.conversations.public import commands, for_change
from gongdan.domains.customers.public import (
    Handle,
    by_handles,
    by_ids,
    lock_handles,
    mail_handle,
    only_named,
    phone_handle,
)
from gongdan.domains.tickets.desk.desk import Begin, Desk
from gongdan.domains.tickets.http.conversations import bodies as b
from gongdan.domains.tickets.http.conversations.reading import conversation_of
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Forbidden, Invalid


@post(
    "/conversations",
    status_code=201,
    operation_id="beginConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.begin", scope="tickets:write"),
)
async def begin_conversation(
    data: JSONBody[b.BeginConversation],
    authority: NamedDependency[Authority],
    begin: NamedDependency[Begin],
    once: NamedDependency[Once],
) -> Response[b.ConversationOutcome]:
    """Begin a conversation, such as a chat or a call; it needs no ticket. It waits for the team, or is served by
    whoever begins it, if they may."""
    if data.join and not may_somewhere(authority, "conversation.join"):
        raise Forbidden(action="conversation.join")
    async with begin() as desk:
        party_id = await _party(desk, data.party)
        author_id = party_id if data.author == "customer" else authority.me
        words = commands.ConversationWords(text=data.text, author=data.author, author_id=author_id)
        new = commands.NewConversation(
            channel=data.channel,
            party_id=party_id,
            external_key=data.external_key,
            team=data.team,
            agent_id=authority.me if data.join else None,
            words=words if data.text.strip() else None,
        )
        return once.keep(b.outcome_of(await commands.begin(desk, new)), status=201)


@get(
    "/conversations/{conversation_id:int}",
    operation_id="getConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.read"),
)
async def get_conversation(
    conversation_id: PathId,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    secret: NamedDependency[bytes],
    before: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
) -> b.ConversationDetail:
    """A conversation with its last 100 messages, or those ``before`` one of them."""
    async with db.read(authority.workspace_id) as tx:
        return await conversation_of(tx, authority, conversation_id, before=before, key=secret, now=clock.now())


@post(
    "/conversations/{conversation_id:int}/join",
    status_code=200,
    operation_id="joinConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.join", scope="tickets:write"),
)
async def join_conversation(
    conversation_id: PathId,
    begin: NamedDependency[Begin],
) -> b.ConversationOutcome:
    """Serve a conversation that waits. Of two who do so at once one is told who was quicker."""
    async with begin() as desk:
        found = await for_change(desk, conversation_id, desk.action)
        return b.outcome_of(await commands.join(desk, found))


@post(
    "/conversations/{conversation_id:int}/handover",
    status_code=200,
    operation_id="handOverConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.hand_over", scope="tickets:write"),
)
async def hand_over_conversation(
    conversation_id: PathId,
    data: JSONBody[b.HandOver],
    begin: NamedDependency[Begin],
) -> b.ConversationOutcome:
    """Let another member serve it."""
    async with begin() as desk:
        found = await for_change(desk, conversation_id, desk.action)
        return b.outcome_of(await commands.hand_over(desk, found, to=data.agent_id))


@post(
    "/conversations/{conversation_id:int}/transfer",
    status_code=200,
    operation_id="transferConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.hand_over", scope="tickets:write"),
)
async def transfer_conversation(
    conversation_id: PathId,
    data: JSONBody[b.TransferConversation],
    begin: NamedDependency[Begin],
) -> b.ConversationOutcome:
    """Let it wait for somebody of a team; of its own team: back into the queue."""
    async with begin() as desk:
        found = await for_change(desk, conversation_id, desk.action)
        return b.outcome_of(await commands.transfer(desk, found, team=data.team))


@post(
    "/conversations/{conversation_id:int}/close",
    status_code=200,
    operation_id="closeConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.close", scope="tickets:write"),
)
async def close_conversation(
    conversation_id: PathId,
    begin: NamedDependency[Begin],
) -> b.ConversationOutcome:
    """End it: nothing more is said in it. Its tickets stay as they are."""
    async with begin() as desk:
        found = await for_change(desk, conversation_id, desk.action)
        return b.outcome_of(await commands.close(desk, found))


@post(
    "/conversations/{conversation_id:int}/rating",
    status_code=200,
    operation_id="rateConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.rate", scope="tickets:write"),
)
async def rate_conversation(
    conversation_id: PathId,
    data: JSONBody[b.RateConversation],
    begin: NamedDependency[Begin],
) -> b.ConversationOutcome:
    """Write down what the party thinks of it, once it is over; nobody does so of what they served themselves."""
    async with begin() as desk:
        found = await for_change(desk, conversation_id, desk.action)
        return b.outcome_of(await commands.rate(desk, found, score=data.score, comment=data.comment))


async def _party(desk: Desk, given: b.ConversationParty) -> int:
    """The person, found or made."""
    if given.id is not None:
        (known,) = await desk.tx.gather(by_ids([given.id]))
        if not known:
            raise Invalid(faults=(FieldFault("party.id", "unknown_person"),))
        return known[0].person_id
    handle = _handle(given)
    if handle is None:
        if not given.name.strip():
            raise Invalid(faults=(FieldFault("party", "required"),))
        return desk.meet(only_named(given.name)).person_id
    _, known = await desk.tx.gather(lock_handles([handle]), by_handles([handle]))
    return (known[0] if known else desk.meet(handle)).person_id


def _handle(given: b.ConversationParty) -> Handle | None:
    if given.mail is not None:
        return mail_handle(given.mail, given.name)
    return phone_handle(given.phone, given.name) if given.phone is not None else None


handlers = [
    begin_conversation,
    get_conversation,
    join_conversation,
    hand_over_conversation,
    transfer_conversation,
    close_conversation,
    rate_conversation,
]
