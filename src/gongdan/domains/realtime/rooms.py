"""The open streams of a process, by workspace. A client that reads too slowly loses its events, never its place."""

import secrets
import time
from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority, reach
from gongdan.domains.realtime.lists import Told
from gongdan.domains.realtime.model import Seen
from gongdan.domains.realtime.watch import LiveLine, OpenedList, Watch
from gongdan.infra.bus import Bell
from gongdan.infra.log.position import Position
from gongdan.kernel.errors import TooMany

MOST_FRAMES: Final = 256
"""That wait for a client; one more, and all are replaced by ``resync``."""
MOST_STREAMS: Final = 20
"""Of one person in one process."""
CHECKED_EVERY_S: Final = 15.0

_encode = msgspec.json.Encoder().encode


def frame(event: str, body: Any, position: Position | None = None) -> bytes:
    """One server-sent event. With a position, the browser brings it back as ``Last-Event-ID``."""
    head = f"id: {position}\n" if position else ""
    return f"{head}event: {event}\ndata: ".encode() + _encode(body) + b"\n\n"


class TicketFrames:
    """What clients are told of one change: the row is written once, what happened to their lists for each."""

    def __init__(self, line: LiveLine, listed: Mapping[Hashable, Told], position: Position) -> None:
        self._line = line
        self._listed = listed
        self._position = position
        self._row = msgspec.Raw(_encode(line.row))
        self._plain: dict[Seen, bytes] = {}

    def of(self, what: Seen, lists: Mapping[str, OpenedList]) -> bytes:
        told = {name: self._listed[key] for name, one in lists.items() if (key := one.watch.key) in self._listed}
        if told:
            return self._frame(what, told)
        if what not in self._plain:
            self._plain[what] = self._frame(what, told)
        return self._plain[what]

    def _frame(self, what: Seen, told: Mapping[str, Told]) -> bytes:
        body = {
            "number": self._line.number,
            "version": self._line.version,
            "kinds": what.kinds,
            "messages": what.messages,
            "row": None if what.gone else self._row,
            "gone": what.gone,
            "lists": {} if what.gone else told,
        }
        return frame("ticket", body, self._position)


class Client:
    """One open stream."""

    def __init__(self, authority: Authority) -> None:
        self.id = secrets.token_urlsafe(9)
        self.authority = authority
        self.reach = reach(authority)
        self.is_suspect = False
        """Something happened to their rights: they are looked up again before they get anything more."""
        self.is_ended = False
        self.counts: dict[str, int] = {}
        """What they were last told of their views."""
        self.is_counted = False
        """Whether ``views`` are those that they have."""
        self.views: tuple[Watch, ...] = ()
        self.edition: Hashable = None
        self.lists: dict[str, OpenedList] = {}
        """What they have on their screens, by the name that they gave it; the oldest first."""
        self._frames: deque[bytes] = deque()
        self._bell = Bell()
        self._checked_at = time.monotonic()

    def put(self, one: bytes, position: Position | None = None) -> None:
        """Queue a frame. ``position`` is where a resync would leave them."""
        if len(self._frames) >= MOST_FRAMES:
            self.resync(position)
        else:
            self._frames.append(one)
            self._bell.ring()

    def resync(self, position: Position | None = None) -> None:
        """Drop what waits: everything on the page has to be read again."""
        self._frames.clear()
        self._frames.append(frame("resync", {}, position))
        self._bell.ring()

    def suspect(self) -> None:
        self.is_suspect = True
        self._bell.ring()

    def end(self) -> None:
        self.is_ended = True
        self._bell.ring()

    @property
    def must_be_checked(self) -> bool:
        return self.is_suspect or time.monotonic() - self._checked_at >= CHECKED_EVERY_S

    def passes(self, now: Authority | None) -> bool:
        """Whether they are still who they were, with the rights that they had. Another release changes no rights; they
        are of the new one from now on."""
        self.is_suspect = False
        self._checked_at = time.monotonic()
        if now is None or msgspec.structs.replace(now, release=self.authority.release) != self.authority:
            return False
        self.authority = now
        return True

    async def frames(self, at_most_s: float) -> bytes:
        """What waits, or what comes in time."""
        if not self._frames and not self.is_ended:
            await self._bell.wait(at_most_s)
        found = b"".join(self._frames)
        self._frames.clear()
        return found


class Rooms:
    def __init__(self) -> None:
        self._clients: dict[int, set[Client]] = defaultdict(set)

    def join(self, client: Client) -> None:
        """Raises:
        TooMany: the person holds too many streams.
        """
        own = self.of_person(client.authority.workspace_id, client.authority.person_id)
        if sum(1 for _ in own) >= MOST_STREAMS:
            raise TooMany(retry_after_s=int(CHECKED_EVERY_S))
        self._clients[client.authority.workspace_id].add(client)

    def leave(self, client: Client) -> None:
        """Leaving twice does nothing."""
        room = self._clients.get(client.authority.workspace_id, set())
        room.discard(client)
        if not room:
            self._clients.pop(client.authority.workspace_id, None)

    def of_workspace(self, workspace_id: int) -> Iterable[Client]:
        return tuple(self._clients.get(workspace_id, ()))

    def find(self, workspace_id: int, person_id: int, client_id: str) -> Client | None:
        """A client of this person in this process."""
        return next((one for one in self.of_person(workspace_id, person_id) if one.id == client_id), None)

    def of_person(self, workspace_id: int, person_id: int | None) -> Iterator[Client]:
        return (one for one in self.of_workspace(workspace_id) if one.authority.person_id == person_id)

    def people(self) -> dict[int, set[int]]:
        """Workspace → whoever has a stream open."""
        return {
            workspace_id: {one.authority.person_id for one in room if one.authority.person_id is not None}
            for workspace_id, room in self._clients.items()
        }

    def everyone(self) -> Iterator[Client]:
        return (client for room in tuple(self._clients.values()) for client in tuple(room))

    @property
    def is_empty(self) -> bool:
        return not self._clients
