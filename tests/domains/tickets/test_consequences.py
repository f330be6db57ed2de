"""What follows from a status and from who acts, on every path (spec 02, decided after first use)."""

from typing import Any

import msgspec
import pytest
from msgspec import UNSET

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.routing.public import assign
from gongdan.domains.tickets import errors
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.public import Ticket, Words, commands
from tests.domains.tickets.life import AGENT, LEAD, OTHER, SYSTEM, TEAM_LEAD, Life
from tests.kit import Office, Visitor, found_office


def at_work() -> Life:
    life = Life()
    life.assign()
    life.accept()
    return life


# --- the new status ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["assigned", "in_progress"])
def test_a_move_by_hand_to_new_unassigns_and_routes_again_to_somebody_else(status: str) -> None:
    life = Life()
    life.assign()
    if status == "in_progress":
        life.accept()
    life.do(i.MoveTo(status="new"), by=LEAD, who=TEAM_LEAD)
    assert (life.ticket.status, life.ticket.assignee_id) == ("new", None)
    assert life.ticket.routing_since == life.now
    assert life.ticket.not_to == (AGENT,)


def test_a_rule_that_moves_to_new_does_the_same() -> None:
    life = at_work()
    life.do(i.MoveTo(status="new"), by=None, who=SYSTEM)
    assert (life.ticket.assignee_id, life.ticket.routing_since) == (None, life.now)


def test_a_ticket_taken_from_its_assignee_waits_once() -> None:
    life = at_work()
    found = life.do(i.Assign(to=None, way="hand"), by=LEAD, who=TEAM_LEAD)
    assert life.ticket.status == "new"
    assert found.count("ticket.routing_asked") == 0, "it waits since it was taken"


# --- accepting -----------------------------------------------------------------------------------------------------


def test_the_assignees_public_reply_accepts() -> None:
    life = Life()
    life.assign()
    life.later(minutes=2).agent_replies()
    assert (life.ticket.status, life.ticket.accepted_at) == ("in_progress", life.now)
    assert life.clock("accept").state == "met"


def test_somebody_elses_reply_does_not() -> None:
    life = Life()
    life.assign(OTHER)
    life.agent_replies()
    assert (life.ticket.status, life.ticket.accepted_at) == ("assigned", None)


def test_the_assignees_own_move_to_work_accepts() -> None:
    life = Life()
    life.assign()
    found = life.do(i.MoveTo(status="in_progress"))
    assert life.ticket.accepted_at == life.now
    assert found.count("ticket.accepted") == 1
    assert life.clock("accept").state == "met"


# --- handing over --------------------------------------------------------------------------------------------------


def test_a_hand_over_at_work_goes_back_to_assigned_and_begins_a_new_acceptance() -> None:
    life = at_work()
    life.later(minutes=20).do(i.Assign(to=OTHER, way="hand"))
    assert (life.ticket.status, life.ticket.assignee_id, life.ticket.accepted_at) == ("assigned", OTHER, None)
    clock = life.clock("accept")
    assert (clock.state, clock.started_at) == ("running", life.now)


@pytest.mark.parametrize("status", ["assigned", "waiting"])
def test_elsewhere_it_stays_and_begins_a_new_acceptance(status: str) -> None:
    life = Life()
    life.assign()
    if status == "waiting":
        life.accept()
        life.do(i.MoveTo(status="waiting"))
    life.later(minutes=20).do(i.Assign(to=OTHER, way="hand"))
    assert (life.ticket.status, life.ticket.accepted_at) == (status, None)
    assert life.clock("accept").started_at == life.now


def test_who_takes_it_over_is_at_it() -> None:
    life = at_work()
    life.do(i.Assign(to=OTHER, way="hand"), by=OTHER)
    assert (life.ticket.status, life.ticket.assignee_id) == ("in_progress", OTHER)


# --- through the doors ---------------------------------------------------------------------------------------------


async def now(office: Office, number: str) -> Ticket:
    async with office.desk() as desk:
        return (await desk.case(number, "ticket.read")).live


async def moved(by: Visitor, number: str, to: str) -> None:
    async with by.desk() as desk:
        await commands.move(desk, await desk.case(number, "ticket.move"), to=to, reason=None, seen=None)


async def work(office: Office, agent: Visitor, **given: Any) -> str:
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id, **given)
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    return number


