"""The embedded PostgreSQL: made, started, adopted and stopped by ourselves, over the wheel's programs (spec 01).

The server is a process of its own session. It outlives a killed parent, and the next ``start`` adopts it. Everybody
who uses it holds a shared lock on ``use.lock``, which the kernel gives back for the dead; ``stop`` ends the server
only for the last user.

Roles. ``gongdan_owner`` owns the database and its tables: it migrates and backs up. ``gongdan_app`` serves requests.
``gongdan_worker`` is a member of ``gongdan_app``: it has its grants and its row-level security policies, and the
migrations give it one more policy on each table that is drained across workspaces. No role may bypass row-level
security; only the owner, whom it does not bind, reads everything.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Self
from urllib.parse import quote

import msgspec
import psycopg
from psycopg import sql

from gongdan.infra.db import places, postmaster, programs, tuning
from gongdan.kernel.errors import Refusal

DATABASE = "gongdan"
DEFAULT_PORT = 5432
PROGRESS_EVERY_S = 5.0
POLL_S = 0.05
BUILTIN_LOCALE_SINCE = 17

Report = Callable[[str], None]
"""Receives one line for the operator: what is being waited for, or what was decided for them."""


class ServerNotStarted(Refusal):
    """PostgreSQL ended while it was starting, or could not make its cluster; ``log`` holds its last words."""

    code = "database.not_started"
    status = 500


class Urls(msgspec.Struct, frozen=True):
    """How each role reaches one database; ``admin`` is the server's superuser."""

    owner: str
    app: str
    worker: str
    admin: str


def to_stderr(line: str) -> None:
    sys.stderr.write(f"gongdan: {line}\n")
    sys.stderr.flush()


