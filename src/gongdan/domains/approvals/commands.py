"""Asking for an approval, deciding it, and what else its approvers may do: load, decide, apply."""

from collections.abc import Mapping
from typing import Any, Literal

from gongdan.domains.accounts.public import by_person
from gongdan.domains.approvals import errors, rules
from gongdan.domains.approvals.events import ApprovalPassed
from gongdan.domains.approvals.model import Verdict, Vote, approval_of
from gongdan.domains.approvals.panel import panel
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.events import CloseReason, TicketAssigned
from gongdan.domains.tickets.public import HISTORY, Case, Decision, Desk, Words, checked, commands, workflow_of
from gongdan.kernel.errors import FieldFault, Forbidden, Invalid, Refusal

_ADDED = {"zh-CN": "加签", "en": "Added approver"}


async def ask(
    desk: Desk,
    case: Case,
    *,
    to: str,
    reason: CloseReason | None,
    text: str,
    why: str,
    fields: Mapping[str, Any],
    seen: int | None,
) -> Decision:
    """Ask those who must agree to a move to status ``to``. ``fields`` are set now: they are what is agreed to. ``text``
    is a public reply that goes out with the move.

    Raises:
        Forbidden: they may not make the move, not answer, or not edit.
        TransitionRefused, FieldsMissing, CloserRefused: the move itself would be refused.
        AlreadyAsked, ApprovalNotNeeded, NobodyToAsk.
    """
    wanted = commands.needed_for(case, workflow_of(case, desk.rules), to)
    for action in filter(None, (wanted, "ticket.reply" if text else None, "ticket.edit" if fields else None)):
        checked(case, desk.authority, action)
    await desk.unseen(case, seen, frozenset({"status", *fields}))
    if fields:
        commands.check_readable(desk, case, fields)
    setting = [intents.Change(values=dict(fields))] if fields else []
    asking = rules.AskApproval(to=to, reason=reason, text=text, why=why, panel=await panel(desk.tx))
    return desk.apply(desk.settle(case, *setting, asking))


async def decide(desk: Desk, case: Case, *, verdict: Verdict, why: str) -> Decision:
    """Agree or decline. When all have agreed the move happens in the same step, by the rights that whoever asked has
    now; what it is refused by then is told them. Repeating a decision changes nothing.

    Raises:
        Invalid: it is declined without a reason.
        ApprovalOver, NotApprover, SelfApproval, AlreadyDecided.
    """
    if verdict == "declined" and not why:
        raise Invalid(faults=(FieldFault("why", "required"),))
    decision = desk.apply(desk.settle(case, rules.Decide(verdict=verdict, why=why)))
    has_passed = any(isinstance(one.event, ApprovalPassed) for one in decision.events)
    return await _go_on(desk, decision) if has_passed else decision


async def _go_on(desk: Desk, decision: Decision) -> Decision:
    ticket = decision.after.live
    approval = approval_of(ticket)
    assert approval is not None, "it passed just now"
    try:
        asker = await by_person(desk.tx, approval.asked_by, "staff")
        if asker is None:  # they have left
            raise Forbidden(action="ticket.move")
        with desk.acting(asker):
            case = await desk.case(ticket.number, "ticket.move")
            if approval.text:
                words = Words(text=approval.text)
                return (await commands.reply_and_move(desk, case, words, to=approval.to, seen=None)).decision
            return await commands.move(desk, case, to=approval.to, reason=approval.reason, seen=None)
    except Refusal as refusal:
        (case,) = await desk.cases_by_id([ticket.id])
        return desk.apply(desk.settle(case, rules.SayUnused(code=refusal.code)))


async def forward(desk: Desk, case: Case, *, to: int, why: str) -> Decision:
    """Hand one's vote to another member.

    Raises:
        Invalid: they are no member.
        ApprovalOver, NotApprover, SelfApproval, AlreadyAsksThem.
    """
    if not (await panel(desk.tx)).is_member(to):
        raise Invalid(faults=(FieldFault("person_id", "unknown_person"),))
    return desk.apply(desk.settle(case, rules.Forward(to=to, why=why)))


async def add(desk: Desk, case: Case, *, person_id: int, when: Literal["before", "after"], why: str) -> Decision:
    """Have another member decide too, before oneself or afterwards. Their substitute does while they are away.

    Raises:
        Invalid: they are no member.
        ApprovalOver, NotApprover, SelfApproval, AlreadyAsksThem.
    """
    found, approval = await panel(desk.tx), approval_of(case.live)
    if not found.is_member(person_id):
        raise Invalid(faults=(FieldFault("person_id", "unknown_person"),))
    barred = {approval.asked_by, desk.authority.person_id or 0} if approval else set()
    vote = found.vote(person_id, barred) if person_id not in barred else Vote(person_id=person_id)
    return desk.apply(desk.settle(case, rules.AddApprover(vote=vote, when=when, why=why, name=dict(_ADDED))))


async def send_back(desk: Desk, case: Case, *, to: int, why: str) -> Decision:
    """Give the ticket back to somebody who had it before, or who asked; the approval is over.

    Raises:
        NotEarlierHandler: they never had it, or are no member any more.
        ApprovalOver, NotApprover, SelfApproval.
    """
    (case,) = await desk.with_history([case])
    approval, found = approval_of(case.live), await panel(desk.tx)
    handlers = {one.event.after for one in case[HISTORY] if isinstance(one.event, TicketAssigned)}
    handlers |= {case.live.assignee_id, approval.asked_by if approval else None}
    if to not in handlers or not found.is_member(to):
        raise errors.NotEarlierHandler()
    return desk.apply(desk.settle(case, rules.SendBack(to=to, why=why), intents.Assign(to=to, way="hand")))


async def cancel(desk: Desk, case: Case, *, why: str) -> Decision:
    """Take back what one asked for; a lead may, too. Repeating it changes nothing.

    Raises:
        ApprovalOver: it came to an end otherwise.
        ApprovalNotYours: somebody else asked.
    """
    approval = approval_of(case.live)
    if approval is None:
        raise errors.ApprovalOver(state="none")
    return desk.apply(desk.settle(case, rules.Cancel(because="withdrawn", why=why, of=approval)))
