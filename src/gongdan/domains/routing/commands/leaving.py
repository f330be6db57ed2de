"""Handing over what somebody works on: to a colleague, into a team's queue, or back to routing. A kind of operation, of
whoever manages people; with ``leave`` it begins as the member is shut out."""

from datetime import datetime
from typing import Final

import msgspec
from msgspec import UNSET

from gongdan.domains.accounts.public import Authority, may, may_somewhere, members, set_active
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.operations.public import Kind, Plan, begin, drop_plans, under_way
from gongdan.domains.routing import queries
from gongdan.domains.routing.commands.assign import assign
from gongdan.domains.routing.commands.seats import hand_over_seats
from gongdan.domains.tickets.public import Case, Decision, Desk, UnitOfWork, case_of, checked, keys, load, tickets_kind
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.infra.http.bodies import Id
from gongdan.kernel.errors import Conflict, FieldFault, Forbidden, Invalid
from gongdan.kernel.events import Via
from gongdan.kernel.text import Key

KEY: Final = "members.hand_over"
MOST: Final = 5_000
"""Tickets of one operation, the most pressing first; what is left of somebody who is shut out is routed."""


class HandingOver(Conflict):
    """What the member works on is being handed over already."""

    code = "routing.handing_over"


class HandOverTickets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose open tickets go to ``to_person_id``, or into the queue of ``to_team``; where neither is named, each goes
    back to routing, which finds somebody else."""

    person_id: Id
    to_person_id: Id | None = None
    to_team: Key | None = None


async def _plan(tx: ReadTx, authority: Authority, params: HandOverTickets) -> Plan:
    """
    Raises:
        Forbidden: the actor manages no people.
        Invalid: nobody, or not one receiver who is there.
    """
    if not may_somewhere(authority, "people.manage"):
        raise Forbidden(action="people.manage")
    if faults := await _faults(tx, params):
        raise Invalid(faults=tuple(faults))
    (found,) = await tx.gather(load(queries.HELD_OPEN, {"person": params.person_id, "limit": MOST}))
    return Plan(subjects=[row.id for row in found if may(authority, "ticket.read", keys(case_of(row).live))])


async def _faults(tx: ReadTx, params: HandOverTickets) -> list[FieldFault]:
    faults = []
    if not await members(tx, params.person_id):
        faults.append(FieldFault("params.person_id", "unknown_person", {"people": [params.person_id]}))
    if params.to_person_id is not None and params.to_team is not None:
        faults.append(FieldFault("params.to_team", "routing.one_receiver"))
    if params.to_person_id == params.person_id:
        faults.append(FieldFault("params.to_person_id", "routing.other_receiver"))
    elif params.to_person_id is not None and not any(one.active for one in await members(tx, params.to_person_id)):
        faults.append(FieldFault("params.to_person_id", "unknown_person", {"people": [params.to_person_id]}))
    if params.to_team is not None:
        (team,) = await tx.gather(queries.team_exists(params.to_team))
        if not team:
            faults.append(FieldFault("params.to_team", "unknown_key", {"value": params.to_team}))
    return faults


async def _hand_over(desk: Desk, case: Case, params: HandOverTickets) -> Decision:
    """What somebody else has by now, or has ended, stays as it is."""
    ticket = case.live
    if ticket.assignee_id != params.person_id or ticket.phase in ENDED:
        return desk.settle(case)
    case = checked(case, desk.authority, "ticket.assign")
    return await assign(
        desk,
        case,
        team=params.to_team or UNSET,
        assignee_id=params.to_person_id,
        above_capacity=False,
        seen=None,
    )


def handing_over(uow: UnitOfWork) -> Kind:
    """The kind of operations that hand over."""
    return tickets_kind(uow, KEY, HandOverTickets, _plan, _hand_over)


async def being_handed_over(tx: ReadTx) -> set[int]:
    """Members whose work an operation hands over: nothing is taken from them meanwhile."""
    (found,) = await tx.gather(under_way(KEY))
    return {int(one.params["person_id"]) for one in found}


async def leave(
    tx: Tx,
    authority: Authority,
    params: HandOverTickets,
    *,
    seats_to: int | None,
    silent: bool,
    via: Via,
    now: datetime,
) -> tuple[int, int]:
    """Shut a member out at once, and begin to hand over what they work on: the operation, and of how many tickets.
    Whoever was shut out before has what is left handed over. What nobody takes is routed. Their seats go to
    ``seats_to``, for good, or stay theirs.

    Raises:
        What ``set_active`` and ``hand_over_seats`` raise.
        Invalid: not one receiver who is there.
        HandingOver: it is under way.
    """
    if seats_to is not None:
        await hand_over_seats(tx, authority, params.person_id, seats_to, via=via, now=now)
    await set_active(tx, authority, params.person_id, False, via=via, now=now)
    if params.person_id in await being_handed_over(tx):
        raise HandingOver(person_id=params.person_id)
    plan = await _plan(tx, authority, params)
    drop_plans(tx, KEY, {"person_id": params.person_id}, now)
    id = begin(tx, KEY, params, plan.subjects, actor_id=authority.person_id, silent=silent)
    return id, len(plan.subjects)
