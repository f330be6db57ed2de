"""Routing's part in every decision on a ticket: a decider for the team, projectors for loads and the ledger. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.routing.choice.attendance import TIMES, is_absent
from gongdan.domains.routing.choice.rules import Placement, first_rule, named_of, wanted
from gongdan.domains.routing.model import AT_REST, AddLoad, Reason, RecordDecision, adds_to_load
from gongdan.domains.routing.subjects import MatchRule
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.public import ASSIGNEE, Case, RuleIntent, Rules
from gongdan.kernel.events import Logged

_DECISIVE = frozenset({"type", "category", "priority", "requester_id"})


def route_team(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterator[RuleIntent]:
    """Decider: a new ticket gets its team, and one that nobody has yet gets another when what decides it changes. A
    rule that comes to match by a change, and says that it minds, has its people told and watching; who works on the
    ticket keeps it."""
    event = logged.event
    if isinstance(event, e.TicketOpened):
        found = wanted(rules, case, now, on="opened")
        if event.team is None:
            yield from _set_team(_of_account(found, event.account_team), case)
        if found.roster is not None and found.rule is not None:
            yield RuleIntent(f"routing.{found.rule}", MatchRule(rule=found.rule))
    elif isinstance(event, e.TicketChanged | e.TicketTagged) and case.live.phase not in ENDED:
        yield from _changed(rules, case, event, now)


MAILBOX: Final = "mailbox"


def _of_account(found: Placement, team: str | None) -> Placement:
    """Before the category and the type, what the account feeds says where a ticket starts; a rule says more."""
    if team is None or found.why == "rule":
        return found
    return msgspec.structs.replace(found, team=team, why=MAILBOX, rule=None)


def _changed(rules: Rules, case: Case, event: e.TicketChanged | e.TicketTagged, now: datetime) -> Iterator[RuleIntent]:
    found, before = wanted(rules, case, now), wanted(rules, _before(case, event), now)
    is_other = found.rule != before.rule
    rule = first_rule(rules, case, now)
    minds = is_other and rule is not None and "changed" in rule.on
    # A merge of customers alone takes no ticket from the team that people gave it to.
    decides = isinstance(event, e.TicketChanged) and not event.is_merge and not _DECISIVE.isdisjoint(event.after)
    decides = decides and found.team != before.team  # where it started otherwise, it stays
    is_free = case.live.assignee_id is None
    if (is_free and (decides or is_other)) or (minds and rule and rule.team and not _is_lowered(rules, event)):
        yield from _set_team(found, case)
    if minds and rule is not None and found.names_people:
        yield RuleIntent(f"routing.{rule.key}", MatchRule(rule=rule.key, to=named_of(found, case)))
    if is_free and (is_other or _changes_requester(event)):
        yield RuleIntent("routing.again", i.AskRouting())


AWAY: Final = {
    "zh-CN": "工单又要处理，但负责人不在，已退回队列重新分配",
    "en": "There is work on it again, and whoever had it is away; the ticket is back in its queue",
}


def pass_on(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterator[RuleIntent]:
    """Decider: a ticket that comes back to work stays with whom it had, unless they are absent for it: then it is
    nobody's, and is routed. They are told, and so is the lead."""
    event, times = logged.event, rules[TIMES]
    if not isinstance(event, e.TicketMoved) or event.before_phase not in AT_REST or event.after_phase in AT_REST:
        return
    one = next((row for row in case[ASSIGNEE] if row.person_id == case.live.assignee_id), None)
    if one is None or logged.actor.person_id == one.person_id:
        return
    if is_absent(one, rules, now, due_at=times.due(rules, case, now)):
        yield RuleIntent("assignee.absent", i.Remind(to=("lead", f"person:{one.person_id}"), text=AWAY))
        yield RuleIntent("assignee.absent", i.Assign(to=None, way="rule", leaving=one.person_id))


def _changes_requester(event: e.TicketChanged | e.TicketTagged) -> bool:
    """Who asks now may have another tier; the router reads that when it looks again."""
    return isinstance(event, e.TicketChanged) and "requester_id" in event.after


def _set_team(found: Placement, case: Case) -> Iterator[RuleIntent]:
    if found.team is not None and found.team != case.live.team:
        yield RuleIntent(f"routing.team.{found.team}", i.SetTeam(team=found.team, rule=found.rule or found.why))


def _before(case: Case, event: e.TicketChanged | e.TicketTagged) -> Case:
    """The case as it was before the change, as far as rules can see it."""
    ticket = case.live
    if isinstance(event, e.TicketTagged):
        tags = tuple(sorted((set(ticket.tags) - set(event.added)) | set(event.removed)))
        return msgspec.structs.replace(case, ticket=msgspec.structs.replace(ticket, tags=tags))
    plain = {key: value for key, value in event.before.items() if not key.startswith("fields.")}
    custom = {key.removeprefix("fields."): value for key, value in event.before.items() if key.startswith("fields.")}
    fields = {key: value for key, value in (ticket.fields | custom).items() if value is not None}
    return msgspec.structs.replace(case, ticket=msgspec.structs.replace(ticket, **(plain | {"fields": fields})))


def _is_lowered(rules: Rules, event: e.TicketChanged | e.TicketTagged) -> bool:
    """Lowering a priority takes nobody away."""
    if not isinstance(event, e.TicketChanged) or "priority" not in event.after:
        return False
    before, after = (rules.priorities.get(one["priority"]) for one in (event.before, event.after))
    return before is not None and after is not None and after.rank > before.rank


def project_load(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterator[AddLoad]:
    """What the command changed of the agents' loads."""
    delta = adds_to_load(after.live)
    delta.subtract(adds_to_load(before.live if before else None))
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
        if event.rule == MAILBOX and found.rule != MAILBOX:
            found = msgspec.structs.replace(found, why=MAILBOX, rule=None)
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
