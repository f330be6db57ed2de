"""Numbered SQL migrations: ``NNNN_pre_what.sql`` runs before new code, ``NNNN_post_what.sql`` once old code is gone."""

import re
from importlib import resources
from typing import LiteralString, NamedTuple

import psycopg

from gongdan.infra.log.epoch import settle_epoch

_NAME = re.compile(r"^(\d{4})_(pre|post)_[a-z0-9_]+\.sql$")
_LOCK = 0x676F6E67
"""Advisory lock of migrations: one process migrates, the others wait and find it done."""


class Migration(NamedTuple):
    number: int
    stage: str
    name: str
    sql: LiteralString


def migrations() -> list[Migration]:
    """All migrations of this version, in order. A file whose name does not fit is an error, never skipped."""
    found = []
    for file in resources.files("gongdan.migrations").iterdir():
        if file.name.endswith(".sql"):
            match = _NAME.match(file.name)
            if not match:
                raise ValueError(f"not a migration's name: {file.name}")
            found.append(Migration(int(match[1]), match[2], file.name, file.read_text("utf-8")))
    return sorted(found)


def migrate(owner_url: str, *, row_security: bool = False, stages: tuple[str, ...] = ("pre", "post")) -> list[str]:
    """Bring the database to this version and return the names of what was applied.

    Each migration is one transaction; statements wait at most five seconds for a lock, so that a migration never
    queues the whole service behind it. Safe to call at every start and from several processes at once.
    """
    applied = []
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(%s)", [_LOCK])
        connection.execute("set lock_timeout = '5s'")
        connection.execute(
            """
            create table if not exists schema_version (
              name text primary key,
              applied_at timestamptz not null default now()
            )
            """
        )
        done = {row[0] for row in connection.execute("select name from schema_version")}
        for migration in migrations():
            if migration.name in done or migration.stage not in stages:
                continue
            with connection.transaction():
                connection.execute(migration.sql)
                connection.execute("insert into schema_version (name) values (%s)", [migration.name])
            applied.append(migration.name)
        if applied or _enforced(connection) != row_security:
            connection.execute("call set_row_security(%s)", [row_security])
        settle_epoch(connection)
    return applied


def _enforced(connection: psycopg.Connection) -> bool:
    row = connection.execute("select relrowsecurity from pg_class where oid = 'ticket'::regclass").fetchone()
    return bool(row and row[0])
