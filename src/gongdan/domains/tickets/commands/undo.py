"""Taking back what was done to a ticket (spec 11.4, undo)."""

from datetime import datetime

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.desk.access import keys
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.desk.queries import able_members, active_members
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.engine.subject import Subjects
from gongdan.domains.tickets.engine.undoing import HISTORY, UNDO, deed, stood_before
from gongdan.domains.tickets.errors import NotEligible, NothingToUndo
from gongdan.kernel.errors import Forbidden


async def undo(desk: Desk, case: Case, *, of: int | None) -> Decision:
    """Take back the command that the event with the sequence number ``of`` belongs to; without one, the actor's own
    last. What somebody changed since stays, and the event lists it; what was said or told stays too.

    Raises:
        NothingToUndo: there is nothing to take back, or it was taken back already.
        UndoOver, Forbidden: one's own deeds ten minutes, leads thirty days.
        UndoOvertaken: everything that it changed was changed again since.
        NotEligible: it would go back to somebody who is not there, or may not work on tickets, any more.
    """
    (case,) = await desk.with_history([case])
    event_id = next((one.id for one in case[HISTORY] if one.seq == of), 0) if of is not None else None
    command_id = deed(case[HISTORY], event_id, desk.authority.person_id)
    return await undo_command(desk, case, command_id, asked_at=desk.now)


async def undo_command(desk: Desk, case: Case, command_id: int, *, asked_at: datetime) -> Decision:
    """The same for a command that is known, of a case with its history that the actor may read. It raises the same."""
    if not may_undo(desk.authority, case, command_id, desk.rules.subjects):
        raise Forbidden(action=UNDO)
    decision = desk.settle(case, intents.Undo(command_id=command_id, asked_at=asked_at))
    back_to = decision.after.live.assignee_id
    if back_to is not None and back_to != case.live.assignee_id:
        active, able = await desk.tx.gather(active_members([back_to]), able_members([back_to]))
        if not able:
            raise NotEligible(person_id=back_to, reason="no_permission" if active else "inactive")
    return desk.apply(decision)


def may_undo(who: Authority, case: Case, command_id: int, subjects: Subjects) -> bool:
    """By the right on the ticket as it stands; of one's own deed also as it stood before: whoever gave it to another
    team by mistake has no right on it since."""
    if may(who, UNDO, keys(case.live)):
        return True
    before = stood_before(case[HISTORY], command_id, who.person_id, subjects)
    return before is not None and may(who, UNDO, keys(before))


def may_undo_last(who: Authority, case: Case, subjects: Subjects) -> bool:
    """Whether it could be their own last deed that they take back."""
    try:
        return may_undo(who, case, deed(case[HISTORY], None, who.person_id), subjects)
    except NothingToUndo:
        return may(who, UNDO, keys(case.live))
