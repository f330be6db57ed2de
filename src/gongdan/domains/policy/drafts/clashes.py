"""Clashes in words: what each side did to the entry, from what both began with. Pure, but for the texts."""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.structs import replace

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Section
from gongdan.domains.policy.changes.compare import WayMark, compare
from gongdan.domains.policy.changes.telling import tell, word
from gongdan.domains.policy.changes.values import Names, names_of
from gongdan.domains.policy.drafts.merging import ORDER, Clash
from gongdan.domains.policy.sections import Sections
from gongdan.domains.policy.shapes import ClashSide, ClashView
from gongdan.infra.catalogue import say
from gongdan.kernel.text import LOCALES, Name


def told_clashes(
    clashes: Iterable[Clash], section: Section, bundle: PolicyBundle, sections: Sections, rows: Names
) -> list[ClashView]:
    """The clashes of a section; sentences name what stands in ``bundle``."""
    names = names_of(sections.all, bundle, bundle, rows)
    return [_told(clash, section, bundle, sections, names) for clash in clashes]


def _told(clash: Clash, section: Section, bundle: PolicyBundle, sections: Sections, names: Names) -> ClashView:
    return ClashView(
        key=clash.key,
        name=_name(clash, section),
        yours=_side(clash, clash.yours, clash.theirs, section, bundle, sections, names),
        theirs=_side(clash, clash.theirs, clash.yours, section, bundle, sections, names),
    )


def _side(
    clash: Clash, value: Any, other: Any, section: Section, bundle: PolicyBundle, sections: Sections, names: Names
) -> ClashSide:
    """Of an entry that both added it says what it has otherwise than the other."""
    base = other if clash.base is None else clash.base
    before, after = (_only(clash.key, one, section, bundle) for one in (base, value))
    speech = sections.speech(before, after, names)
    changes = [one.text for one in tell(sections, compare([section], before, after), names, speech)]
    return ClashSide(value=msgspec.to_builtins(value), changes=changes)


def _only(key: str, value: Any, section: Section, bundle: PolicyBundle) -> PolicyBundle:
    """The bundle with nothing in the section but what clashes."""
    present = getattr(bundle, section.key)
    if not section.is_list:
        return replace(bundle, **{section.key: replace(present, **{key: value})})
    if key == ORDER:
        known = {entry.key: entry for entry in present}
        return replace(bundle, **{section.key: tuple(known[one] for one in value if one in known)})
    return replace(bundle, **{section.key: () if value is None else (value,)})


def _name(clash: Clash, section: Section) -> Name:
    if clash.key == ORDER:
        return {locale: say("changes.their_order", locale) or clash.key for locale in LOCALES}
    if not section.is_list:
        step = WayMark(owner=section.shape, member=clash.key)
        return {locale: word("labels", step, locale) for locale in LOCALES}
    entry = clash.base or clash.theirs or clash.yours
    name: Name = entry.name
    return name
