"""A stretch of a ticket's timeline, as it is read: its events and what its conversations heard elsewhere, in order.

An event's place is its seq. A message of another log stands after the last event that was not later than it.
Long runs of events are read as their end, with the number of those that are left out; a message or a reopening ends a
run. One statement reads a stretch by the log's primary key and stops where it is full.
"""

from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.inbox.detail.queries import TICKET, EventRow, MessageRow
from gongdan.domains.inbox.detail.stretches import LONGEST, PAST_ALL, EntryPlace, Filter, Stretch, Way
from gongdan.domains.inbox.shapes import NoticeState
from gongdan.domains.tickets.events import AuthorKind
from gongdan.infra.db.tx import Query
from gongdan.kernel.events import Via

RUN_END: Final = 10
"""So many of a run's last events are read; it folds only if it is longer."""


class CauseRow(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    kind: str
    rule: str | None
    body: bytes | None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as it was read, with all that it is told by."""

    event: EventRow | None = None
    message: MessageRow | None = None
    cause: CauseRow | None = None
    """The event that it answered."""
    notice: NoticeState | None = None
    place: int = 0
    """The seq of its event, or of the last one before it."""
    folded: int = 0
    """So many events before it are left out."""

    @property
    def key(self) -> EntryPlace:
        if self.event is not None:
            return EntryPlace(seq=self.event.seq)
        assert self.message is not None, "it is an event or a message"
        return EntryPlace(message_id=self.message.id)


class LineRow(msgspec.Struct, frozen=True):
    """Columns as the statement gives them; those of the message, its event and its cause stand side by side."""

    place: int
    folded: int
    seq: int | None
    id: int | None
    kind: str | None
    actor: Literal["staff", "customer", "system"] | None
    actor_id: int | None
    via: Via | None
    rule: str | None
    command_id: int | None
    cause: int | None
    depth: int | None
    release: int | None
    at: datetime | None
    body: bytes | None
    message_id: int | None
    conversation_id: int | None
    channel: str | None
    party_id: int | None
    origin_ticket_id: int | None
    said_at: datetime | None
    author_id: int | None
    machine: bool | None
    audience: str | None
    author: AuthorKind | None
    redacted: bool | None
    text: str | None
    html: str | None
    quoted: str | None
    delivery: dict[str, Any] | None
    unverified: bool | None
    origin: dict[str, Any] | None
    version: int
    cause_seq: int | None
    cause_kind: str | None
    cause_rule: str | None
    cause_body: bytes | None
    notice: NoticeState | None


_EVENT: Final = tuple(EventRow.__struct_fields__)
_MESSAGE: Final = tuple(MessageRow.__struct_fields__)
_event = attrgetter(*_EVENT)
_message = attrgetter(*({"id": "message_id", "at": "said_at"}.get(name, name) for name in _MESSAGE))


def line_of(row: LineRow) -> Line:
    """One row of the timeline, taken apart: an event, a message, or both, and what caused it."""
    message = dict(zip(_MESSAGE, _message(row), strict=True)) if row.message_id is not None else None
    return Line(
        event=EventRow(*_event(row)) if row.seq is not None else None,
        message=msgspec.convert(message, MessageRow | None),
        cause=CauseRow(seq=row.cause_seq, kind=row.cause_kind or "", rule=row.cause_rule, body=row.cause_body)
        if row.cause_seq is not None
        else None,
        notice=row.notice,
        place=row.place,
        folded=row.folded,
    )


_OF_TICKET: Final = f"e.workspace_id = %(workspace)s and e.stream = 'ticket' and e.stream_id = {TICKET}"
_BY_THEN: Final = "(%(until)s::timestamptz is null or {} <= %(until)s)"

_FOLLOWED: Final = (
    "exists (select from conversation v where v.workspace_id = %(workspace)s and v.id = {} and (v.party_id is null"
    " or v.party_id = %(me)s or v.party_id = (select r.requester_id from ticket r"
    f" where r.workspace_id = %(workspace)s and r.id = {TICKET})))"
)
"""As ``Reader.follows`` says it, of somebody from outside."""
_THERE: Final = f"""
there as materialized (
  select m.id, m.at, m.audience
    from conversation_ticket l
    join message m on m.workspace_id = l.workspace_id and m.conversation_id = l.conversation_id
   where l.workspace_id = %(workspace)s
     and l.ticket_id = {TICKET}
     and m.origin_ticket_id is distinct from l.ticket_id
     and (m.audience = 'customer' or m.origin_ticket_id is null)
     and (%(audiences)s::text[] is null
          or (m.audience = any(%(audiences)s) and {_FOLLOWED.format("m.conversation_id")}))
     and {_BY_THEN.format("l.linked_at")} and {_BY_THEN.format("m.at")}
),
ordered as (
  select e.seq, null::bigint as id, max(e.at) over (order by e.seq) as at
    from event e
   where {_OF_TICKET} and {_BY_THEN.format("e.at")} and exists (select from there)
   union all
  select null, id, at from there
),
spoken as materialized (
  select o.id, o.at, o.place, t.audience
    from (select id, at, coalesce(max(seq) over (order by at, seq nulls last, id rows unbounded preceding), 0) as place
            from ordered) o
    join there t on t.id = o.id
),
edge as materialized (
  select %(seq)s::int as place, '-infinity'::timestamptz as at, 0::bigint as id where %(seq)s::int is not null
   union all
  select place, at, id from spoken where id = %(message)s::bigint
   union all
  select 2147483647, '-infinity', 0
   where %(seq)s::int is null and not exists (select from spoken where id = %(message)s::bigint)
)
"""
"""What was said elsewhere, and after which event it stands; the log is read through only where there is any."""

_SAID: Final = "(e.kind = 'ticket.message_added' and e.body is not null)"
_VALUE: Final = "convert_from(e.body, 'UTF8')::json ->> '{}'"
_ENDED: Final = "('resolved', 'closed')"
_REOPENS: Final = (
    f"case when e.kind = 'ticket.moved' and e.body is not null then "
    f"{_VALUE.format('before_phase')} in {_ENDED} and {_VALUE.format('after_phase')} not in {_ENDED} else false end"
)
_HEARD_HERE: Final = (
    f"case when {_SAID} then {_VALUE.format('audience')} = any(%(audiences)s)"
    f" and {_FOLLOWED.format('(' + _VALUE.format('conversation_id') + ')::bigint')} else true end"
)
_KNOWN: Final = (
    f"(%(kinds)s::text[] is null or e.kind = any(%(kinds)s)) and (%(audiences)s::text[] is null or {_HEARD_HERE})"
)
_COLUMNS: Final = ", ".join(f"e.{name}" for name in _EVENT)

# Towards the older end the neighbour that is newer comes first, and the other way round.
_WAYS: Final[dict[Way, dict[str, str]]] = {
    "older": {
        "order": "desc",
        "newer": "lag",
        "older": "lead",
        "near": f"{RUN_END - 1} preceding and current row",
        # What stands after the edge says what ends a run there.
        "from": f"e.seq <= (select least(place, 2147483000) + {RUN_END} from edge)",
        "own": "e.seq <= (select place - case when id > 0 or %(including)s then 0 else 1 end from edge)",
        "said": "((s.place, s.at, s.id) < (edge.place, edge.at, edge.id) or (s.id = edge.id and %(including)s))",
    },
    "newer": {
        "order": "asc",
        "newer": "lead",
        "older": "lag",
        "near": f"current row and {RUN_END - 1} following",
        "from": "e.seq >= (select place from edge)",
        "own": "e.seq > (select place from edge)",
        "said": "(s.place, s.at, s.id) > (edge.place, edge.at, edge.id)",
    },
}


def _folded(way: Way) -> str:
    """The events of a run that end it, and what else stands alone."""
    told = _WAYS[way]
    return f"""
own as (
  select n.* from (
    select k.*, {told["older"]}(k.rank) over w as older_rank
      from (select t.*, max(t.ends::int) over (order by t.seq {told["order"]} rows between {told["near"]}) as is_near
              from (select r.*,
                           not r.stands and ({told["newer"]}(r.stands, 1, true) over w
                                             or r.seq in (select place from spoken)) as ends
                      from (select {_COLUMNS}, row_number() over (order by e.seq {told["order"]}) as rank,
                                   {_SAID} or {_REOPENS} as stands
                              from event e
                             where {_OF_TICKET} and {_BY_THEN.format("e.at")} and {_KNOWN} and {told["from"]}
                           ) r
                    window w as (order by r.seq {told["order"]})
                   ) t
           ) k
     where k.stands or k.is_near = 1 or k.seq = 1
        or (k.seq = (select place from edge) and (select id from edge) = 0)
    window w as (order by k.seq {told["order"]})
  ) n
  where {told["own"].replace("e.seq", "n.seq")}
  order by n.seq {told["order"]}
  limit %(limit)s
)"""


def _plain(way: Way, condition: str) -> str:
    told = _WAYS[way]
    return f"""
own as (
  select {_COLUMNS}, 0 as rank, null::bigint as older_rank
    from event e
   where {_OF_TICKET} and {_BY_THEN.format("e.at")} and {_KNOWN} and {told["own"]} and {condition}
   order by e.seq {told["order"]}
   limit %(limit)s
)"""


_IS_NOTE: Final = f"{_VALUE.format('audience')} = 'internal'"
_OWN: Final[dict[Filter, str]] = {
    "events": f"not {_SAID}",
    "messages": f"case when {_SAID} then not {_IS_NOTE} else false end",
    "notes": f"case when {_SAID} then {_IS_NOTE} else false end",
}
_HEARD: Final[dict[Filter, str]] = {
    "all": "true",
    "events": "false",
    "messages": "s.audience <> 'internal'",
    "notes": "s.audience = 'internal'",
}

_WHOLE: Final = f"""
select p.place, p.folded, {", ".join(f"e.{name}" for name in _EVENT)},
       m.id as message_id, m.conversation_id, c.channel, c.party_id, m.origin_ticket_id, m.at as said_at, m.author_id,
       m.machine, m.audience, m.author, m.redacted_at is not null as redacted, coalesce(v.text, '') as text, v.html,
       coalesce(v.version, 1)::int as version,
       v.quoted, d.delivery, m.unverified, v.origin,
       b.seq as cause_seq, b.kind as cause_kind, b.rule as cause_rule, b.body as cause_body, n.state as notice
  from picked p
  left join own e on e.seq = p.seq
  left join lateral (
    select m.*
      from message m
      join conversation_ticket l on l.workspace_id = m.workspace_id and l.conversation_id = m.conversation_id
     where m.workspace_id = %(workspace)s
       and m.id = p.message_id
       and l.ticket_id = {TICKET} and {_BY_THEN.format("l.linked_at")} and {_BY_THEN.format("m.at")}
     limit 1) m on true
  left join conversation c on c.workspace_id = %(workspace)s and c.id = m.conversation_id
  left join lateral (
    select w.version, w.text, w.html, w.quoted, w.origin
      from message_version w
     where w.workspace_id = %(workspace)s and w.message_id = m.id and {_BY_THEN.format("w.at")}
     order by w.version desc
     limit 1) v on true
  left join lateral (
    select jsonb_build_object('id', q.id, 'state', q.state, 'fault', q.fault, 'recipient', q.recipient,
                              'cc', coalesce(q.payload -> 'cc', '[]')) as delivery
      from delivery q
     where q.workspace_id = %(workspace)s and q.message_id = m.id
     order by q.id
     limit 1) d on true
  left join lateral (
    select b.seq, b.kind, b.rule, b.body
      from event b
     where e.cause is not null and b.workspace_id = %(workspace)s and b.stream = 'ticket' and b.stream_id = {TICKET}
       and b.seq between e.seq - {LONGEST} and e.seq - 1 and b.id = e.cause
     order by b.seq desc
     limit 1) b on true
  left join lateral (
    select q.state
      from delivery q
     where e.kind = 'ticket.customer_told' and q.workspace_id = %(workspace)s and q.kind = 'notice'
       and q.key = e.id::text and q.ticket_id = {TICKET}
     limit 1) n on true
 order by p.place, p.seq is null, p.at, p.id
"""
"""A cause is looked for among the events shortly before: both come of one command."""


def lines(number: str, wanted: Stretch) -> Query[LineRow]:
    """One entry more than asked for tells that there are others. Oldest first."""
    edge = wanted.edge or EntryPlace(seq=PAST_ALL)
    params = {
        "number": number,
        "until": wanted.until,
        "kinds": list(wanted.kinds) if wanted.kinds is not None else None,
        "audiences": list(wanted.hears.audiences) if wanted.hears is not None else None,
        "me": wanted.hears.person_id if wanted.hears is not None else None,
        "seq": edge.seq,
        "message": edge.message_id,
        "including": wanted.including,
        "limit": wanted.limit + 1,
    }
    return Query(LineRow, _stretch(wanted.way, wanted.filter), params)


@cache
def _stretch(way: Way, filter: Filter) -> str:
    told, condition = _WAYS[way], _OWN.get(filter)
    return f"""
with {_THERE},
{_plain(way, condition) if condition else _folded(way)},
heard as (
  select s.place, s.at, s.id
    from spoken s, edge
   where {_HEARD[filter]} and {told["said"]}
   order by s.place {told["order"]}, s.at {told["order"]}, s.id {told["order"]}
   limit %(limit)s
),
picked as materialized (
  select * from (
    select e.seq as place, e.seq, null::timestamptz as at, null::bigint as id,
           coalesce(abs(e.rank - e.older_rank) - 1, 0)::int as folded,
           case when {_SAID} then ({_VALUE.format("message_id")})::bigint end as message_id
      from own e
     union all
    select h.place, null, h.at, h.id, 0, h.id from heard h
  ) p
  order by p.place {told["order"]}, (p.seq is null) {told["order"]}, p.at {told["order"]}, p.id {told["order"]}
  limit %(limit)s
)
{_WHOLE}"""
