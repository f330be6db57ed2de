"""Changing, discarding and publishing the draft. Each takes the lock under which releases are published, so a draft is
never changed while it becomes a release."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from gongdan.domains.accounts.public import Authority
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.changes.compare import Alteration, compare
from gongdan.domains.policy.drafts.clashes import told_clashes
from gongdan.domains.policy.drafts.draft import Draft, DraftPart, as_it_was, draft_of, known_section, rows_query
from gongdan.domains.policy.drafts.merging import Whose, merge
from gongdan.domains.policy.drafts.remapping import Below, merged
from gongdan.domains.policy.drafts.rights import check_edits, edits_all
from gongdan.domains.policy.errors import (
    ChoicesIncomplete,
    DraftCollides,
    DraftMoved,
    DraftUnusable,
    NothingDrafted,
    NotYours,
    SectionMoved,
)
from gongdan.domains.policy.events import DraftChanged, DraftDiscarded, DraftEdit, DraftSettled
from gongdan.domains.policy.releases.publishing import check_size, publish
from gongdan.domains.policy.releases.reading import row_names
from gongdan.domains.policy.sections import Sections
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.log.append import append
from gongdan.kernel.events import Actor, Event
from gongdan.kernel.text import Key

MOST_EDITS: Final = 100
"""Of one event; the rest is counted."""
LONGEST: Final = 1_000
"""Bytes of a value that an event repeats."""


class _Current(msgspec.Struct, frozen=True):
    current_release: int


async def _locked(tx: Tx, sections: Sections) -> Draft:
    current, rows = await tx.gather(
        Query(_Current, "select current_release from workspace where id = %(workspace)s for update", {}),
        rows_query(),
    )
    return await draft_of(tx, rows, current[0].current_release, sections)


class DraftWish(msgspec.Struct, frozen=True, kw_only=True):
    """A section as somebody wants it."""

    value: Any
    tidied: Any
    """With its texts in the form in which they are stored."""
    base: Any = None
    """What they made it from; None: what ``seen`` names, and nothing else."""
    choices: Mapping[str, Whose] = {}
    """Of what clashes with what stands under the version ``seen``."""
    seen: int | None = None


async def change(
    tx: Tx, section: str, sent: DraftWish, sections: Sections, *, by: Authority, actor: Actor, now: datetime
) -> Draft:
    """Draft a section. What others changed since ``base`` stays, where it is not the same entry. What is as the release
    has it is no draft. Returns the draft as it is then.

    Raises:
        NoSuchSection.
        SectionMoved: it is not as ``seen`` any more, or somebody changed the same entries; both sides are told.
        NotYours: something of it is not theirs to edit.
        BundleTooLarge: with it the policy would be too large.
    """
    draft = await _locked(tx, sections)
    known_section(section, sections)
    part, released = draft.part(section), getattr(draft.before, section)
    if part and part.state != "draft":
        _check_whole_right(part, by)
    present = part.value if part and part.state == "draft" else released
    value = await _on_top(tx, draft, section, sent, present, sections)
    value = as_it_was(sent.value, value, released) if sent.base is None else value
    check_edits(by, sections.by_key[section], present, value)
    check_size(replace(draft.after, **{section: value}))
    if value == present and not (part and (part.state != "draft" or value == released)):
        return draft
    event = _draft(tx, draft, section, value, sections, actor=actor, now=now)
    await _record(tx, draft, [event], actor=actor, now=now)
    return await _reread(tx, draft, sections)


def _draft(
    tx: Tx, draft: Draft, section: str, value: Any, sections: Sections, *, actor: Actor, now: datetime
) -> DraftChanged:
    """A section is drafted as ``value``, or no draft any more."""
    part = draft.part(section)
    if part and value == getattr(draft.before, section):
        _forget(tx, section)
    else:
        base = part.row.base_release if part and part.clashes else draft.release
        _keep(tx, section, value, base, actor=actor, now=now)
    edits, count = _edits(sections, draft.after, replace(draft.after, **{section: value}))
    return DraftChanged(section=section, base=draft.release, edits=edits, count=count)


async def merge_category(
    tx: Tx,
    key: Key,
    into: Key,
    below: Below,
    sections: Sections,
    *,
    by: Authority,
    actor: Actor,
    now: datetime,
) -> Draft:
    """Draft that a category goes and another takes its place, in all sections that name it. Merging it there again
    changes nothing. Returns the draft as it is then.

    Raises:
        Invalid: there is no such category in use, or the other one goes too.
        DraftUnusable: what is drafted of a section that names it cannot be read.
        NotYours: one of the entries that would change is not theirs to edit; then none does.
        BundleTooLarge.
    """
    draft = await _locked(tx, sections)
    after = merged(sections.all, draft.after, key, into, below)
    check_size(after)
    changed = [one for one in sections.all if getattr(after, one.key) != getattr(draft.after, one.key)]
    if useless := [one.key for one in changed if one.key in draft.useless]:
        raise DraftUnusable(sections=useless)
    for one in changed:
        check_edits(by, one, getattr(draft.after, one.key), getattr(after, one.key))
    events: list[Event] = [
        _draft(tx, draft, one.key, getattr(after, one.key), sections, actor=actor, now=now) for one in changed
    ]
    if events:
        await _record(tx, draft, events, actor=actor, now=now)
    return await _reread(tx, draft, sections) if events else draft


async def _on_top(tx: Tx, draft: Draft, section: str, sent: DraftWish, present: Any, sections: Sections) -> Any:
    """What was sent, done to what stands."""
    if sent.base is None:
        _check_seen(draft, section, sent.seen, yours=sent.value, theirs=present)
        return as_it_was(sent.value, sent.tidied, present)
    mine = as_it_was(sent.value, sent.tidied, sent.base)
    chosen = sent.choices if sent.seen == draft.version_of(section) else {}
    both = merge(sent.base, mine, present, chosen)
    if both.clashes:
        names = await row_names(tx)
        told = told_clashes(both.clashes, sections.by_key[section], draft.after, sections, names)
        raise _moved(draft, section, yours=sent.value, theirs=present, clashes=msgspec.to_builtins(told))
    return both.value


async def settle(
    tx: Tx,
    section: str,
    choices: Mapping[str, Whose],
    sections: Sections,
    *,
    seen: int | None,
    by: Authority,
    actor: Actor,
    now: datetime,
) -> Draft:
    """Choose, entry by entry, between what is drafted (``yours``) and what a release since says (``theirs``). Nothing
    happens where nothing clashes. Returns the draft as it is then.

    Raises:
        NoSuchSection.
        SectionMoved.
        ChoicesIncomplete: not for everything that clashes, or for something that does not.
        NotYours: what clashes is not theirs to edit.
    """
    draft = await _locked(tx, sections)
    part = draft.part(known_section(section, sections))
    if part is None or not part.clashes:
        return draft
    _check_seen(draft, section, seen, yours=part.own, theirs=part.released)
    keys = {clash.key for clash in part.clashes}
    if wrong := keys ^ choices.keys():
        raise ChoicesIncomplete(missing=sorted(wrong & keys), unknown=sorted(wrong - keys))
    sides = (_as_chosen(draft, part, "theirs"), _as_chosen(draft, part, "yours"))
    check_edits(by, sections.by_key[section], *(getattr(side, section) for side in sides))
    edits, count = _edits(sections, *sides)
    both = merge(part.base, part.own, part.released, choices)
    if both.value == part.released:
        _forget(tx, section)
    else:
        _keep(tx, section, both.value, draft.release, actor=actor, now=now)
    event = DraftSettled(
        section=section,
        base=part.row.base_release,
        onto=draft.release,
        choices=dict(choices),
        edits=edits,
        count=count,
    )
    await _record(tx, draft, [event], actor=actor, now=now)
    return await _reread(tx, draft, sections)


def _as_chosen(draft: Draft, part: DraftPart, whose: Whose) -> PolicyBundle:
    """With one side's entries wherever they clash."""
    choices: dict[str, Whose] = {clash.key: whose for clash in part.clashes}
    both = merge(part.base, part.own, part.released, choices)
    return replace(draft.before, **{part.row.section: both.value})


