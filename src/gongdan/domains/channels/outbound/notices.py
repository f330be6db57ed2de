"""Notices: what the system says by mail, once and never to a machine."""

from datetime import datetime, timedelta
from typing import Final

from gongdan.infra.db.tx import Tx

PER_HOUR: Final = 20
"""Notices about one ticket to one address; more is a loop, and is not sent."""
_HOUR = timedelta(hours=1)


def queue_notice(
    tx: Tx,
    *,
    ticket_id: int | None,
    key: str,
    recipient: str,
    subject: str,
    text: str,
    html: str | None,
    now: datetime,
) -> None:
    """Queue a notice; one ``key`` is sent once, however often it is queued.

    Nothing is queued where the workspace has no mailbox that sends, to our own addresses, beyond ``PER_HOUR``, or about
    a ticket that a mail opened which no program may answer, before the customer himself wrote on it (spec 05, loops).
    """
    tx.put(
        _QUEUE,
        id=tx.ids.next(),
        key=key,
        ticket=ticket_id,
        recipient=recipient,
        payload={"subject": subject, "text": text, "html": html},
        now=now,
        hour=now - _HOUR,
        most=PER_HOUR,
    )


_QUEUE: Final = """
insert into delivery
       (workspace_id, id, kind, key, ticket_id, account_id, recipient, payload, state, next_at, created_at)
select %(workspace)s, %(id)s, 'notice', %(key)s, %(ticket)s::bigint, a.id, %(recipient)s, %(payload)s, 'queued',
       %(now)s, %(now)s
  from (
    select c.id
      from channel_account c
     where c.workspace_id = %(workspace)s
       and c.kind = 'mail'
       and c.active
       and jsonb_typeof(c.settings -> 'smtp') = 'object'
     order by c.id = (select v.account_id
                        from conversation v
                       where v.workspace_id = %(workspace)s and v.ticket_id = %(ticket)s
                       order by v.id desc
                       limit 1) desc nulls last, c.id
     limit 1
  ) a
 where not exists (
         select
           from channel_account c
          where c.workspace_id = %(workspace)s and c.kind = 'mail' and c.address = %(recipient)s
       )
   and not exists (
         select
           from inbound i
          where i.workspace_id = %(workspace)s
            and i.ticket_id = %(ticket)s
            and i.state = 'created'
            and i.outcome ? 'silent'
            and not exists (
                  select
                    from message m
                   where m.workspace_id = %(workspace)s
                     and m.ticket_id = %(ticket)s
                     and m.author = 'customer'
                     and not m.machine
                     and m.id <> i.message_id
                )
       )
   and (select count(*)
          from delivery d
         where d.workspace_id = %(workspace)s
           and d.ticket_id = %(ticket)s
           and d.kind = 'notice'
           and d.recipient = %(recipient)s
           and d.created_at > %(hour)s) < %(most)s
on conflict (workspace_id, kind, key) do nothing
"""
