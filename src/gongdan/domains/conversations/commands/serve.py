"""Serving a conversation: joining it, passing it on, ending it, and what its party thinks of it."""

from gongdan.domains.conversations import errors, queries
from gongdan.domains.conversations.access import Deed
from gongdan.domains.conversations.commands.happen import happen
from gongdan.domains.conversations.commands.say import check_open
from gongdan.domains.conversations.events import (
    ConversationClosed,
    ConversationHandedOver,
    ConversationJoined,
    ConversationRated,
    ConversationTransferred,
)
from gongdan.domains.conversations.model import Conversation
from gongdan.kernel.errors import FieldFault, Invalid


async def join(deed: Deed, conversation: Conversation) -> Conversation:
    """Serve a conversation that waits. Repeating it changes nothing.

    Raises:
        ConversationTaken: somebody else serves it; they, or a lead, hand it over.
        ServedByTicket, ConversationOver.
    """
    _check_served_here(conversation)
    me = deed.authority.me
    if conversation.agent_id == me:
        return conversation
    if conversation.agent_id is not None:
        raise errors.ConversationTaken(agent_id=conversation.agent_id)
    return await happen(deed, conversation, ConversationJoined(agent_id=me))


async def hand_over(deed: Deed, conversation: Conversation, *, to: int) -> Conversation:
    """Let another member serve it. Repeating it changes nothing.

    Raises:
        Invalid: they are no active member, or none who may serve: it would be theirs, and nobody would answer.
        ServedByTicket, ConversationOver.
    """
    _check_served_here(conversation)
    (found,) = await deed.tx.gather(queries.active_member(to))
    if not found:
        raise Invalid(faults=(FieldFault("agent_id", "unknown_person"),))
    if not found[0].may_serve:
        raise Invalid(faults=(FieldFault("agent_id", "may_not_serve"),))
    if conversation.agent_id == to:
        return conversation
    return await happen(deed, conversation, ConversationHandedOver(before=conversation.agent_id, after=to))


async def transfer(deed: Deed, conversation: Conversation, *, team: str) -> Conversation:
    """Let it wait for somebody of a team. Of its own team: back into the queue.

    Raises:
        Invalid: no such team.
        ServedByTicket, ConversationOver.
    """
    _check_served_here(conversation)
    (found,) = await deed.tx.gather(queries.team(team))
    if not found:
        raise Invalid(faults=(FieldFault("team", "unknown_key", {"value": team}),))
    if (conversation.team, conversation.agent_id) == (team, None):
        return conversation
    passed = ConversationTransferred(before=conversation.team, after=team, agent_id=conversation.agent_id)
    return await happen(deed, conversation, passed)


async def close(deed: Deed, conversation: Conversation) -> Conversation:
    """End it. Repeating it changes nothing.

    Raises:
        ServedByTicket.
    """
    if conversation.state == "closed":
        return conversation
    _check_served_here(conversation)
    return await happen(deed, conversation, ConversationClosed())


async def rate(deed: Deed, conversation: Conversation, *, score: int, comment: str) -> Conversation:
    """Write down what its party thinks of it, 1 to 5; a later rating replaces an earlier one.

    Raises:
        NotOverYet, OwnService, ServedByTicket.
    """
    if conversation.origin_ticket_id is not None:
        raise errors.ServedByTicket()
    if conversation.state != "closed":
        raise errors.NotOverYet()
    me = deed.authority.me
    (answered,) = await deed.tx.gather(queries.answered_by(conversation.id, me))
    if me == conversation.agent_id or answered:
        raise errors.OwnService()
    rated = ConversationRated(score=score, comment=comment.strip(), before=conversation.rating)
    return await happen(deed, conversation, rated)


def _check_served_here(conversation: Conversation) -> None:
    if conversation.origin_ticket_id is not None:
        raise errors.ServedByTicket()
    check_open(conversation)
