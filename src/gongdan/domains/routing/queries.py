"""What routing reads: agents as candidates, and the tickets that wait."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import ON_DUTY, SHIFTS, Leave
from gongdan.domains.routing.model import AT_REST, LoadRow, MemberLoad
from gongdan.domains.tickets.public import IS_OPEN
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel import clock
from gongdan.kernel.text import Name


class AgentRow(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    name: str
    active: bool
    presence: str
    routable: bool
    may_work: bool
    teams: list[str]
    leads: list[str]
    shifts: list[str]
    """Calendars whose hours are their shift; none: always."""
    on_leave: bool
    leaves: list[Leave]
    skills: list[Any]
    last_assigned_at: datetime | None


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    team: str | None
    priority: str
    next_due_at: datetime | None
    tier: str
    routing_since: datetime


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """Waiting tickets that the router may have somebody for."""

    team: str | None
    priority: str
    until: datetime
    """Those that wait since then or longer."""


class WaitingQuery(msgspec.Struct, frozen=True, kw_only=True):
    """What a run looks at."""

    lanes: Sequence[Lane]
    """Those with room, each by due time."""
    teams: Mapping[str | None, datetime]
    """Team → until when what nobody has looked at yet must wait for it; longest first."""
    dedicated: Sequence[int]
    """Agents with room whose own customers' tickets are looked at, in whatever lane."""
    limit: int
    """Of each lane, of each team, and of the dedicated agents together."""


class TeamRow(msgspec.Struct, frozen=True):
    key: str
    name: Name


def agents(*, person_ids: Sequence[int] | None = None) -> Query[AgentRow]:
    """Members of the staff as candidates: all, or some. A workspace has hundreds; they are read once a batch."""
    return Query(
        AgentRow,
        f"""
        select m.person_id, p.name, m.active, m.presence, m.routable,
               exists (select from member_role mr
                         join role r on r.workspace_id = mr.workspace_id and r.key = mr.role
                        where mr.workspace_id = m.workspace_id and mr.person_id = m.person_id
                          and r.grants @? '$.**.actions[*] ? (@ == "ticket.accept")') as may_work,
               array(select tm.team from team_member tm
                      where tm.workspace_id = m.workspace_id and tm.person_id = m.person_id
                        and {ON_DUTY}) as teams,
               array(select tm.team from team_member tm
                      where tm.workspace_id = m.workspace_id and tm.person_id = m.person_id and tm.is_lead) as leads,
               {SHIFTS} as shifts,
               exists (select from member_leave v
                        where v.workspace_id = m.workspace_id and v.person_id = m.person_id
                          and v.from_at <= %(now)s and v.until_at > %(now)s) as on_leave,
               (select coalesce(jsonb_agg(jsonb_build_object('from_at', v.from_at, 'until_at', v.until_at)), '[]')
                  from member_leave v
                 where v.workspace_id = m.workspace_id and v.person_id = m.person_id
                   and v.until_at > %(now)s) as leaves,
               (select coalesce(jsonb_agg(jsonb_build_array(s.skill, s.level, s.expires_on)), '[]')
                  from member_skill s
                 where s.workspace_id = m.workspace_id and s.person_id = m.person_id) as skills,
               (select max(l.assigned_at) from agent_load l
                 where l.workspace_id = m.workspace_id and l.person_id = m.person_id) as last_assigned_at
          from member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where m.workspace_id = %(workspace)s
           and (%(people)s::bigint[] is null or m.person_id = any(%(people)s))
         order by m.person_id
        """,
        {"people": None if person_ids is None else list(person_ids), "now": clock.now()},
    )


