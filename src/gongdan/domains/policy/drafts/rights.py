"""Who edits what of the draft (spec 04, drafts): whoever holds ``policy.edit`` for all, everything; whoever holds it
for teams or types, the entries that are theirs. Pure."""

from collections.abc import Iterable, Iterator, Sequence
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


def check_edits(authority: Authority, section: Section, before: Any, after: Any) -> None:
    """``before`` and ``after`` are the whole section.

    Raises:
        NotYours: something differs that they may not edit, as it was or as it would be.
    """
    if edits_all(authority) or before == after:
        return
    if not section.is_list:
        raise NotYours(section=section.key, keys=[], names=[])
    was, now = ({entry.key: entry for entry in entries} for entries in (before, after))
    old, new = _keys(section, before), _keys(section, after)
    changed = [key for key in {**was, **now} if was.get(key) != now.get(key)]
    foreign = [key for key in changed if not all(may(authority, EDIT, keys[key]) for keys in (old, new) if key in keys)]
    if [key for key in was if key in now] != [key for key in now if key in was]:
        foreign.append(ORDER)
    if foreign:
        names = list(_names(foreign, {**now, **was}))
        raise NotYours(section=section.key, keys=foreign, names=names)


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
