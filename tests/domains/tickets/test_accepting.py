"""Accepting a ticket, and what the customer is promised with it (spec 03, first-response note)."""

from datetime import datetime, timedelta

import pytest

from gongdan.kernel import clock
from tests.kit import Office

pytestmark = pytest.mark.anyio


async def test_accepting_again_tells_the_customer_nothing_again(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    body = {"promised_at": (clock.now() + timedelta(hours=2)).isoformat()}
    first, again = [(await agent.post(f"/tickets/{number}/accept", body)).json() for _ in range(2)]
    assert again["version"] == first["version"]


@pytest.mark.parametrize(
    ("promised", "fault"),
    [
        ("9999-12-31T23:59:59Z", "instant_far"),
        ("2190-12-31T23:59:59Z", "ticket.promise_not_ahead"),
        ("2020-01-01T00:00:00Z", "ticket.promise_not_ahead"),
        ("2020-01-01T00:00:00", "ticket.promise_not_ahead"),
    ],
)
async def test_a_promise_lies_ahead_and_not_too_far(office: Office, promised: str, fault: str) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    answer = await agent.post(f"/tickets/{number}/accept", {"promised_at": promised})
    assert (answer.status_code, answer.json()["faults"][0]["code"]) == (422, fault)


async def test_an_instant_without_an_offset_is_utc(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    promised = clock.now() + timedelta(hours=1)
    body = {"promised_at": promised.replace(tzinfo=None).isoformat()}
    assert (await agent.post(f"/tickets/{number}/accept", body)).status_code == 200
    entries = (await agent.get(f"/tickets/{number}")).json()["timeline"]
    (accepted,) = (one["data"] for one in entries if one["kind"] == "ticket.accepted")
    assert datetime.fromisoformat(accepted["promised_at"]) == promised
