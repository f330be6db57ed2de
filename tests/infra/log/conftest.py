"""A workspace of its own for each test; the log itself is shared, so subscribers begin at its end."""

from collections.abc import AsyncIterator

import pytest

from gongdan.infra.db.server import Urls
from gongdan.infra.db.tx import Database, open_database
from gongdan.infra.log.position import Log, kinds
from gongdan.infra.log.seal import BodiesErased
from tests.infra.log.kit import Noted, World


@pytest.fixture(scope="session")
async def db(database: Urls, anyio_backend: str) -> AsyncIterator[Database]:
    async with open_database(database.app, size=20, row_security=True) as opened:
        yield opened


@pytest.fixture
def log(db: Database) -> Log:
    return Log(db, kinds(Noted, BodiesErased))


@pytest.fixture
async def world(db: Database) -> World:
    return World(db, (await db.ids()).next())


@pytest.fixture
async def other(db: Database) -> World:
    return World(db, (await db.ids()).next())