def waiting(asked: WaitingQuery) -> Query[Waiting]:
    """Tickets that wait for the router, as far as looking at them makes sense. Served by the partial indexes
    ``ticket_to_route`` and ``ticket_to_look_at``, and by ``customer_dedicated``: what waits in vain is not read."""
    return Query(
        Waiting,
        f"""
        with found as ({_FOUND})
        select t.id, t.team, t.priority, t.next_due_at, coalesce(c.tier, 'normal') as tier, t.routing_since
          from found
          join ticket t on t.workspace_id = %(workspace)s and t.id = found.id
          left join customer c on c.workspace_id = t.workspace_id and c.person_id = t.requester_id
        """,
        {
            "lane_teams": [lane.team or "" for lane in asked.lanes],
            "lane_priorities": [lane.priority for lane in asked.lanes],
            "lane_untils": [lane.until for lane in asked.lanes],
            "teams": [team or "" for team in asked.teams],
            "untils": list(asked.teams.values()),
            "dedicated": list(asked.dedicated),
            "limit": asked.limit,
        },
    )


_WAITS = "t.workspace_id = %(workspace)s and t.routing_since is not null and t.spam_at is null and t.trashed_at is null"
_TEAM = "case when t.team is null then '' else t.team end"
_FOUND = f"""
select w.id
  from unnest(%(lane_teams)s::text[], %(lane_priorities)s::text[], %(lane_untils)s::timestamptz[])
       lane (team, priority, until)
 cross join lateral (
         select t.id
           from ticket t
          where {_WAITS}
            and {_TEAM} = lane.team
            and t.priority = lane.priority
            and t.routing_since <= lane.until
          order by case when t.next_due_at is null then 'infinity' else t.next_due_at end, t.id
          limit %(limit)s) w
union
select w.id
  from unnest(%(teams)s::text[], %(untils)s::timestamptz[]) fresh (team, until)
 cross join lateral (
         select t.id
           from ticket t
          where {_WAITS}
            and t.unrouted_since is distinct from t.routing_since
            and {_TEAM} = fresh.team
            and t.routing_since <= fresh.until
          order by t.routing_since
          limit %(limit)s) w
union
(select t.id
   from customer c
   join ticket t on t.workspace_id = c.workspace_id and t.requester_id = c.person_id
  where c.workspace_id = %(workspace)s
    and c.dedicated_agent_id = any(%(dedicated)s)
    and {_WAITS}
  limit %(limit)s)
"""
"""Ids: by lane, of what nobody has looked at, and of customers with an agent of their own."""


def team_keys() -> Query[Any]:
    return Query(tuple, "select key from team where workspace_id = %(workspace)s order by key", {})


def teams() -> Query[TeamRow]:
    return Query(TeamRow, "select key, name from team where workspace_id = %(workspace)s", {})


class OfflineRow(msgspec.Struct, frozen=True):
    person_id: int
    presence_at: datetime | None


def taken_for_offline(people: Sequence[int]) -> Query[OfflineRow]:
    """Those of the members who are offline without having said so, with the time since when."""
    return Query(
        OfflineRow,
        """
        select person_id, presence_at
          from member
         where workspace_id = %(workspace)s
           and person_id = any(%(people)s)
           and active and presence = 'offline' and offline_by = 'auto'
        """,
        {"people": list(people)},
    )


