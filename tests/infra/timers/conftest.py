"""A workspace and an owner of its own for each test."""

from collections.abc import AsyncIterator

import pytest

from gongdan.infra.db.server import Urls
from gongdan.infra.db.tx import Database, open_database
from tests.infra.timers.kit import Owner


@pytest.fixture(scope="session")
async def db(database: Urls, anyio_backend: str) -> AsyncIterator[Database]:
    async with open_database(database.app, size=12, row_security=True) as opened:
        yield opened


@pytest.fixture
async def owner(db: Database) -> Owner:
    workspace_id = (await db.ids()).next()
    return Owner(db, workspace_id, f"owner-{workspace_id}")
