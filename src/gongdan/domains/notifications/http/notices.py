"""A member's notices."""

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority
from gongdan.domains.notifications.reading import mark_read, notices_of, shown, unread_of
from gongdan.domains.notifications.shapes import Notices, ReadNotices
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock

MOST = 50


@get("/notices", operation_id="listNotices", tags=["notices"], opt=needs("staff"))
async def list_notices(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> Notices:
    """One's latest notices, newest first, and how many are unread."""
    person_id = authority.me
    async with db.read(authority.workspace_id) as tx:
        rows, ((unread,),) = await tx.gather(notices_of(person_id, MOST), unread_of(person_id))
    return Notices(notices=[shown(row) for row in rows], unread=unread)


@post("/notices/read", status_code=204, operation_id="readNotices", tags=["notices"], opt=needs("staff", scope="all"))
async def read_notices(
    data: JSONBody[ReadNotices], authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> None:
    """Count one's notices as read, up to the newest that was seen."""
    person_id = authority.me
    async with db.write(authority.workspace_id) as tx:
        mark_read(tx, person_id, up_to=data.up_to, now=clock.now())
