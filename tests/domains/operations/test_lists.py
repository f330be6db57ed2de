"""Changes of all that a list holds, and of what one watches."""

from typing import Any

import msgspec
import pytest

from gongdan.domains.tickets.commands.many import bulk
from tests.domains.operations.test_operations import carry_out, planned, several, tags_of
from tests.kit import Office


async def test_all_of_a_list_are_changed_as_far_as_they_are_in_reach(office: Office) -> None:
    lead, numbers = await several(office, 3)
    elsewhere = await office.ticket(await office.customer(), team="finance")
    await lead.post(f"/tickets/{numbers[0]}/close", {"reason": "not_needed"})
    where = msgspec.json.encode({"field": "team", "op": "is", "value": "service"}).decode()
    found = await planned(lead, [], listed={"view": "all_open", "where": where}, add_tags=["vip"])
    assert found["total"] == 2
    everything = await planned(lead, [], listed={"view": "all_open"}, add_tags=["vip"])
    assert everything["total"] == (await lead.get("/tickets/count", view="all_open")).json()["count"]
    await lead.post(f"/operations/{found['id']}/start")
    assert (await carry_out(office, lead, found["id"]))["done"] == 2
    assert [await tags_of(lead, one) for one in numbers] == [[], ["vip"], ["vip"]]
    director = await office.member("总监", "director")
    assert await tags_of(director, elsewhere) == []


async def test_what_joins_a_list_after_it_was_planned_is_left_alone(office: Office) -> None:
    lead, numbers = await several(office, 1)
    found = await planned(lead, [], listed={"view": "all_open"}, add_tags=["vip"])
    later = await office.ticket(await office.customer(), team="service")
    await lead.post(f"/operations/{found['id']}/start")
    assert (await carry_out(office, lead, found["id"]))["done"] == 1
    assert (await tags_of(lead, numbers[0]), await tags_of(lead, later)) == (["vip"], [])


async def test_a_list_that_holds_too_many_is_not_planned(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    lead, _ = await several(office, 3)
    monkeypatch.setattr(bulk, "MOST_LISTED", 2)
    body = {"kind": "tickets.change", "params": {"listed": {"view": "all_open"}, "watching": True}}
    answer = await lead.post("/operations", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "operation.too_many")


@pytest.mark.parametrize("listed", [{"view": "nobodys"}, {"where": "no condition"}])
async def test_a_list_that_is_none_is_not_planned(office: Office, listed: dict[str, Any]) -> None:
    lead, _ = await several(office, 1)
    answer = await lead.post("/operations", {"kind": "tickets.change", "params": {"listed": listed, "watching": True}})
    assert answer.status_code in (400, 404, 422), answer.text


@pytest.mark.parametrize("which", [{}, {"numbers": []}, {"numbers": ["GD-1"], "listed": {"view": "mine"}}])
async def test_tickets_are_named_or_listed(office: Office, which: dict[str, Any]) -> None:
    lead, _ = await several(office, 1)
    answer = await lead.post("/operations", {"kind": "tickets.change", "params": {**which, "watching": True}})
    assert "params.numbers" in {fault["field"] for fault in answer.json()["faults"]}


async def test_many_are_watched_at_once_and_no_more_when_it_is_undone(office: Office) -> None:
    lead, numbers = await several(office, 2)
    found = await planned(lead, numbers, watching=True)
    await lead.post(f"/operations/{found['id']}/start")
    assert (await carry_out(office, lead, found["id"]))["done"] == 2
    assert (await lead.get("/tickets/count", view="watching")).json() == {"count": 2}
    undoing = (await lead.post(f"/operations/{found['id']}/undo")).json()
    await lead.post(f"/operations/{undoing['id']}/start")
    await carry_out(office, lead, undoing["id"])
    assert (await lead.get("/tickets/count", view="watching")).json() == {"count": 0}


@pytest.mark.parametrize(
    ("role", "seen", "done"),
    [
        ("agent", 2, 2),
        ("lead", 2, 2),
        ("director", 2, 2),
        ("auditor", 2, 0),
        ("executive", 2, 0),
        ("collaborator", 0, 0),
    ],
)
async def test_who_changes_a_list_changes_what_they_may(office: Office, role: str, seen: int, done: int) -> None:
    await several(office, 2)
    member = await office.member("成员", role, service=False)
    found = await planned(member, [], listed={"view": "all_open"}, add_tags=["vip"])
    assert (found["total"], found["foreseen"]["changed"], found["foreseen"]["refused"]) == (seen, done, seen - done)
    await member.post(f"/operations/{found['id']}/start")
    ended = await carry_out(office, member, found["id"])
    assert (ended["done"], ended["failed"]) == (done, seen - done)


async def test_agents_hand_over_what_is_theirs_and_no_list_of_their_team(office: Office) -> None:
    _, numbers = await several(office, 2)
    agent, mate = (
        await office.member("李雷", "agent", service=False),
        await office.member("何磊", "agent", service=False),
    )
    await agent.post(f"/tickets/{numbers[0]}/claim")
    found = await planned(agent, [], listed={"view": "all_open"}, assignee_id=mate.id)
    await agent.post(f"/operations/{found['id']}/start")
    ended = await carry_out(office, agent, found["id"])
    assert (ended["done"], ended["failed"]) == (1, 1)
