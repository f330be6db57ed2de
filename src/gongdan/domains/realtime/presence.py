"""Who looks at a ticket, or writes an answer to it, right now: told between processes, kept in no table.

Everyone present at a ticket is told who else is; whoever says that they are present may see the ticket, so nobody
learns of one that they may not.
"""

import asyncio
import time
from typing import Final, Literal

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.realtime.public import PRESENCE_CHANNEL
from gongdan.domains.realtime.rooms import Rooms, frame
from gongdan.infra.bus import Publisher

LASTS_S: Final = 30.0
"""Since it was last said; pages say it again every 15 s."""
_PRUNED_EVERY_S: Final = 5.0

Mode = Literal["viewing", "replying"]


class Hint(msgspec.Struct, frozen=True, kw_only=True):
    """What one process tells the others."""

    workspace_id: int
    number: str
    person_id: int
    name: str
    mode: Mode | None
    """None: they left."""


class Present(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    mode: Mode


class Presence:
    def __init__(self, publisher: Publisher, rooms: Rooms) -> None:
        self._publisher = publisher
        self._rooms = rooms
        self._present: dict[tuple[int, str], dict[int, tuple[Present, float]]] = {}

    def say(self, authority: Authority, number: str, mode: Mode | None) -> list[Present]:
        """They are at the ticket, or left it; returns who else is there. That they may see it was checked."""
        assert authority.person_id is not None
        hint = Hint(
            workspace_id=authority.workspace_id,
            number=number,
            person_id=authority.person_id,
            name=authority.name,
            mode=mode,
        )
        self._publisher.publish(PRESENCE_CHANNEL, msgspec.json.encode(hint).decode())
        return [one for one in self._people(authority.workspace_id, number) if one.id != authority.person_id]

    def hear(self, payload: str) -> None:
        hint = msgspec.json.decode(payload, type=Hint)
        people = self._present.setdefault((hint.workspace_id, hint.number), {})
        known = people.pop(hint.person_id, None)
        if hint.mode is not None:
            now = Present(id=hint.person_id, name=hint.name, mode=hint.mode)
            people[hint.person_id] = (now, time.monotonic() + LASTS_S)
        if (known and known[0].mode) != hint.mode:
            self._tell(hint.workspace_id, hint.number)

    async def run(self) -> None:
        """Forget those who have not been heard of."""
        while True:
            await asyncio.sleep(_PRUNED_EVERY_S)
            self.prune(time.monotonic())

    def prune(self, now: float) -> None:
        for (workspace_id, number), people in list(self._present.items()):
            lost = [person_id for person_id, (_, until) in people.items() if until <= now]
            for person_id in lost:
                del people[person_id]
            if lost:
                self._tell(workspace_id, number)
            if not people:
                del self._present[workspace_id, number]

    def _people(self, workspace_id: int, number: str) -> list[Present]:
        return [present for present, _ in self._present.get((workspace_id, number), {}).values()]

    def _tell(self, workspace_id: int, number: str) -> None:
        people = self._people(workspace_id, number)
        message = frame("presence", {"number": number, "people": people})
        for one in people:
            for client in self._rooms.of_person(workspace_id, one.id):
                client.put(message)
