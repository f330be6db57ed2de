"""Releases of the policy as they are stored, and the rows that they name (spec 01, policy bundle)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Surroundings
from gongdan.domains.bundle.section.stored import read
from gongdan.domains.policy.errors import NoSuchRelease
from gongdan.domains.workflow.public import content_hash
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel.text import Name


class Release(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    note: str
    author_id: int | None
    published_at: datetime


class _Stored(msgspec.Struct, frozen=True):
    bundle: Any


class _Key(msgspec.Struct, frozen=True):
    kind: str
    key: str
    name: Name | None


class _Named(msgspec.Struct, frozen=True):
    kind: str
    key: str
    name: Name


async def releases(tx: ReadTx, *, limit: int = 100) -> list[Release]:
    """The workspace's releases, latest first."""
    return await tx.rows(
        Release,
        """
        select number, note, author_id, published_at
          from policy_release
         where workspace_id = %(workspace)s
         order by number desc
         limit %(limit)s
        """,
        limit=limit,
    )


class Published(msgspec.Struct, frozen=True, kw_only=True):
    bundle: PolicyBundle
    workflows: Mapping[str, str]
    """Key → content hash. It is of what is stored: a process that does not know all of it names the same version."""


async def bundle_of(tx: ReadTx, number: int) -> PolicyBundle:
    """The bundle of a release; raises as ``published`` does."""
    return (await published(tx, number)).bundle


async def published(tx: ReadTx, number: int) -> Published:
    """What a release says.

    Raises:
        NoSuchRelease: the workspace never published it.
    """
    row = await tx.row(
        _Stored,
        "select bundle from policy_release where workspace_id = %(workspace)s and number = %(number)s",
        number=number,
    )
    if row is None:
        raise NoSuchRelease(number=number)
    hashes = {flow["key"]: content_hash(flow) for flow in row.bundle.get("workflows", ())}
    return Published(bundle=read(row.bundle, PolicyBundle), workflows=hashes)


async def release_of(tx: ReadTx, number: int) -> tuple[Release, int | None]:
    """A release, and the number of the one before it.

    Raises:
        NoSuchRelease: the workspace never published it.
    """
    rows = await tx.rows(
        Release,
        """
        select number, note, author_id, published_at
          from policy_release
         where workspace_id = %(workspace)s and number <= %(number)s
         order by number desc
         limit 2
        """,
        number=number,
    )
    if not rows or rows[0].number != number:
        raise NoSuchRelease(number=number)
    return rows[0], rows[1].number if len(rows) > 1 else None


async def row_names(tx: ReadTx) -> dict[str, dict[str, Name]]:
    """Names of the rows that bundles name: kind → key → name."""
    rows = await tx.rows(
        _Named,
        """
        select 'teams' as kind, key, name from team where workspace_id = %(workspace)s
        union all
        select 'roles', key, name from role where workspace_id = %(workspace)s
        union all
        select 'departments', key, name from department where workspace_id = %(workspace)s
        union all
        select 'people', p.id::text, jsonb_build_object('zh-CN', p.name, 'en', p.name)
          from member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where m.workspace_id = %(workspace)s
        """,
    )
    found: dict[str, dict[str, Name]] = {}
    for row in rows:
        found.setdefault(row.kind, {})[row.key] = row.name
    return found


async def surroundings(tx: ReadTx, now: datetime) -> Surroundings:
    """The rows that bundles name, and this year and the next."""
    rows = await tx.rows(
        _Key,
        """
        select 'team' as kind, key, null::jsonb as name from team where workspace_id = %(workspace)s
        union all
        select 'role', key, null from role where workspace_id = %(workspace)s
        union all
        select distinct 'skill', skill, null::jsonb from member_skill where workspace_id = %(workspace)s
        union all
        select 'department', key, null from department where workspace_id = %(workspace)s
        union all
        select 'person', person_id::text, null from member where workspace_id = %(workspace)s and active
        union all
        select 'shift', calendar, name from team where workspace_id = %(workspace)s and calendar is not null
        union all
        select 'shift', m.calendar, jsonb_build_object('zh-CN', p.name, 'en', p.name)
          from member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where m.workspace_id = %(workspace)s and m.active and m.calendar is not null
        """,
    )
    kinds = ("team", "role", "skill", "department", "person")
    found = {kind: frozenset(row.key for row in rows if row.kind == kind) for kind in kinds}
    shifts: dict[str, tuple[Name, ...]] = {}
    for row in rows:
        if row.kind == "shift" and row.name is not None:
            shifts[row.key] = (*shifts.get(row.key, ()), row.name)
    return Surroundings(
        teams=found["team"],
        roles=found["role"],
        skills=found["skill"],
        departments=found["department"],
        people=found["person"],
        shifts=shifts,
        years=(now.year, now.year + 1),
    )