def _keep(tx: Tx, section: str, value: Any, base: int, *, actor: Actor, now: datetime) -> None:
    row = {"body": value, "base_release": base, "author_id": actor.person_id, "updated_at": now}
    tx.keep("policy_draft", {"workspace_id": tx.workspace_id, "section": section}, row)


async def _reread(tx: Tx, draft: Draft, sections: Sections) -> Draft:
    await tx.flush()
    (rows,) = await tx.gather(rows_query())
    return await draft_of(tx, rows, draft.release, sections)


async def discard(
    tx: Tx, section: str, sections: Sections, *, seen: int | None, by: Authority, actor: Actor, now: datetime
) -> None:
    """Take a section back to the release; nothing happens where none is drafted.

    Raises:
        NoSuchSection: there is neither such a section nor a draft of one that there was.
        SectionMoved.
        NotYours: something that is drafted in it is not theirs to edit.
    """
    draft = await _locked(tx, sections)
    part = draft.part(section)
    if part is None:
        known_section(section, sections)
        return
    _check_seen(draft, section, seen, yours=None, theirs=part.value)
    await _discard(tx, draft, [part], sections, by=by, actor=actor, now=now)


async def discard_all(
    tx: Tx, sections: Sections, *, seen: int | None, by: Authority, actor: Actor, now: datetime
) -> None:
    """Raises:
    DraftMoved: somebody drafted something else, or published, since ``seen``.
    NotYours.
    """
    draft = await _locked(tx, sections)
    _check_whole(draft, seen)
    await _discard(tx, draft, draft.parts, sections, by=by, actor=actor, now=now)


