"""The workspace itself: how it is called, speaks, and is reached."""

from typing import Annotated

from litestar import get, patch
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.accounts.rights.authority import Authority
from gongdan.domains.accounts.workspaces.changing import (
    WorkspaceSettings,
    WorkspaceWish,
    change_workspace,
    workspace_settings,
)
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.bodies import Answer, PersonName, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.kernel.text import Locale
from gongdan.settings import Settings


class WorkspaceDetail(Answer, frozen=True, kw_only=True):
    slug: str
    """By which addresses name it."""
    name: str
    """As its people and its customers see it."""
    locale: Locale
    """Of what the system writes by itself."""
    zone: str
    number_prefix: str
    """With which its tickets' numbers begin."""
    host: str | None
    """Its own: whoever comes there comes to this workspace."""
    desk_url: str
    portal_url: str
    """Where customers are sent to."""
    version: int
    """For ``If-Match``."""


class ChangeWorkspace(Request, frozen=True, kw_only=True):
    """What is left out stays."""

    name: PersonName | None = None
    locale: Locale | None = None
    zone: Annotated[str, Meta(min_length=1, max_length=64)] | None = None
    host: Annotated[str, Meta(max_length=253)] | None = None
    """Empty takes it away."""


@get("/workspace", operation_id="getWorkspace", tags=["workspace"], opt=needs("staff", "workspace.manage"))
async def get_workspace(
    authority: NamedDependency[Authority], db: NamedDependency[Database], settings: NamedDependency[Settings]
) -> WorkspaceDetail:
    """What the workspace is called, how it speaks, and where it is found."""
    async with db.read(authority.workspace_id) as tx:
        return await _detail(tx, settings)


@patch(
    "/workspace",
    operation_id="changeWorkspace",
    tags=["workspace"],
    opt=needs("staff", "workspace.manage", scope="admin"),
)
async def change(
    data: JSONBody[ChangeWorkspace],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    settings: NamedDependency[Settings],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> WorkspaceDetail:
    """Change it; what is left out stays. Language and zone hold everywhere within a minute. 412 when it was changed
    since ``If-Match``."""
    wanted = WorkspaceWish(name=data.name, locale=data.locale, zone=data.zone, host=data.host)
    async with db.write(authority.workspace_id) as tx:
        await change_workspace(tx, authority, wanted, settings.base_url, seen=seen, via=via, now=clock.now())
        await tx.flush()
        return await _detail(tx, settings)


async def _detail(tx: ReadTx, settings: Settings) -> WorkspaceDetail:
    found: WorkspaceSettings = await workspace_settings(tx, settings.base_url)
    return WorkspaceDetail(
        slug=found.slug,
        name=found.name,
        locale=found.locale,
        zone=found.zone,
        number_prefix=found.number_prefix,
        host=found.host,
        desk_url=f"{found.home}/",
        portal_url=f"{found.home}/portal",
        version=found.version,
    )


handlers = [get_workspace, change]
