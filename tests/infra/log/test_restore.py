"""Delivery goes on across dump and restore, though transaction ids start anew (spec 01, delivery)."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from gongdan.infra.db import programs
from gongdan.infra.db.migrate import migrate
from gongdan.infra.db.server import EmbeddedServer, Urls
from gongdan.infra.db.tx import Database, open_database
from gongdan.infra.log.position import Log, kinds
from gongdan.infra.log.relay import drain
from gongdan.infra.log.seal import SEALER, verify
from tests.infra.log.kit import Heard, Noted, World

pytestmark = [pytest.mark.serial, pytest.mark.slow]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Urls]:
    """A new cluster, whose transaction ids have hardly begun."""
    with EmbeddedServer(tmp_path / "elsewhere", fast=True, report=lambda line: None) as server:
        server.start()
        server.create_database("restored")
        yield server.urls("restored")


def copy(source: str, target: str) -> None:
    found = programs.find()
    dump = subprocess.run(
        found.command("pg_dump", "--no-owner", "--dbname", source), capture_output=True, check=True
    ).stdout
    restore = subprocess.run(
        found.command("psql", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--dbname", target),
        input=dump.replace(b"CREATE SCHEMA public;", b"CREATE SCHEMA IF NOT EXISTS public;"),
        capture_output=True,
        check=False,
    )
    assert restore.returncode == 0, restore.stderr.decode()


async def test_what_was_written_before_and_after_a_restore_is_delivered_once_and_in_order(
    database: Urls, db: Database, log: Log, world: World, elsewhere: Urls
) -> None:
    heard = Heard(world)
    stream = await world.new_id()
    await drain(db, log, [heard.subscriber])
    await world.note(stream, "delivered before")
    await drain(db, log, [heard.subscriber, SEALER])
    await world.note(stream, "written before", "this too")

    copy(database.owner, elsewhere.owner)
    migrate(elsewhere.owner, row_security=True)
    async with open_database(elsewhere.app, size=4, row_security=True) as restored:
        assert restored.epoch == db.epoch + 1
        await World(restored, world.id).note(stream, "written after")
        await drain(restored, Log(restored, kinds(Noted)), [heard.subscriber, SEALER])
        async with restored.read(world.id) as tx:
            flaws = [flaw async for flaw in verify(tx)]

    assert heard.texts == ["delivered before", "written before", "this too", "written after"]
    assert flaws == []
