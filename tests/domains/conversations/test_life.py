"""A conversation without a ticket: begun, said in, served, ended, rated; in the log, and folded as it stands."""

import asyncio
import random
from typing import Any

import msgspec
import pytest

from gongdan.domains.conversations import queries
from gongdan.domains.conversations.doctoring import DifferingConversation, flaws_of_conversations
from gongdan.domains.conversations.model import Conversation, fold
from gongdan.domains.tickets.commands.talking import Utterance, utter
from gongdan.domains.tickets.public import commands as tickets
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def begun(agent: Visitor, party: Visitor, **given: Any) -> int:
    body = {"channel": "chat", "party": {"id": party.id}, "team": "service", "text": "在吗？"} | given
    answer = await agent.post("/conversations", body)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


async def folded(office: Office, id: int) -> tuple[Conversation, Conversation]:
    """As the stream makes it, and as it stands."""
    async with office.read() as tx:
        log = await office.services.log.stream(tx, "conversation", id)
        ((live,),) = await tx.gather(queries.load(id))
    made: Conversation | None = None
    for logged in log:
        made = fold(made, logged)
    assert made is not None
    return made, live


async def kinds(office: Office, id: int) -> list[str]:
    async with office.read() as tx:
        return [
            one.event.kind.removeprefix("conversation.")
            for one in await office.services.log.stream(tx, "conversation", id)
        ]


async def test_a_chat_needs_no_ticket(office: Office) -> None:
    agent, lead = await office.member("李雷", "agent", service=False), await office.member("韩梅", "lead", service=True)
    party = await office.customer()
    id = await begun(agent, party)
    at = f"/conversations/{id}"
    assert (await agent.post(f"{at}/join")).json()["agent_id"] == agent.id
    assert (await agent.post(f"{at}/messages", {"text": "您好，请讲。"})).json()["ticket"] is None
    assert (await agent.post(f"{at}/messages", {"text": "客户很急", "audience": "internal"})).status_code == 201
    assert (await agent.post(f"{at}/handover", {"agent_id": lead.id})).json()["agent_id"] == lead.id
    assert (await lead.post(f"{at}/transfer", {"team": "service"})).json()["agent_id"] is None
    assert (await agent.post(f"{at}/join")).status_code == 200
    assert (await agent.post(f"{at}/close")).json()["state"] == "closed"
    assert (await lead.post(f"{at}/rating", {"score": 5, "comment": "很快"})).json()["rating"] == 5
    assert await kinds(office, id) == [
        "begun", "message_added", "joined", "message_added", "message_added", "handed_over", "transferred", "joined",
        "closed", "rated",
    ]  # fmt: skip
    made, live = await folded(office, id)
    assert made == live
    shown = (await agent.get(at)).json()
    assert [one["text"] for one in shown["messages"]] == ["在吗？", "您好，请讲。", "客户很急"]
    assert (shown["party"]["name"], shown["tickets"], shown["more"]) == ("王芳", [], False)
    async with office.read() as tx:
        assert await tx.rows(tuple, "select id from ticket where workspace_id = %(workspace)s") == []


