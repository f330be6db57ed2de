"""The board of a team: who is there, what each has in hand, what waits for somebody and why (spec 12, 团队)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import (
    SHIFTS,
    Authority,
    Reader,
    knows,
    of_staff,
    predicate,
    reach,
    reader_somewhere,
)
from gongdan.domains.inbox.lists.cursors import LIVE
from gongdan.domains.inbox.shapes import PersonRef
from gongdan.domains.routing.public import on_shift
from gongdan.domains.tickets.public import Rules
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.infra.http.bodies import Answer
from gongdan.kernel.text import Name

Presence = Literal["available", "away", "offline"]

WAITING_AT_MOST = 50
COUNTED_AT_MOST = 999

_OPEN = f"t.phase not in ('resolved', 'closed') and {LIVE}"
"""As the partial indexes say it."""


class Absence(Answer, frozen=True):
    until: datetime
    substitute: PersonRef | None


class MemberWork(Answer, frozen=True):
    """A member at work. Only tickets in the reader's reach are counted, but for what is in hand."""

    person: PersonRef
    teams: list[str]
    presence: Presence
    on_shift: bool
    """False: the hours of their shift are over, or have not begun; the router gives them nothing."""
    in_hand: int
    """Tickets of all priorities that do not wait for the customer."""
    open: int
    at_risk: int
    """Past the last warning point of a promise, and not yet broken."""
    breached: int
    absent: Absence | None


class WaitingTicket(Answer, frozen=True):
    """A ticket that nobody has, or that only people can hand on."""

    number: str
    title: str
    priority: str
    team: str | None
    since: datetime
    next_due_at: datetime | None
    risk_at: datetime | None
    held: bool
    why: dict[str, str] | None
    """The last reason that the router gave, in each language; null: it has not looked yet, or the reader reads no
    internal notes."""


class EscalatedTicket(Answer, frozen=True):
    number: str
    title: str
    priority: str
    level: str
    assignee: PersonRef | None
    next_due_at: datetime | None


class TeamBoard(Answer, frozen=True):
    members: list[MemberWork]
    waiting: list[WaitingTicket]
    """The nearest promise first."""
    waiting_count: int
    """Counted up to 999."""
    escalated: list[EscalatedTicket]
    """Open ones, the gravest promise first."""
    breached_count: int
    """Open tickets with a broken promise, counted up to 999."""


class _Member(msgspec.Struct, frozen=True):
    id: int
    name: str
    teams: list[str]
    presence: Presence
    shifts: list[str]
    in_hand: int
    until: datetime | None
    substitute_id: int | None
    substitute: str | None


class _Burden(msgspec.Struct, frozen=True):
    assignee_id: int
    open: int
    at_risk: int
    breached: int


class _Waiting(msgspec.Struct, frozen=True):
    number: str
    title: str
    priority: str
    team: str | None
    since: datetime
    next_due_at: datetime | None
    risk_at: datetime | None
    held: bool
    reasons: list[Name] | None


class _Escalated(msgspec.Struct, frozen=True):
    number: str
    title: str
    priority: str
    level: str
    assignee_id: int | None
    assignee: str | None
    next_due_at: datetime | None


class _Count(msgspec.Struct, frozen=True):
    count: int


def served_by(authority: Authority, team: str | None) -> list[str] | None:
    """The teams that the board is about: the one that is asked for, else those that the reader leads; None: all."""
    if team is not None:
        return [team]
    return sorted(authority.led_teams) or None


async def board(
    tx: ReadTx, authority: Authority, rules: Rules, teams: Sequence[str] | None, *, now: datetime
) -> TeamBoard:
    """In one round trip."""
    reader = reader_somewhere(authority)
    within = predicate(reach(authority))
    asked: dict[str, Any] = {"teams": None if teams is None else list(teams), "now": now, **within.params}
    members, burdens, waiting, (counted,), escalated, (broken,) = await tx.gather(
        Query(_Member, _MEMBERS, asked),
        Query(_Burden, _BURDENS.format(within=within.sql), asked),
        Query(_Waiting, _WAITING.format(within=within.sql), asked),
        Query(_Count, _WAITING_COUNT.format(within=within.sql), asked),
        Query(_Escalated, _ESCALATED.format(within=within.sql), asked),
        Query(_Count, _BROKEN.format(within=within.sql), asked),
        last=True,
    )
    return TeamBoard(
        members=_at_work(members, burdens, rules, now),
        waiting=[_waiting(row, reader) for row in waiting],
        waiting_count=counted.count,
        escalated=[_escalated(row) for row in escalated],
        breached_count=broken.count,
    )


