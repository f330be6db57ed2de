"""A public reply to somebody with a mail address goes out by mail: its delivery commits with it. Pure but for the
writer, which queues."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.tickets.events import MessageAdded
from gongdan.domains.tickets.public import Case, Rules, commands
from gongdan.infra.db.tx import Tx
from gongdan.kernel.events import Logged

OUTBOUND: Final = "outbound"
"""Under this name ``Addressee`` stands beside a ticket."""


class Addressee(msgspec.Struct, frozen=True, kw_only=True):
    """Where a reply on a ticket goes. There is none where the requester has no mail address or we have no mailbox."""

    ticket_id: int
    account_id: int
    """Of the conversation that is answered, else the workspace's first one that sends."""
    recipient: str
    """The address that the requester wrote from last, else a verified one of his."""
    cc: list[str]


ADDRESSEE: Final = """
select t.id as ticket_id, a.id as account_id, r.handle as recipient,
       array(
         select distinct on (i.person_id) i.handle
           from participant p
           join identity i on i.workspace_id = p.workspace_id and i.person_id = p.person_id and i.kind = 'mail'
          where p.workspace_id = t.workspace_id
            and p.ticket_id = t.id
            and p.role = 'cc'
            and p.person_id <> t.requester_id
          order by i.person_id, i.verified_at is null, i.handle
          limit 20
       ) as cc
  from ticket t
  join lateral (
    select c.id
      from channel_account c
     where c.workspace_id = t.workspace_id
       and c.kind = 'mail'
       and c.active
       and jsonb_typeof(c.settings -> 'smtp') = 'object'
     order by c.id = (select v.account_id
                        from conversation v
                       where v.workspace_id = t.workspace_id and v.ticket_id = t.id
                       order by v.id desc
                       limit 1) desc nulls last, c.id
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
     where i.workspace_id = t.workspace_id and i.person_id = t.requester_id and i.kind = 'mail'
     order by wrote.message_id desc nulls last, i.verified_at is null, i.handle
     limit 1
  ) r on true
 where t.workspace_id = %(workspace)s and t.id in {ids}
"""


class QueueReply(msgspec.Struct, frozen=True, kw_only=True):
    """A message is to be mailed."""

    message_id: int
    to: Addressee
    at: datetime


def queue_replies(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterable[QueueReply]:
    """One delivery for each public message of an agent."""
    found = [_with(one, after.beside.get(commands.COPIED, ())) for one in after.beside.get(OUTBOUND, ())]
    for logged in events:
        said = logged.event
        if isinstance(said, MessageAdded) and said.audience == "customer" and said.author in ("agent", "ai"):
            for addressee in found:
                yield QueueReply(message_id=said.message_id, to=addressee, at=logged.at)


def _with(addressee: Addressee, copied: Sequence[str]) -> Addressee:
    """The addressee, and whom this message names beside him."""
    cc = [one for one in dict.fromkeys((*addressee.cc, *copied)) if one != addressee.recipient]
    return msgspec.structs.replace(addressee, cc=cc)


def write_reply(tx: Tx, effect: QueueReply) -> None:
    """Queue the row; its Message-ID follows from its ids and is written before the network is first touched."""
    tx.insert(
        "delivery",
        {
            "workspace_id": tx.workspace_id,
            "id": tx.ids.next(),
            "kind": "reply",
            "key": str(effect.message_id),
            "ticket_id": effect.to.ticket_id,
            "message_id": effect.message_id,
            "account_id": effect.to.account_id,
            "recipient": effect.to.recipient,
            "payload": {"cc": effect.to.cc},
            "state": "queued",
            "next_at": effect.at,
            "created_at": effect.at,
        },
    )
