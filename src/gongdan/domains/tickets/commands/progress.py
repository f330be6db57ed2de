"""Moving a ticket along its life: accept, move, resolve, confirm, reopen, rate, close."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.edit import check_readable
from gongdan.domains.tickets.commands.write import (
    Words,
    Written,
    carry_out,
    check_mentioned,
    claiming,
    spoken,
    voice,
)
from gongdan.domains.tickets.desk.access import checked
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import ENDED, Shelf
from gongdan.domains.tickets.engine.rules import workflow_of
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.events import CloseReason, ConfirmedBy, FollowUpOutcome
from gongdan.domains.tickets.subjects.messages import MESSAGES
from gongdan.domains.tickets.subjects.moves import STATUS
from gongdan.domains.workflow.definition import CompiledWorkflow
from gongdan.domains.workflow.errors import TransitionRefused
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import localised, one_line

PROMISE = {
    "zh-CN": "已收到您的问题,正在处理中,预计 {at} 前给您答复。",
    "en": "We have received your request and are working on it. You will hear from us by {at}.",
}
"""The first-response note of spec 03; a person's click sends it, so it is a human reply."""


FURTHEST = timedelta(days=365)
"""Nobody promises an answer later than that."""


async def accept(desk: Desk, case: Case, *, promised_at: datetime | None) -> Decision:
    """Confirm that one takes the ticket on. With ``promised_at`` the customer is told by when they will hear. Repeating
    it changes nothing and tells nobody again.

    Raises:
        NotAssignee: it is somebody else's.
        Invalid: what is promised is past, or too far off.
    """
    if promised_at is not None and not desk.now < promised_at < desk.now + FURTHEST:
        raise Invalid(faults=(FieldFault("promised_at", "ticket.promise_not_ahead"),))
    accepting = intents.Accept(by=desk.authority.person_id or 0, promised_at=promised_at)
    if promised_at is None or case.live.accepted_at is not None:
        return desk.apply(desk.settle(case, accepting))
    shown = promised_at.astimezone(ZoneInfo(case.requester.zone)).strftime("%Y-%m-%d %H:%M")
    text = localised(PROMISE, case.requester.locale).format(at=shown)
    said = await spoken(desk, case, Words(text=text), audience="customer", author="agent")
    return carry_out(desk, case, said, accepting)


async def move(
    desk: Desk,
    case: Case,
    *,
    to: str,
    reason: CloseReason | None,
    seen: int | None,
    fields: Mapping[str, Any] = {},
) -> Decision:
    """Move a ticket to status ``to`` along its workflow, with what the transition requires set in the same step.
    Whoever moves it to work, and could take it on, has it then.

    Raises:
        Forbidden: the move would resolve, close or reopen it, or fields would change, and they may not.
        VersionConflict: its status was changed since ``seen`` (412); other changes do not matter.
        TransitionRefused: the workflow has no such move for this actor, or its conditions do not hold.
        CloserRefused: it would close, and the type says that others do.
    """
    if action := needed_for(case, workflow_of(case, desk.rules), to):
        checked(case, desk.authority, action)
    await desk.unseen(case, seen, STATUS | fields.keys())
    taking = await _taking(desk, case, to)
    return carry_out(desk, case, *_setting(desk, case, fields), *taking, intents.MoveTo(status=to, reason=reason))


async def reply_and_move(
    desk: Desk, case: Case, words: Words, *, to: str, seen: int | None, fields: Mapping[str, Any] = {}
) -> Written:
    """Answer in public and move to status ``to``, in one step, with ``fields`` set before. Each is refused as it is
    alone, and then nothing is done; what nobody has is taken on as by any reply.

    Raises:
        Forbidden: they may not move it, or not there.
        VersionConflict: a public message arrived that the author had not seen, or its status was changed (412).
        TransitionRefused: the workflow has no such move for this actor, or its conditions do not hold.
    """
    for action in filter(None, ("ticket.move", needed_for(case, workflow_of(case, desk.rules), to))):
        checked(case, desk.authority, action)
    await desk.unseen(case, seen, MESSAGES | STATUS | fields.keys())
    await check_mentioned(desk, words.mentions)
    author = voice(desk.authority, case.live)
    taking = await claiming(desk, case) if author == "agent" else []
    said = await spoken(desk, case, words, audience="customer", author=author)
    setting = _setting(desk, case, fields)
    decision = carry_out(desk, case, *taking, *setting, said, intents.MoveTo(status=to))
    return Written(decision=decision, message_id=said.added.message_id)


def _setting(desk: Desk, case: Case, fields: Mapping[str, Any]) -> list[intents.Intent]:
    """What is set beside: it takes the right to edit."""
    if not fields:
        return []
    checked(case, desk.authority, "ticket.edit")
    check_readable(desk, case, fields)
    return [intents.Change(values=dict(fields))]


async def _taking(desk: Desk, case: Case, to: str) -> list[intents.Intent]:
    """Whoever moves a ticket to work takes it on, if they may and have room; a reopened one stays where it was."""
    ticket = case.live
    if ticket.phase in ENDED or not workflow_of(case, desk.rules).is_work(to) or not await desk.may_take(case):
        return []
    return [intents.Assign(to=desk.authority.person_id, way="claim" if ticket.assignee_id is None else "hand")]


