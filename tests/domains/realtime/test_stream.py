"""The stream as a browser holds it (spec 01, live)."""

import os
import random
import signal

import msgspec
import pytest
from litestar import Litestar

from gongdan.domains.accounts.events import DepartmentChanged, PresenceSet, RolesSet
from gongdan.domains.accounts.public import Authority
from gongdan.domains.realtime.public import (
    LIST_CHANNEL,
    DeliveryHint,
    ListAsked,
    ListHint,
    OperationHint,
    tell_delivery,
    tell_operation,
)
from gongdan.domains.realtime.rooms import MOST_STREAMS
from gongdan.domains.realtime.stream import MOST_RESUMED, Live
from gongdan.domains.tickets import events as e
from gongdan.infra.bus import Publisher
from gongdan.infra.db.tx import Database
from gongdan.infra.signals import on_stop_signal
from tests.domains.realtime.kit import NOW, TEAMS, Counting, Page, World, browsing, tell
from tests.infra.log.kit import eventually

Rights = dict[str, Authority | None]


async def test_a_change_reaches_those_who_see_it_and_leaves_those_who_no_longer_do(
    asgi: Litestar, world: World, rights: Rights
) -> None:
    ticket = await world.ticket("service")
    rights |= {"li": world.staff(1, "service"), "han": world.staff(2, "tech"), "wu": world.staff(3, "finance")}
    async with browsing(asgi, who="li") as li, browsing(asgi, who="han") as han, browsing(asgi, who="wu") as wu:
        await eventually(lambda: all(one.of("hello") for one in (li, han, wu)))
        await world.move(ticket, "tech")
        await eventually(lambda: bool(li.of("ticket") and han.of("ticket")))
    number = f"GD-{ticket}"
    assert li.of("ticket") == [
        {"number": number, "version": 2, "kinds": [], "messages": [], "row": None, "gone": True, "lists": {}}
    ]
    (told,) = han.of("ticket")
    assert (told.pop("kinds")[-1], told.pop("messages")) == ("ticket.team_set", [])
    assert told == {"number": number, "version": 2, "row": {"number": number, "version": 2}, "gone": False, "lists": {}}
    assert wu.of("ticket") == []
    assert li.headers["content-type"].startswith("text/event-stream")
    assert li.headers["x-accel-buffering"] == "no"


async def test_what_happens_elsewhere_stays_there(asgi: Litestar, world: World, rights: Rights) -> None:
    neighbour = World(world.db, (await world.db.ids()).next())
    rights["li"] = world.staff(1)
    async with browsing(asgi, who="li") as li:
        await eventually(lambda: bool(li.of("hello")))
        await neighbour.ticket()
        mine = await world.ticket()
        await eventually(lambda: bool(li.of("ticket")))
    assert [body["number"] for body in li.of("ticket")] == [f"GD-{mine}"]


async def test_a_page_that_reads_a_snapshot_and_follows_shows_what_a_fresh_page_would(
    asgi: Litestar, world: World, rights: Rights, live: Live
) -> None:
    chance = random.Random(7)
    tickets = [await world.ticket(chance.choice(TEAMS)) for _ in range(5)]
    rights["li"] = world.staff(1, "service", "tech")
    page, read = Page(), 0
    async with browsing(asgi, who="li") as li:
        await eventually(lambda: bool(li.of("hello")))
        page.shown = await world.snapshot(world.staff(1, "service", "tech"))
        for _ in range(60):
            one = chance.choice(tickets)
            match chance.choice(("move", "tag", "trash")):
                case "move":
                    await world.move(one, chance.choice(TEAMS))
                case "tag":
                    await world.change(one, e.TicketTagged(added=("x",)))
                case "trash":
                    await world.change(one, e.TicketTagged(added=("t",)), trashed_at=chance.choice((None, NOW)))
            for event, body, _ in li.events[read:]:
                page.hear(event, body)
                read += 1
        last = await world.ticket("tech")
        await eventually(lambda: any(body["number"] == f"GD-{last}" for body in li.of("ticket")))
        for event, body, _ in li.events[read:]:
            page.hear(event, body)
    assert not page.must_read_again
    assert page.shown == await world.snapshot(world.staff(1, "service", "tech"))


