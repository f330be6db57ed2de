"""What is read of one ticket: everything by its number in one round trip, then names and files by id in another."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Final, Literal, TypeVar

import msgspec

from gongdan.domains.accounts.public import Reach, predicate
from gongdan.domains.channels.public import Addressee, addressees
from gongdan.domains.conversations.public import Origin
from gongdan.domains.inbox.lists.cursors import LIVE
from gongdan.domains.inbox.shapes import HistoryRow, NoticeState, Organisation
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.events import AuthorKind
from gongdan.infra.db.tx import Query
from gongdan.kernel.events import Via

T = TypeVar("T")

TICKET = "(select i.id from ticket i where i.workspace_id = %(workspace)s and i.number = %(number)s)"
"""Served by the unique index on the number."""


class EventRow(msgspec.Struct, frozen=True):
    """A ticket's event as it is stored; the body as its exact bytes, None once erased."""

    seq: int
    id: int
    kind: str
    actor: Literal["staff", "customer", "system"]
    actor_id: int | None
    via: Via
    rule: str | None
    command_id: int
    cause: int | None
    depth: int
    release: int
    at: datetime
    body: bytes | None


class DeliveryRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    state: Literal["queued", "sending", "sent", "uncertain", "failed"]
    fault: str | None
    recipient: str
    cc: list[str]


class MessageRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    conversation_id: int
    channel: str
    party_id: int
    """With whom the conversation is."""
    origin_ticket_id: int | None
    at: datetime
    author_id: int | None
    machine: bool
    audience: str
    author: AuthorKind
    redacted: bool
    text: str
    html: str | None
    quoted: str | None
    delivery: DeliveryRow | None
    unverified: bool
    origin: Origin | None
    version: int


DECISIONS: Final = 20


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the routing ledger; its body is what the routing domain recorded."""

    at: datetime
    body: dict[str, Any]


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The requester as a customer."""

    id: int
    name: str
    locale: str
    tier: str
    mails: list[str]
    phones: list[str]
    organisations: tuple[Organisation, ...]


class Around(Profile, frozen=True, kw_only=True):
    """What stands around a ticket in one row: each statement more costs the reader as much as its rows."""

    acted_at: datetime | None
    """When the reader last did something to it."""
    last_notice: NoticeState | None
    """Of the last mail by which the system told of it."""


def events(number: str, *, asks: bool) -> Query[EventRow]:
    """The whole log of a ticket; served by the log's primary key."""
    return Query(
        EventRow,
        f"""
        select e.seq, e.id, e.kind, e.actor, e.actor_id, e.via, e.rule, e.command_id, e.cause, e.depth, e.release, e.at,
               e.body
          from event e
         where e.workspace_id = %(workspace)s
           and e.stream = 'ticket'
           and e.stream_id = {TICKET}
         order by e.seq
        """,
        {"number": number},
        asks=asks,
    )


class Landmark(msgspec.Struct, frozen=True):
    """Where a ticket's log began, came to a status for the last time, or took another workflow."""

    seq: int
    at: datetime
    status: str | None
    workflow: str | None
    opening: bytes | None
    """The body of the event that opened it."""
    limit_at: datetime | None = None
    """When the next limit of the status in which it stands is reached: of the ticket, the same in each."""


def landmarks(number: str, until: datetime | None) -> Query[Landmark]:
    """At most one for each status and each version of a workflow, in the order of the log, by its primary key."""
    return Query(
        Landmark,
        f"""
        with mark as (
          select e.seq, e.at, e.kind, case when e.seq = 1 then e.body end as opening,
                 convert_from(e.body, 'UTF8')::json as body
            from event e
           where e.workspace_id = %(workspace)s
             and e.stream = 'ticket'
             and e.stream_id = {TICKET}
             and e.kind in ('ticket.opened', 'ticket.imported', 'ticket.moved', 'ticket.changed')
             and e.body is not null
             and (%(until)s::timestamptz is null or e.at <= %(until)s)
        ),
        told as (
          select seq, at, opening, case when kind in ('ticket.opened', 'ticket.imported') then body ->> 'status'
                                        when kind = 'ticket.moved' then body ->> 'after' end as status,
                 case when kind <> 'ticket.moved' then body ->> 'workflow' end as workflow
            from mark
        )
        select distinct on (seq) seq, at, status, workflow, opening,
               (select min(m.fire_at)
                  from timer m
                 where m.workspace_id = %(workspace)s
                   and m.owner = 'status'
                   and m.subject = {TICKET}
                   and %(until)s::timestamptz is null) as limit_at
          from (select *, row_number() over (partition by status order by seq desc) as of_status,
                       row_number() over (partition by workflow order by seq desc) as of_workflow
                  from told) t
         where opening is not null
            or (status is not null and of_status = 1)
            or (workflow is not null and of_workflow = 1)
         order by seq
        """,
        {"number": number, "until": until},
    )


