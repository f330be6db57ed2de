"""What members are told in the app: what concerns them, once, and not what they did themselves."""

from typing import Any

import pytest

from gongdan.domains.notifications.telling.compiled import Meanings
from gongdan.domains.notifications.telling.staff import staff_notices
from gongdan.domains.sla.subjects import Escalate
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.deciders.reactions import limit_answers
from gongdan.domains.tickets.public import Words, commands
from tests.domains.notifications.kit import deliver, done
from tests.kit import Office, Visitor
from tests.support import worker

pytestmark = pytest.mark.anyio


async def notices(visitor: Visitor) -> list[dict[str, Any]]:
    await deliver(visitor.office)
    answer = (await visitor.get("/notices")).json()
    found: list[dict[str, Any]] = answer["notices"]
    assert answer["unread"] == sum(one["read_at"] is None for one in found)
    return found


async def act(office: Office, number: str, *wanted: intents.Intent) -> None:
    async with office.desk() as desk:
        desk.apply(desk.settle(await desk.case(number, "ticket.read"), *wanted))


async def test_who_gets_a_ticket_is_told_and_who_takes_one_is_not(office: Office) -> None:
    director, agent = await office.member("韩梅梅", "director"), await office.member("李雷", "director")
    given, taken = [await office.ticket(await office.customer(), title=title) for title in ("给你", "我的")]
    await done(director, given, "assignments", assignee_id=agent.id)
    await done(agent, taken, "assignments", assignee_id=agent.id)
    (notice,) = await notices(agent)
    assert (notice["kind"], notice["number"]) == ("assigned", given)
    assert notice["text"] == {
        "zh-CN": "韩梅梅 把工单分配给您：给你",
        "en": "韩梅梅 assigned a ticket to you: 给你",
    }
    assert await notices(director) == []


async def test_who_is_mentioned_is_told_once_and_never_by_himself(office: Office) -> None:
    director, agent = await office.member("韩梅梅", "director"), await office.member("李雷")
    number = await office.ticket(await office.customer())
    await done(director, number, "notes", text="请看", mentions=[agent.id, agent.id, director.id])
    (notice,) = await notices(agent)
    assert notice["kind"] == "mentioned" and "韩梅梅" in notice["text"]["zh-CN"]
    assert await notices(director) == []


async def test_a_reminder_says_its_text_to_everybody_it_names(office: Office) -> None:
    lead, director = await office.member("韩梅梅", "lead", tech=True), await office.member("李雷", "director")
    number = await office.ticket(await office.customer(), title="很急")
    said = {"zh-CN": "请尽快处理", "en": "Please hurry"}
    await act(office, number, intents.Remind(to=("team:tech", "lead", "director"), text=said))
    for person in (lead, director):
        (notice,) = await notices(person)
        assert (notice["kind"], notice["text"]["en"]) == ("reminded", "Please hurry (很急)")


async def test_who_did_not_accept_in_time_is_reminded_and_not_who_has_it_now(office: Office) -> None:
    late, other = await office.member("李雷", service=False), await office.member("王明", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=late.id)
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        desk.apply(desk.settle(case, *limit_answers(desk.rules, case, "assigned.accept", desk.now)))
    await act(office, number, intents.Assign(to=other.id, way="router"))
    assert [one["kind"] for one in await notices(late)] == ["reminded", "assigned"]
    assert [one["kind"] for one in await notices(other)] == ["assigned"]


async def writes(customer: Visitor, number: str, text: str = "还是不行") -> None:
    async with customer.desk() as desk:
        case = await desk.case(number, "ticket.reply")
        await commands.customer_writes(desk, case, Words(text=text), machine=False, by=customer.id)


async def test_who_answers_for_a_ticket_or_watches_it_is_told_of_the_customers_message(office: Office) -> None:
    agent, watcher = await office.member("李雷", service=False), await office.member("王明", service=False)
    other, customer = await office.member("小赵", service=False), await office.customer()
    number = await office.ticket(customer, title="很急", team="service", assignee_id=agent.id)
    await done(watcher, number, "watching", watching=True)
    await writes(customer, number)
    for person in (agent, watcher):
        assert [one["text"]["zh-CN"] for one in await notices(person) if one["kind"] == "answered"] == [
            "提交人有新消息：很急"
        ]
    assert await notices(other) == []


