"""Notices: what the system says by mail, once and never to a machine.

A loop of two programs that answer each other is ended by budgets over all tickets: each address, each domain and each
mailbox gets so many notices, and what is more is kept as ``stopped``, in sight of whoever has the ticket (spec 05). An
address gets nothing more until nobody wanted to tell it anything for an hour; domains and mailboxes drain.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from gongdan.domains.channels.mail.outgoing.providers import is_public
from gongdan.domains.conversations.public import answered, of_ticket
from gongdan.infra.db.tx import ReadTx, Tx

PER_HOUR: Final = 20
"""Notices about one ticket to one address; more is a loop, and is stopped."""
_HOUR = timedelta(hours=1)


class Allowance(msgspec.Struct, frozen=True):
    key: str
    most: int
    """What may go out at once."""
    within_s: int
    """Within which so much drains."""
    holds: bool
    """Once used up, it stays so until ``within_s`` went by without another wish."""


OF_ADDRESS: Final = 10
OF_DOMAIN: Final = 120
"""Not of providers with whom strangers have their addresses."""
OF_MEMBER: Final = 60
OF_MAILBOX: Final = 3_000


def allowances(recipient: str) -> list[Allowance]:
    """The buckets that a notice to an address goes into; that of its mailbox is known when that is chosen. Pure."""
    domain = recipient.rpartition("@")[2]
    found = [Allowance(f"tell:address:{recipient}", OF_ADDRESS, 3_600, holds=True)]
    if domain and not is_public(domain):
        found.append(Allowance(f"tell:domain:{domain}", OF_DOMAIN, 3_600, holds=False))
    return [*found, _of_mailbox()]


def _of_mailbox() -> Allowance:
    return Allowance("tell:mailbox:", OF_MAILBOX, 3_600, holds=False)


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
    at: datetime | None = None,
    quotes: int | None = None,
) -> None:
    """Queue a notice, to go out ``at`` a time, else at once; one ``key`` is sent once, however often it is queued.
    ``quotes``: the message of which it repeats something.

    Nothing is queued where the workspace has no mailbox that sends, to our own addresses, or about a ticket that a
    mail opened which no program may answer, before the customer wrote on it (spec 05, loops). What goes beyond
    ``PER_HOUR`` or an allowance is kept, and not sent. Links to sign in are asked for by people, and have bounds of
    their own.
    """
    allowed = allowances(recipient) if ticket_id is not None else []
    payload = {"subject": subject, "text": text, "html": html} | ({"quotes": quotes} if quotes else {})
    _queue(tx, allowed, ticket_id=ticket_id, key=key, recipient=recipient, payload=payload, now=now, at=at or now)


def queue_for_member(tx: Tx, *, key: str, recipient: str, subject: str, text: str, now: datetime) -> int:
    """Queue a mail of notices to a member; returns the id of its delivery. Members have an allowance of their own. It
    belongs to no ticket: who answers it by mail opens one, and it says where to answer."""
    allowed = [Allowance(f"tell:member:{recipient}", OF_MEMBER, 3_600, holds=False), _of_mailbox()]
    payload = {"subject": subject, "text": text, "html": None, "list": "notices"}
    return _queue(
        tx, allowed, ticket_id=None, key=f"member.{key}", recipient=recipient, payload=payload, now=now, at=now
    )


async def sends_mail(tx: ReadTx) -> bool:
    """Whether the workspace has a mailbox that sends."""
    return bool(
        await tx.rows(
            tuple,
            """
            select 1
              from channel_account
             where workspace_id = %(workspace)s and kind = 'mail' and active
               and sends
             limit 1
            """,
        )
    )


def _queue(
    tx: Tx,
    allowed: Sequence[Allowance],
    *,
    ticket_id: int | None,
    key: str,
    recipient: str,
    payload: dict[str, Any],
    now: datetime,
    at: datetime,
) -> int:
    delivery_id = tx.ids.next()
    tx.put(
        _QUEUE,
        id=delivery_id,
        key=key,
        ticket=ticket_id,
        recipient=recipient,
        payload=payload,
        now=now,
        at=at,
        hour=now - _HOUR,
        most=PER_HOUR,
        keys=[one.key for one in allowed],
        mosts=[one.most for one in allowed],
        withins=[one.within_s for one in allowed],
        holds=[one.holds for one in allowed],
    )
    return delivery_id


_REQUESTER: Final = "(select q.requester_id from ticket q where q.workspace_id = %(workspace)s and q.id = %(ticket)s)"

_QUEUE: Final = f"""
with wanted as (
  select a.id as account_id
    from (
      select c.id
        from channel_account c
       where c.workspace_id = %(workspace)s
         and c.kind = 'mail'
         and c.active
         and c.sends
       order by c.id = (select v.account_id
                          from conversation v
                         where v.workspace_id = %(workspace)s
                           and v.id = {answered("%(ticket)s", writer=_REQUESTER)}) desc nulls last, c.id
       limit 1
    ) a
   where not exists (
           select
             from delivery d
            where d.workspace_id = %(workspace)s and d.kind = 'notice' and d.key = %(key)s
         )
     and not exists (
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
                       and m.conversation_id in {of_ticket("%(ticket)s")}
                       and m.author = 'customer'
                       and not m.machine
                       and m.id <> i.message_id
                  )
         )
),
allowed as (
  select case b.key when 'tell:mailbox:' then b.key || w.account_id else b.key end as key, b.most, b.within_s, b.holds
    from wanted w
   cross join unnest(%(keys)s::text[], %(mosts)s::float8[], %(withins)s::float8[], %(holds)s::bool[])
              as b (key, most, within_s, holds)
),
spent as (
  insert into channel_budget as m (workspace_id, key, level, at)
  select %(workspace)s, a.key,
         case
           when o.key is null then 1
           when a.holds and o.level > a.most and o.at > %(now)s - make_interval(secs => a.within_s) then o.level
           else least(a.most, greatest(0, o.level - a.most * greatest(0, extract(epoch from %(now)s - o.at))
                                                    / a.within_s)) + 1
         end,
         %(now)s
    from allowed a
    left join channel_budget o on o.workspace_id = %(workspace)s and o.key = a.key
   order by a.key
  on conflict (workspace_id, key) do update set level = excluded.level, at = excluded.at
  returning m.key, m.level
)
insert into delivery
       (workspace_id, id, kind, key, ticket_id, account_id, recipient, payload, state, next_at, fault, created_at)
select %(workspace)s, %(id)s, 'notice', %(key)s, %(ticket)s::bigint, w.account_id, %(recipient)s, %(payload)s,
       case when s.is_over then 'stopped' else 'queued' end,
       case when s.is_over then 'infinity' else %(at)s end,
       case when s.is_over then 'answers_stopped' end,
       %(now)s
  from wanted w
 cross join (
   select coalesce(bool_or(p.level > a.most), false)
          or (select count(*)
                from delivery d
               where d.workspace_id = %(workspace)s
                 and d.ticket_id = %(ticket)s
                 and d.kind = 'notice'
                 and d.recipient = %(recipient)s
                 and d.created_at > %(hour)s) >= %(most)s as is_over
     from spent p
     join allowed a on a.key = p.key
 ) s
on conflict (workspace_id, kind, key) do nothing
"""
