"""Which workspace is meant, and at which address it is found (spec 01, tenancy).

A request names it by a slug (``/w/<slug>`` in addresses of pages, ``X-Workspace`` of the API), else by the host that a
workspace has as its own; else it means the front one: the default, or where none is chosen the first that was made.
"""

from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import msgspec
from litestar import Request
from psycopg.rows import class_row

from gongdan.domains.accounts.errors import WorkspaceNotFound
from gongdan.infra.db.tx import Database, ReadTx

HEADER: Final = "x-workspace"
_LONGEST: Final = 63


class Workspace(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    slug: str
    name: str
    locale: str
    zone: str
    release: int


_WORKSPACE: Final = "select id, slug, name, locale, zone, current_release as release from workspace"
_FRONT: Final = """
select id
  from workspace
 order by coalesce(settings ->> 'host' = %(host)s, false) desc,
          coalesce(settings ->> 'default' = 'true', false) desc, created_at, id
 limit 1
"""


async def find_workspace(db: Database, *, slug: str | None, host: str | None) -> Workspace:
    """The workspace named by slug, else by host, else the front one. Without a host, as at the command line, nothing is
    assumed: then there has to be only one.

    Raises:
        WorkspaceNotFound: no such workspace, or several and none is named.
    """
    if slug is not None:
        where = "where slug = %(slug)s"
    elif host is not None:
        where = f"where id = ({_FRONT})"
    else:
        where = "limit 2"
    async with db.plain() as connection:
        cursor = connection.cursor(row_factory=class_row(Workspace))
        await cursor.execute(f"{_WORKSPACE} {where}", {"slug": slug, "host": host})
        rows = await cursor.fetchall()
    if len(rows) != 1:
        raise WorkspaceNotFound(workspace=slug)
    return rows[0]


async def workspace_of(db: Database, request: Request[Any, Any, Any], slug: str | None = None) -> Workspace:
    """The workspace that a request is about, whoever sends it: ``slug`` of its body, else what its address says."""
    return await find_workspace(db, slug=slug or named(request), host=host_of(request))


def named(request: Request[Any, Any, Any]) -> str | None:
    """The slug that a request names."""
    given = request.headers.get(HEADER, "")
    return given if 0 < len(given) <= _LONGEST and "\x00" not in given else None


def host_of(request: Request[Any, Any, Any]) -> str:
    return request.headers.get("host", "").rsplit(":", 1)[0].lower()


class _Place(msgspec.Struct, frozen=True):
    slug: str
    host: str | None
    is_front: bool


async def home_of(tx: ReadTx, base_url: str) -> str:
    """The address of this transaction's workspace, without a slash at the end: links begin with it."""
    parts = urlsplit(base_url)
    place = await tx.row(
        _Place,
        f"""
        select slug, settings ->> 'host' as host, id = ({_FRONT}) as is_front
          from workspace
         where id = %(workspace)s
        """,
        host=(parts.hostname or "").lower(),
    )
    if place is None:
        return base_url
    if place.host:
        port = f":{parts.port}" if parts.port else ""
        return urlunsplit((parts.scheme, place.host + port, parts.path, "", ""))
    return base_url if place.is_front else f"{base_url}/w/{place.slug}"
