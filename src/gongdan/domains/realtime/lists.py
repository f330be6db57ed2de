"""The lists that clients have open, and what a change does to each: ``enter``, ``leave``, ``move``, ``patch``
(spec 11.5). The browser holds no copy of the rules; it does what it is told.

Clients with the same list share one entry. It remembers what it last told of a ticket, of so many tickets; of others it
tells more than it need. ``ask``: it cannot tell, and the page reads the beginning of the list again.
"""

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.realtime.watch import Look, OpenedList

MOST_TOLD: Final = 2_000
"""Tickets that an entry remembers."""
MOST_LISTS: Final = 20
"""Of one client; one more closes the oldest."""

Change = Literal["enter", "leave", "move", "patch", "ask"]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a change did to a list. ``place`` and ``fields`` are those of the row, where it stands in the list."""

    change: Change
    place: Any = None
    fields: dict[str, Any] = {}


ASK: Final = Told(change="ask")


class _Entry:
    def __init__(self, opened: OpenedList, since: int) -> None:
        self.opened = opened
        self.since = since
        self.holders = 0
        self._places: OrderedDict[int, Any] = OrderedDict()

    def tell(self, look: Look) -> Told | None:
        line, opened = look.line, self.opened
        id = line.keys.id
        is_known, before = id in self._places, self._places.pop(id, None)
        after = opened.place(line) if look.holds(opened.watch) else None
        self._places[id] = after
        if len(self._places) > MOST_TOLD:
            self._places.popitem(last=False)
        if after is None:
            return None if is_known and before is None else Told(change="leave")
        fields = {key: line.fields[key] for key in opened.fields if key in line.fields}
        change: Change = "enter" if before is None else "patch" if before == after else "move"
        return Told(change=change, place=after, fields=fields)

    def forget(self) -> None:
        self._places.clear()


class Lists:
    """All open lists of a process."""

    def __init__(self) -> None:
        self._entries: dict[Hashable, _Entry] = {}
        self.edition = 0
        """Rises with every new entry: whoever loaded lines before knows which entries they do not serve."""

    def hold(self, opened: OpenedList) -> OpenedList:
        """The list as its holders share it. Each gives it back with ``release``."""
        entry = self._entries.get(opened.watch.key)
        if entry is None:
            self.edition += 1
            entry = self._entries[opened.watch.key] = _Entry(opened, self.edition)
        entry.holders += 1
        return entry.opened

    def release(self, opened: OpenedList) -> None:
        entry = self._entries[opened.watch.key]
        entry.holders -= 1
        if entry.holders == 0:
            del self._entries[opened.watch.key]

    def forget(self) -> None:
        """Something was missed: what was told is no longer known."""
        for entry in self._entries.values():
            entry.forget()

    def of_workspace(self, workspace_id: int) -> Iterator[OpenedList]:
        return (entry.opened for entry in self._entries.values() if entry.opened.workspace_id == workspace_id)

    def tell(self, workspace_id: int, look: Look, edition: int) -> dict[Hashable, Told]:
        """What the change did to each list of the workspace, by the key of its watch. ``edition``: as of the loading
        of the line."""
        found: dict[Hashable, Told] = {}
        for key, entry in self._entries.items():
            if entry.opened.workspace_id != workspace_id:
                continue
            told = ASK if entry.since > edition else entry.tell(look)
            if told is not None:
                found[key] = told
        return found
