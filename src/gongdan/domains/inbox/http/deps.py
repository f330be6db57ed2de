"""What the handlers of commands share: the words of a message, and the answer of a decision."""

from collections.abc import Mapping, Sequence
from typing import Any

from gongdan.domains.channels.public import sanitise
from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers.public import by_handles, lock_handles, mail_handle
from gongdan.domains.files.public import uploaded
from gongdan.domains.inbox.shapes import ClockSummary, Outcome
from gongdan.domains.sla.public import SetClock
from gongdan.domains.tickets.public import Decision, Desk, Words, commands


async def words_of(
    desk: Desk,
    text: str,
    *,
    html: str | None = None,
    files: Sequence[str] = (),
    mentions: Sequence[int] = (),
    copied: Sequence[commands.Copied] = (),
    conversation_id: int | None = None,
) -> Words | None:
    """What was written, with its HTML sanitised and its files looked up; None when nothing was."""
    if not text.strip() and not files:
        return None
    return Words(
        text=text,
        html=sanitise(html) if html else None,
        files=[Attached(file_id=one.id) for one in await uploaded(desk.tx, desk.authority.bearer, files)],
        mentions=tuple(mentions),
        cc=tuple(copied),
        conversation_id=conversation_id,
    )


async def copied_to(desk: Desk, addresses: Sequence[str]) -> list[commands.Copied]:
    """The persons behind mail addresses; whoever was not known is one from now on. Costs nothing for none."""
    wanted = list({handle.handle: handle for handle in map(mail_handle, addresses)}.values())
    if not wanted:
        return []
    _, known = await desk.tx.gather(lock_handles(wanted), by_handles(wanted))
    people = {one.handle: one.person_id for one in known}
    return [
        commands.Copied(person_id=people.get(one.handle) or desk.meet(one).person_id, address=one.handle)
        for one in wanted
    ]


def custom(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Custom fields by the names under which a change takes them."""
    return {f"fields.{key}": value for key, value in fields.items()}


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
