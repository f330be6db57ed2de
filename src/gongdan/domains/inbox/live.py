"""What the live side reads of the inbox: tickets that changed, who may see one, the counters (spec 01, live)."""

from collections.abc import Mapping, Sequence
from functools import partial

from gongdan.conditions.known import asks
from gongdan.domains.accounts.public import Authority, TicketKeys
from gongdan.domains.inbox.queries import LINE, NAMES, QueueLine
from gongdan.domains.inbox.queues import LIVE
from gongdan.domains.inbox.views.counts import view_counts
from gongdan.domains.inbox.views.shipped import VIEWS
from gongdan.domains.inbox.views.view import View
from gongdan.domains.realtime.public import LiveLine, ViewCounts
from gongdan.domains.tickets.public import RuleBook
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel import clock

_PARTICIPANTS = """
       array(select distinct p.person_id from participant p
              where p.workspace_id = t.workspace_id and p.ticket_id = t.id) as participants
"""


class _Kept(QueueLine, frozen=True, kw_only=True):
    creator_id: int | None
    organisation_id: int | None
    participants: list[int]
    is_listed: bool

    def keys(self) -> TicketKeys:
        return TicketKeys(
            id=self.id,
            team=self.team,
            type=self.type,
            assignee_id=self.assignee_id,
            requester_id=self.requester_id,
            creator_id=self.creator_id,
            organisation_id=self.organisation_id,
            participants=frozenset(self.participants),
        )


async def lines(tx: ReadTx, ids: Sequence[int]) -> list[LiveLine]:
    """The lines of these tickets; of spam, trash and the archive without a row. Served by the primary key."""
    (found,) = await tx.gather(
        Query(
            _Kept,
            f"""
            select {LINE}, t.creator_id, t.organisation_id, {LIVE} as is_listed, {_PARTICIPANTS}
              from ticket t
            {NAMES}
             where t.workspace_id = %(workspace)s
               and t.id = any(%(ids)s)
            """,
            {"ids": list(ids)},
        )
    )
    return [
        LiveLine(keys=one.keys(), number=one.number, version=one.version, row=one.row() if one.is_listed else None)
        for one in found
    ]


async def find(tx: ReadTx, number: str) -> TicketKeys | None:
    """What decides who may see this ticket. Served by the unique index on the number."""
    return await tx.row(
        TicketKeys,
        f"""
        select t.id, t.team, t.type, t.assignee_id, t.requester_id, t.creator_id, t.organisation_id, {_PARTICIPANTS}
          from ticket t
         where t.workspace_id = %(workspace)s
           and t.number = %(number)s
        """,
        number=number,
    )


def counts(rules: RuleBook) -> tuple[ViewCounts, ...]:
    """The counters of all views. One that asks who reads differs between two readers of the same reach."""

    async def count(tx: ReadTx, authority: Authority, *, views: Sequence[View]) -> Mapping[str, int]:
        book = await rules(authority.workspace_id, authority.release)
        return await view_counts(tx, authority, book, views=views, now=clock.now())

    personal = [view for view in VIEWS.values() if asks(view.condition) & {"me", "my_teams"}]
    shared = [view for view in VIEWS.values() if view not in personal]
    return (
        ViewCounts(is_personal=True, count=partial(count, views=personal)),
        ViewCounts(is_personal=False, count=partial(count, views=shared)),
    )
