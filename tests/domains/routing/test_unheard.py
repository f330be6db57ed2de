"""Leads are told that nothing is heard of somebody while tickets wait for them, but not at the end of a shift."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from gongdan.domains.accounts.presence.jobs import take_for_offline
from gongdan.kernel import clock
from tests.domains.routing.test_shifts import give, policy
from tests.kit import Office, Visitor
from tests.support import worker

pytestmark = pytest.mark.anyio
TEN = datetime.fromisoformat("2026-11-26T10:00:00+08:00")  # a Thursday
EVENING = datetime.fromisoformat("2026-11-26T19:00:00+08:00")


async def gone(office: Office, at: datetime, *people: Visitor, presence: str = "available") -> None:
    with clock.played(at):
        await office.be(presence, *people)
    with clock.played(at + timedelta(minutes=11)):
        await take_for_offline(office.services.db, office.id, clock.now())
        await worker.deliver(office, "unheard")
        await worker.deliver(office, "staff-notices")


async def told(person: Visitor) -> list[tuple[int, str]]:
    found = (await person.get("/notices")).json()["notices"]
    return [(one["count"], one["text"]["zh-CN"]) for one in found if one["kind"] == "unheard"]


@pytest.fixture
async def desk(office: Office) -> Office:
    await office.publish(policy())
    return office


async def staff(desk: Office) -> tuple[Visitor, Visitor, Visitor]:
    agent = await desk.member("李雷", "agent", service=False)
    lead, other = await desk.member("周主管", "lead", service=True), await desk.member("外组", "lead", tech=True)
    await desk.be("away", lead, other)
    return agent, lead, other


async def test_the_leads_of_their_teams_are_told_once_until_they_read_it(desk: Office) -> None:
    agent, lead, other = await staff(desk)
    for _ in range(2):
        await desk.ticket(await desk.customer(), team="service", assignee_id=agent.id)
    await gone(desk, TEN, agent)
    ((count, text),) = await told(lead)
    assert count == 1 and "李雷" in text and "2 张" in text
    assert await told(other) == await told(agent) == []
    await gone(desk, TEN + timedelta(hours=1), agent)
    ((count, _),) = await told(lead)
    assert count == 2
    log = (await (await desk.member("管理", "system_admin")).get("/audit")).json()
    assert any("失去联系" in str(one) for one in log["entries" if "entries" in log else "rows"])


@pytest.mark.parametrize(
    ("at", "shift", "held", "presence", "is_told"),
    [
        (TEN, None, True, "available", True),
        (TEN, None, False, "available", False),  # nothing waits for them
        (TEN, None, True, "away", False),  # they had said so
        (EVENING, None, True, "available", False),  # the hours are over
        (EVENING, "night", True, "available", True),
        (TEN, "night", True, "available", False),
    ],
)
async def test_only_within_their_hours_and_while_tickets_wait(
    desk: Office, at: datetime, shift: str | None, held: bool, presence: str, is_told: bool
) -> None:
    agent, lead, _ = await staff(desk)
    await give(await desk.member("管理", "system_admin"), agent, shift)
    number = await desk.ticket(await desk.customer(), team="service", assignee_id=agent.id)
    if not held:
        assert (await agent.post(f"/tickets/{number}/accept", {})).is_success
        assert (await agent.post(f"/tickets/{number}/moves", {"to": "waiting"})).is_success
    await gone(desk, at, agent, presence=presence)
    assert bool(await told(lead)) is is_told


async def test_who_came_back_meanwhile_is_not_missed(desk: Office) -> None:
    agent, lead, _ = await staff(desk)
    await desk.ticket(await desk.customer(), team="service", assignee_id=agent.id)
    with clock.played(TEN):
        await desk.be("available", agent)
    with clock.played(TEN + timedelta(minutes=11)):
        await take_for_offline(desk.services.db, desk.id, clock.now())
        await desk.be("available", agent)
        await worker.deliver(desk, "unheard", "staff-notices")
    assert await told(lead) == []


async def test_without_another_lead_the_director_is_told(desk: Office) -> None:
    lead = await desk.member("周主管", "lead", service=True)
    director: Any = await desk.member("韩总", "director")
    await desk.ticket(await desk.customer(), team="service", assignee_id=lead.id)
    await desk.be("away", director)
    await gone(desk, TEN, lead)
    assert len(await told(director)) == 1 and await told(lead) == []
