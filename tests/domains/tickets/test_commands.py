"""Commands through their doors: who may, who closes, what a later version refuses, and batches (spec 01 and 02)."""

from typing import Any

import msgspec
import pytest
from msgspec import UNSET

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.routing.public import assign
from gongdan.domains.tickets import errors
from gongdan.domains.tickets.public import Ticket, Words, commands
from gongdan.kernel.errors import Forbidden, Invalid, Refusal
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


async def now(office: Office, number: str) -> Ticket:
    async with office.desk() as desk:
        return (await desk.case(number, "ticket.read")).live


async def at_work(office: Office, customer: Visitor, agent: Visitor, **given: Any) -> str:
    number = await office.ticket(customer, team="service", assignee_id=agent.id, **given)
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    return number


async def resolved(office: Office, customer: Visitor, agent: Visitor, **given: Any) -> str:
    number = await at_work(office, customer, agent, **given)
    async with agent.desk() as desk:
        await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
    return number


# --- who closes ----------------------------------------------------------------------------------------------------


def closing(who_closes: Any) -> PolicyBundle:
    """The shipped policy where everybody's transitions lead to closed, so that only the type says who closes."""
    plain: Any = msgspec.to_builtins(standard([2026]))
    for kind in plain["types"]:
        kind["who_closes"] = who_closes
    for transition in plain["workflows"][0]["transitions"]:
        if transition["key"] == "close":
            transition["who"] = ["requester", "creator", "assignee", "lead", "staff", "system"]
    return msgspec.convert(plain, PolicyBundle)


CLOSERS = {
    "requester_or_timer": {"administrator"},
    "lead": {"lead", "administrator"},
    "initiator": {"administrator"},
    "handler": {"assignee", "lead", "administrator"},
}


@pytest.mark.parametrize("who_closes", CLOSERS)
async def test_the_type_says_who_closes_by_hand(asgi: Any, who_closes: str) -> None:
    office = await found_office(asgi, bundle=closing(who_closes))
    customer = await office.customer()
    people = {
        "assignee": await office.member("李雷", "agent", service=False),
        "lead": await office.member("组长", "lead", service=True),
        "administrator": await office.member("管理员", "admin"),
    }
    for name, person in people.items():
        number = await resolved(office, customer, people["assignee"])
        try:
            async with person.desk() as desk:
                await commands.close(desk, await desk.case(number, "ticket.close"), reason="solved", seen=None)
            closed = True
        except (errors.CloserRefused, Forbidden):
            closed = False
        assert closed == (name in CLOSERS[who_closes]), name


@pytest.mark.parametrize("who_closes", CLOSERS)
async def test_the_requesters_confirmation_closes_unless_a_lead_closes(asgi: Any, who_closes: str) -> None:
    office = await found_office(asgi, bundle=closing(who_closes))
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await resolved(office, customer, agent)
    try:
        async with customer.desk("portal") as desk:
            await commands.confirm(desk, await desk.case(number, "ticket.confirm"))
    except errors.CloserRefused:
        assert who_closes == "lead"
    else:
        assert who_closes != "lead"
        assert (await now(office, number)).close_reason == "confirmed"


