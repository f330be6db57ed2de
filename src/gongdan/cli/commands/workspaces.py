"""``gongdan workspace``: the companies that this installation serves."""

from datetime import timedelta

from cyclopts import App

from gongdan import wiring
from gongdan.cli.installation import installation, the_workspace
from gongdan.cli.output import InJson, as_json, line, tell
from gongdan.domains.accounts.public import create_workspace, home_of, set_default, set_host
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import publish
from gongdan.kernel import clock
from gongdan.kernel.events import Actor

app = App(name="workspace", help="管理工作区 · Workspaces")


@app.command(name="add")
async def add_workspace(
    slug: str, *, name: str, locale: str = "zh-CN", zone: str = "Asia/Shanghai", json: InJson = False
) -> None:
    """Make a workspace with the shipped roles, teams and the policy 标准客服 as its first release.

    Parameters
    ----------
    slug
        Short name for addresses.
    name
        As people see it.
    locale
        Language of what the system writes by itself: ``zh-CN`` or ``en``.
    zone
        Time zone of its calendar and its ticket numbers.
    """
    now = clock.now()
    async with installation() as services:
        workspace_id = await create_workspace(
            services.db, slug, name=name, locale=locale, zone=zone, via="cli", now=now
        )
        bundle = standard([now.year, (now + timedelta(days=180)).year])
        async with services.db.write(workspace_id) as tx:
            by = Actor(kind="system", via="cli")
            await publish(tx, bundle, wiring.SECTIONS, actor=by, note="", base=None, now=now)
    if json:
        as_json({"id": workspace_id, "slug": slug})
    else:
        tell("cli.workspace.added", slug=slug)


@app.command(name="set-host")
async def set_workspace_host(slug: str, host: str | None = None, *, json: InJson = False) -> None:
    """Give a workspace a host of its own: whoever comes to it comes to this workspace, and links in mails lead there.

    Parameters
    ----------
    slug
        The workspace.
    host
        Its host name, for example ``help.example.com``; left out, it has none any more and is found at ``/w/<slug>``.
    """
    async with installation() as services:
        place = await the_workspace(services, slug)
        await set_host(services.db, place.id, host, via="cli", now=clock.now())
        async with services.db.read(place.id) as tx:
            home = await home_of(tx, services.settings.base_url)
    if json:
        as_json({"slug": slug, "host": host, "address": home})
    else:
        tell("cli.workspace.addressed", slug=slug, address=home)


@app.command(name="set-default")
async def set_default_workspace(slug: str, *, json: InJson = False) -> None:
    """Make a workspace the one that is meant where neither a host nor ``/w/<slug>`` names one. By default it is the
    first that was made.

    Parameters
    ----------
    slug
        The workspace.
    """
    async with installation() as services:
        place = await the_workspace(services, slug)
        await set_default(services.db, place.id, via="cli", now=clock.now())
        async with services.db.read(place.id) as tx:
            home = await home_of(tx, services.settings.base_url)
    if json:
        as_json({"slug": slug, "address": home})
    else:
        tell("cli.workspace.addressed", slug=slug, address=home)


@app.command(name="list")
async def list_workspaces(*, json: InJson = False) -> None:
    """List the workspaces."""
    async with installation() as services, services.db.plain() as connection:
        cursor = await connection.execute("select id, slug, name, current_release from workspace order by slug")
        rows = await cursor.fetchall()
    if json:
        as_json([{"id": id_, "slug": slug, "name": name, "release": release} for id_, slug, name, release in rows])
        return
    for _, slug, name, release in rows:
        line(f"{slug:24} {name}  #{release}")
