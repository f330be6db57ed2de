"""What the seals and chains tell of a log that was tampered with (spec 01, integrity and erasure together)."""

from collections.abc import Callable

import psycopg
import pytest

from gongdan.infra.db.tx import Database
from gongdan.infra.log.append import append
from gongdan.infra.log.position import Log
from gongdan.infra.log.relay import drain
from gongdan.infra.log.seal import SEALER, BodiesErased, Flaw, verify
from tests.infra.log.kit import NOW, SYSTEM, World


async def flaws(db: Database, world: World) -> list[Flaw]:
    async with db.read(world.id) as tx:
        return [flaw async for flaw in verify(tx)]


async def sealed(db: Database, log: Log, world: World) -> tuple[int, int]:
    """Two streams of three events, under three seals."""
    one, two = await world.new_id(), await world.new_id()
    for part in range(3):
        await world.note(one, f"one {part}")
        await world.note(two, f"two {part}")
        await drain(db, log, [SEALER])
    return one, two


async def test_an_honest_log_has_no_flaw_and_one_chain_of_seals(db: Database, log: Log, world: World) -> None:
    await sealed(db, log, world)
    assert await flaws(db, world) == []
    async with db.read(world.id) as tx:
        seals = await tx.rows(
            tuple, "select number, events from log_seal where workspace_id = %(workspace)s order by number"
        )
    assert seals == [(1, 2), (2, 2), (3, 2)]


CRIMES: dict[str, tuple[str, set[str]]] = {
    "a cut tail": ("delete from event where stream_id = %(one)s and seq = 3", {"end_differs", "seal_differs"}),
    "a cut tail with its head set back": (
        """
        with cut as (delete from event where stream_id = %(one)s and seq = 3)
        update stream_head h set seq = 2, hash = (select hash from event e where e.stream_id = %(one)s and e.seq = 2)
         where h.stream_id = %(one)s
        """,
        {"seal_differs"},
    ),
    "a missing stream": (
        "with gone as (delete from event where stream_id = %(one)s) delete from stream_head where stream_id = %(one)s",
        {"seal_differs"},
    ),
    "a missing event": (
        "delete from event where stream_id = %(one)s and seq = 2",
        {"gap", "chain_broken", "seal_differs"},
    ),
    "another body": (
        "update event set body = convert_to('{\"kind\":\"customer.noted\",\"text\":\"x\"}', 'utf8') where stream_id = %(one)s and seq = 2",
        {"chain_broken"},
    ),
    "another time": ("update event set at = at + interval '1 s' where stream_id = %(one)s and seq = 2", {"chain_broken"}),
    "a missing body": ("update event set body = null, salt = null where stream_id = %(one)s and seq = 2", {"body_missing"}),
    "a missing seal": ("delete from log_seal where workspace_id = %(workspace)s and number = 2", {"seal_broken", "seal_differs"}),
    "another seal": (
        "update log_seal set root = sha256('x') where workspace_id = %(workspace)s and number = 2",
        {"seal_broken", "seal_differs"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("crime", CRIMES)
async def test_it_shows(crime: str, db: Database, log: Log, world: World, owner_url: str) -> None:
    one, _ = await sealed(db, log, world)
    statement, expected = CRIMES[crime]
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute(statement.encode(), {"one": one, "workspace": world.id})
    assert {flaw.code for flaw in await flaws(db, world)} == expected


async def test_only_its_erasure_excuses_a_missing_body(db: Database, log: Log, world: World) -> None:
    (logged,) = await world.note(await world.new_id(), "personal")
    async with db.write(world.id) as tx:
        await append(
            tx,
            "workspace",
            world.id,
            [BodiesErased(events=(logged.id,), reason="asked by the person")],
            actor=SYSTEM,
            command_id=tx.ids.next(),
            release=1,
            now=NOW,
        )
        tx.put(
            "update event set salt = null, body = null where workspace_id = %(workspace)s and id = %(id)s", id=logged.id
        )
    await drain(db, log, [SEALER])
    assert await flaws(db, world) == []


async def test_a_batch_that_comes_twice_is_sealed_once(
    db: Database, log: Log, world: World, rewind: Callable[[str], None]
) -> None:
    await sealed(db, log, world)
    rewind(SEALER.name)
    await drain(db, log, [SEALER])
    assert await flaws(db, world) == []


@pytest.fixture
def rewind(owner_url: str) -> Callable[[str], None]:
    """Set a cursor back to the beginning of the log."""

    def set_back(name: str) -> None:
        with psycopg.connect(owner_url, autocommit=True) as owner:
            owner.execute("update cursor set epoch = 0, xid = '0', id = 0 where subscriber = %s", [name])

    return set_back
