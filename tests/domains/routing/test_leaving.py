"""Whoever is shut out leaves their open work to somebody: a colleague, a team's queue, or routing (spec 02, decided
after first use)."""

from datetime import timedelta
from typing import Any

import pytest

from gongdan.domains.accounts.public import by_person
from gongdan.domains.operations import runner
from gongdan.kernel import clock
from tests.domains.operations.test_operations import carry_out, work
from tests.domains.routing.test_router import now, run
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


async def with_work(office: Office, count: int = 2, **given: Any) -> tuple[Visitor, Visitor, list[str]]:
    """An administrator, somebody of the service team, and what that one has."""
    boss, leaver = await office.member("管理员", "system_admin"), await office.member("李雷", service=False)
    customer = await office.customer()
    numbers = [await office.ticket(customer, team="service", assignee_id=leaver.id, **given) for _ in range(count)]
    return boss, leaver, numbers


async def shut_out(boss: Visitor, who: Visitor, **to: Any) -> dict[str, Any]:
    answer = await boss.post(f"/members/{who.id}/departure", to)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def whose(office: Office, numbers: list[str]) -> list[tuple[str | None, int | None]]:
    rows = [await now(office, number) for number in numbers]
    return [(one.team, one.assignee_id) for one in rows]


async def test_a_colleague_takes_over_and_who_left_is_shut_out_at_once(office: Office) -> None:
    boss, leaver, numbers = await with_work(office)
    heir = await office.member("韩梅梅", service=False)
    await leaver.headers()
    found = await shut_out(boss, leaver, to_person_id=heir.id)
    assert found["tickets"] == 2
    assert (await leaver.get("/members")).status_code == 401
    await run(office)  # the router takes nothing from them while it is handed over
    assert await whose(office, numbers) == [("service", leaver.id)] * 2
    done = await carry_out(office, boss, found["operation_id"])
    assert (done["state"], done["done"], done["failed"]) == ("done", 2, 0)
    assert await whose(office, numbers) == [("service", heir.id)] * 2


async def test_a_team_takes_over_into_its_queue(office: Office) -> None:
    boss, leaver, numbers = await with_work(office)
    found = await shut_out(boss, leaver, to_team="tech")
    await carry_out(office, boss, found["operation_id"])
    assert await whose(office, numbers) == [("tech", None)] * 2


async def test_with_nobody_named_each_goes_to_whomever_routing_finds(office: Office) -> None:
    boss, leaver, numbers = await with_work(office)
    colleague = await office.member("韩梅梅", service=False)
    found = await shut_out(boss, leaver)
    await carry_out(office, boss, found["operation_id"])
    await run(office)
    assert await whose(office, numbers) == [("service", colleague.id)] * 2


async def test_what_the_receiver_has_no_room_for_is_routed(office: Office) -> None:
    boss, leaver, numbers = await with_work(office, 7, priority="P1")
    heir = await office.member("韩梅梅", service=False)
    found = await shut_out(boss, leaver, to_person_id=heir.id)
    done = await carry_out(office, boss, found["operation_id"])
    assert done["done"] > 0 and done["failed"] > 0 and done["done"] + done["failed"] == 7
    await run(office)
    assert leaver.id not in [person for _, person in await whose(office, numbers)]


async def test_the_preview_foresees_it_and_does_nothing(office: Office) -> None:
    boss, leaver, numbers = await with_work(office)
    heir = await office.member("韩梅梅", service=False)
    body = {"kind": "members.hand_over", "params": {"person_id": leaver.id, "to_person_id": heir.id}}
    planned = (await boss.post("/operations", body)).json()
    assert (planned["total"], planned["foreseen"]["changed"], planned["foreseen"]["refused"]) == (2, 2, 0)
    assert await whose(office, numbers) == [("service", leaver.id)] * 2
    found = await shut_out(boss, leaver, to_person_id=heir.id)
    assert (await boss.get(f"/operations/{planned['id']}")).json()["state"] == "cancelled"  # it took the plan's place
    await carry_out(office, boss, found["operation_id"])


async def test_it_is_undone_once_they_are_let_in_again(office: Office) -> None:
    boss, leaver, numbers = await with_work(office)
    heir = await office.member("韩梅梅", service=False)
    id = (await shut_out(boss, leaver, to_person_id=heir.id))["operation_id"]
    await carry_out(office, boss, id)
    while_out = (await boss.post(f"/operations/{id}/undo")).json()["id"]
    await boss.post(f"/operations/{while_out}/start")
    refused = await carry_out(office, boss, while_out)
    assert (refused["done"], refused["failed"]) == (0, 2)
    problems = (await boss.get(f"/operations/{while_out}/problems")).json()
    assert {one["problem"]["code"] for one in problems} == {"ticket.not_eligible"}
    await boss.call("PATCH", f"/members/{leaver.id}", json={"active": True})
    again = (await boss.post(f"/operations/{id}/undo")).json()["id"]
    await boss.post(f"/operations/{again}/start")
    assert (await carry_out(office, boss, again))["done"] == 2
    assert await whose(office, numbers) == [("service", leaver.id)] * 2


