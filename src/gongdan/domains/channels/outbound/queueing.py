"""A public reply goes out by the account of its conversation, else by mail: its delivery commits with it. Pure but for
the writers, which queue."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.conversations.public import answered
from gongdan.domains.tickets.events import MessageAdded
from gongdan.domains.tickets.public import Case, Rules, commands
from gongdan.infra.db.tx import Tx
from gongdan.kernel.events import Logged


class Addressee(msgspec.Struct, frozen=True, kw_only=True):
    """Where an answer on a ticket goes. There is none where no account of ours reaches the person."""

    ticket_id: int
    account_id: int
    """Of the conversation that is answered, else the workspace's first mailbox that sends."""
    recipient: str
    """The handle that they wrote from last, else a verified one of theirs."""
    cc: list[str]


def requesters(ids: str) -> str:
    """SQL: where what is mailed to the requester of each of these tickets goes. ``ids`` selects them. A letter has a
    link to the portal: it goes to an address that lets its person in, if there is one, and not to one that others only
    said to be theirs."""
    theirs = answered("t.id", columns=_COLUMNS, writer="t.requester_id")
    return _ADDRESSEES.format(
        ids=ids, conversation=theirs, person="t.requester_id", but="", only="", or_own="", first="not i.opens, "
    )


def addressees(ids: str, conversation: str | None = None, *, but: str = "") -> str:
    """SQL: where a reply on each of these tickets goes: to the party of ``conversation``, by default of the one that is
    answered. ``ids`` selects the tickets; ``but`` leaves participants ``p`` out."""
    named = f"""
    (select {_COLUMNS}
       from conversation v
      where v.workspace_id = t.workspace_id and v.id = {conversation}
      limit 1)
    """
    found = named if conversation else answered("t.id", columns=_COLUMNS)
    return _ADDRESSEES.format(
        ids=ids, conversation=found, person="v.party_id", but=but, only=_NOT_LIVE, or_own=_OR_OWN, first=""
    )


_COLUMNS: Final = "v.account_id, v.party_id, v.channel, v.state, v.origin_ticket_id"
_NOT_LIVE: Final = (
    " and (v.origin_ticket_id is not null or v.channel = 'mail' or v.state = 'closed' or v.account_id = a.id)"
)
"""A conversation that goes on here, over no account, shows its messages itself."""
_OR_OWN: Final = " or c.id = v.account_id"
"""What came by another channel is answered by it."""


_ADDRESSEES: Final = """
select t.id as ticket_id, a.id as account_id, r.handle as recipient,
       array(
         select distinct on (i.person_id) i.handle
           from participant p
           join identity i on i.workspace_id = p.workspace_id and i.person_id = p.person_id and i.kind = 'mail'
          where p.workspace_id = t.workspace_id
            and p.ticket_id = t.id
            and p.role = 'cc'
            and p.person_id <> {person}
            and v.party_id = t.requester_id
            and a.kind = 'mail'
            {but}
          order by i.person_id, not i.opens, i.verified_at is null, i.handle
          limit 20
       ) as cc
  from ticket t
  join lateral {conversation} v on true
  join lateral (
    select c.id, c.kind
      from channel_account c
     where c.workspace_id = t.workspace_id and (c.kind = 'mail'{or_own}) and c.active and c.sends
     order by c.id = v.account_id desc nulls last,
              c.id = (select s.successor_id from channel_account s
                       where s.workspace_id = t.workspace_id and s.id = v.account_id) desc nulls last,
              c.id
     limit 1
  ) a on true
  join lateral (
    select i.handle
      from identity i
      left join lateral (
        select max(m.message_id) as message_id
          from mail_id m
         where m.workspace_id = t.workspace_id and m.ticket_id = t.id and not m.own and i.handle = any(m.party)
      ) wrote on true
     where i.workspace_id = t.workspace_id and i.person_id = {person} and i.kind = a.kind
       and i.account in ('', a.id::text)
     order by {first}wrote.message_id desc nulls last, not i.opens, i.verified_at is null, i.handle
     limit 1
  ) r on true
 where t.workspace_id = %(workspace)s and t.id in {ids}{only}
"""


