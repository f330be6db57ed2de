"""Running clocks after a release (spec 03, clocks 8)."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.operations.public import Work, step
from gongdan.domains.policy.presets import standard
from gongdan.domains.sla.public import PROMISES, foresee, recomputing, replayed
from gongdan.domains.tickets.public import Case, WorkspaceFacts, commands
from gongdan.kernel import clock
from tests.kit import Office

pytestmark = pytest.mark.anyio


def halved() -> PolicyBundle:
    """The shipped policy with half the time for everything."""
    plain: Any = msgspec.to_builtins(standard([2026]))
    for policy in plain["sla"]:
        for target in policy["targets"]:
            target["amount"] = max(target["amount"] // 2, 1)
    return msgspec.convert(plain, PolicyBundle)


def clocks_of(case: Any) -> list[Any]:
    return [clock for one in case[PROMISES] for clock in one.clocks]


async def measure_anew(office: Office) -> list[dict[str, Any]]:
    """What workers do after a release; returns the operations that it took, latest last."""
    services = office.services
    async with office.read() as tx:
        released = await services.log.stream(tx, "release", office.id)
    async with services.db.write(office.id) as writing:
        await recomputing(services.db).handle(writing, released[-1:])
    while await step(Work(services.db, wiring.operation_kinds(services))):
        pass
    async with office.read() as tx:
        return await tx.rows(
            dict, "select state, total, done, unchanged from operation where workspace_id = %(workspace)s order by id"
        )


async def case_of(office: Office, number: str) -> Case:
    async with office.desk() as desk:
        return await desk.case(number, "ticket.read")


async def test_after_a_release_the_clocks_of_open_tickets_equal_their_recomputation(office: Office) -> None:
    customer, lead = await office.customer(), await office.member("总监", "director", service=True)
    numbers = [await office.ticket(customer, priority=priority, team="service") for priority in ("P1", "P2", "P3")]
    closed = await office.ticket(customer, team="service")
    async with lead.desk() as desk:
        await commands.close(desk, await desk.case(closed, "ticket.close"), reason="not_needed", seen=None)
    before = {number: await case_of(office, number) for number in (*numbers, closed)}
    release = await office.publish(halved())

    (found,) = await measure_anew(office)

    assert (found["state"], found["done"]) == ("done", found["total"])
    rules = {n: await office.services.rules(office.id, n) for n in (1, release)}
    for number in numbers:
        case = await case_of(office, number)
        async with office.read() as tx:
            log = await office.services.log.stream(tx, "ticket", case.live.id)
        ticket, book = replayed(log, case.requester, rules, clock.now())
        assert ticket == case.live
        assert set(clocks_of(case)) == set(book)
        new, old = (next(one for one in clocks_of(c) if one.metric == "resolution") for c in (case, before[number]))
        assert new.due_at and old.due_at and new.due_at < old.due_at
    assert (await case_of(office, closed)).live == before[closed].live
    again = (await measure_anew(office))[-1]
    assert (again["done"], again["unchanged"]) == (0, again["total"])


async def test_what_is_undone_after_a_release_is_measured_by_the_release_of_each_time(office: Office) -> None:
    lead = await office.member("总监", "director", service=True)
    number = await office.ticket(await office.customer(), priority="P2", team="service", assignee_id=lead.id)
    await lead.post(f"/tickets/{number}/accept", {})
    deed = await lead.post(f"/tickets/{number}/moves", {"to": "waiting"})
    assert deed.is_success, deed.text
    seq = (await case_of(office, number)).live.version
    release = await office.publish(halved())

    undone = await lead.post(f"/tickets/{number}/undo", {"of": seq})

    assert undone.is_success, undone.text
    case = await case_of(office, number)
    rules = {n: await office.services.rules(office.id, n) for n in (1, release)}
    async with office.read() as tx:
        log = await office.services.log.stream(tx, "ticket", case.live.id)
        timers = await tx.rows(
            dict,
            """
            select key, fire_at from timer
             where workspace_id = %(workspace)s and owner = 'sla' and subject = %(ticket)s
            """,
            ticket=case.live.id,
        )
    ticket, book = replayed(log, case.requester, rules, clock.now())
    assert ticket == case.live
    assert set(clocks_of(case)) == set(book)
    resolution = next(one for one in book if one.metric == "resolution")
    assert [part.kind for part in resolution.segments] == ["running"], "the pause never was"
    assert {one["key"]: one["fire_at"] for one in timers} == {
        f"{one.metric}.{one.cycle}": one.next_at for one in book if one.next_at
    }


async def test_a_limit_that_is_over_under_the_new_release_is_broken_by_it(office: Office) -> None:
    customer = await office.customer()
    number = await office.ticket(customer, priority="P0", team="service")
    case = await case_of(office, number)
    past = case.live.created_at - timedelta(minutes=12)
    async with office.services.db.write(office.id) as tx:
        for row in clocks_of(case):
            segments = tuple(msgspec.structs.replace(part, start=past.replace(microsecond=0)) for part in row.segments)
            aged = msgspec.structs.replace(row, segments=segments, counts_from=past.replace(microsecond=0))
            tx.put(
                """
                update ticket_clock set body = %(body)s
                 where workspace_id = %(workspace)s and ticket_id = %(ticket)s and metric = %(metric)s
                """,
                body=aged,
                ticket=row.ticket_id,
                metric=row.subject,
            )
    await office.publish(halved())
    await measure_anew(office)
    broken = [one for one in clocks_of(await case_of(office, number)) if one.breached_at is not None]
    assert [(one.metric, one.breach_cause) for one in broken] == [("first_response", "retarget")]


async def test_what_a_draft_would_move_is_foreseen_and_nothing_is_written(office: Office) -> None:
    customer = await office.customer()
    number = await office.ticket(customer, priority="P1", team="service")
    before = await case_of(office, number)
    facts = WorkspaceFacts(id=office.id, number_prefix="GD", zone="Asia/Shanghai", locale="zh-CN")
    draft = wiring.compile_rules(facts, 2, halved())
    foreseen = await foresee(office.services.uow, office.id, 1, draft)
    assert foreseen and {one.number for one in foreseen} == {number}
    assert await case_of(office, number) == before
    await office.publish(halved())
    await measure_anew(office)
    due = {one.subject: one.due_at for one in clocks_of(await case_of(office, number))}
    assert {one.subject: one.due_after for one in foreseen} == {one.subject: due[one.subject] for one in foreseen}


async def test_each_open_ticket_is_of_one_item_whatever_lies_between(office: Office) -> None:
    """Items name the first of several; those that were closed between them belong to none."""
    customer, lead = await office.customer(), await office.member("总监", "director", service=True)
    numbers = [await office.ticket(customer, priority="P2", team="service") for _ in range(13)]
    for number in numbers[::4]:
        async with lead.desk() as desk:
            await commands.close(desk, await desk.case(number, "ticket.close"), reason="not_needed", seen=None)
    before = {number: await case_of(office, number) for number in numbers}
    await office.publish(halved())
    (found,) = await measure_anew(office)
    assert found == {"state": "done", "total": 2, "done": 2, "unchanged": 0}
    after = {number: await case_of(office, number) for number in numbers}
    assert [number for number in numbers if clocks_of(after[number]) == clocks_of(before[number])] == numbers[::4]


async def test_nobody_asks_for_the_work_of_a_release_and_nobody_else_finds_it(office: Office) -> None:
    lead = await office.member("总监", "director", service=True)
    await office.ticket(await office.customer(), team="service")
    await office.publish(halved())
    await measure_anew(office)
    refused = await lead.post("/operations", {"kind": "sla.recompute", "params": {"release": 1}})
    assert (refused.status_code, refused.json()["faults"][0]["code"]) == (422, "unknown_key")
    assert (await lead.get("/operations")).json() == []
