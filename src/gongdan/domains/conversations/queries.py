"""Every SELECT of conversations, and as SQL for others which of them a ticket has."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.conversations.model import Conversation
from gongdan.infra.db.tx import Query

NOBODY = "null::bigint"


class FoundConversation(msgspec.Struct, frozen=True):
    id: int


def of_ticket(ticket: str) -> str:
    """SQL: the ids of a ticket's conversations; ``ticket`` is its id. Served by the primary key."""
    return f"""
    (select l.conversation_id
       from conversation_ticket l
      where l.workspace_id = %(workspace)s and l.ticket_id = {ticket})
    """


def answered(
    ticket: str, *, columns: str = "v.id", writer: str = NOBODY, requester: str = NOBODY, named: str = NOBODY
) -> str:
    """SQL: ``columns`` of the conversation ``v`` of a ticket that a message goes into. The one that is ``named``, which
    must be of the ticket; else the writer's own, else the one with whoever asked; else the one in which the customer
    wrote last."""
    return f"""
    (select {columns}
       from conversation_ticket l
       join conversation v on v.workspace_id = l.workspace_id and v.id = l.conversation_id
      where l.workspace_id = %(workspace)s
        and l.ticket_id = {ticket}
        and ({named} is null or v.id = {named})
      order by v.party_id = {writer} desc nulls last, v.party_id = {requester} desc nulls last,
               v.last_customer_at desc nulls last, v.id desc
      limit 1)
    """


def to_answer(
    ticket_id: int, *, writer: int | None = None, requester: int | None = None, named: int | None = None
) -> Query[FoundConversation]:
    """The conversation that a message on the ticket goes into, by the rule of ``answered``; none where it is not one of
    the ticket's."""
    sql = answered(
        "%(ticket)s", writer="%(writer)s::bigint", requester="%(requester)s::bigint", named="%(named)s::bigint"
    )
    params = {"ticket": ticket_id, "writer": writer, "requester": requester, "named": named}
    return Query(FoundConversation, sql.strip().removeprefix("(").removesuffix(")"), params)


def lock_one(id: int) -> Query[Any]:
    """Take a conversation's lock: the same kind as tickets', so that both are taken in the order of ids."""
    return Query(tuple, "select pg_advisory_xact_lock(%(id)s::bigint)", {"id": id})


def load(id: int) -> Query[Conversation]:
    """A conversation with the tickets that it is linked to."""
    return Query(
        Conversation,
        """
        select c.id, c.channel, c.account_id, c.external_key, c.party_id, c.team, c.agent_id, c.state,
               c.origin_ticket_id, c.last_customer_at, c.rating, c.created_at, c.ended_at, c.version,
               array(select l.ticket_id from conversation_ticket l
                      where l.workspace_id = c.workspace_id and l.conversation_id = c.id
                      order by l.ticket_id) as tickets
          from conversation c
         where c.workspace_id = %(workspace)s and c.id = %(id)s
        """,
        {"id": id},
    )


class MemberFound(msgspec.Struct, frozen=True):
    id: int
    may_serve: bool
    """A role of theirs lets them say something in conversations."""


def active_member(person_id: int) -> Query[MemberFound]:
    return Query(
        MemberFound,
        """
        select m.person_id as id,
               exists (select from member_role b
                         join role r on r.workspace_id = b.workspace_id and r.key = b.role
                        where b.workspace_id = m.workspace_id and b.person_id = m.person_id
                          and r.grants @? '$.**.actions[*] ? (@ == "conversation.say")') as may_serve
          from member m
         where m.workspace_id = %(workspace)s and m.person_id = %(person)s and m.active
        """,
        {"person": person_id},
    )


class TeamFound(msgspec.Struct, frozen=True):
    key: str


def team(key: str) -> Query[TeamFound]:
    return Query(TeamFound, "select key from team where workspace_id = %(workspace)s and key = %(key)s", {"key": key})


class SaidThere(msgspec.Struct, frozen=True, kw_only=True):
    """A message of a conversation, in its latest version."""

    id: int
    at: datetime
    audience: str
    author: Literal["customer", "agent", "automatic", "ai"]
    author_id: int | None
    author_name: str | None
    redacted: bool
    ticket: str | None
    """Number of the ticket in whose log it stands."""
    ticket_id: int | None
    text: str
    html: str | None


