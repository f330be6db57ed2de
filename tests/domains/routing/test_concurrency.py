"""Router and claim under concurrency: nobody is ever loaded above their capacity, and every assignment is explained
(spec 04, routing 4)."""

import asyncio
import random
from contextlib import suppress
from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.routing import Dispatch, LoadClass
from gongdan.domains.policy.presets import standard
from gongdan.domains.routing.public import claim, drifted, route_waiting
from gongdan.domains.tickets import errors, intents
from tests.kit import Office, Visitor, found_office

CAPACITY = 5
AGENTS = 10
WRITERS = 32
TICKETS = 96

pytestmark = pytest.mark.anyio


class Count(msgspec.Struct, frozen=True):
    n: int


def bundle() -> PolicyBundle:
    """Every priority counts towards one class with the capacity."""
    every = LoadClass(key="every", priorities=("P0", "P1", "P2", "P3"), limit=CAPACITY)
    shipped = standard([2026])
    return msgspec.structs.replace(shipped, dispatch=Dispatch(classes=(every,), fallback_team="service"), routing=())


async def agents_of(office: Office) -> list[Visitor]:
    found = [await office.member(f"客服{n}", "agent", service=False) for n in range(AGENTS)]
    async with office.services.db.write(office.id) as tx:
        tx.put("update member set presence = 'available' where workspace_id = %(workspace)s")
    return found


async def test_router_and_claim_never_load_anybody_above_their_capacity(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle())
    agents = await agents_of(office)
    customer = await office.customer()
    numbers: list[str] = []
    done = asyncio.Event()

    async def writer(n: int) -> None:
        for k in range(TICKETS // WRITERS):
            numbers.append(await office.ticket(customer, title=f"问题 {n}-{k}", team="service"))

    async def claimer(agent: Visitor) -> None:
        while not done.is_set():
            if numbers:
                try:
                    async with agent.desk() as desk:
                        await claim(desk, await desk.case(random.choice(numbers), "ticket.claim"))
                except (errors.AlreadyAssigned, errors.CapacityReached):
                    await asyncio.sleep(0)
            await asyncio.sleep(0.01)

    async def router() -> None:
        while not done.is_set():
            await route_waiting(office.services.uow, office.services.rules, office.id, 1)
            await asyncio.sleep(0.01)

    async with asyncio.TaskGroup() as group:
        others = [group.create_task(claimer(agent)) for agent in agents]
        others += [group.create_task(router()), group.create_task(router())]
        await asyncio.gather(*(writer(n) for n in range(WRITERS)))
        with suppress(TimeoutError):
            async with asyncio.timeout(60):
                while await assigned(office) < CAPACITY * AGENTS:
                    await asyncio.sleep(0.1)
        done.set()
        await asyncio.gather(*others)

    assert await assigned(office) == CAPACITY * AGENTS
    assert await loads(office) == {agent.id: CAPACITY for agent in agents}
    assert await unexplained(office) == []
    async with office.read() as tx:
        assert await drifted(tx) == []


async def test_batches_that_load_the_same_agents_never_wait_for_each_other_in_a_circle(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle())
    agents, customer = await agents_of(office), await office.customer()
    batches = [[(await office.opened(customer)).decision.ticket_id for _ in range(AGENTS)] for _ in range(4)]
    together = asyncio.Barrier(len(batches))

    async def assign(tickets: list[int]) -> None:
        for _ in range(5):
            async with office.desk() as desk:
                for case in await desk.cases_by_id(tickets):
                    desk.apply(desk.settle(case, intents.Assign(to=random.choice(agents).id, way="hand")))
                await together.wait()

    await asyncio.gather(*map(assign, batches))
    async with office.read() as tx:
        assert await drifted(tx) == []


async def assigned(office: Office) -> int:
    async with office.read() as tx:
        row = await tx.row(
            Count,
            "select count(*) as n from ticket where workspace_id = %(workspace)s and assignee_id is not null",
        )
    assert row
    return row.n


class Load(msgspec.Struct, frozen=True):
    person_id: int
    used: int


async def loads(office: Office) -> dict[int, int]:
    async with office.read() as tx:
        rows = await tx.rows(
            Load,
            """
            select person_id, sum(used)::int as used
              from agent_load
             where workspace_id = %(workspace)s
             group by person_id
            """,
        )
    return {row.person_id: row.used for row in rows}


class Number(msgspec.Struct, frozen=True):
    number: str


async def unexplained(office: Office) -> list[str]:
    """Assigned tickets without a line in the ledger that names their assignee."""
    async with office.read() as tx:
        rows = await tx.rows(
            Number,
            """
            select t.number
              from ticket t
             where t.workspace_id = %(workspace)s
               and t.assignee_id is not null
               and not exists (select from routing_decision d
                                where d.workspace_id = t.workspace_id
                                  and d.ticket_id = t.id
                                  and (d.body ->> 'person_id')::bigint = t.assignee_id)
            """,
        )
    return [row.number for row in rows]
