"""A live side of its own for each test, and an application that carries its streams."""

from collections.abc import AsyncIterator

import pytest
from litestar import Litestar, Request
from litestar.di import Provide

from gongdan.domains.accounts.http.admission import admitted
from gongdan.domains.accounts.public import Authority
from gongdan.domains.realtime.http import handlers
from gongdan.domains.realtime.public import Recheck, Sources
from gongdan.domains.realtime.stream import Live, open_live
from gongdan.infra.bus import Listener, Publisher, running
from gongdan.infra.db.server import Urls
from gongdan.infra.db.tx import Database, open_database
from gongdan.infra.http import problems
from gongdan.infra.http.guard import needs_of
from gongdan.infra.log.position import Log
from gongdan.kernel.errors import Refusal
from gongdan.wiring import EVENTS, SUBJECTS
from tests.domains.realtime.kit import Counting, World, find, lines, notices, open_list


@pytest.fixture(scope="session")
async def db(database: Urls, anyio_backend: str) -> AsyncIterator[Database]:
    async with open_database(database.app, size=8, row_security=True) as opened:
        yield opened


@pytest.fixture
async def world(db: Database) -> World:
    return World(db, (await db.ids()).next())


@pytest.fixture
async def publisher(database: Urls) -> AsyncIterator[Publisher]:
    made = Publisher(database.app)
    async with running(made.run()):
        yield made


@pytest.fixture
def counted(db: Database) -> Counting:
    return Counting(db)


@pytest.fixture
async def live(database: Urls, db: Database, publisher: Publisher, counted: Counting) -> AsyncIterator[Live]:
    sources = Sources(
        subjects=SUBJECTS,
        lines=lines,
        find=find,
        views=counted.views,
        members=counted.members,
        open_list=open_list,
        notices=notices,
    )
    listener = Listener(database.app)
    hears = listener.bell("gongdan_test")
    log = Log(db, EVENTS)
    async with (
        open_live(db, log, listener=listener, publisher=publisher, sources=sources) as opened,
        running(listener.run()),
    ):
        assert await hears.wait(10)
        yield opened


@pytest.fixture
def rights() -> dict[str, Authority | None]:
    """Whom the application takes for whom, by the header ``who``; changed rights are those of the next look-up."""
    return {}


@pytest.fixture
def asgi(live: Live, db: Database, rights: dict[str, Authority | None]) -> Litestar:
    async def authority(request: Request) -> Authority:
        return admitted(rights[request.headers["who"]], needs_of(request.route_handler))

    async def recheck(request: Request) -> Recheck:
        async def again() -> Authority | None:
            return rights[request.headers["who"]]

        return again

    async def given_live() -> Live:
        return live

    async def given_db() -> Database:
        return db

    return Litestar(
        route_handlers=handlers,
        dependencies={
            "authority": Provide(authority),
            "recheck": Provide(recheck),
            "live": Provide(given_live),
            "db": Provide(given_db),
        },
        exception_handlers={Refusal: problems.refusal},
        openapi_config=None,
    )