async def test_twice_is_refused_while_it_goes_on_and_hands_over_the_rest_afterwards(office: Office) -> None:
    boss, leaver, _ = await with_work(office)
    first = await shut_out(boss, leaver, to_team="tech")
    second = await boss.post(f"/members/{leaver.id}/departure", {"to_team": "tech"})
    assert (second.status_code, second.json()["code"]) == (409, "routing.handing_over")
    assert second.json()["remedy"]
    await carry_out(office, boss, first["operation_id"])
    assert (await shut_out(boss, leaver))["tickets"] == 0


async def test_the_receiver_who_left_meanwhile_gets_nothing_and_it_is_routed(office: Office) -> None:
    boss, leaver, numbers = await with_work(office)
    heir = await office.member("韩梅梅", service=False)
    other = await office.member("小明", service=False)
    id = (await shut_out(boss, leaver, to_person_id=heir.id))["operation_id"]
    await boss.call("PATCH", f"/members/{heir.id}", json={"active": False})
    assert (await carry_out(office, boss, id))["failed"] == 2
    await run(office)
    await run(office)
    assert await whose(office, numbers) == [("service", other.id)] * 2


async def test_cancelled_halfway_the_rest_is_routed(office: Office) -> None:
    boss, leaver, numbers = await with_work(office)
    other = await office.member("小明", service=False)
    id = (await shut_out(boss, leaver, to_team="tech"))["operation_id"]
    await boss.post(f"/operations/{id}/cancel")
    await run(office)
    await run(office)
    assert await whose(office, numbers) == [("service", other.id)] * 2
    await runner.step(work(office))


@pytest.mark.parametrize("to", ["himself", "nobody", "foreign", "inactive", "no-team", "both"])
async def test_who_cannot_take_over_is_refused_and_nothing_happens(office: Office, to: str) -> None:
    boss, leaver, _ = await with_work(office, 1)
    gone = await office.member("老王", service=False)
    await boss.call("PATCH", f"/members/{gone.id}", json={"active": False})
    stranger = await (await found_office(office.asgi)).member("外人")
    bodies: dict[str, Any] = {
        "himself": {"to_person_id": leaver.id},
        "nobody": {"to_person_id": 7},
        "foreign": {"to_person_id": stranger.id},
        "inactive": {"to_person_id": gone.id},
        "no-team": {"to_team": "absent"},
        "both": {"to_team": "tech", "to_person_id": boss.id},
    }
    answer = await boss.post(f"/members/{leaver.id}/departure", bodies[to])
    assert answer.status_code in (400, 422), answer.text
    assert (await leaver.get("/members")).status_code == 200


async def test_nobody_shuts_out_themselves_nor_the_last_administrator(office: Office) -> None:
    boss, _, _ = await with_work(office, 0)
    answer = await boss.post(f"/members/{boss.id}/departure", {})
    assert (answer.status_code, answer.json()["code"]) == (409, "accounts.oneself_kept")
    manager = await office.member("人事", "admin")
    answer = await manager.post(f"/members/{boss.id}/departure", {})
    assert answer.status_code in (403, 409)  # who holds more, and is the last one
    async with office.read() as tx:
        assert await by_person(tx, boss.id, "staff") is not None


async def test_another_workspace_and_whoever_manages_nobody_reach_none_of_it(office: Office) -> None:
    _, leaver, _ = await with_work(office, 1)
    foreigner = await (await found_office(office.asgi)).member("外人", "system_admin")
    assert (await foreigner.post(f"/members/{leaver.id}/departure", {})).status_code == 404
    assert (await foreigner.get(f"/members/{leaver.id}/holdings")).status_code == 404
    lead = await office.member("组长", "lead", service=True)
    assert (await lead.post(f"/members/{leaver.id}/departure", {})).status_code == 403
    assert (await lead.get(f"/members/{leaver.id}/holdings")).status_code == 403
    body = {"kind": "members.hand_over", "params": {"person_id": leaver.id}}
    assert (await lead.post("/operations", body)).status_code == 403


