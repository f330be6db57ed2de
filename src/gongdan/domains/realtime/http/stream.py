"""The stream of one browser: server-sent events, until its holder leaves, or may no longer stay."""

from collections.abc import AsyncIterator
from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import HeaderParameter, SkipValidation
from litestar.response import Stream

from gongdan.domains.accounts.public import Authority
from gongdan.domains.realtime.public import Recheck
from gongdan.domains.realtime.rooms import CHECKED_EVERY_S, Client
from gongdan.domains.realtime.stream import Live
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
    """Live events: ``hello``, ``ticket``, ``views``, ``notice``, ``delivery``, ``presence``, ``resync``. For staff.

    Ids are positions in the log: with ``Last-Event-ID`` the stream goes on behind it, or says ``resync``. It ends when
    the session ends or the person's rights change; come back then.
    """
    client = await live.join(authority, Position.parse(last_event_id))
    return Stream(_frames(live, client, recheck), media_type="text/event-stream", headers=_HEADERS)


async def _frames(live: Live, client: Client, recheck: Recheck) -> AsyncIterator[bytes]:
    try:
        while True:
            frames = await client.frames(CHECKED_EVERY_S)
            if client.is_ended:
                return
            if client.must_be_checked and not client.passes(await recheck()):
                client.resync()
                yield await client.frames(0)
                return
            yield frames or _BEAT
    finally:
        live.rooms.leave(client)
