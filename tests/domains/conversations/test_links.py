"""Conversations and tickets are many to many: a message shows on every linked ticket, and moves one ticket's clocks."""

from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.accounts.public import Grant
from gongdan.domains.tickets.http.conversations.reading import conversation_of
from gongdan.domains.tickets.public import commands, flaws_of_fold
from gongdan.kernel import clock
from tests.domains.conversations.test_life import begun, kinds
from tests.domains.notifications.test_staff import notices
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def shown(reader: Visitor, number: str) -> list[tuple[str, str]]:
    found = (await reader.get(f"/tickets/{number}")).json()["timeline"]
    return [(one["kind"].split(".")[0], one["message"]["text"]) for one in found if one["message"]]


async def waiting(office: Office, number: str) -> bool:
    async with office.desk() as desk:
        return (await desk.case(number, "ticket.read")).live.customer_waiting_at is not None


async def a_chat_on_two(office: Office) -> tuple[Visitor, Visitor, int, list[str]]:
    agent, party = await office.member("李雷", "lead", service=True), await office.customer()
    numbers = [await office.ticket(party, team="service", text=text) for text in ("一", "二")]
    for number in numbers:
        assert (await agent.post(f"/tickets/{number}/replies", {"text": f"收到{number}"})).status_code == 201
    id = await begun(agent, party, text="", join=True)
    for number in numbers:
        assert (await agent.post(f"/conversations/{id}/links", {"number": number})).status_code == 200
    return agent, party, id, numbers


async def say(agent: Visitor, id: int, text: str, **given: Any) -> dict[str, Any]:
    answer = await agent.post(f"/conversations/{id}/messages", {"text": text} | given)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_message_shows_on_both_and_moves_one_clock(office: Office) -> None:
    agent, _, id, (first, second) = await a_chat_on_two(office)
    assert (await say(agent, id, "还没好", author="customer"))["ticket"] == second
    assert (await waiting(office, first), await waiting(office, second)) == (False, True)
    assert ("conversation", "还没好") in await shown(agent, first)
    assert ("ticket", "还没好") in await shown(agent, second)
    said = [logged for logged in await kinds(office, id) if logged == "message_added"]
    assert said == [], "it stands in one log only"


async def test_the_agent_may_mean_another_ticket(office: Office) -> None:
    agent, _, id, (first, second) = await a_chat_on_two(office)
    assert (await say(agent, id, "第一个的事", author="customer", ticket=first))["ticket"] == first
    assert (await waiting(office, first), await waiting(office, second)) == (True, False)
    foreign = await office.ticket(await office.customer(), team="service")
    refused = await agent.post(f"/conversations/{id}/messages", {"text": "x", "ticket": foreign})
    assert (refused.status_code, refused.json()["faults"][0]["field"]) == (422, "ticket")


async def test_what_answers_a_reply_belongs_to_the_ticket_of_that(office: Office) -> None:
    agent, _, id, (first, second) = await a_chat_on_two(office)
    reply = await say(agent, id, "第一个好了吗？", ticket=first)
    assert (await say(agent, id, "好了", author="customer", answers=reply["message_id"], ticket=second))[
        "ticket"
    ] == first
    refused = await agent.post(f"/conversations/{id}/messages", {"text": "x", "answers": 1})
    assert (refused.status_code, refused.json()["faults"][0]["field"]) == (422, "answers")


async def test_where_no_ticket_is_open_it_stays_in_the_conversation(office: Office) -> None:
    agent, party, id, numbers = await a_chat_on_two(office)
    for number in numbers:
        async with office.desk() as desk:
            await commands.close(desk, await desk.case(number, "ticket.close"), reason="not_needed", seen=None)
    assert (await say(agent, id, "谢谢", author="customer"))["ticket"] is None
    assert (await kinds(office, id))[-1] == "message_added"
    assert ("conversation", "谢谢") in await shown(agent, numbers[0])
    seen = (await party.get(f"/portal/tickets/{numbers[0]}")).json()["messages"]
    assert [one["text"] for one in seen][-1] == "谢谢"


