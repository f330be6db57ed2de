"""``gongdan serve``, ``gongdan worker`` and ``gongdan migrate``."""

import asyncio
from typing import Annotated, Literal

from cyclopts import Parameter

from gongdan.cli.output import InJson, as_json, tell
from gongdan.cli.welcome import welcome
from gongdan.demo import ensure_demo
from gongdan.infra import supervisor
from gongdan.infra.db.database import database
from gongdan.infra.db.migrate import migrate
from gongdan.infra.db.server import Urls
from gongdan.settings import Settings, load

ROLES: dict[str, list[supervisor.Role]] = {"web": ["web"], "worker": ["worker"], "all": ["web", "worker"]}


def serve(*, role: Literal["web", "worker", "all"] = "all") -> int:
    """Serve in the foreground until a signal: database (embedded), web and worker, or one of them alone.

    Parameters
    ----------
    role
        Which processes this machine runs. Any number of each may run beside the same database.
    """
    settings = load()
    return supervisor.run(settings, ROLES[role], prepare=lambda urls: _prepare(settings, urls, role))


def worker() -> int:
    """Serve with the role ``worker``."""
    return serve(role="worker")


def migrate_database(
    *, row_security: Annotated[bool | None, Parameter(negative="--no-row-security")] = None, json: InJson = False
) -> None:
    """Bring the database to this version. Safe to repeat.

    Parameters
    ----------
    row_security
        Switch the second wall between workspaces on or off; by default what ``GONGDAN_ROW_SECURITY`` says.
    """
    settings = load()
    wanted = settings.row_security if row_security is None else row_security
    with database(settings) as server:
        applied = migrate(server.start().owner, row_security=wanted)
    if json:
        as_json({"applied": applied})
    else:
        tell("cli.migrated", count=len(applied))


def _prepare(settings: Settings, urls: Urls, role: str) -> None:
    applied = migrate(urls.owner, row_security=settings.row_security)
    if applied:
        tell("cli.migrated", count=len(applied))
    if settings.demo:
        asyncio.run(ensure_demo(settings, urls.app, progress=lambda key: tell(f"cli.demo.{key}")))
    if role != "worker":
        asyncio.run(welcome(settings, urls.app))
