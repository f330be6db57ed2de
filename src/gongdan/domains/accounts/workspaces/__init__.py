"""Making a workspace: the shipped roles, and the teams that the shipped policy names (spec 04)."""

from datetime import datetime
from typing import Final

import msgspec
from psycopg.errors import UniqueViolation

from gongdan.domains.accounts import writes
from gongdan.domains.accounts.errors import HostTaken, SlugTaken
from gongdan.domains.accounts.events import (
    DepartmentAdded,
    RoleAdded,
    TeamAdded,
    WorkspaceAdded,
    WorkspaceAddressed,
    key_id,
)
from gongdan.domains.accounts.rights.authority import Authority, system
from gongdan.domains.accounts.rights.roles import SHIPPED
from gongdan.infra.db.tx import Database, Tx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via
from gongdan.kernel.text import Name

DEPARTMENTS: Final[dict[str, Name]] = {
    "service": {"zh-CN": "客户服务部", "en": "Customer service"},
    "tech": {"zh-CN": "技术部", "en": "Engineering"},
    "finance": {"zh-CN": "财务部", "en": "Finance"},
}
TEAMS: Final[tuple[tuple[str, Name, str | None], ...]] = (
    ("service", {"zh-CN": "客服组", "en": "Service team"}, "service"),
    ("tech", {"zh-CN": "技术组", "en": "Technical team"}, "tech"),
    ("finance", {"zh-CN": "财务组", "en": "Finance team"}, "finance"),
    ("senior", {"zh-CN": "高级支持", "en": "Senior support"}, "service"),
    ("engineering", {"zh-CN": "技术团队", "en": "Engineering team"}, "tech"),
    ("cross", {"zh-CN": "跨部门协调组", "en": "Cross-department group"}, None),
)
"""Key, name, department."""
ROSTER: Final[tuple[str, Name]] = ("duty-lead", {"zh-CN": "值班主管", "en": "Duty lead"})


async def create_workspace(
    db: Database,
    slug: str,
    *,
    name: str,
    locale: str = "zh-CN",
    zone: str = "Asia/Shanghai",
    via: Via,
    now: datetime,
) -> int:
    """Make a workspace with roles, departments, teams and the duty roster, and return its id. It has no policy and no
    members yet; ``system`` of its id may add them.

    Raises:
        SlugTaken: there is a workspace with this slug.
    """
    workspace_id = (await db.ids()).next()
    try:
        async with db.write(workspace_id) as tx:
            tx.put(
                """
                insert into workspace (id, slug, name, locale, zone, created_at)
                values (%(workspace)s, %(slug)s, %(name)s, %(locale)s, %(zone)s, %(now)s)
                """,
                slug=slug,
                name=name,
                locale=locale,
                zone=zone,
                now=now,
            )
            await _furnish(tx, system(workspace_id, name=name, release=0), slug, name, via=via, now=now)
    except UniqueViolation:
        raise SlugTaken(slug=slug) from None
    return workspace_id


async def set_host(db: Database, workspace_id: int, host: str | None, *, via: Via, now: datetime) -> None:
    """Give the workspace a host of its own, or with None take it away: links lead there, and who comes to that host
    comes to this workspace.

    Raises:
        Invalid: it is no host name.
        HostTaken: it is another workspace's.
    """
    after = host.strip().lower() if host is not None else None
    if after is not None and not is_host(after):
        raise Invalid(faults=(FieldFault("host", "accounts.not_a_host"),))
    async with db.write(workspace_id) as tx:
        await place_host(tx, system(workspace_id, name="cli", release=0), after, via=via, now=now)


async def place_host(tx: Tx, authority: Authority, host: str | None, *, via: Via, now: datetime) -> None:
    """Give the workspace of the transaction this host, which is one; with None take it away.

    Raises:
        HostTaken.
    """
    await tx.rows(tuple, "select pg_advisory_xact_lock(%(lock)s)", lock=_ADDRESSES)
    taken = await tx.row(
        tuple, "select slug from workspace where settings ->> 'host' = %(host)s and id <> %(workspace)s", host=host
    )
    if taken:
        raise HostTaken(host=host, slug=taken[0])
    before = await tx.row(tuple, "select settings ->> 'host' from workspace where id = %(workspace)s")
    if before is None or before[0] == host:
        return
    tx.put(
        """
        update workspace
           set version = version + 1,
               settings = case when %(host)s::text is null then settings - 'host'
                               else settings || jsonb_build_object('host', %(host)s::text) end
         where id = %(workspace)s
        """,
        host=host,
    )
    changed = WorkspaceAddressed(host_before=before[0], host=host)
    await writes.record(tx, authority, "workspace", tx.workspace_id, changed, via=via, now=now)


async def set_default(db: Database, workspace_id: int, *, via: Via, now: datetime) -> None:
    """Make the workspace the front one: who names none comes to it."""
    async with db.write(workspace_id) as tx:
        await tx.rows(tuple, "select pg_advisory_xact_lock(%(lock)s)", lock=_ADDRESSES)
        tx.put(
            """
            update workspace
               set settings = case when id = %(workspace)s then settings || '{"default": true}'
                                   else settings - 'default' end
             where id = %(workspace)s or settings ? 'default'
            """
        )
        changed = WorkspaceAddressed(is_default=True)
        await writes.record(
            tx, system(workspace_id, name="cli", release=0), "workspace", workspace_id, changed, via=via, now=now
        )


_ADDRESSES: Final = 0x676F6E67_686F7374
"""Advisory lock: addresses are changed one at a time."""


def is_host(text: str) -> bool:
    """Labels of letters, digits and hyphens; of another alphabet as the registries write it (``xn--…``)."""
    labels = text.split(".")
    return len(text) <= 253 and all(
        0 < len(one) <= 63 and one.isascii() and one.replace("-", "").isalnum() and one.strip("-") == one
        for one in labels
    )


async def _furnish(tx: Tx, authority: Authority, slug: str, name: str, *, via: Via, now: datetime) -> None:
    for role in SHIPPED:
        rights = msgspec.to_builtins(role.rights)
        tx.insert("role", {"workspace_id": tx.workspace_id, "key": role.key, "name": role.name, "grants": rights})
        added = RoleAdded(key=role.key, name=role.name, rights=rights)
        await writes.record(tx, authority, "role", key_id(role.key), added, via=via, now=now)
    for key, words in DEPARTMENTS.items():
        writes.add_department(tx, key, name=words, parent=None, head_id=None)
    for key, words, department in (*TEAMS, (*ROSTER, None)):
        is_roster = key == ROSTER[0]
        writes.add_team(tx, key, name=words, department=department, is_roster=is_roster)
        team = TeamAdded(key=key, name=words, department=department, is_roster=is_roster)
        await writes.record(tx, authority, "team", key_id(key), team, via=via, now=now)
    departments = [DepartmentAdded(key=key, name=words, parent=None) for key, words in DEPARTMENTS.items()]
    founded = WorkspaceAdded(slug=slug, name=name)
    await writes.record(tx, authority, "workspace", tx.workspace_id, founded, *departments, via=via, now=now)
