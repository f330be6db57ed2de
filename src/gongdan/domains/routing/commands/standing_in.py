"""What workers do about people of the staff and tickets apart from giving out: those whom a rule names watch, and what
people who are gone left behind goes back into the queues."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from gongdan.domains.accounts.public import Authority, Leave, by_people, current_release, may, system
from gongdan.domains.routing import queries
from gongdan.domains.routing.choice.attendance import away_now, back_at, is_absent
from gongdan.domains.routing.choice.eligibility import named
from gongdan.domains.routing.choice.rules import Placement, wanted
from gongdan.domains.routing.commands.leaving import being_handed_over
from gongdan.domains.routing.model import AT_REST, Reason, RecordDecision, full_class, loads_of
from gongdan.domains.routing.writes import told
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.public import Case, Desk, RuleIntent, Rules, UnitOfWork, keys
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel import clock

BATCH = 100


async def let_watch(uow: UnitOfWork, workspace_id: int, ticket_ids: Sequence[int]) -> None:
    """Those whom the matching rule names watch the ticket: those who are there, else all of them. Repeating it changes
    nothing."""
    async with uow.db.read(workspace_id) as tx:
        release = await current_release(tx)
        (agents,) = await tx.gather(queries.agents(), last=True)
    active = [one for one in agents if one.active and not one.on_leave]
    async with uow.begin(system(workspace_id, name="router", release=release), via="worker") as desk:
        for case in await desk.cases_by_id(ticket_ids):
            asked = wanted(desk.rules, case, desk.now)
            if asked.names_people and case.live.phase != "closed":
                people = _watching(asked, active, case, desk.rules, desk.now)
                watching = intents.Participate(add=tuple((one, "watcher") for one in people))
                desk.apply(desk.settle(case, RuleIntent(f"routing.{asked.rule}", watching)))


def _watching(
    asked: Placement, active: Iterable[queries.AgentRow], case: Case, rules: Rules, now: datetime
) -> list[int]:
    dedicated = case.requester.dedicated_agent_id
    meant = [one for one in active if named(asked, one.person_id, one.teams, dedicated)]
    there = [one for one in meant if away_now(one, rules, now) is None]
    return [one.person_id for one in there or meant if one.person_id != case.live.assignee_id]


async def take_back(uow: UnitOfWork, rules: Rules) -> None:
    """Give the open tickets of members who are shut out, or on leave and not back before something is due, to their
    substitutes, or put them back into their queues, and tell their leads; a batch at most: the log tells the router of
    it, and the next run goes on. While it waits for the tickets somebody may come back: it looks again then."""
    workspace_id = rules.workspace_id
    async with uow.db.read(workspace_id) as tx:
        seen = await _left_behind(tx, rules, clock.now())
    if not seen:
        return
    async with uow.begin(system(workspace_id, name="router", release=rules.release), via="worker") as desk:
        found = await desk.cases_by_id(list(seen))
        still = await _left_behind(desk.tx, rules, desk.now)
        cases = [case for case in found if (case.live.id, case.live.assignee_id) in still.items()]
        substitutes = await _substitutes(desk)
        for case in cases:
            _take_back(desk, case, substitutes)


async def _left_behind(tx: ReadTx, rules: Rules, now: datetime) -> dict[int, int]:
    """Ticket → who left it behind, and is not handing it over; a batch at most."""
    (leaves,) = await tx.gather(queries.leaves(now))
    spared = await being_handed_over(tx)
    (rows,) = await tx.gather(queries.left_behind(now, _away(rules, leaves, now), BATCH, spared=spared))
    return {row.id: row.person_id for row in rows}


def _away(rules: Rules, leaves: Sequence[queries.LeaveOfPerson], now: datetime) -> dict[int, datetime | None]:
    """When each of them is back."""
    of: defaultdict[int, list[Leave]] = defaultdict(list)
    shifts: dict[int, list[str]] = {}
    for one in leaves:
        of[one.person_id].append(Leave(from_at=one.from_at, until_at=one.until_at))
        shifts[one.person_id] = one.shifts
    return {person_id: back_at(theirs, shifts[person_id], rules, now) for person_id, theirs in of.items()}


class _Substitutes(msgspec.Struct):
    """Who stands in for whom at this moment, and what room they have."""

    of: dict[int, int]
    agents: dict[int, queries.AgentRow]
    rights: dict[int, Authority]
    used: defaultdict[int, Counter[str]]

    def take(self, case: Case, rules: Rules, now: datetime) -> queries.AgentRow | None:
        """The substitute of whoever has the ticket, or theirs, with a place kept. None: nobody of them has room, or
        might take it without being the substitute: whoever stands in sees no more by it."""
        at = case.live.assignee_id
        for _ in range(2):
            at = self.of.get(at or 0)
            agent = self.agents.get(at or 0)
            if agent is None or agent.person_id == case.live.assignee_id:
                return None
            may_take = may(self.rights[agent.person_id], "ticket.accept", keys(case.live))
            if may_take and not is_absent(agent, rules, now, due_at=case.next_due_at):
                full = full_class(agent.person_id, case.live.priority, self.used, rules.bundle.dispatch)
                if not full and case.live.phase not in AT_REST:
                    self.used[agent.person_id][case.live.priority] += 1
                return None if full else agent
        return None


async def _substitutes(desk: Desk) -> _Substitutes:
    (leaves,) = await desk.tx.gather(queries.leaves(desk.now))
    of = {
        one.person_id: one.substitute_id for one in leaves if one.substitute_id is not None and one.from_at <= desk.now
    }
    people = sorted(of.values())
    _, agents, loads = await desk.tx.gather(
        queries.lock_agents(people), queries.agents(person_ids=people), queries.loads(people)
    )
    rights = await by_people(desk.tx, people, "staff")
    there = {one.person_id: one for one in agents if one.person_id in rights}
    return _Substitutes(of=of, agents=there, rights=rights, used=loads_of(loads))


def _take_back(desk: Desk, case: Case, substitutes: _Substitutes) -> None:
    found = substitutes.take(case, desk.rules, desk.now)
    to = found.person_id if found else None
    said = Reason("tell.substituted", {"name": found.name}) if found else Reason("tell.left")
    steps: list[intents.Intent] = [
        intents.Remind(to=("lead",), text=told(said)),
        intents.Assign(to=to, way="rule"),
    ]
    decision = desk.settle(case, *(RuleIntent("routing.member_left", one) for one in steps))
    desk.apply(decision, *([_line(desk, case, found)] if found else []))


def _line(desk: Desk, case: Case, substitute: queries.AgentRow) -> RecordDecision:
    return RecordDecision(
        id=desk.tx.ids.next(),
        ticket_id=case.live.id,
        at=desk.now,
        step="agent",
        way="substitute",
        rule=None,
        team=case.live.team,
        person_id=substitute.person_id,
        reasons=[Reason("substitute", {"name": substitute.name})],
    )
