"""The router: takes the waiting tickets of a workspace in batches and gives each to somebody who is there and has room
(spec 01, agent assignment; spec 04, routing). Run by workers, at most one at a time for a workspace."""

from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog

from gongdan.domains.accounts.public import Authority, system
from gongdan.domains.routing import queries
from gongdan.domains.routing.choice.attendance import away_now
from gongdan.domains.routing.choice.eligibility import Agent, Openings, Step, candidates, expected, valid_skills
from gongdan.domains.routing.choice.reasons import reasons_of
from gongdan.domains.routing.choice.rules import Placement, named_of, wanted
from gongdan.domains.routing.choice.strategy import Pick, dispatch_of, follow
from gongdan.domains.routing.model import Considered, Loads, Reason, RecordDecision, adds_to_load, loads_of
from gongdan.domains.routing.subjects import UNROUTED
from gongdan.domains.routing.writes import mark_unrouted, told, write_decision
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.public import Case, Desk, RuleIntent, Rules, Ticket, UnitOfWork
from gongdan.infra.log.quarantine import described
from gongdan.kernel import clock
from gongdan.kernel.text import Name

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
    can load anybody above their capacity in between. A ticket that nobody can take stays where it is, and the ledger
    says why, once; it is looked at again when somebody has room for it, and holds up no other.
    """
    rules, now = await rules_of(workspace_id, release), clock.now()
    async with uow.db.read(workspace_id) as tx:
        people, held_rows, teams = await tx.gather(queries.agents(), queries.loads(), queries.team_keys())
        openings = Openings([_agent(row, rules, now) for row in people], loads_of(held_rows), rules)
        asked = _asked([None, *(key for (key,) in teams)], openings, rules, now)
        (rows,) = await tx.gather(queries.waiting(asked), last=True)
    ready = sorted((row for row in rows if _is_ready(row, rules, now)), key=_order(rules))
    run = _Run(uow, system(workspace_id, name="router", release=release))
    for start in range(0, len(ready), BATCH):
        await run.give_out([row.id for row in ready[start : start + BATCH]])


def _asked(teams: Sequence[str | None], openings: Openings, rules: Rules, now: datetime) -> queries.WaitingQuery:
    """What somebody has room for, and what was not looked at yet; not what a team claims, or still leaves to hands."""
    served = {team: dispatch_of(rules.bundle.dispatch, team) for team in teams}
    until = {team: now - timedelta(seconds=one.after_s) for team, one in served.items() if one.strategy != "claim"}
    lanes = [
        queries.Lane(team=team, priority=priority, until=at)
        for team, at in until.items()
        for priority in rules.priorities
        if openings.has_room(team, priority)
    ]
    return queries.WaitingQuery(
        lanes=lanes, teams=until, dedicated=sorted(openings.dedicated(rules.priorities)), limit=MOST
    )


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
    cases = await desk.cases_by_id(ids, UNROUTED)
    waiting = sorted((case for case in cases if _still_waits(case)), key=lambda case: order[case.live.id])
    if not waiting:
        return
    (rows,) = await desk.tx.gather(queries.agents())
    agents = {row.person_id: _agent(row, desk.rules, desk.now) for row in rows}
    _, found, teams = await desk.tx.gather(
        queries.lock_agents(list(agents)), queries.loads(list(agents)), queries.teams()
    )
    used, names = loads_of(found), {row.key: row.name for row in teams}
    left = [case.live.id for case in waiting if not _decide(desk, case, agents, used, names)]
    mark_unrouted(desk.tx, left)


def _decide(
    desk: Desk, case: Case, agents: dict[int, Agent], used: defaultdict[int, Counter[str]], names: Mapping[str, Name]
) -> bool:
    """Decide one ticket in memory, on loads that the tickets before it have moved; False: nobody can take it."""
    ticket = case.live
    asked = wanted(desk.rules, case, desk.now)
    choice = _choice(desk, case, asked, agents, used, passing_over=True)
    asks_again = choice.chosen is None and _may_ask_again(ticket, desk.now)
    if asks_again:
        choice = _choice(desk, case, asked, agents, used, passing_over=False)
    chosen = choice.chosen
    if chosen is None:
        _leave_waiting(desk, case, asked, choice)
        return False
    decision = desk.settle(case, intents.Assign(to=chosen.person_id, way="router", instead_of=choice.missed))
    strategy = dispatch_of(desk.rules.bundle.dispatch, ticket.team).strategy
    reasons = reasons_of(asked, choice, chosen, strategy, names)
    reasons += [Reason("asked_again")] if asks_again else []
    line = _line(desk, case, asked, "router", choice.considered, person_id=chosen.person_id, reasons=reasons)
    desk.apply(decision, line)
    for person_id, priority in adds_to_load(decision.after.live):
        used[person_id][priority] += 1
    agents[chosen.person_id] = msgspec.structs.replace(agents[chosen.person_id], last_assigned_at=desk.now)
    return True


def _choice(
    desk: Desk, case: Case, asked: Placement, agents: dict[int, Agent], used: Loads, *, passing_over: bool
) -> Pick:
    dispatch, dedicated = desk.rules.bundle.dispatch, case.requester.dedicated_agent_id
    ticket = case.live if passing_over else msgspec.structs.replace(case.live, not_to=())
    everybody, awaited = list(agents.values()), expected(asked, agents, desk.rules, case, desk.now)

    def at(step: Step) -> list[Considered]:
        return candidates(ticket, asked, everybody, used, dispatch, dedicated=dedicated, step=step, expected=awaited)

    return follow(asked, dispatch, ticket.team, agents, at)


def _may_ask_again(ticket: Ticket, now: datetime) -> bool:
    """Those who let a ticket lie are asked again when nobody else was found for a while: it must not wait for ever."""
    return bool(ticket.not_to) and ticket.routing_since is not None and now >= ticket.routing_since + ASK_AGAIN_AFTER


def _leave_waiting(desk: Desk, case: Case, asked: Placement, choice: Pick) -> None:
    """The ledger keeps the first attempt of each wait under each rule; retries would say the same. When a rule meant
    people, they and the team's lead are told that it waits."""
    since = case.live.routing_since or desk.now
    if any(line.at >= since and line.rule == asked.rule for line in case[UNROUTED]):
        return
    line = _line(desk, case, asked, "nobody", choice.considered, person_id=None, reasons=[Reason("nobody")])
    if not asked.names_people:
        write_decision(desk.tx, line)
        return
    telling = intents.Remind(to=("lead", *named_of(asked, case)), text=told(Reason("tell.nobody")))
    desk.apply(desk.settle(case, RuleIntent("routing.nobody", telling)), line)


def _line(
    desk: Desk,
    case: Case,
    asked: Placement,
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


def _agent(row: queries.AgentRow, rules: Rules, now: datetime) -> Agent:
    held_skills = [(skill, level, _day(expires)) for skill, level, expires in row.skills]
    return Agent(
        person_id=row.person_id,
        name=row.name,
        active=row.active,
        presence=row.presence,
        routable=row.routable,
        may_work=row.may_work,
        teams=tuple(row.teams),
        leads=tuple(row.leads),
        shifts=tuple(row.shifts),
        leaves=tuple(row.leaves),
        away=away_now(row, rules, now),
        skills=valid_skills(held_skills, now.date()),
        last_assigned_at=row.last_assigned_at,
    )


def _day(text: str | None) -> Any:
    return None if text is None else datetime.fromisoformat(text).date()
