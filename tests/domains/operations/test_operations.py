"""Long work: previewed, started, killed, resumed, cancelled, undone (spec 11.4)."""

import asyncio
import os
import random
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from gongdan import wiring
from gongdan.domains.operations import runner
from gongdan.domains.operations.public import Operation, Work
from gongdan.kernel import clock
from tests.infra.log.kit import eventually
from tests.kit import Office, Visitor

MANY = int(os.environ.get("GONGDAN_OPERATION_ITEMS", "40"))


def work(office: Office, shown: list[Operation] | None = None) -> Work:
    def show(workspace_id: int, operation: Operation) -> None:
        if shown is not None and workspace_id == office.id:
            shown.append(operation)

    return Work(office.services.db, wiring.operation_kinds(office.services), show)


async def carry_out(office: Office, lead: Visitor, id: int) -> dict[str, Any]:
    """Let a worker do what is due until this one is over; other tests' operations may be in the way."""
    for _ in range(20):
        await runner.step(work(office))
        found: dict[str, Any] = (await lead.get(f"/operations/{id}")).json()
        if found["state"] in ("done", "cancelled", "failed"):
            return found
    raise AssertionError(found)


async def planned(lead: Visitor, numbers: list[str], *, silent: bool = False, **change: Any) -> dict[str, Any]:
    body = {"kind": "tickets.change", "params": {"numbers": numbers, **change}, "silent": silent}
    answer = await lead.post("/operations", body)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def several(office: Office, count: int) -> tuple[Visitor, list[str]]:
    lead, customer = await office.member("组长", "lead", service=True), await office.customer()
    return lead, [await office.ticket(customer, team="service") for _ in range(count)]


async def tags_of(lead: Visitor, number: str) -> list[str]:
    found: list[str] = (await lead.get(f"/tickets/{number}")).json()["tags"]
    return found


async def test_a_preview_does_nothing_and_names_what_is_not_there(office: Office) -> None:
    lead, numbers = await several(office, 2)
    found = await planned(lead, [*numbers, "GD-0"], add_tags=["vip"])
    assert (found["state"], found["total"], found["unknown"]) == ("planned", 2, ["GD-0"])
    assert await tags_of(lead, numbers[0]) == []


async def test_a_preview_foresees_what_is_changed_refused_and_told(office: Office) -> None:
    lead, numbers = await several(office, 3)
    agent = await office.member("李雷", "agent", service=False)
    await lead.post(f"/tickets/{numbers[2]}/close", {"reason": "not_needed"})
    found = await planned(lead, numbers, assignee_id=agent.id)
    foreseen = found["foreseen"]
    (problem,) = foreseen.pop("problems")
    assert foreseen == {"looked_at": 3, "changed": 2, "refused": 1, "letters": 2, "notices": 2}
    assert problem["number"] == numbers[2] and problem["title"] and problem["code"]
    quiet = await planned(lead, numbers, silent=True, assignee_id=agent.id)
    assert (quiet["foreseen"]["letters"], quiet["foreseen"]["notices"], quiet["silent"]) == (0, 0, True)
    assert [(await lead.get(f"/tickets/{one}")).json()["assignee"] for one in numbers] == [None, None, None]


async def test_a_preview_foresees_that_a_colleague_has_no_more_room(office: Office) -> None:
    lead, customer = await office.member("组长", "lead", service=True), await office.customer()
    numbers = [await office.ticket(customer, team="service", priority="P1") for _ in range(15)]
    agent = await office.member("李雷", "agent", service=False)
    found = await planned(lead, numbers, assignee_id=agent.id)
    await lead.post(f"/operations/{found['id']}/start")
    done = await carry_out(office, lead, found["id"])
    assert 0 < done["done"] < 15
    assert (found["foreseen"]["changed"], found["foreseen"]["refused"]) == (done["done"], done["failed"])


async def test_previews_at_once_foresee_the_same_and_leave_nothing_behind(office: Office) -> None:
    lead, numbers = await several(office, 6)
    agent = await office.member("李雷", "agent", service=False)
    found = await asyncio.gather(*(planned(lead, numbers, assignee_id=agent.id) for _ in range(4)))
    assert [one["foreseen"] for one in found] == [found[0]["foreseen"]] * 4
    assert found[0]["foreseen"]["looked_at"] == 6
    assert [(await lead.get(f"/tickets/{one}")).json()["version"] for one in numbers] == [3] * 6


