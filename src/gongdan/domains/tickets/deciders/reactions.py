"""Tickets' own deciders and projector: the workflow's occasions, what a status does on entry, automations, and the
timers of status limits (spec 02, workflow; spec 04, automation). Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.workflows import Occasion
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules, workflow_of
from gongdan.domains.tickets.fields.contribution import TicketValues, values
from gongdan.domains.tickets.fields.holding import event_values
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.kernel.events import Logged

LIMITS = "status"
"""Owner of the timers of status limits; the subject is the ticket, the key ``<status>.<limit>``."""

ARCHIVE = "archive"
"""Owner of the timers that take closed tickets to the archive; the subject is the ticket."""
ARCHIVED_AFTER = timedelta(days=90)

LIMIT_ACTS = 2
"""How often a limit acts on a ticket by itself; then the ticket is held until people decide (spec 02, limits end)."""


def follow_workflow(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterable[RuleIntent]:
    """What happened may take a transition by itself; entering a status does what the status says."""
    if occasion := _occasion(case, logged.event, logged.actor.person_id):
        yield RuleIntent(f"workflow.{occasion}", i.Happen(occasion=occasion))
    if isinstance(logged.event, e.TicketOpened | e.TicketMoved):
        status = workflow_of(case, rules).statuses[case.live.status]
        for n, action in enumerate(status.on_enter):
            for intent in rules.subjects.meant_by(action, case, rules, now):
                yield RuleIntent(f"status.{status.key}.{n}", intent)


def automate(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterable[RuleIntent]:
    """Automations in the order of the bundle (spec 04). Their conditions see the ticket as the event left it, and the
    event."""
    kind = logged.event.kind
    if isinstance(logged.event, e.StaffTold):
        return
    seen: TicketValues | None = None
    for automation in rules.bundle.automations:
        if kind not in automation.on or automation.retired:
            continue
        if automation.when is not None and seen is None:
            said = event_values(logged, case.live, rules.registry, rules.subjects)
            seen = values(case, rules.registry).beside(said)
        if automation.when is None or (seen is not None and rules.holds(automation.when, seen, now)):
            for n, action in enumerate(automation.actions):
                for intent in rules.subjects.meant_by(action, case, rules, now):
                    yield RuleIntent(f"automation.{automation.key}.{n}", intent)


def project_limits(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterable[Any]:
    """The limits of the status that the ticket stands in run as timers; those of the status it left are cancelled. When
    a held ticket is let go, or one that was put away is taken out, they begin anew."""
    ticket, old = after.live, before.live if before else None
    let_go = old is not None and ((old.held_at and not ticket.held_at) or (old.is_away and not ticket.is_away))
    if old and _limited_by(old) == _limited_by(ticket) and not let_go:
        return
    running = _limits(rules, before) if before else {}
    wanted = _limits(rules, after, since=now if let_go else None)
    for key in sorted(running.keys() - wanted.keys()):
        yield CancelTimer(owner=LIMITS, subject=ticket.id, key=key)
    for key, fire_at in wanted.items():
        if running.get(key) != fire_at:
            yield SetTimer(owner=LIMITS, subject=ticket.id, key=key, generation=ticket.version, fire_at=fire_at)


def project_archive(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterable[Any]:
    """A closed ticket goes to the archive when it has been closed for so long (spec 02). A timer of its own takes it
    there: nobody looks for such tickets."""
    ticket, closed_before = after.live, before.live.closed_at if before else None
    if ticket.closed_at == closed_before:
        return
    if ticket.closed_at is None:
        yield CancelTimer(owner=ARCHIVE, subject=ticket.id, key="")
    else:
        at = ticket.closed_at + ARCHIVED_AFTER
        yield SetTimer(owner=ARCHIVE, subject=ticket.id, key="", generation=ticket.version, fire_at=at)


def archive_answers(case: Case) -> list[RuleIntent]:
    """What the fired timer wants; nothing of a ticket that came back meanwhile."""
    return [RuleIntent("archive", i.PutAway(shelf="archive"))] if case.live.phase == "closed" else []


def _limited_by(ticket: Ticket) -> tuple[Any, ...]:
    stands = (ticket.workflow, ticket.status, ticket.status_at, ticket.is_away)
    return *stands, ticket.assigned_at, ticket.priority, ticket.type


def _limits(rules: Rules, case: Case, *, since: datetime | None = None) -> dict[str, datetime]:
    """Timer → when it fires. A limit that takes the ticket from its assignee gives each assignee the whole time; one
    that stands within a promise is not later than it."""
    ticket = case.live
    fires: dict[str, datetime] = {}
    if ticket.is_away:
        return fires
    for limit in workflow_of(case, rules).statuses[ticket.status].limits:
        begins = since or ticket.status_at
        if ticket.assigned_at and any(isinstance(action, a.ReassignAction) for action in limit.actions):
            begins = max(begins, ticket.assigned_at)
        at = rules.after(limit.calendar, begins, limit.after_s)
        promised = rules.promise(rules, case, limit.within, begins) if limit.within else None
        fires[f"{ticket.status}.{limit.key}"] = min(at, promised) if promised else at
    return fires


def limit_answers(rules: Rules, case: Case, key: str, now: datetime) -> list[RuleIntent]:
    """What the fired timer ``key`` wants; nothing when the ticket has left the status meanwhile. A limit that acted as
    often as it may acts no more: what did not help twice, such as handing on, is left to people."""
    status_key, _, limit_key = key.partition(".")
    if case.live.status != status_key or case.live.is_away:
        return []
    limits = workflow_of(case, rules).statuses[status_key].limits
    limit = next((one for one in limits if one.key == limit_key), None)
    if limit is None or not limit.actions:
        return []
    if case.live.limits_reached.get(key, 0) >= LIMIT_ACTS:
        return [RuleIntent(f"limit.{key}", i.Hold(limit=key))]
    meant = [intent for action in limit.actions for intent in rules.subjects.meant_by(action, case, rules, now)]
    return [RuleIntent(f"limit.{key}", intent) for intent in (i.ReachLimit(limit=key), *meant)]


def _occasion(case: Case, event: Any, actor_id: int | None) -> Occasion | None:
    """Whoever takes it over is at it; whom somebody else gives it to has not accepted it yet. Words that nobody proved
    mean something only as the requester's own."""
    match event:
        case e.TicketAssigned(after=None):
            return "unassigned"
        case e.TicketAssigned(before=int(), after=after) if after != actor_id:
            return "handed_over"
        case e.TicketAssigned():
            return "assigned"
        case e.TicketAccepted():
            return "accepted"
        case e.MessageAdded(opens=True) | e.MessageAdded(confirms=True):
            return None
        case e.MessageAdded(audience="customer", machine=False, author="customer", unverified=True):
            return "customer_wrote" if event.author_id == case.live.requester_id else None
        case e.MessageAdded(audience="customer", machine=False, author="customer"):
            return "customer_wrote"
        case e.MessageAdded(audience="customer", machine=False, author="agent"):
            return "agent_replied" if event.author_id == case.live.assignee_id else None
    return None
