"""Snapshot and changes make a fresh snapshot: what the stream tells of lists, and how counters move (spec 11.5)."""

import json
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import psycopg
import pytest
from litestar import Litestar
from msgspec import UNSET

from gongdan import wiring
from gongdan.domains.accounts.public import Authority
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.inbox.lists.reading import ListRequest, read_page
from gongdan.domains.inbox.views.counts import view_counts
from gongdan.domains.inbox.views.shipped import VIEWS
from gongdan.domains.policy.presets import standard
from gongdan.domains.realtime.public import ListAsked, ListHint
from gongdan.domains.realtime.rooms import Client
from gongdan.domains.realtime.stream import Live
from gongdan.domains.routing.public import assign
from gongdan.domains.tickets.public import commands
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from tests.domains.realtime.kit import parsed
from tests.kit import Office, Visitor, found_office

NAME = {"zh-CN": "x", "en": "x"}
FIELDS = (
    CustomField(key="amount", name=NAME, kind="number", filterable=True),
    CustomField(key="plan", name=NAME, kind="text", filterable=True),
    CustomField(key="day", name=NAME, kind="date", filterable=True),
    CustomField(key="note", name=NAME, kind="text"),
)
DAYS = ["2026-01-01", "2026-02-01", None]

VIEWS_MADE: tuple[dict[str, Any], ...] = (
    {"condition": {"field": "fields.amount", "op": "gt", "value": 2}, "sort": "fields.amount", "order": "desc"},
    {"condition": {"field": "tags", "op": "has", "value": "x"}, "sort": "fields.plan", "columns": ["fields.note"]},
    {"condition": {"any": [{"field": "assignee", "op": "is", "value": {"known": "me"}},
                           {"field": "requester.tier", "op": "is", "value": "vip"}]}, "sort": "priority"},
    {"condition": {"not": {"field": "fields.day", "op": "is_empty"}}, "sort": "fields.day", "columns": ["reopened", "rating"]},
    {"condition": {"field": "title", "op": "contains", "value": "急"}, "sort": "created", "order": "asc"},
    {"condition": {"field": "updated_at", "op": "within_last", "value": {"n": 1, "unit": "day"}}, "sort": "due"},
    {"condition": {"all": [{"field": "watchers", "op": "has", "value": {"known": "me"}}]}, "sort": "due", "order": "desc"},
)  # fmt: skip
FILTERS = (
    None,
    {"all": [{"field": "priority", "op": "is_any", "value": ["P0", "P1"]}, {"field": "category", "op": "under", "value": "account"}]},
    {"field": "assignee", "op": "is_empty"},
)  # fmt: skip


@pytest.fixture
async def office(asgi: Litestar) -> AsyncIterator[Office]:
    yield await found_office(asgi, bundle=msgspec.structs.replace(standard([2026]), fields=FIELDS))


@pytest.fixture
def live(office: Office) -> Live:
    """A live side that moves when it is told to."""
    services = office.services
    return Live(services.db, services.log, services.publisher, wiring.live_sources(services))


class Screen:
    """What a page shows of a list: it does as it is told, and knows no rule."""

    def __init__(self, name: str, asked: ListAsked) -> None:
        self.name = name
        self.asked = asked
        self.rows: dict[str, dict[str, Any]] = {}
        self.is_open = False
        self.must_ask = 0

    async def read(self, office: Office, authority: Authority) -> None:
        self.rows = {row["number"]: row for row in await fresh(office, authority, self.asked)}

    def hear(self, event: str, body: dict[str, Any]) -> bool:
        """Whether the page has to read again."""
        if event == "list" and body["list"] == self.name:
            self.is_open = body["is_open"]
        if event != "ticket":
            return event == "resync"
        if body["gone"]:
            self.rows.pop(body["number"], None)
            return False
        told = body["lists"].get(self.name) if self.is_open else {"change": "ask"}
        if told is None:
            return False
        match told["change"]:
            case "ask":
                return True
            case "leave":
                self.rows.pop(body["number"], None)
            case _:
                self.rows[body["number"]] = body["row"] | {"place": told["place"], "fields": told["fields"]}
        return False

    def shown(self) -> list[dict[str, Any]]:
        """In the order of their places; what has none comes last, whatever the direction."""
        rows = list(self.rows.values())
        is_down = self.asked.order == "desc"
        there = [row for row in rows if row["place"]["by"] is not None]
        there.sort(key=lambda row: (row["place"]["by"], row["place"]["id"]), reverse=is_down)
        rest = sorted((row for row in rows if row["place"]["by"] is None), key=lambda row: row["place"]["id"], reverse=is_down)  # fmt: skip
        return there + rest


