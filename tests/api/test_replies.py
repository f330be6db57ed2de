"""A reply that sets the status too: one request, which stands or falls as a whole."""

import msgspec
import pytest

from gongdan.domains.tickets.public import Words, commands
from gongdan.kernel.errors import Forbidden
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


async def at_work(office: Office, agent: Visitor) -> str:
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    assert (await agent.post(f"/tickets/{number}/accept", {})).status_code == 200
    return number


async def kinds(agent: Visitor, number: str) -> list[str]:
    timeline = (await agent.get(f"/tickets/{number}")).json()["timeline"]
    return [entry["kind"] for entry in timeline]


async def test_a_reply_moves_the_ticket_in_the_same_step(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await at_work(office, agent)
    before = len(await kinds(agent, number))
    answer = await agent.post(f"/tickets/{number}/replies", {"text": "请补充截图", "to": "waiting"})
    assert (answer.status_code, answer.json()["status"]) == (201, "waiting"), answer.text
    assert (await kinds(agent, number))[before : before + 2] == ["ticket.message_added", "ticket.moved"]


async def test_a_reply_may_resolve_it(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await at_work(office, agent)
    answer = await agent.post(f"/tickets/{number}/replies", {"text": "已修复", "to": "resolved"})
    assert (answer.status_code, answer.json()["phase"]) == (201, "resolved"), answer.text


async def test_a_reply_to_where_it_stands_is_a_reply(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await at_work(office, agent)
    before = await kinds(agent, number)
    answer = await agent.post(f"/tickets/{number}/replies", {"text": "在看了", "to": "in_progress"})
    assert answer.json()["status"] == "in_progress"
    assert "ticket.moved" not in (await kinds(agent, number))[len(before) :]


async def test_twice_with_one_key_is_once(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await at_work(office, agent)
    body, key = {"text": "请补充截图", "to": "waiting"}, {"Idempotency-Key": "k1"}
    first, second = [await agent.post(f"/tickets/{number}/replies", body, headers=key) for _ in range(2)]
    assert (second.status_code, second.json()) == (201, first.json())
    assert (await kinds(agent, number)).count("ticket.message_added") == 2, "what opened it, and the reply"


@pytest.mark.parametrize(
    ("to", "refused"), [("nowhere", (422, "request.invalid")), ("new", (409, "workflow.transition_refused"))]
)
async def test_where_it_cannot_move_nothing_is_said(office: Office, to: str, refused: tuple[int, str]) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await at_work(office, agent)
    before = await kinds(agent, number)
    answer = await agent.post(f"/tickets/{number}/replies", {"text": "请补充截图", "to": to})
    assert (answer.status_code, answer.json()["code"]) == refused, answer.text
    assert await kinds(agent, number) == before


async def test_what_came_or_moved_meanwhile_holds_it_back(office: Office) -> None:
    agent, other = [await office.member(name, "agent", service=False) for name in ("李雷", "韩梅梅")]
    for path, body, fields in (
        ("replies", {"text": "我先答"}, ["messages"]),
        ("moves", {"to": "waiting"}, ["status"]),
    ):
        number = await at_work(office, agent)
        seen = {"If-Match": f'"{(await agent.get(f"/tickets/{number}")).json()["version"]}"'}
        assert (await other.post(f"/tickets/{number}/{path}", body)).status_code in (200, 201)
        wanted = {"text": "已修复", "to": "resolved"}
        answer = await agent.post(f"/tickets/{number}/replies", wanted, headers=seen)
        assert (answer.status_code, answer.json()["fields"]) == (412, fields), answer.text


@pytest.mark.parametrize(("lacking", "to"), [("ticket.move", "waiting"), ("ticket.resolve", "resolved")])
async def test_it_takes_the_right_to_the_move_beside_that_to_reply(office: Office, lacking: str, to: str) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await at_work(office, agent)
    writer = await office.member("韩梅梅", "agent", service=False)
    grants = [msgspec.structs.replace(one, actions=one.actions - {lacking}) for one in writer.authority.grants]
    writer.authority = msgspec.structs.replace(writer.authority, grants=tuple(grants))
    with pytest.raises(Forbidden) as refused:
        async with writer.desk() as desk:
            case = await desk.case(number, "ticket.reply")
            await commands.reply_and_move(desk, case, Words(text="好了"), to=to, seen=None)
    assert refused.value.members["action"] == lacking


async def test_nobody_of_another_workspace_finds_it(office: Office) -> None:
    number = await at_work(office, await office.member("李雷", "agent", service=False))
    stranger = await (await found_office(office.asgi)).member("外人", "system_admin")
    answer = await stranger.post(f"/tickets/{number}/replies", {"text": "好了", "to": "resolved"})
    assert answer.status_code == 404
