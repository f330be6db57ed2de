"""The outbox: statements on ``delivery``. Nothing here touches the network.

A row is ``queued``, then ``sending`` under a lease, then ``sent``, ``failed`` (for good), ``queued`` again (later), or
``uncertain``: the server may have taken it. An uncertain notice stays so; an uncertain reply is repeated under its own
id and marked. A notice is ``stopped`` where its receiver is probably a machine that answers (see ``notices``).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.accounts.recording import record
from gongdan.domains.channels.errors import DeliveryNotFound, NotRepeatable
from gongdan.domains.channels.events import DeliveryRepeated
from gongdan.infra.db.tx import Database, Query, ReadTx, Tx
from gongdan.kernel.events import Via

LEASE: Final = timedelta(minutes=5)
"""After which a ``sending`` row is nobody's: whoever sent it is gone."""
PAUSES: Final = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 120, 240, 480, 720, 1440))
"""Before each further attempt; after the last one the delivery has failed."""
_LONGEST_FAULT = 500

State = Literal["queued", "sending", "sent", "failed", "uncertain", "stopped"]


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A delivery that this process may send now, and must answer for."""

    id: int
    kind: Literal["reply", "notice"]
    ticket_id: int | None
    message_id: int | None
    account_id: int
    recipient: str
    external_id: str | None
    payload: dict[str, Any]
    attempts: int

    @property
    def left(self) -> tuple[str, ...]:
        """Who does not have it yet, where an attempt before reached others; empty: nobody has it."""
        return tuple(self.payload.get("left", ()))


class SendingAccount(msgspec.Struct, frozen=True):
    """Whose outbox is emptied: one account of a channel, apart from all others."""

    workspace_id: int
    account_id: int


async def accounts_due(db: Database, now: datetime) -> list[SendingAccount]:
    """Accounts with something to send, in one look for the installation; served by ``delivery_due``."""
    async with db.plain() as connection:
        cursor = await connection.execute("select * from accounts_with_deliveries(%s)", [now])
        return [SendingAccount(*row) for row in await cursor.fetchall()]


async def lapse(tx: Tx, account_id: int, now: datetime) -> None:
    """Rows whose sender is gone: uncertain from now on; replies are due again, notices never."""
    await tx.rows(
        tuple,
        """
        update delivery
           set state = 'uncertain',
               next_at = case kind when 'reply' then %(now)s else 'infinity' end,
               fault = 'the process that sent it ended'
         where workspace_id = %(workspace)s and state = 'sending' and next_at <= %(now)s and account_id = %(account)s
        returning 1
        """,
        account=account_id,
        now=now,
    )


async def pass_on(tx: Tx, account_id: int) -> None:
    """What is due by an account that was retired is due by its successor, else by the first of its kind that sends."""
    await tx.rows(
        tuple,
        """
        update delivery d
           set account_id = o.id
          from channel_account r
          join lateral (
            select c.id
              from channel_account c
             where c.workspace_id = r.workspace_id and c.kind = r.kind and c.retired_at is null
               and (c.id = r.successor_id or (c.active and c.sends))
             order by c.id = r.successor_id desc nulls last, c.id
             limit 1
          ) o on true
         where d.workspace_id = %(workspace)s and d.account_id = %(account)s and d.state in ('queued', 'uncertain')
           and r.workspace_id = d.workspace_id and r.id = d.account_id and r.retired_at is not null
        returning 1
        """,
        account=account_id,
    )


async def claim(tx: Tx, account_id: int, now: datetime) -> Due | None:
    """The delivery of an account that is due longest, ours for ``LEASE``. Commit before sending it."""
    return await tx.row(
        Due,
        """
        with due as materialized (  -- as a subquery it could be run, and take another row, for each row joined to it
          select id
            from delivery
           where workspace_id = %(workspace)s
             and state in ('queued', 'uncertain')
             and next_at <= %(now)s
             and account_id = %(account)s
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
        returning d.id, d.kind, d.ticket_id, d.message_id, d.account_id, d.recipient, d.external_id, d.payload,
                  d.attempts
        """,
        account=account_id,
        now=now,
        until=now + LEASE,
    )


def name(tx: Tx, due: Due, external_id: str) -> None:
    """Queue the external id of a first attempt."""
    tx.put(
        "update delivery set external_id = %(external_id)s where workspace_id = %(workspace)s and id = %(id)s",
        id=due.id,
        external_id=external_id,
    )


class End(msgspec.Struct, frozen=True, kw_only=True):
    """How an attempt ended."""

    state: State
    again_at: datetime | None = None
    """None: never by itself."""
    fault: str | None
    counts: bool = True
    """Without it the attempt was not the mail's fault and costs it none of its tries."""
    left: tuple[str, ...] = ()
    """Where some of the recipients took it: the others, who alone get it when it is sent again."""


def end_attempt(tx: Tx, due: Due, end: End, *, now: datetime) -> None:
    """Queue the end of an attempt, unless the lease ended before."""
    tx.put(
        """
        update delivery
           set state = %(state)s,
               next_at = coalesce(%(again)s::timestamptz, 'infinity'),
               sent_at = case when %(state)s = 'sent' then %(now)s else sent_at end,
               attempts = attempts - %(refund)s,
               fault = %(fault)s,
               payload = payload || %(patch)s
         where workspace_id = %(workspace)s and id = %(id)s and state = 'sending' and attempts = %(attempts)s
        """,
        id=due.id,
        state=end.state,
        again=end.again_at,
        now=now,
        refund=0 if end.counts else 1,
        fault=end.fault and end.fault[:_LONGEST_FAULT],
        patch={"left": end.left} if end.left else {},
        attempts=due.attempts,
    )


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """A delivery that failed for good."""

    id: int
    kind: Literal["reply", "notice"]
    ticket_id: int | None
    message_id: int | None
    author_id: int | None
    recipient: str


_LOST: Final = """
select d.id, d.kind, d.ticket_id, d.message_id, m.author_id, d.recipient
  from delivery d
  left join message m on m.workspace_id = d.workspace_id and m.id = d.message_id
 where d.workspace_id = %(workspace)s
"""


def being_sent(due: Due) -> Query[Lost]:
    """The delivery that this process sends, unless its lease ended."""
    sql = f"{_LOST} and d.id = %(id)s and d.state = 'sending' and d.attempts = %(attempts)s"
    return Query(Lost, sql, {"id": due.id, "attempts": due.attempts})


def of_external_ids(names: Sequence[str]) -> Query[Lost]:
    """Deliveries that went out, by external id; served by ``delivery_by_external_id``."""
    sql = f"{_LOST} and d.external_id = any(%(ids)s) and d.state in ('sent', 'uncertain') order by d.id"
    return Query(Lost, sql, {"ids": list(names)})


def came_back(tx: Tx, ids: Sequence[int], fault: str) -> None:
    """Queue that messages of ours came back: their deliveries failed."""
    tx.put(
        """
        update delivery set state = 'failed', next_at = 'infinity', fault = %(fault)s
         where workspace_id = %(workspace)s and id = any(%(ids)s) and state in ('sent', 'uncertain')
        """,
        ids=tuple(ids),
        fault=fault[:_LONGEST_FAULT],
    )


class OutboxRow(msgspec.Struct, frozen=True, kw_only=True):
    kind: Literal["reply", "notice"]
    number: str | None
    """Of the ticket."""
    state: State


async def standing(tx: ReadTx, delivery_id: int) -> OutboxRow:
    """
    Raises:
        DeliveryNotFound.
    """
    found = await tx.row(
        OutboxRow,
        """
        select d.kind, t.number, d.state
          from delivery d
          left join ticket t on t.workspace_id = d.workspace_id and t.id = d.ticket_id
         where d.workspace_id = %(workspace)s and d.id = %(id)s
        """,
        id=delivery_id,
    )
    if found is None:
        raise DeliveryNotFound(id=delivery_id)
    return found


async def repeat(tx: Tx, delivery_id: int, *, authority: Authority, via: Via, now: datetime) -> None:
    """Send a failed, stopped or uncertain delivery, by a person's will; it keeps its id.

    Raises:
        DeliveryNotFound, NotRepeatable.
    """
    before = (await standing(tx, delivery_id)).state
    if before in ("sent", "sending"):
        raise NotRepeatable(state=before)
    tx.put(
        """
        update delivery
           set state = case state when 'uncertain' then 'uncertain' else 'queued' end, next_at = %(now)s, attempts = 0
         where workspace_id = %(workspace)s and id = %(id)s and state in ('queued', 'failed', 'uncertain', 'stopped')
        """,
        id=delivery_id,
        now=now,
    )
    await record(tx, authority, DeliveryRepeated(delivery_id=delivery_id, before=before), via=via, now=now)
