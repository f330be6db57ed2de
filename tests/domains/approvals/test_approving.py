"""Others agree before a ticket moves: asking, deciding, and what becomes of the move."""

import pytest
from litestar import Litestar

from tests.domains.approvals.kit import LARGE, refused, scene, step

pytestmark = pytest.mark.anyio


async def test_the_move_waits_for_the_lead_and_then_happens(asgi: Litestar) -> None:
    one = await scene(asgi)
    answer = await one.agent.post(f"/tickets/{one.number}/moves", {"to": "resolved"})
    assert refused(answer, 409, "approvals.needed")
    before = await one.seen()
    assert (before["to_approve"], "resolved" in before["moves"], before["approval"]) == (["resolved"], True, None)
    assert (await one.ask(text="已为您退款。")).status_code == 200
    waiting = await one.seen(one.lead)
    assert (waiting["status"], waiting["approval"]["state"]) == ("in_progress", "waiting")
    assert waiting["allowed"]["approval.decide"] is True
    (first,) = waiting["approval"]["steps"]
    assert [(vote["name"], vote["verdict"]) for vote in first["votes"]] == [("组长", None)]
    assert (await one.decide(one.lead, why="同意")).json()["status"] == "resolved"
    after = await one.seen()
    assert (after["status"], after["approval"]["state"]) == ("resolved", "passed")
    moved = next(
        line for line in after["timeline"] if line["kind"] == "ticket.moved" and line["data"]["after"] == "resolved"
    )
    assert moved["person"]["id"] == one.agent.id
    assert any(line["message"] and line["message"]["text"] == "已为您退款。" for line in after["timeline"])
    assert await one.kinds() == [
        "approval_requested",
        "approval_awaited",
        "approval_decided",
        "approval_passed",
    ]


async def test_declined_it_stays_and_may_be_asked_again(asgi: Litestar) -> None:
    one = await scene(asgi)
    await one.ask()
    assert (await one.decide(one.lead, "declined", "证据不足")).json()["status"] == "in_progress"
    found = (await one.seen())["approval"]
    assert (found["state"], found["because"]) == ("declined", "证据不足")
    answer = await one.agent.post(f"/tickets/{one.number}/moves", {"to": "resolved"})
    assert refused(answer, 409, "approvals.needed")
    assert (await one.ask()).status_code == 200


async def test_a_decline_says_why(asgi: Litestar) -> None:
    one = await scene(asgi)
    await one.ask()
    assert (await one.decide(one.lead, "declined", "  ")).status_code == 422


async def test_one_waits_at_a_time_and_nobody_decides_their_own(asgi: Litestar) -> None:
    one = await scene(asgi, step(by=["team:service"]))
    assert (await one.ask()).status_code == 200
    assert refused(await one.ask(), 409, "approvals.already_asked")
    assert refused(await one.decide(one.agent), 409, "approvals.own")
    other = await one.office.member("韩梅梅", "agent", service=False)
    assert refused(await one.decide(other), 409, "approvals.not_asked")


async def test_the_same_decision_twice_is_one_and_another_comes_too_late(asgi: Litestar) -> None:
    one = await scene(asgi, step(by=["lead", "role:director"]))
    director = await one.office.member("总监", "director")
    await one.ask()
    assert (await one.decide(one.lead)).status_code == 200
    assert (await one.decide(one.lead)).status_code == 200
    assert refused(await one.decide(one.lead, "declined", "改主意"), 409, "approvals.already_decided")
    assert (await one.kinds()).count("approval_decided") == 1
    assert (await one.decide(director)).json()["status"] == "resolved"
    assert (await one.decide(director)).status_code == 200


async def test_where_one_is_enough_the_first_decides(asgi: Litestar) -> None:
    one = await scene(asgi, step(by=["lead", "role:director"], mode="any"))
    director = await one.office.member("总监", "director")
    await one.ask()
    assert (await one.decide(director)).json()["status"] == "resolved"
    assert refused(await one.decide(one.lead), 409, "approvals.over")


async def test_steps_follow_each_other_and_some_are_left_out(asgi: Litestar) -> None:
    one = await scene(asgi, step(), step("money", by=["role:director"], when=LARGE))
    director = await one.office.member("总监", "director")
    await one.ask(fields={"refund_sum": 5000})
    assert refused(await one.decide(director), 409, "approvals.not_asked")
    assert (await one.decide(one.lead)).json()["status"] == "in_progress"
    assert (await one.decide(director)).json()["status"] == "resolved"
    small = await scene(asgi, step(when=LARGE))
    assert refused(await small.ask(), 409, "approvals.not_needed")
    answer = await small.agent.post(f"/tickets/{small.number}/moves", {"to": "resolved"})
    assert answer.json()["status"] == "resolved"