def said_in(id: int, *, before: int | None, most: int) -> Query[SaidThere]:
    """The last messages of a conversation before one of them, the latest first; served by the primary key."""
    return Query(
        SaidThere,
        """
        select m.id, m.at, m.audience, m.author, m.author_id, p.name as author_name,
               m.redacted_at is not null as redacted, t.number as ticket, t.id as ticket_id,
               coalesce(v.text, '') as text, v.html
          from message m
          left join person p on p.workspace_id = m.workspace_id and p.id = m.author_id
          left join ticket t on t.workspace_id = m.workspace_id and t.id = m.origin_ticket_id
          left join lateral (select w.text, w.html
                               from message_version w
                              where w.workspace_id = m.workspace_id and w.message_id = m.id
                                and m.redacted_at is null
                              order by w.version desc
                              limit 1) v on true
         where m.workspace_id = %(workspace)s
           and m.conversation_id = %(id)s
           and m.id < coalesce(%(before)s::bigint, 9223372036854775807)
         order by m.id desc
         limit %(most)s
        """,
        {"id": id, "before": before, "most": most},
    )


class HeldMessage(msgspec.Struct, frozen=True):
    """A message, and the ticket whose clocks it moves."""

    ticket_id: int | None
    audience: str
    author: str
    machine: bool


def held_message(conversation_id: int, message_id: int) -> Query[HeldMessage]:
    return Query(
        HeldMessage,
        """
        select coalesce(moved_ticket_id, origin_ticket_id) as ticket_id, audience, author, machine
          from message
         where workspace_id = %(workspace)s and conversation_id = %(conversation)s and id = %(message)s
        """,
        {"conversation": conversation_id, "message": message_id},
    )


def answered_by(conversation_id: int, person_id: int) -> Query[FoundConversation]:
    """The conversation, if this member said something to its party; served by the primary key of messages."""
    return Query(
        FoundConversation,
        """
        select conversation_id as id
          from message
         where workspace_id = %(workspace)s and conversation_id = %(conversation)s
           and author = 'agent' and author_id = %(person)s and audience = 'customer'
         limit 1
        """,
        {"conversation": conversation_id, "person": person_id},
    )


class WaitingSince(msgspec.Struct, frozen=True):
    at: datetime | None


def still_waiting(ticket_id: int, *, but: int) -> Query[WaitingSince]:
    """Since when the customer waits for an answer on the ticket, one message left out."""
    return Query(
        WaitingSince,
        """
        with own as (
          select m.id, m.at, m.author
            from conversation_ticket l
            join message m on m.workspace_id = l.workspace_id and m.conversation_id = l.conversation_id
           where l.workspace_id = %(workspace)s
             and l.ticket_id = %(ticket)s
             and coalesce(m.moved_ticket_id, m.origin_ticket_id) = l.ticket_id
             and m.audience = 'customer'
             and not m.machine
        )
        select min(o.at) as at
          from own o
         where o.author = 'customer'
           and o.id <> %(but)s
           and o.at > coalesce((select max(a.at) from own a where a.author = 'agent'), '-infinity')
        """,
        {"ticket": ticket_id, "but": but},
    )


def own_message(ticket_id: int, message_id: int) -> Query[FoundConversation]:
    """The conversation of a message that stands in the ticket's log, or in none while the ticket shows it, as what was
    said in a chat or came with an import does; unless its words were erased."""
    return Query(
        FoundConversation,
        """
        select m.conversation_id as id
          from message m
         where m.workspace_id = %(workspace)s
           and m.id = %(message)s
           and m.redacted_at is null
           and (m.origin_ticket_id = %(ticket)s
                or m.origin_ticket_id is null
                   and exists (select from conversation_ticket l
                                where l.workspace_id = m.workspace_id
                                  and l.ticket_id = %(ticket)s
                                  and l.conversation_id = m.conversation_id))
        """,
        {"ticket": ticket_id, "message": message_id},
    )


class NoteText(msgspec.Struct, frozen=True, kw_only=True):
    """A version of an internal note."""

    version: int
    text: str
    html: str | None
    at: datetime
    author_id: int | None


def note_versions(ticket_id: int, message_id: int) -> Query[NoteText]:
    """What an internal note of a ticket says and said, oldest first; nothing where there is none, or its words were
    erased. Served by the primary keys."""
    return Query(
        NoteText,
        """
        select v.version, v.text, v.html, v.at, m.author_id
          from message m
          join conversation_ticket l on l.workspace_id = m.workspace_id and l.conversation_id = m.conversation_id
          join message_version v on v.workspace_id = m.workspace_id and v.message_id = m.id
         where m.workspace_id = %(workspace)s
           and m.id = %(message)s
           and l.ticket_id = %(ticket)s
           and m.origin_ticket_id = l.ticket_id
           and m.audience = 'internal'
           and m.redacted_at is null
         order by v.version
        """,
        {"ticket": ticket_id, "message": message_id},
    )