async def test_a_broken_line_is_taken_up_where_it_broke(asgi: Litestar, world: World, rights: Rights) -> None:
    rights["li"] = world.staff(1)
    first = await world.ticket()
    async with browsing(asgi, who="li") as li:
        await eventually(lambda: bool(li.of("hello")))
        await world.move(first, "tech")
        await eventually(lambda: any("ticket.team_set" in body["kinds"] for body in li.of("ticket")))
    last_id = li.events[-1][2]
    assert last_id is not None
    missed = await world.ticket()
    async with browsing(asgi, who="li", last_event_id=last_id) as li:
        await eventually(lambda: bool(li.of("ticket")))
        assert [body["number"] for body in li.of("ticket")] == [f"GD-{missed}"]
        assert not li.of("resync")


async def test_who_missed_too_much_reads_everything_again(asgi: Litestar, world: World, rights: Rights) -> None:
    rights["li"] = world.staff(1)
    ticket = await world.ticket()
    async with browsing(asgi, who="li") as li:
        await eventually(lambda: bool(li.of("hello")))
    await world.db.ids(3 * MOST_RESUMED)
    await world.change(ticket, *[e.TicketTagged(added=("x",))] * (MOST_RESUMED + 1))
    async with browsing(asgi, who="li", last_event_id=li.events[-1][2] or "") as li:
        await eventually(lambda: bool(li.of("resync")))


@pytest.mark.parametrize("what", ["rights", "session"])
async def test_a_stream_ends_when_its_holders_rights_change(
    what: str, asgi: Litestar, world: World, rights: Rights, live: Live
) -> None:
    rights |= {"li": world.staff(1, "service"), "han": world.staff(2, "service")}
    async with browsing(asgi, who="li") as li, browsing(asgi, who="han") as han:
        await eventually(lambda: bool(li.of("hello") and han.of("hello")))
        await tell(world, 1, PresenceSet(before="away", after="available"))
        rights["li"] = world.staff(1, "tech") if what == "rights" else None
        await tell(world, 1, RolesSet(before=("agent",), after=()))
        await eventually(lambda: li.is_over)
        assert [event for event, _, _ in li.events if event != "views"] == ["hello", "resync"]
        assert not han.is_over
        await eventually(lambda: len(list(live.rooms.everyone())) == 1)


async def test_a_stream_ends_when_a_department_moves_away_from_its_holder(
    asgi: Litestar, world: World, rights: Rights
) -> None:
    rights["li"] = world.staff(1, "service")
    async with browsing(asgi, who="li") as li:
        await eventually(lambda: bool(li.of("hello")))
        rights["li"] = world.staff(1, "tech")
        moved = DepartmentChanged(key="city", before={"parent": "east"}, after={"parent": None})
        await tell(world, world.id, moved, "workspace")
        await eventually(lambda: li.is_over)


async def test_whoever_has_a_stream_open_is_seen(asgi: Litestar, world: World, rights: Rights, live: Live) -> None:
    rights["li"] = world.staff(1)
    async with world.db.write(world.id) as tx:
        for person_id in (1, 2):
            row = {"workspace_id": world.id, "person_id": person_id, "mail": f"{person_id}@x.test"}
            tx.insert("member", row | {"presence": "available", "presence_at": NOW, "active": True, "routable": True})
    async with browsing(asgi, who="li") as li:
        await eventually(lambda: bool(li.of("hello")))
        await live.mark_all_seen()
    async with world.db.read(world.id) as tx:
        seen = await tx.rows(
            tuple,
            "select person_id from member where workspace_id = %(workspace)s and presence_at > %(then)s",
            then=NOW,
        )
    assert seen == [(1,)]


async def test_events_about_rights_that_change_nothing_end_nothing(
    asgi: Litestar, world: World, rights: Rights
) -> None:
    rights["li"] = world.staff(1)
    async with browsing(asgi, who="li") as li:
        await eventually(lambda: bool(li.of("hello")))
        await tell(world, 1, RolesSet(before=("agent",), after=("agent",)))
        await world.ticket()
        await eventually(lambda: bool(li.of("ticket")))
        assert not li.is_over


async def test_a_stream_ends_with_the_process_and_with_its_browser(
    asgi: Litestar, world: World, rights: Rights, live: Live
) -> None:
    rights["li"] = world.staff(1)
    async with browsing(asgi, who="li") as leaves:
        await eventually(lambda: bool(leaves.of("hello")))
    assert live.rooms.is_empty
    async with browsing(asgi, who="li") as stays:
        await eventually(lambda: bool(stays.of("hello")))
        live.stop()
        await eventually(lambda: stays.is_over)
    assert live.rooms.is_empty


