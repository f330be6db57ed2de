"""The installation that a command works on: the database of the settings, beside a running service or without one."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Annotated

from cyclopts import Parameter
from psycopg.errors import UndefinedTable

from gongdan import wiring
from gongdan.domains.accounts.public import Authority, Workspace, by_person, find_workspace, person_by_mail, system
from gongdan.infra.db.database import database
from gongdan.infra.db.migrate import migrate
from gongdan.infra.telemetry import configure_logs
from gongdan.kernel.errors import NotFound, Refusal
from gongdan.services import Services, open_services
from gongdan.settings import load

InWorkspace = Annotated[str | None, Parameter(help="Short name of the workspace, when there are several.")]
"""``--workspace``, for ``the_workspace``."""


class NotMigrated(Refusal):
    """The database has no tables of ours yet."""

    code = "cli.not_migrated"
    status = 500


class NoSuchMember(NotFound):
    """No active member signs in with this mail address, in the workspace or, if none is named, in any."""

    code = "cli.no_such_member"


@asynccontextmanager
async def installation(*, migrated: bool = False, reach: Callable[[str], str] = str) -> AsyncIterator[Services]:
    """The services of one command. An embedded database that does not run is started for as long as it takes.
    ``migrated`` brings it to this version first; ``reach`` may change how it is connected to.

    Raises:
        NotMigrated: ``gongdan serve`` or ``gongdan migrate`` was never run.
    """
    settings = load()
    configure_logs(settings)  # to stderr, and without the values that code worked with
    with database(settings) as server:
        urls = server.start()
        if migrated:
            migrate(urls.owner, row_security=settings.row_security)
        try:
            async with open_services(settings, reach(urls.app), wiring.PARTS, size=4) as services:
                yield services
        except UndefinedTable as fault:
            raise NotMigrated from fault


async def the_workspace(services: Services, slug: str | None) -> Workspace:
    """The workspace named, else the only one."""
    return await find_workspace(services.db, slug=slug, host=None)


def operator(place: Workspace) -> Authority:
    """Whoever runs commands at the installation itself: the system, by the name that the audit shows."""
    return system(place.id, name="cli", release=place.release)


async def member(services: Services, mail: str, slug: str | None) -> Authority:
    """The member with this mail address, with the rights that they have.

    Raises:
        NoSuchMember: nobody; or, when no workspace is named, several.
    """
    async with services.db.plain() as connection:
        cursor = await connection.execute(
            "select id from workspace where %(slug)s::text is null or slug = %(slug)s order by id", {"slug": slug}
        )
        workspaces = [workspace_id for (workspace_id,) in await cursor.fetchall()]
    found = [one for workspace_id in workspaces if (one := await _member_of(services, workspace_id, mail))]
    if len(found) != 1:
        raise NoSuchMember(mail=mail)
    return found[0]


async def _member_of(services: Services, workspace_id: int, mail: str) -> Authority | None:
    async with services.db.read(workspace_id) as tx:
        person_id = await person_by_mail(tx, mail)
        return await by_person(tx, person_id, "staff") if person_id else None
