"""Dumping and restoring a whole database by PostgreSQL's own programs, as its owner."""

import subprocess
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from gongdan.infra.db import programs
from gongdan.kernel.errors import Refusal

WORDS: Final = 2_000
"""Characters of a failed program's last words that are shown."""


class DumpFailed(Refusal):
    """pg_dump or pg_restore failed; ``log`` holds its last words."""

    code = "database.dump_failed"
    status = 500


class DatabaseInUse(Refusal):
    """Others are connected: what they write while a backup is restored would be lost."""

    code = "database.in_use"
    status = 409


def dump(owner_url: str, to: Path) -> None:
    """Write one consistent snapshot of the database, in the custom format.

    Raises:
        DumpFailed, ProgramsMissing.
    """
    _run(owner_url, "pg_dump", "--format=custom", "--no-owner", "--file", str(to))


def restore(owner_url: str, from_: Path) -> None:
    """Replace the whole database by a dump, all or nothing of it, and make the log begin a new epoch.

    The old contents are gone first: what a newer version has added would otherwise stand in the way.

    Raises:
        DatabaseInUse: somebody else is connected.
        DumpFailed, ProgramsMissing.
    """
    with psycopg.connect(owner_url, autocommit=True) as connection:
        others = connection.execute(
            "select count(*) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'"
        ).fetchone()
        if others and others[0]:
            raise DatabaseInUse(connections=others[0])
        connection.execute("drop schema if exists public cascade")
        connection.execute("create schema public")
    _run(owner_url, "pg_restore", "--no-owner", "--single-transaction", "--exit-on-error", str(from_))
    with psycopg.connect(owner_url, autocommit=True) as connection:
        # On the cluster that it came from a restored log looks as if nothing had happened since: say that it did.
        connection.execute("update log_epoch set system_identifier = 0")


def _run(owner_url: str, program: str, *arguments: str) -> None:
    """Run a program on a database. The password goes by the environment, where other accounts do not read it."""
    settings = conninfo_to_dict(owner_url)
    password = str(settings.pop("password", "") or "")
    command = programs.find().command(program, "--dbname", make_conninfo("", **settings), *arguments)
    environment = programs.environment() | ({"PGPASSWORD": unquote(password)} if password else {})
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    if done.returncode != 0:
        raise DumpFailed(program=program, log=done.stderr.strip()[-WORDS:])
