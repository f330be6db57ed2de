"""An approval as a value: what was asked for, the rounds that agree to it, and what each approver said. Pure."""

from datetime import datetime
from typing import Any, Final, Literal

import msgspec
from msgspec.structs import replace

from gongdan.domains.tickets.events import CloseReason
from gongdan.domains.tickets.public import Ticket
from gongdan.kernel.text import Name

Mode = Literal["all", "any"]
Verdict = Literal["approved", "declined"]
State = Literal["waiting", "passed", "declined", "sent_back", "cancelled"]
WhyCancelled = Literal["withdrawn", "moved", "changed", "retyped", "migrated", "nobody"]
Instead = Literal["lead", "managers"]


class Vote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One approver of a round."""

    person_id: int
    instead_of: int | None = None
    """Whose vote it is: they are away and this is their substitute, or they handed it on."""
    verdict: Verdict | None = None
    """None: they have not decided."""
    why: str = ""
    at: datetime | None = None


class Round(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A step as it was asked: by persons, whatever becomes of roles and teams."""

    key: str
    name: Name
    mode: Mode
    votes: tuple[Vote, ...]
    instead: Instead | None = None
    """Who is asked in the place of those whom the step names, as these are nobody."""
    added_by: int | None = None
    """The approver who wanted it."""

    @property
    def open_votes(self) -> tuple[Vote, ...]:
        return tuple(one for one in self.votes if one.verdict is None)

    @property
    def has_agreed(self) -> bool:
        agreed = [one.verdict == "approved" for one in self.votes]
        return any(agreed) if self.mode == "any" else all(agreed)


class Approval(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``status`` and ``status_at``: where the ticket stood, and since when. It holds for that stay alone."""

    transition: str
    name: Name
    """Of the transition."""
    status: str
    status_at: datetime
    to: str
    reason: CloseReason | None = None
    """Of a close."""
    text: str = ""
    """The public reply that waits for it."""
    why: str = ""
    """What whoever asks tells the approvers."""
    asked_by: int
    asked_at: datetime
    rounds: tuple[Round, ...]
    at: int = 0
    """Which round decides now."""
    state: State = "waiting"
    ended_at: datetime | None = None
    because: str = ""
    """Why it did not pass: a word of ``WhyCancelled``, or the approver's reason."""
    cc: tuple[str, ...] = ()
    """Receivers who are told what came of it."""

    @property
    def round(self) -> Round | None:
        """The one that decides now; None when it is over."""
        return self.rounds[self.at] if self.state == "waiting" and self.at < len(self.rounds) else None

    @property
    def asked_now(self) -> tuple[int, ...]:
        """Who is to decide now."""
        now = self.round
        return tuple(one.person_id for one in now.open_votes) if now else ()

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody who was asked, or has been passed by, each once."""
        votes = [vote for one in self.rounds[: self.at + 1] for vote in one.votes]
        return tuple(dict.fromkeys(one.person_id for one in votes))


DECIDES: Final = "approver"
"""Role of a participant who is to decide now."""
CONSULTED: Final = "consulted"
"""Role of one who was asked before."""


def approval_of(ticket: Ticket) -> Approval | None:
    """The last approval that was asked for on the ticket."""
    return msgspec.convert(ticket.approval, Approval) if ticket.approval else None


def here(ticket: Ticket) -> Approval | None:
    """The approval of the ticket's present stay in its status that is not over, or that passed."""
    found = approval_of(ticket)
    is_here = found is not None and (found.status, found.status_at) == (ticket.status, ticket.status_at)
    return found if is_here and found is not None and found.state in ("waiting", "passed") else None


def kept(ticket: Ticket, approval: Approval) -> dict[str, Any]:
    """The columns that it folds into: itself, and those whom it lets see the ticket."""
    asked, before = approval.asked_now, {person for person, role in ticket.participants if role == CONSULTED}
    roles = {(person, DECIDES) for person in asked}
    roles |= {(person, CONSULTED) for person in {*approval.people, *before} - set(asked)}
    others = {pair for pair in ticket.participants if pair[1] not in (DECIDES, CONSULTED)}
    return {"approval": msgspec.to_builtins(approval), "participants": tuple(sorted(others | roles))}


def ended(approval: Approval, state: State, at: datetime, because: str = "") -> Approval:
    return replace(approval, state=state, ended_at=at, because=because)