async def fresh(office: Office, authority: Authority, asked: ListAsked) -> list[dict[str, Any]]:
    rules = await office.services.rules(office.id, authority.release)
    wanted = ListRequest(view=asked.view, where=asked.where, sort=asked.sort, order=asked.order, limit=100)
    async with office.read() as tx:
        page = await read_page(tx, authority, rules, wanted, now=clock.now())
    rows: list[dict[str, Any]] = msgspec.json.decode(msgspec.json.encode(page.rows))
    return rows


def differences(shown: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[Any]:
    if [row["number"] for row in shown] != [row["number"] for row in wanted]:
        return [[(row["number"], row["place"]) for row in rows] for rows in (shown, wanted)]
    pairs = zip(shown, wanted, strict=True)
    return [(one["number"], name, one[name], two[name]) for one, two in pairs for name in two if one[name] != two[name]]


async def open_list(live: Live, client: Client, screen: Screen) -> None:
    authority = client.authority
    await live.screens.open(
        ListHint(
            workspace_id=authority.workspace_id,
            person_id=authority.me,
            client=client.id,
            list=screen.name,
            asked=screen.asked,
        )
    )


async def heard(client: Client) -> list[tuple[str, dict[str, Any]]]:
    return [(event, body) for event, body, _ in parsed(await client.frames(0))]


async def tick(live: Live, office: Office) -> None:
    await office.services.log.settled()
    await live.tick()


async def something_happens(office: Office, chance: random.Random, agents: list[Visitor], numbers: list[str]) -> None:
    number, agent = chance.choice(numbers), chance.choice(agents)
    what = chance.choice(
        ["tag", "untag", "priority", "amount", "plan", "day", "title", "watch", "assign", "move", "close"]
    )
    try:
        async with office.desk() as desk:
            case = await desk.case(number, "ticket.read")
            match what:
                case "tag":
                    await commands.set_tags(desk, case, add=("x",), remove=())
                case "untag":
                    await commands.set_tags(desk, case, add=(), remove=("x",))
                case "priority":
                    await commands.set_fields(desk, case, {"priority": f"P{chance.randrange(4)}"}, seen=None)
                case "amount":
                    value = chance.choice([None, 1, 2, 3, 4])
                    await commands.set_fields(desk, case, {"fields.amount": value}, seen=None)
                case "plan":
                    values = {"fields.plan": chance.choice([None, "A", "b", "ｃ"]), "fields.note": chance.choice("xyz")}
                    await commands.set_fields(desk, case, values, seen=None)
                case "day":
                    await commands.set_fields(desk, case, {"fields.day": chance.choice(DAYS)}, seen=None)
                case "title":
                    await commands.set_fields(desk, case, {"title": chance.choice(["急！", "不急", "普通"])}, seen=None)
                case "watch":
                    await commands.set_watching(desk, case, person_id=agent.id, watching=chance.random() < 0.5)
                case "assign":
                    team, to = chance.choice(["service", "tech"]), chance.choice([None, agent.id])
                    await assign(desk, case, team=team, assignee_id=to, above_capacity=False, seen=None)
                case "move":
                    status = chance.choice(["in_progress", "waiting"])
                    await commands.move(desk, case, to=status, reason=None, seen=None)
                case "close":
                    await commands.close(desk, case, reason="not_needed", seen=None)
    except Refusal:
        pass


@pytest.mark.parametrize("seed", range(3))
async def test_after_any_commands_lists_are_what_a_fresh_page_reads_and_counters_what_is_counted(
    office: Office, live: Live, owner_url: str, seed: int
) -> None:
    chance = random.Random(seed)
    agents = [await office.member("李雷", "agent", service=False), await office.member("韩", "agent", tech=False)]
    director, customer = await office.member("总监", "director", service=True), await office.customer()
    readers = [*agents, director]
    numbers = [await office.ticket(customer, team=chance.choice(["service", "tech"])) for _ in range(12)]
    made = [
        (await director.post("/views", {"name": "x", "columns": ["title"], "shared": "everybody"} | one)).json()
        for one in VIEWS_MADE
    ]
    await tick(live, office)  # that the views were made is told, and closes no list any more
    clients = [await live.join(reader.authority, None) for reader in readers]
    await live.counters.recount()
    screens: dict[str, list[Screen]] = {}
    for client in clients:
        screens[client.id] = [
            *(Screen(one["key"], ListAsked(view=one["key"], order=one["order"], sort=one["sort"])) for one in made),
            Screen("mine", ListAsked(view="mine", sort="due", order="asc")),
            *(Screen(f"f{n}", ListAsked(view="all_open", where=where and json.dumps(where), sort="updated", order="desc"))
              for n, where in enumerate(FILTERS)),
        ]  # fmt: skip
        for screen in screens[client.id]:
            await open_list(live, client, screen)
            await screen.read(office, client.authority)
    for step in range(36):
        await something_happens(office, chance, agents, numbers[1:])
        if step % 9 == 8:
            with psycopg.connect(owner_url, autocommit=True) as owner:
                owner.execute(
                    "update ticket set spam_at = case when spam_at is null then now() end where number = %s"
                    " and workspace_id = %s", [numbers[0], office.id],
                )  # fmt: skip
            async with office.desk() as desk:
                case = await desk.case(numbers[0], "ticket.read")
                await commands.set_tags(desk, case, add=(f"t{step}",), remove=())
        if step % 3:
            continue
        await tick(live, office)
        for client in clients:
            for event, body in await heard(client):
                for screen in screens[client.id]:
                    screen.must_ask += screen.hear(event, body)
            for screen in screens[client.id]:
                assert screen.is_open
                assert screen.must_ask == 0
                shown, wanted = screen.shown(), await fresh(office, client.authority, screen.asked)
                assert differences(shown, wanted) == [], (seed, step, client.authority.name, screen.asked)
            counts = live.counters.told(client)
            rules = await office.services.rules(office.id, client.authority.release)
            async with office.read() as tx:
                counted = await view_counts(tx, client.authority, rules, now=clock.now())
            assert {key: counts[key] for key in VIEWS} == counted, (seed, step, client.authority.name)
            listed = {
                one["key"]: len(await fresh(office, client.authority, ListAsked(view=one["key"]))) for one in made
            }
            assert {key: counts[key] for key in listed} == listed
    for client in clients:
        live.leave(client)


async def test_a_change_tells_what_it_did_to_a_list_and_nothing_to_others(office: Office, live: Live) -> None:
    director, customer = await office.member("韩梅梅", "director", service=True), await office.customer()
    number = await office.ticket(customer, team="service", priority="P3")
    client = await live.join(director.authority, None)
    by_priority = Screen("p", ListAsked(view="unassigned", sort="priority", order="asc"))
    mine = Screen("m", ListAsked(view="mine", sort="updated", order="desc"))
    for screen in (by_priority, mine):
        await open_list(live, client, screen)
    await heard(client)

    async def after(change: dict[str, Any]) -> dict[str, str]:
        async with office.desk() as desk:
            await commands.set_fields(desk, await desk.case(number, "ticket.edit"), change, seen=None)
        await tick(live, office)
        (body,) = [body for event, body in await heard(client) if event == "ticket"]
        return {name: told["change"] for name, told in body["lists"].items()}

    assert await after({"priority": "P2"}) == {"p": "enter", "m": "leave"}  # what was told before is not known
    assert await after({"priority": "P3"}) == {"p": "move"}
    assert await after({"title": "新标题"}) == {"p": "patch"}
    async with director.desk() as desk:
        case = await desk.case(number, "ticket.assign")
        await assign(desk, case, team=UNSET, assignee_id=director.id, above_capacity=False, seen=None)
    await tick(live, office)
    (body,) = [body for event, body in await heard(client) if event == "ticket"]
    assert {name: told["change"] for name, told in body["lists"].items()} == {"p": "leave", "m": "enter"}
    live.leave(client)


async def test_readers_that_are_alike_share_a_list_and_others_do_not(office: Office, live: Live) -> None:
    first, second = await office.member("总监", "director"), await office.member("另一位", "director")
    clients = [await live.join(one.authority, None) for one in (first, second)]
    for client in clients:
        for view in ("all_open", "mine"):
            await open_list(live, client, Screen(view, ListAsked(view=view)))
    assert len(list(live.screens.lists.of_workspace(office.id))) == 3  # mine is each one's own
    keys = [{name: one.watch.key for name, one in client.lists.items()} for client in clients]
    assert keys[0]["mine"] != keys[1]["mine"]
    for client in clients:
        live.leave(client)
    assert not list(live.screens.lists.of_workspace(office.id))


async def test_a_list_that_nobody_may_read_is_not_opened(office: Office, live: Live) -> None:
    agent = await office.member("李雷", "agent", service=False)
    client = await live.join(agent.authority, None)
    for asked in (ListAsked(view="gone"), ListAsked(where="{"), ListAsked(sort="salary")):
        with pytest.raises(Refusal):
            await open_list(live, client, Screen("x", asked))
    where = json.dumps({"field": "opening.text", "op": "contains", "value": "x"})
    with pytest.raises(Refusal):
        await open_list(live, client, Screen("x", ListAsked(where=where)))
    assert client.lists == {}
    live.leave(client)


async def test_the_oldest_of_too_many_lists_is_closed_and_its_page_told(office: Office, live: Live) -> None:
    agent = await office.member("李雷", "agent", service=False)
    client = await live.join(agent.authority, None)
    for n in range(21):
        await open_list(live, client, Screen(f"l{n}", ListAsked(view="mine")))
    closed = [body["list"] for event, body in await heard(client) if event == "list" and not body["is_open"]]
    assert closed == ["l0"]
    assert len(client.lists) == 20
    live.leave(client)


async def test_a_view_that_is_changed_closes_its_lists_and_is_looked_up_again(office: Office, live: Live) -> None:
    director, agent = await office.member("总监", "director"), await office.member("李雷", "agent", service=False)
    customer = await office.customer()
    await office.ticket(customer, team="service", priority="P3")
    urgent = {"field": "priority", "op": "is", "value": "P0"}
    body = {"name": "x", "columns": ["title"], "condition": urgent, "shared": "everybody"}
    made = (await director.post("/views", body)).json()["key"]
    client = await live.join(agent.authority, None)
    await live.counters.recount()
    await open_list(live, client, Screen("a", ListAsked(view=made)))
    assert client.counts[made] == 0
    await heard(client)
    await director.call("PATCH", f"/views/{made}", json={"condition": {"all": []}})
    await tick(live, office)
    assert ("list", {"list": "a", "is_open": False}) in await heard(client)
    await live.counters.recount()
    assert client.counts[made] == 1
    assert ("views", {"counts": {}, "changed": True}) in await heard(client)
    await director.call("DELETE", f"/views/{made}")
    await tick(live, office)
    await live.counters.recount()
    assert made not in {watch.view for watch in client.views}
    live.leave(client)


async def test_what_time_alone_changes_is_counted_again_when_it_does(office: Office, live: Live) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    client = await live.join(agent.authority, None)
    await live.counters.recount()
    number = await office.ticket(customer, team="service", priority="P0")
    await tick(live, office)
    (at_risk,) = [one for one in live.counters.of_workspace(office.id).counters.values() if one.watch.view == "at_risk"]
    now = datetime.now(UTC)
    assert (at_risk.count, at_risk.is_due(now)) == (0, False)
    row = next(row for row in await fresh(office, agent.authority, ListAsked()) if row["number"] == number)
    assert at_risk.is_due(datetime.fromisoformat(row["risk_at"]) + timedelta(seconds=1))
    live.leave(client)
