"""A member's notices."""

from typing import Annotated, Literal

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, QueryParameter, SkipValidation

from gongdan.domains.accounts.public import Authority
from gongdan.domains.notifications import reading
from gongdan.domains.notifications.shapes import Notices, ReadNotices
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid


@get("/notices", operation_id="listNotices", tags=["notices"], opt=needs("staff"))
async def list_notices(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    by: Annotated[Literal["notice", "ticket"], QueryParameter()] = "notice",
    number: Annotated[str | None, QueryParameter(min_length=1, max_length=64)] = None,
    after: Annotated[str | None, QueryParameter(max_length=200)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=100)] = 50,
) -> Notices:
    """One's notices, newest first, and how many are unread. ``by=ticket``: the latest of each ticket alone, those of
    tickets with unread ones first. ``number``: those of one ticket. ``after`` is the cursor that the page before ended
    with."""
    place = reading.place_of(after, by) if after else None
    if by == "ticket":
        asked = reading.by_ticket(authority.me, place, limit + 1)
    else:
        asked = reading.notices_of(authority.me, number, place, limit + 1)
    async with db.read(authority.workspace_id) as tx:
        rows, ((unread, tickets),) = await tx.gather(asked, reading.unread_of(authority.me))
    page = rows[:limit]
    return Notices(
        notices=[reading.shown(row) for row in page],
        unread=tickets if by == "ticket" else unread,
        after=str(reading.end_of(page[-1], by)) if len(rows) > limit else None,
    )


@post("/notices/read", status_code=204, operation_id="readNotices", tags=["notices"], opt=needs("staff", scope="all"))
async def read_notices(
    data: JSONBody[ReadNotices],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    show_read: NamedDependency[SkipValidation[reading.ShowRead]],
) -> None:
    """Count notices of one's own as read: one of them, those of a ticket, or all up to the newest that was seen. Open
    pages of the person are told. Again, and where none is unread, it changes nothing."""
    if [data.up_to, data.number, data.id].count(None) != 2:
        raise Invalid(faults=(FieldFault("up_to", "notices.one_of"),))
    person_id = authority.me
    async with db.write(authority.workspace_id) as tx:
        was_any = await reading.mark_read(tx, person_id, data, now=clock.now())
    if was_any:
        show_read(authority.workspace_id, person_id, data.number)
