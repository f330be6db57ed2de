"""Routing's part in every decision on a ticket: a decider for the team, projectors for loads and the ledger. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from gongdan.domains.routing.model import AddLoad, Reason, RecordDecision, held
from gongdan.domains.routing.rules import wanted
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.public import Answer, Case, Rules
from gongdan.kernel.events import Logged

_DECISIVE = frozenset({"type", "category", "priority", "requester_id"})


def route_team(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterator[Answer]:
    """Decider: a new ticket gets its team, and one that nobody has yet gets another when what decides it changes."""
    event = logged.event
    is_decisive = (isinstance(event, e.TicketOpened) and event.team is None) or (
        isinstance(event, e.TicketChanged) and not _DECISIVE.isdisjoint(event.after) and case.live.assignee_id is None
    )
    if is_decisive:
        found = wanted(rules, case, now)
        if found.team is not None and found.team != case.live.team:
            yield Answer(f"routing.team.{found.team}", i.SetTeam(team=found.team, rule=found.rule or found.why))


def project_load(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterator[AddLoad]:
    """What the command changed of the agents' loads."""
    delta = held(after.live)
    delta.subtract(held(before.live if before else None))
    for (person_id, priority), amount in sorted(delta.items()):
        if amount:
            assigned_at = after.live.assigned_at if amount > 0 else None
            yield AddLoad(person_id=person_id, priority=priority, delta=amount, assigned_at=assigned_at)


def project_ledger(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterator[RecordDecision]:
    """A line of the ledger for each team that routing set, with what decided."""
    for logged in events:
        event = logged.event
        if not isinstance(event, e.TicketTeamSet) or event.rule is None:
            continue
        found = wanted(rules, after, now)
        rule = next((one for one in rules.bundle.routing if one.key == found.rule), None)
        yield RecordDecision(
            id=logged.id,
            ticket_id=after.live.id,
            at=logged.at,
            step="team",
            way=found.why,
            rule=found.rule,
            team=event.after,
            person_id=None,
            reasons=[Reason(f"team.{found.why}", {"rule": rule.name} if rule else {})],
        )
