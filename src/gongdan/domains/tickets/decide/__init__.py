"""Intent → events: the rules of a ticket's life (spec 02). Pure; raises a Refusal or returns what happened.

Every path comes here: a person, the API, an import, a rule, a timer. Guards hold for all of them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from gongdan.domains.policy.bundle.actions import Receiver
from gongdan.domains.tickets import errors, intents
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets.case import Case, values
from gongdan.domains.tickets.decide.ending import (
    ENDED,
    ends_without_solution,
    may_close,
    may_confirm,
    rating_until,
    within_window,
)
from gongdan.domains.tickets.fields import checked_changes, current
from gongdan.domains.tickets.model import INTRODUCTION, Ticket
from gongdan.domains.tickets.rules import Rules, workflow_of
from gongdan.domains.workflow.definition import CompiledWorkflow, check_filled
from gongdan.kernel.events import Actor, Event


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """Who decides, under which rules, when. ``relations``: what they are to this ticket (``assignee``, ``lead`` …)."""

    rules: Rules
    actor: Actor
    relations: frozenset[str]
    now: datetime


def decide(case: Case, intent: intents.Intent, context: Context) -> Sequence[Event]:
    """The events that ``intent`` causes. A closed ticket takes nothing but what its window allows (spec 02)."""
    if case.ticket is not None and case.ticket.phase == "closed" and not _is_taken_when_closed(intent):
        raise errors.TicketClosed(number=case.ticket.number)
    return _RULES[type(intent)](case, intent, context)


def _is_taken_when_closed(intent: intents.Intent) -> bool:
    """Mere thanks are kept in sight, and change nothing."""
    if isinstance(intent, intents.AddMessage):
        return intent.message.confirms
    return isinstance(intent, _EVEN_WHEN_CLOSED)


def _open(case: Case, intent: intents.Open, context: Context) -> Sequence[Event]:
    rules = context.rules
    workflow = rules.current[intent.type]
    status = workflow.statuses[workflow.body.initial]
    kept = {name: getattr(intent, name) for name in _OPEN_FIELDS}
    return [
        e.TicketOpened(
            **kept,
            status=status.key,
            phase=status.phase,
            workflow=workflow.hash,
            requester_id=case.requester.person_id,
            organisation_id=case.requester.organisation_id,
        )
    ]


_OPEN_FIELDS = (
    "number", "title", "type", "category", "priority", "channel", "by_agent", "creator_id", "team", "fields", "tags",
    "incomplete", "triage", "follows", "follows_as",
)  # fmt: skip


def _add_message(case: Case, intent: intents.AddMessage, context: Context) -> Sequence[Event]:
    return [intent.message]


def _assign(case: Case, intent: intents.Assign, context: Context) -> Sequence[Event]:
    ticket = case.live
    if intent.to == ticket.assignee_id or (intent.leaving or ticket.assignee_id) != ticket.assignee_id:
        return []
    if intent.way in ("claim", "router") and ticket.assignee_id is not None:
        raise errors.AlreadyAssigned(assignee=ticket.assignee_id)
    if ticket.phase in ENDED and intent.to is not None and intent.way != "hand":
        raise errors.AlreadyAssigned(assignee=ticket.assignee_id)
    return [
        e.TicketAssigned(
            before=ticket.assignee_id,
            after=intent.to,
            way=intent.way,
            above_capacity=intent.above_capacity,
            instead_of=intent.instead_of,
        )
    ]


def _set_team(case: Case, intent: intents.SetTeam, context: Context) -> Sequence[Event]:
    if intent.team == case.live.team:
        return []
    return [e.TicketTeamSet(before=case.live.team, after=intent.team, rule=intent.rule)]


def _accept(case: Case, intent: intents.Accept, context: Context) -> Sequence[Event]:
    ticket = case.live
    if ticket.assignee_id != intent.by:
        raise errors.NotAssignee(assignee=ticket.assignee_id)
    if ticket.accepted_at is not None:
        return []
    return [e.TicketAccepted(by=intent.by, promised_at=intent.promised_at)]


def _change(case: Case, intent: intents.Change, context: Context) -> Sequence[Event]:
    """A change of type takes the ticket into the new type's workflow, at the status that corresponds."""
    ticket = case.live
    changed = checked_changes(context.rules, ticket, intent.values)
    if not changed:
        return []
    before = {name: current(ticket, name) for name in changed}
    if "type" not in changed:
        return [e.TicketChanged(before=before, after=changed)]
    workflow = context.rules.current[changed["type"]]
    events: list[Event] = [e.TicketChanged(before=before, after=changed, workflow=workflow.hash)]
    there = workflow.counterpart(ticket.status, ticket.phase)
    if (there.key, there.phase) != (ticket.status, ticket.phase):
        events.append(_moved(case, workflow, there.key, "retype", None))
    return events


