"""As it was (spec 02): the log alone rebuilds the ticket and its clocks, now and at every instant before."""

import random
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from gongdan.domains.inbox.detail.past import as_it_is, as_it_was, logged
from gongdan.domains.inbox.detail.read import Asking, LoadedDetail, find
from gongdan.domains.tickets.public import Ticket, Words, commands
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from gongdan.wiring import SUBJECTS
from tests.kit import Office, Visitor

Step = Callable[[Office, Visitor, Visitor, str], Awaitable[Any]]


async def _reply(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with agent.desk() as desk:
        await commands.reply(desk, await desk.case(number, "ticket.reply"), Words(text="请重试。"), seen=None)


async def _write(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        await commands.customer_writes(desk, case, Words(text="还是不行。"), machine=False, by=customer.id)


async def _note(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with agent.desk() as desk:
        await commands.note(
            desk, await desk.case(number, "ticket.note"), Words(text="查过日志。", mentions=(agent.id,))
        )


async def _accept(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)


async def _edit(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with agent.desk() as desk:
        await commands.set_fields(
            desk, await desk.case(number, "ticket.edit"), {"priority": "P0", "title": "仍无法登录"}, seen=None
        )


async def _tag(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with agent.desk() as desk:
        await commands.set_tags(desk, await desk.case(number, "ticket.tag"), add=("vip",), remove=("登录",))


async def _wait(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with agent.desk() as desk:
        await commands.move(desk, await desk.case(number, "ticket.move"), to="waiting", reason=None, seen=None)


async def _resolve(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with agent.desk() as desk:
        await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)


async def _reopen(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with office.desk() as desk:
        await commands.reopen(desk, await desk.case(number, "ticket.reopen"), words=None)


async def _undo(office: Office, agent: Visitor, customer: Visitor, number: str) -> None:
    async with agent.desk() as desk:
        await commands.undo(desk, await desk.case(number, "ticket.read"), of=None)


STEPS: Sequence[Step] = (_reply, _write, _note, _accept, _edit, _tag, _wait, _resolve, _reopen, _undo, _undo)


async def loaded(office: Office, reader: Visitor, number: str) -> LoadedDetail:
    rules = await office.services.rules(office.id, 1)
    async with office.read() as tx:
        asking = Asking(authority=reader.authority, rules=rules, key=b"k" * 32, now=clock.now())
        return await find(tx, asking, number, is_whole=True)


@pytest.mark.parametrize("seed", range(8))
async def test_the_log_rebuilds_the_live_ticket_and_its_clocks(office: Office, seed: int) -> None:
    """Whatever happened to it and whenever, and whatever of that was refused: as-of now equals the live row, and later,
    as-of then still equals what was live then."""
    chance, now = random.Random(seed), datetime(2026, 3, 5, 1, 0, tzinfo=UTC)
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    lead, rules = await office.member("韩梅梅", "director"), await office.services.rules(office.id, 1)
    live: list[tuple[datetime, Ticket, list[Any]]] = []
    with clock.played(now):
        number = await office.ticket(customer, team="service", assignee_id=agent.id, tags=("登录",))
    for step in chance.choices(STEPS, k=12):
        now += chance.choice((timedelta(seconds=20), timedelta(minutes=40), timedelta(hours=7), timedelta(days=3)))
        try:
            with clock.played(now):
                await step(office, agent, customer, number)
        except Refusal:
            continue
        found = await loaded(office, lead, number)
        state = as_it_is(found, lead.authority, rules, now)
        live.append((now, state.ticket, key_sorted(state.clocks)))
        for then, ticket, clocks in live:
            was = as_it_was(found, {1: rules}, then)
            assert (was.ticket, key_sorted(was.clocks)) == (ticket, clocks)


def key_sorted(clocks: Any) -> list[Any]:
    return sorted(clocks, key=lambda row: (row.metric, row.cycle))


async def test_folding_the_log_rebuilds_the_row(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    await _accept(office, agent, customer, number)
    found = await loaded(office, agent, number)
    ticket: Ticket | None = None
    for one in logged(found.events, found, SUBJECTS):
        ticket = SUBJECTS.fold(ticket, one)
    assert ticket is not None
    assert msgspec.structs.asdict(ticket).items() <= msgspec.structs.asdict(found.ticket).items()


async def test_the_past_shows_what_was_there_then_and_allows_nothing(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    await _accept(office, agent, customer, number)
    then = clock.now()
    await _reply(office, agent, customer, number)
    await _resolve(office, agent, customer, number)
    past = (await agent.get(f"/tickets/{number}", as_of=then.isoformat())).json()
    now = (await agent.get(f"/tickets/{number}")).json()
    assert (past["status"], now["status"]) == ("in_progress", "resolved")
    assert "请重试。" not in str(past["timeline"])
    assert past["first_response_at"] is None
    assert past["allowed"] == {} and past["moves"] == []
    assert all(entry["at"] <= past["updated_at"] for entry in past["timeline"])


async def test_before_its_opening_there_is_no_ticket(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    before = clock.now() - timedelta(days=1)
    number = await office.ticket(customer, team="service")
    answer = await agent.get(f"/tickets/{number}", as_of=before.isoformat())
    assert (answer.status_code, answer.json()["faults"][0]["code"]) == (422, "inbox.before_opening")


async def test_a_ticket_that_changed_its_type_after_releases_is_told_as_it_was_before(office: Office) -> None:
    """Each release changes every workflow, so that the ticket ran on versions that none of the later ones has."""
    lead, customer = await office.member("韩梅梅", "system_admin"), await office.customer()
    number = await office.ticket(customer)
    first = (await lead.get(f"/tickets/{number}")).json()
    found, other = _with_a_second_flow((await lead.get("/policy")).json()["bundle"], first["type"])
    seen: list[tuple[datetime, Any]] = []

    async def changed(name: str, **values: Any) -> None:
        await _publish(lead, found, name)
        answer = await lead.call("PATCH", f"/tickets/{number}", json=values)
        assert answer.status_code == 200, answer.text
        now = (await lead.get(f"/tickets/{number}")).json()
        seen.append((clock.now(), (now["type"], now["status"], now["priority"], now["title"])))

    await changed("二", priority="P1")
    await changed("三", type=other)
    await changed("四", title="换一个标题")
    await changed("五", type=first["type"])
    await changed("六", priority="P2")
    office.services.rules._kept.clear()  # as after a restart
    for then, was in seen:
        answer = await lead.get(f"/tickets/{number}", as_of=then.isoformat())
        assert answer.status_code == 200, answer.text
        told = answer.json()
        assert (told["type"], told["status"], told["priority"], told["title"]) == was


def _with_a_second_flow(bundle: dict[str, Any], kept: str) -> tuple[dict[str, Any], str]:
    """The bundle with a workflow of its own for a type that is not ``kept``, and that type."""
    other = next(one for one in bundle["types"] if one["key"] != kept)
    flow = next(one for one in bundle["workflows"] if one["key"] == other["workflow"])
    types = [
        one | {"category_roots": [], "workflow": "second" if one is other else one["workflow"]}
        for one in bundle["types"]
    ]
    return bundle | {"types": types, "workflows": [*bundle["workflows"], flow | {"key": "second"}]}, other["key"]


async def _publish(lead: Visitor, bundle: dict[str, Any], name: str) -> None:
    """A release in which every status of every workflow is called otherwise."""
    flows = [
        flow
        | {"statuses": [one | {"name": {"zh-CN": f"{one['key']}{name}", "en": one["key"]}} for one in flow["statuses"]]}
        for flow in bundle["workflows"]
    ]
    answer = await lead.post("/policy/releases", {"bundle": bundle | {"workflows": flows}})
    assert answer.status_code == 201, answer.text
