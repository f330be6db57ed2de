"""Where a ticket stands: its status, along the workflow of its type (spec 02, workflow)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.actions import CloseReason
from gongdan.domains.bundle.section import Finding, unknown
from gongdan.domains.bundle.workflows import PHASES, Occasion, Phase, Workflow
from gongdan.domains.tickets import errors
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.ending import (
    SOLVED,
    ends_without_solution,
    may_close,
    may_confirm,
    within_window,
)
from gongdan.domains.tickets.engine.meaning import Happening, Meaning, Phrase, ToldTo, phrase
from gongdan.domains.tickets.engine.model import ENDED, Ticket
from gongdan.domains.tickets.engine.rules import workflow_of
from gongdan.domains.tickets.engine.sight import Values
from gongdan.domains.tickets.engine.subject import (
    ActionKind,
    ActionSpot,
    Context,
    EventKind,
    Intent,
    IntentKind,
    Offer,
    Restores,
    Subject,
    unless_refused,
)
from gongdan.domains.tickets.fields.contribution import FieldColumn, column, values
from gongdan.domains.tickets.fields.forms import unfilled
from gongdan.domains.tickets.fields.holding import holding
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.domains.workflow.definition import CompiledWorkflow, check_filled
from gongdan.domains.workflow.errors import TransitionRefused
from gongdan.kernel.events import Event

STATUS: Final = frozenset({"status"})
"""What a move touches."""


class TicketMoved(Event, frozen=True, kw_only=True, tag="ticket.moved"):
    before: str
    after: str
    before_phase: Phase
    after_phase: Phase
    transition: str | None = None
    reason: CloseReason | None = None
    """Of a close."""


class MoveTo(Intent, frozen=True):
    status: str
    reason: CloseReason | None = None


class Happen(Intent, frozen=True):
    """Something happened that may take a transition by itself; nothing happens where none is drawn."""

    occasion: Occasion
    reason: CloseReason | None = None


class Reopen(Intent, frozen=True):
    pass


def _move(case: Case, intent: MoveTo, context: Context) -> Sequence[Event]:
    ticket = case.live
    if intent.status == ticket.status:
        return []
    workflow, relations, holds = workflow_of(case, context.rules), context.relations, _holds(case, context)
    if ends_without_solution(relations, intent.reason) and workflow.is_closed(intent.status):
        relations |= {"administrator"}
        if all(one.to != intent.status for one in workflow.moves(ticket.status, relations, holds)):
            return [moved(case, workflow, intent.status, "close", intent.reason)]
    transition = workflow.take(ticket.status, intent.status, relations, holds)
    empty = _unfilled(case, workflow, transition.to, context)
    check_filled(transition, values(case, context.rules.registry), empty=empty)
    if workflow.is_closed(intent.status):
        _check_closer(case, context, intent.reason)
    return [moved(case, workflow, transition.to, transition.key, intent.reason)]


def _unfilled(case: Case, workflow: CompiledWorkflow, status: str, context: Context) -> list[str]:
    """What the form of the step lacks, whoever takes it."""
    ticket, there = case.live, workflow.statuses[status]
    states = context.rules.forms.moving(ticket.type, there.key, there.phase, _holds(case, context))
    return [f"fields.{key}" for key in unfilled(states, ticket.fields)]


def _check_closer(case: Case, context: Context, reason: CloseReason | None) -> None:
    if not may_close(case, context.rules, context.relations, reason):
        raise errors.CloserRefused(who_closes=context.rules.types[case.live.type].who_closes)


def happen(case: Case, intent: Happen, context: Context) -> Sequence[Event]:
    """Take the transition that this occasion takes by itself; nothing where the workflow has none.

    Raises:
        NotResolved: a confirmation of what is not resolved.
        CloserRefused: a confirmation by somebody who may not close as solved.
        FieldsMissing: the transition asks for more.
    """
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
    return [moved(case, workflow, transition.to, transition.key, intent.reason)]


def _reopen(case: Case, intent: Reopen, context: Context) -> Sequence[Event]:
    ticket, workflow = case.live, workflow_of(case, context.rules)
    if ticket.phase not in ENDED:
        raise errors.NothingToReopen(status=ticket.status)
    if ticket.phase == "closed":
        if context.relations.isdisjoint({*workflow.body.reopen.who, "administrator"}):
            raise errors.TicketClosed(number=ticket.number)
        if not within_window(case, context.rules, context.now):
            raise errors.TicketClosed(number=ticket.number, window_over=True)
    there = workflow.moves(ticket.status, context.relations, _holds(case, context))
    if drawn := next((one for one in there if one.to == workflow.body.reopen.to), None):
        check_filled(drawn, values(case, context.rules.registry))
    return [moved(case, workflow, workflow.body.reopen.to, "reopen", None)]


def moved(case: Case, workflow: CompiledWorkflow, to: str, transition: str, reason: CloseReason | None) -> TicketMoved:
    """The event that takes the ticket to status ``to``; a close without a reason solved it."""
    ticket, after = case.live, workflow.statuses[to]
    closing = after.phase == "closed"
    return TicketMoved(
        before=ticket.status,
        after=to,
        before_phase=ticket.phase,
        after_phase=after.phase,
        transition=transition,
        reason=(reason or "solved") if closing else None,
    )


def _holds(case: Case, context: Context) -> Callable[[Condition], bool]:
    return holding(case, context.rules, context.now)


def moves_open(case: Case, context: Context) -> list[str]:
    """The statuses that their relations to the ticket let them move it to, in the order of the workflow."""
    ticket, workflow = case.live, workflow_of(case, context.rules)
    if ticket.phase == "closed":
        return []
    found = workflow.moves(ticket.status, context.relations, _holds(case, context))
    closes = may_close(case, context.rules, context.relations)
    return [
        key
        for key, status in workflow.statuses.items()
        if any(one.to == key for one in found) and (closes or status.phase != "closed")
    ]


def leads_to_close(case: Case, context: Context) -> bool:
    """Whether a transition that closes is drawn from where it stands, for somebody of these relations."""
    workflow = workflow_of(case, context.rules)
    found = workflow.moves(case.live.status, context.relations, _holds(case, context))
    return any(workflow.is_closed(one.to) for one in found)


def _folded(ticket: Ticket, event: TicketMoved, at: datetime) -> Mapping[str, Any]:
    change: dict[str, Any] = {"status": event.after, "phase": event.after_phase, "status_at": at}
    change["confirmation_offered_at"] = None
    if event.after_phase in ENDED:
        if event.after_phase == "resolved" or event.reason in SOLVED:
            change["resolved_at"] = ticket.resolved_at or at
        change |= {"escalation": None, "escalation_level": None, "routing_since": None, "not_to": ()}
    elif event.before_phase in ENDED:
        change |= {"resolved_at": None, "reopened": ticket.reopened + 1, "follow_up_at": None}
        change["routing_since"] = at if ticket.assignee_id is None and not ticket.held_at else None
    change["closed_at"] = at if event.after_phase == "closed" else None
    change["close_reason"] = event.reason if event.after_phase == "closed" else None
    return change


def _changes(event: TicketMoved, ticket: Ticket) -> Mapping[str, tuple[Any, Any]]:
    return {"status": (event.before, event.after), "phase": (event.before_phase, event.after_phase)}


def _not_movable(case: Case, context: Context) -> str | None:
    if case.live.phase == "closed":
        return errors.TicketClosed.code
    return None if moves_open(case, context) else TransitionRefused.code


def _not_resolvable(case: Case, context: Context) -> str | None:
    resolved = workflow_of(case, context.rules).first_in("resolved")
    if resolved is None:
        return TransitionRefused.code
    return unless_refused(lambda case, context: MoveTo(status=resolved.key))(case, context)


def _nowhere(action: a.MoveAction, spot: ActionSpot) -> Iterable[Finding]:
    """An action of a workflow moves within it; any other to a status that some workflow has."""
    flows = [spot.entry] if isinstance(spot.entry, Workflow) else spot.bundle.workflows
    known = {status.key for flow in flows for status in flow.statuses if not status.retired}
    return unknown(f"{spot.path}.status", action.status, known)


_REVERSE = Restores(
    columns=("status",),
    bound={"status": ("workflow",)},
    along=(
        "phase", "closed_at", "close_reason", "resolved_at", "confirmation_offered_at", "follow_up_at", "escalation",
        "escalation_level", "not_to", "held_at", "limits_reached", "checks",
    ),
)  # fmt: skip
"""How often it came back is history, and is not restored."""


def _reopens(event: TicketMoved) -> bool:
    return event.before_phase in ENDED and event.after_phase not in ENDED


def _stands(found: Happening) -> Phrase:
    status = found.rules.workflows[found.about.workflow].statuses.get(found.event.after)
    named = status.name if status else {"zh-CN": found.event.after}
    return phrase("notices.staff.moved", status=named, title=found.about.title)


MEANINGS: Final = (
    Meaning(
        key="reopened",
        name={"zh-CN": "您负责或关注的工单被重新打开", "en": "A ticket that you have or watch is reopened"},
        event=TicketMoved,
        concerns=_reopens,
        to=lambda found: ToldTo(people=(found.about.assignee_id or 0, *found.watchers)),
        says=lambda found: phrase("notices.staff.reopened", title=found.about.title),
    ),
    Meaning(
        key="moved",
        name={"zh-CN": "您关注的工单状态变化", "en": "A ticket that you watch changes its status"},
        event=TicketMoved,
        concerns=lambda event: not _reopens(event),
        to=lambda found: ToldTo(people=found.watchers),
        says=_stands,
    ),
)


def _says(values: Values, narrator: Narrator) -> str:
    before, after = narrator.status(values["before"]), narrator.status(values["after"])
    said = narrator.say("events.moved", before=before, after=after)
    reason = values.get("reason")
    return said + narrator.say("events.reason", reason=reason) if reason else said


SUBJECT = Subject(
    key="moves",
    events=(
        EventKind(
            event=TicketMoved,
            fold=_folded,
            changes=_changes,
            touches=lambda event: STATUS,
            reverse=_REVERSE,
            says=_says,
        ),
    ),
    intents=(
        IntentKind(intent=MoveTo, rule=_move),
        IntentKind(intent=Happen, rule=happen, when_closed=True),
        IntentKind(intent=Reopen, rule=_reopen, when_closed=True),
    ),
    actions=(
        ActionKind(
            action=a.MoveAction,
            intents=lambda action, case, rules, now: [MoveTo(status=action.status, reason=action.reason)],
            sentence={"zh-CN": "转为状态“{status}”", "en": "Move it to the status “{status}”"},
            lint=_nowhere,
        ),
    ),
    offers=(
        Offer(action="ticket.move", why_not=_not_movable),
        Offer(action="ticket.resolve", why_not=_not_resolvable),
        Offer(action="ticket.reopen", why_not=unless_refused(lambda case, context: Reopen())),
    ),
    fields=(
        column("status", "choice", "状态", "status", total=True, changes=True),
        column("phase", "choice", "阶段", "phase", total=True, words=PHASES, changes=True),
        column("status_at", "instant", "进入状态时间", "in status since", total=True),
        column("resolved_at", "instant", "解决时间", "resolved"),
        column("closed_at", "instant", "关闭时间", "closed"),
        column("close_reason", "choice", "关闭原因", "closing reason"),
        column(
            "reopened",
            "number",
            "重开次数",
            "times reopened",
            sql="t.reopened::bigint",
            total=True,
            shown=FieldColumn(sorts=True),
        ),
    ),
    meanings=MEANINGS,
)
