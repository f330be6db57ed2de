"""The live side of one process: one reader of the log for all its clients (spec 01, live)."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Hashable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

import msgspec
import psycopg
import structlog

from gongdan.domains.accounts.public import Authority, covers, mark_seen, may_somewhere
from gongdan.domains.realtime.counters import Counters
from gongdan.domains.realtime.lists import Told
from gongdan.domains.realtime.model import change, seen
from gongdan.domains.realtime.presence import Presence
from gongdan.domains.realtime.public import (
    DELIVERY_CHANNEL,
    LIST_CHANNEL,
    NOTICE_CHANNEL,
    NOTICES_READ_CHANNEL,
    OPERATION_CHANNEL,
    PRESENCE_CHANNEL,
    DeliveryHint,
    NoticeHint,
    NoticesReadHint,
    OperationHint,
    Sources,
)
from gongdan.domains.realtime.rooms import Client, Rooms, TicketFrames, frame
from gongdan.domains.realtime.screens import Screens
from gongdan.domains.realtime.watch import LiveLine, Look, Wanted, wanted_by
from gongdan.infra.bus import Bell, Listener, Publisher, running
from gongdan.infra.db.tx import Database
from gongdan.infra.log.doorbell import POLL_S, bell
from gongdan.infra.log.position import BATCH, START, Log, Position, position_of
from gongdan.infra.signals import on_stop_signal
from gongdan.kernel import clock
from gongdan.kernel.events import Logged

TICK_S: Final = 0.02
"""Least time between two readings: what happens within it is loaded and told together."""
MOST_RESUMED: Final = 1_000
"""Events that a client may have missed; after more it has to read everything again."""
MOST_BEHIND: Final = 5_000
"""Events that the reader may be behind; after more, everyone has to."""
SEEN_EVERY_S: Final = 60.0
"""After ten times that nobody of whom no process says so is there any more (accounts)."""
_RETRY_S: Final = 1.0
_IDLE_S: Final = 60.0
_OF_RIGHTS: Final = ("person", "team", "role", "organisation")
_OF_DEPARTMENTS: Final = frozenset({"workspace.department_changed", "workspace.department_removed"})
"""They decide which teams belong to whose departments."""
_OF_VIEWS: Final = ("workspace.view_added", "workspace.view_changed", "workspace.view_removed")
_SEE_POLICY: Final = ("policy.edit", "policy.read")
_ARRANGED: Final = "workspace.views_arranged"
_HARMLESS: Final = frozenset({"person.presence_set", "person.signed_in", "person.added", "customer.added"})

log = structlog.get_logger()


_Mailed = dict[int, set[int]]
"""Ticket → replies of which it changed what became of them."""


def _mailed() -> _Mailed:
    return defaultdict(set)


class Live:
    """Give it to handlers; ``open_live`` runs it."""

    def __init__(self, db: Database, log_: Log, publisher: Publisher, sources: Sources) -> None:
        self.rooms = Rooms()
        self.presence = Presence(publisher, self.rooms)
        self.counters = Counters(db, self.rooms, sources)
        self.screens = Screens(db, self.rooms, publisher, sources.open_list)
        self.sources = sources
        self._db = db
        self._log = log_
        self._position = START
        self._is_stopping = False
        self._noticed: dict[int, list[NoticeHint]] = defaultdict(list)
        self._notice_bell = Bell()
        self._delivered: dict[int, _Mailed] = defaultdict(_mailed)
        self._delivery_bell = Bell()
        self._wanted: dict[int, tuple[tuple[int, int], Wanted]] = {}

    async def join(self, authority: Authority, after: Position | None) -> Client:
        """A new client. With ``after`` it first gets what it missed; a snapshot read from now on fits to what follows.

        Raises:
            TooMany: the person holds too many streams.
        """
        client = Client(authority)
        self.rooms.join(client)
        try:
            if self._position == START:
                self._position = await self._log.end()
            client.put(frame("hello", {"client": client.id}, after or self._position))
            if after is not None:
                await self._resume(client, after)
            self.counters.welcome(client)
            if self._is_stopping:
                client.end()
        except BaseException:
            self.leave(client)
            raise
        return client

    def leave(self, client: Client) -> None:
        """Leaving twice does nothing."""
        self.rooms.leave(client)
        self.screens.leave(client)

    def passes(self, client: Client, now: Authority | None) -> bool:
        """Whether a client may stay. One of another release looks at its views and lists anew."""
        before = client.authority.release
        if not client.passes(now):
            return False
        if client.authority.release != before:
            client.is_counted = False
            self.screens.close(client)
        return True

    def stop(self) -> None:
        """End all streams, also those that come yet; their clients go to whoever serves then."""
        self._is_stopping = True
        for client in self.rooms.everyone():
            client.end()

    async def read(self, ring: Bell) -> None:
        """Follow the log until cancelled. An outage is waited for; what cannot be told is passed over by a resync."""
        is_stuck = False
        while True:
            await ring.wait(POLL_S)
            try:
                if is_stuck:
                    await self._skip()
                is_stuck = False
                await self.tick()
            except Exception as fault:
                log.warning("realtime.reading_failed", exc_info=fault)
                is_stuck = is_stuck or not isinstance(fault, psycopg.OperationalError)
                await asyncio.sleep(_RETRY_S)
            await asyncio.sleep(TICK_S)

    async def tick(self) -> None:
        """Tell everything that can be told by now. Without clients it only keeps its place."""
        told = 0
        while not self.rooms.is_empty and (events := await self._log.after(self._position)):
            end = position_of(events[-1])
            if told >= MOST_BEHIND:
                await self._skip()
                return
            for workspace_id, part in _by_workspace(events).items():
                await self._tell(workspace_id, part, end)
            self._position = end
            told += len(events)
            if len(events) < BATCH:
                return
        if self.rooms.is_empty:
            end = await self._log.end()
            if self.rooms.is_empty:  # else somebody joined meanwhile, and was promised what comes behind the old place
                self._position = end

    def hear_notice(self, payload: str) -> None:
        hint = msgspec.json.decode(payload, type=NoticeHint)
        if any(self.rooms.of_person(hint.workspace_id, hint.person_id)):
            self._noticed[hint.workspace_id].append(hint)
            self._notice_bell.ring()

    def hear_notices_read(self, payload: str) -> None:
        hint = msgspec.json.decode(payload, type=NoticesReadHint)
        for client in self.rooms.of_person(hint.workspace_id, hint.person_id):
            client.put(frame("notices_read", {"number": hint.number}))

    async def show_notices(self) -> None:
        """Show notices until cancelled. One that cannot be loaded is found in the list of notices."""
        while True:
            await self._notice_bell.wait(_IDLE_S)
            noticed, self._noticed = self._noticed, defaultdict(list)
            for workspace_id, hints in noticed.items():
                try:
                    async with self._db.read(workspace_id) as tx:
                        notices = await self.sources.notices(tx, [hint.notice_id for hint in hints])
                except Exception as fault:
                    log.warning("realtime.notices_failed", exc_info=fault)
                    continue
                for notice in notices:
                    message = frame("notice", notice.body)
                    for client in self.rooms.of_person(workspace_id, notice.person_id):
                        client.put(message)

    async def mark_seen(self) -> None:
        """Say of everybody with an open stream that they are there, until cancelled."""
        while True:
            await asyncio.sleep(SEEN_EVERY_S)
            try:
                await self.mark_all_seen()
            except Exception as fault:
                log.warning("realtime.seen_failed", exc_info=fault)

    async def mark_all_seen(self) -> None:
        for workspace_id, people in self.rooms.people().items():
            async with self._db.write(workspace_id) as tx:
                mark_seen(tx, sorted(people), clock.now())

    def hear_operation(self, payload: str) -> None:
        hint = msgspec.json.decode(payload, type=OperationHint)
        body = {name: getattr(hint, name) for name in ("id", "state", "total", "done", "failed", "unchanged")}
        for client in self.rooms.of_person(hint.workspace_id, hint.person_id):
            client.put(frame("operation", body))

    def hear_delivery(self, payload: str) -> None:
        hint = msgspec.json.decode(payload, type=DeliveryHint)
        if self.rooms.of_workspace(hint.workspace_id):
            named = set() if hint.message_id is None else {hint.message_id}
            self._delivered[hint.workspace_id][hint.ticket_id] |= named
            self._delivery_bell.ring()

    async def show_deliveries(self) -> None:
        """Tell whoever may see a ticket that its mails stand otherwise now, until cancelled."""
        while True:
            await self._delivery_bell.wait(_IDLE_S)
            delivered, self._delivered = self._delivered, defaultdict(_mailed)
            for workspace_id, mailed in delivered.items():
                try:
                    async with self._db.read(workspace_id) as tx:
                        lines = await self.sources.lines(tx, sorted(mailed), Wanted())
                except Exception as fault:
                    log.warning("realtime.deliveries_failed", exc_info=fault)
                    continue
                for line in lines:
                    message = frame("delivery", {"number": line.number, "messages": sorted(mailed[line.keys.id])})
                    for client in self.rooms.of_workspace(workspace_id):
                        if line.row is not None and covers(client.reach, line.keys):
                            client.put(message)

    async def _skip(self) -> None:
        self._position = await self._log.end()
        self.screens.lists.forget()
        self.counters.forget()
        for client in self.rooms.everyone():
            client.resync(self._position)

    async def _resume(self, client: Client, after: Position) -> None:
        """What happened behind ``after``: all of it, or a resync."""
        events = await self._log.after(after, MOST_RESUMED + 1)
        if len(events) > MOST_RESUMED:
            client.resync(self._position)
            return
        own = [logged for logged in events if logged.workspace_id == client.authority.workspace_id]
        _tell_policy([client], own)
        if own:
            lines = await self._lines(client.authority.workspace_id, own, Wanted())
            self._tell_lines([client], lines, own, position_of(events[-1]), {})

    async def _tell(self, workspace_id: int, events: Sequence[Logged[Any]], end: Position) -> None:
        if not self.rooms.of_workspace(workspace_id):
            return
        self._suspect(workspace_id, events)
        self._hear_views(workspace_id, events)
        _tell_policy(self.rooms.of_workspace(workspace_id), events)
        tally, opened = self.counters.of_workspace(workspace_id), self.screens.lists
        editions = (tally.edition, opened.edition)
        lines = await self._lines(workspace_id, events, self._wants(workspace_id, editions))
        now = clock.now()
        listed: dict[int, Mapping[Hashable, Told]] = {}
        for line in lines:
            look = Look(line, now)
            tally.take(look, editions[0])
            listed[line.keys.id] = opened.tell(workspace_id, look, editions[1])
        self._tell_lines(self.rooms.of_workspace(workspace_id), lines, events, end, listed)

    def _wants(self, workspace_id: int, editions: tuple[int, int]) -> Wanted:
        """What lines have to bring for the counters and lists of a workspace. Kept until there are others."""
        kept = self._wanted.get(workspace_id)
        if kept is not None and kept[0] == editions:
            return kept[1]
        opened = list(self.screens.lists.of_workspace(workspace_id))
        watches = [
            *(counter.watch for counter in self.counters.of_workspace(workspace_id).counters.values()),
            *(o.watch for o in opened),
        ]
        wanted = wanted_by(watches, opened)
        self._wanted[workspace_id] = (editions, wanted)
        return wanted

    async def _lines(self, workspace_id: int, events: Sequence[Logged[Any]], wanted: Wanted) -> Sequence[LiveLine]:
        ids = {logged.stream_id for logged in events if logged.stream == "ticket"}
        if not ids:
            return ()
        async with self._db.read(workspace_id) as tx:
            return await self.sources.lines(tx, sorted(ids), wanted)

    def _tell_lines(
        self,
        clients: Iterable[Client],
        lines: Sequence[LiveLine],
        events: Sequence[Logged[Any]],
        end: Position,
        listed: Mapping[int, Mapping[Hashable, Told]],
    ) -> None:
        """``listed``: ticket → key of a list → what happened there."""
        of_ticket: dict[int, list[Logged[Any]]] = defaultdict(list)
        for logged in events:
            if logged.stream == "ticket":
                of_ticket[logged.stream_id].append(logged)
        for line in lines:
            changed = change(line.keys, of_ticket[line.keys.id], self.sources.subjects)
            frames = TicketFrames(line, listed.get(line.keys.id, {}), end)
            for client in clients:
                what = seen(client.authority, client.reach, changed, is_listed=line.row is not None)
                if what is not None:
                    client.put(frames.of(what, client.lists), end)

    def _hear_views(self, workspace_id: int, events: Sequence[Logged[Any]]) -> None:
        """Views that were changed are looked up again; lists of them are opened again by the pages."""
        changed = {logged.event.key for logged in events if logged.event.kind in _OF_VIEWS}
        if changed or any(logged.event.kind == _ARRANGED for logged in events):
            self.counters.look_again(workspace_id)
        for client in self.rooms.of_workspace(workspace_id) if changed else ():
            self.screens.close(client, [name for name, one in client.lists.items() if one.watch.view in changed])

    def _suspect(self, workspace_id: int, events: Sequence[Logged[Any]]) -> None:
        """Have rights looked up again of those whose rights may have changed."""
        for logged in events:
            is_of_rights = logged.stream in _OF_RIGHTS or logged.event.kind in _OF_DEPARTMENTS
            if not is_of_rights or logged.event.kind in _HARMLESS:
                continue
            is_personal = logged.stream == "person"
            for client in self.rooms.of_workspace(workspace_id):
                if not is_personal or client.authority.person_id == logged.stream_id:
                    client.suspect()


@asynccontextmanager
async def open_live(
    db: Database, log_: Log, *, listener: Listener, publisher: Publisher, sources: Sources
) -> AsyncIterator[Live]:
    """The live side of a process, for the length of the block. ``listener`` is started by the caller afterwards.
    Streams end on the stop signal: servers wait for them before they end anything else."""
    live = Live(db, log_, publisher, sources)
    listener.on(PRESENCE_CHANNEL, live.presence.hear)
    listener.on(NOTICE_CHANNEL, live.hear_notice)
    listener.on(NOTICES_READ_CHANNEL, live.hear_notices_read)
    listener.on(DELIVERY_CHANNEL, live.hear_delivery)
    listener.on(OPERATION_CHANNEL, live.hear_operation)
    listener.on(LIST_CHANNEL, live.screens.hear)
    loops = (
        live.read(bell(listener)),
        live.show_notices(),
        live.show_deliveries(),
        live.screens.run(),
        live.presence.run(),
        live.mark_seen(),
        live.counters.run(),
    )
    async with running(*loops):
        with on_stop_signal(live.stop):
            try:
                yield live
            finally:
                live.stop()


def _tell_policy(clients: Iterable[Client], events: Sequence[Logged[Any]]) -> None:
    """Whoever may see the policy hears that its draft or the release in force is another one."""
    kinds = {logged.event.kind for logged in events if logged.stream == "release"}
    if not kinds:
        return
    message = frame("policy", {"is_published": "release.published" in kinds})
    for client in clients:
        if any(may_somewhere(client.authority, action) for action in _SEE_POLICY):
            client.put(message)


def _by_workspace(events: Sequence[Logged[Any]]) -> dict[int, list[Logged[Any]]]:
    found: dict[int, list[Logged[Any]]] = defaultdict(list)
    for logged in events:
        found[logged.workspace_id].append(logged)
    return found
