"""The stream of one browser: server-sent events, until its holder leaves, or may no longer stay."""

from collections.abc import AsyncIterator
from typing import Annotated, Literal

from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import HeaderParameter, JSONBody, SkipValidation
from litestar.response import Stream
from msgspec import Meta

from gongdan.domains.accounts.public import Authority
from gongdan.domains.realtime.public import ListHint, Recheck
from gongdan.domains.realtime.rooms import CHECKED_EVERY_S, Client
from gongdan.domains.realtime.stream import Live
from gongdan.domains.realtime.watch import ListAsked
from gongdan.infra.http.bodies import Request
from gongdan.infra.http.guard import needs
from gongdan.infra.log.position import Position

_HEADERS = {"cache-control": "no-cache, no-transform", "x-accel-buffering": "no"}
_BEAT = b": here\n\n"


@get("/stream", operation_id="openStream", tags=["live"], opt=needs("staff"), media_type="text/event-stream")
async def open_stream(
    authority: NamedDependency[Authority],
    live: NamedDependency[Live],
    recheck: NamedDependency[SkipValidation[Recheck]],
    last_event_id: Annotated[str, HeaderParameter(name="Last-Event-ID", max_length=100, required=False)] = "",
) -> Stream:
    """Live events: ``hello``, ``ticket``, ``views``, ``list``, ``notice``, ``notices_read``, ``delivery``,
    ``presence``, ``resync``. For staff.

    Ids are positions in the log: with ``Last-Event-ID`` the stream goes on behind it, or says ``resync``. It ends when
    the session ends or the person's rights change; come back then.
    """
    client = await live.join(authority, Position.parse(last_event_id))
    return Stream(_frames(live, client, recheck), media_type="text/event-stream", headers=_HEADERS)


class WatchList(Request, frozen=True, kw_only=True):
    """A list as ``GET /tickets`` takes it. ``client`` is what ``hello`` told, ``list`` the page's own name for it."""

    client: Annotated[str, Meta(min_length=1, max_length=40)]
    list: Annotated[str, Meta(min_length=1, max_length=40)]
    is_open: bool = True
    """False: it is no longer looked at."""
    view: Annotated[str, Meta(max_length=63)] | None = None
    where: Annotated[str, Meta(max_length=1_000)] | None = None
    """A condition as JSON. A longer one cannot be watched, as a hint to other processes could not hold it: read the
    list again after changes."""
    sort: Annotated[str, Meta(max_length=80)] | None = None
    order: Literal["asc", "desc"] | None = None


@put(
    "/stream/lists",
    status_code=204,
    operation_id="watchList",
    tags=["live"],
    opt=needs("staff", scope="tickets:write"),
)
async def watch_list(
    data: JSONBody[WatchList], authority: NamedDependency[Authority], live: NamedDependency[Live]
) -> None:
    """Have the stream tell what changes do to a list. Once it said ``list`` with ``is_open``, its ``ticket`` says in
    ``lists``, by the list's name: ``enter``, ``leave``, ``move`` or ``patch`` with the row's place, or ``ask`` where it
    cannot tell. ``list`` with ``is_open`` false: watch it again."""
    asked = ListAsked(view=data.view, where=data.where, sort=data.sort, order=data.order) if data.is_open else None
    await live.screens.open(
        ListHint(
            workspace_id=authority.workspace_id, person_id=authority.me, client=data.client, list=data.list, asked=asked
        )
    )


async def _frames(live: Live, client: Client, recheck: Recheck) -> AsyncIterator[bytes]:
    try:
        while True:
            frames = await client.frames(CHECKED_EVERY_S)
            if client.is_ended:
                return
            if client.must_be_checked and not live.passes(client, await recheck()):
                client.resync()
                yield await client.frames(0)
                return
            yield frames or _BEAT
    finally:
        live.leave(client)