def needed_for(case: Case, workflow: CompiledWorkflow, to: str) -> str | None:
    """The right that a move to status ``to`` takes beside that to move: it does what another command does, too."""
    after = workflow.statuses.get(to)
    if after is None or after.phase == case.live.phase:
        return None
    if after.phase in ENDED:
        return {"resolved": "ticket.resolve", "closed": "ticket.close"}[after.phase]
    return "ticket.reopen" if case.live.phase == "resolved" else None


async def resolve(
    desk: Desk, case: Case, *, words: Words | None, seen: int | None, fields: Mapping[str, Any] = {}
) -> Decision:
    """Move to the workflow's resolved status; ``words`` go out as a last public reply in the same transaction, and are
    refused like one (``reply``); ``fields`` are set before."""
    await desk.unseen(case, seen, STATUS | fields.keys() | (MESSAGES if words else set()))
    target = workflow_of(case, desk.rules).first_in("resolved")
    if target is None:
        raise TransitionRefused(current=case.live.status, wanted="resolved", allowed=[])
    setting, resolving = _setting(desk, case, fields), intents.MoveTo(status=target.key)
    if words is None:
        return carry_out(desk, case, *setting, resolving)
    await check_mentioned(desk, words.mentions)
    said = await spoken(desk, case, words, audience="customer", author="agent")
    return carry_out(desk, case, *setting, said, resolving)


async def close(
    desk: Desk, case: Case, *, reason: CloseReason, seen: int | None, fields: Mapping[str, Any] = {}
) -> Decision:
    """Close by hand; who may is the type's to say (spec 02). ``fields`` are set before."""
    await desk.unseen(case, seen, STATUS | fields.keys())
    target = workflow_of(case, desk.rules).first_in("closed")
    if target is None:
        raise TransitionRefused(current=case.live.status, wanted="closed", allowed=[])
    return carry_out(desk, case, *_setting(desk, case, fields), intents.MoveTo(status=target.key, reason=reason))


async def confirm(desk: Desk, case: Case) -> Decision:
    """The requester confirms that it is solved; the ticket closes. Repeating it changes nothing.

    Raises:
        NotResolved: nothing was proposed as solved.
    """
    if case.live.phase == "closed":
        return desk.settle(case)
    return desk.apply(desk.settle(case, intents.Happen(occasion="confirmed", reason="confirmed")))


async def confirm_for(
    desk: Desk, case: Case, *, person_id: int | None, channel: ConfirmedBy, call: str, note: str
) -> Decision:
    """Record that the customer confirmed the solution by phone or chat: who (None: the requester), on which channel,
    in which call; the ticket closes. Repeating it changes nothing.

    Raises:
        ConfirmationRefused, CloserRefused: the type leaves the close to the initiator, or to a lead.
        NotResolved: nothing was proposed as solved.
        Invalid: the person does not take part in the ticket.
    """
    ticket = case.live
    who = person_id or ticket.requester_id
    if who not in {one for one, _ in ticket.participants}:
        raise Invalid(faults=(FieldFault("person_id", "unknown_person"),))
    if ticket.phase == "closed":
        return desk.settle(case)
    heard = intents.ConfirmFor(person_id=who, channel=channel, call=one_line(call, 200), note=note.strip())
    return desk.apply(desk.settle(case, heard))


async def finish_follow_up(desk: Desk, case: Case, *, outcome: FollowUpOutcome, note: str) -> Decision:
    """Say what came of a follow-up, on a closed ticket too.

    Raises:
        NoFollowUp: nobody waits for one.
    """
    return desk.apply(desk.settle(case, intents.FinishFollowUp(outcome=outcome, note=note.strip())))


async def reopen(desk: Desk, case: Case, *, words: Words | None) -> Decision:
    """Take a resolved ticket, or within its window a closed one, back into work.

    Raises:
        NothingToReopen: it is not ended.
        TicketClosed: the window is over; the caller opens a follow-up instead.
    """
    reopening = intents.Reopen()
    if words is None:
        return desk.apply(desk.settle(case, reopening))
    author = voice(desk.authority, case.live)
    said = await spoken(desk, case, words, audience="customer", author=author, reopens=True)
    return carry_out(desk, case, reopening, said)


async def put_away(desk: Desk, case: Case, *, shelf: Shelf) -> Decision:
    """Put a ticket into the trash, or among spam: it lies still until it is taken out. Repeating it changes nothing."""
    return desk.apply(desk.settle(case, intents.PutAway(shelf=shelf)))


async def take_out(desk: Desk, case: Case, *, shelf: Shelf) -> Decision:
    """Take it out again: it goes on where it was. Repeating it changes nothing."""
    return desk.apply(desk.settle(case, intents.TakeOut(shelf=shelf)))


async def rate(desk: Desk, case: Case, *, score: int, comment: str) -> Decision:
    """Rate the service, 1 to 5, once it is resolved or closed and until some days after the close. A later rating
    replaces the earlier one; the log keeps both.

    Raises:
        RaterRefused: somebody else asked for it.
        RatingOver: it is too late to give or change it.
    """
    return desk.apply(desk.settle(case, intents.Rate(score=score, comment=comment)))
