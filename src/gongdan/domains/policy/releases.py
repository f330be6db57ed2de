"""Releases of the policy: read, publish, roll back (spec 01, policy bundle)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from gongdan.domains.bundle import MAX_BYTES, PolicyBundle
from gongdan.domains.policy.errors import BundleTooLarge, LintFailed, NoSuchRelease, ReleaseMoved
from gongdan.domains.policy.events import ReleasePublished
from gongdan.domains.policy.lint import SECTIONS, Finding, Lint, Surroundings
from gongdan.domains.policy.telling import told
from gongdan.domains.workflow.public import compile_workflow
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


async def bundle_of(tx: ReadTx, number: int) -> PolicyBundle:
    """The bundle of a release.

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
    return msgspec.convert(row.bundle, PolicyBundle)


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


def check(bundle: PolicyBundle, lints: Sequence[Lint], around: Surroundings) -> list[Finding]:
    """What the registered lints find."""
    return [finding for lint in lints for finding in lint(bundle, around)]


async def publish(
    tx: Tx,
    bundle: PolicyBundle,
    lints: Sequence[Lint],
    *,
    actor: Actor,
    note: str,
    base: int | None,
    now: datetime,
    rolled_back_to: int | None = None,
) -> int:
    """Publish a bundle as the next release and return its number. What it leaves out of the release before it is kept
    as retired: tickets may name it still, and keys are never reused (spec 01, policy bundle).

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
    if current:
        bundle = retiring(bundle, await bundle_of(tx, current))
    findings = check(bundle, lints, await surroundings(tx, now))
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


def retiring(bundle: PolicyBundle, before: PolicyBundle) -> PolicyBundle:
    """The bundle with the entries of ``before`` that it lacks, retired."""
    kept: dict[str, Any] = {}
    for section in SECTIONS:
        entries = getattr(bundle, section)
        keys = {one.key for one in entries}
        missing = (replace(one, retired=True) for one in getattr(before, section) if one.key not in keys)
        kept[section] = (*entries, *missing)
    return replace(bundle, **kept)


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


async def roll_back(tx: Tx, to: int, lints: Sequence[Lint], *, actor: Actor, now: datetime) -> int:
    """Publish an earlier release's bundle again, as a new release: one click back, and the log says so."""
    bundle = await bundle_of(tx, to)
    return await publish(tx, bundle, lints, actor=actor, note="", base=None, now=now, rolled_back_to=to)
