"""Timers of tickets: a firing is a command at the due instant, whoever fires it and however late (spec 01, timers)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from msgspec import UNSET

from gongdan import wiring
from gongdan.domains.routing.public import assign
from gongdan.domains.tickets.public import commands
from gongdan.infra.db.tx import Query
from gongdan.infra.timers.fire import DueTimer
from tests.kit import Office, Visitor


async def timers(office: Office) -> list[DueTimer]:
    """All timers of the workspace, as a sweep at their instants would hold them, earliest first."""
    async with office.read() as tx:
        return await tx.rows(
            DueTimer,
            """
            select workspace_id, owner, subject, key, generation, fire_at, 1 as attempts
              from timer
             where workspace_id = %(workspace)s
             order by fire_at
            """,
        )


async def fire(office: Office, due: Sequence[DueTimer]) -> None:
    handlers = wiring.timers(office.services)
    for owner in {one.owner for one in due}:
        await handlers[owner](office.id, [one for one in due if one.owner == owner])


async def events(office: Office, *kinds: str) -> list[Any]:
    async with office.read() as tx:
        (rows,) = await tx.gather(
            Query(
                tuple,
                "select kind, at from event where workspace_id = %(workspace)s and kind = any(%(kinds)s) order by at, seq",
                {"kinds": list(kinds)},
            )
        )
    return rows


async def given_to(office: Office, agent: Visitor) -> str:
    """A ticket that waits to be accepted by ``agent``."""
    number = await office.ticket(await office.customer())
    lead = await office.member("周主管", "system_admin")
    async with lead.desk() as desk:
        await assign(
            desk,
            await desk.case(number, "ticket.assign"),
            team=UNSET,
            assignee_id=agent.id,
            above_capacity=False,
            seen=None,
        )
    return number


async def test_a_status_limit_acts_at_its_due_instant(office: Office) -> None:
    await given_to(office, await office.member("李雷", tech=False))
    (accept,) = [one for one in await timers(office) if one.key == "assigned.accept"]
    await fire(office, [accept])
    (reminded,) = await events(office, "ticket.staff_reminded")
    assert reminded[1] == accept.fire_at
    async with office.read() as tx:
        (row,) = await tx.rows(tuple, "select status, assignee_id from ticket where workspace_id = %(workspace)s")
    assert row == ("new", None)


async def test_a_broken_promise_is_recorded_at_its_due_instant(office: Office) -> None:
    await given_to(office, await office.member("李雷", tech=False))
    due = [one for one in await timers(office) if one.owner == "sla"]
    await fire(office, due)
    breaches = await events(office, "ticket.clock_warned", "ticket.clock_breached")
    assert breaches
    assert {at for _, at in breaches} <= {one.fire_at for one in due}


async def test_a_timer_fires_once_whoever_else_tries(office: Office) -> None:
    await given_to(office, await office.member("李雷", tech=False))
    (accept,) = [one for one in await timers(office) if one.key == "assigned.accept"]
    await fire(office, [accept])
    await fire(office, [accept])
    assert len(await events(office, "ticket.staff_reminded")) == 1


async def test_what_happened_in_time_leaves_the_timer_nothing_to_do(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    number = await given_to(office, agent)
    (accept,) = [one for one in await timers(office) if one.key == "assigned.accept"]
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    await fire(office, [accept])
    assert not await events(office, "ticket.staff_reminded")


@pytest.mark.parametrize("count", [1, 3])
async def test_one_call_fires_the_timers_of_many_tickets(office: Office, count: int) -> None:
    agent = await office.member("李雷", "system_admin", tech=False)
    for _ in range(count):
        await given_to(office, agent)
    await fire(office, await timers(office))
    assert len(await events(office, "ticket.staff_reminded")) == count


async def test_a_timer_of_a_ticket_that_is_gone_is_taken_away(office: Office) -> None:
    await given_to(office, await office.member("李雷", tech=False))
    (accept,) = [one for one in await timers(office) if one.key == "assigned.accept"]
    orphan = DueTimer(**{**{n: getattr(accept, n) for n in accept.__struct_fields__}, "subject": 1, "key": "gone"})
    async with office.services.db.plain() as connection:
        await connection.execute(
            "insert into timer (workspace_id, owner, subject, key, generation, fire_at) values (%s, %s, %s, %s, %s, %s)",
            [office.id, orphan.owner, orphan.subject, orphan.key, orphan.generation, orphan.fire_at],
        )
    await fire(office, [orphan])
    assert not [one for one in await timers(office) if one.key == "gone"]


@pytest.mark.parametrize(("priority", "wanted"), [("P0", 15), ("P1", 30), ("P2", 30), ("P3", 30)])
async def test_an_unaccepted_ticket_is_acted_upon_after_half_an_hour_or_its_first_response_target(
    office: Office, priority: str, wanted: int
) -> None:
    agent = await office.member("李雷", "agent", service=False)
    await office.ticket(await office.customer(), priority=priority, team="service", assignee_id=agent.id)
    (assigned,) = await events(office, "ticket.assigned")
    (limit,) = [one for one in await timers(office) if one.key == "assigned.accept"]
    assert limit.fire_at - assigned[1] <= timedelta(minutes=wanted) < limit.fire_at - assigned[1] + timedelta(seconds=2)


async def test_raising_the_priority_of_an_unaccepted_ticket_shortens_its_limit(office: Office) -> None:
    lead, agent = await office.member("周主管", "director"), await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), priority="P2", team="service", assignee_id=agent.id)
    (before,) = [one.fire_at for one in await timers(office) if one.key == "assigned.accept"]
    assert (await lead.call("PATCH", f"/tickets/{number}", json={"priority": "P0"})).status_code == 200
    (after,) = [one.fire_at for one in await timers(office) if one.key == "assigned.accept"]
    assert timedelta(minutes=14) < before - after < timedelta(minutes=16)
