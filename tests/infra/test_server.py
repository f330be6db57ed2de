"""The embedded server: what an operator may rely on. Each test runs servers of its own."""

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from gongdan.infra.db import places, postmaster, programs, tuning
from gongdan.infra.db.server import EmbeddedServer, ServerNotStarted

pytestmark = [pytest.mark.serial, pytest.mark.slow]

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another account")

Make = Callable[..., EmbeddedServer]


@pytest.fixture
def make(open_path: Path) -> Iterator[Make]:
    """Servers that are stopped at the end of the test, whatever became of it."""
    made: list[EmbeddedServer] = []
    umask = os.umask(0o022)

    def server(data: Path = open_path / "data", **options: object) -> EmbeddedServer:
        made.append(EmbeddedServer(data, **{"report": lambda line: None, **options}))
        return made[-1]

    yield server
    for one in made:
        one.stop()
    os.umask(umask)


@pytest.fixture
def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def number_of_rows(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute("select count(*) from kept").fetchone()
    assert row is not None
    return int(row[0])


def keep_rows(url: str, rows: int) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("create table if not exists kept (n int)")
        connection.execute("insert into kept select generate_series(1, %s)", [rows])


def gone(pid: int) -> bool:
    """Whether it has ended; it may be taken away between two looks."""
    try:
        os.kill(pid, 0)
        return (
            Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] == "Z" if Path("/proc").is_dir() else False
        )
    except (ProcessLookupError, FileNotFoundError):
        return True


def test_what_was_committed_is_there_after_a_stop(make: Make) -> None:
    first = make()
    keep_rows(first.start().owner, 10)
    assert first.stop()
    assert first.pid is None
    assert number_of_rows(make().start().owner) == 10


def test_what_was_committed_survives_a_killed_server(make: Make) -> None:
    server = make()
    urls = server.start()
    keep_rows(urls.owner, 1000)
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    assert number_of_rows(server.start().owner) == 1000