async def test_a_silent_change_tells_nobody_and_neither_does_its_undoing(office: Office) -> None:
    lead, numbers = await several(office, 2)
    agent = await office.member("李雷", "agent", service=False)
    services = office.services
    (staff,) = [one for one in wiring.subscribers(services) if one.name == "staff-notices"]

    async def told(id: int) -> tuple[list[str], int]:
        """Kinds of events that tell, and how many notices the staff have."""
        async with office.read() as tx:
            log = [await services.log.stream(tx, "ticket", (await desk_id(office, number))) for number in numbers]
        events = [logged for one in log for logged in one if logged.command_id == id]
        async with services.db.write(office.id) as writing:
            await staff.handle(writing, [one for one in events if type(one.event) in (staff.kinds or ())])
        async with office.read() as tx:
            (row,) = await tx.rows(dict, "select count(*) as n from notice where workspace_id = %(workspace)s")
        return [one.event.kind for one in events if one.event.kind == "ticket.customer_told"], row["n"]

    for silent, letters, notices in ((True, 0, 0), (False, 2, 2)):
        id = (await planned(lead, numbers, silent=silent, assignee_id=agent.id))["id"]
        await lead.post(f"/operations/{id}/start")
        assert (await carry_out(office, lead, id))["done"] == 2
        kinds, count = await told(id)
        assert (len(kinds), count) == (letters, notices)
        undoing = (await lead.post(f"/operations/{id}/undo")).json()
        assert undoing["silent"] is silent
        await lead.post(f"/operations/{undoing['id']}/start")
        assert (await carry_out(office, lead, undoing["id"]))["done"] == 2


async def desk_id(office: Office, number: str) -> int:
    async with office.desk() as desk:
        return (await desk.case(number, "ticket.read")).live.id


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({}, "params"),
        ({"add_tags": ["vip"], "values": {"priority": "P1"}}, "params"),
        ({"add_tags": 7}, "params.add_tags"),
        ({"nothing": True}, "params.nothing"),
        ({"assignee_id": 2**63}, "params.assignee_id"),
        ({"assignee_id": -1}, "params.assignee_id"),
        ({"team": "x" * 10_000}, "params.team"),
        ({"add_tags": ["vip"], "reason": "solved"}, "params.reason"),
    ],
)
async def test_one_change_at_a_time_and_each_fault_is_told(office: Office, change: dict[str, Any], field: str) -> None:
    lead, numbers = await several(office, 1)
    body = {"kind": "tickets.change", "params": {"numbers": numbers, **change}}
    answer = await lead.post("/operations", body)
    (fault,) = answer.json()["faults"]
    assert (answer.status_code, fault["field"]) == (422, field)
    assert fault["title"] != fault["code"]


async def test_it_changes_all_and_is_undone(office: Office) -> None:
    lead, numbers = await several(office, 3)
    id = (await planned(lead, numbers, add_tags=["vip"]))["id"]
    await lead.post(f"/operations/{id}/start")
    found = await carry_out(office, lead, id)
    assert (found["state"], found["done"]) == ("done", 3)
    assert await tags_of(lead, numbers[2]) == ["vip"]
    undoing = (await lead.post(f"/operations/{id}/undo")).json()
    assert (undoing["state"], undoing["total"], undoing["undoes"]) == ("planned", 3, id)
    await lead.post(f"/operations/{undoing['id']}/start")
    assert (await carry_out(office, lead, undoing["id"]))["done"] == 3
    assert [await tags_of(lead, number) for number in numbers] == [[], [], []]


async def test_what_is_refused_is_a_problem_of_its_own(office: Office) -> None:
    lead, numbers = await several(office, 2)
    await lead.post(f"/tickets/{numbers[0]}/close", {"reason": "not_needed"})
    id = (await planned(lead, numbers, add_tags=["vip"]))["id"]
    await lead.post(f"/operations/{id}/start")
    found = await carry_out(office, lead, id)
    assert (found["done"], found["failed"]) == (1, 1)
    (problem,) = (await lead.get(f"/operations/{id}/problems")).json()
    told = problem["problem"]
    assert (told["code"], told["number"], told["status"]) == ("ticket.closed", numbers[0], 409)
    assert told["title"] != told["code"] and told["remedy"]
    file = await lead.get(f"/operations/{id}/problems.csv")
    heading, row = file.content.decode("utf-8-sig").splitlines()
    assert (heading, row.startswith(f"{numbers[0]},ticket.closed,{told['title']},")) == (
        "number,code,title,remedy,faults",
        True,
    )


