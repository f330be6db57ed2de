"""Several conversations on one ticket, each with its own party (spec 11.3): answers go to the right one, and customers
see their own only."""

from typing import Any

import pytest

from gongdan.domains.tickets.public import Words, commands
from tests.domains.conversations.kit import linked
from tests.domains.notifications import kit as notices_kit
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def with_mailbox(office: Office) -> None:
    async with office.services.db.write(office.id) as tx:
        account = {"id": tx.ids.next(), "kind": "mail", "address": f"support@{office.slug}.test"}
        settings = {"smtp": {"host": "x", "port": 25, "security": "plain"}}
        own = {"workspace_id": office.id, "settings": settings, "active": True, "sends": True, "state": {}, "name": ""}
        tx.insert("channel_account", account | own)


async def recipients(office: Office) -> list[str]:
    async with office.read() as tx:
        sql = "select recipient from delivery where workspace_id = %(workspace)s and kind = 'reply' order by id"
        return [recipient for (recipient,) in await tx.rows(tuple, sql)]


async def reply(agent: Visitor, number: str, text: str, **given: Any) -> int:
    return (await agent.post(f"/tickets/{number}/replies", {"text": text} | given)).status_code


async def two_parties(office: Office) -> tuple[Visitor, Visitor, Visitor, str, int]:
    """(requester, the other one, an agent, the ticket's number, the other's conversation)."""
    await with_mailbox(office)
    asks, other = await office.customer("王芳"), await office.customer("李梅")
    agent = await office.member("李雷", "system_admin")
    opened = await office.opened(asks, channel="mail", text="打印机坏了")
    second = await linked(office, other, opened.decision.ticket_id, "我这边也坏了")
    return asks, other, agent, opened.decision.after.live.number, second


async def test_a_reply_goes_to_the_party_of_the_conversation_in_which_the_customer_wrote_last(office: Office) -> None:
    asks, other, agent, number, _ = await two_parties(office)
    assert (await agent.get(f"/tickets/{number}")).json()["addressee"]["to"] == other.mail
    assert await reply(agent, number, "马上来") == 201
    assert (await asks.post(f"/portal/tickets/{number}/messages", {"text": "还在等"})).status_code == 200
    assert (await agent.get(f"/tickets/{number}")).json()["addressee"]["to"] == asks.mail
    assert await reply(agent, number, "马上就到") == 201
    assert await recipients(office) == [other.mail, asks.mail]


async def test_a_reply_may_name_the_conversation_that_it_answers(office: Office) -> None:
    asks, other, agent, number, second = await two_parties(office)
    shown = (await agent.get(f"/tickets/{number}")).json()["timeline"]
    of = {one["message"]["party"]["name"]: one["message"]["conversation_id"] for one in shown if one["message"]}
    assert of["李梅"] == second
    assert await reply(agent, number, "王女士好", conversation_id=of["王芳"]) == 201
    assert await reply(agent, number, "李女士好", conversation_id=second) == 201
    assert await recipients(office) == [asks.mail, other.mail]


async def test_a_conversation_of_another_ticket_is_not_answered(office: Office) -> None:
    asks, _, agent, _, second = await two_parties(office)
    foreign = await office.ticket(asks)
    answer = await agent.post(f"/tickets/{foreign}/replies", {"text": "x", "conversation_id": second})
    assert (answer.status_code, answer.json()["faults"][0]["field"]) == (422, "conversation_id")


async def test_people_in_copy_hear_what_the_requester_is_told_and_nothing_else(office: Office) -> None:
    asks, other, agent, number, second = await two_parties(office)
    shown = (await agent.get(f"/tickets/{number}")).json()["timeline"]
    first = next(one["message"]["conversation_id"] for one in shown if one["message"])
    assert await reply(agent, number, "抄送", conversation_id=first, cc=["boss@partner.test"]) == 201
    assert await reply(agent, number, "只给李", conversation_id=second) == 201
    assert await reply(agent, number, "再抄送", conversation_id=first) == 201
    async with office.read() as tx:
        sql = "select recipient, payload -> 'cc' from delivery where workspace_id = %(workspace)s order by id"
        told = [row for row in await tx.rows(tuple, sql) if row[0] in (asks.mail, other.mail)]
    assert told == [(asks.mail, ["boss@partner.test"]), (other.mail, []), (asks.mail, ["boss@partner.test"])]


async def test_customers_see_their_own_conversation_only(office: Office) -> None:
    asks, other, agent, number, second = await two_parties(office)
    assert await reply(agent, number, "李女士的单号是 7", conversation_id=second) == 201
    seen = (await asks.get(f"/portal/tickets/{number}")).json()["messages"]
    assert [one["text"] for one in seen] == ["打印机坏了"]
    assert (await other.get(f"/portal/tickets/{number}")).status_code == 404


async def test_a_colleague_who_asked_sees_their_own_conversation_only(office: Office) -> None:
    colleague, other = await office.member("韩梅", "employee"), await office.customer("李梅")
    opened = await office.opened(colleague, channel="portal")
    await linked(office, other, opened.decision.ticket_id, "机密")
    shown = (await colleague.get(f"/tickets/{opened.decision.after.live.number}")).text
    assert "登录时报错" in shown and "机密" not in shown


async def test_what_a_customer_writes_goes_into_their_own_conversation(office: Office) -> None:
    asks, other, _, number, second = await two_parties(office)
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        written = await commands.customer_writes(desk, case, Words(text="补充"), machine=False, by=other.id)
    assert [one.event.conversation_id for one in written.decision.events if hasattr(one.event, "message_id")] == [
        second
    ]
    assert (await asks.post(f"/portal/tickets/{number}/messages", {"text": "我也补充"})).status_code == 200
    seen = (await asks.get(f"/portal/tickets/{number}")).json()["messages"]
    assert [one["text"] for one in seen] == ["打印机坏了", "我也补充"]


async def test_what_a_machine_sends_is_not_what_the_next_answer_goes_to(office: Office) -> None:
    asks, other, agent, number, _ = await two_parties(office)
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        await commands.customer_writes(desk, case, Words(text="我不在"), machine=True, by=asks.id)
    assert (await agent.get(f"/tickets/{number}")).json()["addressee"]["to"] == other.mail


async def test_the_conversation_of_a_ticket_follows_its_requester_and_comes_back_with_an_undo(office: Office) -> None:
    asks, other, agent, number, _ = await two_parties(office)
    third = await office.customer("赵云")
    async with agent.desk() as desk:
        case = await desk.case(number, "ticket.edit")
        decision = await commands.set_requester(desk, case, third.id)
    assert (await third.post(f"/portal/tickets/{number}/messages", {"text": "现在由我跟进"})).status_code == 200
    assert await reply(agent, number, "好的") == 201
    async with agent.desk() as desk:
        await commands.undo(desk, await desk.case(number, "ticket.read"), of=decision.events[0].seq)
    assert await reply(agent, number, "王女士好") == 201
    assert await recipients(office) == [third.mail, asks.mail]
    assert other.mail not in await recipients(office)


async def test_what_somebody_else_was_told_is_not_told_the_requester_as_the_solution(office: Office) -> None:
    await notices_kit.with_mailbox(office)
    asks, other = await office.customer("王芳"), await office.customer("李梅")
    handler = await office.member("韩梅梅", "director")
    opened = await office.opened(asks)
    await linked(office, other, opened.decision.ticket_id, "我这边也坏了")
    await notices_kit.resolve(handler, opened.decision.after.live.number)
    letters = await notices_kit.mailed(office)
    assert {one.recipient for one in letters} == {asks.mail}
    assert "请重新获取验证码" not in letters[-1].text
