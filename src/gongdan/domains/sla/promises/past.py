"""A ticket and its clocks from its log alone: as it was at an instant (spec 02), and as if what was undone had never
been (spec 11.4, undo). Pure.

Until the last undoing the clocks are those of a history without what is undone; from it on they follow the ticket as it
is. So they equal the live ones, which the command that undoes sets in the same way.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import reduce
from itertools import groupby
from typing import Any, Final

from gongdan.domains.sla.clocks import Advanced, Book, Turn, recompute
from gongdan.domains.sla.policy import CompiledSla
from gongdan.domains.sla.promises.facts import Fold, turn
from gongdan.domains.tickets.events import TicketUndone
from gongdan.domains.tickets.public import (
    Case,
    Part,
    Requesting,
    Rules,
    Ticket,
    fold_rest,
    undoings,
    values,
    what_counts,
    workflow_of,
)
from gongdan.kernel.events import Logged

SLA: Final[Part[CompiledSla]] = Part("sla")

Log = Sequence[Logged[Any]]


def replayed(log: Log, requester: Requesting, rules: Mapping[int, Rules], now: datetime) -> tuple[Ticket | None, Book]:
    """The ticket and its clocks at ``now``, from its events until then, each decided under the release that it names.

    Facts about the requester are not in the ticket's log: ``requester`` is used for all of it.
    """
    if not log:
        return None, ()
    fold = rules[log[-1].release].subjects.fold
    undone, begun = undoings(log), _last_undoing(log)
    turns = _turns(None, what_counts(log[:begun], undone), requester, rules, undone)
    turns += _turns(_folded(log[:begun], fold), log[begun:], requester, rules, {})
    ticket = _folded(log, fold)
    assert ticket is not None, "a log has events"
    return ticket, recompute(ticket.id, turns, now).book


def as_if_never(
    log: Log, undone: Mapping[int, TicketUndone], requester: Requesting, rules: Mapping[int, Rules]
) -> Advanced:
    """The clocks after ``log`` if what is ``undone`` had never been, with all that they would have announced."""
    turns = _turns(None, what_counts(log, undone), requester, rules, undone)
    return recompute(log[0].stream_id, turns, turns[-1].at)


def _last_undoing(log: Log) -> int:
    """Where the command begins that undid something last; 0 when none did."""
    last = next((one.command_id for one in reversed(log) if isinstance(one.event, TicketUndone)), None)
    return next((n for n, one in enumerate(log) if one.command_id == last), 0) if last is not None else 0


def _folded(log: Log, fold: Fold) -> Ticket | None:
    return reduce(fold, log, None)


def _turns(
    ticket: Ticket | None,
    log: Log,
    requester: Requesting,
    rules: Mapping[int, Rules],
    undone: Mapping[int, TicketUndone],
) -> list[Turn]:
    turns: list[Turn] = []
    for events in _commands(log):
        used = rules[events[-1].release]
        fold = fold_rest(used.subjects, undone) if undone else used.subjects.fold
        before, ticket = ticket, reduce(fold, events, ticket)
        turns.append(_turn(before, ticket, events, requester, used, fold))
    return turns


def _commands(log: Log) -> Iterator[list[Logged[Any]]]:
    for _, events in groupby(log, key=lambda logged: logged.command_id):
        yield list(events)


def _turn(
    before: Ticket | None,
    ticket: Ticket | None,
    events: list[Logged[Any]],
    requester: Requesting,
    rules: Rules,
    fold: Fold,
) -> Turn:
    case, at = Case(ticket=ticket, head=b"", requester=requester), events[-1].at
    seen = values(case, rules.registry)
    sla = rules[SLA]
    policy, ladder = (match(lambda condition: rules.holds(condition, seen, at)) for match in (sla.match, sla.ladder))
    statuses = workflow_of(case, rules).statuses
    return turn(
        before,
        events,
        fold=fold,
        goals=sla.goals(policy, case.live.priority, ladder),
        pauses=lambda status: statuses[status].pauses if status in statuses else None,
    )
