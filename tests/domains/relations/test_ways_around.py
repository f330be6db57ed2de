"""Where tickets go along with others, what binds a hand binds them; nobody comes to see more by a merge."""

import msgspec
from litestar import Litestar

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from tests.domains.work.test_checks import binding
from tests.kit import Office, Visitor, found_office
from tests.support import worker


async def _at_work(office: Office, agent: Visitor, **given: str) -> str:
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id, **given)
    assert (await agent.post(f"/tickets/{number}/accept")).status_code == 200
    return number


async def _family(asgi: Litestar, bundle: PolicyBundle, *, bound: str) -> tuple[Office, Visitor, str, str]:
    """The office, an agent, a parent and its child, of which the ``bound`` one has checks that nobody went through."""
    office = await found_office(asgi, bundle=bundle)
    agent = await office.member("李雷", "agent", service=False)
    kinds = {"type": "technical"}, {"type": "inquiry"}
    parent_kind, child_kind = kinds if bound == "parent" else kinds[::-1]
    parent, child = await _at_work(office, agent, **parent_kind), await _at_work(office, agent, **child_kind)
    linked = await agent.call("PUT", f"/tickets/{parent}/links/{child}", json={"kind": "parent_of"})
    assert linked.status_code == 200, linked.text
    return office, agent, parent, child


async def test_a_child_that_goes_along_is_bound_by_its_checks(asgi: Litestar) -> None:
    office, agent, parent, child = await _family(asgi, binding("technical"), bound="child")
    await agent.call("PUT", f"/tickets/{parent}/children-rule", json={"closing": "cascade"})
    assert (await agent.post(f"/tickets/{parent}/resolve", {"text": "好了"})).status_code == 200
    await worker.deliver(office, "relations")
    seen = (await agent.get(f"/tickets/{child}")).json()
    assert seen["status"] == "in_progress"
    assert "automation.refused" in [one["kind"] for one in seen["timeline"]]


async def test_a_parent_ends_only_as_its_workflow_draws(asgi: Litestar) -> None:
    office, agent, parent, child = await _family(asgi, binding("technical"), bound="parent")
    rule = {"closing": "block", "advance": 0, "to": "closed"}
    assert (await agent.call("PUT", f"/tickets/{parent}/children-rule", json=rule)).status_code == 200
    assert (await agent.post(f"/tickets/{child}/resolve", {"text": "好了"})).status_code == 200
    await worker.deliver(office, "relations")
    assert (await agent.get(f"/tickets/{parent}")).json()["status"] == "in_progress"


async def test_a_child_takes_no_type_that_its_opener_may_not_file(asgi: Litestar) -> None:
    raw = msgspec.to_builtins(standard([2026]))
    raw["types"] = [one | ({"filed_by": ["senior"]} if one["key"] == "order" else {}) for one in raw["types"]]
    office = await found_office(asgi, bundle=msgspec.convert(raw, PolicyBundle))
    agent = await office.member("李雷", "agent", service=False)
    parent = await _at_work(office, agent)
    answer = await agent.post(f"/tickets/{parent}/children", {"title": "退款", "category": "order-refund"})
    assert (answer.status_code, answer.json()["faults"][0]["code"]) == (422, "ticket.type_of_others")


async def test_who_follows_a_ticket_does_not_come_to_see_another_customers(asgi: Litestar) -> None:
    office = await found_office(asgi)
    director, vendor = await office.member("总监", "director", service=True), await office.member("供应商", "vendor")
    one = await office.ticket(await office.customer(), team="service")
    other = await office.ticket(await office.customer("别人"), team="service", title="另一位客户的事")
    await director.post(f"/tickets/{one}/notes", {"text": "请看", "mentions": [vendor.id]})
    merged = await director.post(f"/tickets/{one}/merge", {"into": other, "across": True})
    assert merged.status_code == 200, merged.text
    assert (await vendor.get(f"/tickets/{other}")).status_code == 404