class EmbeddedServer:
    """A PostgreSQL below a data directory, on a socket in a 0700 directory, and on loopback if a ``port`` is given.

    ``fast`` gives up durability (tests); ``major`` picks a PostgreSQL for a new cluster, else it is the newest there.
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        port: int | None = None,
        fast: bool = False,
        major: int | None = None,
        report: Report = to_stderr,
    ) -> None:
        self._data_dir = data_dir.absolute()
        self._port = port
        self._fast = fast
        self._major = major
        self._report = report
        self._process: subprocess.Popen[bytes] | None = None
        self._use: IO[bytes] | None = None
        self._home = Path()
        self._passwords: dict[str, str] = {}

    def __enter__(self) -> Self:
        """Entering does not start: the caller does, and gets the addresses."""
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pid(self) -> int | None:
        """The running server's process, None when it does not run."""
        found = postmaster.recorded(self._cluster)
        return found.pid if found and not self._has_ended(found.pid) else None

    @property
    def home(self) -> Path:
        """The directory of cluster, socket, log and passwords; known after the first ``start``."""
        return self._home

    def start(self) -> Urls:
        """Make the cluster if there is none, start or adopt the server, and wait until it takes connections.

        Safe to repeat, also from several processes. Crash recovery is waited for without limit, with progress.

        Raises:
            ServerNotStarted, ProgramsMissing, AccountMissing, PasswordsLost: why it cannot run.
            DirectoryGone, DirectoryClosed, DirectoryForeign: what is wrong with where it stands.
        """
        account = programs.account_for(self._data_dir / "postgres" / "cluster")
        self._home = places.home(self._data_dir, account)
        if self._home.parent != self._data_dir and not self._cluster.exists():
            self._report(f"{self._data_dir} is closed to the account {account and account.name}; using {self._home}")

        with self._starting():
            install = self._install(account)
            self._initialise(install)
            while (pid := self.pid) is None or not self._wait_ready(pid):
                self._launch(install)
            self._hold()
            self._provision()
        return self.urls()

    def revive(self) -> None:
        """Start the server again if it ended by itself or was killed; cheap while it runs."""
        if self.pid is None:
            self._report("PostgreSQL has ended; starting it again")
            self.start()

    def stop(self) -> bool:
        """Leave the server; the last user shuts it down (open sessions are ended, nothing committed is lost).

        Returns False when somebody else still uses it.
        """
        if self._use is None:
            return False
        with self._starting():
            use, self._use = self._use, None
            with use:
                try:
                    fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return False
                if (pid := self.pid) is not None:
                    os.kill(pid, signal.SIGINT)
                    self._wait(lambda: self._has_ended(pid), "PostgreSQL to write its data and stop")
        return True

    def urls(self, database: str = DATABASE) -> Urls:
        """Connection URLs of ``database`` on this server, whether or not it exists."""
        return Urls(
            owner=self._url("gongdan_owner", database),
            app=self._url("gongdan_app", database),
            worker=self._url("gongdan_worker", database),
            admin=self._url("postgres", database),
        )

    def create_database(self, name: str, *, template: str = "template0") -> None:
        """Create a database of ``gongdan_owner`` that only our roles may enter, as a copy of ``template``."""
        with self._admin() as admin:
            _create_database(admin, name, template)

    def drop_database(self, name: str) -> None:
        """Drop a database with all its sessions, if it exists."""
        with self._admin() as admin:
            admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))

    @property
    def _cluster(self) -> Path:
        return self._home / "cluster"

    def _install(self, account: programs.Account | None) -> programs.Programs:
        """The programs that fit the cluster: a cluster is only ever opened by its own major version."""
        version = self._cluster / "PG_VERSION"
        major = int(version.read_text()) if version.exists() else self._major
        install, is_copy = programs.reachable(programs.find(major), account)
        if is_copy and not version.exists():
            self._report(
                f"PostgreSQL's programs are closed to the account {account and account.name}; using {install.bin}"
            )
        return install

    def _initialise(self, install: programs.Programs) -> None:
        """Make the cluster under another name first, so that one that was cut short is never taken for whole."""
        is_new = not self._cluster.exists()
        self._passwords = places.passwords(self._home, is_new=is_new)
        if is_new:
            draft = self._home / "cluster.new"
            shutil.rmtree(draft, ignore_errors=True)
            password = self._home / "initdb.password"
            password.write_text(self._passwords["postgres"])
            password.chmod(0o600)
            if install.account:
                os.chown(password, install.account.uid, install.account.gid)
            made = install.run("initdb", *_initdb_arguments(draft, password, install.major, fast=self._fast))
            password.unlink()
            if made.returncode != 0:
                raise ServerNotStarted(path=str(self._home), log=(made.stderr or made.stdout).strip())
            with (draft / "postgresql.conf").open("a") as file:
                file.write("\ninclude 'gongdan.conf'\n")
            self._configure(draft, install)
            draft.rename(self._cluster)

    def _configure(self, cluster: Path, install: programs.Programs) -> None:
        text = tuning.configuration(available=tuning.memory(), shm=tuning.shared_memory(), fast=self._fast)
        path = cluster / "gongdan.conf"
        path.write_text(text)
        path.chmod(0o600)
        if install.account:
            os.chown(path, install.account.uid, install.account.gid)

    def _launch(self, install: programs.Programs) -> None:
        """Start the server after whatever a dead one left behind is gone."""
        self._clear_remains()
        self._configure(self._cluster, install)
        places.private(self._home / "log", install.account)
        sockets = str(places.socket_directory(self._home, install.account)).replace('"', '""')
        arguments = ("-D", str(self._cluster), "-k", f'"{sockets}"', "-p", str(self._port or DEFAULT_PORT))
        listen = "127.0.0.1" if self._port else ""
        self._process = install.spawn(
            "postgres", *arguments, "-c", f"listen_addresses={listen}", errors=self._home / "start.log"
        )
        if not self._wait_ready(self._process.pid):
            raise ServerNotStarted(path=str(self._home), log=self._last_words())

    def _clear_remains(self) -> None:
        """Sessions of a killed server may still be at work on its files: wait for their end."""
        if postmaster.recorded(self._cluster) is not None:
            self._wait(lambda: not postmaster.has_processes(self._cluster), "the last sessions of a killed server")
            postmaster.clear_stale(self._cluster)

    def _wait_ready(self, pid: int) -> bool:
        """Wait until the server takes connections; False when it ended instead."""

        def is_settled() -> bool:
            found = postmaster.recorded(self._cluster)
            is_ready = found is not None and found.pid == pid and found.status == postmaster.READY
            return is_ready or self._has_ended(pid)

        self._wait(is_settled, "PostgreSQL to recover")
        return not self._has_ended(pid)

    def _wait(self, is_done: Callable[[], bool], what: str) -> None:
        """Wait without limit and say every few seconds for what, with the last line of the server's log."""
        began = told = time.monotonic()
        while not is_done():
            time.sleep(POLL_S)
            if (now := time.monotonic()) - told >= PROGRESS_EVERY_S:
                told = now
                self._report(f"waiting for {what}, {now - began:.0f} s; {self._last_words(lines=1)}")

    def _has_ended(self, pid: int) -> bool:
        if self._process is not None and self._process.pid == pid:
            return self._process.poll() is not None  # also takes the exit code of our child, else it stays a zombie
        return not postmaster.is_alive(self._cluster, pid)

    def _last_words(self, *, lines: int = 20) -> str:
        logs = sorted((self._home / "log").glob("*.log"), key=lambda path: path.stat().st_mtime)
        texts = [path.read_text(errors="replace") for path in (self._home / "start.log", *logs[-1:]) if path.exists()]
        return "\n".join("".join(texts).splitlines()[-lines:])

    def _provision(self) -> None:
        """Make the roles and the database that are missing; also completes a first start that was cut short."""
        with self._admin() as admin:
            there = {row[0] for row in admin.execute("select rolname from pg_roles")}
            for role in places.ROLES:
                if role not in there:
                    verifier = admin.pgconn.encrypt_password(self._passwords[role].encode(), role.encode())
                    command = sql.SQL("create role {} login nobypassrls password {}")
                    admin.execute(command.format(sql.Identifier(role), sql.Literal(verifier.decode())))
            admin.execute("grant gongdan_app to gongdan_worker")
            if admin.execute("select from pg_database where datname = %s", [DATABASE]).fetchone() is None:
                _create_database(admin, DATABASE, "template0")

    def _admin(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self._url("postgres", "postgres"), autocommit=True)

    def _url(self, role: str, database: str) -> str:
        """The server in use may have been started with another socket or port than ours: its own file knows."""
        server = postmaster.recorded(self._cluster)
        assert server is not None, "only a started server has addresses"
        host = quote(server.sockets, safe="")
        return f"postgresql://{role}:{self._passwords[role]}@/{database}?host={host}&port={server.port}"

    def _hold(self) -> None:
        if self._use is None:
            self._use = (self._home / "use.lock").open("ab")
            fcntl.flock(self._use, fcntl.LOCK_SH)

    @contextmanager
    def _starting(self) -> Iterator[None]:
        """One process at a time starts or stops the server."""
        with (self._home / "start.lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _initdb_arguments(cluster: Path, password: Path, major: int, *, fast: bool) -> list[str]:
    """Byte order and full Unicode case rules, the same on every machine: the operating system's locale has no say."""
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return [
        f"--pgdata={cluster}",
        "--username=postgres",
        f"--pwfile={password}",
        "--auth-local=scram-sha-256",
        "--auth-host=scram-sha-256",
        "--encoding=UTF8",
        "--data-checksums",
        *(builtin if major >= BUILTIN_LOCALE_SINCE else ["--locale=C.UTF-8"]),
        *(["--no-sync"] if fast else []),
    ]


def _create_database(admin: "psycopg.Connection[tuple[object, ...]]", name: str, template: str) -> None:
    database = sql.Identifier(name)
    create = sql.SQL("create database {} owner gongdan_owner template {}")
    admin.execute(create.format(database, sql.Identifier(template)))
    admin.execute(sql.SQL("revoke all on database {} from public").format(database))
    admin.execute(sql.SQL("grant connect, temporary on database {} to gongdan_app").format(database))
