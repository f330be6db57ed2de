"""Who edits what of the draft (spec 04, drafts): whoever holds ``policy.edit`` for all, everything; whoever holds it
for teams or types, the entries that are theirs. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Authority, Kind, may
from gongdan.domains.bundle.section import Section
from gongdan.domains.policy.drafts.merging import ORDER
from gongdan.domains.policy.errors import NotYours
from gongdan.kernel.text import Name

EDIT = "policy.edit"


class EntryKeys(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of an entry of the policy that decide who may edit it."""

    team: str | None = None
    type: str | None = None
    organisation_id: int | None = None
    participants: frozenset[int] = frozenset()

    def owners(self, kind: Kind) -> tuple[int | None, ...]:
        return ()

    def is_ticket(self, id: int) -> bool:
        return False


def edits_all(authority: Authority) -> bool:
    """Whether they edit what is nobody's own, such as the order of entries."""
    return may(authority, EDIT, EntryKeys())


def editable(authority: Authority, section: Section, entries: Sequence[Any]) -> list[str] | None:
    """The keys of the entries that they may edit; None: everything, and what is not there yet."""
    if edits_all(authority):
        return None
    if not section.is_list:
        return []
    keys = _keys(section, entries)
    return [entry.key for entry in entries if may(authority, EDIT, keys[entry.key])]


def may_edit(authority: Authority, section: Section | None, before: Any, after: Any) -> bool:
    """Whether ``check_edits`` lets it pass; of a section that there is not, as of what is nobody's own."""
    if section is None:
        return edits_all(authority)
    try:
        check_edits(authority, section, before, after)
    except NotYours:
        return False
    return True


def check_edits(authority: Authority, section: Section, before: Any, after: Any) -> None:
    """``before`` and ``after`` are the whole section.

    Raises:
        NotYours: something differs that they may not edit, as it was or as it would be, or goes somewhere else with
            what differs, or gets something below it.
    """
    if edits_all(authority) or before == after:
        return
    if not section.is_list:
        raise NotYours(section=section.key, keys=[], names=[])
    was, now = ({entry.key: entry for entry in entries} for entries in (before, after))
    old, new = _keys(section, before), _keys(section, after)
    changed = [key for key in {**was, **now} if was.get(key) != now.get(key)]
    moved = [key for key in changed if _place(was.get(key)) != _place(now.get(key))]
    touched = (
        *((old, key) for key in (*changed, *_below(moved, was))),
        *((new, key) for key in (*changed, *_above(moved, now))),
    )
    foreign = [key for keys, key in touched if key in keys and not may(authority, EDIT, keys[key])]
    # Of what is said twice it is not known which is meant.
    foreign += [key for key, count in Counter(entry.key for entry in after).items() if count > 1]
    if [key for key in was if key in now] != [key for key in now if key in was]:
        foreign.append(ORDER)
    if foreign:
        foreign = list(dict.fromkeys(foreign))
        names = list(_names(foreign, {**now, **was}))
        raise NotYours(section=section.key, keys=foreign, names=names)


def _above(moved: Iterable[str], now: Mapping[str, Any]) -> Iterator[str]:
    """What entries that come to stand elsewhere then stand below: it gets something below it."""
    for key in moved:
        parent: str | None = getattr(now.get(key), "parent", None)
        if parent is not None:
            yield parent


def _below(moved: Iterable[str], was: Mapping[str, Any]) -> Iterator[str]:
    """What stood below entries that come to stand elsewhere, or are no more: it goes with them."""
    children: defaultdict[str, list[str]] = defaultdict(list)
    for one in was.values():
        children[getattr(one, "parent", None) or ""].append(one.key)
    waiting, seen = list(moved), set[str]()
    while waiting:
        if (key := waiting.pop()) not in seen:
            seen.add(key)
            yield from children[key]
            waiting += children[key]


def _place(entry: Any) -> tuple[Any, ...]:
    return (entry is None, getattr(entry, "parent", None), getattr(entry, "retired", False))


def _names(keys: Iterable[str], entries: dict[str, Any]) -> Iterator[Name]:
    for key in keys:
        if key in entries:
            yield entries[key].name


def _keys(section: Section, entries: Sequence[Any]) -> dict[str, EntryKeys]:
    by_key = {entry.key: entry for entry in entries}
    return {
        key: EntryKeys(team=_team(section, entry, by_key), type=key if section.key == "types" else None)
        for key, entry in by_key.items()
    }


def _team(section: Section, entry: Any, by_key: dict[str, Any]) -> str | None:
    """Its own, else that of what it stands below. A tree that goes in circles ends where it began."""
    seen: set[str] = set()
    while section.owned_by and entry is not None and entry.key not in seen:
        team: str | None = getattr(entry, section.owned_by)
        if team is not None:
            return team
        seen.add(entry.key)
        entry = by_key.get(getattr(entry, "parent", None) or "")
    return None
