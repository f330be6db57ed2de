"""A workspace whose tickets are bare rows with honest events, readers of it, and a browser that holds a stream."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import msgspec
from litestar import Litestar

from gongdan.domains.accounts.public import Authority, Grant, Reach, TicketKeys, covers, reach
from gongdan.domains.realtime.public import (
    ListAsked,
    LiveLine,
    LiveNotice,
    OpenedList,
    ReadersViews,
    Wanted,
    Watch,
)
from gongdan.domains.tickets import events as e
from gongdan.infra.db.tx import Database, Query, ReadTx, Tx
from gongdan.infra.log.append import append, put_events
from gongdan.infra.log.chain import NO_HASH
from gongdan.kernel.events import Actor, Event, Logged, Stream

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEAMS = ("service", "tech", "finance")


class World(msgspec.Struct):
    db: Database
    id: int

    async def ticket(self, team: str | None = "service", **columns: Any) -> int:
        """A new ticket; its log begins with version 1."""
        ticket_id = (await self.db.ids()).next()
        opened = e.TicketOpened(
            number=f"GD-{ticket_id}", title="t", type="question", category=None, priority="P2", status="new",
            phase="new", workflow="w", requester_id=7, channel="web",
        )  # fmt: skip
        async with self.db.write(self.id) as tx:
            head = self._append(tx, ticket_id, 0, NO_HASH, [opened])
            row = {
                "workspace_id": self.id, "id": ticket_id, "number": opened.number, "title": "t", "title_normal": "t", "type": "question",
                "priority": "P2", "status": "new", "phase": "new", "workflow": "w", "requester_id": 7, "channel": "web",
                "created_at": NOW, "updated_at": NOW, "status_at": NOW, "version": 1, "head_hash": head, "team": team,
            }  # fmt: skip
            tx.insert("ticket", row | columns)
        return ticket_id

    async def change(self, ticket_id: int, *events: Event, **columns: Any) -> None:
        """Append ``events`` and set ``columns``, as a command does."""
        async with self.db.write(self.id) as tx:
            _, rows = await tx.gather(
                Query(tuple, "select pg_advisory_xact_lock(%(id)s)", {"id": ticket_id}),
                Query(
                    tuple,
                    "select version, head_hash from ticket where workspace_id = %(workspace)s and id = %(id)s",
                    {"id": ticket_id},
                ),
            )
            ((version, head),) = rows
            columns |= {"head_hash": self._append(tx, ticket_id, version, head, events)}
            columns |= {"version": version + len(events)}
            sets = ", ".join(f"{name} = %({name})s" for name in columns)
            tx.put(
                f"update ticket set {sets} where workspace_id = %(workspace)s and id = %(id)s", id=ticket_id, **columns
            )

    async def move(self, ticket_id: int, team: str) -> None:
        async with self.db.read(self.id) as tx:
            (line,) = await lines(tx, [ticket_id], Wanted())
        await self.change(ticket_id, e.TicketTeamSet(before=line.keys.team, after=team), team=team)

    async def snapshot(self, authority: Authority) -> dict[str, int]:
        """Number → version of what a reader sees in lists."""
        async with self.db.read(self.id) as tx:
            ids = await tx.rows(tuple, "select id from ticket where workspace_id = %(workspace)s")
            found = await lines(tx, [ticket_id for (ticket_id,) in ids], Wanted())
        return {line.number: line.version for line in found if line.row and covers(reach(authority), line.keys)}

    def _append(self, tx: Tx, ticket_id: int, version: int, head: bytes, events: Sequence[Event]) -> bytes:
        logged = [
            Logged(
                workspace_id=self.id, stream="ticket", stream_id=ticket_id, seq=seq, id=tx.ids.next(),
                actor=Actor(kind="system", via="worker"), command_id=tx.ids.next(), cause=None, depth=0, release=1,
                at=NOW, event=event,
            )
            for seq, event in enumerate(events, version + 1)
        ]  # fmt: skip
        return put_events(tx, logged, previous=head, stream="ticket")

    def staff(self, person_id: int, *teams: str, actions: Sequence[str] = ("ticket.read", "note.read")) -> Authority:
        """Who sees what their teams have; without teams, everything."""
        grant = Grant(frozenset(actions), "team" if teams else "all", frozenset(teams))
        return Authority(
            workspace_id=self.id, person_id=person_id, kind="staff", name=f"p{person_id}", grants=(grant,),
            teams=frozenset(teams), led_teams=frozenset(), department_teams=frozenset(), organisations=frozenset(),
            classes=frozenset(), locale="zh-CN", zone="UTC", release=1, roles=frozenset(),
        )  # fmt: skip


async def lines(tx: ReadTx, ids: Sequence[int], wanted: Wanted, /) -> list[LiveLine]:
    rows = await tx.rows(
        tuple,
        """
        select t.number, t.version, t.trashed_at is null,
               t.id, t.team, t.type, t.assignee_id, t.requester_id, t.creator_id, t.organisation_id,
               array(select p.person_id from participant p
                      where p.workspace_id = t.workspace_id and p.ticket_id = t.id)
          from ticket t
         where t.workspace_id = %(workspace)s and t.id = any(%(ids)s)
        """,
        ids=list(ids),
    )
    return [
        LiveLine(
            keys=TicketKeys(*keys, participants=frozenset(participants)),
            number=number,
            version=version,
            row={"number": number, "version": version} if is_listed else None,
            values={release: {} for release in wanted.values},
        )
        for number, version, is_listed, *keys, participants in rows
    ]


async def find(tx: ReadTx, number: str) -> TicketKeys | None:
    rows = await tx.rows(
        tuple, "select id from ticket where workspace_id = %(workspace)s and number = %(number)s", number=number
    )
    found = await lines(tx, [ticket_id for (ticket_id,) in rows], Wanted())
    return found[0].keys if found else None


async def notices(tx: ReadTx, ids: Sequence[int]) -> list[LiveNotice]:
    return [LiveNotice(person_id=one % 100, body={"id": one}) for one in ids]


class Counting:
    """Two views of all tickets in reach: ``team``, which readers that are alike share, and ``mine``."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.asked: Counter[tuple[str, int | None]] = Counter()
        """(view, person) → how often it was counted for them."""
        self.broken: set[int | None] = set()
        """Those whose views cannot be read."""

    def of(self, view: str) -> dict[int | None, int]:
        return {person: times for (key, person), times in self.asked.items() if key == view}

    async def views(self, db: Database, authority: Authority, /) -> ReadersViews:
        if authority.person_id in self.broken:
            raise ValueError("no such condition")
        reached = reach(authority)
        return ReadersViews(
            watches=(
                watch("team", authority, reached, None),
                watch("mine", authority, reached, authority.person_id),
            ),
            edition=1,
        )

    async def members(self, db: Database, authority: Authority, watches: Sequence[Watch], /) -> list[list[int]]:
        self.asked.update((one.view, authority.person_id) for one in watches)
        async with db.read(authority.workspace_id) as tx:
            ids = await tx.rows(tuple, "select id from ticket where workspace_id = %(workspace)s")
            found = await lines(tx, [ticket_id for (ticket_id,) in ids], Wanted())
        held = [line.keys.id for line in found if line.row and covers(reach(authority), line.keys)]
        return [held for _ in watches]


