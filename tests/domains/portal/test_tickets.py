"""What a customer sees of their ticket and may do with it, from asking to rating."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest

from gongdan.domains.policy.presets import standard
from tests.domains.notifications.kit import done, mailed, resolve, with_mailbox
from tests.guests import guest_of
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def seen(customer: Visitor, number: str) -> dict[str, Any]:
    answer = await customer.get(f"/portal/tickets/{number}")
    assert answer.status_code == 200, answer.text
    ticket: dict[str, Any] = answer.json()
    return ticket


async def do(customer: Visitor, number: str, what: str, headers: dict[str, str] | None = None, **body: Any) -> Any:
    return await customer.post(f"/portal/tickets/{number}/{what}", body, headers=headers)


async def test_a_customer_sees_who_is_responsible_and_what_comes_next(office: Office) -> None:
    customer, handler = await office.customer(), await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    new = await seen(customer, number)
    assert new["responsible"] == "技术组"
    assert new["next_step"]["zh-CN"] == "我们正在为您安排负责人"
    await done(handler, number, "assignments", assignee_id=handler.id)
    await done(handler, number, "accept")
    later = await seen(customer, number)
    assert (later["responsible"], later["status"]["zh-CN"]) == ("韩梅梅", "处理中")
    states = [(step["state"], later["status_names"][step["status"]]["zh-CN"]) for step in later["steps"]]
    assert states[:3] == [("passed", "新建"), ("passed", "已分配"), ("current", "处理中")]
    assert {state for state, _ in states[3:]} == {"ahead"}


async def test_the_promised_times_are_named_while_they_run(office: Office) -> None:
    customer, handler = await office.customer(), await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    clocks = {clock["metric"]: clock["due_at"] for clock in (await handler.get(f"/tickets/{number}")).json()["clocks"]}
    new = await seen(customer, number)
    assert (new["answer_due_at"], new["solution_due_at"]) == (clocks["first_response"], clocks["resolution"])
    assert new["answer_due_at"] is not None and new["solution_due_at"] is not None
    await done(handler, number, "replies", text="请问是什么浏览器？")
    assert (await seen(customer, number))["answer_due_at"] is None
    await resolve(handler, number)
    solved = await seen(customer, number)
    assert (solved["answer_due_at"], solved["solution_due_at"]) == (None, None)


async def test_nothing_is_reopened_without_a_word_of_what_is_wrong(office: Office) -> None:
    customer, handler = await office.customer(), await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    await resolve(handler, number)
    for body in ({}, {"text": " "}):
        refused = await do(customer, number, "reopen", **body)
        assert (refused.status_code, refused.json()["faults"][0]["field"]) == (422, "text")
    assert (await seen(customer, number))["phase"] == "resolved"


async def test_a_closed_ticket_says_until_when_it_can_be_reopened(office: Office) -> None:
    customer, handler = await office.customer(), await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    await resolve(handler, number)
    assert (await seen(customer, number))["reopen_until"] is None
    closed = (await do(customer, number, "confirm")).json()
    window = datetime.fromisoformat(closed["reopen_until"]) - datetime.fromisoformat(closed["closed_at"])
    assert window == timedelta(days=7)
    shown = (await handler.get(f"/tickets/{number}")).json()
    assert shown["reopen_until"] == closed["reopen_until"], "the desk says what the customer is told"
    past = (await handler.get(f"/tickets/{number}", as_of=shown["created_at"])).json()
    assert past["reopen_until"] is None


async def test_a_ticket_is_read_in_two_round_trips(office: Office) -> None:
    from gongdan.domains.portal import reading
    from gongdan.kernel import clock

    customer = await office.customer()
    number = await office.ticket(customer)
    rules = await office.services.rules(office.id, 1)
    async with office.read() as tx:
        await reading.ticket_of(tx, customer.authority, rules, number, key=b"k", now=clock.now())
        assert tx.round_trips == 2
        await reading.tickets_of(tx, customer.authority, rules)
        assert tx.round_trips == 3


async def test_both_sides_write_and_each_message_says_whose_it_is(office: Office) -> None:
    customer, handler = await office.customer("王芳"), await office.member("韩梅梅", "director")
    number = await office.ticket(customer, text="登录时报错。")
    await done(handler, number, "replies", text="请问是什么浏览器？")
    answer = await do(customer, number, "messages", text="火狐。")
    assert [(m["author"], m["kind"], m["mine"], m["text"]) for m in answer.json()["messages"]] == [
        ("王芳", "customer", True, "登录时报错。"),
        ("韩梅梅", "agent", False, "请问是什么浏览器？"),
        ("王芳", "customer", True, "火狐。"),
    ]


async def test_a_message_sent_again_under_its_key_is_written_once(office: Office) -> None:
    customer = await office.customer()
    number = await office.ticket(customer)
    answers = [await do(customer, number, "messages", {"Idempotency-Key": "m"}, text="补充") for _ in range(2)]
    assert [len(answer.json()["messages"]) for answer in answers] == [2, 2]
    assert (await do(customer, number, "messages", text=" ")).json()["faults"][0]["code"] == "required"


async def test_a_customer_confirms_and_rates(office: Office) -> None:
    customer, handler = await office.customer(), await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    assert (await do(customer, number, "confirm")).status_code == 409
    assert (await do(customer, number, "rating", score=5)).status_code == 409
    await resolve(handler, number)
    before = await seen(customer, number)
    assert [before[name] for name in ("can_confirm", "can_reopen", "can_rate")] == [True, True, True]
    closed = (await do(customer, number, "confirm")).json()
    assert (closed["phase"], closed["can_reply"], closed["can_confirm"]) == ("closed", False, False)
    assert (await do(customer, number, "confirm")).json()["phase"] == "closed"
    rated = (await do(customer, number, "rating", score=5, comment="很快")).json()
    assert rated["rating"] == 5


async def test_a_closed_ticket_keeps_thanks_and_refuses_other_words(office: Office) -> None:
    customer, handler = await office.customer(), await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    await resolve(handler, number)
    closed = (await do(customer, number, "confirm")).json()
    thanked = (await do(customer, number, "messages", text="谢谢")).json()
    assert thanked["messages"][-1]["text"] == "谢谢"
    assert [thanked[name] for name in ("phase", "status", "closed_at")] == [
        closed[name] for name in ("phase", "status", "closed_at")
    ]
    for more in ("还是登录不了", "谢谢，不过又坏了", "Thanks, but it is broken again"):
        assert (await do(customer, number, "messages", text=more)).status_code == 409, more
    assert len((await seen(customer, number))["messages"]) == len(thanked["messages"])


async def test_what_is_not_solved_is_taken_up_again_with_its_words(office: Office) -> None:
    customer, handler = await office.customer(), await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    assert (await do(customer, number, "reopen", text="还没好")).status_code == 409
    await resolve(handler, number)
    again = (await do(customer, number, "reopen", text="还没好")).json()
    assert (again["phase"], again["messages"][-1]["text"]) == ("open", "还没好")


async def test_when_the_window_is_over_a_follow_up_is_opened_and_answered(office: Office) -> None:
    customer, handler = await office.customer(), await office.member("韩梅梅", "director")
    number = await office.ticket(customer, title="无法登录")
    await resolve(handler, number)
    assert (await do(customer, number, "confirm")).status_code == 200
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update ticket set closed_at = closed_at - %(long)s where workspace_id = %(workspace)s",
            long=timedelta(days=8),
        )
    answers = [await do(customer, number, "reopen", {"Idempotency-Key": "r"}, text="又坏了") for _ in range(2)]
    follow_up = answers[0].json()
    assert answers[0].status_code == 200, answers[0].text
    assert follow_up["number"] != number and follow_up["number"] == answers[1].json()["number"]
    assert (follow_up["title"], follow_up["messages"][0]["text"]) == ("无法登录", "又坏了")
    assert len((await customer.get("/portal/tickets")).json()) == 2
    async with office.read() as tx:
        rows = await tx.rows(
            tuple,
            """
            select f.number from ticket t join ticket f on f.workspace_id = t.workspace_id and f.id = t.follows
             where t.workspace_id = %(workspace)s
            """,
        )
    assert rows == [(number,)]


async def test_the_link_to_a_follow_up_is_mailed_also_where_the_policy_tells_nothing(office: Office) -> None:
    await with_mailbox(office)
    await office.publish(msgspec.structs.replace(standard([2026]), automations=()))
    customer, handler = await office.customer(mail="zhao@customer.test"), await office.member("韩梅梅", "director")
    number = await office.ticket(customer)
    await resolve(handler, number)
    await do(customer, number, "confirm")
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update ticket set closed_at = closed_at - %(long)s where workspace_id = %(workspace)s",
            long=timedelta(days=8),
        )
    fresh = (await do(customer, number, "reopen", text="又坏了")).json()["number"]
    (letter,) = [one for one in await mailed(office) if fresh in one.text]
    assert letter.recipient == "zhao@customer.test"


async def test_the_administrator_of_an_organisation_sees_its_tickets(office: Office) -> None:
    head, colleague, stranger = [await office.customer(name) for name in ("王芳", "刘备", "曹操")]
    async with office.services.db.write(office.id) as tx:
        tx.insert("organisation", {"workspace_id": office.id, "id": (own := tx.ids.next()), "name": "蜀"})
        for person, is_admin in ((head, True), (colleague, False)):
            row = {"organisation_id": own, "person_id": person.id, "is_admin": is_admin}
            tx.insert("organisation_member", {"workspace_id": office.id, **row})
    mine, theirs, foreign = [await office.ticket(one) for one in (head, colleague, stranger)]
    assert {row["number"] for row in (await head.get("/portal/tickets")).json()} == {mine, theirs}
    assert (await head.get(f"/portal/tickets/{theirs}")).json()["messages"][0]["mine"] is False
    assert (await head.get(f"/portal/tickets/{foreign}")).status_code == 404
    assert (await colleague.get(f"/portal/tickets/{mine}")).status_code == 404


async def test_a_ticket_in_the_trash_is_gone(office: Office) -> None:
    customer = await office.customer()
    number = await office.ticket(customer)
    async with office.services.db.write(office.id) as tx:
        tx.put("update ticket set trashed_at = now() where workspace_id = %(workspace)s")
    assert (await customer.get(f"/portal/tickets/{number}")).status_code == 404
    assert (await customer.get("/portal/tickets")).json() == []


@pytest.mark.parametrize("path", ["", "/GD-1", "/x" * 40, "/%00"])
async def test_nobody_reads_without_a_session_and_members_not_at_all(office: Office, path: str) -> None:
    async with guest_of(office) as guest:
        assert (await guest.get(f"/portal/tickets{path}")).status_code in (401, 404)
    agent = await office.member("李雷", "admin")
    assert (await agent.get(f"/portal/tickets{path}")).status_code in (403, 404)
