"""What tickets refuse."""

from gongdan.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Refusal


class TicketNotFound(NotFound):
    code = "ticket.not_found"


class VersionConflict(Refusal):
    """Since the version that the author saw, somebody touched what this command sets, or the customer wrote.

    Members: ``version`` (now), ``fields``, ``by`` (names), ``messages`` (how many new public ones).
    """

    code = "ticket.changed"
    status = 412


class NoteNotFound(NotFound):
    """No such internal note on this ticket, or none any more."""

    code = "ticket.note_not_found"


class MessageNotFound(NotFound):
    """No such message on this ticket, or its words were erased."""

    code = "ticket.message_not_found"


class NoteNotYours(Forbidden):
    """A note is put otherwise by its author alone."""

    code = "ticket.note_not_yours"


class StaleNote(Refusal):
    """The note was edited since ``If-Match`` saw it. Member: ``version`` (now)."""

    code = "ticket.note_changed"
    status = 412


class TicketClosed(Conflict):
    """A closed ticket is read-only; it can be reopened or followed up."""

    code = "ticket.closed"


class TicketAway(Conflict):
    """It is in the trash or among spam: first it has to be taken out."""

    code = "ticket.away"


class NotClosedYet(Conflict):
    """The archive holds closed tickets."""

    code = "ticket.not_closed_yet"


class AlreadyAssigned(Conflict):
    """The ticket was taken in the meantime. Member: ``assignee``."""

    code = "ticket.already_assigned"


class TicketEnded(Conflict):
    """It is resolved or closed: nobody takes it on, unless it is reopened."""

    code = "ticket.ended"


class NotAssignee(Conflict):
    """Only the assignee can accept."""

    code = "ticket.not_assignee"


class CapacityReached(Conflict):
    """The agent holds as many tickets of this class as they may. Members: ``load_class``, ``limit``."""

    code = "ticket.capacity_reached"


class NotEligible(Conflict):
    """The person cannot get any ticket now. Members: ``person_id``, ``reason`` (``inactive``, ``no_permission``,
    ``on_leave``)."""

    code = "ticket.not_eligible"


class NotOfTeam(Conflict):
    """The person is neither of the ticket's team nor named by its routing rule. Members: ``person_id``, ``team``,
    ``people`` (who can get it, at most 20) and ``names`` (theirs, in one line)."""

    code = "ticket.not_of_team"


class NotResolved(Conflict):
    """Confirming and rating need a resolved or closed ticket."""

    code = "ticket.not_resolved"


class RaterRefused(Refusal):
    """Only the requester rates; nobody does it for them."""

    code = "ticket.rater_refused"
    status = 403


class RatingOver(Conflict):
    """A rating can be given, and changed, until some days after the close. Members: ``until``, ``rated`` (whether there
    is one)."""

    code = "ticket.rating_over"


class NoFollowUp(Conflict):
    """Nobody waits to be called back."""

    code = "ticket.no_follow_up"


class NothingToReopen(Conflict):
    code = "ticket.not_ended"


class CloserRefused(Refusal):
    """The type says who closes, and it is not this actor. Member: ``who_closes``."""

    code = "ticket.closer_refused"
    status = 403


class ConfirmationRefused(Refusal):
    """Where the initiator alone closes, nobody records a confirmation for them. Member: ``who_closes``."""

    code = "ticket.confirmation_refused"
    status = 403


class RowFailed(Refusal):
    """The database could not take a row of a batch; the others were opened."""

    code = "ticket.row_failed"
    status = 500


class UnknownKey(Invalid):
    """A value names something that the policy does not have (or has retired)."""

    code = "ticket.unknown_key"


class TypeMismatch(Invalid):
    """The type does not open the category. ``faults`` name, for each side, what would fit."""

    code = "ticket.type_mismatch"


class RelatedChanged(Conflict):
    """While tickets were taken up together, somebody related another one to them that is being worked on."""

    code = "ticket.related_changed"


class TooManyRelated(Conflict):
    """More tickets belong together than are changed at once. Member: ``most``."""

    code = "ticket.too_many_related"


class StatusUnmapped(Conflict):
    """Nothing in the workflow that it is to be taken to corresponds to its status. Members: ``status``,
    ``name`` (of the status)."""

    code = "ticket.status_unmapped"


class NothingToUndo(Conflict):
    """No such deed, it was undone already, or it changed nothing that can be taken back."""

    code = "ticket.nothing_to_undo"


class UndoOver(Conflict):
    """It is too late: one's own deeds ten minutes, leads thirty days. Member: ``until``."""

    code = "ticket.undo_over"


class UndoOvertaken(Conflict):
    """Everything that it changed was changed again since. Member: ``fields``."""

    code = "ticket.undo_overtaken"


class StaleDraft(Refusal):
    """Another window of its author wrote or sent the draft since. ``version`` is the present one, 0 for none, ``text``
    its words."""

    code = "ticket.draft_changed"
    status = 412


class TooManyDrafts(Conflict):
    """Member: ``most``."""

    code = "ticket.too_many_drafts"


class AlreadySending(Conflict):
    """One's last reply on the ticket still waits to go out. Member: ``due_at``."""

    code = "ticket.already_sending"


class NothingHeld(Conflict):
    """No reply waits: it went out, or was taken back."""

    code = "ticket.nothing_held"
