"""Who else is at a ticket (spec 09: no two answers unawares)."""

import time

from litestar import Litestar
from litestar.testing import AsyncTestClient

from gongdan.domains.accounts.public import Authority
from gongdan.domains.realtime.presence import LASTS_S
from gongdan.domains.realtime.stream import Live
from tests.domains.realtime.kit import World, browsing
from tests.infra.log.kit import eventually

Rights = dict[str, Authority | None]


async def test_people_at_one_ticket_know_of_each_other_and_nobody_else_does(
    asgi: Litestar, world: World, rights: Rights
) -> None:
    ticket = await world.ticket("service")
    path = f"/tickets/GD-{ticket}/presence"
    rights |= {"li": world.staff(1), "han": world.staff(2), "wu": world.staff(3), "no": world.staff(4, "tech")}
    async with (
        AsyncTestClient(asgi) as client,
        browsing(asgi, who="li") as li,
        browsing(asgi, who="han") as han,
        browsing(asgi, who="wu") as wu,
    ):
        await eventually(lambda: all(one.of("hello") for one in (li, han, wu)))
        answer = await client.put(path, json={"mode": "viewing"}, headers={"who": "li"})
        assert answer.json() == {"people": []}
        await eventually(lambda: bool(li.of("presence")))
        answer = await client.put(path, json={"mode": "replying"}, headers={"who": "han"})
        assert answer.json() == {"people": [{"id": 1, "name": "p1", "mode": "viewing"}]}
        await eventually(lambda: len(li.of("presence")) == 2)
        assert {one["id"]: one["mode"] for one in li.of("presence")[-1]["people"]} == {1: "viewing", 2: "replying"}
        await client.put(path, json={"mode": None}, headers={"who": "han"})
        await eventually(lambda: len(li.of("presence")) == 3)
        assert [one["id"] for one in li.of("presence")[-1]["people"]] == [1]
        assert wu.of("presence") == []
        assert (await client.put(path, json={"mode": "viewing"}, headers={"who": "no"})).status_code == 404


async def test_whoever_is_not_heard_of_any_more_has_left(world: World, live: Live) -> None:
    live.presence.say(world.staff(1), "GD-1", "viewing")
    await eventually(lambda: len(live.presence.say(world.staff(2), "GD-1", None)) == 1)
    live.presence.prune(time.monotonic() + LASTS_S + 1)
    assert live.presence.say(world.staff(2), "GD-1", None) == []
