"""Running clocks after a release (spec 03, clocks 8)."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.sla.public import PROMISES, foresee, recompute, replayed
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

    moved = await recompute(office.services.uow, office.id)

    assert {one.number for one in moved} == set(numbers)
    rules = {n: await office.services.rules(office.id, n) for n in (1, release)}
    for number in numbers:
        case = await case_of(office, number)
        async with office.read() as tx:
            log = await office.services.log.stream(tx, "ticket", case.live.id)
        ticket, book = replayed(log, case.requester, rules, clock.now())
        assert ticket == case.live
        assert set(clocks_of(case)) == set(book)
        mine = [one for one in moved if one.number == number and one.subject == "resolution"]
        old = next(one for one in clocks_of(before[number]) if one.metric == "resolution")
        assert [one.due_before for one in mine] == [old.due_at]
        assert all(one.due_after and one.due_before and one.due_after < one.due_before for one in mine)
    assert (await case_of(office, closed)).live == before[closed].live
    assert await recompute(office.services.uow, office.id) == []


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
    moved = await recompute(office.services.uow, office.id)
    assert [one.subject for one in moved if one.breaks] == ["first_response"]
    first = next(one for one in clocks_of(await case_of(office, number)) if one.metric == "first_response")
    assert first.breach_cause == "retarget"


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
    done = await recompute(office.services.uow, office.id)
    assert [(one.subject, one.due_before, one.due_after) for one in done] == [
        (one.subject, one.due_before, one.due_after) for one in foreseen
    ]
