"""What the end of a ticket does to its parent and its children: by the log, so that it holds on every path and however
large a family is. A step is one level; the next one follows from its own events."""

from collections.abc import Sequence
from typing import Any, Final, cast

from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.bundle.actions import CloseReason
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.relations.kinds import is_reached
from gongdan.domains.relations.queries import bound_by
from gongdan.domains.relations.subjects.links import MoveAlong, children, closing_of
from gongdan.domains.tickets.events import TicketMoved
from gongdan.domains.tickets.public import Case, Desk, RuleIntent, UnitOfWork
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel.events import Logged

DONE: Final = "children.done"
ENDED_ABOVE: Final = "parent.ended"
ALONG: Final = frozenset({DONE, ENDED_ABOVE})
"""Rules by which a ticket goes where others went; somebody's hand set them."""


def following(uow: UnitOfWork) -> Subscriber:
    """The subscriber that lets parents go on and ends children. Repeating it changes nothing."""

    async def handle(tx: Tx, events: Sequence[Logged[Any]]) -> None:
        ended = {one.stream_id: one for one in events if isinstance(one.event, TicketMoved) and _ends(one.event)}
        if not ended:
            return
        (bound,) = await tx.gather(bound_by(sorted(ended)))
        if not bound:
            return
        who = system(tx.workspace_id, name="relations", release=await current_release(tx))
        for one in bound:
            async with uow.begin(who, via="worker") as desk:
                cases = {case.live.id: case for case in await desk.cases_by_id([one.ticket_id, one.related_id])}
                if one.kind == "child_of" and ended[one.ticket_id].event.before_phase not in ENDED:
                    _go_on(desk, cases[one.related_id], ended[one.ticket_id])
                elif one.kind == "parent_of":
                    _end_too(desk, cases[one.ticket_id], cases[one.related_id])

    return Subscriber(name="relations", kinds=(TicketMoved,), handle=handle, begins="end")


def _ends(event: TicketMoved) -> bool:
    return event.after_phase in ENDED and event.after_phase != event.before_phase


def _go_on(desk: Desk, parent: Case, logged: Logged[Any]) -> None:
    """A parent goes on when a child is done and enough are. Where somebody moved it since, it stays."""
    ticket, rule = parent.live, parent.live.children
    if rule is None or rule.advance is None or ticket.phase in ENDED or ticket.status_at > logged.at:
        return
    theirs = children(parent)
    done, total = sum(not one.is_open for one in theirs), len(theirs)
    if is_reached(rule.advance, done=done, total=total):
        desk.apply(desk.settle(parent, RuleIntent(DONE, MoveAlong(status=rule.to))))


def _end_too(desk: Desk, parent: Case, child: Case) -> None:
    """What is open below a parent that takes its children along ends as the parent did, while it still stands there."""
    if closing_of(parent.live) != "cascade" or parent.live.phase not in ENDED or child.live.phase == "closed":
        return
    reason = parent.live.close_reason if parent.live.phase == "closed" else None
    along = MoveAlong(phase=parent.live.phase, reason=cast(CloseReason | None, reason))
    desk.apply(desk.settle(child, RuleIntent(ENDED_ABOVE, along)))
