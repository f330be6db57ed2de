"""Dumping and restoring a whole database by PostgreSQL's own programs, as its owner."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import unquote

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.errors import InsufficientPrivilege, ObjectInUse

from gongdan.infra.db import programs
from gongdan.infra.db.server import Urls
from gongdan.kernel.errors import Refusal

WORDS: Final = 2_000
"""Characters of a failed program's last words that are shown."""
MAINTENANCE: Final = "postgres"
"""Where databases are made and renamed: none can be renamed by those who are in it."""


class DumpFailed(Refusal):
    """pg_dump or pg_restore failed; ``log`` holds its last words."""

    code = "database.dump_failed"
    status = 500


class DatabaseInUse(Refusal):
    """Others are connected: what they write while a backup is restored would be lost."""

    code = "database.in_use"
    status = 409


class CannotReplace(Refusal):
    """The owner may not make a database beside the one that is to be replaced. Nothing was touched."""

    code = "database.cannot_replace"
    status = 409


class Place(Protocol):
    """The server that the database stands on."""

    def start(self) -> Urls: ...

    def create_database(self, name: str) -> None: ...


def dump(owner_url: str, to: Path) -> None:
    """Write one consistent snapshot of the database, in the custom format.

    Raises:
        DumpFailed, ProgramsMissing.
    """
    _run(owner_url, "pg_dump", "--format=custom", "--no-owner", "--file", str(to))


def restore(server: "Place", from_: Path, *, finish: Callable[[str], None]) -> None:
    """Put a dump in the place of the whole database, which changes all at once or not at all, and let the log begin a
    new epoch.

    The dump is restored into a new database beside it, which ``finish`` then completes (given its owner's URL). The two
    change names in one transaction, and only then the old one is dropped. A failure or a kill at any point before
    leaves what there was; the next restore clears away what was left half done.

    Raises:
        DatabaseInUse: somebody else is connected.
        CannotReplace, DumpFailed, ProgramsMissing: nothing was changed.
    """
    urls = server.start()
    name = str(conninfo_to_dict(urls.owner)["dbname"])
    fresh, old = f"{name}_restoring", f"{name}_replaced"
    with _maintenance(urls.admin) as admin:
        _require_alone(admin, name)
        _drop(admin, fresh)
        try:
            server.create_database(fresh)
        except InsufficientPrivilege as fault:
            raise CannotReplace(reason=str(fault).strip()) from fault
        try:
            fresh_url = make_conninfo(urls.owner, dbname=fresh)
            _fill(fresh_url, from_)
            finish(fresh_url)
            _require_alone(admin, name)
            _drop(admin, old)
            _change_places(admin, name, fresh, old)
        except BaseException:
            _drop(admin, fresh)
            raise
        _drop(admin, old)


def _maintenance(admin_url: str) -> "psycopg.Connection[tuple[object, ...]]":
    try:
        return psycopg.connect(make_conninfo(admin_url, dbname=MAINTENANCE), autocommit=True)
    except psycopg.OperationalError as fault:
        raise CannotReplace(reason=str(fault).strip()) from fault


def _fill(fresh_url: str, from_: Path) -> None:
    with psycopg.connect(fresh_url, autocommit=True) as connection:
        connection.execute("drop schema if exists public cascade")  # the dump brings its own
        connection.execute("create schema public")
    _run(fresh_url, "pg_restore", "--no-owner", "--single-transaction", "--exit-on-error", str(from_))
    with psycopg.connect(fresh_url, autocommit=True) as connection:
        # On the cluster that it came from a restored log looks as if nothing had happened since: say that it did.
        connection.execute("update log_epoch set system_identifier = 0")


def _change_places(admin: "psycopg.Connection[tuple[object, ...]]", name: str, fresh: str, old: str) -> None:
    """Both names in one transaction."""
    rename = sql.SQL("alter database {} rename to {}")
    try:
        with admin.transaction():
            admin.execute(rename.format(sql.Identifier(name), sql.Identifier(old)))
            admin.execute(rename.format(sql.Identifier(fresh), sql.Identifier(name)))
    except ObjectInUse as fault:
        raise DatabaseInUse(connections=1) from fault


def _require_alone(admin: "psycopg.Connection[tuple[object, ...]]", name: str) -> None:
    row = admin.execute(
        "select count(*) from pg_stat_activity where datname = %s and backend_type = 'client backend'", [name]
    ).fetchone()
    if row and row[0]:
        raise DatabaseInUse(connections=row[0])


def _drop(admin: "psycopg.Connection[tuple[object, ...]]", name: str) -> None:
    admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def _run(owner_url: str, program: str, *arguments: str) -> None:
    """Run a program on a database. The password goes by the environment, where other accounts do not read it."""
    settings = conninfo_to_dict(owner_url)
    password = str(settings.pop("password", "") or "")
    command = programs.find().command(program, "--dbname", make_conninfo("", **settings), *arguments)
    environment = programs.environment() | ({"PGPASSWORD": unquote(password)} if password else {})
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        raise DumpFailed(program=program, log=done.stderr.strip()[-WORDS:])
