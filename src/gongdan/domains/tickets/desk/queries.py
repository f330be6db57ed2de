"""Every SELECT of tickets' own rows: returning structs, all addressed by workspace."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.conversations.public import LinkedTicket
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rebase import SinceThen
from gongdan.infra.db.tx import Query
from gongdan.kernel.events import Actor, Event, Logged, Via

COLUMNS = """
       t.id, t.number, t.title, t.type, t.category, t.priority, t.status, t.phase, t.workflow,
       t.requester_id, t.organisation_id, t.creator_id, t.channel, t.team, t.assignee_id, t.tags, t.fields,
       t.incomplete, t.escalation, t.escalation_level, t.close_reason, t.rating, t.follow_up_at,
       t.confirmation_offered_at, t.reopened, t.follows,
       t.created_at, t.updated_at, t.status_at, t.assigned_at, t.accepted_at, t.first_response_at,
       t.routing_since, t.not_to, t.limits_reached, t.held_at, t.checks, t.snoozes, t.reminders,
       t.times, t.worked, t.timing,
       t.customer_waiting_at, t.last_word,
       t.resolved_at, t.closed_at, t.trashed_at, t.spam_at, t.archived_at, t.handlers,
       t.merged_into, t.approval, t.children, t.version
"""
"""The columns that the fold makes, in the order of ``Ticket`` less its participants."""


class LoadedTicket(Ticket, frozen=True, kw_only=True):
    """A ticket's row as a command loads it."""

    head_hash: bytes
    trashed: bool
    next_due_at: datetime | None
    risk_at: datetime | None
    breached: bool
    requester_name: str
    requester_locale: str
    requester_zone: str
    tier: str
    dedicated_agent_id: int | None
    organisation_tier: str | None


def lock(ids: Sequence[int]) -> Query[Any]:
    """Take the tickets' locks, in id order. First in every command: nothing before it may write ⚑ (spec 01)."""
    return Query(
        tuple, "select pg_advisory_xact_lock(id) from unnest(%(ids)s::bigint[]) id order by id", {"ids": list(ids)}
    )


def lock_numbers(numbers: Sequence[str]) -> Query[Any]:
    """The same, addressed by ticket number, served by the unique index on it. Returns the ids."""
    return Query(
        tuple,
        """
        select id, pg_advisory_xact_lock(id)
          from (select id from ticket where workspace_id = %(workspace)s and number = any(%(numbers)s) order by id) t
        """,
        {"numbers": list(numbers)},
    )


def load(where: str, params: dict[str, Any]) -> Query[LoadedTicket]:
    """Tickets with the facts about their requesters; ``where`` is one of our own predicates over ``t``."""
    return Query(
        LoadedTicket,
        f"""
        select {COLUMNS},
               t.head_hash, t.trashed_at is not null as trashed, t.next_due_at, t.risk_at, t.breached,
               p.name as requester_name, p.locale as requester_locale, p.zone as requester_zone,
               coalesce(c.tier, 'normal') as tier, c.dedicated_agent_id, o.tier as organisation_tier,
               (select coalesce(jsonb_agg(jsonb_build_array(a.person_id, a.role) order by a.person_id, a.role), '[]')
                  from participant a
                 where a.workspace_id = t.workspace_id and a.ticket_id = t.id) as participants
          from ticket t
          join person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
          left join customer c on c.workspace_id = t.workspace_id and c.person_id = t.requester_id
          left join organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id
         where t.workspace_id = %(workspace)s
           and {where}
        """,
        params,
    )


def since(ticket_id: int, version: int) -> Query[SinceThen]:
    """The events of a ticket after ``version``, with the actors' names; served by the log's primary key. What a rule
    did is whoever's command had it done."""
    return Query(
        SinceThen,
        """
        select e.kind, e.body, coalesce(e.actor_id, c.actor_id) as actor_id, p.name
          from event e
          left join lateral (select r.actor_id
                               from event r
                              where r.workspace_id = e.workspace_id
                                and r.stream = e.stream
                                and r.stream_id = e.stream_id
                                and r.seq > %(version)s
                                and r.command_id = e.command_id
                                and r.actor_id is not null
                              order by r.seq
                              limit 1) c on e.actor_id is null
          left join person p on p.workspace_id = e.workspace_id and p.id = coalesce(e.actor_id, c.actor_id)
         where e.workspace_id = %(workspace)s
           and e.stream = 'ticket'
           and e.stream_id = %(ticket)s
           and e.seq > %(version)s
         order by e.seq
        """,
        {"ticket": ticket_id, "version": version},
    )


class PastEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event of a ticket as it stands in the log; without a body it was erased."""

    ticket_id: int
    seq: int
    id: int
    kind: str
    actor: Literal["staff", "customer", "system"]
    actor_id: int | None
    via: Via
    rule: str | None
    command_id: int
    at: datetime
    release: int
    body: bytes | None

    def logged(self, workspace_id: int, event: Event) -> Logged[Any]:
        """As it was appended, as far as decisions ask."""
        return Logged(
            workspace_id=workspace_id,
            stream="ticket",
            stream_id=self.ticket_id,
            seq=self.seq,
            id=self.id,
            actor=Actor(kind=self.actor, person_id=self.actor_id, via=self.via, rule=self.rule),
            command_id=self.command_id,
            cause=None,
            depth=0,
            release=self.release,
            at=self.at,
            event=event,
        )


def history(ids: Sequence[int]) -> Query[PastEvent]:
    """All events of tickets, in order; served by the log's primary key."""
    return Query(
        PastEvent,
        """
        select stream_id as ticket_id, seq, id, kind, actor, actor_id, via, rule, command_id, at, release, body
          from event
         where workspace_id = %(workspace)s
           and stream = 'ticket'
           and stream_id = any(%(ids)s)
         order by stream_id, seq
        """,
        {"ids": list(ids)},
    )


