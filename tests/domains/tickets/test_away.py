"""Trash, spam and the archive: a ticket that is put away lies still, and comes back as it was (spec 02)."""

import json
from typing import Any

import pytest

from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.deciders.reactions import ARCHIVE, ARCHIVED_AFTER, LIMITS, archive_answers
from gongdan.domains.tickets.engine.rules import RuleIntent
from gongdan.domains.tickets.errors import NotClosedYet, TicketAway
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from tests.domains.tickets.life import CUSTOMER, REQUESTER, SYSTEM, Life
from tests.kit import Office, Visitor


async def listed(visitor: Visitor, view: str) -> list[str]:
    answer = await visitor.get("/tickets", view=view)
    assert answer.status_code == 200, answer.text
    return [row["number"] for row in answer.json()["rows"]]


@pytest.mark.parametrize("shelf", ["trash", "spam"])
async def test_what_is_put_away_stands_in_its_own_list_only_and_comes_back(office: Office, shelf: str) -> None:
    director = await office.member("韩梅梅", "director")
    number = await office.ticket(await office.customer(), team="service")
    assert (await director.post(f"/tickets/{number}/{shelf}", {})).status_code == 200
    assert (await listed(director, "all_open"), await listed(director, shelf)) == ([], [number])
    ticket = (await director.get(f"/tickets/{number}")).json()
    assert ticket["shelf"] == shelf
    assert (ticket["allowed"]["ticket.reply"], ticket["allowed"][f"ticket.un{shelf}"]) == ("ticket.away", True)
    assert (await director.post(f"/tickets/{number}/{shelf}", {})).status_code == 200, "twice is once"
    assert (await director.post(f"/tickets/{number}/{shelf}", {"out": True})).status_code == 200
    assert (await listed(director, "all_open"), await listed(director, shelf)) == ([number], [])
    assert (await director.get(f"/tickets/{number}")).json()["shelf"] is None


async def test_nothing_is_done_to_what_lies_in_the_trash(office: Office) -> None:
    director, agent = await office.member("韩梅梅", "director"), await office.member("李雷", "agent", service=False)
    customer = await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    await director.post(f"/tickets/{number}/trash", {})
    for path, body in (("replies", {"text": "x"}), ("notes", {"text": "x"}), ("tags", {"add": ["x"]})):
        answer = await director.post(f"/tickets/{number}/{path}", body)
        assert (answer.status_code, answer.json()["code"]) == (409, "ticket.away"), path
    assert (await agent.get(f"/tickets/{number}")).status_code == 404
    assert (await customer.get(f"/portal/tickets/{number}")).status_code == 404
    assert (await agent.post(f"/tickets/{number}/trash", {"out": True})).status_code in (403, 404)


async def test_a_shelf_is_shown_to_whom_may_take_out_of_it(office: Office) -> None:
    director, agent = await office.member("韩梅梅", "director"), await office.member("李雷", "agent", service=False)
    lead = await office.member("吴组长", "lead", finance=True)
    number = await office.ticket(await office.customer(), team="service")
    await director.post(f"/tickets/{number}/trash", {})
    shown = {one["key"] for one in (await agent.get("/views")).json()}
    assert "trash" not in shown and "spam" not in shown and "archive" in shown
    assert (await agent.get("/tickets", view="trash")).status_code == 404
    assert await listed(lead, "trash") == [], "of another team"


async def test_what_is_put_away_is_undone_as_any_deed(office: Office) -> None:
    director = await office.member("韩梅梅", "director")
    number = await office.ticket(await office.customer(), team="service")
    await director.post(f"/tickets/{number}/trash", {})
    assert (await director.post(f"/tickets/{number}/undo", {})).status_code == 200
    assert await listed(director, "all_open") == [number]


async def test_many_are_put_away_and_taken_out_of_their_list(office: Office) -> None:
    director, customer = await office.member("韩梅梅", "director"), await office.customer()
    numbers = [await office.ticket(customer, team="service") for _ in range(3)]

    async def change(params: dict[str, Any]) -> dict[str, Any]:
        answer = await director.post("/operations", {"kind": "tickets.change", "params": params})
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    assert (await change({"numbers": numbers, "put_away": "spam"}))["foreseen"]["changed"] == 3
    await director.post(f"/tickets/{numbers[0]}/spam", {})
    assert (await change({"listed": {"view": "spam"}, "take_out": "spam"}))["foreseen"]["changed"] == 1
    both = {"numbers": numbers, "put_away": "spam", "take_out": "spam"}
    answer = await director.post("/operations", {"kind": "tickets.change", "params": both})
    assert answer.status_code == 422


async def test_a_list_of_a_shelf_is_narrowed_as_any(office: Office) -> None:
    director, customer = await office.member("韩梅梅", "director"), await office.customer()
    urgent = await office.ticket(customer, team="service", priority="P0")
    other = await office.ticket(customer, team="service", priority="P3")
    for number in (urgent, other):
        await director.post(f"/tickets/{number}/trash", {})
    where = json.dumps({"field": "priority", "op": "is", "value": "P0"})
    rows = (await director.get("/tickets", view="trash", where=where)).json()["rows"]
    assert [row["number"] for row in rows] == [urgent]
    assert (await director.get("/tickets/count", view="trash", where=where)).json()["count"] == 1


def test_no_rule_acts_on_what_lies_still_and_its_limits_begin_anew() -> None:
    life = Life()
    running = {one.key for one in life.effects if isinstance(one, SetTimer) and one.owner == LIMITS}
    life.do(i.PutAway(shelf="trash"))
    assert {one.key for one in life.effects if isinstance(one, CancelTimer) and one.owner == LIMITS} == running
    assert {one.state for one in life.clocks} == {"paused"}
    wanted = RuleIntent("x", i.MoveTo(status="closed", reason="timed_out"))
    assert life.do(wanted, by=None, who=SYSTEM) == ["automation.refused"]
    with pytest.raises(TicketAway):
        life.do(i.Tag(add=("x",)))
    assert life.later(days=30).tick() == [], "no promise is broken there"
    life.do(i.TakeOut(shelf="trash"))
    assert {one.state for one in life.clocks} == {"running"}
    assert {one.key for one in life.effects if isinstance(one, SetTimer) and one.owner == LIMITS} == running


def test_only_what_is_closed_goes_to_the_archive_and_it_comes_back_with_the_work() -> None:
    life = Life()
    with pytest.raises(NotClosedYet):
        life.do(i.PutAway(shelf="archive"))
    life.assign()
    life.accept()
    life.resolve()
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    (timer,) = [one for one in life.effects if isinstance(one, SetTimer) and one.owner == ARCHIVE]
    assert life.ticket.closed_at is not None
    assert timer.fire_at == life.ticket.closed_at + ARCHIVED_AFTER
    life.do(*archive_answers(life.case), by=None, who=SYSTEM)
    assert life.ticket.archived_at == life.now
    life.do(i.Reopen(), by=CUSTOMER, who=REQUESTER)
    assert life.ticket.archived_at is None
    assert any(isinstance(one, CancelTimer) and one.owner == ARCHIVE for one in life.effects)
    assert archive_answers(life.case) == []
