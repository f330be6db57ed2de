"""Leaves, and who is absent for a ticket (spec 02, decided after first use)."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from gongdan.domains.accounts.presence.absence import Attendance, Leave, absent
from gongdan.kernel import clock
from tests.domains.routing.test_router import now, run
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio

NOON = datetime.fromisoformat("2026-11-25T12:00:00+08:00")
DUE, MORNING = NOON + timedelta(hours=2), NOON + timedelta(hours=20)


def leave(begins: float, ends: float) -> Leave:
    return Leave(from_at=NOON + timedelta(hours=begins), until_at=NOON + timedelta(hours=ends))


@pytest.mark.parametrize(
    ("given", "due_at", "back_at", "why"),
    [
        ({"presence": "available"}, DUE, MORNING, None),
        ({"presence": "offline"}, DUE, NOON, None),  # a closed page in open hours
        ({"presence": "offline"}, None, MORNING, None),  # nothing is due
        ({"presence": "offline"}, MORNING + timedelta(hours=1), MORNING, None),  # back in time
        ({"presence": "offline"}, DUE, MORNING, "not_back"),
        ({"presence": "away"}, DUE, MORNING, "not_back"),
        ({"presence": "offline"}, DUE, None, "not_back"),  # never opens again
        ({"presence": "offline"}, NOON - timedelta(hours=1), MORNING, "not_back"),  # due already
        ({"presence": "offline"}, NOON - timedelta(hours=1), NOON, None),
        ({"active": False}, None, NOON, "inactive"),
        ({"leaves": (leave(-1, 1),)}, None, NOON, "on_leave"),
        ({"leaves": (leave(-2, 0),)}, DUE, NOON, None),  # just over
        ({"leaves": (leave(0, 1),)}, DUE, NOON, "on_leave"),  # just begun
        ({"leaves": (leave(5, 9),)}, DUE, NOON, None),  # to come
        ({"presence": "offline", "leaves": (leave(19, 40),)}, MORNING + timedelta(hours=2), MORNING, "not_back"),
    ],
)
def test_absent_is_who_cannot_be_back_before_something_is_due(
    given: dict[str, Any], due_at: datetime | None, back_at: datetime | None, why: str | None
) -> None:
    one = Attendance(**({"active": True, "presence": "available"} | given))
    assert absent(one, due_at=due_at, back_at=back_at, now=NOON) == why


async def says(by: Visitor, who: Visitor, *, hours: tuple[float, float] = (-1, 8), **given: Any) -> Any:
    span = {"from_at": clock.now() + timedelta(hours=hours[0]), "until_at": clock.now() + timedelta(hours=hours[1])}
    body = {name: at.isoformat() for name, at in span.items()} | given
    return await by.post(f"/members/{who.id}/leaves", body)


async def test_one_says_it_of_oneself_a_lead_of_theirs_and_nobody_else(office: Office) -> None:
    agent, lead = await office.member("李雷", tech=False), await office.member("组长", "lead", tech=True)
    other, admin = await office.member("王明", finance=False), await office.member("管理", "admin")
    for n, (by, status) in enumerate(((agent, 201), (lead, 201), (admin, 201), (other, 403))):
        assert (await says(by, agent, hours=(24 * n, 24 * n + 8))).status_code == status
    assert len((await agent.get(f"/members/{agent.id}/leaves")).json()) == 3
    assert (await other.get(f"/members/{agent.id}/leaves")).status_code == 403
    assert (await (await office.customer()).get(f"/members/{agent.id}/leaves")).status_code in (401, 403, 404)


async def test_a_leave_over_another_of_theirs_is_refused_and_one_that_follows_is_not(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    assert (await says(agent, agent, hours=(1, 8))).status_code == 201
    for hours in ((1, 8), (0, 2), (7, 9), (2, 3), (0, 24)):
        twice = await says(agent, agent, hours=hours)
        assert (twice.status_code, twice.json()["faults"][0]["code"]) == (422, "accounts.leave_twice")
    assert (await says(agent, agent, hours=(8.1, 9))).status_code == 201


async def test_who_stands_in_is_there_meanwhile_so_two_cannot_stand_in_for_each_other(office: Office) -> None:
    one, other = await office.member("李雷", tech=False), await office.member("王明", tech=False)
    assert (await says(one, one, hours=(24, 48), substitute_id=other.id)).status_code == 201
    assert (await says(other, other, hours=(0, 12), substitute_id=one.id)).status_code == 201
    round_trip = await says(other, other, hours=(36, 60), substitute_id=one.id)
    assert (round_trip.status_code, round_trip.json()["faults"][0]["code"]) == (422, "accounts.substitute_away")
    assert (await says(other, other, hours=(36, 60))).status_code == 201


async def test_a_leave_that_makes_no_sense_is_refused(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    for given in ({"hours": (2, 1)}, {"hours": (-3, -2)}, {"hours": (0, 24 * 400)}, {"substitute_id": agent.id}):
        assert (await says(agent, agent, **given)).status_code == 422


async def test_no_work_comes_during_a_leave_and_it_comes_again_when_it_is_taken_back(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    await agent.call("PATCH", "/me", json={"presence": "available"})
    told = (await says(agent, agent)).json()
    number = await office.ticket(await office.customer())
    await run(office)
    assert (await now(office, number)).assignee_id is None
    ended = await agent.call("DELETE", f"/members/{agent.id}/leaves/{told['id']}")
    assert ended.status_code == 204
    await run(office)
    assert (await now(office, number)).assignee_id == agent.id


async def test_a_leave_taken_back_while_work_is_handed_on_keeps_it_where_it_is(office: Office) -> None:
    """The hand-over has seen the leave, and waits for somebody who holds the ticket."""
    agent, customer = await office.member("李雷", tech=False), await office.customer()
    number = await office.ticket(customer, team="tech", assignee_id=agent.id)
    told = (await says(agent, agent)).json()
    async with office.desk() as desk:
        await desk.case(number, "ticket.read")
        handing_on = asyncio.create_task(run(office))
        await blocked(office)
        await agent.call("DELETE", f"/members/{agent.id}/leaves/{told['id']}")
    await handing_on
    assert (await now(office, number)).assignee_id == agent.id


async def blocked(office: Office) -> None:
    """Until somebody waits for a lock."""
    async with asyncio.timeout(10):
        while True:
            async with office.services.db.plain() as connection:
                waiting = await connection.execute("select 1 from pg_locks where not granted and locktype = 'advisory'")
                if await waiting.fetchone():
                    return
            await asyncio.sleep(0.02)


async def test_nobody_has_more_leaves_to_come_than_the_router_can_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The router reads all of them whenever it runs."""
    monkeypatch.setattr("gongdan.domains.accounts.commands.leaves.MOST", 2)
    agent = await office.member("李雷", tech=False)
    for n in range(2):
        assert (await says(agent, agent, hours=(24 * n, 24 * n + 8))).status_code == 201
    many = await says(agent, agent, hours=(72, 80))
    assert (many.status_code, many.json()["faults"][0]["code"]) == (422, "accounts.leave_many")
    (first, _) = (await agent.get(f"/members/{agent.id}/leaves")).json()
    await agent.call("DELETE", f"/members/{agent.id}/leaves/{first['id']}")
    assert (await says(agent, agent, hours=(72, 80))).status_code == 201
