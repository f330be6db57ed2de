"""What is read to tell somebody: what a letter says, and whom a notice reaches."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.notifications.telling.letters import LetterFacts
from gongdan.domains.tickets.public import Ticket
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.events import Logged


class Mover(msgspec.Struct, frozen=True, kw_only=True):
    """Who gave a command."""

    command_id: int
    person_id: int


class Asker(msgspec.Struct, frozen=True, kw_only=True):
    """Who asked for a link to sign in."""

    name: str
    locale: str
    workspace: str


class WhoseThen(msgspec.Struct, frozen=True, kw_only=True):
    """Who was responsible for a ticket when something was told of it."""

    of: int
    """The event that is told."""
    at: datetime
    ticket_id: int
    assignee_id: int | None
    team: str | None

    @classmethod
    def of_told(cls, logged: Logged[Any], ticket: Ticket) -> "WhoseThen":
        return cls(
            of=logged.id,
            at=logged.appended_at or logged.at,
            ticket_id=ticket.id,
            assignee_id=ticket.assignee_id,
            team=ticket.team,
        )


def facts(whose: Sequence[WhoseThen]) -> Query[LetterFacts]:
    """What customers' notices say of tickets as they stood; spam and trash are told nobody."""
    return Query(
        LetterFacts,
        _FACTS,
        {
            "events": [one.of for one in whose],
            "times": [one.at for one in whose],
            "tickets": [one.ticket_id for one in whose],
            "assignees": [one.assignee_id for one in whose],
            "teams": [one.team for one in whose],
        },
    )


_FACTS: Final = """
select s.of, w.name as workspace, p.name as assignee, g.name as team, said.text as solution,
       said.id as solution_id,
       (select min(k.due_at) from ticket_clock k
         where k.workspace_id = t.workspace_id and k.ticket_id = t.id
           and k.metric in ('first_response', 'next_response') and k.state = 'running') as answer_due_at,
       (select min(k.due_at) from ticket_clock k
         where k.workspace_id = t.workspace_id and k.ticket_id = t.id
           and k.metric = 'resolution' and k.state = 'running') as solution_due_at
  from unnest(%(events)s::bigint[], %(times)s::timestamptz[], %(tickets)s::bigint[], %(assignees)s::bigint[],
              %(teams)s::text[]) s (of, at, ticket_id, assignee_id, team)
  join ticket t on t.workspace_id = %(workspace)s and t.id = s.ticket_id
  join workspace w on w.id = t.workspace_id
  left join person p on p.workspace_id = t.workspace_id and p.id = s.assignee_id
  left join team g on g.workspace_id = t.workspace_id and g.key = s.team
  left join lateral (
    select m.id, v.text
      from conversation_ticket l
      join conversation c on c.workspace_id = l.workspace_id and c.id = l.conversation_id
      join message m on m.workspace_id = l.workspace_id and m.conversation_id = l.conversation_id
      join message_version v on v.workspace_id = m.workspace_id and v.message_id = m.id
     where l.workspace_id = t.workspace_id
       and l.ticket_id = t.id
       and c.party_id = t.requester_id
       and m.audience = 'customer'
       and m.author = 'agent'
       and m.redacted_at is null
       and m.at <= s.at
     order by m.id desc, v.version desc
     limit 1
  ) said on true
 where t.workspace_id = %(workspace)s
   and t.spam_at is null
   and t.trashed_at is null
"""


def actors(ruled: Sequence[tuple[int, int]]) -> Query[Mover]:
    """Who gave these commands, (ticket, command), by which rules did something; served by the log's primary key."""
    return Query(
        Mover,
        """
        select distinct e.command_id, e.actor_id as person_id
          from unnest(%(tickets)s::bigint[], %(commands)s::bigint[]) m (ticket_id, command_id)
          join event e on e.workspace_id = %(workspace)s and e.stream = 'ticket' and e.stream_id = m.ticket_id
                      and e.command_id = m.command_id
         where e.actor_id is not null
        """,
        {"tickets": [ticket for ticket, _ in ruled], "commands": [command for _, command in ruled]},
    )


async def asker(tx: ReadTx, person_id: int) -> Asker | None:
    return await tx.row(
        Asker,
        """
        select p.name, p.locale, w.name as workspace
          from person p
          join workspace w on w.id = p.workspace_id
         where p.workspace_id = %(workspace)s and p.id = %(person)s
        """,
        person=person_id,
    )
