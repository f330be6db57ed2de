"""Assigning by hand, and claiming from the pool: never above an agent's capacity, except knowingly and with permission.

Locks: the ticket first, then the agents whose loads change, by id; loads are read after that.
"""

from collections.abc import Collection, Sequence

from msgspec import UNSET, UnsetType

from gongdan.domains.accounts.public import may
from gongdan.domains.routing import queries
from gongdan.domains.routing.choice.eligibility import named
from gongdan.domains.routing.choice.rules import wanted
from gongdan.domains.routing.model import AT_REST, Reason, RecordDecision, full_class, loads_of
from gongdan.domains.tickets import errors, intents
from gongdan.domains.tickets.public import Case, Decision, Desk, Seat, keys
from gongdan.domains.tickets.subjects.assignment import ITS_ASSIGNEE, ITS_TEAM
from gongdan.kernel.errors import FieldFault, Forbidden, Invalid

MOST_NAMED = 20
"""Of those who can get a ticket, when somebody else was asked for."""


async def assign(
    desk: Desk,
    case: Case,
    *,
    team: str | UnsetType | None,
    assignee_id: int | UnsetType | None,
    above_capacity: bool,
    seen: int | None,
) -> Decision:
    """Give a ticket to a team, to a person, or (``assignee_id`` None) back to the team's queue. What is UNSET stays.

    Raises:
        VersionConflict: somebody assigned it since ``seen``.
        NotEligible: the person is not active, is on leave, or does not work on tickets.
        NotOfTeam: they are neither of the team nor named by the ticket's rule, and the actor may not assign to anybody.
        CapacityReached: no room in a class; with ``above_capacity`` and the right to, it is done and the event says so.
    """
    await desk.unseen(case, seen, ITS_ASSIGNEE | ITS_TEAM)
    wanted: list[intents.Intent] = []
    if team is not UNSET:
        await _check_team(desk, team)
        wanted.append(intents.SetTeam(team=team))
    full: tuple[str, int] | None = None
    if assignee_id is not UNSET:
        if assignee_id is not None:
            full = await _room(desk, case, assignee_id)
            if assignee_id != case.live.assignee_id:
                (people,) = await desk.tx.gather(queries.agents())
                _check_belongs(desk, case, assignee_id, team or case.live.team, people)
            if full and not above_capacity:
                raise errors.CapacityReached(load_class=full[0], limit=full[1])
            if full and not may(desk.authority, "ticket.assign_above_capacity", keys(case.live)):
                raise Forbidden(action="ticket.assign_above_capacity")
        wanted.append(intents.Assign(to=assignee_id, way="hand", above_capacity=full is not None))
    decision = desk.settle(case, *wanted)
    return desk.apply(decision, *_lines(desk, decision, "hand"))


async def claim(desk: Desk, case: Case) -> Decision:
    """Take an unassigned ticket, within one's capacity. Of two who claim at once, one gets it. Repeating it changes
    nothing.

    Raises:
        AlreadyAssigned, TicketEnded, CapacityReached, NotEligible.
    """
    me = desk.authority.person_id or 0
    decision = desk.settle(case, intents.Assign(to=me, way="claim"))
    if full := await _room(desk, case, me) if decision.events else None:
        raise errors.CapacityReached(load_class=full[0], limit=full[1])
    return desk.apply(decision, *_lines(desk, decision, "claim"))


async def _room(desk: Desk, case: Case, person_id: int) -> tuple[str, int] | None:
    """Lock the agents whose loads would change, and return the class that has no room for one more, if any."""
    touched = [person_id] if case.live.assignee_id is None else [person_id, case.live.assignee_id]
    _, agents, rows = await desk.tx.gather(
        queries.lock_agents(touched), queries.agents(person_ids=[person_id]), queries.loads([person_id])
    )
    if reason := _unable(agents[0] if agents else None):
        raise errors.NotEligible(person_id=person_id, reason=reason)
    if case.live.assignee_id == person_id or case.live.phase in AT_REST:
        return None
    return full_class(person_id, case.live.priority, loads_of(rows), desk.rules.bundle.dispatch)


def _check_belongs(
    desk: Desk, case: Case, person_id: int, team: str | None, people: Sequence[queries.AgentRow]
) -> None:
    """Work stays within the team, or with those whom the routing rule names; some may give it to anybody."""
    if team is None or may(desk.authority, "ticket.assign_any", keys(case.live)):
        return
    belonging = [one for one in people if _belongs(desk, case, one, team)]
    if all(one.person_id != person_id for one in belonging):
        able = [one for one in belonging if _unable(one) is None][:MOST_NAMED]
        people_able = [{"id": one.person_id, "name": one.name} for one in able]
        names = "、".join(one.name for one in able) or "—"
        raise errors.NotOfTeam(person_id=person_id, team=team, people=people_able, names=names)


def _belongs(desk: Desk, case: Case, agent: queries.AgentRow, team: str) -> bool:
    asked, cross = wanted(desk.rules, case, desk.now), desk.rules.bundle.dispatch.cross_team
    groups = {team, cross} if asked.names_people else {team}
    is_named = asked.names_people and named(asked, agent.person_id, agent.teams, case.requester.dedicated_agent_id)
    return is_named or not groups.isdisjoint(agent.teams)


def _unable(agent: queries.AgentRow | None) -> str | None:
    """Why nobody can give this person a ticket."""
    if agent is None or not agent.active:
        return "inactive"
    if not agent.may_work:
        return "no_permission"
    return "on_leave" if agent.on_leave else None


async def seats(desk: Desk, person_ids: Collection[int]) -> Seat:
    """Lock the agents to whom tickets are opened, and keep a place for each. It refuses as ``assign`` does, since
    whoever opens a ticket has not been asked whether it may go above a capacity.

    Raises, when called:
        NotEligible, NotOfTeam, CapacityReached.
    """
    _, people, rows = await desk.tx.gather(
        queries.lock_agents(list(person_ids)), queries.agents(), queries.loads(list(person_ids))
    )
    agents, used = {one.person_id: one for one in people}, loads_of(rows)

    def take(person_id: int, case: Case) -> None:
        if reason := _unable(agents.get(person_id)):
            raise errors.NotEligible(person_id=person_id, reason=reason)
        _check_belongs(desk, case, person_id, case.live.team, people)
        if full := full_class(person_id, case.live.priority, used, desk.rules.bundle.dispatch):
            raise errors.CapacityReached(load_class=full[0], limit=full[1])
        used[person_id][case.live.priority] += 1

    return take


async def _check_team(desk: Desk, team: str | None) -> None:
    if team is not None:
        (found,) = await desk.tx.gather(queries.team_exists(team))
        if not found:
            raise Invalid(faults=(FieldFault("team", "unknown_key", {"value": team}),))


def _lines(desk: Desk, decision: Decision, way: str) -> list[RecordDecision]:
    """A line of the ledger when somebody got the ticket."""
    ticket = decision.after.live
    before = decision.before.live if decision.before else None
    if ticket.assignee_id is None or (before and before.assignee_id == ticket.assignee_id):
        return []
    return [
        RecordDecision(
            id=desk.tx.ids.next(),
            ticket_id=ticket.id,
            at=desk.now,
            step="agent",
            way=way,
            rule=None,
            team=ticket.team,
            person_id=ticket.assignee_id,
            reasons=[Reason(way, {"name": desk.authority.name})],
        )
    ]
