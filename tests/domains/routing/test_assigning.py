"""Work is given by hand within the team, to those whom its rule names, or by right (spec 02, entering a status)."""

import pytest

from tests.domains.routing.test_chain import on_leave
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def give(by: Visitor, number: str, **given: object) -> tuple[int, dict[str, object]]:
    answer = await by.post(f"/tickets/{number}/assignments", given)
    return answer.status_code, answer.json()


async def test_a_lead_gives_work_within_the_team_and_is_told_who_can(office: Office) -> None:
    lead = await office.member("组长", "lead", tech=True)
    mine, stranger = await office.member("组员", tech=False), await office.member("外人", finance=False)
    number = await office.ticket(await office.customer())
    status, refusal = await give(lead, number, assignee_id=stranger.id)
    assert (status, refusal["code"]) == (409, "ticket.not_of_team")
    assert "组员" in str(refusal["remedy"]) and "外人" not in str(refusal["remedy"])
    assert (await give(lead, number, assignee_id=mine.id))[0] == 200


async def test_with_the_team_changed_along_it_may_go_there(office: Office) -> None:
    lead, stranger = await office.member("组长", "lead", tech=True), await office.member("外人", finance=False)
    number = await office.ticket(await office.customer())
    assert (await give(lead, number, team="finance", assignee_id=stranger.id))[0] == 200


async def test_taken_from_the_team_in_the_same_step_it_goes_no_further(office: Office) -> None:
    lead, stranger = await office.member("组长", "lead", tech=True), await office.member("外人", finance=False)
    number = await office.ticket(await office.customer())
    status, refusal = await give(lead, number, team=None, assignee_id=stranger.id)
    assert (status, refusal["code"], refusal["team"]) == (409, "ticket.not_of_team", "tech")


async def test_by_right_it_may_go_to_anybody(office: Office) -> None:
    director, stranger = await office.member("总监", "director"), await office.member("外人", finance=False)
    number = await office.ticket(await office.customer())
    assert (await give(director, number, assignee_id=stranger.id))[0] == 200


async def test_whom_the_rule_names_can_get_it_though_of_another_team(office: Office) -> None:
    lead = await office.member("组长", "lead", tech=True)
    duty = await office.member("值班", "lead", **{"duty-lead": False})
    number = await office.ticket(await office.customer(), priority="P0")
    assert (await give(lead, number, assignee_id=duty.id))[0] == 200


async def test_nobody_gives_work_to_who_is_on_leave(office: Office) -> None:
    director, agent = await office.member("总监", "director"), await office.member("组员", tech=False)
    await on_leave(office, agent)
    number = await office.ticket(await office.customer())
    status, refusal = await give(director, number, assignee_id=agent.id)
    assert (status, refusal["reason"]) == (409, "on_leave")


async def test_who_answers_can_claim_as_long_as_there_is_room(office: Office) -> None:
    agent, customer = await office.member("组员", tech=False), await office.customer()
    numbers = [await office.ticket(customer, title=f"{n}", priority="P1") for n in range(6)]
    for number in numbers[:5]:
        async with agent.desk() as desk:
            assert await desk.may_take(await desk.case(number, "ticket.reply"))
        assert (await agent.post(f"/tickets/{number}/claim")).status_code == 200
    async with agent.desk() as desk:
        assert not await desk.may_take(await desk.case(numbers[5], "ticket.reply"))
        assert not await desk.may_take(await desk.case(numbers[0], "ticket.reply"))
