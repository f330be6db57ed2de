"""What becomes of approvals when an approver is shut out: by the log, so that it holds however they leave."""

from collections.abc import Collection, Sequence
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.events import MemberActivated
from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.approvals import rules
from gongdan.domains.approvals.panel import panel
from gongdan.domains.tickets.public import RuleIntent, UnitOfWork
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel.events import Logged

LEFT: Final = "approval.left"


def replacing(uow: UnitOfWork) -> Subscriber:
    """The subscriber that has others decide for members who were shut out. Repeating it changes nothing; whoever came
    back meanwhile decides themselves."""

    async def handle(tx: Tx, events: Sequence[Logged[Any]]) -> None:
        left = {one.stream_id for one in events if not one.event.active}
        if not left:
            return
        (waiting,) = await tx.gather(_asking(left))
        who = system(tx.workspace_id, name="approvals", release=await current_release(tx))
        for one in waiting:
            async with uow.begin(who, via="worker") as desk:
                cases, found = await desk.cases_by_id([one.ticket_id]), await panel(desk.tx)
                for case in cases if not found.is_member(one.person_id) else ():  # none: it is gone for good
                    replace = rules.ReplaceApprover(person_id=one.person_id, panel=found)
                    desk.apply(desk.settle(case, RuleIntent(LEFT, replace)))

    return Subscriber(name="approvals", kinds=(MemberActivated,), handle=handle, begins="end")


class _Asking(msgspec.Struct, frozen=True):
    ticket_id: int
    person_id: int


def _asking(people: Collection[int]) -> Query[_Asking]:
    """Waiting approvals in which they have not decided, in whatever step. Served by ``participant_approver``: each
    approval that waits has somebody who is to decide now."""
    return Query(
        _Asking,
        """
        select distinct t.id as ticket_id, (v ->> 'person_id')::bigint as person_id
          from participant p
          join ticket t on t.workspace_id = p.workspace_id and t.id = p.ticket_id
         cross join jsonb_array_elements(t.approval -> 'rounds') r
         cross join jsonb_array_elements(r -> 'votes') v
         where p.workspace_id = %(workspace)s
           and p.role = 'approver'
           and (v ->> 'person_id')::bigint = any(%(people)s)
           and v -> 'verdict' is null
         order by 1, 2
        """,
        {"people": sorted(people)},
    )
