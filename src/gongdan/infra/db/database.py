"""The database of this installation: the embedded server, or the one that the settings name. Both are used alike."""

from typing import Self

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from gongdan.infra.db.server import EmbeddedServer, Urls
from gongdan.settings import Settings


class GivenServer:
    """A PostgreSQL that somebody else runs: never started or stopped by us."""

    def __init__(self, urls: Urls) -> None:
        self._urls = urls

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def start(self) -> Urls:
        return self._urls

    def revive(self) -> None:
        return None

    def create_database(self, name: str) -> None:
        """Beside the one that the settings name; the owner's role must be allowed to."""
        with psycopg.connect(make_conninfo(self._urls.admin, dbname="postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("create database {} template template0").format(sql.Identifier(name)))


def database(settings: Settings) -> EmbeddedServer | GivenServer:
    """The server of ``settings``, not started yet. Used by every command that needs the database, beside a running
    ``serve`` or without one::

        with database(settings) as server:
            migrate(server.start().owner)
    """
    if settings.database_url is None:
        return EmbeddedServer(settings.data)
    app = settings.database_url
    owner = settings.database_owner_url or app
    return GivenServer(Urls(owner=owner, app=app, worker=settings.database_worker_url or app, admin=owner))
