"""The words of a message as they were asked for, and whom it is copied to."""

from collections.abc import Sequence

from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers.public import by_handles, lock_handles, mail_handle
from gongdan.domains.files.public import uploaded
from gongdan.domains.tickets.commands.write import Copied, Words
from gongdan.domains.tickets.desk.desk import Desk


async def words_of(
    desk: Desk,
    text: str,
    *,
    html: str | None = None,
    files: Sequence[str] = (),
    mentions: Sequence[int] = (),
    copied: Sequence[Copied] = (),
    conversation_id: int | None = None,
) -> Words | None:
    """What was written, with its HTML sanitised and its files looked up; None when nothing was."""
    if not text.strip() and not files:
        return None
    return Words(
        text=text,
        html=desk.sanitised(html) if html else None,
        files=[Attached(file_id=one.id) for one in await uploaded(desk.tx, desk.authority.bearer, files)],
        mentions=tuple(mentions),
        cc=tuple(copied),
        conversation_id=conversation_id,
    )


async def copied_to(desk: Desk, addresses: Sequence[str]) -> list[Copied]:
    """The persons behind mail addresses; whoever was not known is one from now on. Costs nothing for none."""
    wanted = list({handle.handle: handle for handle in map(mail_handle, addresses)}.values())
    if not wanted:
        return []
    _, known = await desk.tx.gather(lock_handles(wanted), by_handles(wanted))
    people = {one.handle: one.person_id for one in known}
    return [Copied(person_id=people.get(one.handle) or desk.meet(one).person_id, address=one.handle) for one in wanted]
