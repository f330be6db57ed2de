"""Who asks and who opened it: customers with nothing but a name, and the member behind an API call (spec 02)."""

import pytest

from tests.kit import Office

pytestmark = pytest.mark.anyio

NEW = {"title": "来电咨询", "category": "inquiry-price"}


async def test_a_caller_with_only_a_name_becomes_a_person_and_not_the_actor(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    seen = set()
    for _ in range(2):
        answer = await agent.post("/tickets", NEW | {"requester": {"name": "张先生"}})
        assert answer.status_code == 201, answer.text
        detail = (await agent.get(f"/tickets/{answer.json()['number']}")).json()
        assert detail["requester"]["name"] == "张先生"
        assert (detail["customer"]["mails"], detail["customer"]["phones"]) == ([], [])
        seen.add(detail["requester"]["id"])
    assert len(seen) == 2 and agent.id not in seen, "a name is no identity: whoever says it again is another person"


async def test_rows_of_a_batch_that_share_a_name_are_persons_of_their_own(office: Office) -> None:
    lead = await office.member("总监", "director")
    rows = [NEW | {"requester": {"name": "张先生"}} for _ in range(2)]
    found = (await lead.post("/tickets/batch", {"tickets": rows})).json()
    numbers = [row["ticket"]["number"] for row in found["rows"]]
    people = {(await lead.get(f"/tickets/{number}")).json()["requester"]["id"] for number in numbers}
    assert len(people) == 2


@pytest.mark.parametrize("nobody", [{}, {"name": ""}, {"name": "  "}])
async def test_a_requester_who_is_nobody_is_refused(office: Office, nobody: dict[str, str]) -> None:
    agent = await office.member("李雷", "agent", service=False)
    answer = await agent.post("/tickets", NEW | {"requester": nobody})
    assert answer.status_code == 422, answer.text
    assert [fault["field"] for fault in answer.json()["faults"]] == ["requester"]


async def test_a_ticket_opened_through_the_api_for_a_customer_names_who_opened_it(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = (await agent.post("/tickets", NEW | {"requester": {"mail": "w@x.test"}})).json()["number"]
    assert (await agent.get(f"/tickets/{number}")).json()["creator"]["id"] == agent.id


async def test_what_somebody_asks_themselves_has_no_creator_beside_them(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = (await agent.post("/tickets", NEW)).json()["number"]
    detail = (await agent.get(f"/tickets/{number}")).json()
    assert (detail["requester"]["id"], detail["creator"]) == (agent.id, None)