async def test_a_party_may_be_somebody_who_was_not_known(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    for party in ({"mail": "new@customer.test"}, {"phone": "138 0000 0000"}, {"name": "路人"}):
        answer = await agent.post("/conversations", {"channel": "phone", "party": party, "join": True})
        assert answer.status_code == 201 and answer.json()["agent_id"] == agent.id
    refused = await agent.post("/conversations", {"channel": "phone", "party": {}})
    assert (refused.status_code, refused.json()["faults"][0]["field"]) == (422, "party")


async def test_begun_again_under_its_key_it_is_one(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    body = {"channel": "chat", "party": {"id": party.id}, "team": "service"}
    answers = [await agent.post("/conversations", body, headers={"Idempotency-Key": "k1"}) for _ in range(2)]
    assert answers[0].json() == answers[1].json()


async def test_of_two_who_join_at_once_one_is_told_who_was_quicker(office: Office) -> None:
    party = await office.customer()
    both = [await office.member(name, "agent", service=False) for name in ("李雷", "韩梅")]
    id = await begun(both[0], party)
    answers = await asyncio.gather(*(one.post(f"/conversations/{id}/join") for one in both))
    assert sorted(one.status_code for one in answers) == [200, 409]
    winner = next(one.json()["agent_id"] for one in answers if one.status_code == 200)
    refused = next(one.json() for one in answers if one.status_code == 409)
    assert (refused["code"], refused["agent_id"]) == ("conversation.taken", winner)
    assert await kinds(office, id) == ["begun", "message_added", "joined"]


async def test_what_is_over_takes_no_more_and_only_what_is_over_is_rated(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    id = await begun(agent, party, join=True)
    early = await agent.post(f"/conversations/{id}/rating", {"score": 4})
    assert (early.status_code, early.json()["code"]) == (409, "conversation.not_over")
    for _ in range(2):
        assert (await agent.post(f"/conversations/{id}/close")).status_code == 200
    for path, body in (("messages", {"text": "x"}), ("join", None), ("transfer", {"team": "tech"})):
        late = await agent.post(f"/conversations/{id}/{path}", body)
        assert (late.status_code, late.json()["code"]) == (409, "conversation.closed")
    own = await agent.post(f"/conversations/{id}/rating", {"score": 5})
    assert (own.status_code, own.json()["code"]) == (409, "conversation.own_service")
    assert await kinds(office, id) == ["begun", "message_added", "closed"]


async def test_whoever_passed_on_what_they_served_does_not_rate_it(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    other = await office.member("韩梅", "agent", service=False)
    id = await begun(agent, party, join=True)
    await agent.post(f"/conversations/{id}/messages", {"text": "你好"})
    for path, body in (("transfer", {"team": "service"}), ("close", None)):
        assert (await agent.post(f"/conversations/{id}/{path}", body)).status_code == 200
    own = await agent.post(f"/conversations/{id}/rating", {"score": 5})
    assert (own.status_code, own.json()["code"]) == (409, "conversation.own_service")
    assert (await other.post(f"/conversations/{id}/rating", {"score": 3})).json()["rating"] == 3


async def test_nobody_puts_a_note_of_the_staff_into_the_partys_mouth(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    id = await begun(agent, party, join=True)
    body = {"text": "x", "author": "customer", "audience": "internal"}
    refused = await agent.post(f"/conversations/{id}/messages", body)
    assert [fault["code"] for fault in refused.json()["faults"]] == ["notes_are_of_staff"]
    assert await kinds(office, id) == ["begun", "message_added"]


async def test_what_goes_by_mail_begins_with_a_ticket(office: Office) -> None:
    """Nothing would send what is said in it."""
    agent = await office.member("李雷", "agent", service=False)
    refused = await agent.post("/conversations", {"channel": "mail", "party": {"name": "王芳"}, "text": "在吗"})
    (fault,) = refused.json()["faults"]
    assert (refused.status_code, fault["field"], fault["code"]) == (422, "channel", "conversation_of_ticket")


async def test_it_goes_only_to_people_and_teams_that_there_are(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    id = await begun(agent, party)
    assert (await agent.post(f"/conversations/{id}/handover", {"agent_id": party.id})).status_code == 422
    assert (await agent.post(f"/conversations/{id}/transfer", {"team": "nobody"})).status_code == 422
    begin = {"channel": "chat", "party": {"id": party.id}, "team": "nobody"}
    assert (await agent.post("/conversations", begin)).status_code == 422


async def test_who_is_neither_of_its_team_nor_serves_it_does_not_find_it(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    stranger, auditor = await office.member("外人", "agent", finance=False), await office.member("审计", "auditor")
    id = await begun(agent, party)
    assert (await stranger.get(f"/conversations/{id}")).status_code == 404
    assert (await stranger.post(f"/conversations/{id}/join")).status_code == 404
    assert (await auditor.get(f"/conversations/{id}")).status_code == 200
    assert (await auditor.post(f"/conversations/{id}/messages", {"text": "x"})).status_code == 403
    assert (await agent.post(f"/conversations/{id}/handover", {"agent_id": stranger.id})).status_code == 200
    assert (await stranger.get(f"/conversations/{id}")).status_code == 200


async def test_long_ones_are_read_page_by_page(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    id = await begun(agent, party, join=True)
    for n in range(101):
        async with agent.desk() as desk:
            await utter(desk, id, Utterance(text=str(n)))
    last = (await agent.get(f"/conversations/{id}")).json()
    assert len(last["messages"]) == 100 and last["more"] and last["messages"][-1]["text"] == "100"
    first = (await agent.get(f"/conversations/{id}", before=last["messages"][0]["id"])).json()
    assert [one["text"] for one in first["messages"]] == ["在吗？", "0"] and not first["more"]


async def test_pages_of_which_a_reader_may_know_nothing_lead_on(office: Office) -> None:
    admin, agent = await office.member("主管", "system_admin"), await office.member("李雷", "agent", service=False)
    party = await office.customer()
    id, foreign = await begun(agent, party, join=True), await office.ticket(party, team="finance")
    assert (await admin.post(f"/conversations/{id}/links", {"number": foreign})).status_code == 200
    for n in range(101):
        async with admin.desk() as desk:
            case = await desk.case(foreign, "ticket.note")
            await tickets.note(desk, case, tickets.Words(text=str(n), conversation_id=id))
    last = (await agent.get(f"/conversations/{id}")).json()
    assert (last["messages"], last["more"]) == ([], True)
    first = (await agent.get(f"/conversations/{id}", before=last["earlier"])).json()
    assert ([one["text"] for one in first["messages"]], first["more"], first["earlier"]) == (["在吗？"], False, None)


async def test_only_who_may_serve_is_handed_one_or_begins_it_as_theirs(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    id = await begun(agent, party, join=True)
    for role in ("vendor", "employee", "auditor", "executive"):
        somebody = await office.member(role, role)
        answer = await agent.post(f"/conversations/{id}/handover", {"agent_id": somebody.id})
        assert [fault["code"] for fault in answer.json()["faults"]] == ["may_not_serve"], role
    boss = await office.member("总裁", "executive")
    body = {"channel": "chat", "party": {"id": party.id}, "team": "service"}
    refused = await boss.post("/conversations", body | {"join": True})
    assert (refused.status_code, refused.json()["action"]) == (403, "conversation.join")
    assert (await boss.post("/conversations", body)).status_code == 201


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_happens_the_row_is_the_fold_of_its_stream(office: Office, seed: int) -> None:
    """Refused or not; with tickets that come and go. When the customer last wrote is told by every log."""
    chance = random.Random(seed)
    people = [await office.member(name, "lead", service=True, tech=True) for name in ("李雷", "韩梅")]
    party = await office.customer()
    numbers = [await office.ticket(party, team="service") for _ in range(2)]
    id = await begun(people[0], party)
    steps: list[tuple[str, str, Any]] = [
        ("POST", "messages", {"text": "a"}),
        ("POST", "messages", {"text": "b", "author": "customer"}),
        ("POST", "messages", {"text": "c", "audience": "internal"}),
        ("POST", "join", {}),
        ("POST", "handover", {"agent_id": people[1].id}),
        ("POST", "transfer", {"team": "tech"}),
        *(("POST", "links", {"number": number}) for number in numbers),
        *(("DELETE", f"links/{number}", None) for number in numbers),
        ("POST", "tickets", {"title": "x"}),
        ("POST", "rating", {"score": 3}),
    ]
    for _ in range(25):
        method, path, body = chance.choice(steps)
        answer = await chance.choice(people).call(method, f"/conversations/{id}/{path}", json=body)
        assert answer.status_code < 500, answer.text
    await people[0].post(f"/conversations/{id}/close")
    made, live = await folded(office, id)
    assert msgspec.structs.replace(made, last_customer_at=live.last_customer_at) == live
    async with office.read() as tx:
        sql = """
            select max(at) from message
             where workspace_id = %(workspace)s and conversation_id = %(id)s
               and audience = 'customer' and author = 'customer' and not machine
        """
        assert await tx.rows(tuple, sql, id=id) == [(live.last_customer_at,)]


async def test_a_row_that_differs_from_its_stream_is_found(office: Office) -> None:
    agent, party = await office.member("李雷", "agent", service=False), await office.customer()
    id = await begun(agent, party)
    async with office.read() as tx:
        assert await flaws_of_conversations(tx, office.services.log, 10) == []
    async with office.services.db.write(office.id) as tx:
        tx.put("update conversation set team = 'tech' where workspace_id = %(workspace)s")
    async with office.read() as tx:
        assert await flaws_of_conversations(tx, office.services.log, 10) == [
            DifferingConversation(id=id, columns=("team",))
        ]