@pytest.mark.anyio
async def test_a_lead_who_moves_a_ticket_to_work_has_it_then(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    lead = await office.member("组长", "lead", service=True)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    await moved(lead, number, "in_progress")
    ticket = await now(office, number)
    assert (ticket.status, ticket.assignee_id) == ("in_progress", lead.id)
    assert ticket.accepted_at is not None


@pytest.mark.anyio
async def test_who_is_not_of_the_team_moves_it_and_does_not_get_it(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    admin = await office.member("管理员", "admin")
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    await moved(admin, number, "in_progress")
    ticket = await now(office, number)
    assert (ticket.status, ticket.assignee_id) == ("in_progress", agent.id)


@pytest.mark.anyio
async def test_a_members_reply_claims_what_nobody_has(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service")
    assert (await agent.post(f"/tickets/{number}/replies", {"text": "您好,正在看。"})).status_code == 201
    ticket = await now(office, number)
    assert (ticket.status, ticket.assignee_id) == ("in_progress", agent.id)
    assert ticket.first_response_at == ticket.accepted_at


@pytest.mark.anyio
async def test_who_is_full_or_of_another_team_or_only_notes_claims_nothing(asgi: Any) -> None:
    plain: Any = msgspec.to_builtins(standard([2026]))
    plain["dispatch"]["classes"] = [{"key": "all", "priorities": ["P0", "P1", "P2", "P3"], "limit": 1}]
    office = await found_office(asgi, bundle=msgspec.convert(plain, PolicyBundle))
    full = await office.member("已满", "agent", service=False)
    await work(office, full)
    admin, note = await office.member("管理员", "admin"), await office.member("记录", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service")
    for person, what in ((full, "replies"), (admin, "replies"), (note, "notes")):
        assert (await person.post(f"/tickets/{number}/{what}", {"text": "您好"})).status_code == 201
        assert (await now(office, number)).assignee_id is None


@pytest.mark.anyio
async def test_another_team_takes_over_and_the_giver_keeps_sight(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    lead = await office.member("组长", "lead", service=True)
    number = await work(office, agent)
    async with lead.desk() as desk:
        await assign(
            desk,
            await desk.case(number, "ticket.assign"),
            team="tech",
            assignee_id=UNSET,
            above_capacity=False,
            seen=None,
        )
    ticket = await now(office, number)
    assert (ticket.team, ticket.assignee_id, ticket.status) == ("tech", None, "new")
    assert ticket.routing_since is not None
    for who in (agent, lead):
        assert (await who.get(f"/tickets/{number}")).status_code == 200


@pytest.mark.anyio
async def test_an_assignee_who_is_of_the_new_team_stays(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False, tech=False)
    number = await work(office, agent)
    async with agent.desk() as desk:
        await assign(
            desk,
            await desk.case(number, "ticket.assign"),
            team="tech",
            assignee_id=UNSET,
            above_capacity=False,
            seen=None,
        )
    assert (await now(office, number)).assignee_id == agent.id


@pytest.mark.anyio
async def test_team_and_person_together_give_it_to_that_person(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    other = await office.member("韩梅梅", "agent", tech=False)
    number = await work(office, agent)
    async with agent.desk() as desk:
        await assign(
            desk,
            await desk.case(number, "ticket.assign"),
            team="tech",
            assignee_id=other.id,
            above_capacity=False,
            seen=None,
        )
    ticket = await now(office, number)
    assert (ticket.team, ticket.assignee_id, ticket.status) == ("tech", other.id, "assigned")


@pytest.mark.anyio
async def test_a_move_that_is_refused_assigns_nobody(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    colleague = await office.member("韩梅梅", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    with pytest.raises(Exception, match="transition_refused"):
        await moved(colleague, number, "in_progress")
    assert (await now(office, number)).assignee_id == agent.id
    async with colleague.desk() as desk:
        await commands.reply(desk, await desk.case(number, "ticket.reply"), Words(text="同事代答"), seen=None)
    assert (await now(office, number)).assignee_id == agent.id


def test_who_already_has_it_is_no_claim() -> None:
    life = at_work()
    with pytest.raises(errors.AlreadyAssigned):
        life.do(i.Assign(to=OTHER, way="claim"), by=OTHER)