async def publish_draft(
    tx: Tx,
    sections: Sections,
    *,
    note: str,
    seen: int | None,
    actor: Actor,
    now: datetime,
) -> int:
    """Publish what is drafted on top of the release in force, and return the number of the new release.

    Raises:
        NothingDrafted.
        DraftMoved: it is not the draft that ``seen`` names, or another release is in force.
        DraftUnusable: parts of it cannot be read; they are discarded first.
        DraftCollides: a release since changed the same entries, and nobody chose between the two yet.
        LintFailed, BundleTooLarge.
    """
    draft = await _locked(tx, sections)
    _check_whole(draft, seen)
    if draft.useless:
        raise DraftUnusable(sections=draft.useless)
    if not draft.parts:
        raise NothingDrafted
    if draft.clashing:
        raise DraftCollides(sections=draft.clashing, current=draft.release)
    drafted = tuple(part.row.section for part in draft.parts)
    number = await publish(
        tx, draft.after, sections, actor=actor, note=note, base=draft.release, now=now, drafted=drafted
    )
    for section in drafted:
        _forget(tx, section)
    return number


def _check_seen(draft: Draft, section: str, seen: int | None, *, yours: Any, theirs: Any) -> None:
    if seen is not None and seen != draft.version_of(section):
        raise _moved(draft, section, yours=yours, theirs=theirs, clashes=[])


def _moved(draft: Draft, section: str, *, yours: Any, theirs: Any, clashes: list[Any]) -> SectionMoved:
    part = draft.part(section)
    return SectionMoved(
        section=section,
        version=draft.version_of(section),
        yours=msgspec.to_builtins(yours),
        theirs=msgspec.to_builtins(theirs),
        clashes=clashes,
        author_id=part.row.author_id if part else None,
        updated_at=msgspec.to_builtins(part.row.updated_at) if part else None,
    )


def _check_whole(draft: Draft, seen: int | None) -> None:
    if seen is not None and seen != draft.version:
        raise DraftMoved(version=draft.version, release=draft.release)


async def _discard(
    tx: Tx,
    draft: Draft,
    parts: Collection[DraftPart],
    sections: Sections,
    *,
    by: Authority,
    actor: Actor,
    now: datetime,
) -> None:
    for part in parts:
        if part.state == "draft":
            check_edits(by, sections.by_key[part.row.section], part.released, part.value)
        else:
            _check_whole_right(part, by)
    events: list[Event] = []
    for part in parts:
        section = part.row.section
        after = replace(draft.before, **{section: part.value}) if part.state == "draft" else draft.before
        edits, count = _edits(sections, draft.before, after)
        events.append(DraftDiscarded(section=section, base=part.row.base_release, edits=edits, count=count))
        _forget(tx, section)
    if events:
        await _record(tx, draft, events, actor=actor, now=now)


def _forget(tx: Tx, section: str) -> None:
    tx.keep("policy_draft", {"workspace_id": tx.workspace_id, "section": section}, None)


def _check_whole_right(part: DraftPart, by: Authority) -> None:
    """What cannot be read may be anybody's: it goes only with the right to all."""
    if not edits_all(by):
        raise NotYours(section=part.row.section, keys=[], names=[])


async def _record(tx: Tx, draft: Draft, events: list[Event], *, actor: Actor, now: datetime) -> None:
    command_id = tx.ids.next()
    await append(
        tx, "release", tx.workspace_id, events, actor=actor, command_id=command_id, release=draft.release, now=now
    )


def _edits(sections: Sections, before: PolicyBundle, after: PolicyBundle) -> tuple[tuple[DraftEdit, ...], int]:
    found = list(compare(sections.all, before, after))
    return tuple(_edit(one) for one in found[:MOST_EDITS]), len(found)


def _edit(one: Alteration) -> DraftEdit:
    thing = one.steps[-1].thing
    before = thing if one.kind == "removed" else one.before
    after = thing if one.kind == "added" else one.after
    return DraftEdit(path=one.path, change=one.kind, before=_short(before), after=_short(after))


def _short(value: Any) -> Any:
    """A value as the log keeps it; what is too long is left out."""
    plain = msgspec.to_builtins(value)
    return plain if len(msgspec.json.encode(plain)) <= LONGEST else None
