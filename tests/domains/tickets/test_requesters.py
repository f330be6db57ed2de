"""Who asks and who opened it: customers with nothing but a name, and the member behind an API call (spec 02)."""

from typing import Any

import psycopg
import pytest

from gongdan.domains.policy.presets import standard
from tests.kit import Office

pytestmark = pytest.mark.anyio

NEW: dict[str, Any] = {"title": "来电咨询", "category": "inquiry-price"}


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


async def stored(office: Office, *mails: str) -> list[str]:
    """Of these addresses those behind which somebody stands."""
    async with office.read() as tx:
        sql = "select handle from identity where workspace_id = %(workspace)s and handle = any(%(mails)s)"
        return sorted(handle for (handle,) in await tx.rows(tuple, sql, mails=list(mails)))


async def people(office: Office) -> int:
    async with office.read() as tx:
        (found,) = await tx.rows(tuple, "select count(*) from person where workspace_id = %(workspace)s")
        return int(found[0])


async def test_a_row_refused_for_what_its_ticket_would_be_leaves_no_requester_behind(office: Office) -> None:
    lead, stranger = await office.member("组长", "lead", tech=True), await office.member("外人", finance=False)
    some = next(one.key for one in standard([2026]).categories if one.team == "tech")
    unfit = {"title": "报错", "category": some, "assignee_id": stranger.id}
    rows = [
        unfit | {"requester": {"mail": "a@x.test"}},
        unfit | {"requester": {"name": "张先生"}},
        unfit | {"requester": {"mail": "b@x.test"}},
        NEW | {"requester": {"mail": "b@x.test", "name": "乙"}},
        unfit | {"requester": {"mail": "b@x.test"}},
    ]
    before = await people(office)
    found = (await lead.post("/tickets/batch", {"tickets": rows})).json()
    assert [row["ticket"] is not None for row in found["rows"]] == [False, False, False, True, False], found
    assert await stored(office, "a@x.test", "b@x.test") == ["b@x.test"]
    assert await people(office) == before + 1
    opened = (await lead.get(f"/tickets/{found['rows'][3]['ticket']['number']}")).json()
    assert opened["requester"]["name"] == "乙"


async def test_a_row_that_the_database_cannot_take_fails_alone_and_leaves_nobody(
    office: Office, owner_url: str
) -> None:
    """A rule of the database that no check of ours foresees: the rows are tried again one by one."""
    lead = await office.member("总监", "director")
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("alter table ticket add constraint unforeseen check (title <> 'unforeseen') not valid")
    try:
        rows = [
            NEW | {"title": title, "requester": {"mail": f"{n}@x.test"}}
            for n, title in enumerate(("一", "unforeseen", "三", "四"))
        ]
        rows[2]["priority"] = "P9"
        key = {"Idempotency-Key": "rows"}
        first, again = [(await lead.post("/tickets/batch", {"tickets": rows}, headers=key)).json() for _ in range(2)]
    finally:
        with psycopg.connect(owner_url, autocommit=True) as connection:
            connection.execute("alter table ticket drop constraint unforeseen")
    codes = [row["problem"] and row["problem"]["code"] for row in first["rows"]]
    assert codes == [None, "ticket.row_failed", "ticket.unknown_key", None], first
    assert (first["created"], first["refused"]) == (2, 2)
    problem = first["rows"][1]["problem"]
    assert (problem["status"], "unforeseen" in str(problem)) == (500, False)
    assert await stored(office, *(f"{n}@x.test" for n in range(4))) == ["0@x.test", "3@x.test"]
    assert [row["ticket"] for row in again["rows"]] == [row["ticket"] for row in first["rows"]]
