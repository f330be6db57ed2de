"""The look-ups for mails: what is known about a batch of them, in one round trip, as values for ``verdict``."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.channels.inbound.senders import senders
from gongdan.domains.channels.inbound.verdict import JoinedTicket, KnownOfMessage, KnownSender
from gongdan.domains.channels.mail.email.subjects import base_subject
from gongdan.domains.channels.mail.email.threading import KnownFacts, SentMessage, TicketFacts, decide
from gongdan.domains.channels.mail.incoming.letters import Letter
from gongdan.domains.conversations.public import of_ticket
from gongdan.domains.customers.public import Handle, HandleKey
from gongdan.domains.tickets.public import IS_OPEN
from gongdan.infra.db.tx import Query
from gongdan.kernel.text import normalise

RECENT = timedelta(days=14)
"""So long an answer under the same subject belongs to the open ticket of its writer."""
_HOUR = timedelta(hours=1)
_MOST_RECENT = 50


class _Mark(msgspec.Struct, frozen=True, kw_only=True):
    mail_id: str
    ticket_id: int
    own: bool
    party: list[str]
    came: bool
    """It came in or went out itself; else another mail named it."""


class _Ticket(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    number: str
    title: str
    phase: str
    requester_id: int
    updated_at: datetime
    addresses: list[str]
    written: int


class _Settled(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    mail_id: str
    body_hash: bytes
    sender: str
    subject: str
    ticket_id: int | None


class _Delivered(msgspec.Struct, frozen=True):
    mail_id: str


class ThreadFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What was found for a whole batch."""

    sent: dict[str, SentMessage]
    foreign: dict[str, tuple[int, ...]]
    delivered: frozenset[str]
    """Mails that we sent."""
    awaited: frozenset[str]
    """Mails that others answer and that have not come themselves."""
    tickets: dict[int, TicketFacts]
    tickets_of: dict[int, tuple[int, ...]]
    """Requester → their tickets among them."""
    joined: dict[int, JoinedTicket]
    senders: dict[HandleKey, KnownSender]
    settled: dict[tuple[str, bytes, str, str], int]
    """(Message-ID, body, sender, subject) → the mail that was settled so."""
    alike: dict[tuple[str, str], tuple[tuple[str, int], ...]]
    """(Message-ID, sender) → (subject for comparison, ticket) of what it made."""


def queries(letters: Sequence[Letter], now: datetime) -> tuple[Query[Any], ...]:
    """What to ask; ``facts`` takes the answers in the same order."""
    mail_ids = sorted({name for one in letters for name in one.ties})
    handles: dict[str, Handle] = {}
    for one in letters:
        handles |= one.parties
    return (
        _marks(mail_ids),
        _tickets(letters, mail_ids, sorted(handles), now),
        senders(handles.values()),
        _settled(sorted({one.external_id for one in letters})),
        _deliveries(sorted({name for one in letters for name in (one.external_id, *one.returned)})),
    )


def facts(answers: Sequence[list[Any]]) -> ThreadFacts:
    marks, tickets, known_senders, settled, deliveries = answers
    requesters = {one.requester_id for one in tickets}
    return ThreadFacts(
        sent={mark.mail_id: SentMessage(mark.ticket_id, frozenset(mark.party)) for mark in marks if mark.own},
        foreign=_foreign(marks),
        delivered=frozenset(one.mail_id for one in deliveries) | {mark.mail_id for mark in marks if mark.own},
        awaited=frozenset(mark.mail_id for mark in marks) - {mark.mail_id for mark in marks if mark.came},
        tickets={one.id: _facts(one) for one in tickets},
        tickets_of={person: tuple(one.id for one in tickets if one.requester_id == person) for person in requesters},
        joined={one.id: _joined(one) for one in tickets},
        senders={one.key: one for one in known_senders},
        alike=_alike(settled),
        settled={(one.mail_id, one.body_hash, one.sender, normalise(one.subject)): one.id for one in settled},
    )


def known(letter: Letter, found: ThreadFacts) -> KnownOfMessage:
    """The facts that concern one mail of the batch."""
    sender, writer = found.senders.get(letter.sender.key), found.senders.get(letter.writer.key)
    people = {one.person_id for one in (sender, writer) if one and not letter.own.has(one.handle)}
    asked = letter.asked
    if letter.external_id in found.awaited:  # an answer to it was quicker
        asked = msgspec.structs.replace(asked, message_ids=(*asked.message_ids, letter.external_id), is_reply=True)
    thread = decide(
        asked,
        KnownFacts(
            sent=found.sent,
            foreign=found.foreign,
            recent=tuple(ticket for person in sorted(people) for ticket in found.tickets_of.get(person, ())),
            tickets=found.tickets,
        ),
    )
    copy = (letter.external_id, letter.row.body_hash, letter.sender.handle, normalise(letter.subject))
    return KnownOfMessage(
        thread=thread,
        joined=found.joined.get(thread.ticket_id) if thread.ticket_id is not None else None,
        sender=sender,
        writer=writer,
        is_own=letter.external_id in found.delivered and letter.own.has(letter.sender.handle),
        repeats=found.settled.get(copy),
        resembles=_resembled(letter, found),
        returns=not found.delivered.isdisjoint(letter.returned),
    )


