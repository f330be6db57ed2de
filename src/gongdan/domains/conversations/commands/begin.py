"""Beginning a conversation: a chat, a call, whatever no ticket came with."""

import msgspec

from gongdan.domains.conversations import queries
from gongdan.domains.conversations.access import Deed
from gongdan.domains.conversations.commands.say import ConversationWords, put, told
from gongdan.domains.conversations.events import ConversationBegun
from gongdan.domains.conversations.model import Conversation, fold
from gongdan.domains.conversations.writes import PutConversation, write_conversation
from gongdan.infra.log.append import append
from gongdan.kernel.errors import FieldFault, Invalid


class NewConversation(msgspec.Struct, frozen=True, kw_only=True):
    channel: str
    party_id: int
    account_id: int | None = None
    """Of the channel that it goes on over."""
    external_key: str = ""
    team: str | None = None
    agent_id: int | None = None
    """The member who begins it and serves it."""
    words: ConversationWords | None = None
    """That it begins with."""


async def begin(deed: Deed, new: NewConversation) -> Conversation:
    """Begin a conversation with a known person. It waits for somebody of ``team``, unless ``agent_id`` serves it.

    Raises:
        Invalid: no such team; or by mail, which begins with a ticket: nothing would send what is said here.
    """
    if new.channel == "mail":
        raise Invalid(faults=(FieldFault("channel", "conversation_of_ticket"),))
    if new.team is not None:
        (teams,) = await deed.tx.gather(queries.team(new.team))
        if not teams:
            raise Invalid(faults=(FieldFault("team", "unknown_key", {"value": new.team}),))
    id, words = deed.tx.ids.next(), new.words
    begun = ConversationBegun(
        channel=new.channel,
        party_id=new.party_id,
        account_id=new.account_id,
        external_key=new.external_key,
        team=new.team,
        agent_id=new.agent_id,
    )
    said = told(deed.tx.ids.next(), words) if words else None
    logged = await append(
        deed.tx,
        "conversation",
        id,
        [begun, *([said] if said else [])],
        actor=deed.actor,
        command_id=deed.command_id,
        release=deed.authority.release,
        now=deed.now,
    )
    after = fold(None, logged[0])
    for one in logged[1:]:
        after = fold(after, one)
    write_conversation(deed.tx, _row(after, deed))
    if words and said:
        put(deed.tx, id, said, words, deed, opens=True)
    return after


def _row(made: Conversation, deed: Deed) -> PutConversation:
    return PutConversation(
        id=made.id,
        channel=made.channel,
        party_id=made.party_id,
        account_id=made.account_id,
        at=deed.now,
        external_key=made.external_key,
        team=made.team,
        agent_id=made.agent_id,
        last_customer_at=made.last_customer_at,
        version=made.version,
    )
