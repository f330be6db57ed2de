"""What a customer asked for, and the conversations with them: as far as the reader sees them."""

import base64
import binascii
from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from gongdan.domains.accounts.public import Authority, may, predicate, reach
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.conversations.public import ConversationKeys
from gongdan.domains.customers.public import READ, CustomerKeys, CustomerNotFound, customers
from gongdan.domains.inbox.directory.shapes import (
    ConversationOfCustomer,
    ConversationsOfCustomer,
    TicketsOfCustomer,
)
from gongdan.domains.inbox.lists.cursors import LIVE
from gongdan.domains.inbox.shapes import HistoryRow
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.errors import FieldFault, Invalid


class _Last(msgspec.Struct, frozen=True, array_like=True):
    """Where a page of tickets ended."""

    at: Annotated[datetime, Meta(tz=True)]
    id: Annotated[int, Meta(ge=0, le=2**53 - 1)]

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    number: str
    title: str
    status: str
    phase: Phase
    updated_at: datetime


async def tickets_of(
    tx: ReadTx, authority: Authority, customer_id: int, after: str | None, limit: int
) -> TicketsOfCustomer:
    """Their tickets in reach, the latest first.

    Raises:
        CustomerNotFound, Invalid.
    """
    within, last = predicate(reach(authority)), _last(after) if after else None
    later = "and (t.updated_at, t.id) < (%(at)s, %(id)s)" if last else ""
    asked: Query[Any] = Query(
        _Row,
        f"""
        select t.id, t.number, t.title, t.status, t.phase, t.updated_at
          from ticket t
         where t.workspace_id = %(workspace)s and t.requester_id = %(person)s and {LIVE} and {within.sql} {later}
         order by t.updated_at desc, t.id desc
         limit %(limit)s
        """,
        {
            "person": customer_id,
            "limit": limit + 1,
            "at": last.at if last else None,
            "id": last.id if last else None,
            **within.params,
        },
    )
    who, rows = await tx.gather(customers([customer_id]), asked, last=True)
    _check(authority, who, customer_id)
    shown = rows[:limit]
    return TicketsOfCustomer(
        items=[
            HistoryRow(
                number=one.number, title=one.title, status=one.status, phase=one.phase, updated_at=one.updated_at
            )
            for one in shown
        ],
        after=str(_Last(shown[-1].updated_at, shown[-1].id)) if len(rows) > limit else None,
    )


class _Talk(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    channel: str
    party_id: int
    team: str | None
    agent_id: int | None
    agent_name: str | None
    state: str
    created_at: datetime
    ended_at: datetime | None
    last_customer_at: datetime | None
    numbers: list[str]


async def conversations_of(
    tx: ReadTx, authority: Authority, customer_id: int, after: int | None, limit: int
) -> ConversationsOfCustomer:
    """Conversations with them that the reader may see, the latest first. A page is of those that there are: it may show
    fewer. Served by ``conversation_of_party``.

    Raises:
        CustomerNotFound.
    """
    within = predicate(reach(authority))
    asked: Query[Any] = Query(
        _Talk,
        f"""
        select v.id, v.channel, v.party_id, v.team, v.agent_id, a.name as agent_name, v.state, v.created_at,
               v.ended_at, v.last_customer_at,
               array(select t.number
                       from conversation_ticket l
                       join ticket t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
                      where l.workspace_id = v.workspace_id and l.conversation_id = v.id and {LIVE} and {within.sql}
                      order by t.id desc
                      limit 5) as numbers
          from conversation v
          left join person a on a.workspace_id = v.workspace_id and a.id = v.agent_id
         where v.workspace_id = %(workspace)s and v.party_id = %(person)s
           and (%(after)s::bigint is null or v.id < %(after)s)
         order by v.id desc
         limit %(limit)s
        """,
        {"person": customer_id, "after": after, "limit": limit + 1, **within.params},
    )
    who, rows = await tx.gather(customers([customer_id]), asked, last=True)
    _check(authority, who, customer_id)
    page = rows[:limit]
    return ConversationsOfCustomer(
        items=[_talk(one) for one in page if one.numbers or _may_read(authority, one)],
        after=page[-1].id if len(rows) > limit else None,
    )


def _may_read(authority: Authority, one: _Talk) -> bool:
    return may(authority, "conversation.read", ConversationKeys(one.id, one.party_id, one.agent_id, one.team))


def _talk(one: _Talk) -> ConversationOfCustomer:
    return ConversationOfCustomer(
        id=one.id,
        channel=one.channel,
        state="open" if one.state == "open" else "closed",
        agent=one.agent_name,
        created_at=one.created_at,
        ended_at=one.ended_at,
        last_customer_at=one.last_customer_at,
        tickets=one.numbers,
    )


def _check(authority: Authority, found: list[Any], customer_id: int) -> None:
    if not found or not may(authority, READ, CustomerKeys(found[0].id, found[0].dedicated_agent_id)):
        raise CustomerNotFound(id=customer_id)


def _last(text: str) -> _Last:
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        return msgspec.json.decode(raw, type=_Last)
    except (UnicodeEncodeError, binascii.Error, msgspec.DecodeError):
        raise Invalid(faults=(FieldFault("after", "customers.bad_cursor"),)) from None