async def test_a_stop_signal_is_heard_and_still_reaches_the_server() -> None:
    reached: list[int] = []
    servers = signal.signal(signal.SIGTERM, lambda number, _: reached.append(number))
    ended: list[str] = []
    try:
        with on_stop_signal(lambda: ended.append("streams")):
            os.kill(os.getpid(), signal.SIGTERM)
            await eventually(lambda: bool(reached and ended))
    finally:
        signal.signal(signal.SIGTERM, servers)


async def test_customers_hold_no_stream_and_nobody_holds_too_many(
    asgi: Litestar, world: World, rights: Rights, live: Live
) -> None:
    rights["li"] = world.staff(1)
    customer = world.staff(9)
    rights["customer"] = Authority(**{name: getattr(customer, name) for name in customer.__struct_fields__} | {"kind": "customer"})  # fmt: skip
    async with browsing(asgi, who="customer") as refused:
        await eventually(lambda: refused.is_over)
    assert refused.status == 403
    for _ in range(MOST_STREAMS):
        await live.join(world.staff(1), None)
    async with browsing(asgi, who="li") as one_more:
        await eventually(lambda: one_more.is_over)
    assert one_more.status == 429


async def test_counters_are_shared_by_those_with_one_reach_and_move_with_what_happens(
    world: World, live: Live, counted: Counting
) -> None:
    first = await live.join(world.staff(1, "service"), None)
    second = await live.join(world.staff(2, "service"), None)
    other = await live.join(world.staff(3, "finance"), None)
    await live.counters.recount()
    assert sum(counted.of("team").values()) == 2  # one for each reach
    assert counted.of("mine") == {1: 1, 2: 1, 3: 1}

    ticket = await world.ticket("service")
    await eventually(lambda: [live.counters.told(one) for one in (first, second)] == [{"team": 1, "mine": 1}] * 2)
    await world.move(ticket, "finance")
    await eventually(lambda: live.counters.told(other) == {"team": 1, "mine": 1})
    assert live.counters.told(first) == {"team": 0, "mine": 0}
    assert counted.asked.total() == 5  # nothing was counted again


async def test_counts_follow_events_within_their_pace(asgi: Litestar, world: World, rights: Rights) -> None:
    rights["li"] = world.staff(1)
    async with browsing(asgi, who="li") as li:
        await eventually(lambda: bool(li.of("views")))
        await world.ticket()
        await eventually(lambda: li.of("views")[-1] == {"counts": {"team": 1, "mine": 1}})


async def test_what_happens_while_it_is_counted_is_not_lost(world: World, live: Live, counted: Counting) -> None:
    client = await live.join(world.staff(1), None)
    await live.counters.recount()
    (counter, *_) = live.counters.of_workspace(world.id).counters.values()
    counter.begin()
    ticket = await world.ticket()
    await eventually(lambda: counter.count == 1)
    counter.end([], may_hold=True)  # counted before the ticket was there
    assert counter.ids == {ticket}
    counter.begin()
    await world.change(ticket, e.TicketTagged(added=("t",)), trashed_at=NOW)
    await eventually(lambda: counter.count == 0)
    counter.end([ticket], may_hold=True)
    assert counter.count == 0
    assert client.counts["team"] == 0


async def test_what_holds_too_much_is_only_counted(world: World, live: Live) -> None:
    await live.join(world.staff(1), None)
    await live.counters.recount()
    (counter, *_) = live.counters.of_workspace(world.id).counters.values()
    counter.end(range(1, 1_001), may_hold=True)
    assert (counter.ids, counter.count, counter.is_stale) == (None, 1_000, False)
    ticket = await world.ticket()
    await eventually(lambda: live.screens.lists.edition >= 0 and counter.count == 1_000)
    assert not counter.is_stale  # one more of more than can be shown
    counter.end([ticket], may_hold=False)
    await world.change(ticket, e.TicketTagged(added=("x",)))
    await eventually(lambda: counter.is_stale)
    counter.end(None, may_hold=True)
    assert (counter.count, counter.is_stale) == (None, False)


async def test_after_a_gap_everything_is_counted_again(world: World, live: Live, counted: Counting) -> None:
    await live.join(world.staff(1), None)
    await live.counters.recount()
    live.counters.forget()
    await live.counters.recount()
    assert counted.of("team") == {1: 2}


