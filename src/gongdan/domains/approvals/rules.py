"""What can be asked of an approval, and the rules that decide it. Pure."""

from collections.abc import Sequence
from typing import Final, Literal

from msgspec.structs import replace

from gongdan.domains.approvals import errors, events, flow
from gongdan.domains.approvals.model import Approval, Round, Verdict, Vote, WhyCancelled, approval_of, here
from gongdan.domains.approvals.panel import Panel
from gongdan.domains.bundle.workflows import ENDED, ApprovalStep, Transition
from gongdan.domains.tickets.engine.subject import Intent
from gongdan.domains.tickets.events import CloseReason, TicketChanged, TicketMoved, TicketUndone
from gongdan.domains.tickets.intents import MoveTo
from gongdan.domains.tickets.public import Case, Context, Rules, holding, workflow_of
from gongdan.kernel.events import Event

_UNDRAWN = ("close", "merge", "retype")
"""What a lead may do, and what merging and a change of type do, whatever is drawn."""


MOST_ROUNDS: Final = 30
"""Of one approval, with those that were added: whoever adds without end is stopped."""


class AskApproval(Intent, frozen=True, kw_only=True):
    to: str
    reason: CloseReason | None = None
    text: str = ""
    why: str = ""
    panel: Panel


class Decide(Intent, frozen=True, kw_only=True):
    verdict: Verdict
    why: str = ""


class Forward(Intent, frozen=True, kw_only=True):
    """Hand one's vote to somebody (转交)."""

    to: int
    why: str = ""


class AddApprover(Intent, frozen=True, kw_only=True):
    """Have somebody else decide too, before oneself or afterwards (加签)."""

    vote: Vote
    when: Literal["before", "after"]
    why: str = ""
    name: dict[str, str]


class ReplaceApprover(Intent, frozen=True, kw_only=True):
    person_id: int
    panel: Panel


class SendBack(Intent, frozen=True, kw_only=True):
    """Give the ticket back to an earlier handler (退回)."""

    to: int
    why: str


class Cancel(Intent, frozen=True, kw_only=True):
    because: WhyCancelled
    why: str = ""
    of: Approval
    """The one that is meant: nothing happens to a later one."""


class SayUnused(Intent, frozen=True, kw_only=True):
    code: str


def drawn(case: Case, event: TicketMoved, rules: Rules) -> Transition | None:
    """The transition that a move takes, or would take if it were not taken by another name."""
    flow_of_ticket = workflow_of(case, rules)
    there = [one for one in flow_of_ticket.body.transitions if event.before in one.from_ and one.to == event.after]
    if event.transition == "relation" and not there:
        there = [one for one in flow_of_ticket.body.transitions if one.to == event.after]
    named = next((one for one in there if one.key == event.transition), None)
    if named is not None or event.transition in _UNDRAWN:
        return named
    return next((one for one in there if one.approval), None)


def steps_of(case: Case, transition: Transition | None, context: Context) -> list[ApprovalStep]:
    """Those that count, as the ticket stands now."""
    if transition is None or not transition.approval:
        return []
    holds = holding(case, context.rules, context.now)
    return [one for one in transition.approval if one.when is None or holds(one.when)]


def let_move(case: Case, event: TicketMoved, context: Context) -> None:
    """A move along a transition that others must agree to happens after they did, while the ticket stays. What would
    end the ticket by itself, or because the customer confirms, waits as long as an approval does.

    Raises:
        ApprovalWaits, ApprovalNeeded.
    """
    now = here(case.live)
    if now and now.state == "waiting" and event.after_phase in ENDED and context.actor.kind != "staff":
        raise errors.ApprovalWaits(wanted=now.to)
    transition = drawn(case, event, context.rules)
    steps = steps_of(case, transition, context)
    if not steps or transition is None:
        return
    if left := _not_agreed(now, transition, event.after, steps):
        raise errors.ApprovalNeeded(wanted=event.after, step_names=[one.name for one in left])


def let_retype(case: Case, event: TicketChanged, context: Context) -> None:
    """What was solved under another workflow does not come to stand where others must agree first.

    Raises:
        ApprovalNeeded.
    """
    ticket, flow_then = case.live, context.rules.workflows.get(event.workflow or "")
    if flow_then is None or ticket.phase not in ENDED:
        return
    there = flow_then.counterpart(ticket.status, ticket.phase).key
    drawn_there = [one for one in flow_then.body.transitions if one.to == there]
    if steps := [step for one in drawn_there for step in steps_of(case, one, context)]:
        raise errors.ApprovalNeeded(wanted=there, step_names=[one.name for one in steps])


