"""What members have in hand, as whoever assigns is told it."""

import pytest

from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


async def loads(by: Visitor) -> dict[int, int]:
    answer = await by.get("/loads")
    assert answer.status_code == 200, answer.text
    return {one["person_id"]: one["used"] for one in answer.json()}


async def test_tickets_in_hand_are_counted_and_those_at_rest_are_not(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    lead = await office.member("组长", "lead", service=True)
    assert await loads(lead) == {}
    numbers = [
        await office.ticket(customer, team="service", assignee_id=agent.id, priority=priority)
        for priority in ("P2", "P3", "P3")
    ]
    assert await loads(lead) == {agent.id: 3}
    assert (await agent.post(f"/tickets/{numbers[0]}/accept", {})).status_code == 200
    assert (await agent.post(f"/tickets/{numbers[0]}/moves", {"to": "waiting"})).status_code == 200
    assert await loads(lead) == {agent.id: 2}


async def test_another_workspace_is_not_counted(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    other = await found_office(office.asgi)
    assert await loads(await other.member("组长", "lead", service=True)) == {}


@pytest.mark.parametrize("role", [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES])
async def test_who_assigns_and_may_look_members_up_is_told(office: Office, role: str) -> None:
    agent = await office.member("李雷", "agent", service=False)
    await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    visitor = await office.member("某人", role, service=False)
    held = {action for grant in visitor.authority.grants for action in grant.actions}
    answer = await visitor.get("/loads")
    if "ticket.assign" not in held:
        assert answer.status_code == 403
    else:
        assert answer.json() == ([{"person_id": agent.id, "used": 1}] if "people.read" in held else [])
