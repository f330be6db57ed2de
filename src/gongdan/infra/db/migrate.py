"""Numbered SQL migrations: ``NNNN_pre_what.sql`` runs before new code, ``NNNN_post_what.sql`` once old code is gone."""

import re
from collections.abc import Collection
from importlib import resources
from typing import LiteralString, NamedTuple

import psycopg

from gongdan.infra.db.tx import Database
from gongdan.infra.log.epoch import settle_epoch
from gongdan.kernel.errors import Refusal

GLOBAL_TABLES = frozenset(
    {"workspace", "session", "token", "mail_route", "cursor", "timer", "schema_version", "log_epoch"}
)
"""Those that are not bound to one workspace (spec 01, tenancy)."""

_NAME = re.compile(r"^(\d{4})_(pre|post)_[a-z0-9_]+\.sql$")
_LOCK = 0x676F6E67
"""Advisory lock of migrations: one process migrates, the others wait and find it done."""


class SchemaDiffers(Refusal):
    """This process is of another version than the database. Members: ``missing``, the migrations that it needs;
    ``foreign``, those after which it may not run."""

    code = "database.schema_differs"
    status = 500


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


async def check_schema(db: Database) -> None:
    """Whoever serves asks at its start, also when it is started again beside a supervisor of another version.

    Raises:
        SchemaDiffers: a migration of this version was not applied, or one was that runs once this version is gone.
    """
    async with db.plain() as connection:
        rows = await (await connection.execute("select name from schema_version")).fetchall()
    check_migrations({name for (name,) in rows})


def check_migrations(done: Collection[str]) -> None:
    """The same of the names of those that were applied. What runs before new code leaves old code whole: a newer
    version's first half is no reason to end. Raises SchemaDiffers."""
    known = migrations()
    missing = [one.name for one in known if one.stage == "pre" and one.name not in done]
    names = {one.name for one in known}
    foreign = sorted(
        name for name in done if name not in names and (match := _NAME.match(name)) is not None and match[2] == "post"
    )
    if missing or foreign:
        raise SchemaDiffers(missing=missing, foreign=foreign)


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
