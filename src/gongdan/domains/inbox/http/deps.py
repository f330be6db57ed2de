"""What the handlers of commands share: the words of a message, and the answer of a decision."""

from collections.abc import Sequence

from gongdan.domains.channels.public import sanitise
from gongdan.domains.conversations.public import Attached
from gongdan.domains.files.public import uploaded
from gongdan.domains.inbox.shapes import ClockSummary, Outcome
from gongdan.domains.sla.public import SetClock
from gongdan.domains.tickets.public import Decision, Desk, Words


async def words_of(
    desk: Desk, text: str, *, html: str | None = None, files: Sequence[str] = (), mentions: Sequence[int] = ()
) -> Words | None:
    """What was written, with its HTML sanitised and its files looked up; None when nothing was."""
    if not text.strip() and not files:
        return None
    return Words(
        text=text,
        html=sanitise(html) if html else None,
        files=[Attached(file_id=one.id) for one in await uploaded(desk.tx, desk.authority.person_id, files)],
        mentions=tuple(mentions),
    )


def outcome(decision: Decision, *, message_id: int | None = None) -> Outcome:
    """The answer of a command, made from what it decided: no second read."""
    ticket = decision.after.live
    clocks = [effect.row for effect in decision.effects if isinstance(effect, SetClock)]
    return Outcome(
        number=ticket.number,
        version=ticket.version,
        title=ticket.title,
        type=ticket.type,
        category=ticket.category,
        priority=ticket.priority,
        status=ticket.status,
        phase=ticket.phase,
        team=ticket.team,
        assignee_id=ticket.assignee_id,
        tags=ticket.tags,
        incomplete=ticket.incomplete,
        clocks=[ClockSummary(metric=clock.metric, state=clock.state, due_at=clock.due_at) for clock in clocks],
        message_id=message_id,
    )
