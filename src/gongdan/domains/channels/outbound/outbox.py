"""The outbox: statements on ``delivery``. Nothing here touches the network.

A row is ``queued``, then ``sending`` under a lease, then ``sent``, ``failed`` (for good), ``queued`` again (later), or
``uncertain``: the server may have taken it. An uncertain notice stays so; an uncertain reply is repeated under its own
Message-ID and marked.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.channels.email.bounces import Bounce, FailedRecipient
from gongdan.domains.channels.errors import DeliveryNotFound, NotRepeatable
from gongdan.infra.db.tx import Database, ReadTx, Tx

LEASE: Final = timedelta(minutes=5)
"""After which a ``sending`` row is nobody's: whoever sent it is gone."""
PAUSES: Final = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 120, 240, 480, 720, 1440))
"""Before each further attempt; after the last one the delivery has failed."""
_LONGEST_FAULT = 500

State = Literal["queued", "sending", "sent", "failed", "uncertain"]


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A delivery that this process may send now, and must answer for."""

    id: int
    kind: Literal["reply", "notice"]
    ticket_id: int | None
    message_id: int | None
    account_id: int
    recipient: str
    mail_id: str | None
    payload: dict[str, Any]
    attempts: int


async def workspaces_due(db: Database, now: datetime) -> list[int]:
    """Workspaces with something to send, in one look for all of them; served by ``delivery_due``."""
    async with db.plain() as connection:
        cursor = await connection.execute("select * from workspaces_with_deliveries(%s)", [now])
        return [row[0] for row in await cursor.fetchall()]


async def lapse(tx: Tx, now: datetime) -> None:
    """Rows whose sender is gone: uncertain from now on; replies are due again, notices never."""
    await tx.rows(
        tuple,
        """
        update delivery
           set state = 'uncertain',
               next_at = case kind when 'reply' then %(now)s else 'infinity' end,
               fault = 'the process that sent it ended'
         where workspace_id = %(workspace)s and state = 'sending' and next_at <= %(now)s
        returning 1
        """,
        now=now,
    )


async def claim(tx: Tx, accounts: Sequence[int], now: datetime) -> Due | None:
    """The delivery that is due longest, ours for ``LEASE``. Commit before sending it."""
    return await tx.row(
        Due,
        """
        with due as materialized (  -- as a subquery it could be run, and take another row, for each row joined to it
          select id
            from delivery
           where workspace_id = %(workspace)s
             and state in ('queued', 'uncertain')
             and next_at <= %(now)s
             and account_id = any(%(accounts)s)
           order by next_at, id
           limit 1
             for update skip locked
        )
        update delivery d
           set state = 'sending',
               attempts = d.attempts + 1,
               next_at = %(until)s,
               payload = case d.state when 'uncertain' then d.payload || '{"repeated": true}' else d.payload end
          from due
         where d.workspace_id = %(workspace)s and d.id = due.id
        returning d.id, d.kind, d.ticket_id, d.message_id, d.account_id, d.recipient, d.mail_id, d.payload, d.attempts
        """,
        accounts=list(accounts),
        now=now,
        until=now + LEASE,
    )


def name(tx: Tx, due: Due, mail_id: str) -> None:
    """Queue the Message-ID of a first attempt, and that answers to it belong to the ticket."""
    tx.put(
        "update delivery set mail_id = %(mail_id)s where workspace_id = %(workspace)s and id = %(id)s",
        id=due.id,
        mail_id=mail_id,
    )
    if due.ticket_id is not None:
        tx.put(
            """
            insert into mail_id (workspace_id, mail_id, ticket_id, message_id, own, party)
            values (%(workspace)s, %(mail_id)s, %(ticket)s, %(message)s, true, %(party)s)
            on conflict (workspace_id, mail_id, ticket_id) do nothing
            """,
            mail_id=mail_id,
            ticket=due.ticket_id,
            message=due.message_id,
            party=(due.recipient, *due.payload.get("cc", ())),
        )


def settle(
    tx: Tx, due: Due, state: State, *, now: datetime, again_at: datetime | None = None, fault: str | None, counts: bool
) -> None:
    """Queue the end of an attempt, unless the lease ended before. Without ``counts`` the attempt was not the mail's
    fault and costs it none of its tries. ``again_at`` None: never by itself."""
    tx.put(
        """
        update delivery
           set state = %(state)s,
               next_at = coalesce(%(again)s::timestamptz, 'infinity'),
               sent_at = case when %(state)s = 'sent' then %(now)s else sent_at end,
               attempts = attempts - %(refund)s,
               fault = %(fault)s
         where workspace_id = %(workspace)s and id = %(id)s and state = 'sending' and attempts = %(attempts)s
        """,
        id=due.id,
        state=state,
        again=again_at,
        now=now,
        refund=0 if counts else 1,
        fault=fault and fault[:_LONGEST_FAULT],
        attempts=due.attempts,
    )


def mark_bounced(tx: Tx, bounce: Bounce, *, now: datetime) -> None:
    """Queue that a mail of ours came back: its delivery failed. A delay is no failure."""
    failed = [one for one in bounce.recipients if not _is_delay(one)]
    if not bounce.original_ids or (bounce.recipients and not failed):
        return
    tx.put(
        """
        update delivery
           set state = 'failed', fault = %(fault)s
         where workspace_id = %(workspace)s
           and mail_id = any(%(ids)s)
           and state in ('sent', 'uncertain')
           and (%(anybody)s or recipient = any(%(recipients)s))
        """,
        ids=bounce.original_ids,
        fault=(failed[0].diagnostic if failed else "it came back")[:_LONGEST_FAULT],
        anybody=not failed,
        recipients=tuple(one.address for one in failed),
    )


def _is_delay(one: FailedRecipient) -> bool:
    return (one.status or "").startswith("4") or (one.status is None and one.code is not None and one.code < 500)


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the visible queue."""

    id: int
    kind: str
    number: str | None
    """Of the ticket."""
    recipient: str
    state: State
    attempts: int
    next_at: datetime | None
    sent_at: datetime | None
    fault: str | None
    repeated: bool
    created_at: datetime