def _foreign(marks: Sequence[_Mark]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for mark in marks:
        if not mark.own:
            found[mark.mail_id] = (*found.get(mark.mail_id, ()), mark.ticket_id)
    return found


def _alike(settled: Sequence[_Settled]) -> dict[tuple[str, str], tuple[tuple[str, int], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, int], ...]] = {}
    for one in settled:
        if one.ticket_id is not None:
            key = (one.mail_id, one.sender)
            found[key] = (*found.get(key, ()), (base_subject(one.subject), one.ticket_id))
    return found


def _resembled(letter: Letter, found: ThreadFacts) -> int | None:
    """The ticket of the same mail that came before by another way: a relay on that way may have put a banner above or
    below its words, and a tag before its subject."""
    subject = letter.asked.base_subject
    for other, ticket_id in found.alike.get((letter.external_id, letter.sender.handle), ()):
        is_same = other == subject or (other and subject and (other.endswith(subject) or subject.endswith(other)))
        if is_same and ticket_id in found.tickets:
            return ticket_id
    return None


def _joined(ticket: _Ticket) -> JoinedTicket:
    return JoinedTicket(
        participants=frozenset(ticket.addresses),
        is_closed=ticket.phase == "closed",
        requester_id=ticket.requester_id,
        written=ticket.written,
    )


def _facts(ticket: _Ticket) -> TicketFacts:
    return TicketFacts(
        number=ticket.number,
        base_subject=base_subject(ticket.title),
        participants=frozenset(ticket.addresses),
        is_open=ticket.phase not in ENDED,
        updated_at=ticket.updated_at,
    )


def _marks(mail_ids: list[str]) -> Query[_Mark]:
    """Mails that we sent or received, by Message-ID; the latest of their tickets last. Served by the primary key."""
    return Query(
        _Mark,
        """
        select mail_id, ticket_id, own, party, own or message_id is not null as came
          from mail_id
         where workspace_id = %(workspace)s and mail_id = any(%(ids)s)
         order by ticket_id
        """,
        {"ids": mail_ids},
    )


def _tickets(letters: Sequence[Letter], mail_ids: list[str], senders: list[str], now: datetime) -> Query[_Ticket]:
    """Tickets that the mails may belong to: proven by a mark, named by number, of a known thread, or the sender's open
    ones of late. Each branch is served by an index of its own."""
    return Query(
        _Ticket,
        _TICKETS,
        {
            "proven": sorted({ticket_id for one in letters for ticket_id in one.asked.tickets}),
            "numbers": sorted({number for one in letters for number in one.asked.numbers}),
            "ids": mail_ids,
            "senders": senders,
            "since": now - RECENT,
            "hour": now - _HOUR,
            "most": _MOST_RECENT,
        },
    )


_TICKETS: Final = f"""
with wanted (id) as (
  select unnest(%(proven)s::bigint[])
  union
  select t.id from ticket t where t.workspace_id = %(workspace)s and t.number = any(%(numbers)s)
  union
  select m.ticket_id from mail_id m where m.workspace_id = %(workspace)s and m.mail_id = any(%(ids)s)
  union
  select r.id
    from identity i
    cross join lateral (
      select t.id
        from ticket t
       where t.workspace_id = i.workspace_id
         and t.requester_id = i.person_id
         and t.updated_at > %(since)s
         and {IS_OPEN}
       order by t.updated_at desc, t.id desc
       limit %(most)s
    ) r
   where i.workspace_id = %(workspace)s and i.kind = 'mail' and i.account = '' and i.handle = any(%(senders)s)
)
select t.id, t.number, t.title, t.phase, t.requester_id, t.updated_at,
       array(
         select i.handle
           from identity i
          where i.workspace_id = t.workspace_id
            and i.kind = 'mail'
            and i.person_id in (
              select t.creator_id
              union all
              select p.person_id
                from participant p
               where p.workspace_id = t.workspace_id and p.ticket_id = t.id
              union all
              select v.party_id
                from conversation v
               where v.workspace_id = t.workspace_id and v.id in {of_ticket("t.id")}
            )
       ) as addresses,
       (select count(*)
          from message m
         where m.workspace_id = t.workspace_id
           and m.conversation_id in {of_ticket("t.id")}
           and m.author = 'customer'
           and m.at > %(hour)s) as written
  from wanted w
  join ticket t on t.workspace_id = %(workspace)s and t.id = w.id and t.trashed_at is null
"""


def _settled(mail_ids: list[str]) -> Query[_Settled]:
    """Served by ``inbound_by_external_id``."""
    return Query(
        _Settled,
        """
        select id, external_id as mail_id, body_hash, coalesce(outcome ->> 'sender', '') as sender,
               coalesce(outcome ->> 'subject', '') as subject, ticket_id
          from inbound
         where workspace_id = %(workspace)s
           and external_id = any(%(ids)s)
           and state in ('created', 'threaded', 'ignored')
         order by id
        """,
        {"ids": mail_ids},
    )


def _deliveries(mail_ids: list[str]) -> Query[_Delivered]:
    """Served by ``delivery_by_external_id``."""
    return Query(
        _Delivered,
        """
        select external_id as mail_id
          from delivery
         where workspace_id = %(workspace)s and external_id = any(%(ids)s)
        """,
        {"ids": mail_ids},
    )
