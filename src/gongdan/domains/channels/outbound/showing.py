"""The outbox as people look at it: what waits, failed or went out, and what it says."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.channels.errors import DeliveryNotFound
from gongdan.domains.channels.outbound.outbox import State
from gongdan.infra.db.tx import ReadTx


class OutboxItem(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the visible queue."""

    id: int
    kind: str
    account_id: int | None
    """By which it goes."""
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


class OutboxFilter(msgspec.Struct, frozen=True, kw_only=True):
    states: Sequence[State]
    kind: Literal["reply", "notice"] | None = None
    account_id: int | None = None
    before: int | None = None
    """The id at which the last page ended."""
    limit: int = 200


async def items(tx: ReadTx, wanted: OutboxFilter) -> list[OutboxItem]:
    """Deliveries, latest first; served by ``delivery_by_state``."""
    return await tx.rows(
        OutboxItem,
        f"""
        select x.*
          from unnest(%(states)s::text[]) s (state)
         cross join lateral (
           {_ITEM}
              and d.state = s.state
              and (%(before)s::bigint is null or d.id < %(before)s)
              and (%(kind)s::text is null or d.kind = %(kind)s)
              and (%(account_id)s::bigint is null or d.account_id = %(account_id)s)
            order by d.id desc
            limit %(limit)s
         ) x
         order by x.id desc
         limit %(limit)s
        """,
        **msgspec.structs.asdict(wanted),
    )


class OutboxDetail(msgspec.Struct, frozen=True, kw_only=True):
    """A delivery whole, with what it says."""

    item: OutboxItem
    external_id: str | None
    subject: str | None
    text: str
    files: tuple[str, ...]
    also: tuple[str, ...]


class _Said(msgspec.Struct, frozen=True, kw_only=True):
    external_id: str | None
    payload: dict[str, Any]
    message_id: int | None
    said: str | None
    title: str | None
    files: list[str]


async def detail(tx: ReadTx, delivery_id: int) -> OutboxDetail:
    """
    Raises:
        DeliveryNotFound.
    """
    item = await tx.row(OutboxItem, f"{_ITEM} and d.id = %(id)s", id=delivery_id)
    found = await tx.row(_Said, _SAID, id=delivery_id)
    if item is None or found is None:
        raise DeliveryNotFound(id=delivery_id)
    is_reply = found.message_id is not None
    return OutboxDetail(
        item=item,
        external_id=found.external_id,
        subject=found.title if is_reply else found.payload.get("subject"),
        text=(found.said if is_reply else found.payload.get("text")) or "",
        files=tuple(found.files),
        also=tuple(found.payload.get("cc", ())),
    )


_ITEM: Final = """
select d.id, d.kind, d.account_id, t.number, d.recipient, d.state, d.attempts, nullif(d.next_at, 'infinity') as next_at,
       d.sent_at, d.fault, coalesce((d.payload -> 'repeated')::bool, false) as repeated, d.created_at
  from delivery d
  left join ticket t on t.workspace_id = d.workspace_id and t.id = d.ticket_id
 where d.workspace_id = %(workspace)s
"""
_SAID: Final = """
select d.external_id, d.payload, d.message_id, w.text as said, t.title,
       array(select f.name
               from attachment a join file f on f.workspace_id = a.workspace_id and f.id = a.file_id
              where a.workspace_id = d.workspace_id and a.message_id = d.message_id
              order by a.position) as files
  from delivery d
  left join ticket t on t.workspace_id = d.workspace_id and t.id = d.ticket_id
  left join lateral (select v.text from message_version v
                      where v.workspace_id = d.workspace_id and v.message_id = d.message_id
                      order by v.version desc limit 1) w on true
 where d.workspace_id = %(workspace)s and d.id = %(id)s
"""