async def test_a_list_is_opened_in_the_process_that_has_the_client_whichever_was_asked(
    asgi: Litestar, world: World, rights: Rights, live: Live, publisher: Publisher, db: Database
) -> None:
    """What another process is asked comes as a hint."""
    rights["li"] = world.staff(1, "service")
    async with browsing(asgi, who="li") as li:
        await eventually(lambda: bool(li.of("hello")))
        hint = ListHint(
            workspace_id=world.id, person_id=1, client=li.of("hello")[0]["client"], list="l", asked=ListAsked()
        )
        publisher.publish(LIST_CHANNEL, msgspec.json.encode(hint).decode())
        await eventually(lambda: li.of("list") == [{"list": "l", "is_open": True}])
        ticket = await world.ticket("service")
        await eventually(lambda: bool(li.of("ticket")))
        assert li.of("ticket")[0]["lists"] == {"l": {"change": "enter", "place": f"GD-{ticket}", "fields": {}}}
        foreign = ListHint(workspace_id=world.id, person_id=2, client=hint.client, list="x", asked=ListAsked())
        publisher.publish(LIST_CHANNEL, msgspec.json.encode(foreign).decode())
        closing = msgspec.structs.replace(hint, asked=None)
        publisher.publish(LIST_CHANNEL, msgspec.json.encode(closing).decode())
        await eventually(lambda: not list(live.screens.lists.of_workspace(world.id)))
        assert len(li.of("list")) == 1


async def test_another_release_has_views_and_lists_looked_at_anew(world: World, live: Live) -> None:
    client = await live.join(world.staff(1), None)
    await live.counters.recount()
    await live.screens.open(ListHint(workspace_id=world.id, person_id=1, client=client.id, list="l", asked=ListAsked()))
    assert live.passes(client, client.authority)
    assert client.lists and client.is_counted
    assert live.passes(client, msgspec.structs.replace(client.authority, release=2))
    assert not client.lists and not client.is_counted
    assert b'{"list":"l","is_open":false}' in await client.frames(0)
    await live.counters.recount()
    assert {watch.release for watch in client.views} == {2}


async def test_a_workspace_that_is_left_and_entered_again_begins_anew(world: World, live: Live) -> None:
    """What was loaded for the readers before serves none of those after."""
    first = await live.join(world.staff(1), None)
    await live.counters.recount()
    before = live.counters.of_workspace(world.id).edition
    live.leave(first)
    await live.counters.recount()
    again = await live.join(world.staff(2, "service"), None)
    await live.counters.recount()
    assert live.counters.of_workspace(world.id).edition > before
    await world.ticket("service")
    await eventually(lambda: live.counters.told(again) == {"team": 1, "mine": 1})


async def test_lists_go_with_their_client(world: World, live: Live) -> None:
    client = await live.join(world.staff(1), None)
    hint = ListHint(workspace_id=world.id, person_id=1, client=client.id, list="l", asked=ListAsked())
    await live.screens.open(hint)
    await live.screens.open(hint)
    assert len(list(live.screens.lists.of_workspace(world.id))) == 1
    live.leave(client)
    live.leave(client)
    assert not list(live.screens.lists.of_workspace(world.id))


async def test_what_became_of_a_mail_reaches_those_who_see_the_ticket(
    asgi: Litestar, world: World, rights: Rights, publisher: Publisher
) -> None:
    ticket = await world.ticket("service")
    rights |= {"li": world.staff(1, "service"), "wu": world.staff(3, "finance")}
    async with browsing(asgi, who="li") as li, browsing(asgi, who="wu") as wu:
        await eventually(lambda: bool(li.of("hello") and wu.of("hello")))
        tell_delivery(publisher, DeliveryHint(workspace_id=world.id, ticket_id=ticket, message_id=41))
        tell_delivery(publisher, DeliveryHint(workspace_id=world.id, ticket_id=ticket))
        named = [{"number": f"GD-{ticket}", "messages": [41]}]
        await eventually(lambda: [one for one in li.of("delivery") if one["messages"]] == named)
    assert wu.of("delivery") == []


async def test_how_far_long_work_is_reaches_whoever_started_it(
    asgi: Litestar, world: World, rights: Rights, publisher: Publisher
) -> None:
    rights |= {"li": world.staff(1), "han": world.staff(2)}
    far = {"id": 7, "state": "running", "total": 9, "done": 3, "failed": 1, "unchanged": 0}
    async with browsing(asgi, who="li") as li, browsing(asgi, who="han") as han:
        await eventually(lambda: bool(li.of("hello") and han.of("hello")))
        tell_operation(publisher, OperationHint(workspace_id=world.id, person_id=1, **far))
        await eventually(lambda: li.of("operation") == [far])
    assert han.of("operation") == []
