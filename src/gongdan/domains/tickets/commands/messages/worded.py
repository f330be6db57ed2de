"""The words of a message as they were asked for, and whom it is copied to."""

from collections.abc import Sequence
from typing import Final

from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers.public import by_handles, lock_handles, mail_handle
from gongdan.domains.files.public import Uploaded, uploaded
from gongdan.domains.tickets.commands.write import Copied, Words
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.desk.queries import members_of
from gongdan.kernel.errors import FieldFault, Invalid

MOST_MENTIONED: Final = 50
"""In one message."""


async def words_of(
    desk: Desk,
    text: str,
    *,
    html: str | None = None,
    files: Sequence[str] = (),
    mentions: Sequence[int] = (),
    teams: Sequence[str] = (),
    copied: Sequence[Copied] = (),
    conversation_id: int | None = None,
) -> Words | None:
    """What was written, with its HTML made fit to be shown and its files looked up; None when nothing was. Where there
    is HTML, the text is what that says. ``cid:`` and the id of one of the files is its picture in the HTML. Whose teams
    are mentioned is mentioned.

    Raises:
        Invalid: a team is not known, or has more members than may be mentioned at once.
    """
    if not text.strip() and not files:
        return None
    attached = await uploaded(desk.tx, desk.authority.bearer, files)
    rich = desk.written(html, frozenset(one.key for one in attached)) if html else None
    return Words(
        text=(rich.text if rich else "") or text,
        html=rich.html if rich else None,
        files=[_attached(one, rich.html if rich else "") for one in attached],
        mentions=await mentioned(desk, mentions, teams),
        cc=tuple(copied),
        conversation_id=conversation_id,
    )


def _attached(file: Uploaded, html: str) -> Attached:
    is_shown = f'src="cid:{file.key}"' in html
    return Attached(file_id=file.id, inline=is_shown, content_id=file.key if is_shown else None)


async def mentioned(desk: Desk, people: Sequence[int], teams: Sequence[str]) -> tuple[int, ...]:
    """Those people, and all who are in those teams but the writer; costs nothing where no team is named."""
    if not teams:
        return tuple(people)
    (found,) = await desk.tx.gather(members_of(teams))
    if unknown := sorted(set(teams) - {one.team for one in found}):
        raise Invalid(faults=(FieldFault("mention_teams", "unknown_team", {"teams": unknown}),))
    members = (one.id for one in found if one.id not in (None, desk.authority.person_id))
    everybody = tuple(dict.fromkeys((*people, *(id for id in members if id is not None))))
    if len(everybody) > MOST_MENTIONED:
        raise Invalid(faults=(FieldFault("mention_teams", "too_many", {"most": MOST_MENTIONED}),))
    return everybody


async def copied_to(desk: Desk, addresses: Sequence[str]) -> list[Copied]:
    """The persons behind mail addresses; whoever was not known is one from now on. Costs nothing for none."""
    wanted = list({handle.handle: handle for handle in map(mail_handle, addresses)}.values())
    if not wanted:
        return []
    _, known = await desk.tx.gather(lock_handles(wanted), by_handles(wanted))
    people = {one.handle: one.person_id for one in known}
    return [Copied(person_id=people.get(one.handle) or desk.meet(one).person_id, address=one.handle) for one in wanted]
