"""What differs between two bundles, one change after the other, as somebody would say it: an entry was added, a member
of it changed. Entries are compared by their keys, what has no key by its place. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Any, Literal

import msgspec
from msgspec.structs import FieldInfo, replace

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Section
from gongdan.kernel.text import LOCALES, Name

Kind = Literal["added", "retired", "removed", "restored", "renamed", "text", "changed", "members", "order"]


class WayMark(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the way from the bundle to what changed."""

    owner: type[msgspec.Struct]
    """The shape that has the member."""
    member: str
    thing: Any = None
    """The element of the member's list that the way goes through; None: the member itself."""
    place: int | None = None
    """Of an element that nothing else tells from its neighbours; from 1."""
    key: str | None = None
    """The key of a map."""


class Alteration(msgspec.Struct, frozen=True, kw_only=True):
    section: str
    entry: str | None
    """The key of the entry; None: the section has none, or all are meant."""
    path: str
    kind: Kind
    steps: tuple[WayMark, ...]
    before: Any = None
    after: Any = None
    """``members``: what a list of words lost and gained."""
    locale: str | None = None
    """Of a text that is written in several languages."""


class _Way(msgspec.Struct, frozen=True, kw_only=True):
    """Where the comparison stands."""

    section: Section
    path: str
    steps: tuple[WayMark, ...]

    @property
    def below(self) -> str:
        """As ``Section`` names places: members of an entry, without keys."""
        return ".".join(step.member for step in self.steps[1:])

    def into(self, owner: type[msgspec.Struct], member: str) -> "_Way":
        step = WayMark(owner=owner, member=member)
        return replace(self, path=f"{self.path}.{member}", steps=(*self.steps, step))

    def through(self, name: str, **found: Any) -> "_Way":
        """To an element of the list, or of the map, at which it stands."""
        return replace(self, path=f"{self.path}.{name}", steps=(*self.steps[:-1], replace(self.steps[-1], **found)))

    def change(self, kind: Kind, before: Any = None, after: Any = None, locale: str | None = None) -> Alteration:
        first = self.steps[0].thing
        return Alteration(
            section=self.section.key,
            entry=getattr(first, "key", None),
            path=self.path,
            kind=kind,
            steps=self.steps,
            before=before,
            after=after,
            locale=locale,
        )


def compare(sections: Iterable[Section], before: PolicyBundle, after: PolicyBundle) -> Iterator[Alteration]:
    """All changes, in the order of the sections."""
    for section in sections:
        steps = (WayMark(owner=PolicyBundle, member=section.key),)
        way = _Way(section=section, path=section.key, steps=steps)
        yield from _value(way, getattr(before, section.key), getattr(after, section.key))


def _value(way: _Way, before: Any, after: Any) -> Iterator[Alteration]:
    if before == after:
        return
    if isinstance(before, msgspec.Struct) and type(before) is type(after) and not isinstance(before, Condition):
        yield from _struct(way, before, after)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _list(way, before, after)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            yield from _value(way.through(str(key), key=key), before.get(key), after.get(key))
    else:
        yield way.change("changed", before, after)


def _struct(way: _Way, before: Any, after: Any) -> Iterator[Alteration]:
    shape: type[msgspec.Struct] = type(after)
    for field in _fields(shape):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new or field.name == "key":
            continue
        if field.name == "retired":
            yield way.change("retired" if new else "restored")
        elif field.type == Name:
            for locale in (one for one in LOCALES if old.get(one, "") != new.get(one, "")):
                texts = (old.get(locale, ""), new.get(locale, ""))
                if field.name == "name":
                    yield replace(way.change("renamed", *texts, locale), path=f"{way.path}.name")
                else:
                    yield way.into(shape, field.name).change("text", *texts, locale)
        else:
            yield from _value(way.into(shape, field.name), old, new)


def _list(way: _Way, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Alteration]:
    both = (*before, *after)
    if all(isinstance(one, str | int) for one in both):
        lost, gained = [one for one in before if one not in after], [one for one in after if one not in before]
        yield way.change("members", lost, gained) if lost or gained else way.change("order")
        return
    if not all(isinstance(one, msgspec.Struct) for one in both):
        yield way.change("changed", before, after)
        return
    told_by = way.section.told_by.get(way.below, "key")
    old, new = _keyed(before, told_by), _keyed(after, told_by)
    if old is None or new is None:
        yield from _placed(way, before, after)
        return
    for key, entry in old.items():
        if key not in new and not getattr(entry, "retired", False):
            is_kept = len(way.steps) == 1 and way.section.is_list
            yield way.through(key, thing=entry).change("retired" if is_kept else "removed")
    for key, entry in new.items():
        if key in old:
            yield from _value(way.through(key, thing=entry), old[key], entry)
        else:
            yield way.through(key, thing=entry).change("added")
    lasting = {key for key, entry in new.items() if key in old and not getattr(entry, "retired", False)}
    if [key for key in old if key in lasting] != [key for key in new if key in lasting]:
        yield way.change("order")


def _keyed(entries: Sequence[Any], told_by: str) -> dict[str, Any] | None:
    """Entries by what tells them apart; None: nothing does."""
    if not all(hasattr(one, told_by) for one in entries):
        return None
    found = {str(getattr(one, told_by)): one for one in entries}
    return found if len(found) == len(entries) else None


def _placed(way: _Way, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Alteration]:
    """Elements that nothing tells apart: those that are as they were are left out of it."""
    old, new = ([msgspec.json.encode(one) for one in entries] for entries in (before, after))
    for what, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        shared = min(i_end - i, j_end - j)
        for n in range(shared):
            yield from _value(way.through(str(j + n), thing=after[j + n], place=j + n + 1), before[i + n], after[j + n])
        for n in range(i + shared, i_end):
            yield way.through(str(n), thing=before[n], place=n + 1).change("removed")
        for n in range(j + shared, j_end):
            yield way.through(str(n), thing=after[n], place=n + 1).change("added")


@cache
def _fields(shape: type[msgspec.Struct]) -> tuple[FieldInfo, ...]:
    return msgspec.structs.fields(shape)
