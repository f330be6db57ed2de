"""A conversation as the fold of its stream. Pure."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import Kind
from gongdan.domains.conversations import events as e
from gongdan.domains.conversations.choice import is_of_customer
from gongdan.kernel.events import Logged


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    channel: str
    account_id: int | None
    external_key: str
    party_id: int
    team: str | None
    agent_id: int | None
    state: Literal["open", "closed"]
    origin_ticket_id: int | None
    """The ticket that it came with; its stream tells only what happened since."""
    last_customer_at: datetime | None
    """When the customer last wrote, in whatever log that stands."""
    rating: int | None
    created_at: datetime
    ended_at: datetime | None
    version: int
    tickets: tuple[int, ...]
    """Those that it is linked to, by id."""


class ConversationKeys(msgspec.Struct, frozen=True):
    """The parts of a conversation that decide who may do what with it."""

    id: int
    party_id: int
    agent_id: int | None
    team: str | None
    type: None = None
    organisation_id: None = None
    participants: frozenset[int] = frozenset()

    def owners(self, kind: Kind) -> tuple[int | None, ...]:
        """Whose own it is: to customers the one that is with them, to members the one that they serve."""
        return (self.party_id,) if kind == "customer" else (self.agent_id,)

    def is_ticket(self, id: int) -> bool:
        return False


def conversation_keys(conversation: Conversation) -> ConversationKeys:
    """What permissions look at."""
    return ConversationKeys(conversation.id, conversation.party_id, conversation.agent_id, conversation.team)


def fold(conversation: Conversation | None, logged: Logged[Any]) -> Conversation:
    """The conversation after one more event of its stream, in the order of ``seq``. One of no kind that is known here
    changes nothing but the version."""
    event = logged.event
    if conversation is None:
        if not isinstance(event, e.ConversationBegun):
            raise ValueError(f"no conversation's stream begins with {event.kind}")
        return _begun(logged.stream_id, event, logged.at, logged.seq)
    return msgspec.structs.replace(conversation, **_changed(conversation, event, logged.at), version=logged.seq)


def _begun(id: int, event: e.ConversationBegun, at: datetime, seq: int) -> Conversation:
    return Conversation(
        id=id,
        channel=event.channel,
        account_id=event.account_id,
        external_key=event.external_key,
        party_id=event.party_id,
        team=event.team,
        agent_id=event.agent_id,
        state="open",
        origin_ticket_id=None,
        last_customer_at=None,
        rating=None,
        created_at=at,
        ended_at=None,
        version=seq,
        tickets=(),
    )


def _changed(conversation: Conversation, event: Any, at: datetime) -> dict[str, Any]:
    match event:
        case e.ConversationJoined(agent_id=agent_id):
            return {"agent_id": agent_id}
        case e.ConversationHandedOver(after=agent_id):
            return {"agent_id": agent_id}
        case e.ConversationTransferred(after=team):
            return {"team": team, "agent_id": None}
        case e.ConversationClosed():
            return {"state": "closed", "ended_at": at}
        case e.ConversationRated(score=score):
            return {"rating": score}
        case e.ConversationSaid(audience=audience, author=author, machine=machine):
            return {"last_customer_at": at} if is_of_customer(audience, author, machine) else {}
        case e.ConversationLinked(ticket_id=ticket_id):
            return {"tickets": tuple(sorted({*conversation.tickets, ticket_id}))}
        case e.ConversationUnlinked(ticket_id=ticket_id):
            return {"tickets": tuple(one for one in conversation.tickets if one != ticket_id)}
    return {}
