"""Going through the close checks of a ticket."""

from collections.abc import Sequence

from gongdan.domains.tickets.public import Case, Decision, Desk
from gongdan.domains.work.subjects.checks import CheckOff, ExplainBreach


async def check(desk: Desk, case: Case, wanted: Sequence[CheckOff | ExplainBreach], *, seen: int | None) -> Decision:
    """Say of several items how they stand, all or none. Repeating it changes nothing.

    Raises:
        VersionConflict: somebody said something else of one of them since ``seen`` (412).
        Invalid: no such item, one that the system fills in, or no reason why it does not apply.
        TicketClosed: it is closed; only why a promise was broken may still be said.
    """
    await desk.unseen(case, seen, frozenset(f"checks.{one.item}" for one in wanted))
    return desk.apply(desk.settle(case, *wanted))