def addressee(number: str) -> Query[Addressee]:
    """Whom a public reply would be mailed to, by the very query that the command asks."""
    return Query(Addressee, addressees(TICKET), {"number": number})


def facet(one: Facet[T], number: str) -> Query[T]:
    """What a domain keeps beside the ticket, by the very query that commands load it with."""
    assert one.sql is not None, "it is stored"
    return Query(one.row, one.sql.format(ids=TICKET), {"number": number})


def ledger(number: str, until: datetime | None) -> Query[Ledger]:
    """The latest lines, oldest first: a ticket that goes from hand to hand has hundreds."""
    return Query(
        Ledger,
        f"""
        select at, body
          from (select d.at, d.body, d.id
                  from routing_decision d
                 where d.workspace_id = %(workspace)s
                   and d.ticket_id = {TICKET}
                   and (%(until)s::timestamptz is null or d.at <= %(until)s)
                 order by d.id desc
                 limit {DECISIONS}) d
         order by id
        """,
        {"number": number, "until": until},
    )


def around(number: str, reader_id: int | None) -> Query[Around]:
    """Served by the log's primary key and by ``mailed_notice_of_ticket``."""
    return Query(
        Around,
        """
        select p.id, p.name, p.locale, coalesce(c.tier, 'normal') as tier,
               array(select i.handle from identity i
                      where i.workspace_id = p.workspace_id and i.person_id = p.id and i.kind = 'mail'
                      order by i.handle) as mails,
               array(select i.handle from identity i
                      where i.workspace_id = p.workspace_id and i.person_id = p.id and i.kind = 'phone'
                      order by i.handle) as phones,
               (select coalesce(jsonb_agg(to_jsonb(o) - 'workspace_id' - 'mail_domains' order by o.id), '[]')
                  from organisation_member m
                  join organisation o on o.workspace_id = m.workspace_id and o.id = m.organisation_id
                 where m.workspace_id = p.workspace_id and m.person_id = p.id) as organisations,
               (select e.at
                  from event e
                 where e.workspace_id = t.workspace_id and e.stream = 'ticket' and e.stream_id = t.id
                   and e.actor_id = %(reader)s
                 order by e.seq desc
                 limit 1) as acted_at,
               (select d.state
                  from delivery d
                 where d.workspace_id = t.workspace_id and d.kind = 'notice' and d.ticket_id = t.id
                 order by d.created_at desc, d.id desc
                 limit 1) as last_notice
          from ticket t
          join person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
          left join customer c on c.workspace_id = p.workspace_id and c.person_id = p.id
         where t.workspace_id = %(workspace)s
           and t.number = %(number)s
        """,
        {"number": number, "reader": reader_id},
    )


def history(number: str, reach: Reach) -> Query[HistoryRow]:
    """The requester's ten latest other tickets in reach; served by ``ticket_by_requester``."""
    within = predicate(reach)
    return Query(
        HistoryRow,
        f"""
        select t.number, t.title, t.status, t.phase, t.updated_at
          from ticket t
         where t.workspace_id = %(workspace)s
           and t.requester_id = (select i.requester_id from ticket i
                                  where i.workspace_id = %(workspace)s and i.number = %(number)s)
           and t.number <> %(number)s
           and {LIVE}
           and {within.sql}
         order by t.updated_at desc, t.id desc
         limit 10
        """,
        {"number": number, **within.params},
    )


class NameRow(msgspec.Struct, frozen=True):
    """A person or a ticket by id, or a team by key."""

    id: int | None
    name: str
    key: str | None
    names: dict[str, str] | None
    is_ticket: bool


def names(ids: Iterable[int], tickets: Collection[int], reach: Reach) -> Query[NameRow]:
    """These persons, every team, and the numbers of these tickets in reach: one statement, as each costs more than its
    few rows."""
    within = predicate(reach)
    numbers = f"""
         union all
        select t.id, t.number, null, null, true
          from ticket t
         where t.workspace_id = %(workspace)s and t.id = any(%(tickets)s) and t.trashed_at is null and {within.sql}
    """
    return Query(
        NameRow,
        f"""
        select id, name, null::text as key, null::jsonb as names, false as is_ticket
          from person
         where workspace_id = %(workspace)s and id = any(%(ids)s)
         union all
        select null, '', key, name, false
          from team
         where workspace_id = %(workspace)s
        {numbers if tickets else ""}
        """,
        {"ids": sorted(set(ids)), **({"tickets": sorted(tickets), **within.params} if tickets else {})},
    )


def organisation(id: int | None) -> Query[Organisation]:
    return Query(
        Organisation,
        "select id, name, tier from organisation where workspace_id = %(workspace)s and id = %(id)s",
        {"id": id},
        asks=id is not None,
    )
