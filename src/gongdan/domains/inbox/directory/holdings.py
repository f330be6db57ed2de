"""What a member holds: read before they are shut out, so that somebody takes it over."""

from datetime import datetime

from gongdan.domains.accounts.errors import MemberNotFound
from gongdan.domains.inbox.lists.cursors import LIVE
from gongdan.domains.inbox.shapes import PersonRef
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.infra.http.bodies import Answer
from gongdan.kernel.text import Name

COUNTED_AT_MOST = 9_999


class HeldSeat(Answer, frozen=True):
    """A team that they lead, or a department that they head."""

    key: str
    name: Name
    is_only: bool
    """Nobody else does."""


class HeldLeave(Answer, frozen=True):
    """A leave for which they stand in."""

    person: PersonRef
    from_at: datetime
    until_at: datetime


class Holdings(Answer, frozen=True):
    """Counts go up to 9,999. Drafts are theirs alone; nobody else reads them."""

    open_tickets: int
    waiting_tickets: int
    """Of the open ones, those that wait for the customer."""
    watched_tickets: int
    """Open ones."""
    drafts: int
    customers: int
    """Whose dedicated agent they are."""
    conversations: int
    """That are not over."""
    sessions: int
    tokens: int
    """That still open something."""
    shared_views: int
    leads: list[HeldSeat]
    heads: list[HeldSeat]
    manages: list[PersonRef]
    stands_in: list[HeldLeave]


async def holdings(tx: ReadTx, person_id: int, now: datetime) -> Holdings:
    """Raises MemberNotFound."""
    asked = {"person": person_id, "now": now, "most": COUNTED_AT_MOST}
    known, (found,) = await tx.gather(
        Query(tuple, "select 1 from member where workspace_id = %(workspace)s and person_id = %(person)s", asked),
        Query(Holdings, f"select {_COUNTS}, {_SEATS}", asked),
        last=True,
    )
    if not known:
        raise MemberNotFound(person_id=person_id)
    return found


_OPEN = f"t.phase not in ('resolved', 'closed') and {LIVE}"
"""As the partial indexes say it."""


def _count(of: str) -> str:
    return f"(select count(*) from (select 1 from {of} limit %(most)s) counted)"


_MINE = f"ticket t where t.workspace_id = %(workspace)s and t.assignee_id = %(person)s and {_OPEN}"
_THEIRS = "where workspace_id = %(workspace)s and person_id = %(person)s"
_COUNTS = f"""
       {_count(_MINE)} as open_tickets,
       {_count(f"{_MINE} and t.phase = 'waiting_customer'")} as waiting_tickets,
       {
    _count(
        "participant a join ticket t on t.workspace_id = a.workspace_id and t.id = a.ticket_id"
        f" where a.workspace_id = %(workspace)s and a.person_id = %(person)s and a.role = 'watcher' and {_OPEN}"
    )
} as watched_tickets,
       {_count(f"message_draft {_THEIRS}")} as drafts,
       {
    _count("customer where workspace_id = %(workspace)s and dedicated_agent_id = %(person)s and merged_into is null")
} as customers,
       {
    _count("conversation where workspace_id = %(workspace)s and agent_id = %(person)s and ended_at is null")
} as conversations,
       {_count(f"session {_THEIRS} and kind = 'staff'")} as sessions,
       {_count(f"token {_THEIRS} and revoked_at is null and (expires_at is null or expires_at > %(now)s)")} as tokens,
       {
    _count("saved_view where workspace_id = %(workspace)s and owner_id = %(person)s and shared <> 'nobody'")
} as shared_views
"""
_SEATS = """
       (select coalesce(jsonb_agg(jsonb_build_object(
                 'key', e.key, 'name', e.name,
                 'is_only', not exists (select from team_member o
                                          join member m on m.workspace_id = o.workspace_id
                                                       and m.person_id = o.person_id and m.active
                                         where o.workspace_id = e.workspace_id and o.team = e.key and o.is_lead
                                           and o.person_id <> %(person)s)) order by e.key), '[]')
          from team_member l
          join team e on e.workspace_id = l.workspace_id and e.key = l.team
         where l.workspace_id = %(workspace)s and l.person_id = %(person)s and l.is_lead) as leads,
       (select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'name', d.name, 'is_only', true)
                                  order by d.key), '[]')
          from department d
         where d.workspace_id = %(workspace)s and d.head_id = %(person)s) as heads,
       (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
          from member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where m.workspace_id = %(workspace)s and m.manager_id = %(person)s and m.active) as manages,
       (select coalesce(jsonb_agg(jsonb_build_object(
                 'person', jsonb_build_object('id', p.id, 'name', p.name), 'from_at', v.from_at, 'until_at', v.until_at)
                 order by v.from_at, v.id), '[]')
          from member_leave v
          join person p on p.workspace_id = v.workspace_id and p.id = v.person_id
         where v.workspace_id = %(workspace)s and v.substitute_id = %(person)s and v.until_at > %(now)s) as stands_in
"""
