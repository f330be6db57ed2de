"""No deed beside the move itself brings a ticket where others must agree first (spec 02, approvals)."""

from typing import Any

import msgspec
from litestar import Litestar

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from tests.domains.approvals.kit import LARGE, asking, refused, scene, step
from tests.kit import found_office

FOR_URGENT = {"field": "priority", "op": "is", "value": "P1"}


async def _set(s: Any, amount: int) -> None:
    answer = await s.agent.call("PATCH", f"/tickets/{s.number}", json={"fields": {"refund_sum": amount}})
    assert answer.status_code == 200, answer.text


async def _undo(s: Any, kind: str) -> Any:
    line = [one for one in (await s.seen())["timeline"] if one["kind"] == kind][-1]
    return await s.agent.post(f"/tickets/{s.number}/undo", {"of": line["seq"]})


async def test_undoing_a_value_that_was_to_be_approved_ends_the_approval(asgi: Litestar) -> None:
    s = await scene(asgi)
    for amount in (5000, 10):
        await _set(s, amount)
    assert (await s.ask()).status_code == 200
    assert (await _undo(s, "ticket.changed")).status_code == 200
    assert refused(await s.decide(s.lead), 409, "approvals.over")
    seen = await s.seen()
    assert (seen["status"], seen["approval"]["state"], seen["approval"]["because"]) == (
        "in_progress",
        "cancelled",
        "changed",
    )


async def test_undoing_a_reopening_does_not_bring_back_what_was_approved_otherwise(asgi: Litestar) -> None:
    s = await scene(asgi)
    await _set(s, 10)
    await s.ask()
    assert (await s.decide(s.lead)).status_code == 200
    assert (await s.agent.post(f"/tickets/{s.number}/reopen", {"text": ""})).status_code == 200
    await _set(s, 5000)
    assert refused(await _undo(s, "ticket.moved"), 409, "approvals.needed")
    assert (await s.seen())["status"] == "in_progress"


async def test_a_step_that_became_needed_since_is_asked_for_too(asgi: Litestar) -> None:
    s = await scene(asgi, step(), step("director", by=["role:director"], when=FOR_URGENT))
    director = await s.office.member("总监", "director")
    assert (await s.ask()).status_code == 200
    urgent = await s.agent.call("PATCH", f"/tickets/{s.number}", json={"priority": "P1"})
    assert urgent.status_code == 200, urgent.text
    assert (await s.decide(s.lead)).status_code == 200
    assert (await s.seen())["status"] == "in_progress", "the director has not agreed"
    assert (await s.ask()).status_code == 200
    for who in (s.lead, director):
        assert (await s.decide(who)).status_code == 200
    assert (await s.seen())["status"] == "resolved"


async def test_what_was_solved_as_another_type_does_not_become_one_that_needs_approval(asgi: Litestar) -> None:
    raw = msgspec.to_builtins(asking(step()))
    plain = msgspec.to_builtins(standard([2026]))["workflows"][0] | {"key": "plain"}
    raw["workflows"] = [*raw["workflows"], plain]
    for one in raw["types"]:
        one["workflow"] = "plain" if one["key"] == "inquiry" else one["workflow"]
    office = await found_office(asgi, bundle=msgspec.convert(raw, PolicyBundle))
    await office.member("组长", "lead", service=True)
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id, type="technical")
    await agent.post(f"/tickets/{number}/accept")
    assert (await agent.call("PATCH", f"/tickets/{number}", json={"type": "inquiry"})).status_code == 200
    assert (await agent.post(f"/tickets/{number}/resolve", {"text": "好了"})).status_code == 200
    back = {"type": "technical", "category": "product-fault"}
    assert refused(await agent.call("PATCH", f"/tickets/{number}", json=back), 409, "approvals.needed")


async def test_a_vote_is_not_handed_to_whom_has_voted(asgi: Litestar) -> None:
    s = await scene(asgi)
    other = await s.office.member("副组长", "lead", service=True)
    await s.ask()
    assert (await s.decide(other)).status_code == 200
    assert refused(await s.do(s.lead, "forward", person_id=other.id), 409, "approvals.asks_them")
    assert (await s.decide(s.lead)).status_code == 200
    assert (await s.seen())["status"] == "resolved"


async def test_a_condition_that_does_not_hold_asks_nobody(asgi: Litestar) -> None:
    s = await scene(asgi, step(when=LARGE))
    await _set(s, 10)
    assert (await s.agent.post(f"/tickets/{s.number}/resolve", {"text": "好了"})).status_code == 200