async def test_a_closed_tickets_own_conversation_hears_the_customer_and_no_answer_gets_lost(office: Office) -> None:
    agent, party = await office.member("李雷", "system_admin"), await office.customer()
    opened = await office.opened(party, team="service")
    number, id = opened.decision.after.live.number, opened.conversation_id
    async with office.desk() as desk:
        await commands.close(desk, await desk.case(number, "ticket.close"), reason="not_needed", seen=None)
    assert (await say(agent, id, "还有一事", author="customer"))["ticket"] is None
    refused = await agent.post(f"/conversations/{id}/messages", {"text": "请讲"})
    assert (refused.status_code, refused.json()["code"]) == (409, "conversation.no_open_ticket")
    assert ("conversation", "还有一事") in await shown(agent, number)
    served = await agent.post(f"/conversations/{id}/join")
    assert (served.status_code, served.json()["code"]) == (409, "conversation.served_by_ticket")


async def test_an_answer_in_the_chat_is_an_answer_on_its_ticket(office: Office) -> None:
    agent, _, id, (_, second) = await a_chat_on_two(office)
    await say(agent, id, "还没好", author="customer")
    assert (await say(agent, id, "马上"))["ticket"] == second
    assert not await waiting(office, second)
    async with office.read() as tx:
        sql = "select count(*) from delivery where workspace_id = %(workspace)s and message_id is not null"
        assert await tx.rows(tuple, sql) == [(0,)], "the chat carries it"


async def test_notes_of_a_ticket_stay_there_and_those_of_the_conversation_show_on_all(office: Office) -> None:
    agent, party, id, (first, second) = await a_chat_on_two(office)
    async with agent.desk() as desk:
        case = await desk.case(first, "ticket.note")
        await commands.note(desk, case, commands.Words(text="只在第一个", conversation_id=id))
    await say(agent, id, "给同事", audience="internal")
    texts = [[text for _, text in await shown(agent, number)] for number in (first, second)]
    assert ["只在第一个" in one for one in texts] == [True, False]
    assert ["给同事" in one for one in texts] == [True, True]
    seen = (await party.get(f"/portal/tickets/{first}")).text
    assert "给同事" not in seen and "只在第一个" not in seen


async def test_a_note_of_a_ticket_is_told_in_the_conversation_to_whom_it_is_told_on_the_ticket(office: Office) -> None:
    """Not to whoever serves the conversation, and sees the ticket but not its notes."""
    agent, _, id, (first, _) = await a_chat_on_two(office)
    async with agent.desk() as desk:
        case = await desk.case(first, "ticket.note")
        await commands.note(desk, case, commands.Words(text="只在第一个", conversation_id=id))
    await say(agent, id, "给同事", audience="internal")
    async with office.services.db.write(office.id) as tx:
        tx.put("update ticket set assignee_id = null where workspace_id = %(workspace)s")
    everywhere = frozenset({"ticket.read", "message.read", "conversation.read"})
    serving = msgspec.structs.replace(
        agent.authority, grants=(Grant(everywhere, "all"), Grant(frozenset({"note.read"}), "own")), teams=frozenset()
    )
    for reader, expected in ((agent.authority, True), (serving, False)):
        async with office.read() as tx:
            found = await conversation_of(tx, reader, id, before=None, key=b"", now=clock.now())
        texts = [one.text for one in found.messages]
        assert ("只在第一个" in texts, "给同事" in texts, first in found.tickets) == (expected, True, True)


async def test_links_come_and_go_and_what_stands_in_a_log_stays(office: Office) -> None:
    agent, _, id, (first, second) = await a_chat_on_two(office)
    for _ in range(2):
        assert (await agent.call("DELETE", f"/conversations/{id}/links/{first}")).status_code == 200
    await say(agent, id, "第二个", author="customer")
    assert ("conversation", "第二个") not in await shown(agent, first)
    kept = await agent.call("DELETE", f"/conversations/{id}/links/{second}")
    assert (kept.status_code, kept.json()["code"]) == (409, "conversation.stays_linked")
    for _ in range(2):
        assert (await agent.post(f"/conversations/{id}/links", {"number": first})).status_code == 200
    assert ("conversation", "第二个") in await shown(agent, first)
    assert [one for one in await kinds(office, id) if "link" in one] == ["linked", "linked", "unlinked", "linked"]


