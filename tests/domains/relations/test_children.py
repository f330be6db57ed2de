"""Parents and children: how far they are, what a parent waits for, and what its end does to them."""

from typing import Any

import httpx
import pytest

from gongdan.domains.tickets import intents
from gongdan.domains.tickets.public import Case, Desk, RuleIntent, commands
from tests.domains.relations.test_links import detail, link, links, said
from tests.kit import Office, Visitor
from tests.support import worker

pytestmark = pytest.mark.anyio


async def family(office: Office, count: int = 2) -> tuple[Visitor, str, list[str]]:
    lead = await office.member("韩梅梅", "director")
    number = await office.ticket(await office.customer())
    made = [(await lead.post(f"/tickets/{number}/children", {"title": f"第{n}步"})).json() for n in range(count)]
    return lead, number, [one["number"] for one in made]


async def rule(who: Visitor, number: str, **given: Any) -> httpx.Response:
    return await who.call("PUT", f"/tickets/{number}/children-rule", json={"closing": "block"} | given)


async def close(who: Visitor, number: str) -> httpx.Response:
    return await who.post(f"/tickets/{number}/close", {"reason": "not_needed"})


async def statuses(who: Visitor, *numbers: str) -> list[str]:
    return [(await detail(who, one))["phase"] for one in numbers]


async def test_a_child_is_opened_from_its_parent_with_what_the_parent_says(office: Office) -> None:
    lead = await office.member("韩梅梅", "director")
    customer = await office.customer()
    parent = await office.ticket(customer, category="fault-data", priority="P1", tags=("急",))
    answer = await lead.post(f"/tickets/{parent}/children", {"title": "查日志", "team": "finance"})
    assert answer.status_code == 201, answer.text
    child = await detail(lead, answer.json()["number"])
    above = await detail(lead, parent)
    assert [child[name] for name in ("type", "category", "priority", "tags")] == [
        above[name] for name in ("type", "category", "priority", "tags")
    ]
    assert (child["team"], child["requester"]["id"]) == ("finance", lead.id)
    assert child["links"][0]["kind"] == "child_of"
    assert above["children"] == {"done": 0, "total": 1, "closing": "block", "advance": None, "to": None}
    assert (await customer.get("/portal/tickets")).text.count("查日志") == 0
    theirs = await lead.post(f"/tickets/{parent}/children", {"title": "回访", "for_requester": True})
    assert (await detail(lead, theirs.json()["number"]))["requester"]["id"] == customer.id


async def test_a_family_has_three_levels_one_parent_each_and_no_circle(office: Office) -> None:
    lead, top, (middle, _) = await family(office)
    low = (await lead.post(f"/tickets/{middle}/children", {"title": "下"})).json()["number"]
    answers = [
        await lead.post(f"/tickets/{low}/children", {"title": "再下"}),
        await link(lead, top, low, "child_of"),
        await link(lead, low, top, "parent_of"),
        await link(lead, top, low, "parent_of"),
    ]
    codes = [one.json()["code"].removeprefix("relations.") for one in answers]
    assert codes == ["family_too_deep", "family_circular", "family_circular", "has_parent"]
    assert await links(lead, low) == [("child_of", middle)]


async def test_a_parent_does_not_end_before_its_children_on_any_path(office: Office) -> None:
    lead, number, born = await family(office)
    answer = await close(lead, number)
    assert (answer.status_code, answer.json()["code"], answer.json()["count"]) == (409, "relations.children_open", 2)
    assert (await detail(lead, number))["allowed"]["ticket.close"] is True, "they can see to it"
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        decision = await _automatic_close(desk, case)
    assert decision == ["automation.refused"]
    for one in born:
        await close(lead, one)
    assert (await detail(lead, number))["children"]["done"] == 2
    assert (await close(lead, number)).status_code == 200


async def _automatic_close(desk: Desk, case: Case) -> list[str]:
    closing = RuleIntent("automation.x", intents.MoveTo(status="closed", reason="not_needed"))
    return [one.event.kind for one in desk.apply(desk.settle(case, closing)).events][-1:]


async def test_where_people_are_only_warned_it_ends(office: Office) -> None:
    lead, number, born = await family(office)
    assert (await rule(lead, number, closing="warn")).status_code == 200
    assert await said(lead, number, "ticket.children_ruled") == ["设置子工单规则：子工单未完成时提醒"]
    assert (await close(lead, number)).status_code == 200
    await worker.deliver(office, "relations")
    assert set(await statuses(lead, *born)) <= {"new", "open"}


async def test_a_parent_takes_its_children_along_level_by_level(office: Office) -> None:
    lead, number, (first, second) = await family(office)
    low = (await lead.post(f"/tickets/{first}/children", {"title": "下"})).json()["number"]
    for one in (number, first):
        await rule(lead, one, closing="cascade")
    await close(lead, second)
    await close(lead, number)
    for _ in range(2):
        await worker.deliver(office, "relations")
    assert await statuses(lead, first, second, low) == ["closed"] * 3
    assert (await detail(lead, low))["close_reason"] == "not_needed"
    (moved,) = [one for one in (await detail(lead, low))["timeline"] if one["kind"] == "ticket.moved"]
    assert moved["why"] == "父工单的结束"


@pytest.mark.parametrize(("needed", "closed"), [(0, 3), (1, 1), (2, 2)])
async def test_a_parent_goes_on_when_enough_children_are_done(office: Office, needed: int, closed: int) -> None:
    lead, number, born = await family(office, 3)
    waiting = (await detail(lead, number))["status"]
    assert (await rule(lead, number, advance=needed, to="in_progress")).status_code == 200
    for n, one in enumerate(born[:closed], 1):
        await close(lead, one)
        await worker.deliver(office, "relations")
        assert ((await detail(lead, number))["status"] == "in_progress") == (n == closed), waiting
    await worker.deliver(office, "relations")
    assert len(await said(lead, number, "ticket.moved")) == 1


async def test_a_rule_is_whole_and_can_be_undone(office: Office) -> None:
    lead, number, _ = await family(office)
    assert (await rule(lead, number, advance=1)).status_code == 422
    assert (await rule(lead, number, advance=1, to="nowhere")).status_code == 422
    await rule(lead, number, closing="cascade")
    assert (await lead.post(f"/tickets/{number}/undo")).status_code == 200
    assert (await detail(lead, number))["children"]["closing"] == "block"


async def test_who_may_not_link_the_child_puts_nothing_below(office: Office) -> None:
    customer = await office.customer()
    near, far = await office.ticket(customer, team="service"), await office.ticket(customer, team="finance")
    agent = await office.member("李雷", "agent", service=False)
    async with office.desk() as desk:
        case = await desk.case(far, "ticket.watch")
        await commands.set_watching(desk, case, person_id=agent.id, watching=True)
    assert (await link(agent, near, far, "relates")).status_code == 200
    assert (await link(agent, near, far, "parent_of")).status_code == 403


async def test_the_same_child_is_opened_once(office: Office) -> None:
    lead, number, _ = await family(office, 0)
    send = {"Idempotency-Key": "one"}
    made = [await lead.post(f"/tickets/{number}/children", {"title": "一次"}, headers=send) for _ in range(3)]
    assert len({one.json()["number"] for one in made}) == 1
    assert (await detail(lead, number))["children"]["total"] == 1