async def test_five_mails_in_a_row_make_one_notice_until_it_is_read(office: Office) -> None:
    agent, customer = await office.member("李雷", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)

    async def answered() -> list[dict[str, Any]]:
        return [one for one in await notices(agent) if one["kind"] == "answered"]

    for _ in range(3):
        await writes(customer, number)
    assert [one["count"] for one in await answered()] == [3]
    await writes(customer, number)
    (notice,) = await answered()
    assert notice["count"] == 4
    await agent.post("/notices/read", {"up_to": notice["id"]})
    await writes(customer, number)
    assert len(await answered()) == 2


async def test_who_watches_is_told_where_the_ticket_stands_and_not_what_they_did(office: Office) -> None:
    agent, watcher = await office.member("李雷", service=False), await office.member("王明", service=False)
    number = await office.ticket(await office.customer(), title="很急", team="service", assignee_id=agent.id)
    await deliver(office)
    for person in (agent, watcher):
        await done(person, number, "watching", watching=True)
    await done(agent, number, "accept")
    await done(agent, number, "moves", to="waiting")
    (notice,) = await notices(watcher)
    assert (notice["text"]["en"], notice["count"]) == ("Now “Waiting for the customer”: 很急", 2)
    assert [one["kind"] for one in await notices(agent)] == ["assigned"]


async def test_an_escalation_names_its_level_and_reason(office: Office) -> None:
    director = await office.member("李雷", "director")
    number = await office.ticket(await office.customer(), title="很急")
    await act(office, number, Escalate(level="L3", ladder="standard", reason="客户投诉"))
    notice = (await notices(director))[0]
    assert notice["text"]["zh-CN"] == "三级升级（严重超时）：很急（原因：客户投诉）"


async def test_what_is_delivered_twice_is_told_and_shown_once(office: Office) -> None:
    director, agent = await office.member("韩梅梅", "director"), await office.member("李雷")
    number = await office.ticket(await office.customer())
    await done(director, number, "notes", text="请看", mentions=[agent.id])
    services, shown = office.services, list[tuple[int, int]]()
    for _ in range(2):
        async with services.db.write(0) as tx:
            tx.put("delete from cursor where subscriber = 'staff-notices'")
        subscriber = staff_notices(
            services.uow, Meanings(services.subjects), ("in_app",), lambda w, person, _n: shown.append((w, person))
        )
        await worker.deliver_to(office, subscriber)
    assert len(await notices(agent)) == 1
    assert [one for one in shown if one[0] == office.id] == [(office.id, agent.id)]


async def test_notices_are_read_up_to_the_newest_that_was_seen(office: Office) -> None:
    director, agent = await office.member("韩梅梅", "director"), await office.member("李雷")
    customer = await office.customer()
    for text in ("一", "二", "三"):
        await done(director, await office.ticket(customer), "notes", text=text, mentions=[agent.id])
    newest, middle, oldest = await notices(agent)
    assert (await agent.post("/notices/read", {"up_to": middle["id"]})).status_code == 204
    assert (await director.post("/notices/read", {"up_to": newest["id"]})).status_code == 204
    now = {one["id"]: one["read_at"] is not None for one in await notices(agent)}
    assert now == {newest["id"]: False, middle["id"]: True, oldest["id"]: True}


async def test_a_customer_has_no_notices(office: Office) -> None:
    assert (await (await office.customer()).get("/notices")).status_code == 403


@pytest.mark.parametrize("how", ["a reply", "the portal's button", "a lead"])
async def test_a_reopened_ticket_tells_its_assignee_and_who_watches(office: Office, how: str) -> None:
    customer, lead = await office.customer(), await office.member("组长", "lead", service=True)
    agent, watcher = await office.member("李雷", "agent", service=False), await office.member("韩梅梅", "director")
    number = await office.ticket(customer, title="又坏了", team="service", assignee_id=agent.id)
    for verb in ("accept", "resolve"):
        await done(agent, number, verb)
    await done(watcher, number, "watching", watching=True)
    if how == "a reply":
        async with customer.desk("portal") as desk:
            case = await desk.case(number, "ticket.reply")
            await commands.customer_writes(desk, case, Words(text="还是不行"), machine=False, by=customer.id)
    elif how == "a lead":
        await done(lead, number, "reopen")
    else:
        async with customer.desk("portal") as desk:
            await commands.reopen(desk, await desk.case(number, "ticket.reopen"), words=Words(text="还是不行"))
    for person in (agent, watcher):
        assert "reopened" in [one["kind"] for one in await notices(person)]
