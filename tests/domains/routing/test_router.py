"""The router's runs: nobody's ticket is held up by another's, and none waits for ever (spec 04, routing 4 and 5)."""

from typing import Any

import msgspec
import pytest
from msgspec import UNSET

from gongdan.domains.accounts.commands.people import set_active
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.routing import Dispatch, LoadClass, TeamDispatch
from gongdan.domains.policy.presets import standard
from gongdan.domains.routing.public import assign, claim, drifted, route
from gongdan.domains.tickets import errors
from gongdan.domains.tickets.public import Ticket, commands
from gongdan.kernel import clock
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


def bundle(*classes: LoadClass, strategy: Any = "least_load") -> PolicyBundle:
    """The shipped policy without routing rules."""
    dispatch = Dispatch(classes=classes, teams=(TeamDispatch(team="service", strategy=strategy),))
    return msgspec.structs.replace(standard([2026]), dispatch=dispatch, routing=())


def at_most(limit: int, *priorities: str) -> LoadClass:
    return LoadClass(key="few", priorities=priorities, limit=limit)


async def there(office: Office, name: str, *roles: str) -> Visitor:
    """An agent of the service team."""
    return await office.member(name, *roles, service=False)


async def change(office: Office, sql: str, **params: Any) -> None:
    async with office.services.db.write(office.id) as tx:
        tx.put(sql, **params)


async def run(office: Office) -> None:
    await route(office.services.uow, office.services.rules, office.id)


async def now(office: Office, number: str) -> Ticket:
    async with office.desk() as desk:
        return (await desk.case(number, "ticket.read")).live


async def test_tickets_that_nobody_can_take_hold_up_no_others(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle())
    customer, agent = await office.customer(), await there(office, "李雷")
    stuck = [await office.ticket(customer, priority="P0", team="cross") for _ in range(101)]
    number = await office.ticket(customer, priority="P3", team="service")
    await run(office)
    assert (await now(office, number)).assignee_id == agent.id
    late = await office.ticket(customer, priority="P3", team="service")
    await run(office)
    assert (await now(office, late)).assignee_id == agent.id
    assert (await now(office, stuck[0])).assignee_id is None


async def test_a_ticket_that_cannot_be_decided_holds_up_no_others(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle())
    customer, agent = await office.customer(), await there(office, "李雷")
    broken = await office.ticket(customer, priority="P0", team="service")
    await change(
        office,
        "update ticket set workflow = 'gone' where workspace_id = %(workspace)s and number = %(number)s",
        number=broken,
    )
    number = await office.ticket(customer, team="service")
    await run(office)
    assert (await now(office, number)).assignee_id == agent.id


async def test_a_resolved_ticket_taken_from_its_agent_hinders_no_run(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle())
    customer, agent = await office.customer(), await there(office, "李雷")
    lead = await office.member("组长", "director")
    ended, number = [await office.ticket(customer, team="service", assignee_id=agent.id), ""]
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(ended, "ticket.accept"), promised_at=None)
    async with agent.desk() as desk:
        await commands.resolve(desk, await desk.case(ended, "ticket.resolve"), words=None, seen=None)
    async with lead.desk() as desk:
        await assign(
            desk, await desk.case(ended, "ticket.assign"), team=UNSET, assignee_id=None, above_capacity=False, seen=None
        )
    number = await office.ticket(customer, team="service")
    await run(office)
    assert (await now(office, number)).assignee_id == agent.id
    assert (await now(office, ended)).assignee_id is None


async def test_who_let_a_ticket_lie_is_asked_again_when_nobody_else_is_found(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle())
    customer, agent = await office.customer(), await there(office, "李雷")
    number = await office.ticket(customer, team="service")
    passed = "update ticket set not_to = %(people)s, routing_since = %(since)s where workspace_id = %(workspace)s"
    await change(office, passed, people=[agent.id], since=clock.now())
    await run(office)
    assert (await now(office, number)).assignee_id is None
    long_ago = clock.now().replace(year=2025)
    await change(office, passed, people=[agent.id], since=long_ago)
    await run(office)
    assert (await now(office, number)).assignee_id == agent.id


async def test_somebody_else_comes_before_who_let_it_lie(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle())
    customer, first, second = await office.customer(), await there(office, "李雷"), await there(office, "韩梅梅")
    number = await office.ticket(customer, team="service")
    long_ago = clock.now().replace(year=2025)
    await change(
        office,
        "update ticket set not_to = %(people)s, routing_since = %(since)s where workspace_id = %(workspace)s",
        people=[first.id],
        since=long_ago,
    )
    await run(office)
    assert (await now(office, number)).assignee_id == second.id


