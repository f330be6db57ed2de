"""What relations read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.infra.db.tx import Query


class ChildAndParent(msgspec.Struct, frozen=True):
    child_id: int
    parent_id: int


def lock_families() -> Query[Any]:
    """One at a time puts a ticket below another, so that two cannot close a circle together. First in its command."""
    return Query(tuple, "select pg_advisory_xact_lock(hashtextextended('ticket_family', %(workspace)s))", {})


def family_around(parent_id: int, child_id: int) -> Query[ChildAndParent]:
    """All that stands above the one and below the other, a level further than there may be."""
    return Query(
        ChildAndParent,
        """
        with recursive above (child_id, parent_id, level) as (
          select l.ticket_id, l.other_id, 1 from ticket_link l
           where l.workspace_id = %(workspace)s and l.ticket_id in (%(parent)s, %(child)s) and l.kind = 'child_of'
           union all
          select l.ticket_id, l.other_id, a.level + 1 from above a
            join ticket_link l on l.workspace_id = %(workspace)s and l.ticket_id = a.parent_id and l.kind = 'child_of'
           where a.level < 4
        ),
        below (child_id, parent_id, level) as (
          select l.other_id, l.ticket_id, 1 from ticket_link l
           where l.workspace_id = %(workspace)s and l.ticket_id = %(child)s and l.kind = 'parent_of'
           union all
          select l.other_id, l.ticket_id, b.level + 1 from below b
            join ticket_link l on l.workspace_id = %(workspace)s and l.ticket_id = b.child_id and l.kind = 'parent_of'
           where b.level < 4
        )
        select child_id, parent_id from above
        union
        select child_id, parent_id from below
        """,
        {"parent": parent_id, "child": child_id},
    )


class Bound(msgspec.Struct, frozen=True):
    """A ticket that the end of another may concern."""

    ticket_id: int
    related_id: int
    kind: str


def bound_by(ids: Sequence[int]) -> Query[Bound]:
    """The parents and the children of tickets."""
    return Query(
        Bound,
        """
        select ticket_id, other_id as related_id, kind
          from ticket_link
         where workspace_id = %(workspace)s and ticket_id = any(%(ids)s) and kind in ('child_of', 'parent_of')
         order by ticket_id, other_id
        """,
        {"ids": list(ids)},
    )


class Involved(msgspec.Struct, frozen=True):
    """What a merge is about: ``loser``, ``other`` (the survivor), ``along`` (merged into the loser before), or a
    ``conversation`` of the loser."""

    id: int
    part: Literal["loser", "other", "along", "conversation"]


def involved(number: str, into: str | None) -> Query[Involved]:
    """By the loser's number and the survivor's, which is left out where the loser is merged."""
    return Query(
        Involved,
        """
        with loser as (
          select id, merged_into from ticket where workspace_id = %(workspace)s and number = %(number)s
        )
        select id, 'loser' as part from loser
         union all
        select t.id, 'other' from ticket t
         where t.workspace_id = %(workspace)s and (t.number = %(into)s or t.id = (select merged_into from loser))
         union all
        select t.id, 'along' from ticket t, loser l
         where t.workspace_id = %(workspace)s
           and t.merged_into = case when %(into)s::text is null then l.merged_into else l.id end and t.id <> l.id
         union all
        select c.conversation_id, 'conversation' from conversation_ticket c, loser l
         where c.workspace_id = %(workspace)s and c.ticket_id = l.id
        """,
        {"number": number, "into": into},
    )


def lock_all(ids: Sequence[int]) -> Query[Any]:
    """Tickets and conversations, in the order of their ids."""
    return Query(
        tuple, "select pg_advisory_xact_lock(id) from unnest(%(ids)s::bigint[]) id order by id", {"ids": list(ids)}
    )


class UnansweredWord(msgspec.Struct, frozen=True):
    message_id: int
    conversation_id: int


def unanswered(ticket_id: int) -> Query[UnansweredWord]:
    """The customer's last word that moves this ticket's clocks."""
    return Query(
        UnansweredWord,
        """
        select m.id as message_id, m.conversation_id
          from conversation_ticket l
          join message m on m.workspace_id = l.workspace_id and m.conversation_id = l.conversation_id
         where l.workspace_id = %(workspace)s and l.ticket_id = %(ticket)s
           and coalesce(m.moved_ticket_id, m.origin_ticket_id) = l.ticket_id
           and m.audience = 'customer' and m.author = 'customer' and not m.machine
         order by m.id desc
         limit 1
        """,
        {"ticket": ticket_id},
    )


class SaidHere(msgspec.Struct, frozen=True):
    conversation_id: int


def said_in_log(ticket_id: int, conversations: Sequence[int]) -> Query[SaidHere]:
    """Those of the conversations of which a message stands in the ticket's log."""
    return Query(
        SaidHere,
        """
        select distinct conversation_id
          from message
         where workspace_id = %(workspace)s and conversation_id = any(%(conversations)s)
           and origin_ticket_id = %(ticket)s
        """,
        {"ticket": ticket_id, "conversations": list(conversations)},
    )


class MessageCount(msgspec.Struct, frozen=True):
    count: int


def messages_of(ticket_id: int) -> Query[MessageCount]:
    """How many messages its conversations hold that were exchanged with customers."""
    return Query(
        MessageCount,
        """
        select count(*) as count
          from conversation_ticket l
          join message m on m.workspace_id = l.workspace_id and m.conversation_id = l.conversation_id
         where l.workspace_id = %(workspace)s and l.ticket_id = %(ticket)s and m.audience = 'customer'
        """,
        {"ticket": ticket_id},
    )


class ChosenMessage(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    party_id: int
    text: str
    files: list[int]


def chosen_messages(ticket_id: int, ids: Sequence[int]) -> Query[ChosenMessage]:
    """Of these messages the ticket's that a customer wrote, in their latest version, in order."""
    return Query(
        ChosenMessage,
        """
        select m.at, c.party_id, coalesce(v.text, '') as text,
               array(select a.file_id from attachment a
                      where a.workspace_id = m.workspace_id and a.message_id = m.id
                      order by a.file_id) as files
          from conversation_ticket l
          join conversation c on c.workspace_id = l.workspace_id and c.id = l.conversation_id
          join message m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
          left join lateral (select w.text
                               from message_version w
                              where w.workspace_id = m.workspace_id and w.message_id = m.id
                              order by w.version desc
                              limit 1) v on true
         where l.workspace_id = %(workspace)s
           and l.ticket_id = %(ticket)s
           and m.id = any(%(ids)s)
           and m.audience = 'customer' and m.author = 'customer' and m.redacted_at is null
         order by m.at, m.id
        """,
        {"ticket": ticket_id, "ids": list(ids)},
    )