def _set_requester(case: Case, intent: intents.SetRequester, context: Context) -> Sequence[Event]:
    ticket, asks = case.live, case.requester
    before = {"requester_id": ticket.requester_id, "organisation_id": ticket.organisation_id}
    after = {"requester_id": asks.person_id, "organisation_id": asks.organisation_id}
    changed = {name for name in after if before[name] != after[name]}
    if not changed:
        return []
    return [e.TicketChanged(before={key: before[key] for key in changed}, after={key: after[key] for key in changed})]


def _tag(case: Case, intent: intents.Tag, context: Context) -> Sequence[Event]:
    have = set(case.live.tags)
    added = tuple(sorted(set(intent.add) - have))
    removed = tuple(sorted(set(intent.remove) & have))
    return [e.TicketTagged(added=added, removed=removed)] if added or removed else []


def _participate(case: Case, intent: intents.Participate, context: Context) -> Sequence[Event]:
    have = set(case.live.participants)
    added = tuple(sorted(set(intent.add) - have))
    removed = tuple(sorted(set(intent.remove) & have))
    return [e.ParticipantsChanged(added=added, removed=removed)] if added or removed else []


def _move(case: Case, intent: intents.MoveTo, context: Context) -> Sequence[Event]:
    ticket = case.live
    if intent.status == ticket.status:
        return []
    workflow, relations, holds = workflow_of(case, context.rules), context.relations, _holds(case, context)
    if ends_without_solution(relations, intent.reason) and workflow.is_closed(intent.status):
        relations |= {"administrator"}
        if all(one.to != intent.status for one in workflow.moves(ticket.status, relations, holds)):
            return [_moved(case, workflow, intent.status, "close", intent.reason)]
    transition = workflow.take(ticket.status, intent.status, relations, holds)
    check_filled(transition, values(case, context.rules.registry))
    if workflow.is_closed(intent.status):
        _check_closer(case, context, intent.reason)
    return [_moved(case, workflow, transition.to, transition.key, intent.reason)]


def _check_closer(case: Case, context: Context, reason: e.CloseReason | None) -> None:
    if not may_close(case, context.rules, context.relations, reason):
        raise errors.CloserRefused(who_closes=context.rules.types[case.live.type].who_closes)


def _happen(case: Case, intent: intents.Happen, context: Context) -> Sequence[Event]:
    workflow = workflow_of(case, context.rules)
    transition = workflow.occasioned(case.live.status, intent.occasion, _holds(case, context))
    if intent.occasion == "confirmed":
        if transition is None:
            raise errors.NotResolved(status=case.live.status)
        if not may_confirm(case, context.rules, context.relations):
            raise errors.CloserRefused(who_closes=context.rules.types[case.live.type].who_closes)
    if transition is None:
        return []
    check_filled(transition, values(case, context.rules.registry))
    return [_moved(case, workflow, transition.to, transition.key, intent.reason)]