_NAMED_HERE: Final = """
and not exists (select 1
                  from identity o
                 where o.workspace_id = p.workspace_id and o.person_id = p.person_id and o.kind = 'mail'
                   and o.handle = any(%(copied)s))
"""
"""Whom the message names by an address gets it there, and nowhere else."""


class QueueReply(msgspec.Struct, frozen=True, kw_only=True):
    """A message is to be sent, if an account of ours reaches the party of its conversation."""

    ticket_id: int
    conversation_id: int
    message_id: int
    copied: Sequence[str]
    """Addresses that this message names beside those who are copied anyway."""
    at: datetime


def queue_replies(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterable[QueueReply]:
    """One delivery for each public message of an agent, whoever caused it; what opens a ticket is not mailed."""
    for logged in events:
        match logged.event:
            case MessageAdded(audience="customer", author="agent" | "ai", opens=False) as said:
                yield QueueReply(
                    ticket_id=after.live.id,
                    conversation_id=said.conversation_id,
                    message_id=said.message_id,
                    copied=after[commands.COPIED],
                    at=logged.at,
                )


def write_reply(tx: Tx, effect: QueueReply) -> None:
    """Queue the row; its Message-ID follows from its ids and is written before the network is first touched. Whom it
    goes to is asked as it is written, so that no command has to know."""
    copied = {"copied": list(effect.copied)} if effect.copied else {}
    tx.put(
        _WITH_COPIES if copied else _PLAIN,
        id=tx.ids.next(),
        ticket=effect.ticket_id,
        conversation=effect.conversation_id,
        message=effect.message_id,
        at=effect.at,
        **copied,
    )


def _queueing(cc: str, *, but: str = "") -> str:
    return f"""
    insert into delivery (workspace_id, id, kind, key, ticket_id, message_id, account_id, recipient, payload, state,
                          next_at, created_at)
    select %(workspace)s, %(id)s, 'reply', %(message)s::text, a.ticket_id, %(message)s, a.account_id, a.recipient,
           jsonb_build_object('cc', {cc}), 'queued', %(at)s, %(at)s
      from ({addressees("(%(ticket)s)", "%(conversation)s", but=but)}) a
    """


_PLAIN: Final = _queueing("array_remove(a.cc, a.recipient)")
"""Without an array among its parameters, PostgreSQL keeps its plan: making it anew would cost more than running it."""

_WITH_COPIES: Final = _queueing(
    """
    array(select c.address
            from unnest(a.cc || %(copied)s::text[]) with ordinality c (address, place)
           where c.address <> a.recipient
           group by c.address
           order by min(c.place))
    """,
    but=_NAMED_HERE,
)


def carry(tx: Tx, conversation_id: int, message_id: int, at: datetime) -> None:
    """Queue what a member said in a conversation that no ticket is the place for, if it goes on over an account that
    sends."""
    tx.put(
        """
        insert into delivery
               (workspace_id, id, kind, key, message_id, account_id, recipient, state, next_at, created_at)
        select %(workspace)s, %(id)s, 'reply', %(message)s::text, %(message)s, c.id, i.handle, 'queued', %(at)s, %(at)s
          from conversation v
          join channel_account c
            on c.workspace_id = v.workspace_id and c.id = v.account_id and c.active and c.sends
          join identity i
            on i.workspace_id = v.workspace_id and i.person_id = v.party_id and i.kind = c.kind
           and i.account in ('', c.id::text)
         where v.workspace_id = %(workspace)s and v.id = %(conversation)s
         order by not i.opens, i.verified_at is null, i.handle
         limit 1
        """,
        id=tx.ids.next(),
        conversation=conversation_id,
        message=message_id,
        at=at,
    )


class ForgetLetters(msgspec.Struct, frozen=True, kw_only=True):
    """Effect: what notices of a ticket say is not kept any more where they repeat something of a message. One that
    waits is not sent."""

    ticket_id: int
    message_id: int


def forget_letters(tx: Tx, effect: ForgetLetters) -> None:
    """Served by ``mailed_notice_of_ticket``."""
    tx.put(
        """
        update delivery
           set payload = payload - array['text', 'html']
         where workspace_id = %(workspace)s
           and kind = 'notice'
           and ticket_id = %(ticket)s
           and (payload ->> 'quotes')::bigint = %(message)s
        """,
        ticket=effect.ticket_id,
        message=effect.message_id,
    )
