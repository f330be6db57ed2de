"""A poisonous event is set aside visibly and blocks nobody (spec 01, delivery)."""

import pytest

from gongdan.infra.db.tx import Database
from gongdan.infra.log.position import Log, kinds
from gongdan.infra.log.quarantine import NotQuarantined, quarantined, replay
from gongdan.infra.log.relay import drain
from gongdan.infra.log.subscribers import PAUSES_S, Subscriber
from gongdan.kernel.events import Unreadable
from tests.infra.log.kit import Heard, World


async def test_a_poisonous_event_is_tried_alone_then_set_aside_while_the_rest_goes_on(
    db: Database, log: Log, world: World
) -> None:
    cure = False
    heard = Heard(world, poison=lambda text: text == "poison" and not cure)
    await drain(db, log, [heard.subscriber])
    sick, well = await world.new_id(), await world.new_id()
    await world.note(sick, "a", "poison", "b")
    await world.note(well, "c", "d")
    await drain(db, log, [heard.subscriber])

    assert heard.streams() == {sick: [1, 3], well: [1, 2]}
    assert heard.texts.index("b") > heard.texts.index("d")  # it waited for its turn, the others did not
    assert heard.tries["poison"] == 1 + len(PAUSES_S) + 1  # in the batch, then alone

    async with db.read(world.id) as tx:
        (aside,) = await quarantined(tx)
    assert (aside.stream_id, aside.seq, aside.fault) == (sick, 2, "ValueError: cannot digest poison")

    await world.note(well, "e")
    await drain(db, log, [heard.subscriber])
    assert heard.texts[-1] == "e"

    with pytest.raises(ValueError, match="cannot digest"):
        async with db.write(world.id) as writing:
            await replay(writing, log, heard.subscriber.name, heard.subscriber.handle, aside.event_id)
    cure = True
    async with db.write(world.id) as writing:
        await replay(writing, log, heard.subscriber.name, heard.subscriber.handle, aside.event_id)
    assert heard.texts[-1] == "poison"
    async with db.read(world.id) as tx:
        assert await quarantined(tx) == []
    with pytest.raises(NotQuarantined):
        async with db.write(world.id) as writing:
            await replay(writing, log, heard.subscriber.name, heard.subscriber.handle, aside.event_id)


async def test_a_passing_fault_leaves_nothing_behind(db: Database, log: Log, world: World) -> None:
    heard = Heard(world, poison=lambda text: heard.tries[text] < 3)
    await drain(db, log, [heard.subscriber])
    await world.note(await world.new_id(), "third time lucky")
    await drain(db, log, [heard.subscriber])
    assert heard.texts == ["third time lucky"]
    async with db.read(world.id) as tx:
        assert await quarantined(tx) == []


async def test_what_cannot_be_read_is_skipped_by_all_who_ask_for_kinds(db: Database, world: World) -> None:
    seen: list[object] = []

    async def hear(tx, batch) -> None:
        seen.extend(logged.event for logged in batch if logged.workspace_id == world.id)

    heard = Heard(world)
    everything = Subscriber(name=f"all-{world.id}", kinds=None, handle=hear, begins="end")
    ignorant = Log(db, kinds())
    await drain(db, ignorant, [heard.subscriber, everything])
    (logged,) = await world.note(await world.new_id(), "secret")
    await drain(db, ignorant, [heard.subscriber, everything])
    assert heard.texts == []
    assert seen == [Unreadable(of="customer.noted", why="unknown")]

    async with db.write(world.id) as tx:
        tx.put(
            "update event set salt = null, body = null where workspace_id = %(workspace)s and id = %(id)s", id=logged.id
        )
    async with db.read(world.id) as reading:
        erased = await ignorant.one(reading, "customer", logged.stream_id, 1)
    assert erased is not None
    assert erased.event == Unreadable(of="customer.noted", why="erased")
