"""Releases of the policy: read, publish, roll back (spec 01, policy bundle)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.bundle import MAX_BYTES, PolicyBundle
from gongdan.domains.bundle.section import Finding, Surroundings
from gongdan.domains.bundle.section.stored import read
from gongdan.domains.policy.errors import BundleTooLarge, LintFailed, NoSuchRelease, ReleaseMoved
from gongdan.domains.policy.events import ReleasePublished
from gongdan.domains.policy.sections import Sections
from gongdan.domains.policy.telling import told
from gongdan.domains.workflow.public import compile_workflow, content_hash
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.infra.log.append import append
from gongdan.kernel.events import Actor


class Release(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    note: str
    author_id: int | None
    published_at: datetime


class _Stored(msgspec.Struct, frozen=True):
    bundle: Any


class _Current(msgspec.Struct, frozen=True):
    current_release: int


class _Key(msgspec.Struct, frozen=True):
    kind: str
    key: str


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


async def surroundings(tx: ReadTx, now: datetime) -> Surroundings:
    """The rows that bundles name, and this year and the next."""
    rows = await tx.rows(
        _Key,
        """
        select 'team' as kind, key from team where workspace_id = %(workspace)s
        union all
        select 'role', key from role where workspace_id = %(workspace)s
        union all
        select distinct 'skill', skill from member_skill where workspace_id = %(workspace)s
        union all
        select 'department', key from department where workspace_id = %(workspace)s
        union all
        select 'person', person_id::text from member where workspace_id = %(workspace)s and active
        """,
    )
    kinds = ("team", "role", "skill", "department", "person")
    found = {kind: frozenset(row.key for row in rows if row.kind == kind) for kind in kinds}
    return Surroundings(
        teams=found["team"],
        roles=found["role"],
        skills=found["skill"],
        departments=found["department"],
        people=found["person"],
        years=(now.year, now.year + 1),
    )


def check_size(bundle: PolicyBundle) -> None:
    """Raises:
    BundleTooLarge: nobody wants to wait until it is checked.
    """
    size = len(msgspec.json.encode(bundle))
    if size > MAX_BYTES:
        raise BundleTooLarge(bytes=size, most=MAX_BYTES)


def check(
    bundle: PolicyBundle, sections: Sections, around: Surroundings, before: PolicyBundle | None = None
) -> list[Finding]:
    """What is wrong with a bundle, by itself and where it follows ``before``."""
    return list(sections.check(bundle, around, before))


async def publish(
    tx: Tx,
    bundle: PolicyBundle,
    sections: Sections,
    *,
    actor: Actor,
    note: str,
    base: int | None,
    now: datetime,
    rolled_back_to: int | None = None,
) -> int:
    """Publish a bundle as the next release and return its number. What it leaves out of the release before it is kept
    as retired: tickets may name it still, and keys are never reused (spec 01, policy bundle). What stands below an
    entry, such as a choice or a status, is refused instead: leaving it out may be a slip. A rollback retires it.

    Raises:
        LintFailed: it has errors; warnings do not hinder it.
        ReleaseMoved: the current release is not ``base`` any more (None: whatever it is).
        BundleTooLarge.
    """
    check_size(bundle)
    (rows,) = await tx.gather(
        Query(_Current, "select current_release from workspace where id = %(workspace)s for update", {})
    )
    current = rows[0].current_release
    if base is not None and base != current:
        raise ReleaseMoved(current=current)
    before = await bundle_of(tx, current) if current else None
    if before is not None:
        bundle = sections.retiring(bundle, before, nested=rolled_back_to is not None)
    findings = check(bundle, sections, await surroundings(tx, now), before)
    if any(finding.severity == "error" for finding in findings):
        raise LintFailed(findings=[msgspec.to_builtins(told(finding)) for finding in findings])
    number = current + 1

    _store(tx, bundle, number, note=note, author_id=actor.person_id, now=now)
    tx.put("update workspace set current_release = %(number)s where id = %(workspace)s", number=number)
    event = ReleasePublished(number=number, before=current, note=note, rolled_back_to=rolled_back_to)
    await append(
        tx, "release", tx.workspace_id, [event], actor=actor, command_id=tx.ids.next(), release=number, now=now
    )
    return number


def _store(tx: Tx, bundle: PolicyBundle, number: int, *, note: str, author_id: int | None, now: datetime) -> None:
    row = {"number": number, "bundle": bundle, "note": note, "author_id": author_id, "published_at": now}
    tx.insert("policy_release", {"workspace_id": tx.workspace_id, **row})
    for flow in bundle.workflows:
        tx.put(
            """
            insert into workflow_version (workspace_id, hash, body) values (%(workspace)s, %(hash)s, %(body)s)
            on conflict (workspace_id, hash) do nothing
            """,
            hash=compile_workflow(flow).hash,
            body=flow,
        )


async def roll_back(tx: Tx, to: int, sections: Sections, *, actor: Actor, now: datetime) -> int:
    """Publish an earlier release's bundle again, as a new release: one click back, and the log says so."""
    bundle = await bundle_of(tx, to)
    return await publish(tx, bundle, sections, actor=actor, note="", base=None, now=now, rolled_back_to=to)
