"""A rule that names people is a chain: whoever is away never holds work (spec 04, decided after first use)."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import intents as i
from gongdan.kernel import clock
from tests.domains.notifications.test_staff import notices
from tests.domains.routing.test_jobs import deliver
from tests.domains.routing.test_router import change, now, run
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio

AT_TEN = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)  # a Thursday, in Shanghai


async def vip(office: Office, agent: Visitor) -> Visitor:
    customer = await office.customer("贵宾")
    await change(
        office,
        "update customer set tier = 'vip', dedicated_agent_id = %(agent)s"
        " where workspace_id = %(workspace)s and person_id = %(person)s",
        agent=agent.id,
        person=customer.id,
    )
    return customer


class Desk(msgspec.Struct):
    office: Office
    duty: Visitor
    lead: Visitor
    agent: Visitor
    cross: Visitor


async def staffed(office: Office) -> Desk:
    """Nobody is there yet."""
    desk = Desk(
        office,
        await office.member("值班", "lead", **{"duty-lead": False}),
        await office.member("组长", "lead", tech=True),
        await office.member("组员", "agent", tech=False),
        await office.member("协调", "agent", cross=False),
    )
    await office.be("offline", desk.duty, desk.lead, desk.agent, desk.cross)
    return desk


@pytest.mark.parametrize(
    ("there", "reason"),
    [
        (("duty", "lead", "agent", "cross"), "值班表“"),
        (("lead", "agent", "cross"), "改由组长 组长 接手"),
        (("agent", "cross"), "改由组内成员 组员 接手"),
        (("cross",), "改由跨部门协调组的 协调 接手"),
    ],
)
async def test_p0_goes_to_the_first_of_its_chain_who_is_there(
    office: Office, there: tuple[str, ...], reason: str
) -> None:
    desk = await staffed(office)
    await office.be("available", *(getattr(desk, name) for name in there))
    number = await office.ticket(await office.customer(), priority="P0")
    await run(office)
    chosen: Visitor = getattr(desk, there[0])
    assert (await now(office, number)).assignee_id == chosen.id
    shown = (await (await office.member("主管", "director")).get(f"/tickets/{number}")).json()
    said = [one["zh-CN"] for line in shown["routing"] if line["step"] == "agent" for one in line["reasons"]]
    assert any(reason in one for one in said), said
    if there[0] != "duty":
        assert "missed" in [one["kind"] for one in await notices(desk.duty)]


async def test_a_vip_whose_own_agent_is_away_goes_to_the_free_team(office: Office) -> None:
    desk = await staffed(office)
    own = await office.member("专属", "agent", service=False)
    customer = await vip(office, own)
    await office.be("available", desk.agent)
    await office.be("offline", own)
    with clock.played(AT_TEN):
        number = await office.ticket(customer)
        await run(office)
    assert (await now(office, number)).assignee_id == desk.agent.id
    await office.be("available", own)
    other = await office.ticket(customer, title="又一个")
    await run(office)
    assert (await now(office, other)).assignee_id == own.id


async def test_who_is_on_leave_is_passed_over_though_a_page_is_open(office: Office) -> None:
    desk = await staffed(office)
    await office.be("available", desk.duty, desk.agent)
    await on_leave(office, desk.duty)
    number = await office.ticket(await office.customer(), priority="P0")
    await run(office)
    assert (await now(office, number)).assignee_id == desk.agent.id


async def on_leave(office: Office, who: Visitor, substitute: Visitor | None = None) -> None:
    await change(
        office,
        "insert into member_leave (workspace_id, id, person_id, from_at, until_at, substitute_id)"
        " values (%(workspace)s, %(person)s, %(person)s, now() - interval '1 hour', now() + interval '1 day', %(sub)s)",
        person=who.id,
        sub=substitute.id if substitute else None,
    )


async def test_with_nobody_at_all_the_lead_is_told_once_and_it_is_tried_again(office: Office) -> None:
    desk = await staffed(office)
    number = await office.ticket(await office.customer(), priority="P0")
    for _ in range(3):
        await run(office)
    assert (await now(office, number)).assignee_id is None
    told = [one for one in await notices(desk.lead) if "都不能接手" in one["text"]["zh-CN"]]
    assert len(told) == 1
    await office.be("available", desk.cross)
    await run(office)
    assert (await now(office, number)).assignee_id == desk.cross.id


async def test_a_rule_may_name_a_person(asgi: Any) -> None:
    shipped = standard([2026])
    office = await found_office(asgi, bundle=shipped)
    desk = await staffed(office)
    rule = msgspec.structs.replace(shipped.routing[0], roster=None, person=desk.agent.id)
    await office.publish(msgspec.structs.replace(shipped, routing=(rule, *shipped.routing[1:])))
    await office.be("available", desk.agent, desk.lead)
    number = await office.ticket(await office.customer(), priority="P0")
    await run(office)
    assert (await now(office, number)).assignee_id == desk.agent.id


async def settled(office: Office, number: str, by: Visitor, *wanted: i.Intent) -> None:
    async with by.desk() as desk:
        desk.apply(desk.settle(await desk.case(number, "ticket.read"), *wanted))


async def test_raised_to_p0_a_waiting_ticket_goes_to_the_duty_lead(office: Office) -> None:
    desk = await staffed(office)
    number = await office.ticket(await office.customer())
    await deliver(office)
    await office.be("available", desk.duty)
    director = await office.member("主管", "director")
    await settled(office, number, director, i.Change(values={"priority": "P0"}))
    await deliver(office)
    ticket = await now(office, number)
    assert ticket.assignee_id == desk.duty.id


async def test_raised_to_p0_an_assigned_ticket_stays_and_the_duty_lead_watches_and_is_told(office: Office) -> None:
    desk = await staffed(office)
    await office.be("available", desk.agent, desk.duty)
    number = await office.ticket(await office.customer())
    await deliver(office)
    assert (await now(office, number)).assignee_id == desk.agent.id
    director = await office.member("主管", "director")
    await settled(office, number, director, i.Change(values={"priority": "P0"}))
    await deliver(office)
    await deliver(office)
    ticket = await now(office, number)
    assert ticket.assignee_id == desk.agent.id
    assert (desk.duty.id, "watcher") in ticket.participants
    told = [one for one in await notices(desk.duty) if "现在命中规则" in one["text"]["zh-CN"]]
    assert len(told) == 1
    await settled(office, number, director, i.Change(values={"priority": "P2"}))
    await deliver(office)
    lowered = await now(office, number)
    assert (lowered.assignee_id, lowered.team) == (desk.agent.id, ticket.team)
    assert (desk.duty.id, "watcher") in lowered.participants


async def test_the_work_of_who_goes_on_leave_is_handed_on_and_the_lead_told(office: Office) -> None:
    desk = await staffed(office)
    await office.be("available", desk.agent)
    customer = await office.customer()
    number = await office.ticket(customer)
    await run(office)
    assert (await now(office, number)).assignee_id == desk.agent.id
    other = await office.member("同事", "agent", tech=False)
    await office.be("available", other)
    await on_leave(office, desk.agent)
    await run(office)
    assert (await now(office, number)).status == "new"
    await run(office)
    ticket = await now(office, number)
    assert (ticket.assignee_id, ticket.status) == (other.id, "assigned")
    assert any("负责人不在" in one["text"]["zh-CN"] for one in await notices(desk.lead))


async def test_a_substitute_takes_the_work_of_who_is_on_leave(office: Office) -> None:
    desk = await staffed(office)
    await office.be("available", desk.agent)
    number = await office.ticket(await office.customer())
    await run(office)
    stand_in = await office.member("代理", "agent", tech=False)
    await office.be("available", stand_in)
    await on_leave(office, desk.agent, stand_in)
    await run(office)
    assert (await now(office, number)).assignee_id == stand_in.id


async def test_a_substitute_gets_nothing_that_they_might_not_take(office: Office) -> None:
    """A lead who stands in for a colleague reads no tickets of the colleague's other teams by it."""
    desk = await staffed(office)
    both = await office.member("两组", "agent", tech=False, service=False)
    await office.be("available", both)
    customer = await office.customer()
    theirs = await office.ticket(customer, team="service", assignee_id=both.id)
    ours = await office.ticket(customer, team="tech", assignee_id=both.id)
    await office.be("available", desk.lead)
    await on_leave(office, both, desk.lead)
    await run(office)
    assert (await now(office, ours)).assignee_id == desk.lead.id
    left = await now(office, theirs)
    assert (left.assignee_id, left.routing_since is not None) == (None, True)
    assert (await desk.lead.get(f"/tickets/{theirs}")).status_code == 404


async def test_a_substitute_who_may_take_anything_gets_it_of_every_team(office: Office) -> None:
    desk = await staffed(office)
    director = await office.member("总监", "director")
    number = await office.ticket(await office.customer(), team="tech", assignee_id=desk.agent.id)
    await on_leave(office, desk.agent, director)
    await run(office)
    assert (await now(office, number)).assignee_id == director.id


def test_only_the_shipped_urgent_and_vip_rules_mind_changes() -> None:
    bundle: PolicyBundle = standard([2026])
    assert {one.key for one in bundle.routing if "changed" in one.on} == {"urgent", "vip"}
