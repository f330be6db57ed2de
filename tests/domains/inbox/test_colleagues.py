"""The directory of somebody who may not look everybody up: whom they work with, and nobody else."""

from typing import Any

import pytest

from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def names(visitor: Visitor) -> tuple[set[str], set[str]]:
    told: dict[str, Any] = (await visitor.get("/directory")).json()
    return {one["name"] for one in told["members"]}, {one["key"] for one in told["teams"]}


async def test_a_vendor_is_told_of_those_on_their_tickets(office: Office) -> None:
    handler = await office.member("韩梅梅", "system_admin", tech=False)
    vendor, rival = await office.member("外包甲", "vendor"), await office.member("外包乙", "vendor")
    await office.member("路人", "agent", finance=False)
    assert await names(vendor) == ({"外包甲"}, set())
    number = await office.ticket(await office.customer())
    assert (await handler.post(f"/tickets/{number}/assignments", {"assignee_id": handler.id})).is_success
    assert (await handler.post(f"/tickets/{number}/notes", {"text": "请看", "mentions": [vendor.id]})).is_success
    assert await names(vendor) == ({"外包甲", "韩梅梅"}, {"tech"})
    assert await names(rival) == ({"外包乙"}, set())


async def test_who_may_look_people_up_is_told_of_everybody(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    await office.member("韩梅梅", "agent", tech=False)
    people, teams = await names(agent)
    assert {"李雷", "韩梅梅"} <= people and {"service", "tech", "finance"} <= teams