def _reopen(case: Case, intent: intents.Reopen, context: Context) -> Sequence[Event]:
    ticket = case.live
    if ticket.phase not in ENDED:
        raise errors.NothingToReopen(status=ticket.status)
    workflow = workflow_of(case, context.rules)
    if ticket.phase == "closed":
        if context.relations.isdisjoint({*workflow.body.reopen.who, "administrator"}):
            raise errors.TicketClosed(number=ticket.number)
        if not within_window(case, context.rules, context.now):
            raise errors.TicketClosed(number=ticket.number, window_over=True)
    moves = workflow.moves(ticket.status, context.relations, _holds(case, context))
    if drawn := next((one for one in moves if one.to == workflow.body.reopen.to), None):
        check_filled(drawn, values(case, context.rules.registry))
    return [_moved(case, workflow, workflow.body.reopen.to, "reopen", None)]


def _confirm_for(case: Case, intent: intents.ConfirmFor, context: Context) -> Sequence[Event]:
    who_closes = context.rules.types[case.live.type].who_closes
    if who_closes == "initiator":
        raise errors.ConfirmationRefused(who_closes=who_closes)
    closed = _happen(case, intents.Happen(occasion="confirmed", reason="confirmed"), context)
    heard = e.TicketConfirmedFor(person_id=intent.person_id, channel=intent.channel, call=intent.call, note=intent.note)
    return [heard, *closed]


def _rate(case: Case, intent: intents.Rate, context: Context) -> Sequence[Event]:
    ticket = case.live
    if ticket.phase not in ENDED:
        raise errors.NotResolved(status=ticket.status)
    if "requester" not in context.relations:
        raise errors.RaterRefused()
    if (until := rating_until(case, context.rules)) is not None and context.now > until:
        raise errors.RatingOver(until=until, rated=ticket.rating is not None)
    if intent.score == ticket.rating and not intent.comment:
        return []
    return [e.TicketRated(score=intent.score, comment=intent.comment, before=ticket.rating)]


def _ask_follow_up(case: Case, intent: intents.AskFollowUp, context: Context) -> Sequence[Event]:
    return [e.FollowUpAsked(reason="low_rating", score=intent.score)] if case.live.follow_up_at is None else []


def _finish_follow_up(case: Case, intent: intents.FinishFollowUp, context: Context) -> Sequence[Event]:
    if case.live.follow_up_at is None:
        raise errors.NoFollowUp()
    return [e.FollowUpDone(outcome=intent.outcome, note=intent.note)]


def _tell(case: Case, intent: intents.Tell, context: Context) -> Sequence[Event]:
    if intent.template == INTRODUCTION and not is_introduced(case.live, context.now):
        return []
    return [e.CustomerTold(template=intent.template)]


def is_introduced(ticket: Ticket, now: datetime) -> bool:
    """Whether the customer is to hear who is responsible now: always of the first, of a later one only if who had it
    before wrote to them, and at most once a day (spec 05)."""
    known = ticket.handlers
    if ticket.assignee_id is None or ticket.assignee_id == known.introduced_id:
        return False
    if known.introduced_at is None:
        return True
    return known.predecessor_wrote and now - known.introduced_at >= INTRODUCED_EVERY


INTRODUCED_EVERY = timedelta(hours=24)


def _remind(case: Case, intent: intents.Remind, context: Context) -> Sequence[Event]:
    return [e.StaffReminded(to=receivers(intent.to, case.live), text=intent.text)]


def _name_told(case: Case, intent: intents.NameTold, context: Context) -> Sequence[Event]:
    return [e.StaffTold(of=intent.of, people=intent.people, absent=intent.absent)]


def receivers(names: Iterable[Receiver], ticket: Ticket) -> tuple[Receiver, ...]:
    """Who is its assignee and its creator at this moment is named in person: they are told, whoever that is later."""
    people = {"assignee": ticket.assignee_id, "creator": ticket.creator_id}
    named = (name if name not in people else f"person:{people[name]}" if people[name] else None for name in names)
    return tuple(dict.fromkeys(name for name in named if name is not None))


def _escalate(case: Case, intent: intents.Escalate, context: Context) -> Sequence[Event]:
    level = context.rules.levels[intent.ladder, intent.level]
    return [
        e.TicketEscalated(
            level=intent.level,
            ladder=intent.ladder,
            colour=level.colour,
            to=receivers(level.to, case.live),
            reason=intent.reason,
            progress=intent.progress,
            help_needed=intent.help_needed,
        )
    ]


