"""What web processes hold open: the live streams of their clients."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from gongdan.domains.inbox import live as inbox_live
from gongdan.domains.notifications.public import notices, shown
from gongdan.domains.realtime import public as hints
from gongdan.domains.realtime.stream import Live, open_live
from gongdan.infra.bus import running
from gongdan.infra.db.tx import ReadTx
from gongdan.services import Services
from gongdan.wiring.subjects import SUBJECTS


def live_sources(services: Services) -> hints.Sources:
    """What the live side reads by."""
    return hints.Sources(
        subjects=SUBJECTS,
        lines=inbox_live.lines(services.rules),
        find=inbox_live.find,
        views=inbox_live.views(services.rules),
        members=inbox_live.members(services.rules),
        open_list=inbox_live.open_list(services.rules),
        notices=_notices,
    )


@asynccontextmanager
async def live(services: Services) -> AsyncIterator[Live]:
    """What a web process runs beside its requests: the live streams of its clients."""
    opening = open_live(
        services.db,
        services.log,
        listener=services.listener,
        publisher=services.publisher,
        sources=live_sources(services),
    )
    async with opening as opened, running(services.listener.run()):
        yield opened


async def _notices(tx: ReadTx, ids: Sequence[int]) -> list[hints.LiveNotice]:
    return [hints.LiveNotice(person_id=told.person_id, body=shown(told)) for told in await notices(tx, ids)]
