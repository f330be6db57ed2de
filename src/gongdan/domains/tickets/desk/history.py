"""What the log of tickets tells of their past: their events, and how they stood when a command was done."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from gongdan.domains.tickets.desk import queries
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.subject import Subjects
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel.events import Logged


async def histories(tx: ReadTx, subjects: Subjects, ids: Sequence[int]) -> dict[int, list[Logged[Any]]]:
    """Ticket → its events, oldest first; what was erased, or is of no subject, is left out. One round trip."""
    (rows,) = await tx.gather(queries.history(ids))
    found: dict[int, list[Logged[Any]]] = defaultdict(list)
    for row in rows:
        event = subjects.decode(row.kind, row.body) if row.body is not None else None
        found[row.ticket_id] += [row.logged(tx.workspace_id, event)] if event is not None else []
    return found


def workflows_in(logs: Iterable[Sequence[Logged[Any]]]) -> set[str]:
    """Versions of workflows that tickets ran on, by hash: each is opened on one, and a change of type names another."""
    return {found for log in logs for one in log if (found := getattr(one.event, "workflow", None))}


async def states_left(
    tx: ReadTx, subjects: Subjects, tickets: Iterable[Ticket], about: Sequence[Logged[Any]]
) -> dict[int, Ticket]:
    """Id of an event → its ticket as the command that made it left it. ``tickets`` are those that are there now; one
    whose last event is asked for is not read again. A log that does not begin any more, because it was erased, leaves
    the ticket as it is."""
    live = {ticket.id: ticket for ticket in tickets}
    asked = [logged for logged in about if logged.stream == "ticket" and logged.stream_id in live]
    found = {one.id: live[one.stream_id] for one in asked}
    past = [one for one in asked if one.seq != live[one.stream_id].version]
    if not past:
        return found
    logs = await histories(tx, subjects, sorted({one.stream_id for one in past}))
    commands = {one.command_id for one in past}
    left = {ticket_id: _left_by(subjects, log, commands) for ticket_id, log in logs.items()}
    return found | {one.id: left.get(one.stream_id, {}).get(one.command_id, live[one.stream_id]) for one in past}


def _left_by(subjects: Subjects, log: Sequence[Logged[Any]], commands: Collection[int]) -> Mapping[int, Ticket]:
    """Command → the ticket after its last event. The events of a command stand together."""
    found: dict[int, Ticket] = {}
    if not log or log[0].seq != 1:
        return found
    ticket: Ticket | None = None
    for logged in log:
        ticket = subjects.fold(ticket, logged)
        if logged.command_id in commands:
            found[logged.command_id] = ticket
    return found
