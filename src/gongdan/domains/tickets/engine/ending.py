"""How a ticket ends: who may close it, and until when its end may be undone or rated anew (spec 02)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final, Literal, get_args

from gongdan.domains.bundle.actions import CloseReason
from gongdan.domains.bundle.types import WhoCloses
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rules import Rules

ByHand = Literal["solved", "confirmed", "not_needed", "duplicate"]
BY_HAND: Final[tuple[CloseReason, ...]] = get_args(ByHand)
FREELY: Final[tuple[CloseReason, ...]] = ("not_needed", "duplicate")
"""For want of a need: a lead may close so whatever the type says."""
SOLVED: Final = ("solved", "confirmed")
"""Reasons of a close that say that it was solved; the others only end it (spec 03, clocks 6)."""


def may_close(case: Case, rules: Rules, relations: frozenset[str], reason: CloseReason | None = None) -> bool:
    """Who may close as solved is the type's to say (spec 02); timers and the requester's confirmation come as
    occasions. What needs no solution a lead may always close."""
    closers = _CLOSERS[rules.types[case.live.type].who_closes]
    return not relations.isdisjoint(closers) or ends_without_solution(relations, reason)


def ends_without_solution(relations: frozenset[str], reason: CloseReason | None) -> bool:
    """A lead's close for want of a need: always, whatever the type says and the workflow draws (spec 02)."""
    return reason in FREELY and "lead" in relations


def may_confirm(case: Case, rules: Rules, relations: frozenset[str]) -> bool:
    """A confirmation is the requester's word, whoever records it; where a lead closes it closes nothing."""
    return rules.types[case.live.type].who_closes != "lead" or may_close(case, rules, relations)


_CLOSERS: Mapping[WhoCloses, frozenset[str]] = {
    "requester_or_timer": frozenset({"requester", "system", "administrator"}),
    "lead": frozenset({"lead", "system", "administrator"}),
    "initiator": frozenset({"requester", "creator", "system", "administrator"}),
    "handler": frozenset({"assignee", "lead", "system", "administrator"}),
}


def reopens_until(ticket: Ticket, rules: Rules) -> datetime | None:
    """When the window of a closed ticket ends; None: it is not closed, or its workflow has no window."""
    window_s = rules.workflows[ticket.workflow].body.reopen.window_s
    return ticket.closed_at + timedelta(seconds=window_s) if ticket.closed_at and window_s else None


def requester_reopens_until(ticket: Ticket, rules: Rules) -> datetime | None:
    """The same for the requester: None also where the workflow leaves it to others. It may be past."""
    who = rules.workflows[ticket.workflow].body.reopen.who
    return reopens_until(ticket, rules) if "requester" in who else None


def within_window(case: Case, rules: Rules, now: datetime) -> bool:
    """Whether a closed ticket may still be reopened; afterwards a linked follow-up is opened instead (spec 02)."""
    until = reopens_until(case.live, rules)
    return until is not None and now <= until


def rating_until(case: Case, rules: Rules) -> datetime | None:
    """Until when it may be rated, for the first time or anew; None: it is not closed, and nothing ends it yet."""
    closed_at = case.live.closed_at
    return closed_at + timedelta(days=rules.bundle.rating.change_days) if closed_at else None
