"""The ground, and what migrating promises of every later step."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from gongdan.infra.db.migrate import SchemaDiffers, check_migrations, check_schema, migrate, migrations
from gongdan.infra.db.server import EmbeddedServer, Urls
from gongdan.infra.db.tx import open_database


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


async def test_a_process_that_starts_on_the_schema_of_another_version_ends_and_says_so(fresh: Urls) -> None:
    """As one that is started again after an upgrade, when its supervisor does not migrate."""
    migrate(fresh.owner)
    for url in (fresh.app, fresh.worker):
        async with open_database(url, size=1, row_security=False) as db:
            await check_schema(db)
    with psycopg.connect(fresh.owner) as owner:
        owner.execute("delete from schema_version")
    async with open_database(fresh.app, size=1, row_security=False) as db:
        with pytest.raises(SchemaDiffers) as refused:
            await check_schema(db)
    assert refused.value.members["missing"][0] == migrations()[0].name


def test_old_code_lives_through_the_first_half_of_an_upgrade_and_not_through_the_second() -> None:
    own = [migration.name for migration in migrations()]
    check_migrations([*own, "9998_pre_more_columns.sql"])
    with pytest.raises(SchemaDiffers) as refused:
        check_migrations([*own, "9998_pre_more_columns.sql", "9999_post_fewer_columns.sql"])
    assert refused.value.members == {"missing": [], "foreign": ["9999_post_fewer_columns.sql"]}


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
