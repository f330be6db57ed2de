"""What is well, what is not, and how bad that is. Pure. ``gongdan doctor``, ``GET /system`` and
``/readyz`` say the same, because they ask here."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import msgspec

from gongdan.infra.disk import State as Room

CheckState = Literal["ok", "warn", "bad"]

SLOW: Final = timedelta(minutes=1)
LATE: Final = timedelta(minutes=5)
"""Workers are seconds behind: what is this far behind does not move."""
BACKUP_OLD: Final = timedelta(days=2)
_GIB: Final = 1024**3


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One finding. Its words stand in the catalogue: ``health.<key>`` is what was looked at, ``health.<key>.<word>``
    what was found, ``health.<key>.<word>.remedy`` what to do."""

    key: str
    word: str = "ok"
    state: CheckState = "ok"
    params: dict[str, Any] = {}

    @property
    def code(self) -> str:
        return f"{self.key}.{self.word}"


class Lag(msgspec.Struct, frozen=True, kw_only=True):
    """How far one who follows the log is behind. ``since``: the time of what comes next; None: nothing waits."""

    subscriber: str
    since: datetime | None
    waiting: int = 0
    is_relaxed: bool = False
    """It gathers what it does, so that being behind for a while is as it should be."""


class Backlog(msgspec.Struct, frozen=True, kw_only=True):
    """What waits somewhere, and since when the first of it should have been done."""

    count: int
    since: datetime | None


def disk(room: Room, free: int) -> Check:
    states: dict[Room, CheckState] = {"roomy": "ok", "low": "warn", "full": "bad"}
    word = "ok" if room == "roomy" else room
    return Check(key="disk", word=word, state=states[room], params={"free": size_of(free)})


def schema(missing: Sequence[str], strange: Sequence[str]) -> Check:
    """``missing`` was not applied yet, ``strange`` is of a newer version."""
    if missing:
        return Check(key="schema", word="behind", state="bad", params={"names": list(missing)})
    if strange:
        return Check(key="schema", word="ahead", state="warn", params={"names": list(strange)})
    return Check(key="schema")


def workers(led: int) -> Check:
    """``led``: followers of the log that some worker leads."""
    return Check(key="workers") if led else Check(key="workers", word="none", state="bad")


def deliveries(lags: Sequence[Lag], now: datetime) -> list[Check]:
    """One for each follower that is behind; else one that says that none is."""
    found = [_lagging(one, now) for one in lags]
    return [one for one in found if one is not None] or [Check(key="delivery", params={"count": len(lags)})]


def _lagging(lag: Lag, now: datetime) -> Check | None:
    behind = now - lag.since if lag.since is not None else timedelta(0)
    if behind <= (LATE if lag.is_relaxed else SLOW):
        return None
    params = {"subscriber": lag.subscriber, "since": lag.since, "count": lag.waiting}
    is_stuck = behind > LATE and not lag.is_relaxed
    return Check(key="delivery", word="late", state="bad" if is_stuck else "warn", params=params)


def queue(key: str, waiting: Backlog, now: datetime) -> Check:
    """Timers, mails that came, mails that go out: by how late the first of it is."""
    params = {"count": waiting.count, "since": waiting.since}
    behind = now - waiting.since if waiting.since is not None else timedelta(0)
    if behind <= SLOW:
        return Check(key=key, params=params)
    return Check(key=key, word="late", state="bad" if behind > LATE else "warn", params=params)


def held_back(holder: tuple[int | None, str, timedelta | None] | None) -> Check:
    """The transaction that delivery waits for first: process, name, for how long; None where our role can't see it."""
    if holder is None or (holder[2] is not None and holder[2] <= SLOW):
        return Check(key="held_back")
    return Check(key="held_back", word="held", state="warn", params={"pid": holder[0] or 0, "name": holder[1]})


def set_aside(events: int, timers: int) -> Check:
    if events + timers == 0:
        return Check(key="set_aside")
    return Check(key="set_aside", word="some", state="warn", params={"count": events, "value": timers})


def mailboxes(active: int, failing: Sequence[str]) -> Check:
    if failing:
        return Check(key="mailboxes", word="failing", state="bad", params={"names": list(failing)})
    if active == 0:
        return Check(key="mailboxes", word="none", state="warn")
    return Check(key="mailboxes", params={"count": active})


def backup(last: datetime | None, now: datetime) -> Check:
    if last is None:
        return Check(key="backup", word="never", state="warn")
    if now - last > BACKUP_OLD:
        return Check(key="backup", word="old", state="warn", params={"last": last})
    return Check(key="backup", params={"last": last})


def address(base_url: str) -> Check:
    """Whether people, and links in mails, can reach us, and unseen by others."""
    parts = urlsplit(base_url)
    params = {"address": base_url}
    if (parts.hostname or "") in ("localhost", "127.0.0.1", "::1"):
        return Check(key="address", word="local", state="warn", params=params)
    if parts.scheme != "https":
        return Check(key="address", word="open", state="warn", params=params)
    return Check(key="address", params=params)


def worst(checks: Sequence[Check]) -> CheckState:
    order: tuple[CheckState, ...] = ("ok", "warn", "bad")
    return max((one.state for one in checks), key=order.index, default="ok")


def size_of(size: int) -> str:
    """A number of bytes as people read it."""
    return f"{size / _GIB:.1f} GiB" if size >= _GIB else f"{size / 1024**2:.0f} MiB"
