"""``gongdan policy``: the policy as YAML, so that it can live in a repository and be reviewed like code."""

import difflib
from pathlib import Path
from typing import Any

import msgspec
from cyclopts import App

from gongdan import wiring
from gongdan.cli.installation import InWorkspace, installation, member, the_workspace
from gongdan.cli.output import InJson, as_json, line, locales, tell
from gongdan.domains.accounts.public import Workspace
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import below
from gongdan.domains.policy import public as policy
from gongdan.domains.tickets.engine.subject import named
from gongdan.infra.catalogue import fill, say
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Actor
from gongdan.services import Services

app = App(name="policy", help="管理策略 · The policy as YAML")


@app.command
async def export(*, release: int | None = None, workspace: InWorkspace = None) -> None:
    """Print a release as YAML: what ``apply`` reads.

    Parameters
    ----------
    release
        Its number; by default the current one.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        line(_yaml(await _release(services, place, release)).rstrip())


@app.command
async def releases(*, workspace: InWorkspace = None, json: InJson = False) -> None:
    """List the releases, latest first."""
    async with installation() as services:
        place = await the_workspace(services, workspace)
        async with services.db.read(place.id) as tx:
            found = await policy.releases(tx)
    if json:
        as_json(found)
        return
    for one in found:
        line(f"{one.number:>5}  {one.published_at:%Y-%m-%d %H:%M}  {one.note}")


@app.command
async def lint(file: Path, *, workspace: InWorkspace = None, json: InJson = False) -> int:
    """Check a policy without publishing it. Exit code 1 when it has errors.

    Parameters
    ----------
    file
        The policy as YAML.
    """
    bundle = _read(file)
    async with installation() as services:
        place = await the_workspace(services, workspace)
        async with services.db.read(place.id) as tx:
            around, before = await policy.surroundings(tx, clock.now()), await policy.bundle_of(tx, place.release)
            findings = policy.check(bundle, wiring.SECTIONS, around, before)
    if json:
        as_json({"findings": findings})
    else:
        _show(findings)
    return int(any(finding.severity == "error" for finding in findings))


@app.command
async def diff(file: Path, *, release: int | None = None, workspace: InWorkspace = None, json: bool = False) -> int:
    """Show what a policy would change. Exit code 1 when it would change something.

    Parameters
    ----------
    file
        The policy as YAML.
    release
        The release that it is compared with; by default the current one.
    json
        Answer with one JSON document: path, before and after of each value that differs.
    """
    bundle = _read(file)
    async with installation() as services:
        place = await the_workspace(services, workspace)
        before = await _release(services, place, release)
    if json:
        found = list(policy.differences(before, bundle))
        as_json({"differences": found})
        return int(bool(found))
    name = f"release {release or place.release}"
    lines = list(difflib.unified_diff(_yaml(before).splitlines(), _yaml(bundle).splitlines(), name, str(file), n=2))
    for one in lines:
        line(one.rstrip("\n"))
    return int(bool(lines))


@app.command
async def actions(*, release: int | None = None, workspace: InWorkspace = None) -> None:
    """Say in words what a release does by itself: its automations, ladders, limits and statuses.

    Parameters
    ----------
    release
        Its number; by default the current one.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        bundle = await _release(services, place, release)
    for section in wiring.SECTIONS.all:
        for where, entry in section.entries(bundle):
            for spot in (spot for path in section.actions for spot in below(entry, path, where)):
                for action in spot.value if spot.in_force else ():
                    for locale in locales():
                        line(f"{spot.where}: {_said(action, locale)}")


def _said(action: Any, locale: str) -> str:
    kind = wiring.SUBJECTS.actions.get(type(action))
    if kind is None:
        return say("lint.action_unknown", locale, named(action)) or ""
    return fill(kind.sentence[locale], locale, msgspec.structs.asdict(action))


@app.command
async def apply(
    file: Path, *, note: str = "", user: str | None = None, workspace: InWorkspace = None, json: InJson = False
) -> None:
    """Publish a policy as the next release. Warnings are shown and do not hinder; errors refuse it.

    Parameters
    ----------
    file
        The policy as YAML.
    note
        What it changes and why, for the list of releases.
    user
        Mail address of the member who answers for it; by default nobody.
    """
    bundle, now = _read(file), clock.now()
    async with installation() as services:
        place = await the_workspace(services, workspace)
        author = await member(services, user, place.slug) if user else None
        by = Actor(kind="staff" if author else "system", person_id=author.person_id if author else None, via="cli")
        async with services.db.write(place.id) as tx:
            number = await policy.publish(tx, bundle, wiring.SECTIONS, actor=by, note=note, base=place.release, now=now)
    if json:
        as_json({"release": number})
    else:
        tell("cli.policy.published", release=number)


@app.command(name="roll-back")
async def roll_back(release: int, *, workspace: InWorkspace = None, json: InJson = False) -> None:
    """Publish an earlier release again, as the next one.

    Parameters
    ----------
    release
        Its number.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        async with services.db.write(place.id) as tx:
            by = Actor(kind="system", via="cli")
            number = await policy.roll_back(tx, release, wiring.SECTIONS, actor=by, now=clock.now())
    if json:
        as_json({"release": number})
    else:
        tell("cli.policy.published", release=number)


async def _release(services: Services, place: Workspace, number: int | None) -> PolicyBundle:
    async with services.db.read(place.id) as tx:
        return await policy.bundle_of(tx, number or place.release)


def _read(file: Path) -> PolicyBundle:
    """The policy in ``file``.

    Raises:
        Invalid: it is no YAML, or not of the shape of a policy; it says where.
    """
    try:
        return msgspec.yaml.decode(file.read_bytes(), type=PolicyBundle)
    except (OSError, msgspec.DecodeError) as error:  # also what has the wrong shape
        fault = FieldFault(str(file), "cli.policy_unreadable", {"reason": str(error)})
        raise Invalid(faults=(fault,)) from error


def _yaml(bundle: PolicyBundle) -> str:
    return msgspec.yaml.encode(bundle).decode()


def _show(findings: list[policy.Finding]) -> None:
    for finding in findings:
        mark = "✗" if finding.severity == "error" else "!"
        for locale in locales():
            line(f"{mark} {finding.path}: {policy.told(finding).text[locale]}")
    tell("cli.policy.findings" if findings else "cli.policy.clean", count=len(findings))
