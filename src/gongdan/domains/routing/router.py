"""The router: takes the waiting tickets of a workspace in batches and gives each to somebody who is there and has room
(spec 01, agent assignment; spec 04, routing). Run by workers, at most one at a time for a workspace."""

from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog

from gongdan.domains.accounts.public import Authority, system
from gongdan.domains.routing import queries
from gongdan.domains.routing.eligibility import Agent, Openings, candidates, valid_skills
from gongdan.domains.routing.model import Considered, Loads, Reason, RecordDecision, held, loads_of
from gongdan.domains.routing.rules import Wanted, wanted
from gongdan.domains.routing.strategy import choose, dispatch_of
from gongdan.domains.routing.writes import mark_unrouted, write_decision
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.public import Answer, Case, Desk, Rules, Ticket, UnitOfWork
from gongdan.infra.log.quarantine import described
from gongdan.kernel import clock

BATCH = 100
MOST = 200
"""Waiting tickets of one team and priority that a run looks at: those that are due first."""
ASK_AGAIN_AFTER = timedelta(minutes=15)
"""How long a ticket that everybody left lying waits for somebody else (spec 04, routing 5)."""
RulesOf = Callable[[int, int], Awaitable[Rules]]

log = structlog.get_logger()

_RANKS = {"vip": 0, "partner": 1, "normal": 2}


async def route_waiting(uow: UnitOfWork, rules_of: RulesOf, workspace_id: int, release: int) -> None:
    """Give out what waits in the order of its urgency, a batch in one transaction.

    The tickets are locked first, then the agents; all is read after the locks, so neither a claim nor another router
    can load anybody above his capacity in between. A ticket that nobody can take stays where it is, and the ledger
    says why, once; it is looked at again when somebody has room for it, and holds up no other.
    """
    rules, now = await rules_of(workspace_id, release), clock.now()
    async with uow.db.read(workspace_id) as tx:
        people, held_rows, teams = await tx.gather(queries.agents(), queries.loads(), queries.team_keys())
        openings = Openings([_agent(row, now) for row in people], loads_of(held_rows), rules)
        asked = _asked([None, *(key for (key,) in teams)], openings, rules, now)
        (rows,) = await tx.gather(queries.waiting(asked), last=True)
    ready = sorted((row for row in rows if _is_ready(row, rules, now)), key=_order(rules))
    run = _Run(uow, system(workspace_id, name="router", release=release))
    for start in range(0, len(ready), BATCH):
        await run.give_out([row.id for row in ready[start : start + BATCH]])


def _asked(teams: Sequence[str | None], openings: Openings, rules: Rules, now: datetime) -> queries.Asked:
    """What somebody has room for, and what was not looked at yet; not what a team claims, or still leaves to hands."""
    served = {team: dispatch_of(rules.bundle.dispatch, team) for team in teams}
    until = {team: now - timedelta(seconds=one.after_s) for team, one in served.items() if one.strategy != "claim"}
    lanes = [
        queries.Lane(team=team, priority=priority, until=at)
        for team, at in until.items()
        for priority in rules.priorities
        if openings.has_room(team, priority)
    ]
    return queries.Asked(lanes=lanes, teams=until, dedicated=sorted(openings.dedicated(rules.priorities)), limit=MOST)


async def take_back(uow: UnitOfWork, workspace_id: int, release: int) -> None:
    """Put open tickets of members who are no longer active back into their queues, a batch at most: the log tells the
    router of it, and the next run goes on."""
    async with uow.db.read(workspace_id) as tx:
        (rows,) = await tx.gather(queries.left_behind(BATCH), last=True)
    if not rows:
        return
    async with uow.begin(system(workspace_id, name="router", release=release), via="worker") as desk:
        for case in await desk.tickets([row.id for row in rows]):
            if case.live.assignee_id is not None:
                left = Answer("routing.member_left", intents.Assign(to=None, way="rule"))
                desk.apply(desk.settle(case, left))


class _Run(msgspec.Struct, frozen=True):
    uow: UnitOfWork
    authority: Authority

    async def give_out(self, ids: Sequence[int]) -> None:
        """Decide tickets in this order in one transaction. When that fails each is tried alone, so that a broken one
        holds up no other."""
        try:
            async with self.uow.begin(self.authority, via="worker") as desk:
                await _give_out(desk, ids)
            return
        except Exception as fault:
            if len(ids) == 1:
                log.error("routing.ticket_failed", ticket_id=ids[0], fault=described(fault))
                return
            log.warning("routing.batch_failed", fault=described(fault))
        for one in ids:
            await self.give_out([one])


async def _give_out(desk: Desk, ids: Sequence[int]) -> None:
    order = {ticket_id: n for n, ticket_id in enumerate(ids)}
    cases = await desk.tickets(ids, beside=("unrouted",))
    waiting = sorted((case for case in cases if _still_waits(case)), key=lambda case: order[case.live.id])
    if not waiting:
        return
    (rows,) = await desk.tx.gather(queries.agents())
    agents = {row.person_id: _agent(row, desk.now) for row in rows}
    _, found = await desk.tx.gather(queries.lock_agents(list(agents)), queries.loads(list(agents)))
    used = loads_of(found)
    left = [case.live.id for case in waiting if not _decide(desk, case, agents, used)]
    mark_unrouted(desk.tx, left)


def _decide(desk: Desk, case: Case, agents: dict[int, Agent], used: defaultdict[int, Counter[str]]) -> bool:
    """Decide one ticket in memory, on loads that the tickets before it have moved; False: nobody can take it."""
    ticket = case.live
    asked = wanted(desk.rules, case, desk.now)
    strategy = dispatch_of(desk.rules.bundle.dispatch, ticket.team).strategy
    considered, chosen = _choice(desk, case, asked, agents, used, passing_over=True)
    asks_again = chosen is None and _may_ask_again(ticket, desk.now)
    if asks_again:
        considered, chosen = _choice(desk, case, asked, agents, used, passing_over=False)
    if chosen is None:
        _record_once(desk, case, asked, considered)
        return False
    decision = desk.settle(case, intents.Assign(to=chosen.person_id, way="router"))
    reasons = [*_reasons(asked, strategy, chosen), *([Reason("asked_again")] if asks_again else [])]
    line = _line(desk, case, asked, "router", considered, person_id=chosen.person_id, reasons=reasons)
    desk.apply(decision, line)
    for person_id, priority in held(decision.after.live):
        used[person_id][priority] += 1
    agents[chosen.person_id] = msgspec.structs.replace(agents[chosen.person_id], last_assigned_at=desk.now)
    return True


def _choice(
    desk: Desk, case: Case, asked: Wanted, agents: dict[int, Agent], used: Loads, *, passing_over: bool
) -> tuple[list[Considered], Considered | None]:
    dispatch, dedicated = desk.rules.bundle.dispatch, case.requester.dedicated_agent_id
    ticket = case.live if passing_over else msgspec.structs.replace(case.live, not_to=())
    considered = candidates(ticket, asked, list(agents.values()), used, dispatch, dedicated=dedicated)
    return considered, choose(dispatch_of(dispatch, ticket.team).strategy, considered, agents)


def _may_ask_again(ticket: Ticket, now: datetime) -> bool:
    """Those who let a ticket lie are asked again when nobody else was found for a while: it must not wait for ever."""
    return bool(ticket.not_to) and ticket.routing_since is not None and now >= ticket.routing_since + ASK_AGAIN_AFTER


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