async def test_a_ticket_out_of_reach_is_neither_linked_nor_told_of(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    admin, foreign = await office.member("主管", "system_admin"), await office.ticket(party, team="finance")
    id = await begun(agent, party, join=True)
    assert (await agent.post(f"/conversations/{id}/links", {"number": foreign})).status_code == 404
    assert (await agent.post(f"/conversations/{id}/links", {"number": "nope"})).status_code == 404
    assert (await admin.post(f"/conversations/{id}/links", {"number": foreign})).status_code == 200
    assert (await agent.get(f"/conversations/{id}")).json()["tickets"] == []
    assert (await admin.get(f"/conversations/{id}")).json()["tickets"] == [foreign]


async def test_what_lands_on_a_ticket_out_of_reach_does_not_tell_its_number(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    admin, foreign = await office.member("主管", "system_admin"), await office.ticket(party, team="finance")
    id = await begun(agent, party, join=True)
    assert (await admin.post(f"/conversations/{id}/links", {"number": foreign})).status_code == 200
    assert (await say(agent, id, "还没好", author="customer"))["ticket"] is None
    assert ("ticket", "还没好") in await shown(admin, foreign), "it is told there all the same"
    answers = [
        await agent.post(f"/conversations/{id}/messages", {"text": "x", "ticket": number})
        for number in (foreign, "GD-0")
    ]
    assert [(one.status_code, one.json()["faults"][0]["code"]) for one in answers] == [(422, "unknown_key")] * 2
    assert (await say(admin, id, "好", ticket=foreign))["ticket"] == foreign


async def test_a_ticket_is_opened_from_what_was_said(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer("王芳", mail="w@x.test")
    upload = await agent.call("POST", "/files", content=b"%PDF-1.4", headers={"X-File-Name": "a.pdf"})
    id = await begun(agent, party, join=True, text="发票开错了，请重开发票")
    await say(agent, id, "请发来看看", files=[upload.json()["id"]])
    answer = await agent.post(f"/conversations/{id}/tickets", {"team": "service"}, headers={"Idempotency-Key": "k"})
    again = await agent.post(f"/conversations/{id}/tickets", {"team": "service"}, headers={"Idempotency-Key": "k"})
    assert answer.status_code == 201 and again.json() == answer.json()
    number = answer.json()["number"]
    ticket = (await agent.get(f"/tickets/{number}")).json()
    assert (ticket["title"], ticket["requester"]["name"], ticket["channel"]) == (
        "发票开错了，请重开发票",
        "王芳",
        "chat",
    )
    assert await shown(agent, number) == [("conversation", "发票开错了，请重开发票"), ("conversation", "请发来看看")]
    (file,) = [one for entry in ticket["timeline"] if entry["message"] for one in entry["message"]["files"]]
    assert file["name"] == "a.pdf"
    assert (await say(agent, id, "好的", author="customer"))["ticket"] == number
    seen = (await party.get(f"/portal/tickets/{number}")).json()["messages"]
    assert [one["text"] for one in seen] == ["发票开错了，请重开发票", "请发来看看", "好的"]
    alone = await agent.call("DELETE", f"/conversations/{id}/links/{number}")
    assert alone.json()["code"] == "conversation.stays_linked"


async def test_a_file_in_a_chat_is_read_by_who_may_read_the_chat(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    stranger = await office.member("外人", "agent", finance=False)
    upload = await agent.call("POST", "/files", content=b"%PDF-1.4", headers={"X-File-Name": "a.pdf"})
    id = await begun(agent, party, join=True)
    await say(agent, id, "请看", files=[upload.json()["id"]])
    url = (await agent.get(f"/conversations/{id}")).json()["messages"][-1]["files"][0]["url"]
    path = url.removeprefix("/api/v1")
    assert (await agent.call("GET", path)).status_code == 200
    assert (await agent.post(f"/conversations/{id}/transfer", {"team": "finance"})).status_code == 200
    assert (await stranger.get(f"/conversations/{id}")).status_code == 200
    assert (await agent.call("GET", path)).status_code == 404


async def clocks(office: Office, agent: Visitor, number: str) -> list[tuple[str, str]]:
    found = (await agent.get(f"/tickets/{number}")).json()["clocks"]
    return [(one["metric"], one["state"]) for one in found if one["metric"] == "next_response"]


async def test_one_click_moves_a_message_to_another_tickets_clocks(office: Office) -> None:
    agent, party, id, (first, second) = await a_chat_on_two(office)
    said = await say(agent, id, "其实是第一个的事", author="customer")
    assert (said["ticket"], await clocks(office, agent, second)) == (second, [("next_response", "running")])
    at = f"/conversations/{id}/messages/{said['message_id']}/ticket"
    for _ in range(2):
        assert (await agent.post(at, {"number": first})).status_code == 200
    assert (await waiting(office, first), await waiting(office, second)) == (True, False)
    assert await clocks(office, agent, first) == [("next_response", "running")]
    assert await clocks(office, agent, second) == [("next_response", "cancelled")]
    assert (await say(agent, id, "明白", answers=said["message_id"]))["ticket"] == first
    assert not await waiting(office, first)
    assert "message_passed_on" not in (await party.get(f"/portal/tickets/{second}")).text


async def test_what_else_the_customer_wrote_still_waits_where_it_stands(office: Office) -> None:
    agent, _, id, (first, second) = await a_chat_on_two(office)
    one = await say(agent, id, "一", author="customer")
    await say(agent, id, "二", author="customer")
    assert (await agent.post(f"/conversations/{id}/messages/{one['message_id']}/ticket", {"number": first})).is_success
    assert (await waiting(office, first), await waiting(office, second)) == (True, True)
    assert await clocks(office, agent, second) == [("next_response", "running")]
    async with office.read() as tx:
        assert await flaws_of_fold(tx, office.services.log, wiring.SUBJECTS, 10) == []


async def test_only_a_customers_message_goes_and_only_to_a_linked_open_ticket(office: Office) -> None:
    agent, party, id, (first, second) = await a_chat_on_two(office)
    mine, theirs = await say(agent, id, "我的", ticket=second), await say(agent, id, "客户的", author="customer")
    foreign = await office.ticket(party, team="service")
    async with office.desk() as desk:
        await commands.close(desk, await desk.case(first, "ticket.close"), reason="not_needed", seen=None)
    tried = [
        (mine["message_id"], first, 409, "conversation.no_word_of_customer"),
        (theirs["message_id"], first, 409, "ticket.closed"),
        (theirs["message_id"], foreign, 422, "request.invalid"),
        (theirs["message_id"], "nope", 404, "ticket.not_found"),
        (1, second, 422, "request.invalid"),
    ]
    for message_id, number, status, code in tried:
        refused = await agent.post(f"/conversations/{id}/messages/{message_id}/ticket", {"number": number})
        assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert await waiting(office, second)


async def test_what_came_while_no_ticket_was_open_is_answered_by_one_that_is_opened_later(office: Office) -> None:
    agent, party = await office.member("李雷", "lead", service=True), await office.customer()
    id = await begun(agent, party, join=True)
    first = (await agent.get(f"/conversations/{id}")).json()["messages"][0]["id"]
    number = (await agent.post(f"/conversations/{id}/tickets", {"team": "service"})).json()["number"]
    await say(agent, id, "您好")
    assert (await agent.post(f"/conversations/{id}/messages/{first}/ticket", {"number": number})).status_code == 200
    assert await waiting(office, number)


async def test_whoever_has_the_ticket_is_told_of_a_message_that_is_moved_to_it(office: Office) -> None:
    agent, _, id, (first, _) = await a_chat_on_two(office)
    handler = await office.member("韩梅", "agent", service=False)
    assert (await agent.post(f"/tickets/{first}/assignments", {"assignee_id": handler.id})).status_code == 200
    said = await say(agent, id, "第一个的事", author="customer")
    assert (await agent.post(f"/conversations/{id}/messages/{said['message_id']}/ticket", {"number": first})).is_success
    told = await notices(handler)
    assert "answered" in [one["kind"] for one in told]
