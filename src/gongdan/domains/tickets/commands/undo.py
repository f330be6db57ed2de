"""Taking back what was done to a ticket (spec 11.4, undo)."""

from datetime import datetime

from gongdan.domains.accounts.public import may
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.desk.access import keys
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.desk.queries import able_members, active_members
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.engine.undoing import HISTORY, deed, stood_before
from gongdan.domains.tickets.errors import NotEligible
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
    _check_may(desk, case, command_id)
    decision = desk.settle(case, intents.Undo(command_id=command_id, asked_at=asked_at))
    back_to = decision.after.live.assignee_id
    if back_to is not None and back_to != case.live.assignee_id:
        active, able = await desk.tx.gather(active_members([back_to]), able_members([back_to]))
        if not able:
            raise NotEligible(person_id=back_to, reason="no_permission" if active else "inactive")
    return desk.apply(decision)


def _check_may(desk: Desk, case: Case, command_id: int) -> None:
    """By the right on the ticket as it stands; of one's own deed also as it stood before: whoever gave it to another
    team by mistake has no right on it since."""
    who = desk.authority
    if may(who, "ticket.undo", keys(case.live)):
        return
    before = stood_before(case[HISTORY], command_id, who.person_id, desk.rules.subjects)
    if before is None or not may(who, "ticket.undo", keys(before)):
        raise Forbidden(action="ticket.undo")