def _ask_routing(case: Case, intent: intents.AskRouting, context: Context) -> Sequence[Event]:
    ticket = case.live
    if ticket.assignee_id is not None or ticket.phase in ENDED or ticket.held_at is not None:
        return []
    return [e.RoutingAsked(not_to=intent.not_to)]


def _match_rule(case: Case, intent: intents.MatchRule, context: Context) -> Sequence[Event]:
    return [e.RuleMatched(rule=intent.rule, to=intent.to)]


def _reach_limit(case: Case, intent: intents.ReachLimit, context: Context) -> Sequence[Event]:
    return [e.LimitReached(limit=intent.limit, times=case.live.limits_reached.get(intent.limit, 0) + 1)]


def _hold(case: Case, intent: intents.Hold, context: Context) -> Sequence[Event]:
    ticket = case.live
    if ticket.held_at is not None or ticket.phase in ENDED:
        return []
    return [e.TicketHeld(limit=intent.limit, times=ticket.limits_reached.get(intent.limit, 0))]


def _apply_policy(case: Case, intent: intents.ApplyPolicy, context: Context) -> Sequence[Event]:
    return [e.PolicyApplied()]


def _report_undelivered(case: Case, intent: intents.ReportUndelivered, context: Context) -> Sequence[Event]:
    return [intent.failed]


def _prove_writer(case: Case, intent: intents.ProveWriter, context: Context) -> Sequence[Event]:
    return [e.WriterProved(message_ids=intent.message_ids)]


def _tick(case: Case, intent: intents.Tick, context: Context) -> Sequence[Event]:
    return []


def _holds(case: Case, context: Context) -> Callable[[Any], bool]:
    return lambda condition: context.rules.holds(condition, values(case, context.rules.registry), context.now)


def _moved(
    case: Case, workflow: CompiledWorkflow, to: str, transition: str, reason: e.CloseReason | None
) -> e.TicketMoved:
    ticket, after = case.live, workflow.statuses[to]
    closing = after.phase == "closed"
    return e.TicketMoved(
        before=ticket.status,
        after=to,
        before_phase=ticket.phase,
        after_phase=after.phase,
        transition=transition,
        reason=(reason or "solved") if closing else None,
    )


_RULES: dict[type[intents.Intent], Callable[[Case, Any, Context], Sequence[Event]]] = {
    intents.Open: _open,
    intents.AddMessage: _add_message,
    intents.Assign: _assign,
    intents.SetTeam: _set_team,
    intents.Accept: _accept,
    intents.Change: _change,
    intents.SetRequester: _set_requester,
    intents.Tag: _tag,
    intents.Participate: _participate,
    intents.MoveTo: _move,
    intents.Happen: _happen,
    intents.Reopen: _reopen,
    intents.ConfirmFor: _confirm_for,
    intents.Rate: _rate,
    intents.AskFollowUp: _ask_follow_up,
    intents.FinishFollowUp: _finish_follow_up,
    intents.Tell: _tell,
    intents.Remind: _remind,
    intents.NameTold: _name_told,
    intents.Escalate: _escalate,
    intents.AskRouting: _ask_routing,
    intents.MatchRule: _match_rule,
    intents.ReachLimit: _reach_limit,
    intents.Hold: _hold,
    intents.ApplyPolicy: _apply_policy,
    intents.ReportUndelivered: _report_undelivered,
    intents.ProveWriter: _prove_writer,
    intents.Tick: _tick,
}
_EVEN_WHEN_CLOSED = (
    intents.Reopen,
    intents.Rate,
    intents.AskFollowUp,
    intents.FinishFollowUp,
    intents.Remind,
    intents.Participate,
    intents.Tell,
    intents.NameTold,
    intents.ReportUndelivered,
    intents.ProveWriter,
    intents.Tick,
    intents.Happen,
)
