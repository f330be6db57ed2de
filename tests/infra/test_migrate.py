"""The ground, and what migrating promises of every later step."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from gongdan.infra.db.migrate import migrate, migrations
from gongdan.infra.db.server import EmbeddedServer, Urls


@pytest.fixture
def fresh(database_server: EmbeddedServer) -> Iterator[Urls]:
    """An empty database of this test."""
    name = f"test_migrate_{os.getpid()}"
    database_server.drop_database(name)
    database_server.create_database(name)
    yield database_server.urls(name)
    database_server.drop_database(name)


def is_walled(urls: Urls, table: str) -> bool:
    with psycopg.connect(urls.owner) as owner:
        row = owner.execute("select relrowsecurity from pg_class where oid = %s::regclass", [table]).fetchone()
    return row == (True,)


def test_every_migration_is_applied_once_and_in_order(fresh: Urls) -> None:
    assert migrate(fresh.owner) == [migration.name for migration in migrations()]
    assert migrate(fresh.owner) == []


def test_the_numbers_of_migrations_are_their_own() -> None:
    numbers = [migration.number for migration in migrations()]
    assert numbers == sorted(set(numbers))


def test_row_security_follows_the_switch_without_a_new_migration(fresh: Urls) -> None:
    for enforced in (False, True, False):
        migrate(fresh.owner, row_security=enforced)
        assert is_walled(fresh, "ticket") is enforced


def test_a_table_that_comes_later_is_open_to_the_application_and_walled(fresh: Urls) -> None:
    migrate(fresh.owner)
    with psycopg.connect(fresh.owner) as owner:
        owner.execute("create table later (workspace_id bigint primary key)")
    migrate(fresh.owner, row_security=True)

    assert is_walled(fresh, "later")
    for url in (fresh.app, fresh.worker):
        with psycopg.connect(url) as connection:
            connection.execute("select set_config('gongdan.workspace', '7', true)")
            connection.execute("insert into later values (7)")
            with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
                connection.execute("insert into later values (8)")
            connection.execute("delete from later")


@pytest.mark.parametrize("table", ["event", "log_seal"])
def test_the_log_is_append_only_for_the_application_too(fresh: Urls, table: str) -> None:
    migrate(fresh.owner)
    for url in (fresh.app, fresh.worker):
        with psycopg.connect(url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(sql.SQL("delete from {}").format(sql.Identifier(table)))
