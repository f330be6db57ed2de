"""A backup holds everything but the secret key, and comes back whole as a new epoch of the log."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import psycopg
import pytest

from gongdan.cli.commands.backup import MANIFEST
from gongdan.infra import archive
from gongdan.infra.db.server import EmbeddedServer
from tests.installed import Installation, installed

pytestmark = [pytest.mark.serial, pytest.mark.slow]


@pytest.fixture(scope="module")
def backed_up() -> Iterator[Installation]:
    """An installation with a backup ``b.gongdan`` of six tickets and a file, and a workspace made after it."""
    with installed() as made:
        assert made.answer("demo", "--tickets", "6")["tickets"] == 6
        kept = made.directory / ".gongdan" / "files" / "1000" / "ab"
        kept.mkdir(parents=True)
        (kept / "abc").write_bytes(b"kept")
        assert made.answer("backup", "b.gongdan")["bytes"] > 10_000
        made.answer("workspace", "add", "later", "--name", "Later")
        (kept / "abc").write_bytes(b"lost")
        (kept / "late").write_bytes(b"late")
        yield made


def epoch(installation: Installation) -> int:
    server = EmbeddedServer(installation.directory / ".gongdan")
    with server, psycopg.connect(server.start().owner) as connection:
        row = connection.execute("select epoch from log_epoch").fetchone()
    assert row is not None
    return int(row[0])


def databases(connection: "psycopg.Connection[tuple[object, ...]]") -> set[object]:
    return {name for (name,) in connection.execute("select datname from pg_database")}


def until(is_so: Callable[[], bool], within_s: float = 60) -> None:
    ends = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.01)


def slugs(installation: Installation) -> list[str]:
    return [one["slug"] for one in installation.answer("workspace", "list")]


def test_what_is_there_is_not_replaced_unasked(backed_up: Installation) -> None:
    refused = backed_up.call("restore", "b.gongdan")
    assert refused.returncode == 1
    assert "backup.not_empty" in refused.stderr


def test_another_key_is_told_before_anything_is_touched(backed_up: Installation) -> None:
    key = backed_up.directory / ".gongdan" / "secret.key"
    right = key.read_text()
    key.write_text("00" * 32 + "\n")
    refused = backed_up.call("restore", "b.gongdan", "--replace")
    key.write_text(right)
    assert "backup.secret_differs" in refused.stderr
    assert slugs(backed_up) == ["demo", "later"]


def test_something_else_is_no_backup(backed_up: Installation) -> None:
    (backed_up.directory / "other").write_text("hello")
    assert "backup.unreadable" in backed_up.call("restore", "other").stderr


def test_only_its_owner_reads_a_backup(backed_up: Installation) -> None:
    assert (backed_up.directory / "b.gongdan").stat().st_mode & 0o777 == 0o600


def test_a_damaged_backup_changes_nothing(backed_up: Installation) -> None:
    """It once destroyed what it was to replace."""
    whole = (backed_up.directory / "b.gongdan").read_bytes()
    half, flipped = bytearray(whole[: len(whole) // 2]), bytearray(whole)
    flipped[len(whole) // 3] ^= 1
    for name, damaged in (("half", half), ("flipped", flipped), ("cut", whole[:-12_000])):
        (backed_up.directory / name).write_bytes(damaged)
        refused = backed_up.call("restore", name, "--replace")
        assert refused.returncode == 1
        assert "backup.damaged" in refused.stderr, name
    assert slugs(backed_up) == ["demo", "later"]
    assert backed_up.findings() == []


def test_a_restore_that_fails_or_is_killed_midway_leaves_everything_as_it_was(backed_up: Installation) -> None:
    forged = backed_up.directory / "forged"
    with archive.verified(backed_up.directory / "b.gongdan", first=MANIFEST) as packed, archive.writing(forged) as made:
        made.add_bytes(MANIFEST, packed.bytes(MANIFEST))
        made.add_bytes("database.dump", packed.bytes("database.dump")[:-5_000])
    refused = backed_up.call("restore", "forged", "--replace")
    assert "database.dump_failed" in refused.stderr
    assert slugs(backed_up) == ["demo", "later"]

    command = [sys.executable, "-m", "gongdan.cli", "restore", "b.gongdan", "--replace"]
    server = EmbeddedServer(backed_up.directory / ".gongdan")
    with server, psycopg.connect(server.start().admin, dbname="postgres", autocommit=True) as connection:
        killed = subprocess.Popen(command, cwd=backed_up.directory, env=backed_up.environment)
        until(lambda: "gongdan_restoring" in databases(connection))
        killed.kill()
        killed.wait()
    assert slugs(backed_up) == ["demo", "later"]
    assert backed_up.findings() == []


def test_a_restored_backup_is_whole_and_begins_a_new_epoch(backed_up: Installation) -> None:
    before = epoch(backed_up)
    backed_up.answer("restore", "b.gongdan", "--replace")
    assert slugs(backed_up) == ["demo"]
    assert (backed_up.directory / ".gongdan" / "files" / "1000" / "ab" / "abc").read_bytes() == b"kept"
    assert epoch(backed_up) == before + 1
    assert not (backed_up.directory / ".gongdan" / "files" / "1000" / "ab" / "late").exists()
    assert backed_up.answer("demo")["tickets"] == 6
    assert backed_up.findings() == []


def test_the_secret_key_is_in_no_backup(backed_up: Installation) -> None:
    key = bytes.fromhex((backed_up.directory / ".gongdan" / "secret.key").read_text().strip())
    whole = (backed_up.directory / "b.gongdan").read_bytes()
    assert key not in whole
    assert key.hex().encode() not in whole
