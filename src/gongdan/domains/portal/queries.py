"""Every SELECT of the portal. No messages are read but those exchanged with the customer, who may know no others."""

from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Reach, branches
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.tickets.events import AuthorKind
from gongdan.domains.tickets.public import Facet
from gongdan.infra.db.tx import Query
from gongdan.kernel.text import Name

LIST_AT_MOST = 100
_TICKET = "(select i.id from ticket i where i.workspace_id = %(workspace)s and i.number = %(number)s)"


class OwnTicketRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a customer's list."""

    number: str
    title: str
    status: str
    phase: Phase
    workflow: str
    updated_at: datetime
    created_at: datetime


class Message(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    at: datetime
    author: AuthorKind
    author_id: int | None
    author_name: str | None
    audience: str
    party_id: int
    redacted: bool
    text: str
    html: str | None


class HandlerNames(msgspec.Struct, frozen=True, kw_only=True):
    """Who has the ticket, by name."""

    assignee: str | None
    team: Name | None
    workspace: str


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket came to a status: the body of the event that says so."""

    kind: str
    at: datetime
    body: bytes


class Host(msgspec.Struct, frozen=True):
    """Whose portal it is."""

    name: str
    locale: str


def rows(reach: Reach) -> Query[OwnTicketRow]:
    """The tickets in reach, latest change first; each branch is served by its own index (``ticket_by_requester``,
    ``ticket_by_organisation``)."""
    found = branches(reach)
    params: dict[str, Any] = {}
    for branch in found:
        params |= branch.params
    cut = f"order by t.updated_at desc, t.id desc limit {LIST_AT_MOST}"
    parts = " union ".join(
        f"(select t.id from ticket t where t.workspace_id = %(workspace)s and {branch.sql}"
        f" and t.trashed_at is null {cut})"
        for branch in found
    )
    return Query(
        OwnTicketRow,
        f"""
        select t.number, t.title, t.status, t.phase, t.workflow, t.updated_at, t.created_at
          from ticket t
         where t.workspace_id = %(workspace)s
           and t.id in ({parts or "select null::bigint where false"})
        {cut}
        """,
        params,
    )


def messages(number: str, reader: int | None) -> Query[Message]:
    """What was exchanged with the requester and with the reader, in order; other people's conversations stay theirs. Of
    a redacted message nothing is left but its place."""
    return Query(
        Message,
        """
        select m.id, m.at, m.author, m.author_id, p.name as author_name, m.audience,
               c.party_id,
               m.redacted_at is not null as redacted, coalesce(v.text, '') as text, v.html
          from ticket t
          join conversation_ticket l on l.workspace_id = t.workspace_id and l.ticket_id = t.id
          join conversation c on c.workspace_id = l.workspace_id and c.id = l.conversation_id
          join message m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
          left join person p on p.workspace_id = m.workspace_id and p.id = m.author_id
          left join lateral (select w.text, w.html
                               from message_version w
                              where w.workspace_id = m.workspace_id and w.message_id = m.id
                                and m.redacted_at is null
                              order by w.version desc
                              limit 1) v on true
         where t.workspace_id = %(workspace)s
           and t.number = %(number)s
           and c.party_id in (t.requester_id, %(reader)s)
           and m.audience = 'customer'
         order by m.at, m.id
        """,
        {"number": number, "reader": reader},
    )


def handlers(number: str) -> Query[HandlerNames]:
    """The names that a customer is told: who has the ticket, its team, and the workspace."""
    return Query(
        HandlerNames,
        """
        select p.name as assignee, g.name as team, w.name as workspace
          from ticket t
          join workspace w on w.id = t.workspace_id
          left join person p on p.workspace_id = t.workspace_id and p.id = t.assignee_id
          left join team g on g.workspace_id = t.workspace_id and g.key = t.team
         where t.workspace_id = %(workspace)s
           and t.number = %(number)s
        """,
        {"number": number},
    )


class Promised(msgspec.Struct, frozen=True):
    """By when they are promised an answer, and the solution."""

    answer_due_at: datetime | None
    solution_due_at: datetime | None
    limit_at: datetime | None
    """When the next limit of the status in which it stands is reached."""


def promised(number: str) -> Query[Promised]:
    """The promises that run, as letters name them; one that rests, or was kept, is none."""
    return Query(
        Promised,
        f"""
        select min(k.due_at) filter (where k.metric in ('first_response', 'next_response')) as answer_due_at,
               min(k.due_at) filter (where k.metric = 'resolution') as solution_due_at,
               (select min(m.fire_at)
                  from timer m
                 where m.workspace_id = %(workspace)s
                   and m.owner = 'status'
                   and m.subject = {_TICKET}) as limit_at
          from ticket_clock k
         where k.workspace_id = %(workspace)s
           and k.ticket_id = {_TICKET}
           and k.state = 'running'
        """,
        {"number": number},
    )


def passages(number: str) -> Query[Passage]:
    """The statuses that the ticket came to, from its log."""
    return Query(
        Passage,
        f"""
        select e.kind, e.at, e.body
          from event e
         where e.workspace_id = %(workspace)s
           and e.stream = 'ticket'
           and e.stream_id = {_TICKET}
           and e.kind in ('ticket.opened', 'ticket.imported', 'ticket.moved')
           and e.body is not null
         order by e.seq
        """,
        {"number": number},
    )


class StandsForIt(msgspec.Struct, frozen=True):
    """The ticket that another one was merged into. ``number``: None, if somebody else asked for it."""

    number: str | None
    phase: Phase


def stands_for(number: str) -> Query[StandsForIt]:
    return Query(
        StandsForIt,
        """
        select case when o.requester_id = t.requester_id then o.number end as number, o.phase
          from ticket t
          join ticket o on o.workspace_id = t.workspace_id and o.id = t.merged_into
         where t.workspace_id = %(workspace)s and t.number = %(number)s
        """,
        {"number": number},
    )


class Sending(msgspec.Struct, frozen=True):
    id: int


def sending() -> Query[Sending]:
    """A mailbox that sends; none where no mail goes out."""
    return Query(
        Sending,
        """
        select id
          from channel_account
         where workspace_id = %(workspace)s
           and kind = 'mail'
           and active
           and sends
         limit 1
        """,
        {},
    )


def host() -> Query[Host]:
    return Query(Host, "select name, locale from workspace where id = %(workspace)s", {})


def facet(one: Facet[Any], number: str) -> Query[Any]:
    """What the conditions of a release ask for beside the ticket, as commands load it."""
    assert one.sql is not None, "it is stored"
    ticket = "(select i.id from ticket i where i.workspace_id = %(workspace)s and i.number = %(number)s)"
    return Query(one.row, one.sql.format(ids=ticket), {"number": number})
