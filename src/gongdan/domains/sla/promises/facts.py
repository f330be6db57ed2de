"""Which ticket events matter to clocks (spec 03). The only place of this domain that reads the ticket's events."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from gongdan.domains.sla.calendar import floor
from gongdan.domains.sla.clocks import Cause, Fact, Goals, Standing, Turn
from gongdan.domains.sla.clocks.fold import What
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets.engine.model import ENDED, Ticket
from gongdan.domains.transfer.events import TicketImported
from gongdan.kernel.events import Event, Logged

METRICS = frozenset({"first_response", "next_response", "update", "accept", "stage", "resolution"})

Pauses = Callable[[str], Collection[str] | None]
"""Metrics that stand still in a status, by its key, as the ticket's workflow says; None: by the policy's phases."""


Fold = Callable[[Ticket | None, Logged[Any]], Ticket]
"""The ticket after one more event."""


def turn(before: Ticket | None, events: Sequence[Logged[Any]], *, fold: Fold, goals: Goals, pauses: Pauses) -> Turn:
    """One command's events, as facts. ``before`` is the ticket as the command found it. Undoing is no fact: clocks go
    on from what they are without the undone (``past``).

    Messages of the opening itself are no facts: the customer's is what ``first_response`` answers, and an agent's is
    not an answer. What came from elsewhere is promised what is still to be done, from when it came; what ended there is
    promised nothing.
    """
    ticket = before
    facts: list[Fact] = []
    opened_at = None
    for logged in events:
        ticket = fold(ticket, logged)
        if isinstance(logged.event, e.TicketOpened):
            opened_at = logged.at
        elif isinstance(logged.event, e.MessageAdded) and logged.at == opened_at:
            continue
        if what := _what(logged.event):
            facts.append(
                Fact(
                    what=what,
                    at=floor(logged.at),
                    cause=_cause(logged),
                    standing=_standing(ticket, goals, pauses),
                    reason=_reason(logged.event),
                )
            )
    assert ticket is not None, "a turn has events"
    last = events[-1]
    standing = _standing(ticket, goals, pauses)
    return Turn(at=floor(last.at), cause=_cause(last), facts=tuple(facts), standing=standing, goals=goals)


def _what(event: Event) -> What | None:
    match event:
        case e.TicketOpened(by_agent=by_agent):
            return "opened_by_agent" if by_agent else "opened"
        case TicketImported(phase=phase, first_response_at=answered_at):
            begins: What = "opened" if answered_at is None else "opened_by_agent"
            return None if phase in ENDED else begins
        case e.MessageAdded(audience="customer", author="customer", machine=False, confirms=False):
            return "customer_wrote"
        case e.MessageAdded(audience="customer", author="agent", machine=False):
            return "agent_replied"
        case e.MessageTakenOver():
            return "customer_wrote"
        case e.MessagePassedOn(waiting_at=None):
            return "customer_withdrew"
        case e.TicketAssigned(after=after):
            return "unassigned" if after is None else "assigned"
        case e.TicketAccepted():
            return "accepted"
        case e.TicketMoved() | e.TicketMigrated() | e.TicketPutAway() | e.TicketTakenOut():
            return "moved"
        case e.TicketTeamSet():
            return "team_set"
    return None


def _reason(event: Event) -> e.CloseReason | None:
    return event.reason if isinstance(event, e.TicketMoved) else None


def _standing(ticket: Ticket, goals: Goals, pauses: Pauses) -> Standing:
    own = METRICS if ticket.is_away else pauses(ticket.status)
    by_phase = METRICS if ticket.phase in goals.pause_phases else frozenset[str]()
    return Standing(
        status=ticket.status,
        phase=ticket.phase,
        team=ticket.team,
        pauses=by_phase if own is None else frozenset(own),
    )


def _cause(logged: Logged[Any]) -> Cause:
    return Cause(logged.id, logged.event.kind)
