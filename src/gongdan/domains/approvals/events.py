"""What can happen to an approval."""

from datetime import datetime

from gongdan.domains.approvals.model import Round, Verdict, Vote, WhyCancelled
from gongdan.domains.tickets.events import CloseReason
from gongdan.kernel.events import Event


class ApprovalRequested(Event, frozen=True, kw_only=True, tag="ticket.approval_requested"):
    transition: str
    name: dict[str, str]
    status: str
    status_at: datetime
    to: str
    reason: CloseReason | None = None
    text: str = ""
    why: str = ""
    asked_by: int
    rounds: tuple[Round, ...]
    cc: tuple[str, ...] = ()


class ApprovalAwaited(Event, frozen=True, kw_only=True, tag="ticket.approval_awaited"):
    """A round begins: these are to decide now."""

    step: str
    name: dict[str, str]
    people: tuple[int, ...]
    instead: str | None = None
    """Why it is they: those whom the step names are nobody."""


class ApprovalDecided(Event, frozen=True, kw_only=True, tag="ticket.approval_decided"):
    person_id: int
    verdict: Verdict
    why: str = ""
    instead_of: int | None = None
    asked_by: int
    cc: tuple[str, ...] = ()


class ApprovalForwarded(Event, frozen=True, kw_only=True, tag="ticket.approval_forwarded"):
    person_id: int
    to: int
    why: str = ""


class ApproverAdded(Event, frozen=True, kw_only=True, tag="ticket.approver_added"):
    person_id: int
    round: Round
    is_before: bool
    why: str = ""


class ApproverReplaced(Event, frozen=True, kw_only=True, tag="ticket.approver_replaced"):
    """An approver is no member any more."""

    person_id: int
    by: tuple[Vote, ...]


class ApprovalSentBack(Event, frozen=True, kw_only=True, tag="ticket.approval_sent_back"):
    person_id: int
    to: int
    why: str
    asked_by: int


class ApprovalCancelled(Event, frozen=True, kw_only=True, tag="ticket.approval_cancelled"):
    because: WhyCancelled
    why: str = ""
    asked_by: int
    people: tuple[int, ...] = ()
    """Who was to decide."""


class ApprovalPassed(Event, frozen=True, kw_only=True, tag="ticket.approval_passed"):
    to: str
    asked_by: int
    cc: tuple[str, ...] = ()


class ApprovalUnused(Event, frozen=True, kw_only=True, tag="ticket.approval_unused"):
    """It passed, and the move was refused then. Whoever asked can take it as long as the ticket stays where it is."""

    to: str
    code: str
    asked_by: int