async def test_where_nobody_is_named_the_leads_are_asked_else_who_may_manage(asgi: Litestar) -> None:
    one = await scene(asgi, step(by=["role:executive"]))
    await one.ask()
    (first,) = (await one.seen())["approval"]["steps"]
    assert (first["instead"], [vote["name"] for vote in first["votes"]]) == ("lead", ["组长"])
    other = await scene(asgi, step(by=["role:executive"]))
    answer = await other.ask(other.lead)
    assert refused(answer, 409, "approvals.nobody")
    admin = await other.office.member("管理员", "system_admin")
    await other.ask(other.lead)
    (first,) = (await other.seen())["approval"]["steps"]
    assert (first["instead"], [vote["person_id"] for vote in first["votes"]]) == ("managers", [admin.id])


async def test_an_approver_sees_the_ticket_and_has_it_in_their_view(asgi: Litestar) -> None:
    one = await scene(asgi, step(by=["role:knowledge_manager"]))
    helper = await one.office.member("财务", "knowledge_manager")
    assert (await helper.get(f"/tickets/{one.number}")).status_code == 404
    await one.ask()
    rows = (await helper.get("/tickets", view="approving")).json()["rows"]
    assert [row["number"] for row in rows] == [one.number]
    assert (await one.decide(helper)).json()["status"] == "resolved"
    assert (await helper.get("/tickets", view="approving")).json()["rows"] == []
    assert (await helper.get(f"/tickets/{one.number}")).status_code == 200


async def test_changed_values_and_moves_end_it(asgi: Litestar) -> None:
    one = await scene(asgi)
    await one.ask()
    await one.agent.call("PATCH", f"/tickets/{one.number}", json={"fields": {"refund_sum": 7}})
    assert (await one.seen())["approval"]["because"] == "changed"
    assert refused(await one.decide(one.lead), 409, "approvals.over")
    await one.ask()
    await one.agent.post(f"/tickets/{one.number}/moves", {"to": "waiting"})
    found = (await one.seen())["approval"]
    assert (found["state"], found["because"]) == ("cancelled", "moved")


async def test_it_is_withdrawn_by_whoever_asked_or_a_lead(asgi: Litestar) -> None:
    one = await scene(asgi)
    other = await one.office.member("韩梅梅", "agent", service=False)
    await one.ask()
    assert refused(await one.do(other, "cancel"), 409, "approvals.not_yours")
    assert (await one.do(one.agent, "cancel", why="先不退")).status_code == 200
    assert (await one.do(one.agent, "cancel")).status_code == 200
    assert (await one.kinds()).count("approval_cancelled") == 1
    assert refused(await one.decide(one.lead), 409, "approvals.over")


async def test_a_vote_is_handed_on_and_others_are_added(asgi: Litestar) -> None:
    one = await scene(asgi)
    first, second = [await one.office.member(name, "director") for name in ("甲", "乙")]
    await one.ask()
    assert refused(await one.do(one.lead, "forward", person_id=one.agent.id), 409, "approvals.own")
    assert (await one.do(one.lead, "forward", person_id=first.id, why="我出差")).status_code == 200
    assert refused(await one.decide(one.lead), 409, "approvals.not_asked")
    assert (await one.do(first, "approvers", person_id=second.id, when="before")).status_code == 200
    assert (await one.do(first, "approvers", person_id=one.lead.id, when="after")).status_code == 409
    assert (await one.decide(second)).json()["status"] == "in_progress"
    assert (await one.do(first, "approvers", person_id=one.lead.id, when="after")).status_code == 200
    assert (await one.decide(first)).json()["status"] == "in_progress"
    assert (await one.decide(one.lead)).json()["status"] == "resolved"


async def test_it_is_sent_back_to_an_earlier_handler(asgi: Litestar) -> None:
    one = await scene(asgi)
    stranger = await one.office.member("甲", "agent", service=False)
    await one.ask()
    assert refused(
        await one.do(one.lead, "return", person_id=stranger.id, why="重做"), 409, "approvals.not_earlier_handler"
    )
    assert (await one.do(one.lead, "return", person_id=one.agent.id, why="缺截图")).status_code == 200
    found = await one.seen()
    assert (found["approval"]["state"], found["approval"]["because"]) == ("sent_back", "缺截图")
    assert (found["assignee"]["id"], found["status"]) == (one.agent.id, "in_progress")


async def test_what_the_move_is_refused_by_then_is_told_and_can_be_mended(asgi: Litestar) -> None:
    one = await scene(asgi)
    other = await one.office.member("韩梅梅", "agent", service=False)
    await one.ask()
    await one.lead.post(f"/tickets/{one.number}/assignments", {"assignee_id": other.id})
    found = await one.seen()
    assert found["approval"]["state"] in ("waiting", "cancelled")


async def test_as_of_an_instant_it_waited_for_whom_it_waited_then(asgi: Litestar) -> None:
    one = await scene(asgi)
    await one.ask()
    then = (await one.seen())["updated_at"]
    await one.decide(one.lead)
    was = (await one.agent.get(f"/tickets/{one.number}", as_of=then)).json()
    assert (was["status"], was["approval"]["state"]) == ("in_progress", "waiting")
    assert [vote["verdict"] for vote in was["approval"]["steps"][0]["votes"]] == [None]
    assert "approval.decide" not in was["allowed"], "nobody changes the past"
    now = await one.seen()
    assert (now["status"], now["approval"]["state"]) == ("resolved", "passed")