class FoundId(msgspec.Struct, frozen=True):
    id: int


class Locked(msgspec.Struct, frozen=True):
    is_locked: bool


def lock_free(ids: Sequence[int]) -> Query[Locked]:
    """Take those of the locks that are free. Out of order nobody waits for one: two who did would wait for each
    other."""
    return Query(
        Locked,
        "select pg_try_advisory_xact_lock(id) as is_locked from unnest(%(ids)s::bigint[]) id",
        {"ids": list(ids)},
    )


def of_numbers(numbers: Sequence[str]) -> Query[FoundId]:
    """The ids of tickets, without a lock."""
    return Query(
        FoundId,
        "select id from ticket where workspace_id = %(workspace)s and number = any(%(numbers)s)",
        {"numbers": list(numbers)},
    )


class TeamKey(msgspec.Struct, frozen=True):
    key: str


def teams(keys: Collection[str]) -> Query[TeamKey]:
    """Those of the teams that exist."""
    return Query(
        TeamKey,
        "select key from team where workspace_id = %(workspace)s and key = any(%(keys)s)",
        {"keys": sorted(keys)},
    )


def tickets_of(conversation_id: int, number: str | None) -> Query[LinkedTicket]:
    """The tickets that a conversation is linked to, and the one with this number."""
    return Query(
        LinkedTicket,
        """
        select t.id, t.number, t.phase <> 'closed' and t.trashed_at is null and t.spam_at is null as is_open
          from (select l.ticket_id as id
                  from conversation_ticket l
                 where l.workspace_id = %(workspace)s and l.conversation_id = %(conversation)s
                 union
                select n.id from ticket n where n.workspace_id = %(workspace)s and n.number = %(number)s::text) w
          join ticket t on t.workspace_id = %(workspace)s and t.id = w.id
         order by t.id
        """,
        {"conversation": conversation_id, "number": number},
    )


def conversations_of(ticket_id: int) -> Query[FoundId]:
    return Query(
        FoundId,
        """
        select conversation_id as id
          from conversation_ticket
         where workspace_id = %(workspace)s and ticket_id = %(ticket)s
        """,
        {"ticket": ticket_id},
    )


def said_on(ticket_id: int, conversation_id: int) -> Query[FoundId]:
    """A message of the conversation that stands in the ticket's log, if there is any."""
    return Query(
        FoundId,
        """
        select id
          from message
         where workspace_id = %(workspace)s and conversation_id = %(conversation)s and origin_ticket_id = %(ticket)s
         limit 1
        """,
        {"ticket": ticket_id, "conversation": conversation_id},
    )


def active_members(people: Collection[int]) -> Query[FoundId]:
    """Those of the persons who are active members of the staff."""
    return Query(
        FoundId,
        """
        select person_id as id from member
         where workspace_id = %(workspace)s and person_id = any(%(people)s) and active
        """,
        {"people": sorted(people)},
    )


class TeamMemberFound(msgspec.Struct, frozen=True):
    team: str
    id: int | None
    """None: the team has nobody."""


def members_of(teams: Collection[str]) -> Query[TeamMemberFound]:
    """The active members of teams; served by ``team_member_by_team``."""
    return Query(
        TeamMemberFound,
        """
        select t.key as team, m.person_id as id
          from team t
          left join (team_member b join member m on m.workspace_id = b.workspace_id and m.person_id = b.person_id
                                                and m.active)
            on b.workspace_id = t.workspace_id and b.team = t.key
         where t.workspace_id = %(workspace)s and t.key = any(%(teams)s)
         order by t.key, m.person_id
        """,
        {"teams": sorted(teams)},
    )


def able_members(people: Collection[int]) -> Query[FoundId]:
    """Those of the persons who are active members, and whom a role lets work on tickets."""
    return Query(
        FoundId,
        """
        select m.person_id as id from member m
         where m.workspace_id = %(workspace)s and m.person_id = any(%(people)s) and m.active
           and exists (select from member_role mr
                         join role r on r.workspace_id = mr.workspace_id and r.key = mr.role
                        where mr.workspace_id = m.workspace_id and mr.person_id = m.person_id
                          and r.grants @? '$.**.actions[*] ? (@ == "ticket.accept")')
        """,
        {"people": sorted(people)},
    )


class PersonHandle(msgspec.Struct, frozen=True):
    person_id: int
    handle: str


def reached(people: Iterable[int]) -> Query[PersonHandle]:
    """How the persons are reached: by mail, if they can be."""
    return Query(
        PersonHandle,
        """
        select distinct on (i.person_id) i.person_id, i.handle
          from identity i
         where i.workspace_id = %(workspace)s
           and i.person_id = any(%(people)s)
         order by i.person_id, i.kind <> 'mail', i.handle
        """,
        {"people": sorted(set(people))},
    )


class AccountOfTicket(msgspec.Struct, frozen=True):
    id: int
    address: str
    team: str | None


def accounts(ids: Iterable[int]) -> Query[AccountOfTicket]:
    return Query(
        AccountOfTicket,
        "select id, address, team from channel_account where workspace_id = %(workspace)s and id = any(%(ids)s)",
        {"ids": sorted(set(ids))},
    )