async def items(tx: ReadTx, states: Sequence[State]) -> list[Item]:
    """Deliveries in these states, latest first, at most 200."""
    return await tx.rows(
        Item,
        """
        select d.id, d.kind, t.number, d.recipient, d.state, d.attempts, nullif(d.next_at, 'infinity') as next_at,
               d.sent_at, d.fault, coalesce((d.payload -> 'repeated')::bool, false) as repeated, d.created_at
          from delivery d
          left join ticket t on t.workspace_id = d.workspace_id and t.id = d.ticket_id
         where d.workspace_id = %(workspace)s and d.state = any(%(states)s)
         order by d.created_at desc, d.id desc
         limit 200
        """,
        states=list(states),
    )


async def repeat(tx: Tx, delivery_id: int, *, now: datetime) -> None:
    """Send a failed or uncertain delivery again, by a person's will; it keeps its Message-ID.

    Raises:
        DeliveryNotFound, NotRepeatable.
    """
    row = await tx.row(
        tuple, "select state from delivery where workspace_id = %(workspace)s and id = %(id)s", id=delivery_id
    )
    if row is None:
        raise DeliveryNotFound(id=delivery_id)
    if row[0] in ("sent", "sending"):
        raise NotRepeatable(state=row[0])
    tx.put(
        """
        update delivery
           set state = case state when 'uncertain' then 'uncertain' else 'queued' end, next_at = %(now)s, attempts = 0
         where workspace_id = %(workspace)s and id = %(id)s and state in ('queued', 'failed', 'uncertain')
        """,
        id=delivery_id,
        now=now,
    )
