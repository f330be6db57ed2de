"""How many tickets stand in each view, moved by what happens: no I/O (spec 11.5)."""

import itertools
import time
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Set
from datetime import datetime
from typing import Final

from gongdan.domains.accounts.public import Reach
from gongdan.domains.realtime.watch import Look, Watch

RECOUNTED_EVERY_S: Final = 60.0
CAPPED: Final = 1_000
_EDITIONS: Final = itertools.count(1)
"""Of the whole process: a workspace that is left and entered again has no edition that it had before."""


class Counter:
    """How many tickets stand in a view, for all readers that are alike."""

    def __init__(self, watch: Watch, since: int) -> None:
        self.watch = watch
        self.since = since
        self.ids: set[int] | None = None
        self.is_stale = True
        self._rough: int | None = None
        self._counted_at = float("-inf")
        self._turns_at: datetime | None = None
        self._meanwhile: dict[int, bool] | None = None
        """What happened while it was being counted."""
        self._has_missed = False

    @property
    def count(self) -> int | None:
        """None: not counted yet, or it could not be counted in time."""
        return self._rough if self.ids is None else len(self.ids)

    def is_due(self, now: datetime) -> bool:
        has_turned = self._turns_at is not None and self._turns_at <= now
        return self.is_stale or has_turned or time.monotonic() - self._counted_at >= RECOUNTED_EVERY_S

    def take(self, look: Look) -> None:
        """A ticket in reach changed, and stands as ``look`` says."""
        self.put(look.id, look.meets(self.watch))
        if self.watch.turns is not None and (at := look.turns(self.watch)) is not None:
            self._turns_at = at if self._turns_at is None else min(at, self._turns_at)

    def put(self, id: int, holds: bool) -> None:
        """A ticket stands in the view, or does not."""
        if self._meanwhile is not None:
            self._meanwhile[id] = holds
        if self.ids is None:
            self.is_stale = self.is_stale or (self._rough is not None and not (holds and self._rough >= CAPPED))
        elif not holds:
            self.ids.discard(id)
        else:
            self.ids.add(id)
            if len(self.ids) >= CAPPED:
                self.ids, self._rough = None, CAPPED

    def miss(self) -> None:
        """A ticket changed, and nobody looked at it for this counter."""
        self.is_stale = self._has_missed = True

    def begin(self) -> None:
        self._meanwhile, self._has_missed = {}, False

    def end(self, found: Collection[int] | None, *, may_hold: bool) -> None:
        """``found``: the ids of up to ``CAPPED`` tickets as they were counted; None: it took too long."""
        meanwhile, self._meanwhile = self._meanwhile or {}, None
        self.is_stale, self._turns_at, self._counted_at = self._has_missed, None, time.monotonic()
        self._rough = None if found is None else len(found)
        self.ids = set(found) if found is not None and len(found) < CAPPED and may_hold else None
        for id, holds in meanwhile.items():
            self.put(id, holds)

    def give_up(self) -> None:
        self._meanwhile = None


class Tally:
    """The counters of a workspace."""

    def __init__(self) -> None:
        self.counters: dict[Hashable, Counter] = {}
        self.edition = next(_EDITIONS)
        """Rises with every new counter: whoever loaded lines before knows which counters they do not serve."""
        self._by_reach: dict[Reach, list[Counter]] | None = None

    def add(self, watches: Iterable[Watch]) -> None:
        for watch in watches:
            if watch.key not in self.counters:
                self.edition = next(_EDITIONS)
                self.counters[watch.key] = Counter(watch, self.edition)
                self._by_reach = None

    def keep(self, keys: Set[Hashable]) -> None:
        """Forget the other counters."""
        if not self.counters.keys() <= keys:
            self.counters = {key: one for key, one in self.counters.items() if key in keys}
            self._by_reach = None

    def take(self, look: Look, edition: int) -> None:
        """A ticket changed. ``edition``: as of the loading of its line. Most changes are out of most readers' reach,
        which is judged once for all their views."""
        for reach, counters in self._grouped().items():
            is_reached = look.reached(reach)
            for counter in counters:
                if counter.since > edition:
                    counter.miss()
                elif is_reached:
                    counter.take(look)
                else:
                    counter.put(look.id, False)

    def _grouped(self) -> dict[Reach, list[Counter]]:
        if self._by_reach is None:
            self._by_reach = defaultdict(list)
            for counter in self.counters.values():
                self._by_reach[counter.watch.reach].append(counter)
        return self._by_reach