async def test_what_somebody_holds_is_named(office: Office) -> None:
    boss, leaver, numbers = await with_work(office)
    apprentice = await office.member("学徒", service=False)
    await boss.call("PATCH", f"/members/{leaver.id}", json={"teams": {"service": True, "tech": False}})
    await boss.call("PATCH", f"/members/{apprentice.id}", json={"manager_id": leaver.id})
    made = await boss.post("/departments", {"key": "after", "name": {"zh-CN": "售后部", "en": "After"}})
    assert made.status_code == 201, made.text
    headed = await boss.call("PATCH", "/departments/after", json={"head_id": leaver.id})
    assert headed.status_code == 200, headed.text
    await leaver.call("PUT", f"/tickets/{numbers[0]}/watching", json={})
    found = (await boss.get(f"/members/{leaver.id}/holdings")).json()
    assert (found["open_tickets"], found["waiting_tickets"], found["tokens"]) == (2, 0, 1)
    assert [(one["key"], one["is_only"]) for one in found["leads"]] == [("service", True)]
    assert [one["key"] for one in found["heads"]] == ["after"]
    assert [one["name"] for one in found["manages"]] == ["学徒"]


async def seated(office: Office) -> tuple[Visitor, Visitor, Visitor, Visitor]:
    """An administrator; who leads, heads and manages; the apprentice whom they manage; and who is to follow them."""
    boss, leaver, _ = await with_work(office, 0)
    apprentice, heir = await office.member("学徒", service=False), await office.member("韩梅梅", tech=False)
    await boss.call("PATCH", f"/members/{leaver.id}", json={"teams": {"service": True, "tech": False}})
    await boss.call("PATCH", f"/members/{leaver.id}", json={"manager_id": boss.id})
    for one in (apprentice, heir):
        await boss.call("PATCH", f"/members/{one.id}", json={"manager_id": leaver.id})
    made = {"key": "after", "name": {"zh-CN": "售后部", "en": "After"}, "head_id": leaver.id}
    assert (await boss.post("/departments", made)).status_code == 201
    return boss, leaver, apprentice, heir


def days(first: int, last: int) -> dict[str, str]:
    today = clock.now()
    return {"from_at": f"{today + timedelta(days=first):%FT%TZ}", "until_at": f"{today + timedelta(days=last):%FT%TZ}"}


async def test_seats_go_to_whom_is_named_in_the_same_step(office: Office) -> None:
    boss, leaver, apprentice, heir = await seated(office)
    for span in (days(1, 2), days(5, 6)):
        body = span | {"substitute_id": leaver.id}
        assert (await boss.post(f"/members/{apprentice.id}/leaves", body)).status_code == 201
    assert (await boss.post(f"/members/{heir.id}/leaves", days(5, 9))).status_code == 201  # away at the second
    await shut_out(boss, leaver, seats_to_person_id=heir.id)
    found = (await boss.get(f"/members/{heir.id}/holdings")).json()
    assert [(one["key"], one["is_only"]) for one in found["leads"]] == [("service", True)]
    assert [one["key"] for one in found["heads"]] == ["after"]
    assert [one["name"] for one in found["manages"]] == ["学徒"]
    assert len(found["stands_in"]) == 1
    everybody = {one["id"]: one for one in (await boss.get("/members")).json()}
    assert sorted(everybody[heir.id]["teams"]) == ["service", "tech"]
    assert everybody[heir.id]["manager_id"] == boss.id
    left = (await boss.get(f"/members/{leaver.id}/holdings")).json()
    assert (left["leads"], left["heads"], left["manages"], left["stands_in"]) == ([], [], [], [])


async def test_seats_stay_where_nobody_is_named(office: Office) -> None:
    boss, leaver, *_ = await seated(office)
    await shut_out(boss, leaver)
    found = (await boss.get(f"/members/{leaver.id}/holdings")).json()
    assert (len(found["leads"]), len(found["heads"]), len(found["manages"])) == (1, 1, 2)


@pytest.mark.parametrize("to", ["himself", "nobody", "foreign", "inactive"])
async def test_who_cannot_have_the_seats_is_refused_and_nothing_happens(office: Office, to: str) -> None:
    boss, leaver, _, heir = await seated(office)
    await boss.call("PATCH", f"/members/{heir.id}", json={"active": False})
    stranger = await (await found_office(office.asgi)).member("外人")
    people = {"himself": leaver.id, "nobody": 7, "foreign": stranger.id, "inactive": heir.id}
    answer = await boss.post(f"/members/{leaver.id}/departure", {"seats_to_person_id": people[to]})
    assert answer.status_code == 422, answer.text
    assert [one["field"] for one in answer.json()["faults"]] == ["seats_to_person_id"]
    assert (await leaver.get("/members")).status_code == 200
    assert len((await boss.get(f"/members/{leaver.id}/holdings")).json()["leads"]) == 1
