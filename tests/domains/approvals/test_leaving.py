"""Approvers who are shut out while an approval waits, and approvers without end."""

from litestar import Litestar

from tests.domains.approvals.kit import refused, scene, step
from tests.support.worker import deliver

HELPED = {"by": ["role:knowledge_manager"]}


async def test_the_leads_decide_for_who_was_shut_out(asgi: Litestar) -> None:
    s = await scene(asgi, step(**HELPED))
    gone = await s.office.member("财务", "knowledge_manager")
    admin = await s.office.member("管理员", "system_admin")
    await s.ask()
    answer = await admin.post(f"/members/{gone.id}/departure", {"to_team": "service"})
    assert answer.is_success, answer.text
    await deliver(s.office, "approvals")
    (now,) = (await s.seen())["approval"]["steps"]
    assert [vote["name"] for vote in now["votes"]] == ["组长"]
    kinds = await s.kinds()
    await deliver(s.office, "approvals")
    assert await s.kinds() == kinds, "it is done once"
    assert (await s.decide(s.lead)).json()["status"] == "resolved"


async def test_it_holds_for_steps_that_have_not_begun(asgi: Litestar) -> None:
    s = await scene(asgi, step("first"), step("second", **HELPED))
    gone = await s.office.member("财务", "knowledge_manager")
    stays = await s.office.member("出纳", "knowledge_manager")
    admin = await s.office.member("管理员", "system_admin")
    await s.ask()
    await admin.post(f"/members/{gone.id}/departure", {"to_team": "service"})
    await deliver(s.office, "approvals")
    second = (await s.seen())["approval"]["steps"][1]
    assert {vote["name"] for vote in second["votes"]} == {"出纳", "组长"}
    await s.decide(s.lead)
    await s.decide(stays)
    assert (await s.decide(s.lead)).json()["status"] == "resolved"


async def test_where_no_lead_is_left_who_may_manage_decides(asgi: Litestar) -> None:
    s = await scene(asgi, step(**HELPED))
    gone = await s.office.member("财务", "knowledge_manager")
    admin = await s.office.member("管理员", "system_admin")
    other = await s.office.member("管理员乙", "system_admin")
    await s.ask(s.lead)
    await admin.post(f"/members/{gone.id}/departure", {"to_team": "service"})
    await deliver(s.office, "approvals")
    approval = (await s.seen())["approval"]
    assert approval["state"] == "waiting"
    assert {vote["person_id"] for vote in approval["steps"][0]["votes"]} == {admin.id, other.id}


async def test_a_vote_that_was_given_stays(asgi: Litestar) -> None:
    s = await scene(asgi, step("first", **HELPED), step("second"))
    gone = await s.office.member("财务", "knowledge_manager")
    admin = await s.office.member("管理员", "system_admin")
    await s.ask()
    await s.decide(gone)
    await admin.post(f"/members/{gone.id}/departure", {"to_team": "service"})
    await deliver(s.office, "approvals")
    first, second = (await s.seen())["approval"]["steps"]
    assert (first["state"], first["votes"][0]["verdict"]) == ("passed", "approved")
    assert [vote["name"] for vote in second["votes"]] == ["组长"]


async def test_approvers_are_not_added_without_end(asgi: Litestar) -> None:
    s = await scene(asgi, step())
    helper = await s.office.member("财务", "knowledge_manager")
    await s.ask()
    before = len((await s.seen())["approval"]["steps"])
    for _ in range(40):
        answer = await s.do(s.lead, "approvers", person_id=helper.id, when="after")
        if not answer.is_success:
            break
    assert refused(answer, 409, "approvals.too_many_steps")
    assert len((await s.seen())["approval"]["steps"]) - before < 30
