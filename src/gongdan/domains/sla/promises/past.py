"""A ticket and its clocks at an instant, from its log alone (spec 02, as it was; spec 03, clocks). Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from gongdan.domains.sla.clocks import Book, Turn, recompute
from gongdan.domains.sla.promises.facts import turn
from gongdan.domains.sla.promises.reactions import SLA
from gongdan.domains.tickets.public import Case, Requesting, Rules, Ticket, values, workflow_of
from gongdan.kernel.events import Logged


def replayed(
    log: Sequence[Logged[Any]], requester: Requesting, rules: Mapping[int, Rules], now: datetime
) -> tuple[Ticket | None, Book]:
    """The ticket and its clocks at ``now``, from its events until then, each decided under the release that it names.

    Facts about the requester are not in the ticket's log: ``requester`` is used for all of it.
    """
    ticket: Ticket | None = None
    turns: list[Turn] = []
    for events in _commands(log):
        before, fold = ticket, rules[events[-1].release].subjects.fold
        for logged in events:
            ticket = fold(ticket, logged)
        turns.append(_turn(before, ticket, events, requester, rules[events[-1].release]))
    if ticket is None:
        return None, ()
    return ticket, recompute(ticket.id, turns, now).book


def _commands(log: Sequence[Logged[Any]]) -> Iterator[list[Logged[Any]]]:
    for _, events in groupby(log, key=lambda logged: logged.command_id):
        yield list(events)


def _turn(
    before: Ticket | None, ticket: Ticket | None, events: list[Logged[Any]], requester: Requesting, rules: Rules
) -> Turn:
    case, at = Case(ticket=ticket, head=b"", requester=requester), events[-1].at
    seen = values(case, rules.registry)
    sla = rules[SLA]
    policy, ladder = (match(lambda condition: rules.holds(condition, seen, at)) for match in (sla.match, sla.ladder))
    statuses = workflow_of(case, rules).statuses
    return turn(
        before,
        events,
        fold=rules.subjects.fold,
        goals=sla.goals(policy, case.live.priority, ladder),
        pauses=lambda status: statuses[status].pauses if status in statuses else None,
    )
