"""What is read of one ticket: everything by its number in one round trip, then names and files by id in another."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal, TypeVar

import msgspec

from gongdan.domains.accounts.public import Reach, predicate
from gongdan.domains.channels.public import Addressee, addressees
from gongdan.domains.conversations.public import Origin
from gongdan.domains.inbox.queues import LIVE
from gongdan.domains.inbox.shapes import HistoryRow, NoticeState, Organisation
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.events import AuthorKind
from gongdan.infra.db.tx import Query
from gongdan.kernel.events import Via

T = TypeVar("T")

TICKET = "(select i.id from ticket i where i.workspace_id = %(workspace)s and i.number = %(number)s)"
"""Served by the unique index on the number."""


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
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


class Followed(msgspec.Struct, frozen=True):
    number: str


def events(number: str) -> Query[EventRow]:
    """The log of a ticket; served by the log's primary key."""
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
    )


def messages(number: str, until: datetime | None) -> Query[MessageRow]:
    """The messages of a ticket's conversations, each in its latest version (as of ``until``); served by primary keys.
    What was said to the customer shows on every ticket that its conversation is linked to; what the staff wrote for
    each other stays where it was written."""
    return Query(
        MessageRow,
        f"""
        select m.id, m.conversation_id, c.channel, c.party_id, m.origin_ticket_id, m.at, m.author_id, m.machine,
               m.audience, m.author, m.redacted_at is not null as redacted, m.unverified,
               coalesce(v.text, '') as text, v.html, v.quoted, v.origin, d.delivery
          from conversation_ticket l
          join conversation c on c.workspace_id = l.workspace_id and c.id = l.conversation_id
          join message m on m.workspace_id = l.workspace_id and m.conversation_id = l.conversation_id
          left join lateral (select w.text, w.html, w.quoted, w.origin
                               from message_version w
                              where w.workspace_id = m.workspace_id and w.message_id = m.id
                                and (%(until)s::timestamptz is null or w.at <= %(until)s)
                              order by w.version desc
                              limit 1) v on true
          left join lateral (select jsonb_build_object('id', q.id, 'state', q.state, 'fault', q.fault,
                                                       'recipient', q.recipient,
                                                       'cc', coalesce(q.payload -> 'cc', '[]')) as delivery
                               from delivery q
                              where q.workspace_id = m.workspace_id and q.message_id = m.id
                              order by q.id
                              limit 1) d on true
         where l.workspace_id = %(workspace)s
           and l.ticket_id = {TICKET}
           and (%(until)s::timestamptz is null or (l.linked_at <= %(until)s and m.at <= %(until)s))
           and (m.audience = 'customer' or coalesce(m.origin_ticket_id, l.ticket_id) = l.ticket_id)
         order by m.at, m.id
        """,
        {"number": number, "until": until},
    )


def addressee(number: str) -> Query[Addressee]:
    """Whom a public reply would be mailed to, by the very query that the command asks."""
    return Query(Addressee, addressees(TICKET), {"number": number})


class NoticeDelivery(msgspec.Struct, frozen=True):
    key: str
    """Id of the event that it is about."""
    state: NoticeState


def notices(number: str) -> Query[NoticeDelivery]:
    """The mails by which the system told of a ticket, the latest last. Served by ``mailed_notice_of_ticket``."""
    return Query(
        NoticeDelivery,
        f"""
        select d.key, d.state
          from delivery d
         where d.workspace_id = %(workspace)s and d.kind = 'notice' and d.ticket_id = {TICKET}
         order by d.created_at, d.id
        """,
        {"number": number},
    )


def facet(one: Facet[T], number: str) -> Query[T]:
    """What a domain keeps beside the ticket, by the very query that commands load it with."""
    assert one.sql is not None, "it is stored"
    return Query(one.row, one.sql.format(ids=TICKET), {"number": number})


def ledger(number: str) -> Query[Ledger]:
    return Query(
        Ledger,
        f"""
        select d.at, d.body
          from routing_decision d
         where d.workspace_id = %(workspace)s and d.ticket_id = {TICKET}
         order by d.id
        """,
        {"number": number},
    )


def profile(number: str) -> Query[Profile]:
    return Query(
        Profile,
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
                 where m.workspace_id = p.workspace_id and m.person_id = p.id) as organisations
          from ticket t
          join person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
          left join customer c on c.workspace_id = p.workspace_id and c.person_id = p.id
         where t.workspace_id = %(workspace)s
           and t.number = %(number)s
        """,
        {"number": number},
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
    """A person by id, or a team by key."""

    id: int | None
    name: str
    key: str | None
    names: dict[str, str] | None


def names(ids: Iterable[int]) -> Query[NameRow]:
    """These persons, and every team: one statement, as each costs more than its few rows."""
    return Query(
        NameRow,
        """
        select id, name, null::text as key, null::jsonb as names
          from person
         where workspace_id = %(workspace)s and id = any(%(ids)s)
         union all
        select null, '', key, name
          from team
         where workspace_id = %(workspace)s
        """,
        {"ids": sorted(set(ids))},
    )


def organisation(id: int | None) -> Query[Organisation]:
    return Query(
        Organisation,
        "select id, name, tier from organisation where workspace_id = %(workspace)s and id = %(id)s",
        {"id": id},
    )


def followed(id: int | None) -> Query[Followed]:
    return Query(Followed, "select number from ticket where workspace_id = %(workspace)s and id = %(id)s", {"id": id})
