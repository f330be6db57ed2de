"""The draft and the releases as they are shown: changes in sentences, findings with where they stand."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Finding, Section
from gongdan.domains.policy import shapes
from gongdan.domains.policy.changes.telling import sentences
from gongdan.domains.policy.changes.values import Names
from gongdan.domains.policy.checking.telling import told
from gongdan.domains.policy.drafts.clashes import told_clashes
from gongdan.domains.policy.drafts.draft import Draft, DraftPart, known_section
from gongdan.domains.policy.drafts.merging import Whose, merge
from gongdan.domains.policy.drafts.rights import editable, may_edit
from gongdan.domains.policy.releases import reading
from gongdan.domains.policy.releases.publishing import check
from gongdan.domains.policy.sections import Sections
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel.text import LOCALES, Locale, Name, localised

MOST_CHANGES: Final = 200


async def draft_view(
    tx: ReadTx, draft: Draft, sections: Sections, authority: Authority, now: datetime
) -> shapes.DraftView:
    """What is drafted, what it would change and what is wrong with it. Without a draft nothing is checked."""
    changes: list[shapes.PolicyChange] = []
    findings: list[Finding] = []
    count = 0
    names: Names = {}
    if draft.parts:
        after = sections.retiring(draft.after, draft.before)
        names = await reading.row_names(tx)
        changes, count = changed(sections, draft.before, after, names)
        findings = check(after, sections, await reading.surroundings(tx, now), draft.before)
    is_sound = not draft.useless and not draft.clashing and all(one.severity != "error" for one in findings)
    return shapes.DraftView(
        release=draft.release,
        version=draft.version,
        sections=[_section(one, draft, sections, names, authority) for one in draft.parts],
        changes=changes,
        count=count,
        findings=[_finding(one, sections, draft.after) for one in findings],
        publishable=is_sound and count > 0,
    )


def section_view(draft: Draft, section: str, sections: Sections, authority: Authority) -> shapes.SectionView:
    """Raises: NoSuchSection."""
    part = draft.part(known_section(section, sections))
    return shapes.SectionView(
        section=section,
        state="release" if part is None else "draft" if part.state == "draft" else "unusable",
        version=draft.version_of(section),
        value=msgspec.to_builtins(getattr(draft.after, section)),
        editable=editable(authority, sections.by_key[section], getattr(draft.after, section)),
        release=draft.release,
        base=part.row.base_release if part else None,
        author_id=part.row.author_id if part else None,
        updated_at=part.row.updated_at if part else None,
    )


async def release_view(tx: ReadTx, number: int, sections: Sections) -> shapes.ReleaseDetail:
    """A release with what it changed. What this version cannot read any more is said so.

    Raises:
        NoSuchRelease.
    """
    release, before = await reading.release_of(tx, number)
    changes: list[shapes.PolicyChange] = []
    count, is_readable = 0, True
    try:
        was = await reading.bundle_of(tx, before) if before else PolicyBundle()
        changes, count = changed(sections, was, await reading.bundle_of(tx, number), await reading.row_names(tx))
    except msgspec.ValidationError:
        is_readable = False
    return shapes.ReleaseDetail(
        **msgspec.structs.asdict(release), before=before, changes=changes, count=count, is_readable=is_readable
    )


async def rollback_view(tx: ReadTx, to: int, current: int, sections: Sections) -> shapes.RollbackPreview:
    """What publishing a release again would change, and whose releases it takes back.

    Raises:
        NoSuchRelease.
    """
    now = await reading.bundle_of(tx, current)
    then = sections.retiring(await reading.bundle_of(tx, to), now, nested=True)
    changes, count = changed(sections, now, then, await reading.row_names(tx))
    lost = [one for one in await reading.releases(tx) if to < one.number <= current]
    return shapes.RollbackPreview(
        to=to,
        current=current,
        lost=[shapes.ReleaseInfo(**msgspec.structs.asdict(one)) for one in lost],
        changes=changes,
        count=count,
    )


def changed(
    sections: Sections, before: PolicyBundle, after: PolicyBundle, rows: Names
) -> tuple[list[shapes.PolicyChange], int]:
    found, count = sentences(sections, before, after, rows, most=MOST_CHANGES)
    return [shapes.PolicyChange(**msgspec.structs.asdict(one)) for one in found], count


def _section(
    part: DraftPart, draft: Draft, sections: Sections, names: Names, authority: Authority
) -> shapes.DraftedSection:
    state = "draft" if part.state == "release" else part.state
    key = f"changes.remedy.{state}"
    section = sections.by_key.get(part.row.section)
    return shapes.DraftedSection(
        section=part.row.section,
        state=state,
        version=part.version,
        base=part.row.base_release,
        clashes=told_clashes(part.clashes, section, draft.after, sections, names) if section else [],
        may_discard=_may_discard(part, section, authority),
        may_choose=_may_choose(part, section, authority),
        author_id=part.row.author_id,
        updated_at=part.row.updated_at,
        remedy=None if state == "draft" else {locale: say(key, locale) or "" for locale in LOCALES},
    )


def _may_discard(part: DraftPart, section: Section | None, authority: Authority) -> bool:
    """What cannot be read may be anybody's."""
    is_read = section if part.state == "draft" else None
    return may_edit(authority, is_read, part.released, part.value)


def _may_choose(part: DraftPart, section: Section | None, authority: Authority) -> bool:
    """Whether all that clashes is theirs to edit."""
    if not part.clashes:
        return False
    sides: list[dict[str, Whose]] = [{clash.key: whose for clash in part.clashes} for whose in ("theirs", "yours")]
    theirs, yours = (merge(part.base, part.own, part.released, side).value for side in sides)
    return may_edit(authority, section, theirs, yours)


def _finding(finding: Finding, sections: Sections, bundle: PolicyBundle) -> shapes.DraftFinding:
    section, entry = entry_of(finding.path, sections, bundle)
    what: Name = {locale: _what(section, entry, sections, bundle, locale) for locale in LOCALES}
    return shapes.DraftFinding(**msgspec.structs.asdict(told(finding, what)), section=section, entry=entry, what=what)


def _what(section: str, entry: str | None, sections: Sections, bundle: PolicyBundle, locale: Locale) -> str:
    named = sections.by_key[section].entries(bundle) if entry is not None else ()
    found = next((one for _, one in named if one.key == entry), None)
    if found is None:
        return say(f"changes.sections.{section}", locale) or section
    noun = say(f"changes.nouns.{section}", locale) or section
    name = say("changes.quoted", locale, {"text": localised(found.name, locale) or found.key}) or found.key
    whole = say("changes.named", locale, {"noun": noun, "name": name}) or name
    return whole[:1].upper() + whole[1:]


def entry_of(path: str, sections: Sections, bundle: PolicyBundle) -> tuple[str, str | None]:
    """The section and the key of the entry in which a path lies."""
    name, _, rest = path.partition(".")
    section = sections.by_key.get(name)
    keys = (entry.key for _, entry in section.entries(bundle)) if section and section.is_list else ()
    return name, _longest(rest, keys)


def _longest(path: str, keys: Iterable[str]) -> str | None:
    """Keys may have dots in them: the longest of them with which the path begins."""
    fitting: Sequence[str] = [key for key in keys if path == key or path.startswith(f"{key}.")]
    return max(fitting, key=len, default=None)
