"""Saying something in a conversation, over HTTP, for members."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority
from gongdan.domains.conversations.public import Attached
from gongdan.domains.files.public import uploaded
from gongdan.domains.tickets.commands.talking import Utterance, pass_message, utter
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.http.conversations import bodies as b
from gongdan.infra.http.bodies import PathId
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once


@post(
    "/conversations/{conversation_id:int}/messages",
    status_code=201,
    operation_id="sayInConversation",
    tags=["conversations"],
    opt=needs("staff", "conversation.say", scope="tickets:write"),
)
async def say_in_conversation(
    conversation_id: PathId,
    data: JSONBody[b.SayInConversation],
    authority: NamedDependency[Authority],
    begin: NamedDependency[Begin],
    once: NamedDependency[Once],
) -> Response[b.UtteredMessage]:
    """Say something, or write down what the party said. It shows on every linked ticket and moves the clocks of one at
    most: of the ticket whose reply it answers, else of the one that is named, else of the newest open one."""
    async with begin() as desk:
        files = await uploaded(desk.tx, authority.bearer, data.files)
        said = Utterance(
            text=data.text,
            author=data.author,
            audience=data.audience,
            files=[Attached(file_id=one.id) for one in files],
            ticket=data.ticket,
            answers=data.answers,
        )
        done = await utter(desk, conversation_id, said)
        return once.keep(b.UtteredMessage(done.message_id, done.ticket), status=201)


@post(
    "/conversations/{conversation_id:int}/messages/{message_id:int}/ticket",
    status_code=200,
    operation_id="passMessage",
    tags=["conversations"],
    opt=needs("staff", "conversation.link", scope="tickets:write"),
)
async def pass_on(
    conversation_id: PathId,
    message_id: PathId,
    data: JSONBody[b.LinkConversation],
    begin: NamedDependency[Begin],
) -> b.ConversationOutcome:
    """Let a customer's message move the clocks of another ticket that the conversation is linked to."""
    async with begin() as desk:
        return b.outcome_of(await pass_message(desk, conversation_id, message_id, data.number))


handlers = [say_in_conversation, pass_on]
