"""Whether one ticket stands in the views that are looked at: pure (spec 11.5).

A *watch* is a view, or a list that somebody has open, for one reader. Watches with equal keys hold the same tickets, so
readers that are alike share one.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import datetime, tzinfo
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import Reach, TicketKeys, covers

Test = Callable[[Any, datetime], bool]
"""(values of condition fields, now) → whether it holds."""
Turn = Callable[[Any, datetime], datetime | None]
"""(values, now) → when it may hold otherwise."""


class LiveLine(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket as lists show it."""

    keys: TicketKeys
    number: str
    version: int
    row: Any
    """What is sent to everybody who may see the ticket; None when no list shows it any more (spam, trash)."""
    values: Mapping[int, Mapping[str, Any]] = {}
    """Release → condition field → value, of the fields that were asked for."""
    fields: Mapping[str, Any] = {}
    """The fields that were asked for, as cells show them, by the keys of their columns."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a line has to bring for those who look."""

    values: Mapping[int, frozenset[str]] = {}
    """Release → condition fields."""
    fields: Mapping[str, Any] = {}
    """The fields that open lists show: key of the column → how whoever loads lines reads it."""


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    """Some tickets, for one reader."""

    key: Hashable
    view: str
    """Key of the view, or of that of a list; empty for a list without one."""
    source: Any
    """By which whoever made it counts it."""
    release: int
    reach: Reach
    needs: frozenset[str]
    """The condition fields that it asks."""
    common: Test
    """What does not depend on who reads: one function for all readers of a view."""
    own: Test | None
    """The rest."""
    zone: tzinfo | None
    """Whose days it asks for; None: it asks for none."""
    turns: Turn | None
    """When it may hold otherwise by time alone; None: it never does."""


class OpenedList(msgspec.Struct, frozen=True, kw_only=True):
    """A list that somebody has on their screen."""

    workspace_id: int
    watch: Watch
    fields: Mapping[str, Any]
    """The fields that it shows: key of the column → how whoever loads lines reads it."""
    place: Callable[[LiveLine], Any]
    """Where a ticket stands in it."""


def wanted_by(watches: Iterable[Watch], opened: Iterable[OpenedList]) -> Wanted:
    """What a line has to bring for these."""
    values: dict[int, set[str]] = {}
    for watch in watches:
        values.setdefault(watch.release, set()).update(watch.needs)
    return Wanted(
        values={release: frozenset(keys) for release, keys in values.items()},
        fields={key: read for one in opened for key, read in one.fields.items()},
    )


class ListAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A list as its reader asks for it."""

    view: str | None = None
    where: str | None = None
    sort: str | None = None
    order: Literal["asc", "desc"] | None = None


class Look:
    """One ticket as it stands now, asked by many watches: what they have in common is judged once."""

    def __init__(self, line: LiveLine, now: datetime) -> None:
        self.line = line
        self.id = line.keys.id
        self.now = now
        self._common: dict[Test, bool] = {}
        self._turns: dict[Turn, datetime | None] = {}

    def reached(self, reach: Reach) -> bool:
        return self.line.row is not None and covers(reach, self.line.keys)

    def holds(self, watch: Watch) -> bool:
        return self.reached(watch.reach) and self.meets(watch)

    def meets(self, watch: Watch) -> bool:
        """Whether it stands in the watch if it is in reach."""
        values = self.line.values[watch.release]
        common = self._common.get(watch.common)
        if common is None:
            common = self._common[watch.common] = watch.common(values, self.now)
        if not common or watch.own is None:
            return common
        return watch.own(values, self.now if watch.zone is None else self.now.astimezone(watch.zone))

    def turns(self, watch: Watch) -> datetime | None:
        """When the ticket may come into the watch, or leave it, though nothing happens to it."""
        turn = watch.turns
        if turn is None:
            return None
        if turn not in self._turns:
            self._turns[turn] = turn(self.line.values[watch.release], self.now)
        return self._turns[turn]
