"""All sections of the bundle, as one list, and what is asked of every one of them: keys, names, references, what
became of the keys of the release before, and the difference of two bundles. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, get_args

import msgspec
from msgspec.structs import replace

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Finding, Rows, Section, Surroundings, below, unknown
from gongdan.domains.policy.changes.values import Names, Speech
from gongdan.domains.policy.checking.bounds import check_bounds
from gongdan.kernel.text import LOCALES

Across = Callable[[Sequence[Section], PolicyBundle, Surroundings], Iterable[Finding]]
"""A lint that looks at the same thing in every section, such as its conditions."""


Speaks = Callable[[PolicyBundle, PolicyBundle, Names], Speech]
"""How conditions and actions are told that stand in one of two bundles."""


class Sections:
    """The declared sections, and what looks across all of them.

    Raises:
        ValueError: a section is declared twice, is no member of the bundle, or names what is no section and no row.
    """

    def __init__(self, sections: Iterable[Section], across: Sequence[Across] = (), *, speech: Speaks) -> None:
        self.all: Final = tuple(sections)
        self.speech: Final = speech
        self.by_key: Final[Mapping[str, Section]] = {one.key: one for one in self.all}
        self._across = tuple(across)
        members = {field for field in PolicyBundle.__struct_fields__ if field != "schema"}
        if len(self.by_key) != len(self.all) or not self.by_key.keys() <= members:
            raise ValueError("a section is declared twice, or the bundle has no such member")
        named = {kind for one in self.all for kind in one.names.values()}
        if lost := named - self.by_key.keys() - {*get_args(Rows)}:
            raise ValueError(f"sections name what there is not: {sorted(lost)}")

    def check(
        self, bundle: PolicyBundle, around: Surroundings, before: PolicyBundle | None = None
    ) -> Iterator[Finding]:
        """What is wrong with a bundle; ``before``: the release that it is to follow."""
        keys = {one.key: {entry.key for _, entry in one.entries(bundle)} for one in self.all if one.is_list}
        yield from check_bounds(bundle, around)
        for section in self.all:
            yield from _entries(section, bundle)
            yield from _references(section, bundle, keys, around)
            yield from section.lint(bundle, around)
            if before is not None:
                yield from _taken_away(section, bundle, before)
        for lint in self._across:
            yield from lint(self.all, bundle, around)

    def retiring(self, bundle: PolicyBundle, before: PolicyBundle, *, nested: bool = False) -> PolicyBundle:
        """The bundle with the entries of ``before`` that it lacks, retired; ``nested``: also what stands below them."""
        kept: dict[str, Any] = {}
        for section in self.all:
            if section.is_list:
                paths = section.keys if nested else ()
                kept[section.key] = _retired(getattr(bundle, section.key), getattr(before, section.key), paths)
        return replace(bundle, **kept)


def _entries(section: Section, bundle: PolicyBundle) -> Iterator[Finding]:
    """Keys are unique in their section and every name exists in both languages."""
    if not section.is_list:
        return
    entries: Sequence[Any] = getattr(bundle, section.key)
    for key, count in Counter(entry.key for entry in entries).items():
        if count > 1:
            yield Finding(path=f"{section.key}.{key}", code="duplicate_key")
    for entry in entries:
        missing = [locale for locale in LOCALES if not entry.name.get(locale)]
        if missing:
            yield Finding(path=f"{section.key}.{entry.key}.name", code="name_missing", params={"locales": missing})
    if section.is_needed and all(entry.retired for entry in entries):
        yield Finding(path=section.key, code="section_empty")


def _references(
    section: Section, bundle: PolicyBundle, keys: Mapping[str, set[str]], around: Surroundings
) -> Iterator[Finding]:
    """What it names exists. Rows come and go: a retired entry may name one that is gone. A skill that nobody has is
    worth a warning."""
    for where, entry in section.entries(bundle):
        for path, kind in section.names.items():
            known = keys[kind] if kind in keys else getattr(around, kind)
            for spot in below(entry, path, where):
                if not spot.in_force and kind not in keys:
                    continue
                for key in sorted(_named(spot.value)):
                    yield from unknown(spot.where, key, known, severity="warning" if kind == "skills" else "error")


def _named(value: Any) -> Iterator[str]:
    """The keys of a value: one, several, or those of a map."""
    if isinstance(value, str | int):
        yield str(value)
    elif value is not None:
        yield from (str(key) for key in value)


def _taken_away(section: Section, bundle: PolicyBundle, before: PolicyBundle) -> Iterator[Finding]:
    """Keys below an entry that the release before had: tickets may name them, so they are retired instead."""
    entries = dict(section.entries(bundle))
    for where, entry in section.entries(before):
        for path in section.keys if where in entries else ():
            had = {f"{spot.where}.{one.key}": one for spot in below(entry, path, where) for one in spot.value}
            has = {f"{spot.where}.{one.key}" for spot in below(entries[where], path, where) for one in spot.value}
            for gone in sorted(had.keys() - has):
                yield Finding(path=gone, code="key_taken_away", params={"key": had[gone].key})


def _retired(entries: Sequence[Any], before: Sequence[Any], paths: Sequence[str]) -> tuple[Any, ...]:
    """``entries``, and those of ``before`` whose keys they lack, retired; the same for the lists at ``paths``."""
    keys, old = {one.key for one in entries}, {one.key: one for one in before}
    kept = [_restored(one, old[one.key], paths) if one.key in old else one for one in entries]
    return (*kept, *(replace(one, retired=True) for one in before if one.key not in keys))


def _restored(entry: Any, before: Any, paths: Sequence[str]) -> Any:
    """``entry`` with what its lists at ``paths`` lack of ``before``. Longer paths go through shorter ones."""
    lists = dict.fromkeys(path.partition(".")[0] for path in paths)
    found = {
        name: _retired(
            getattr(entry, name),
            getattr(before, name),
            [path.partition(".")[2] for path in paths if path.startswith(f"{name}.")],
        )
        for name in lists
    }
    return replace(entry, **found) if found else entry


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One value that differs between two bundles. None: there is none on that side."""

    path: str
    before: Any
    after: Any


def differences(before: PolicyBundle, after: PolicyBundle) -> Iterator[Difference]:
    """What differs, by path; entries are compared by their keys, wherever they stand."""
    yield from _differences("", msgspec.to_builtins(before), msgspec.to_builtins(after))


def _differences(path: str, before: Any, after: Any) -> Iterator[Difference]:
    old, new = _parts(before), _parts(after)
    if old is None or new is None:
        if before != after:
            yield Difference(path=path, before=before, after=after)
        return
    for key in dict.fromkeys((*old, *new)):
        yield from _differences(f"{path}.{key}" if path else key, old.get(key), new.get(key))
    common = [key for key in old if key in new]
    if isinstance(before, list | tuple) and common != [key for key in new if key in old]:
        yield Difference(path=f"{path}.order", before=list(old), after=list(new))


def _parts(value: Any) -> dict[str, Any] | None:
    """What a value is compared by: the members of an object, the entries of a keyed list."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list | tuple) and value and all(isinstance(one, dict) and "key" in one for one in value):
        return {one["key"]: one for one in value}
    return None
