"""Checking, publishing and rolling back the policy (spec 01, policy bundle)."""

from datetime import datetime

import msgspec

from gongdan.domains.bundle import MAX_BYTES, PolicyBundle
from gongdan.domains.bundle.section import Finding, Surroundings
from gongdan.domains.policy.checking.telling import told
from gongdan.domains.policy.drafts.draft import rows_query
from gongdan.domains.policy.drafts.rebasing import rebase
from gongdan.domains.policy.errors import BundleTooLarge, LintFailed, ReleaseMoved
from gongdan.domains.policy.events import ReleasePublished
from gongdan.domains.policy.releases.reading import bundle_of, surroundings
from gongdan.domains.policy.sections import Sections
from gongdan.domains.workflow.public import compile_workflow
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.log.append import append
from gongdan.kernel.events import Actor


class _Current(msgspec.Struct, frozen=True):
    current_release: int


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
    drafted: tuple[str, ...] = (),
) -> int:
    """Publish a bundle as the next release and return its number. What it leaves out of the release before it is kept
    as retired: tickets may name it still, and keys are never reused (spec 01, policy bundle). What stands below an
    entry, such as a choice or a status, is refused instead: leaving it out may be a slip. A rollback retires it. What
    is drafted is put on top of the new release, as far as the two do not clash.

    Raises:
        LintFailed: it has errors; warnings do not hinder it.
        ReleaseMoved: the current release is not ``base`` any more (None: whatever it is).
        BundleTooLarge.
    """
    check_size(bundle)
    found, rows = await tx.gather(
        Query(_Current, "select current_release from workspace where id = %(workspace)s for update", {}), rows_query()
    )
    current = found[0].current_release
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
    rebase(tx, rows, before or PolicyBundle(), bundle, number, sections)
    event = ReleasePublished(number=number, before=current, note=note, rolled_back_to=rolled_back_to, drafted=drafted)
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
            insert into workflow_version (workspace_id, hash, body, release, published_at)
            values (%(workspace)s, %(hash)s, %(body)s, %(release)s, %(at)s)
            on conflict (workspace_id, hash) do nothing
            """,
            hash=compile_workflow(flow).hash,
            body=flow,
            release=number,
            at=now,
        )


async def roll_back(
    tx: Tx, to: int, sections: Sections, *, actor: Actor, now: datetime, base: int | None = None
) -> int:
    """Publish an earlier release's bundle again, as a new release: one click back, and the log says so.

    Raises:
        NoSuchRelease.
        ReleaseMoved: the release in force is not ``base`` any more; it would take back more than was seen.
    """
    bundle = await bundle_of(tx, to)
    return await publish(tx, bundle, sections, actor=actor, note="", base=base, now=now, rolled_back_to=to)