async def test_rights_are_those_of_the_moment_at_which_it_comes_to_a_ticket(office: Office) -> None:
    lead, numbers = await several(office, 2)
    id = (await planned(lead, numbers, add_tags=["vip"]))["id"]
    await lead.post(f"/operations/{id}/start")
    async with office.services.db.write(office.id) as tx:
        tx.put("update member set active = false where workspace_id = %(workspace)s and person_id = %(id)s", id=lead.id)
    for _ in range(5):
        await runner.step(work(office))
    async with office.read() as tx:
        (row,) = await tx.rows(dict, "select state, done, fault from operation where workspace_id = %(workspace)s")
    assert row == {"state": "failed", "done": 0, "fault": "actor_gone"}


async def test_an_undoing_that_was_planned_in_time_is_too_late_when_it_is_started_too_late(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    with clock.played(clock.now() - timedelta(hours=1)):
        number = await office.ticket(await office.customer(), team="service")
        await agent.post(f"/tickets/{number}/claim")
        id = (await planned(agent, [number], add_tags=["vip"]))["id"]
        await agent.post(f"/operations/{id}/start")
        await carry_out(office, agent, id)
        undoing = (await agent.post(f"/operations/{id}/undo")).json()["id"]
    await agent.post(f"/operations/{undoing}/start")
    assert (await carry_out(office, agent, undoing))["failed"] == 1
    (problem,) = (await agent.get(f"/operations/{undoing}/problems")).json()
    assert problem["problem"]["code"] == "ticket.undo_over"
    assert await tags_of(agent, number) == ["vip"]


async def test_an_undoing_that_was_started_in_time_is_done_however_long_it_waits(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    with clock.played(clock.now() - timedelta(hours=1)):
        number = await office.ticket(await office.customer(), team="service")
        await agent.post(f"/tickets/{number}/claim")
        id = (await planned(agent, [number], add_tags=["vip"]))["id"]
        await agent.post(f"/operations/{id}/start")
        await carry_out(office, agent, id)
        undoing = (await agent.post(f"/operations/{id}/undo")).json()["id"]
        await agent.post(f"/operations/{undoing}/start")
    assert (await carry_out(office, agent, undoing))["done"] == 1
    assert await tags_of(agent, number) == []


async def test_what_was_given_to_another_team_is_taken_back(office: Office) -> None:
    lead, numbers = await several(office, 2)
    id = (await planned(lead, numbers, team="engineering"))["id"]
    await lead.post(f"/operations/{id}/start")
    await carry_out(office, lead, id)
    undoing = (await lead.post(f"/operations/{id}/undo")).json()["id"]
    await lead.post(f"/operations/{undoing}/start")
    assert (await carry_out(office, lead, undoing))["done"] == 2


async def test_whoever_did_not_start_it_finds_nothing(office: Office) -> None:
    lead, numbers = await several(office, 1)
    id = (await planned(lead, numbers, add_tags=["vip"]))["id"]
    other = await office.member("别人", "system_admin")
    answers = [await other.post(f"/operations/{id}/{what}") for what in ("start", "cancel", "undo")]
    assert [one.status_code for one in answers] == [404, 404, 404]


async def test_one_that_waits_can_be_cancelled_and_one_that_ended_cannot(office: Office) -> None:
    lead, numbers = await several(office, 1)
    id = (await planned(lead, numbers, add_tags=["vip"]))["id"]
    await lead.post(f"/operations/{id}/start")
    assert (await lead.post(f"/operations/{id}/cancel")).json()["state"] == "cancelled"
    assert (await lead.post(f"/operations/{id}/start")).status_code == 409


async def test_one_that_runs_is_cancelled_after_its_chunk_and_what_was_done_is_undone(office: Office) -> None:
    lead, numbers = await several(office, 40)
    id = (await planned(lead, numbers, add_tags=["vip"]))["id"]
    await lead.post(f"/operations/{id}/start")
    shown: list[Operation] = []
    worker = asyncio.create_task(runner.step(work(office, shown)))
    while not (await lead.get(f"/operations/{id}")).json()["done"]:
        await asyncio.sleep(0.005)
    assert (await lead.post(f"/operations/{id}/cancel")).json()["state"] in ("cancelling", "cancelled")
    await worker
    found = (await lead.get(f"/operations/{id}")).json()
    assert found["state"] == "cancelled" and 0 < found["done"] < 40
    assert (shown[0].state, shown[-1].state, shown[-1].done) == ("running", "cancelled", found["done"])
    undoing = (await lead.post(f"/operations/{id}/undo")).json()
    assert undoing["total"] == found["done"]
    await lead.post(f"/operations/{undoing['id']}/start")
    assert (await carry_out(office, lead, undoing["id"]))["done"] == found["done"]
    assert [number for number in numbers if await tags_of(lead, number)] == []


async def test_a_worker_whose_lease_is_gone_writes_nothing(office: Office, owner_url: str) -> None:
    lead, numbers = await several(office, 1)
    id = (await planned(lead, numbers, add_tags=["vip"]))["id"]
    await lead.post(f"/operations/{id}/start")
    async with office.services.db.write(office.id) as tx:
        tx.put("update operation set state = 'running', holder = 'other', lease_until = now() + interval '1 hour'"
               " where workspace_id = %(workspace)s")  # fmt: skip
    with pytest.raises(runner.LeaseLost):
        await runner._carry_out(work(office), office.id, id, "mine")
    assert await tags_of(lead, numbers[0]) == []


async def test_an_item_that_lost_a_deadlock_is_tried_again(office: Office, owner_url: str) -> None:
    lead, numbers = await several(office, 1)
    id = (await planned(lead, numbers, add_tags=["vip"]))["id"]
    await lead.post(f"/operations/{id}/start")
    ticket = "select from ticket where workspace_id = %s for update", [office.id]
    async with (
        await psycopg.AsyncConnection.connect(owner_url) as one,
        await psycopg.AsyncConnection.connect(owner_url) as other,
    ):
        for connection in (one, other):
            await connection.execute("select set_config('gongdan.workspace', %s, false)", [str(office.id)])
        await one.execute(*ticket)
        worker = asyncio.create_task(runner.step(work(office)))
        while (await lead.get(f"/operations/{id}")).json()["state"] != "running":
            await asyncio.sleep(0.02)
        await other.execute("select from operation where workspace_id = %s and id = %s for update", [office.id, id])
        await one.rollback()
        await asyncio.sleep(0.3)  # the worker has the ticket now, and waits for the operation
        await other.execute(*ticket)
        await other.rollback()
        await asyncio.gather(worker, return_exceptions=True)
    await die(office, 0, owner_url)
    found = await carry_out(office, lead, id)
    assert (found["done"], found["failed"]) == (1, 0)


@pytest.mark.timeout(120 + MANY)
async def test_however_often_workers_die_each_item_is_done_once_and_undone(office: Office, owner_url: str) -> None:
    lead, numbers = await several(office, MANY)
    id = (await planned(lead, numbers, add_tags=["vip"]))["id"]
    await lead.post(f"/operations/{id}/start")
    dice = random.Random(7)
    for _ in range(12):
        await die(office, dice.uniform(0.005, 0.08), owner_url)
    await carry_out(office, lead, id)
    undoing = (await lead.post(f"/operations/{id}/undo")).json()["id"]
    await lead.post(f"/operations/{undoing}/start")
    for _ in range(6):
        await die(office, dice.uniform(0.005, 0.08), owner_url)
    found = await carry_out(office, lead, undoing)
    assert (found["done"], found["failed"]) == (MANY, 0)
    async with office.read() as tx:
        counts = await tx.rows(
            tuple,
            """
            select kind, count(*), count(distinct stream_id) from event
             where workspace_id = %(workspace)s and command_id = any(%(ids)s)
             group by kind order by kind
            """,
            ids=[id, undoing],
        )
    assert counts == [("ticket.tagged", MANY, MANY), ("ticket.undone", MANY, MANY)]


async def die(office: Office, after_s: float, owner_url: str) -> None:
    """A worker begins, and is no more in the middle of whatever it does; its lease runs out."""
    task = asyncio.create_task(runner.step(work(office)))
    await asyncio.sleep(after_s)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with await psycopg.AsyncConnection.connect(owner_url, autocommit=True) as owner:
        await owner.execute(
            "update operation set lease_until = now() - interval '1 second' where workspace_id = %s and holder is not null",
            [office.id],
        )


@pytest.mark.parametrize(("items", "took_s", "size"), [(10, 0.02, 20), (10, 0.2, 5), (40, 0.01, 50), (1, 9.0, 1)])
def test_chunks_adapt(items: int, took_s: float, size: int) -> None:
    assert runner.next_size(items, took_s, 50) == size


async def test_a_beat_that_fails_is_made_up_for_by_the_next(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    beats: list[int] = []

    async def failing(tx: Any, id: int, holder: str) -> None:
        beats.append(id)
        if len(beats) == 1:
            raise psycopg.OperationalError("the server went away")

    monkeypatch.setattr(runner, "BEAT_S", 0.01)
    monkeypatch.setattr(runner.rows, "renew", failing)
    async with runner._beating(office.services.db, office.id, 7, "w"):
        await eventually(lambda: len(beats) > 2)
