"""What one request wants stands or falls together, and a desk knows what it has done (spec 11, commands and cases)."""

from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.errors import TicketNotFound
from gongdan.domains.tickets.public import Words, commands
from gongdan.kernel.errors import Forbidden
from tests.kit import Office, found_office

pytestmark = pytest.mark.anyio

CAUSE = CustomField(key="cause", name={"zh-CN": "原因", "en": "Cause"}, kind="text")


async def demanding(asgi: Any) -> Office:
    """Where a solution names its cause."""
    plain: Any = msgspec.to_builtins(msgspec.structs.replace(standard([2026]), fields=(CAUSE,)))
    for flow in plain["workflows"]:
        for transition in flow["transitions"]:
            if transition["to"] == "resolved":
                transition["requires"] = ["fields.cause"]
    return await found_office(asgi, bundle=msgspec.convert(plain, PolicyBundle))


async def test_what_is_written_set_and_resolved_goes_in_one_request(asgi: Any) -> None:
    office = await demanding(asgi)
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    before = (await agent.get(f"/tickets/{number}")).json()
    refused = await agent.post(f"/tickets/{number}/resolve", {"text": "好了"})
    assert (refused.status_code, refused.json()["code"]) == (422, "workflow.fields_missing")
    assert (await agent.get(f"/tickets/{number}")).json()["version"] == before["version"]
    answer = await agent.post(
        f"/tickets/{number}/resolve",
        {"text": "好了", "html": "<p>好了</p>", "cc": ["boss@customer.test"], "fields": {"cause": "证书过期"}},
    )
    assert answer.status_code == 200, answer.text
    after = (await agent.get(f"/tickets/{number}")).json()
    said = [entry["message"] for entry in after["timeline"] if entry["message"]]
    assert (after["status"], after["fields"]["cause"]) == ("resolved", "证书过期")
    assert (said[-1]["text"], said[-1]["html"]) == ("好了", "<p>好了</p>")
    assert any("cc" in str(entry["data"]) for entry in after["timeline"] if "participants" in entry["kind"])


async def test_a_solution_that_waits_is_taken_back_whole_and_goes_whole(asgi: Any) -> None:
    office = await demanding(asgi)
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    await agent.post(f"/tickets/{number}/accept", {})
    before = (await agent.get(f"/tickets/{number}")).json()
    solution = {"text": "好了", "to": "resolved", "fields": {"cause": "证书过期"}, "wait_s": 10}
    refused = await agent.post(f"/tickets/{number}/sending", {**solution, "fields": {}})
    assert (refused.status_code, refused.json()["code"]) == (422, "workflow.fields_missing")
    unknown = await agent.post(f"/tickets/{number}/sending", {**solution, "fields": {"nothing": 1}})
    stays = await agent.post(f"/tickets/{number}/sending", {**solution, "to": None})
    assert (unknown.status_code, stays.status_code) == (422, 422)
    held = (await agent.post(f"/tickets/{number}/sending", solution)).json()
    assert (held["to"], held["fields"]) == ("resolved", {"cause": "证书过期"})
    draft = (await agent.call("DELETE", f"/tickets/{number}/sending")).json()
    assert draft["text"] == "好了"
    assert (await agent.get(f"/tickets/{number}")).json()["version"] == before["version"], "nothing happened"
    await agent.post(f"/tickets/{number}/sending", solution)
    assert (await agent.post(f"/tickets/{number}/sending/now", {})).status_code == 200
    after = (await agent.get(f"/tickets/{number}")).json()
    assert (after["status"], after["fields"]["cause"]) == ("resolved", "证书过期")
    assert [entry["message"]["text"] for entry in after["timeline"] if entry["message"]][-1] == "好了"


async def test_a_refused_move_leaves_the_fields_that_came_with_it(asgi: Any) -> None:
    office = await demanding(asgi)
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    wrong = {"to": "resolved", "fields": {"cause": "证书过期", "nothing": 1}}
    answer = await agent.post(f"/tickets/{number}/moves", wrong)
    assert answer.status_code == 422 and "fields.nothing" in answer.text
    assert (await agent.get(f"/tickets/{number}")).json()["fields"] == {}


async def test_fields_beside_a_move_take_the_right_to_edit(office: Office) -> None:
    customer = await office.customer()
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    without = msgspec.structs.replace(
        agent.authority,
        grants=tuple(
            msgspec.structs.replace(grant, actions=grant.actions - {"ticket.edit"}) for grant in agent.authority.grants
        ),
    )
    with pytest.raises(Forbidden):
        async with office.services.uow.begin(without, via="web") as desk:
            case = await desk.case(number, "ticket.move")
            await commands.move(desk, case, to="in_progress", reason=None, seen=None, fields={"title": "别的"})


async def test_a_ticket_read_again_stands_as_this_transaction_left_it(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
        await commands.note(desk, await desk.case(number, "ticket.note"), Words(text="看过"))
        case = await desk.case(number, "ticket.resolve")
        assert case.live.accepted_at is not None and case.live.status == "in_progress"
        await commands.resolve(desk, case, words=None, seen=None)
        again = await desk.case(number, "ticket.read")
        assert again.live.status == "resolved"
    entries = (await agent.get(f"/tickets/{number}")).json()["timeline"]
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
    async with office.read() as tx:
        from gongdan.domains.tickets.desk.doctoring import flaws_of_fold

        assert await flaws_of_fold(tx, office.services.log, office.services.subjects, 10) == []


async def test_many_cases_are_given_as_asked_in_one_round_trip(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    numbers = [await office.ticket(customer, team="service") for _ in range(3)]
    asked = [numbers[2], numbers[0], numbers[1]]
    async with agent.desk() as desk:
        found = await desk.cases(asked, "ticket.tag")
        assert [case.live.number for case in found] == asked
        assert desk.tx.round_trips == 1
        for case in found:
            desk.apply(desk.settle(case, intents.Tag(add=("vip",))))
    async with agent.desk() as desk:
        assert {case.live.tags for case in await desk.cases(numbers, "ticket.read")} == {("vip",)}
        with pytest.raises(TicketNotFound):
            await desk.cases([numbers[0], "GD-0"], "ticket.read")
