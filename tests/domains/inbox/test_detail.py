"""A ticket whole: what stands in it for whom (spec 01, permission; spec 09, workbench)."""

import json
from typing import Any

import msgspec
import pytest
from litestar import Litestar

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle.actions import AddTagsAction, Automation
from gongdan.domains.inbox.detail.read import Asking, find
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets.public import Words, commands
from gongdan.kernel import clock
from tests.kit import Office, Visitor, found_office


async def detail(visitor: Visitor, number: str, **query: Any) -> dict[str, Any]:
    answer = await visitor.get(f"/tickets/{number}", **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def kinds(ticket: dict[str, Any]) -> list[str]:
    return [entry["kind"] for entry in ticket["timeline"]]


async def test_a_ticket_shows_its_text_people_clocks_and_steps(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer("王芳")
    number = await office.ticket(customer, text="登录时报错 500。", team="service", assignee_id=agent.id)
    ticket = await detail(agent, number)
    assert (ticket["requester"]["name"], ticket["assignee"]["name"]) == ("王芳", "李雷")
    assert ticket["timeline"][1]["message"]["text"] == "登录时报错 500。"
    assert {clock["metric"] for clock in ticket["clocks"]} >= {"first_response", "resolution", "accept"}
    assert [step["state"] for step in ticket["steps"]][:3] == ["passed", "current", "ahead"]
    current = ticket["steps"][1]
    assert (current["goal"]["zh-CN"], current["responsible"]) == ("确认接收处理", ["assignee"])
    assert current["since"] < current["limit_at"]
    assert (ticket["customer"]["name"], ticket["customer"]["mails"]) == ("王芳", [customer.mail])


async def test_an_entry_says_which_rule_acted_and_what_caused_it(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    entries = (await detail(agent, number))["timeline"]
    moved = next(entry for entry in entries if entry["kind"] == "ticket.moved")
    assigned = next(entry for entry in entries if entry["kind"] == "ticket.assigned")
    assert (moved["rule"], moved["cause"], moved["actor"]) == ("workflow.assigned", assigned["seq"], "system")
    assert moved["data"]["after"] == "assigned"


async def test_internal_notes_are_read_by_who_may_and_by_nobody_else(office: Office) -> None:
    """A vendor takes part in a ticket without reading what the staff says among themselves."""
    agent, vendor = await office.member("李雷", "agent", service=False), await office.member("外包", "vendor")
    number = await office.ticket(await office.customer(), team="service")
    async with agent.desk() as desk:
        await commands.note(
            desk, await desk.case(number, "ticket.note"), Words(text="客户很急。", mentions=(vendor.id,))
        )
    async with agent.desk() as desk:
        await commands.reply(desk, await desk.case(number, "ticket.reply"), Words(text="正在处理。"), seen=None)
    assert "客户很急。" in str(await detail(agent, number))
    outside = await detail(vendor, number)
    assert "客户很急。" not in str(outside)
    assert "ticket.participants_changed" not in kinds(outside)
    assert (outside["triage"], outside["routing"]) == ({}, [])


async def test_what_members_write_down_for_each_other_stays_among_them(office: Office) -> None:
    """Follow-ups, what a call was found by, and who watches; a vendor who takes part sees that it was confirmed."""
    agent, vendor = await office.member("李雷", "agent", service=False), await office.member("外包", "vendor")
    customer = await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    async with agent.desk() as desk:
        await commands.note(desk, await desk.case(number, "ticket.note"), Words(text="请看。", mentions=(vendor.id,)))
    async with agent.desk() as desk:
        await commands.set_watching(desk, await desk.case(number, "ticket.watch"), person_id=agent.id, watching=True)
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    async with agent.desk() as desk:
        await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
    assert (
        await agent.post(f"/tickets/{number}/confirm-for", {"channel": "phone", "call": "通话七", "note": "很生气"})
    ).is_success
    assert (await customer.post(f"/portal/tickets/{number}/rating", {"score": 1, "comment": "太慢"})).is_success
    assert (await agent.post(f"/tickets/{number}/follow-up", {"outcome": "called_back", "note": "已致歉"})).is_success

    inside, outside = await detail(agent, number), await detail(vendor, number)
    for words in ("通话七", "很生气", "太慢", "已致歉"):
        assert words in str(inside) and words not in str(outside)
    assert "ticket.confirmed_for" in kinds(outside) and "ticket.follow_up_done" not in kinds(outside)
    assert [one["id"] for one in inside["watchers"]] == [agent.id] and not outside["watchers"]
    asked = json.dumps({"field": "watchers", "op": "has", "value": agent.id})
    assert len((await agent.get("/tickets", where=asked)).json()["rows"]) == 1
    assert (await vendor.get("/tickets", where=asked)).status_code == 422


async def test_personal_data_shows_to_its_class_only(office: Office) -> None:
    customer = await office.customer()
    vendor, agent = await office.member("外包", "vendor"), await office.member("李雷", "agent", service=False)
    number = await office.ticket(customer, team="service")
    async with agent.desk() as desk:
        await commands.set_watching(desk, await desk.case(number, "ticket.watch"), person_id=vendor.id, watching=True)
    assert (await detail(agent, number))["customer"]["mails"] == [customer.mail]
    assert (await detail(vendor, number))["customer"]["mails"] == []


async def test_the_history_is_the_customers_other_tickets_in_reach(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    first, second = await office.ticket(customer, team="service"), await office.ticket(customer, team="service")
    await office.ticket(customer, team="finance")
    await office.ticket(await office.customer(), team="service")
    assert [row["number"] for row in (await detail(agent, first))["customer"]["history"]] == [second]


async def test_a_ticket_out_of_reach_is_not_found(office: Office) -> None:
    agent, lead = await office.member("李雷", "agent", service=False), await office.member("韩梅梅", "director")
    number = await office.ticket(await office.customer(), team="finance")
    await detail(lead, number)
    for missing in (number, "GD-20200101-00001", "%00"):
        answer = await agent.get(f"/tickets/{missing}")
        assert (answer.status_code, answer.json()["code"]) == (404, "ticket.not_found")
    answer = await agent.get(f"/tickets/{'x' * 500}")
    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")


async def test_what_is_allowed_is_what_would_not_be_refused(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    before = (await detail(agent, number))["allowed"]
    assert before["ticket.accept"] is True
    assert (before["ticket.claim"], before["ticket.reopen"]) == ("ticket.nothing_to_do", "ticket.not_ended")
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    at_work = await detail(agent, number)
    assert (at_work["allowed"]["ticket.accept"], at_work["allowed"]["ticket.resolve"]) == (
        "ticket.nothing_to_do",
        True,
    )
    assert "resolved" in at_work["moves"]
    async with agent.desk() as desk:
        await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
    async with office.desk() as desk:
        await commands.confirm(desk, await desk.case(number, "ticket.confirm"))
    closed = await detail(agent, number)
    assert closed["allowed"]["ticket.reply"] == closed["allowed"]["ticket.edit"] == "ticket.closed"
    assert closed["moves"] == []


ATTEMPTS: dict[str, tuple[str, dict[str, Any]]] = {
    "ticket.claim": ("claim", {}),
    "ticket.reply": ("replies", {"text": "好的"}),
    "ticket.note": ("notes", {"text": "记下"}),
    "ticket.resolve": ("resolve", {}),
    "ticket.reopen": ("reopen", {}),
    "ticket.confirm": ("confirm", {}),
    "ticket.confirm_for": ("confirm-for", {"channel": "phone"}),
    "ticket.close": ("close", {"reason": "solved"}),
    "ticket.follow_up": ("follow-up", {"outcome": "called_back"}),
    "ticket.rate": ("rating", {"score": 4}),
}


@pytest.mark.parametrize("role", ["agent", "lead", "employee", "system_admin"])
async def test_what_is_said_to_be_refused_is_refused_with_that_code(office: Office, role: str) -> None:
    """At each place of a ticket's life: as new, at work, resolved and closed."""
    handler, customer = await office.member("李雷", "agent", service=False), await office.customer()
    asker = await office.member("小王", role, service=False)
    number = await office.ticket(customer, team="service", assignee_id=handler.id)
    for step in (None, "accept", "resolve", "close"):
        async with (handler if step != "close" else office).desk() as desk:
            match step:
                case "accept":
                    await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
                case "resolve":
                    await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
                case "close":
                    await commands.confirm(desk, await desk.case(number, "ticket.confirm"))
        if (await asker.get(f"/tickets/{number}")).status_code != 200:
            continue
        said = (await detail(asker, number))["allowed"]
        for action, (path, body) in ATTEMPTS.items():
            if said[action] is not True:
                answer = await asker.post(f"/tickets/{number}/{path}", body)
                code = answer.json().get("code", "ticket.nothing_to_do")
                assert (code, action, step) == (said[action], action, step)


async def test_an_employee_confirms_and_rates_what_they_asked_for(office: Office) -> None:
    employee, agent = await office.member("小王", "employee"), await office.member("李雷", "agent", service=False)
    number = await office.ticket(employee, team="service", assignee_id=agent.id)

    def offered(ticket: dict[str, Any]) -> tuple[bool, bool]:
        return ticket["allowed"]["ticket.confirm"] is True, ticket["allowed"]["ticket.rate"] is True

    assert offered(await detail(employee, number)) == (False, False)
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    async with agent.desk() as desk:
        await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
    assert offered(await detail(employee, number)) == (True, True)
    assert offered(await detail(agent, number)) == (False, False)
    assert (await employee.post(f"/tickets/{number}/confirm")).status_code == 200
    assert offered(await detail(employee, number)) == (False, True)
    assert (await employee.post(f"/tickets/{number}/rating", {"score": 5})).status_code == 200


async def test_the_etag_is_the_version(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service")
    answer = await agent.get(f"/tickets/{number}")
    assert answer.headers["etag"] == f'"{answer.json()["version"]}"'


async def test_a_ticket_costs_two_round_trips(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service")
    rules = await office.services.rules(office.id, 1)
    async with office.read() as tx:
        await find(tx, Asking(authority=agent.authority, rules=rules, key=b"k" * 32, now=clock.now()), number)
        assert tx.round_trips == 2


async def test_nothing_is_said_of_a_cause_that_the_reader_does_not_see(asgi: Litestar) -> None:
    rule = Automation(
        key="noted",
        name={"zh-CN": "有备注即标记", "en": "Tag what is noted"},
        on=("ticket.message_added",),
        when=Condition(not_=Condition(field="assignee", op="is_empty")),
        actions=(AddTagsAction(tags=("noted",)),),
    )
    office = await found_office(asgi, bundle=msgspec.structs.replace(standard([2026]), automations=(rule,)))
    employee, agent = await office.member("员工", "employee"), await office.member("李雷", "agent", service=False)
    number = await office.ticket(employee, team="service")
    assert (await agent.post(f"/tickets/{number}/claim")).is_success
    assert (await agent.post(f"/tickets/{number}/notes", {"text": "内部"})).status_code == 201
    causes, rules = [], []
    for reader in (agent, employee):
        timeline = (await reader.get(f"/tickets/{number}")).json()["timeline"]
        (tagged,) = [one for one in timeline if one["kind"] == "ticket.tagged"]
        causes.append(tagged["cause"])
        rules.append((tagged["rule"], tagged["why"] is None, tagged["actor"]))
        assert ("有备注即标记" in json.dumps(timeline, ensure_ascii=False)) == (reader is agent)
    assert rules == [("automation.noted.0", False, "system"), (None, True, "system")], (
        "how the staff arranged their work is theirs"
    )
    assert isinstance(causes[0], int) and causes[1] is None
