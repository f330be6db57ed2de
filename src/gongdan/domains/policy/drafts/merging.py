"""Two changes of one section that were made side by side, put together key by key. Pure.

A key is that of an entry; of a section that is one whole, a member. What one side changed is taken. What both changed,
each another way, is a *clash*: nobody's change is dropped before somebody chose.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import msgspec
from msgspec.structs import replace

Whose = Literal["yours", "theirs"]

ORDER: Final = "*order"
"""Stands among the keys for the order of the entries; no key looks like it."""


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    base: Any
    """What both were made from. None here and below: there is no such entry; of ``ORDER`` keys in their order."""
    yours: Any
    theirs: Any


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    value: Any
    """Where they clash, it has yours."""
    clashes: tuple[Clash, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(clash.key for clash in self.clashes)


def merge(base: Any, yours: Any, theirs: Any, choices: Mapping[str, Whose] | None = None) -> Merged:
    """What ``yours`` does to ``base``, done to ``theirs``. A clash that is among the ``choices`` is none any more.

    An entry that is left out is retired where it was; so leaving out what the other side retired is the same change.
    """
    chosen = choices or {}
    if isinstance(yours, msgspec.Struct):
        parts, clashes = _both(_members(base), _members(yours), _members(theirs), chosen)
        return Merged(value=replace(yours, **parts), clashes=tuple(clashes))
    was, mine, other = _entries(base), _entries(yours), _entries(theirs)
    parts, clashes = _both(was, mine, other, chosen)
    order, clash = _order(list(was), list(mine), list(other), chosen)
    return Merged(
        value=tuple(parts[key] for key in order if parts.get(key) is not None),
        clashes=(*clashes, *([clash] if clash else ())),
    )


def _members(whole: Any) -> dict[str, Any]:
    return msgspec.structs.asdict(whole)


def _entries(section: Sequence[Any]) -> dict[str, Any]:
    return {entry.key: entry for entry in section}


def _both(
    base: Mapping[str, Any], yours: Mapping[str, Any], theirs: Mapping[str, Any], chosen: Mapping[str, Whose]
) -> tuple[dict[str, Any], list[Clash]]:
    parts: dict[str, Any] = {}
    clashes: list[Clash] = []
    for key in dict.fromkeys((*base, *theirs, *yours)):
        was, mine, other = base.get(key), yours.get(key), theirs.get(key)
        left, right = _kept(mine, was), _kept(other, was)
        if left == right:
            parts[key] = mine if other is None else other
        elif left == was:
            parts[key] = other
        elif right == was or chosen.get(key) == "yours":
            parts[key] = mine
        elif chosen.get(key) == "theirs":
            parts[key] = other
        else:
            parts[key] = mine
            clashes.append(Clash(key=key, base=was, yours=mine, theirs=other))
    return parts, clashes


def _kept(entry: Any, was: Any) -> Any:
    """What an entry that is left out comes to."""
    return replace(was, retired=True) if entry is None and hasattr(was, "retired") else entry


def _order(
    base: list[str], yours: list[str], theirs: list[str], chosen: Mapping[str, Whose]
) -> tuple[list[str], Clash | None]:
    """All keys in the order that one of them made; what each added stands where they put it."""
    your_move, their_move = _is_moved(base, yours), _is_moved(base, theirs)
    old = set(base)
    mine, other = ([key for key in keys if key in old] for keys in (yours, theirs))
    clash = None
    if your_move and their_move and _is_moved(mine, other):
        if ORDER not in chosen:
            clash = Clash(key=ORDER, base=base, yours=yours, theirs=theirs)
        their_move = chosen.get(ORDER) == "theirs"
    first = theirs if their_move else yours if your_move else base
    spine = _woven([key for key in first if key in old], base)
    return _with_new(spine, old, yours, theirs), clash


def _is_moved(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what stands in both stands in another order."""
    kept, still = set(after), set(before)
    return [key for key in before if key in kept] != [key for key in after if key in still]


def _woven(order: list[str], base: list[str]) -> list[str]:
    """``order`` with what it lacks of ``base``, each after what stood before it there."""
    found, has = list(order), set(order)
    for n, key in enumerate(base):
        if key not in has:
            found.insert(found.index(base[n - 1]) + 1 if n else 0, key)
            has.add(key)
    return found


def _with_new(spine: list[str], old: set[str], yours: list[str], theirs: list[str]) -> list[str]:
    """``spine`` with what either side added, after the old entry that it follows there. Of two that follow the same
    one, the order does not depend on whose they are."""
    groups = [dict(_added(keys, old)) for keys in (yours, theirs)]
    found: list[str] = []
    for anchor in (None, *spine):
        if anchor is not None:
            found.append(anchor)
        for group in sorted(group[anchor] for group in groups if anchor in group):
            found += group
    return list(dict.fromkeys(found))


def _added(keys: Sequence[str], old: set[str]) -> Iterator[tuple[str | None, list[str]]]:
    anchor, group = None, list[str]()
    for key in keys:
        if key not in old:
            group.append(key)
            continue
        if group:
            yield anchor, group
        anchor, group = key, []
    if group:
        yield anchor, group