async def test_an_administrator_records_the_confirmation_and_an_agent_does_not(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await resolved(office, customer, agent)
    with pytest.raises(Forbidden):
        async with agent.desk() as desk:
            await commands.confirm(desk, await desk.case(number, "ticket.confirm"))
    async with (await office.member("管理员", "admin")).desk() as desk:
        await commands.confirm(desk, await desk.case(number, "ticket.confirm"))
    assert (await now(office, number)).close_reason == "confirmed"


async def test_an_administrator_closes_where_no_transition_names_them(asgi: Any) -> None:
    plain: Any = msgspec.to_builtins(standard([2026]))
    for transition in plain["workflows"][0]["transitions"]:
        if transition["to"] == "closed":
            transition["who"] = ["requester"]
    office = await found_office(asgi, bundle=msgspec.convert(plain, PolicyBundle))
    admin = await office.member("管理员", "admin")
    number = await office.ticket(await office.customer())
    async with admin.desk() as desk:
        await commands.close(desk, await desk.case(number, "ticket.close"), reason="duplicate", seen=None)
    assert (await now(office, number)).close_reason == "duplicate"


# --- a closed ticket -----------------------------------------------------------------------------------------------


async def test_a_closed_ticket_takes_watchers_and_ratings_and_nothing_else(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await resolved(office, customer, agent)
    async with customer.desk("portal") as desk:
        await commands.confirm(desk, await desk.case(number, "ticket.confirm"))

    async def refused(who: Visitor, action: str, what: Any) -> bool:
        try:
            async with who.desk() as desk:
                await what(desk, await desk.case(number, action))
        except errors.TicketClosed:
            return True
        return False

    words = Words(text="还有一件事")

    async def write(desk: Any, case: Any) -> None:
        await commands.customer_writes(desk, case, words, machine=False, by=customer.id)

    assert await refused(customer, "ticket.reply", write)
    assert await refused(agent, "ticket.reply", lambda desk, case: commands.reply(desk, case, words, seen=None))
    assert await refused(agent, "ticket.note", lambda desk, case: commands.note(desk, case, words))
    assert await refused(agent, "ticket.tag", lambda desk, case: commands.set_tags(desk, case, add=("x",), remove=()))
    assert await refused(
        agent, "ticket.edit", lambda desk, case: commands.set_fields(desk, case, {"title": "x"}, seen=None)
    )
    assert await refused(
        agent,
        "ticket.move",
        lambda desk, case: commands.move(desk, case, to="in_progress", reason=None, seen=None),
    )
    assert not await refused(
        agent,
        "ticket.watch",
        lambda desk, case: commands.set_watching(desk, case, person_id=None, watching=True),
    )
    assert not await refused(customer, "ticket.rate", lambda desk, case: commands.rate(desk, case, score=4, comment=""))
    assert await refused(agent, "ticket.reopen", lambda desk, case: commands.reopen(desk, case, words=None))
    assert not await refused(customer, "ticket.reopen", lambda desk, case: commands.reopen(desk, case, words=words))
    assert (await now(office, number)).status == "in_progress"


# --- rights --------------------------------------------------------------------------------------------------------


async def test_what_the_requester_writes_is_no_answer_whoever_they_is(office: Office) -> None:
    colleague, agent = await office.member("员工", "employee"), await office.member("李雷", "agent", service=False)
    number = await office.ticket(colleague, team="service", assignee_id=agent.id)
    await colleague.post(f"/tickets/{number}/replies", {"text": "补充一点"})
    ticket = await now(office, number)
    assert (ticket.first_response_at, ticket.customer_waiting_at is not None) == (None, True)
    await agent.post(f"/tickets/{number}/replies", {"text": "在看了"})
    assert (await now(office, number)).first_response_at is not None


async def test_a_customer_answers_nobody_by_the_staffs_door(office: Office) -> None:
    customer = await office.customer()
    number = await office.ticket(customer)
    answer = await customer.post(f"/tickets/{number}/replies", {"text": "我自己回复"})
    assert answer.status_code == 403, answer.text
    opened = {"title": "无法登录", "priority": "P0", "type": "internal"}
    assert (await customer.post("/tickets", opened)).status_code == 403
    assert (await customer.post("/tickets/batch", {"tickets": [opened]})).status_code == 403


async def test_a_move_takes_the_right_to_what_it_does(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await at_work(office, customer, agent)
    mover = await office.member("韩梅梅", "agent", service=False)
    grants = tuple(
        msgspec.structs.replace(grant, actions=grant.actions - {"ticket.resolve", "ticket.reopen", "ticket.close"})
        for grant in mover.authority.grants
    )
    mover.authority = msgspec.structs.replace(mover.authority, grants=grants)

    async def refused(to: str) -> str | None:
        try:
            async with mover.desk() as desk:
                await commands.move(desk, await desk.case(number, "ticket.move"), to=to, reason=None, seen=None)
        except Forbidden as forbidden:
            return str(forbidden.members["action"])
        return None

    assert await refused("resolved") == "ticket.resolve"
    assert await refused("closed") == "ticket.close"
    assert await refused("waiting") is None
    async with agent.desk() as desk:
        await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
    assert await refused("in_progress") == "ticket.reopen"


async def test_only_the_staff_is_mentioned(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    colleague = await office.member("协作者", "collaborator")
    number = await at_work(office, customer, agent)
    for stranger in (customer.id, 999):
        with pytest.raises(Invalid):
            async with agent.desk() as desk:
                await commands.note(
                    desk, await desk.case(number, "ticket.note"), Words(text="看一下", mentions=(stranger,))
                )
    assert (await colleague.get(f"/tickets/{number}")).status_code == 404
    async with agent.desk() as desk:
        await commands.note(
            desk, await desk.case(number, "ticket.note"), Words(text="看一下", mentions=(colleague.id,))
        )
    assert (await colleague.get(f"/tickets/{number}")).status_code == 200
    assert (await colleague.post(f"/tickets/{number}/notes", {"text": "看过了"})).status_code == 201
    assert (await colleague.post(f"/tickets/{number}/replies", {"text": "您好"})).status_code == 403


# --- versions ------------------------------------------------------------------------------------------------------

CHANGES = ("title", "priority", "tag", "note", "agent_reply", "customer_message", "assign", "team", "wait")
REFUSED = {
    "set_title": {"title"},
    "set_priority": {"priority"},
    "reply": {"agent_reply", "customer_message"},
    "move": {"wait", "team"},
    "resolve": {"wait", "team"},
    "resolve_with_words": {"wait", "team", "agent_reply", "customer_message"},
    "close": {"wait", "team"},
    "assign": {"assign", "team"},
    "note": set[str](),
    "tag": set[str](),
}
"""Command → the changes since then that it is refused for; every other is rebased (spec 01, write path)."""


@pytest.mark.parametrize("command", REFUSED)
async def test_a_command_is_refused_only_for_a_change_of_what_it_sets(office: Office, command: str) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    other, director = await office.member("管理员", "admin", service=False), await office.member("总监", "director")
    found = set()
    for change in CHANGES:
        number = await at_work(office, customer, agent, priority="P3")
        seen = (await now(office, number)).version
        await _change(change, number, other, customer)
        try:
            await _command(command, number, director, seen, other)
        except errors.VersionConflict as changed:
            found.add(change)
            assert changed.members["by"] and changed.members["fields"]
        except Refusal:
            pass  # the ticket stands where the command leads nowhere, which is another matter
    assert found == REFUSED[command]


async def _change(change: str, number: str, other: Visitor, customer: Visitor) -> None:
    who = customer if change == "customer_message" else other
    async with who.desk() as desk:
        match change:
            case "title" | "priority":
                await commands.set_fields(
                    desk,
                    await desk.case(number, "ticket.edit"),
                    {change: "P1" if change == "priority" else "新"},
                    seen=None,
                )
            case "tag":
                await commands.set_tags(desk, await desk.case(number, "ticket.tag"), add=("x",), remove=())
            case "note":
                await commands.note(desk, await desk.case(number, "ticket.note"), Words(text="备注"))
            case "agent_reply":
                await commands.reply(desk, await desk.case(number, "ticket.reply"), Words(text="您好"), seen=None)
            case "customer_message":
                case = await desk.case(number, "ticket.reply")
                await commands.customer_writes(desk, case, Words(text="在吗"), machine=False, by=customer.id)
            case "assign":
                await assign(
                    desk,
                    await desk.case(number, "ticket.assign"),
                    team=UNSET,
                    assignee_id=other.id,
                    above_capacity=False,
                    seen=None,
                )
            case "team":
                await assign(
                    desk,
                    await desk.case(number, "ticket.assign"),
                    team="tech",
                    assignee_id=UNSET,
                    above_capacity=False,
                    seen=None,
                )
            case "wait":
                await commands.move(desk, await desk.case(number, "ticket.move"), to="waiting", reason=None, seen=None)


async def _command(command: str, number: str, who: Visitor, seen: int, other: Visitor) -> None:
    async with who.desk() as desk:
        match command:
            case "set_title":
                await commands.set_fields(desk, await desk.case(number, "ticket.edit"), {"title": "标题"}, seen=seen)
            case "set_priority":
                await commands.set_fields(desk, await desk.case(number, "ticket.edit"), {"priority": "P3"}, seen=seen)
            case "reply":
                await commands.reply(desk, await desk.case(number, "ticket.reply"), Words(text="好"), seen=seen)
            case "move":
                await commands.move(desk, await desk.case(number, "ticket.move"), to="waiting", reason=None, seen=seen)
            case "resolve":
                await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=seen)
            case "resolve_with_words":
                await commands.resolve(
                    desk, await desk.case(number, "ticket.resolve"), words=Words(text="好了"), seen=seen
                )
            case "close":
                await commands.close(desk, await desk.case(number, "ticket.close"), reason="solved", seen=seen)
            case "assign":
                await assign(
                    desk,
                    await desk.case(number, "ticket.assign"),
                    team=UNSET,
                    assignee_id=other.id,
                    above_capacity=False,
                    seen=seen,
                )
            case "note":
                await commands.note(desk, await desk.case(number, "ticket.note"), Words(text="记"))
            case "tag":
                await commands.set_tags(desk, await desk.case(number, "ticket.tag"), add=("y",), remove=())
