"""A ticket that nobody accepts goes round twice and is then left to people (spec 02, limits end)."""

import json
from typing import Any

import pytest

from gongdan.domains.tickets import intents
from gongdan.domains.tickets.deciders.reactions import limit_answers
from tests.domains.notifications.test_staff import notices
from tests.domains.routing.test_router import bundle, now, run, there
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio

HELD = json.dumps({"field": "held", "op": "is", "value": True})


async def lets_limits_run_out(office: Office, number: str, times: int = 12) -> None:
    """The limit of its status runs out again and again, and the router looks each time."""
    for _ in range(times):
        await run(office)
        async with office.desk() as desk:
            case = await desk.case(number, "ticket.read")
            limits = {"new": "new.assign", "assigned": "assigned.accept"}
            key = limits.get(case.live.status, "none")
            if wanted := limit_answers(desk.rules, case, key, desk.now):
                desk.apply(desk.settle(case, *wanted))


async def office_of_sleepers(asgi: Any) -> tuple[Office, Visitor, list[Visitor], str]:
    office = await found_office(asgi, bundle=bundle())
    lead = await office.member("韩梅梅", "lead", service=True)
    agents = [await there(office, name) for name in ("李雷", "王明", "赵强")]
    number = await office.ticket(await office.customer(), team="service")
    await lets_limits_run_out(office, number)
    return office, lead, agents, number


async def test_a_ticket_that_nobody_accepts_is_held_and_its_lead_is_told_once(asgi: Any) -> None:
    office, lead, _agents, number = await office_of_sleepers(asgi)
    ticket = await now(office, number)
    assert ticket.held_at is not None
    told = [one["kind"] for one in await notices(lead)]
    assert told.count("held") == 1
    assert ticket.version < 40
    version = (await now(office, number)).version
    await lets_limits_run_out(office, number)
    assert (await now(office, number)).version == version
    shown = (await lead.get(f"/tickets/{number}")).json()
    assert shown["held_at"] is not None
    assert [one["kind"] for one in shown["timeline"]].count("ticket.held") == 1
    (row,) = (await lead.get("/tickets", where=HELD)).json()["rows"]
    assert (row["number"], row["held_at"] is not None) == (number, True)


async def test_a_held_ticket_is_not_routed_and_is_again_once_its_lead_gives_it_back(asgi: Any) -> None:
    office, lead, _agents, number = await office_of_sleepers(asgi)
    await office.member("钱多", "agent", service=False)
    given = await lead.post(f"/tickets/{number}/assignments", {"assignee_id": None})
    assert given.status_code == 200, given.text
    assert (await now(office, number)).held_at is None
    await run(office)
    assert (await now(office, number)).assignee_id is not None
    assert (await lead.get("/tickets", where=HELD)).json()["rows"] == []


async def test_a_held_ticket_can_be_claimed(asgi: Any) -> None:
    office, _lead, agents, number = await office_of_sleepers(asgi)
    holder = (await now(office, number)).assignee_id
    async with office.desk() as desk:  # whoever had it last is shut out; it stays held
        case = await desk.case(number, "ticket.read")
        desk.apply(desk.settle(case, intents.Assign(to=None, way="rule")))
    await run(office)
    assert (await now(office, number)).assignee_id is None
    taker = next(one for one in agents if one.id != holder)
    assert (await taker.post(f"/tickets/{number}/claim")).status_code == 200
    ticket = await now(office, number)
    assert (ticket.assignee_id, ticket.held_at) == (taker.id, None)