def let_undo(case: Case, event: TicketUndone, context: Context) -> None:
    """What others must agree to is not brought back by undoing what took it away: it may have changed since.

    Raises:
        ApprovalNeeded.
    """
    to, ticket = event.after.get("status"), case.live
    there = [one for one in workflow_of(case, context.rules).body.transitions if one.to == to]
    if steps := [step for one in there if ticket.status in one.from_ for step in steps_of(case, one, context)]:
        raise errors.ApprovalNeeded(wanted=to, step_names=[one.name for one in steps])


def _not_agreed(
    now: Approval | None, transition: Transition, to: str, steps: Sequence[ApprovalStep]
) -> list[ApprovalStep]:
    """The steps that count now and were not part of what passed: conditions may hold that did not when it was asked."""
    if now is None or now.state != "passed" or (now.transition, now.to) != (transition.key, to):
        return list(steps)
    agreed = {one.key for one in now.rounds}
    return [one for one in steps if one.key not in agreed]


def ask(case: Case, intent: AskApproval, context: Context) -> Sequence[Event]:
    """The move itself must be allowed, but for this."""
    ticket, now = case.live, here(case.live)
    if now is not None and now.state == "waiting":
        raise errors.AlreadyAsked(wanted=now.to)
    moves = context.rules.subjects.intents[MoveTo].rule(case, MoveTo(status=intent.to, reason=intent.reason), context)
    move = next((one for one in moves if isinstance(one, TicketMoved)), None)
    transition = drawn(case, move, context.rules) if move else None
    steps = steps_of(case, transition, context)
    if not steps or transition is None or not _not_agreed(now, transition, intent.to, steps):
        raise errors.ApprovalNotNeeded(wanted=intent.to)
    rounds = tuple(intent.panel.round(one, ticket, {context.me}) for one in steps)
    if any(not one.votes for one in rounds):
        raise errors.NobodyToAsk()
    asked = events.ApprovalRequested(
        transition=transition.key,
        name=dict(transition.name),
        status=ticket.status,
        status_at=ticket.status_at,
        to=intent.to,
        reason=intent.reason,
        text=intent.text,
        why=intent.why,
        asked_by=context.me,
        rounds=rounds,
        cc=tuple(dict.fromkeys(name for one in steps for name in one.cc)),
    )
    return [asked, _awaited(rounds[0])]


def _awaited(round: Round) -> events.ApprovalAwaited:
    people = tuple(one.person_id for one in round.open_votes)
    return events.ApprovalAwaited(step=round.key, name=dict(round.name), people=people, instead=round.instead)


def _waiting(case: Case) -> tuple[Approval, Round]:
    """Raises:
    ApprovalOver: none waits.
    """
    found = approval_of(case.live)
    now = found.round if found else None
    if found is None or now is None or here(case.live) is None:
        raise errors.ApprovalOver(state=found.state if found else "none")
    return found, now


def _open_vote(approval: Approval, now: Round, me: int) -> Vote:
    if me == approval.asked_by:
        raise errors.SelfApproval()
    found = next((one for one in now.open_votes if one.person_id == me), None)
    if found is None:
        raise errors.NotApprover()
    return found


def decide(case: Case, intent: Decide, context: Context) -> Sequence[Event]:
    """The same decision twice is one; another comes too late."""
    latest = approval_of(case.live)
    if latest is not None and latest.state != "cancelled" and latest.asked_by != context.me:
        mine = [vote for one in latest.rounds for vote in one.votes if vote.person_id == context.me]
        given = next((one.verdict for one in reversed(mine) if one.verdict), None)
        if given and context.me not in latest.asked_now:
            if given == intent.verdict:
                return []
            raise errors.AlreadyDecided(verdict=given)
    approval, now = _waiting(case)
    vote = _open_vote(approval, now, context.me)
    said = events.ApprovalDecided(
        person_id=context.me,
        verdict=intent.verdict,
        why=intent.why,
        instead_of=vote.instead_of,
        asked_by=approval.asked_by,
        cc=approval.cc,
    )
    after = flow.decided(approval, context.me, intent.verdict, intent.why, context.now)
    return [said, *_next(approval, after)]


def _next(before: Approval, after: Approval) -> list[Event]:
    """The round that begins, or that all have agreed."""
    if after.state != "waiting" or after.at == before.at:
        return []
    if (now := after.round) is not None:
        return [_awaited(now)]
    return [events.ApprovalPassed(to=after.to, asked_by=after.asked_by, cc=after.cc)]