def test_a_server_whose_parent_was_killed_is_adopted(make: Make, open_path: Path) -> None:
    program = (
        "import sys, time, pathlib; from gongdan.infra.db.server import EmbeddedServer\n"
        "server = EmbeddedServer(pathlib.Path(sys.argv[1])); server.start(); print(server.pid, flush=True)\n"
        "time.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(open_path / "data")], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()

    heir = make()
    heir.start()
    assert heir.pid == pid
    assert heir.stop()
    assert gone(pid)


def test_the_last_user_stops_the_server(make: Make) -> None:
    first, second = make(), make()
    keep_rows(first.start().owner, 1)
    urls = second.start()
    assert not first.stop()
    assert number_of_rows(urls.owner) == 1
    assert second.stop()


def test_a_lock_file_with_the_number_of_a_stranger_is_no_obstacle(make: Make) -> None:
    server = make()
    server.start()
    cluster = server.home / "cluster"
    assert server.pid is not None
    lock_file = (cluster / "postmaster.pid").read_text()
    server.stop()

    owner = cluster.stat()
    stranger = subprocess.Popen(["sleep", "60"], user=owner.st_uid if os.geteuid() == 0 else None)
    lines = [str(stranger.pid), *lock_file.splitlines()[1:]]
    (cluster / "postmaster.pid").write_text("\n".join(lines) + "\n")
    os.chown(cluster / "postmaster.pid", owner.st_uid, owner.st_gid)
    try:
        assert make().start()
    finally:
        stranger.kill()
        stranger.wait()


def test_a_first_start_that_was_cut_short_is_made_anew(make: Make) -> None:
    server = make()
    server.start()
    server.stop()
    (server.home / "cluster").rename(server.home / "cluster.new")
    (server.home / "cluster.new" / "PG_VERSION").unlink()
    keep_rows(make().start().owner, 1)


def test_nobody_comes_in_without_the_password(make: Make) -> None:
    urls = make().start()
    password = urls.app.split(":")[2].split("@")[0]
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(urls.app.replace(password, "guess"))


def test_passwords_and_sockets_are_closed_to_others(make: Make) -> None:
    server = make()
    server.start()
    recorded = postmaster.recorded(server.home / "cluster")
    assert recorded is not None
    for name, mode in (
        ("", 0o700),
        (recorded.sockets, 0o700),
        ("cluster", 0o700),
        ("log", 0o700),
        ("passwords", 0o600),
    ):
        assert stat.S_IMODE((server.home / name).stat().st_mode) == mode


def test_only_the_owner_owns_and_nobody_bypasses_row_security(make: Make) -> None:
    urls = make().start()
    with psycopg.connect(urls.admin) as admin:
        roles = admin.execute(
            "select rolname, rolsuper, rolbypassrls, rolcreaterole, pg_has_role(oid, 'gongdan_app', 'usage')"
            "  from pg_roles where rolname like 'gongdan%' order by 1"
        ).fetchall()
        owner = admin.execute("select pg_get_userbyid(datdba) from pg_database where datname = 'gongdan'").fetchone()
    assert roles == [
        ("gongdan_app", False, False, False, True),
        ("gongdan_owner", False, False, False, False),
        ("gongdan_worker", False, False, False, True),
    ]
    assert owner == ("gongdan_owner",)


@pytest.mark.parametrize("name", ["with space", '逗号,和"引号"', "x" * 120], ids=["space", "comma and quote", "long"])
def test_any_path_will_do(make: Make, open_path: Path, name: str) -> None:
    server = make(open_path / name)
    keep_rows(server.start().owner, 3)
    server.stop()
    assert number_of_rows(server.start().owner) == 3


def test_a_port_is_opened_on_loopback_only_when_asked_for(make: Make, unused_port: int) -> None:
    urls = make(port=unused_port).start()
    tcp = urls.app.split("@")[0] + f"@127.0.0.1:{unused_port}/gongdan"
    with psycopg.connect(tcp) as connection:
        assert connection.info.host == "127.0.0.1"


def test_commits_are_durable_unless_speed_is_asked_for(make: Make) -> None:
    with psycopg.connect(make().start().app) as connection:
        answer = connection.execute("select current_setting('fsync'), current_setting('synchronous_commit')").fetchone()
    assert answer == ("on", "on")


def test_a_server_that_cannot_start_says_why(make: Make) -> None:
    server = make()
    server.start()
    server.stop()
    (server.home / "cluster" / "postgresql.auto.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(ServerNotStarted) as refused:
        server.start()
    assert "no_such_setting" in refused.value.members["log"]


def test_long_recovery_is_waited_for_with_progress(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    server = make(report=lines.append)
    server.start()
    keep_rows(server.urls().owner, 500_000)
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    monkeypatch.setattr("gongdan.infra.db.server.PROGRESS_EVERY_S", 0.02)
    server.start()
    assert any("waiting for PostgreSQL to recover" in line for line in lines)


def test_a_database_is_never_begun_anew_beside_one_that_cannot_be_reached(make: Make, open_path: Path) -> None:
    server = make()
    server.start()
    server.stop()
    (server.home / "passwords").unlink()
    with pytest.raises(places.PasswordsLost):
        make().start()


@AS_ROOT
def test_root_hands_the_server_to_an_account_without_rights(make: Make) -> None:
    server = make()
    server.start()
    assert Path(f"/proc/{server.pid}").stat().st_uid != 0


@AS_ROOT
def test_root_moves_a_closed_path_to_the_system_and_opens_no_parent(
    make: Make, open_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "SYSTEM_DIR", open_path / "system")
    closed = open_path / "closed"
    closed.mkdir(mode=0o700)
    lines: list[str] = []
    server = make(closed / "data", report=lines.append)
    keep_rows(server.start().owner, 5)
    assert server.home.parent == programs.SYSTEM_DIR
    assert str(server.home) in lines[0]
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    server.stop()

    closed.rename(open_path / "renamed")
    moved = make(open_path / "renamed" / "data")
    assert number_of_rows(moved.start().owner) == 5


@AS_ROOT
def test_root_does_not_begin_anew_when_a_path_was_closed_later(make: Make, open_path: Path) -> None:
    server = make(open_path / "inner" / "data")
    server.start()
    server.stop()
    (open_path / "inner").chmod(0o700)
    with pytest.raises(places.DirectoryClosed):
        make(open_path / "inner" / "data").start()


@AS_ROOT
def test_root_copies_programs_that_its_account_cannot_run(open_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "SYSTEM_DIR", open_path / "system")
    found = programs.find()
    closed = open_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "link").symlink_to(found.bin.parent)
    account = programs.account_for(open_path / "none")

    usable, is_copy = programs.reachable(programs.Programs(found.major, closed / "link" / "bin"), account)
    assert is_copy
    assert usable.run("initdb", "--version").returncode == 0


def test_a_link_in_place_of_a_private_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(places.DirectoryForeign):
        places.private(tmp_path / "link", None)


@pytest.mark.parametrize(
    ("memory_mib", "cache"), [(512, "64MB"), (2048, "256MB"), (65536, "4096MB")], ids=["small", "laptop", "large"]
)
def test_the_cache_follows_the_memory_within_bounds(memory_mib: int, cache: str) -> None:
    text = tuning.configuration(available=memory_mib * tuning.MIB, shm=None, fast=False)
    assert f"shared_buffers = '{cache}'" in text


def test_small_shared_memory_is_not_relied_on() -> None:
    text = tuning.configuration(available=1024 * tuning.MIB, shm=64 * tuning.MIB, fast=False)
    assert "dynamic_shared_memory_type = 'mmap'" in text
