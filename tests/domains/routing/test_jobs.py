"""When the router runs: on what brings it work, and on what brings somebody room."""

from gongdan.domains.routing.public import route
from tests.kit import Office
from tests.support import worker


async def deliver(office: Office) -> None:
    """What the worker does with the router's part of the log."""
    await worker.deliver(office, "router")


async def assignee(office: Office, number: str) -> int | None:
    async with office.read() as tx:
        row = await tx.row(
            tuple,
            "select assignee_id from ticket where workspace_id = %(workspace)s and number = %(number)s",
            number=number,
        )
    assert row is not None
    return row[0]


async def test_a_new_ticket_is_given_to_who_is_there(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    await deliver(office)
    number = await office.ticket(await office.customer())
    await deliver(office)
    assert await assignee(office, number) == agent.id


async def test_a_ticket_that_waits_is_given_to_the_first_who_arrives(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    await office.be("offline", agent)
    number = await office.ticket(await office.customer())
    await deliver(office)
    assert await assignee(office, number) is None
    await office.be("available", agent)
    await deliver(office)
    assert await assignee(office, number) == agent.id


async def test_the_round_finds_what_nobody_rang_for(office: Office) -> None:
    agent = await office.member("李雷", tech=False)
    number = await office.ticket(await office.customer())
    await route(office.services.uow, office.services.rules, office.id)
    assert await assignee(office, number) == agent.id
