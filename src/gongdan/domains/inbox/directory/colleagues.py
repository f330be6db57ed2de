"""Whom somebody works with: for those who may not look everybody up, an outside vendor say."""

import msgspec

from gongdan.domains.accounts.public import Authority, Member, Team, predicate, reach, reader_somewhere
from gongdan.domains.conversations.public import of_ticket
from gongdan.infra.db.tx import Query, ReadTx

_LATEST = 500
"""Tickets that are looked at: the latest in reach."""


class _Work(msgspec.Struct, frozen=True):
    teams: list[str]
    people: list[int]


async def worked_with(
    tx: ReadTx, authority: Authority, teams: list[Team], members: list[Member]
) -> tuple[list[Team], list[Member]]:
    """The teams and the members that have to do with tickets in reach, and oneself."""
    within, heard = predicate(reach(authority)), reader_somewhere(authority).audiences
    (found,) = await tx.gather(
        Query(
            _Work,
            f"""
            with mine as (
              select t.id, t.team, t.assignee_id, t.creator_id, t.requester_id
                from ticket t
               where t.workspace_id = %(workspace)s and {within.sql} and t.trashed_at is null
               order by t.updated_at desc
               limit {_LATEST}
            )
            select array(select distinct team from mine where team is not null) as teams,
                   array(select assignee_id from mine where assignee_id is not null
                         union select creator_id from mine where creator_id is not null
                         union select requester_id from mine
                         union select m.author_id
                                 from message m
                                where m.workspace_id = %(workspace)s
                                  and m.conversation_id in {of_ticket("any(select id from mine)")}
                                  and m.author_id is not null
                                  and (%(hears_all)s or m.audience = any(%(audiences)s))
                        ) as people
            """,
            {**within.params, "hears_all": heard == "all", "audiences": [] if heard == "all" else sorted(heard)},
        )
    )
    people = {*found[0].people, authority.person_id}
    return (
        [team for team in teams if team.key in found[0].teams],
        [member for member in members if member.id in people],
    )