def watch(view: str, authority: Authority, reached: Reach, person_id: int | None) -> Watch:
    """A view of all tickets in reach."""
    return Watch(
        key=(authority.workspace_id, view, reached, person_id),
        view=view,
        source=None,
        release=authority.release,
        reach=reached,
        needs=frozenset(),
        common=always,
        own=None,
        zone=None,
        turns=None,
    )


def always(values: Any, now: datetime) -> bool:
    return True


async def open_list(db: Database, authority: Authority, asked: ListAsked, /) -> OpenedList:
    """A list of all tickets in reach, by their numbers."""
    return OpenedList(
        workspace_id=authority.workspace_id,
        watch=watch(asked.view or "", authority, reach(authority), None),
        fields={},
        place=lambda line: line.number,
    )


class Page:
    """What a page makes of its stream: the lines that it shows."""

    def __init__(self) -> None:
        self.shown: dict[str, int] = {}
        self.must_read_again = False

    def hear(self, event: str, body: dict[str, Any]) -> None:
        if event == "resync":
            self.must_read_again = True
        if event != "ticket" or body["version"] < self.shown.get(body["number"], 0):
            return
        if body["gone"]:
            self.shown.pop(body["number"], None)
        else:
            self.shown[body["number"]] = body["row"]["version"]


def parsed(text: bytes) -> list[tuple[str, dict[str, Any], str | None]]:
    """(event, data, id) of each whole frame; comments are left out."""
    found = []
    for block in text.decode().split("\n\n"):
        values = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if "event" in values:
            found.append((values["event"], json.loads(values["data"]), values.get("id")))
    return found


class Browser:
    """Holds a stream of an ASGI application, as a server would carry it."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.received = b""
        self.is_over = False
        self._gone = asyncio.Event()

    @property
    def events(self) -> list[tuple[str, dict[str, Any], str | None]]:
        return parsed(self.received)

    def of(self, event: str) -> list[dict[str, Any]]:
        return [body for name, body, _ in self.events if name == event]

    def leave(self) -> None:
        self._gone.set()

    async def run(self, app: Litestar, headers: Mapping[str, str]) -> None:
        asked = False

        async def receive() -> Any:
            nonlocal asked
            if not asked:
                asked = True
                return {"type": "http.request", "body": b"", "more_body": False}
            await self._gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                self.status = message["status"]
                self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
            else:
                self.received += message.get("body", b"")
                if not message.get("more_body", False):
                    self.is_over = True
                    self._gone.set()  # servers say so to an application that has answered

        scope: Any = {
            "type": "http", "method": "GET", "path": "/stream", "raw_path": b"/stream", "query_string": b"",
            "root_path": "", "scheme": "http", "http_version": "1.1", "server": ("localhost", 80),
            "client": ("localhost", 1), "headers": [(k.encode(), v.encode()) for k, v in headers.items()],
            "asgi": {"version": "3.0", "spec_version": "2.3"},
        }  # fmt: skip
        await app(scope, receive, send)


@asynccontextmanager
async def browsing(app: Litestar, **headers: str) -> AsyncIterator[Browser]:
    """An open stream; it is over when the block ends."""
    browser = Browser()
    task = asyncio.create_task(browser.run(app, {name.replace("_", "-"): value for name, value in headers.items()}))
    try:
        yield browser
    finally:
        browser.leave()
        async with asyncio.timeout(30):
            await task


async def tell(world: World, stream_id: int, event: Event, stream: Stream = "person") -> None:
    async with world.db.write(world.id) as tx:
        await append(
            tx,
            stream,
            stream_id,
            [event],
            actor=Actor(kind="system", via="cli"),
            command_id=tx.ids.next(),
            release=1,
            now=NOW,
        )