def _at_work(members: Iterable[_Member], burdens: Iterable[_Burden], rules: Rules, now: datetime) -> list[MemberWork]:
    borne = {row.assignee_id: row for row in burdens}
    return [
        MemberWork(
            person=PersonRef(id=row.id, name=row.name),
            teams=row.teams,
            presence=row.presence,
            on_shift=on_shift(row.shifts, rules, now),
            in_hand=row.in_hand,
            open=burden.open if (burden := borne.get(row.id)) else 0,
            at_risk=burden.at_risk if burden else 0,
            breached=burden.breached if burden else 0,
            absent=Absence(until=row.until, substitute=_ref(row.substitute_id, row.substitute)) if row.until else None,
        )
        for row in members
    ]


def _waiting(row: _Waiting, reader: Reader) -> WaitingTicket:
    plain: dict[str, Any] = {name: getattr(row, name) for name in _Waiting.__struct_fields__ if name != "reasons"}
    why = dict(row.reasons[-1]) if row.reasons else None
    return WaitingTicket(**plain, why=knows(reader, of_staff(why)).value)


def _escalated(row: _Escalated) -> EscalatedTicket:
    return EscalatedTicket(
        number=row.number,
        title=row.title,
        priority=row.priority,
        level=row.level,
        assignee=_ref(row.assignee_id, row.assignee),
        next_due_at=row.next_due_at,
    )


def _ref(id: int | None, name: str | None) -> PersonRef | None:
    return PersonRef(id=id, name=name or "") if id is not None else None


_MEMBERS = f"""
select m.person_id as id, p.name, tm.teams, m.presence, {SHIFTS} as shifts,
       coalesce((select sum(l.used) from agent_load l
                  where l.workspace_id = m.workspace_id and l.person_id = m.person_id), 0)::int as in_hand,
       a.until_at as until, a.substitute_id, s.name as substitute
  from member m
  join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
  join lateral (select array_agg(x.team order by x.team) as teams
                  from team_member x
                 where x.workspace_id = m.workspace_id and x.person_id = m.person_id
                   and (%(teams)s::text[] is null or x.team = any(%(teams)s))) tm on tm.teams is not null
  left join lateral (select y.until_at, y.substitute_id
                       from member_leave y
                      where y.workspace_id = m.workspace_id and y.person_id = m.person_id
                        and y.from_at <= %(now)s and y.until_at > %(now)s
                      order by y.until_at desc
                      limit 1) a on true
  left join person s on s.workspace_id = m.workspace_id and s.id = a.substitute_id
 where m.workspace_id = %(workspace)s and m.active
 order by p.name, m.person_id
"""
_BURDENS = f"""
select t.assignee_id, count(*) as open,
       count(*) filter (where t.risk_at <= %(now)s and not t.breached) as at_risk,
       count(*) filter (where t.breached) as breached
  from ticket t
 where t.workspace_id = %(workspace)s and {_OPEN} and t.assignee_id is not null and {{within}}
 group by t.assignee_id
"""
_NOBODY_HAS = f"""
  from ticket t
 where t.workspace_id = %(workspace)s and {_OPEN} and (t.assignee_id is null or t.held_at is not null)
   and (%(teams)s::text[] is null or t.team = any(%(teams)s)) and {{within}}
"""
_WAITING = f"""
select t.number, t.title, t.priority, t.team, coalesce(t.routing_since, t.status_at) as since, t.next_due_at,
       t.risk_at, t.held_at is not null as held,
       (select d.body -> 'reasons' from routing_decision d
         where d.workspace_id = t.workspace_id and d.ticket_id = t.id
         order by d.id desc
         limit 1) as reasons
{_NOBODY_HAS}
 order by t.next_due_at nulls last, t.id
 limit {WAITING_AT_MOST}
"""
_WAITING_COUNT = f"select count(*)::int from (select 1 {_NOBODY_HAS} limit {COUNTED_AT_MOST}) counted"
_ESCALATED = f"""
select t.number, t.title, t.priority, t.escalation_level as level, t.assignee_id, p.name as assignee, t.next_due_at
  from ticket t
  left join person p on p.workspace_id = t.workspace_id and p.id = t.assignee_id
 where t.workspace_id = %(workspace)s and {_OPEN} and t.escalation_level is not null
   and (%(teams)s::text[] is null or t.team = any(%(teams)s)) and {{within}}
 order by t.breached desc, t.next_due_at nulls last, t.id
 limit {WAITING_AT_MOST}
"""
_BROKEN = f"""
select count(*)::int
  from (select 1
          from ticket t
         where t.workspace_id = %(workspace)s and {_OPEN} and t.breached
           and (%(teams)s::text[] is null or t.team = any(%(teams)s)) and {{within}}
         limit {COUNTED_AT_MOST}) counted
"""
