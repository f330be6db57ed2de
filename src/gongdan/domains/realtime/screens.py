"""Which lists clients have on their screens. One is asked for at any process; the one that has the client opens it."""

from collections.abc import Iterable
from typing import Final

import msgspec
import structlog

from gongdan.domains.realtime.lists import MOST_LISTS, Lists
from gongdan.domains.realtime.public import LIST_CHANNEL, ListHint, OpenList
from gongdan.domains.realtime.rooms import Client, Rooms, frame
from gongdan.infra.bus import Bell, Publisher
from gongdan.infra.db.tx import Database

IDLE_S: Final = 60.0

log = structlog.get_logger()


class Screens:
    def __init__(self, db: Database, rooms: Rooms, publisher: Publisher, open_list: OpenList) -> None:
        self.lists = Lists()
        self._db = db
        self._rooms = rooms
        self._publisher = publisher
        self._open_list = open_list
        self._asked: list[ListHint] = []
        self._asked_bell = Bell()

    def leave(self, client: Client) -> None:
        """A client is gone. Twice does nothing."""
        for name in tuple(client.lists):
            self._close(client, name)

    async def open(self, hint: ListHint) -> None:
        """Tell a client from now on what changes do to a list, or no longer (``asked`` None). Whichever process has the
        client hears of it.

        Raises:
            Refusal: the list cannot be read.
        """
        client = self._rooms.find(hint.workspace_id, hint.person_id, hint.client)
        if client is None:
            self._publisher.publish(LIST_CHANNEL, msgspec.json.encode(hint).decode())
        else:
            await self._set(client, hint)

    def hear(self, payload: str) -> None:
        hint = msgspec.json.decode(payload, type=ListHint)
        if self._rooms.find(hint.workspace_id, hint.person_id, hint.client) is not None:
            self._asked.append(hint)
            self._asked_bell.ring()

    async def run(self) -> None:
        """Open the lists that were asked for in other processes, until cancelled."""
        while True:
            await self._asked_bell.wait(IDLE_S)
            asked, self._asked = self._asked, []
            for hint in asked:
                client = self._rooms.find(hint.workspace_id, hint.person_id, hint.client)
                try:
                    if client is not None:
                        await self._set(client, hint)
                except Exception as fault:  # the page goes on asking for itself
                    log.warning("realtime.list_failed", exc_info=fault)

    async def _set(self, client: Client, hint: ListHint) -> None:
        if hint.asked is None:
            self._close(client, hint.list)
            return
        opened = await self._open_list(self._db, client.authority, hint.asked)
        if client.is_ended or client not in self._rooms.of_workspace(hint.workspace_id):
            return
        self._close(client, hint.list)
        if len(client.lists) >= MOST_LISTS:
            self.close(client, [next(iter(client.lists))])
        client.lists[hint.list] = self.lists.hold(opened)
        client.put(frame("list", {"list": hint.list, "is_open": True}))

    def close(self, client: Client, names: Iterable[str] | None = None) -> None:
        """Close lists, all of them unless some are named, and say so: the page opens again what it shows."""
        for name in tuple(client.lists) if names is None else names:
            self._close(client, name)
            client.put(frame("list", {"list": name, "is_open": False}))

    def _close(self, client: Client, name: str) -> None:
        if (opened := client.lists.pop(name, None)) is not None:
            self.lists.release(opened)
