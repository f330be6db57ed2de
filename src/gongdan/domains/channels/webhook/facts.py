"""What is known of a batch of requests: which conversation each is of, and where that stands."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.channels.inbound.evidence import NOWHERE, Evidence, ThreadDecision
from gongdan.domains.channels.inbound.message import InboundMessage
from gongdan.domains.channels.inbound.senders import senders
from gongdan.domains.channels.inbound.verdict import JoinedTicket, KnownOfMessage, Talk
from gongdan.domains.conversations.public import of_ticket
from gongdan.infra.db.tx import Query

_POINTS: Final = 90
_HOUR: Final = timedelta(hours=1)


class Call(InboundMessage, frozen=True, kw_only=True):
    """A request that brought something."""

    opens: Literal["ticket", "conversation"]
    """What it begins where it belongs to no conversation yet."""


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    """The latest conversation of a key, and the ticket that it is about: of several the newest open one."""

    account_id: int
    key: str
    id: int
    state: str
    origin_ticket_id: int | None
    ticket_id: int | None
    phase: str | None
    requester_id: int | None
    written: int


def queries(calls: Sequence[Call], now: datetime) -> tuple[Query[Any], ...]:
    """What to ask; ``known`` takes the answers in the same order."""
    wanted = sorted({(one.row.account_id or 0, one.conversation_key) for one in calls if one.conversation_key})
    return (
        Query(
            _Found,
            _CONVERSATIONS,
            {
                "accounts": [account for account, _ in wanted],
                "keys": [key for _, key in wanted],
                "hour": now - _HOUR,
            },
        ),
        senders(one.sender for one in calls if one.sender.handle),
    )


def known(calls: Sequence[Call], answers: Sequence[list[Any]]) -> Mapping[int, KnownOfMessage]:
    """Pure."""
    conversations, people = answers
    found = {(one.account_id, one.key): one for one in conversations}
    persons = {one.key: one for one in people}
    return {
        one.row.id: _known(one, found.get((one.row.account_id or 0, one.conversation_key)), persons.get(one.sender.key))
        for one in calls
    }


def _known(call: Call, found: _Found | None, sender: Any) -> KnownOfMessage:
    """A conversation that came with a ticket goes on there, whatever it is; one of its own goes on in itself, and a
    new one begins where it was ended."""
    talk = None
    thread, joined = NOWHERE, None
    if found is None:
        talk = Talk(None) if call.opens == "conversation" else None
    elif found.origin_ticket_id is None:
        talk = Talk(found.id if found.state == "open" else None)
    elif found.ticket_id is not None:
        thread = _joins(call.conversation_key, found.ticket_id)
        joined = JoinedTicket(
            participants=frozenset(),
            is_closed=found.phase == "closed",
            requester_id=found.requester_id or 0,
            written=found.written,
        )
    return KnownOfMessage(
        thread=thread,
        joined=joined,
        sender=sender,
        writer=sender,
        conversation_id=found.id if found and joined else None,
        talk=talk,
        returns=call.report is not None and call.report.is_failure,
    )


def _joins(key: str, ticket_id: int) -> ThreadDecision:
    evidence = Evidence(kind="conversation", value=key, ticket_id=ticket_id, points=_POINTS)
    return ThreadDecision(
        ticket_id=ticket_id,
        link_to=None,
        score=_POINTS,
        subject_changed=False,
        is_stranger=False,
        evidence=(evidence,),
    )


_CONVERSATIONS: Final = f"""
select w.account_id, w.key, v.id, v.state, v.origin_ticket_id, t.id as ticket_id, t.phase, t.requester_id,
       (select count(*)
          from message m
         where m.workspace_id = %(workspace)s
           and m.conversation_id in {of_ticket("t.id")}
           and m.author = 'customer'
           and m.at > %(hour)s) as written
  from unnest(%(accounts)s::bigint[], %(keys)s::text[]) w (account_id, key)
 cross join lateral (
   select c.id, c.state, c.origin_ticket_id
     from conversation c
    where c.workspace_id = %(workspace)s and c.account_id = w.account_id and c.external_key = w.key
    order by c.id desc
    limit 1
 ) v
  left join lateral (
   select t.id, t.phase, t.requester_id
     from conversation_ticket l
     join ticket t on t.workspace_id = l.workspace_id and t.id = l.ticket_id and t.trashed_at is null
    where l.workspace_id = %(workspace)s and l.conversation_id = v.id
    order by t.phase = 'closed', t.id desc
    limit 1
 ) t on true
"""
