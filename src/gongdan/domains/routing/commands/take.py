"""Whether somebody who acts on a ticket could take it on: by hand, and never above a capacity."""

from gongdan.domains.routing import queries
from gongdan.domains.routing.model import AT_REST, full_class, loads_of
from gongdan.domains.tickets.public import Case, Desk


async def has_room(desk: Desk, case: Case) -> bool:
    """Whether the actor works on tickets, is of this one's team and has room for it. Their load is locked until the
    transaction ends, so that nobody else fills the room meanwhile."""
    me, ticket = desk.authority.person_id or 0, case.live
    touched = [me] if ticket.assignee_id is None else [me, ticket.assignee_id]
    _, agents, rows = await desk.tx.gather(
        queries.lock_agents(touched), queries.agents(person_ids=[me]), queries.loads([me])
    )
    if not agents or not agents[0].active or not agents[0].may_work or agents[0].on_leave:
        return False
    if ticket.team is not None and ticket.team not in agents[0].teams:
        return False
    return (
        ticket.phase in AT_REST or full_class(me, ticket.priority, loads_of(rows), desk.rules.bundle.dispatch) is None
    )
