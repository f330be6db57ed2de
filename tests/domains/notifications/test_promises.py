"""Warnings and breaches of promises tell somebody who is there, once, in one line, and the log says whom (spec 03)."""

from typing import Any

import pytest
from msgspec.structs import replace

from gongdan.domains.bundle.times.sla import Metric, SlaPolicy, Target
from gongdan.domains.policy.presets import standard
from tests.domains.notifications.kit import deliver, done
from tests.domains.notifications.test_staff import notices, writes
from tests.domains.routing.test_chain import on_leave
from tests.domains.tickets.test_jobs import fire, timers
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio

TIME = ("warned", "breached", "escalated")


async def promising(office: Office, metric: Metric, **more: Any) -> None:
    """Only this promise, of 40 minutes, with a warning at half of it, and no ladder."""
    target = Target(metric=metric, amount=40, unit="calendar_minutes", warn_at=(50,), **more)
    policy = SlaPolicy(key="one", name={"zh-CN": "一", "en": "One"}, targets=(target,))
    await office.publish(replace(standard([2026]), sla=(policy,), ladders=()))


async def sweep(office: Office, times: int = 1) -> None:
    """Fire the next timers of clocks, each at its instant."""
    for _ in range(times):
        due = [one for one in await timers(office) if one.owner == "sla"]
        await fire(office, due[:1])
    await deliver(office)


async def of_time(person: Visitor) -> list[dict[str, Any]]:
    return [one for one in await notices(person) if one["kind"] in TIME]


async def told(reader: Visitor, number: str) -> list[dict[str, Any]]:
    entries = (await reader.get(f"/tickets/{number}")).json()["timeline"]
    return [one["data"] for one in entries if one["kind"] == "ticket.staff_told"]


@pytest.mark.parametrize("metric", ["first_response", "next_response", "update", "accept", "stage", "resolution"])
async def test_every_metric_tells_handler_and_lead_before_and_when_it_is_over(office: Office, metric: Metric) -> None:
    await promising(office, metric, **({"status": "assigned"} if metric == "stage" else {}))
    agent, lead = await office.member("李雷", service=False), await office.member("周主管", "lead", service=True)
    other, customer = await office.member("小赵", tech=False), await office.customer()
    number = await office.ticket(customer, title="很急", team="service", assignee_id=agent.id)
    if metric in ("next_response", "update"):
        await done(agent, number, "replies", text="在查")
    if metric == "next_response":
        await writes(customer, number)
    await deliver(office)
    await sweep(office)
    for person in (agent, lead):
        (notice,) = await of_time(person)
        assert (notice["kind"], notice["number"], notice["count"]) == ("warned", number, 1)
        assert "50%" in notice["text"]["zh-CN"] and "很急" in notice["text"]["zh-CN"]
    await sweep(office)
    for person in (agent, lead):
        (notice,) = await of_time(person)
        assert (notice["kind"], notice["count"]) == ("breached", 2)
        assert "超时" in notice["text"]["zh-CN"] and "overdue" in notice["text"]["en"]
    assert await of_time(other) == []
    assert [set(one["people"]) for one in await told(lead, number)] == [{agent.id, lead.id}] * 2


async def test_what_nobody_handles_is_told_to_whoever_should_have_assigned_it(office: Office) -> None:
    await promising(office, "first_response")
    lead = await office.member("周主管", "lead", service=True)
    await office.ticket(await office.customer(), team="service")
    await sweep(office)
    (notice,) = await of_time(lead)
    assert "请尽快分配负责人" in notice["text"]["zh-CN"] and "please assign it" in notice["text"]["en"]


async def test_the_absent_are_told_and_passed_over_until_somebody_is_there(office: Office) -> None:
    await promising(office, "first_response")
    agent, lead = await office.member("李雷", service=False), await office.member("周主管", "lead", service=True)
    director, executive = await office.member("韩总", "director"), await office.member("高层", "executive")
    await office.be("offline", agent, lead, executive)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    await sweep(office)
    (event,) = await told(director, number)
    assert (set(event["people"]), set(event["absent"])) == ({agent.id, lead.id, director.id}, {agent.id, lead.id})
    assert len(await of_time(agent)) == len(await of_time(lead)) == len(await of_time(director)) == 1
    assert await of_time(executive) == []


async def test_who_is_on_leave_is_away_though_a_page_of_theirs_is_open(office: Office) -> None:
    await promising(office, "first_response")
    agent, lead = await office.member("李雷", service=False), await office.member("周主管", "lead", service=True)
    director = await office.member("韩总", "director")
    await on_leave(office, agent)
    await on_leave(office, lead)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    await sweep(office)
    (event,) = await told(director, number)
    assert set(event["absent"]) == {agent.id, lead.id} and director.id in event["people"]


async def test_an_early_warning_stays_with_the_handler_and_the_last_one_reaches_the_lead(office: Office) -> None:
    agent, lead = await office.member("李雷", service=False), await office.member("周主管", "lead", service=True)
    await office.ticket(await office.customer(), priority="P1", team="service", assignee_id=agent.id)
    await sweep(office)
    assert (len(await of_time(agent)), len(await of_time(lead))) == (1, 0)
    for _ in range(5):
        await sweep(office)
    assert len(await of_time(agent)) == len(await of_time(lead)) == 1


async def test_all_that_time_brings_on_one_ticket_is_one_line_that_says_the_gravest(office: Office) -> None:
    agent, lead = await office.member("李雷", service=False), await office.member("周主管", "lead", service=True)
    number = await office.ticket(await office.customer(), priority="P0", team="service", assignee_id=agent.id)
    await sweep(office, times=12)
    for _ in range(3):
        await deliver(office)
    (notice,) = await of_time(lead)
    assert (notice["kind"], notice["number"]) == ("escalated", number)
    assert notice["count"] > 3
    await lead.post("/notices/read", {"up_to": notice["id"]})
    before = await told(lead, number)
    async with office.services.db.write(0) as tx:
        tx.put("delete from cursor where subscriber = 'staff-notices'")
    assert await of_time(lead) == [notice | {"read_at": (await of_time(lead))[0]["read_at"]}]
    assert await told(lead, number) == before


async def test_a_point_at_which_only_the_ladder_acts_tells_of_the_level_and_of_no_warning(office: Office) -> None:
    bundle = standard([2026])
    target = Target(metric="resolution", amount=100, unit="calendar_minutes")
    policy = SlaPolicy(key="one", name={"zh-CN": "一", "en": "One"}, targets=(target,))
    await office.publish(replace(bundle, sla=(policy,)))
    agent = await office.member("李雷", service=False)
    await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    await sweep(office)
    assert [(one["kind"], one["count"]) for one in await of_time(agent)] == [("escalated", 1)]