def forward(case: Case, intent: Forward, context: Context) -> Sequence[Event]:
    approval, now = _waiting(case)
    _open_vote(approval, now, context.me)
    if intent.to == approval.asked_by:
        raise errors.SelfApproval()
    if intent.to == context.me or any(one.person_id == intent.to for one in now.votes):
        raise errors.AlreadyAsksThem()
    handed = events.ApprovalForwarded(person_id=context.me, to=intent.to, why=intent.why)
    one = events.ApprovalAwaited(step=now.key, name=dict(now.name), people=(intent.to,))
    return [handed, one]


def add(case: Case, intent: AddApprover, context: Context) -> Sequence[Event]:
    approval, now = _waiting(case)
    _open_vote(approval, now, context.me)
    who = {intent.vote.person_id, intent.vote.instead_of}
    if approval.asked_by in who:
        raise errors.SelfApproval()
    if context.me in who or any(one.person_id in who for one in now.open_votes):
        raise errors.AlreadyAsksThem()
    if len(approval.rounds) >= MOST_ROUNDS:
        raise errors.TooManySteps(most=MOST_ROUNDS)
    used = {one.key for one in approval.rounds}
    key = next(found for n in range(len(used) + 1) if (found := f"{now.key}_{n + 1}") not in used)
    round = Round(key=key, name=intent.name, mode="all", votes=(intent.vote,), added_by=context.me)
    is_before = intent.when == "before"
    said = events.ApproverAdded(person_id=context.me, round=round, is_before=is_before, why=intent.why)
    return [said, _awaited(round)] if is_before else [said]


def replace_approver(case: Case, intent: ReplaceApprover, context: Context) -> Sequence[Event]:
    """In the place of somebody who has left, the leads decide, else who may manage; nobody: it ends."""
    approval, now = _waiting(case)
    open_rounds = approval.rounds[approval.at :]
    if not any(vote.person_id == intent.person_id for one in open_rounds for vote in one.open_votes):
        return []
    barred = {approval.asked_by, intent.person_id}
    votes, _ = intent.panel.asked((), case.live, barred)
    if not votes:
        return [_cancelled(approval, "nobody")]
    replaced = events.ApproverReplaced(person_id=intent.person_id, by=votes)
    have = {one.person_id for one in now.votes}
    people = tuple(one.person_id for one in replaced.by if one.person_id not in have)
    is_now = any(one.person_id == intent.person_id for one in now.open_votes)
    awaited = events.ApprovalAwaited(step=now.key, name=dict(now.name), people=people, instead="lead")
    return [replaced, *([awaited] if people and is_now else [])]


def send_back(case: Case, intent: SendBack, context: Context) -> Sequence[Event]:
    approval, now = _waiting(case)
    _open_vote(approval, now, context.me)
    back = events.ApprovalSentBack(person_id=context.me, to=intent.to, why=intent.why, asked_by=approval.asked_by)
    return [back]


def cancel(case: Case, intent: Cancel, context: Context) -> Sequence[Event]:
    found = approval_of(case.live)
    if found is None or found.asked_at != intent.of.asked_at or found.state == "cancelled":
        return []
    if intent.because == "withdrawn":
        if found.state != "waiting":
            raise errors.ApprovalOver(state=found.state)
        if context.me != found.asked_by and "lead" not in context.relations:
            raise errors.ApprovalNotYours()
    elif found.state not in ("waiting", "passed"):
        return []
    return [_cancelled(found, intent.because, intent.why)]


def _cancelled(approval: Approval, because: WhyCancelled, why: str = "") -> events.ApprovalCancelled:
    return events.ApprovalCancelled(because=because, why=why, asked_by=approval.asked_by, people=approval.asked_now)


def say_unused(case: Case, intent: SayUnused, context: Context) -> Sequence[Event]:
    found = approval_of(case.live)
    if found is None:
        return []
    return [events.ApprovalUnused(to=found.to, code=intent.code, asked_by=found.asked_by)]


def reworked(approval: Approval, event: Event) -> Approval:
    """What is no decision and no end."""
    match event:
        case events.ApprovalForwarded(person_id=who, to=to):
            return flow.forwarded(approval, who, to)
        case events.ApproverAdded(round=round, is_before=is_before):
            return flow.added(approval, round, is_before=is_before)
        case events.ApproverReplaced(person_id=who, by=by):
            return flow.replaced(approval, who, by)
    return replace(approval)