async def test_what_waits_for_the_customer_makes_room_and_takes_it_again(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle(at_most(1, "P2")))
    customer, agent = await office.customer(), await there(office, "李雷")
    waiting = await office.ticket(customer, priority="P2", team="service")
    await run(office)
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(waiting, "ticket.accept"), promised_at=None)
    second = await office.ticket(customer, priority="P2", team="service")
    await run(office)
    assert (await now(office, second)).assignee_id is None
    async with agent.desk() as desk:
        await commands.move(desk, await desk.case(waiting, "ticket.move"), to="waiting", reason=None, seen=None)
    await run(office)
    assert (await now(office, second)).assignee_id == agent.id
    async with agent.desk() as desk:
        await commands.move(desk, await desk.case(waiting, "ticket.move"), to="in_progress", reason=None, seen=None)
    third = await office.ticket(customer, priority="P2", team="service")
    await run(office)
    assert (await now(office, third)).assignee_id is None
    async with office.read() as tx:
        assert await drifted(tx) == []


async def test_open_tickets_of_who_is_shut_out_go_to_others(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle())
    customer, leaver = await office.customer(), await there(office, "李雷")
    number = await office.ticket(customer, team="service")
    await run(office)
    stays = await there(office, "韩梅梅")
    async with office.services.db.write(office.id) as tx:
        await set_active(tx, office.system(), leaver.id, False, via="web", now=clock.now())
    await run(office)
    await run(office)
    assert (await now(office, number)).assignee_id == stays.id
    async with office.read() as tx:
        assert await drifted(tx) == []


async def test_a_new_class_counts_the_tickets_that_agents_hold_already(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle())
    customer, agent = await office.customer(), await there(office, "李雷")
    held = [await office.ticket(customer, priority="P2", team="service") for _ in range(2)]
    await run(office)
    await office.publish(bundle(at_most(2, "P1", "P2")))
    agent = await office._visitor(agent.id, agent.mail, "staff")
    number = await office.ticket(customer, priority="P1", team="service")
    await run(office)
    assert (await now(office, number)).assignee_id is None
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(held[0], "ticket.accept"), promised_at=None)
    async with agent.desk() as desk:
        await commands.resolve(desk, await desk.case(held[0], "ticket.resolve"), words=None, seen=None)
    await run(office)
    assert (await now(office, number)).assignee_id == agent.id
    async with office.read() as tx:
        assert await drifted(tx) == []


async def test_a_raised_priority_may_fill_a_class_beyond_its_limit_and_then_blocks_new_work(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle(at_most(1, "P1")))
    customer, agent = await office.customer(), await there(office, "李雷")
    for priority in ("P1", "P3"):
        number = await office.ticket(customer, priority=priority, team="service")
        await run(office)
    async with agent.desk() as desk:
        await commands.set_fields(desk, await desk.case(number, "ticket.edit"), {"priority": "P1"}, seen=None)
    assert (await now(office, number)).assignee_id == agent.id
    third = await office.ticket(customer, priority="P1", team="service")
    await run(office)
    assert (await now(office, third)).assignee_id is None
    with pytest.raises(errors.CapacityReached):
        async with agent.desk() as desk:
            await claim(desk, await desk.case(third, "ticket.claim"))


async def test_the_round_goes_on_though_somebody_is_quick(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle(strategy="round_robin"))
    customer, quick, slow = await office.customer(), await there(office, "李雷"), await there(office, "韩梅梅")
    number = await office.ticket(customer, team="service")
    await run(office)
    assert (await now(office, number)).assignee_id == quick.id
    async with quick.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    async with quick.desk() as desk:
        await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
    number = await office.ticket(customer, team="service")
    await run(office)
    assert (await now(office, number)).assignee_id == slow.id


async def test_tickets_go_only_to_who_works_on_tickets(office: Office) -> None:
    lead, auditor = await office.member("总监", "director"), await office.member("审计", "auditor")
    customer = await office.customer()
    number = await office.ticket(customer)
    for nobody in (auditor.id, customer.id, 999):
        with pytest.raises(errors.NotEligible):
            async with lead.desk() as desk:
                await assign(
                    desk,
                    await desk.case(number, "ticket.assign"),
                    team=UNSET,
                    assignee_id=nobody,
                    above_capacity=False,
                    seen=None,
                )
        answer = await lead.post("/tickets", {"title": "打印机", "category": "other", "assignee_id": nobody})
        assert (answer.status_code, answer.json()["code"]) == (409, "ticket.not_eligible")


async def test_nobody_is_loaded_above_their_capacity_by_opening(asgi: Any) -> None:
    office = await found_office(asgi, bundle=bundle(at_most(2, "P1", "P2")))
    lead, agent = await office.member("总监", "director"), await there(office, "李雷")
    rows = [{"title": f"问题 {n}", "category": "other", "priority": "P2", "assignee_id": agent.id} for n in range(3)]
    found = (await lead.post("/tickets/batch", {"tickets": rows})).json()
    assert [row["ticket"] is not None for row in found["rows"]] == [True, True, False]
    assert found["rows"][2]["problem"]["code"] == "ticket.capacity_reached"
