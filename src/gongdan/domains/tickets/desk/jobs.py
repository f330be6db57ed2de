"""Tickets' timers: what falls due without anybody touching the ticket (spec 01, timers)."""

from collections.abc import Awaitable, Callable, Sequence

from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.tickets.desk.desk import Desk, UnitOfWork
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.rules import RuleIntent
from gongdan.domains.tickets.intents import Intent
from gongdan.infra.timers.fire import DueTimer, take

Meaning = Callable[[Desk, Case, DueTimer], Sequence[Intent | RuleIntent]]
"""What a fired timer asks of its ticket; ``desk.now`` is the due instant."""


def firing(uow: UnitOfWork, meaning: Meaning) -> Callable[[int, Sequence[DueTimer]], Awaitable[None]]:
    """A handler of timers whose subjects are tickets.

    A firing is a command of the system at the due instant, however late it is. A timer that was set anew or cancelled
    meanwhile does nothing. Of several timers of one ticket each has a transaction of its own, since it decides on
    what the one before has written.
    """

    async def fire(workspace_id: int, due: Sequence[DueTimer]) -> None:
        async with uow.db.read(workspace_id) as tx:
            authority = system(workspace_id, name="clock", release=await current_release(tx))
        waiting = list(due)
        while waiting:
            first = {one.subject: one for one in reversed(waiting)}
            async with uow.begin(authority, via="worker") as desk:
                await _fire(desk, list(first.values()), meaning)
            waiting = [one for one in waiting if first[one.subject] is not one]

    return fire


async def _fire(desk: Desk, due: Sequence[DueTimer], meaning: Meaning) -> None:
    """Fire timers of different tickets. One whose ticket is gone is taken all the same."""
    cases = {case.live.id: case for case in await desk.cases_by_id([one.subject for one in due])}
    for one in await take(desk.tx, due):
        if case := cases.get(one.subject):
            desk.now = one.fire_at
            desk.apply(desk.settle(case, *meaning(desk, case, one)))