class LeaveOfPerson(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    shifts: list[str]
    substitute_id: int | None
    from_at: datetime
    until_at: datetime


def leaves(now: datetime) -> Query[LeaveOfPerson]:
    """Leaves that are not over, of those who are on leave at this moment."""
    return Query(
        LeaveOfPerson,
        f"""
        select v.person_id, {SHIFTS} as shifts, v.substitute_id, v.from_at, v.until_at
          from member_leave v
          join member m on m.workspace_id = v.workspace_id and m.person_id = v.person_id
         where v.workspace_id = %(workspace)s and v.until_at > %(now)s
           and exists (select from member_leave o
                        where o.workspace_id = v.workspace_id and o.person_id = v.person_id
                          and o.from_at <= %(now)s and o.until_at > %(now)s)
         order by v.id
        """,
        {"now": now},
    )


class LeftTicket(msgspec.Struct, frozen=True):
    id: int
    person_id: int


HELD_OPEN: Final = f"""t.id in (
  select t.id from ticket t
   where t.workspace_id = %(workspace)s and t.assignee_id = %(person)s and {IS_OPEN}
     and t.archived_at is null and t.spam_at is null and t.trashed_at is null
   order by t.next_due_at nulls last, t.id
   limit %(limit)s
) order by t.next_due_at nulls last, t.id"""
"""The open tickets of a person, the most pressing first; served by ``ticket_open_by_assignee``."""


def left_behind(
    now: datetime, away: Mapping[int, datetime | None], limit: int, *, spared: Collection[int] = ()
) -> Query[LeftTicket]:
    """Open tickets whose assignee is no longer an active member, and those of members who are ``away`` that do not wait
    for the customer and that are due before they are back; but for those of the ``spared``. Served by
    ``ticket_open_by_assignee``."""
    return Query(
        LeftTicket,
        f"""
        with gone as (
          select m.person_id, m.active, a.back
            from member m
            left join unnest(%(people)s::bigint[], %(backs)s::timestamptz[]) a (person_id, back)
              on a.person_id = m.person_id
           where m.workspace_id = %(workspace)s and (not m.active or a.person_id is not null)
             and m.person_id <> all(%(spared)s::bigint[])
        )
        select t.id, gone.person_id
          from gone
          join ticket t on t.workspace_id = %(workspace)s and t.assignee_id = gone.person_id
         where {IS_OPEN}
           and (not gone.active
                or (t.phase <> 'waiting_customer'
                    and (t.next_due_at is null or gone.back is null
                         or gone.back >= greatest(t.next_due_at, %(now)s))))
           and t.archived_at is null and t.spam_at is null and t.trashed_at is null
         order by t.id
         limit %(limit)s
        """,
        {"limit": limit, "now": now, "people": list(away), "backs": list(away.values()), "spared": list(spared)},
    )


def team_exists(team: str) -> Query[Any]:
    return Query(tuple, "select key from team where workspace_id = %(workspace)s and key = %(team)s", {"team": team})


def lock_agents(person_ids: Sequence[int]) -> Query[Any]:
    """Take the agents' locks, in id order, always after the tickets': whoever adds to a load under a limit holds it."""
    return Query(
        tuple,
        "select pg_advisory_xact_lock(id) from unnest(%(people)s::bigint[]) id order by id",
        {"people": sorted(set(person_ids))},
    )


def loads(person_ids: Sequence[int] | None = None) -> Query[LoadRow]:
    """How much each of these members holds, by priority; None: all members."""
    return Query(
        LoadRow,
        """
        select person_id, priority, used
          from agent_load
         where workspace_id = %(workspace)s
           and (%(people)s::bigint[] is null or person_id = any(%(people)s))
        """,
        {"people": None if person_ids is None else list(person_ids)},
    )


def loads_by_member() -> Query[MemberLoad]:
    """Served by the primary key: a few rows for each member who has something in hand."""
    return Query(
        MemberLoad,
        """
        select person_id, sum(used)::int as used
          from agent_load
         where workspace_id = %(workspace)s
         group by person_id
        having sum(used) > 0
         order by person_id
        """,
        {},
    )


async def drifted(tx: ReadTx) -> list[LoadRow]:
    """Rows whose count differs from the tickets', with the difference in ``used``; for doctor. Empty is healthy."""
    return await tx.rows(
        LoadRow,
        """
        select person_id, priority, sum(n)::int as used
          from (select person_id, priority, used as n
                  from agent_load
                 where workspace_id = %(workspace)s
                union all
                select assignee_id, priority, -count(*)
                  from ticket
                 where workspace_id = %(workspace)s and assignee_id is not null and phase <> all(%(at_rest)s)
                 group by assignee_id, priority) both_sides
         group by person_id, priority
        having sum(n) <> 0
        """,
        at_rest=list(AT_REST),
    )
