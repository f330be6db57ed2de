"""The router: takes the waiting tickets of a workspace in batches and gives each to somebody who is there and has room
(spec 01, agent assignment; spec 04, routing). Run by workers, at most one at a time for a workspace."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from gongdan.domains.accounts.public import system
from gongdan.domains.routing import queries
from gongdan.domains.routing.eligibility import Agent, candidates, valid_skills
from gongdan.domains.routing.model import Considered, Reason, RecordDecision, held
from gongdan.domains.routing.rules import Wanted, wanted
from gongdan.domains.routing.strategy import choose, dispatch_of
from gongdan.domains.routing.writes import write_decision
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.public import Case, Desk, Rules, UnitOfWork
from gongdan.kernel import clock

BATCH = 100
_RANKS = {"vip": 0, "partner": 1, "normal": 2}


class Routed(msgspec.Struct, frozen=True):
    """What a run came to."""

    assigned: int
    waiting: int


async def route_waiting(
    uow: UnitOfWork, rules_of: Callable[[int, int], Awaitable[Rules]], workspace_id: int, release: int
) -> Routed:
    """Give out what waits, one batch in one transaction.

    The tickets are locked first, then the agents; all is read after the locks, so neither a claim nor another router
    can load anybody above his capacity in between. A ticket that nobody can take stays where it is, and the ledger
    says why, once.
    """
    async with uow.db.read(workspace_id) as tx:
        (rows,) = await tx.gather(queries.waiting(BATCH * 5))
    rules = await rules_of(workspace_id, release)
    now = clock.now()
    ready = [row for row in rows if _is_ready(row, rules, now)]
    if not ready:
        return Routed(0, len(rows))
    ordered = sorted(ready, key=_order(rules))[:BATCH]
    authority = system(workspace_id, name="router", release=release)
    async with uow.begin(authority, via="worker") as desk:
        assigned = await _give_out(desk, [row.id for row in ordered], {row.id: n for n, row in enumerate(ordered)})
    return Routed(assigned, len(rows) - assigned)


async def _give_out(desk: Desk, ids: Sequence[int], order: dict[int, int]) -> int:
    cases = await desk.tickets(ids, beside=("unrouted",))
    waiting = sorted((case for case in cases if _still_waits(case)), key=lambda case: order[case.live.id])
    if not waiting:
        return 0
    (rows,) = await desk.tx.gather(queries.agents())
    agents = {row.person_id: _agent(row, desk.now) for row in rows}
    _, found = await desk.tx.gather(queries.lock_agents(list(agents)), queries.loads(list(agents)))
    used = {(row.person_id, row.load_class): row.used for row in found}
    assigned = 0
    for case in waiting:
        assigned += _decide(desk, case, agents, used)
    return assigned


def _decide(desk: Desk, case: Case, agents: dict[int, Agent], used: dict[tuple[int, str], int]) -> int:
    """Decide one ticket in memory, on loads that the tickets before it have moved."""
    ticket, dispatch = case.live, desk.rules.bundle.dispatch
    asked = wanted(desk.rules, case, desk.now)
    group = list(agents.values())
    considered = candidates(ticket, asked, group, used, dispatch, dedicated=case.requester.dedicated_agent_id)
    strategy = dispatch_of(dispatch, ticket.team).strategy
    chosen = choose(strategy, considered, agents)
    if chosen is None:
        _record_once(desk, case, asked, considered)
        return 0
    decision = desk.settle(case, intents.Assign(to=chosen.person_id, way="router"))
    reasons = _reasons(asked, strategy, chosen)
    line = _line(desk, case, asked, "router", considered, person_id=chosen.person_id, reasons=reasons)
    desk.apply(decision, line)
    for key in (pair for pair, n in held(decision.after.live, dispatch).items() if n):
        used[key] = used.get(key, 0) + 1
    agents[chosen.person_id] = msgspec.structs.replace(agents[chosen.person_id], last_assigned_at=desk.now)
    return 1


def _record_once(desk: Desk, case: Case, asked: Wanted, considered: Sequence[Considered]) -> None:
    """The ledger keeps the first attempt of each wait; retries would say the same."""
    if any(line.at >= (case.live.routing_since or desk.now) for line in case.beside["unrouted"]):
        return
    line = _line(desk, case, asked, "nobody", considered, person_id=None, reasons=[Reason("nobody")])
    write_decision(desk.tx, line)


def _line(
    desk: Desk,
    case: Case,
    asked: Wanted,
    way: str,
    considered: Sequence[Considered],
    *,
    person_id: int | None,
    reasons: Sequence[Reason],
) -> RecordDecision:
    return RecordDecision(
        id=desk.tx.ids.next(),
        ticket_id=case.live.id,
        at=desk.now,
        step="agent",
        way=way,
        rule=asked.rule,
        team=case.live.team,
        person_id=person_id,
        reasons=reasons,
        candidates=considered,
    )


def _reasons(asked: Wanted, strategy: str, chosen: Considered) -> list[Reason]:
    reasons = [Reason(f"strategy.{strategy}", {"name": chosen.name, "load": chosen.load})]
    if asked.dedicated:
        reasons.insert(0, Reason("dedicated", {"name": chosen.name}))
    elif asked.roster:
        reasons.insert(0, Reason("roster", {"roster": asked.roster}))
    return reasons


def _still_waits(case: Case) -> bool:
    return case.live.routing_since is not None and case.live.assignee_id is None


def _is_ready(row: queries.Waiting, rules: Rules, now: datetime) -> bool:
    team = dispatch_of(rules.bundle.dispatch, row.team)
    return team.strategy != "claim" and now >= row.routing_since + timedelta(seconds=team.after_s)


def _order(rules: Rules) -> Callable[[queries.Waiting], tuple[Any, ...]]:
    """By due time, priority, tier; or by priority, due time, tier (spec 04, routing 5)."""

    def key(row: queries.Waiting) -> tuple[Any, ...]:
        priority = rules.priorities.get(row.priority)
        rank = priority.rank if priority else len(rules.priorities)
        due = row.next_due_at.timestamp() if row.next_due_at else float("inf")
        first = (due, rank) if rules.bundle.dispatch.order == "due" else (rank, due)
        return (*first, _RANKS.get(row.tier, 2), row.routing_since, row.id)

    return key


def _agent(row: queries.AgentRow, now: datetime) -> Agent:
    held_skills = [(skill, level, _day(expires)) for skill, level, expires in row.skills]
    return Agent(
        person_id=row.person_id,
        name=row.name,
        active=row.active,
        presence=row.presence,
        routable=row.routable,
        may_work=row.may_work,
        teams=tuple(row.teams),
        skills=valid_skills(held_skills, now.date()),
        last_assigned_at=row.last_assigned_at,
    )


def _day(text: str | None) -> Any:
    return None if text is None else datetime.fromisoformat(text).date()


class UnroutedLine(msgspec.Struct, frozen=True):
    """A line of the ledger that says nobody could take the ticket, as it is loaded beside it."""

    ticket_id: int
    at: datetime


UNROUTED = (
    "select d.ticket_id, d.at from routing_decision d"
    " where d.workspace_id = %(workspace)s and d.ticket_id in {ids} and d.body ->> 'way' = 'nobody'"
)
