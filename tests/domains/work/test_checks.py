"""Close checks: what they bind, what they do not, and how they are gone through (spec 02)."""

from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Surroundings
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.undoing import HISTORY
from gongdan.domains.tickets.errors import TicketClosed
from gongdan.domains.work.errors import ChecksOpen
from gongdan.domains.work.reading import checks_of
from gongdan.domains.work.subjects.checks import CheckOff, ExplainBreach, open_items
from gongdan.kernel.errors import Invalid
from tests.domains.operations.test_operations import carry_out, planned
from tests.domains.tickets.life import AGENT, CUSTOMER, LEAD, REQUESTER, SYSTEM, TEAM_LEAD, Life, compiled
from tests.kit import Office, found_office

ITEMS = ("solved", "communication", "files", "cause", "knowledge")
ADMINISTRATOR = frozenset({"staff", "lead", "administrator"})


def binding(*types: str, **changed: Any) -> PolicyBundle:
    bundle = standard([2026])
    bound = [
        msgspec.structs.replace(one, checklist="closing", **changed) if one.key in types else one
        for one in bundle.types
    ]
    return msgspec.structs.replace(bundle, types=tuple(bound))


@cache
def rules() -> Rules:
    return compiled(binding("technical"))


def at_work(bound: Rules | None = None, **opening: Any) -> Life:
    life = Life(bound or rules(), **opening)
    life.assign()
    life.accept()
    return life


def gone_through(life: Life) -> Life:
    life.do(*(CheckOff(item=key, state="done") for key in ITEMS))
    return life


def states(life: Life) -> dict[str, str]:
    clocks = [life.clock(metric) for metric in ("first_response", "resolution")]
    return {one.key: one.state for one in checks_of(life.ticket, clocks, life.rules)}


def test_the_shipped_list_has_the_six_items_of_the_field() -> None:
    (checklist,) = standard([2026]).checklists
    assert [one.key for one in checklist.items] == [*ITEMS, "in_time"]
    assert [one.filled_by for one in checklist.items][-1] == "promises"
    assert not list(wiring.SECTIONS.by_key["checklists"].lint(binding("technical"), Surroundings()))


def test_a_handler_resolves_only_what_is_gone_through() -> None:
    life = at_work()
    with pytest.raises(ChecksOpen) as refused:
        life.resolve()
    assert refused.value.members["items"][0]["en"] == "The problem is really solved"
    assert len(refused.value.members["items"]) == 5
    gone_through(life).resolve()
    assert life.ticket.phase == "resolved"


def test_what_does_not_apply_needs_a_reason() -> None:
    life = at_work()
    with pytest.raises(Invalid):
        life.do(CheckOff(item="cause", state="not_applicable", reason="  "))
    life.do(CheckOff(item="cause", state="not_applicable", reason="咨询类问题"))
    assert states(life)["cause"] == "not_applicable"
    assert life.ticket.checks["closing.cause"].reason == "咨询类问题"
    assert life.ticket.checks["closing.cause"].by == AGENT


def test_a_type_without_a_list_asks_for_nothing() -> None:
    life = at_work(type="account")
    life.resolve()
    assert life.ticket.phase == "resolved"
    assert states(life) == {}


def test_said_twice_it_is_said_once_and_opened_again_it_binds_again() -> None:
    life = gone_through(at_work())
    assert life.do(CheckOff(item="files", state="done")) == []
    assert life.do(CheckOff(item="files", state="open")) == ["ticket.checked"]
    assert [one.key for one in open_items(life.ticket, life.rules)] == ["files"]
    with pytest.raises(ChecksOpen):
        life.resolve()


@pytest.mark.parametrize(("key", "state"), [("nothing", "done"), ("in_time", "done"), ("in_time", "open")])
def test_nobody_ticks_what_there_is_not_or_the_system_fills_in(key: str, state: Any) -> None:
    with pytest.raises(Invalid):
        at_work().do(CheckOff(item=key, state=state))


def test_a_close_by_hand_as_solved_is_bound_and_one_for_want_of_a_need_is_not() -> None:
    life = at_work(compiled(binding("technical", who_closes="handler")))
    with pytest.raises(ChecksOpen):
        life.do(i.MoveTo(status="closed", reason="solved"), by=LEAD, who=ADMINISTRATOR)
    life.do(i.MoveTo(status="closed", reason="duplicate"), by=LEAD, who=TEAM_LEAD)
    assert life.ticket.close_reason == "duplicate"


def test_neither_the_customer_nor_a_timer_is_bound() -> None:
    confirmed = gone_through(at_work())
    confirmed.resolve()
    confirmed.do(CheckOff(item="files", state="open"))
    confirmed.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    assert confirmed.ticket.phase == "closed"
    left = at_work()
    left.do(i.MoveTo(status="closed", reason="timed_out"), by=None, who=SYSTEM)
    assert left.ticket.phase == "closed"


def test_what_is_reopened_is_gone_through_anew_and_undoing_the_reopening_brings_the_checks_back() -> None:
    life = gone_through(at_work())
    life.resolve()
    kept = life.ticket.checks
    life.do(i.Reopen())
    assert life.ticket.checks == {}
    life.case = life.case.having(HISTORY, tuple(life.log))
    life.do(i.Undo(command_id=life.log[-1].command_id, asked_at=life.now))
    assert life.ticket.phase == "resolved"
    assert life.ticket.checks == kept


def test_a_check_is_taken_back() -> None:
    life = at_work()
    life.do(CheckOff(item="files", state="done"))
    life.case = life.case.having(HISTORY, tuple(life.log))
    life.do(i.Undo(command_id=life.log[-1].command_id, asked_at=life.now))
    assert life.ticket.checks == {}


def test_a_broken_promise_refuses_nothing_and_is_explained_also_after_the_close() -> None:
    life = at_work()
    with pytest.raises(Invalid):
        life.do(ExplainBreach(item="in_time", cause="hard"))
    assert states(life)["in_time"] == "on_time"
    life.later(days=30).tick()
    gone_through(life).resolve()
    assert states(life)["in_time"] == "late"
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    with pytest.raises(TicketClosed):
        life.do(CheckOff(item="files", state="open"))
    with pytest.raises(Invalid):
        life.do(ExplainBreach(item="in_time", cause="no such cause"))
    life.do(ExplainBreach(item="in_time", cause="hard"))
    assert life.ticket.checks["closing.in_time"].reason == "hard"


def test_what_was_kept_in_time_is_told_when_it_is_solved() -> None:
    life = gone_through(at_work())
    life.resolve()
    assert states(life)["in_time"] == "done"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(["open", "done", "not_applicable"])), max_size=12))
def test_whatever_is_said_in_whatever_order_the_last_word_counts(said: list[tuple[str, Any]]) -> None:
    life = at_work()
    for key, state in said:
        life.do(CheckOff(item=key, state=state, reason="因为"))
    wanted = {key: state for key, state in dict(said).items() if state != "open"}
    assert {key.removeprefix("closing."): one.state for key, one in life.ticket.checks.items()} == wanted
    if wanted.keys() == set(ITEMS):
        life.resolve()
    else:
        with pytest.raises(ChecksOpen):
            life.resolve()


@pytest.mark.anyio
async def test_they_bind_the_api_and_come_with_the_ticket_also_as_it_was(office: Office) -> None:
    bound = await found_office(office.asgi, bundle=binding("technical"))
    agent = await bound.member("李雷", "agent", tech=False)
    number = await bound.ticket(await bound.customer(), team="tech")
    assert (await agent.post(f"/tickets/{number}/claim")).status_code == 200
    assert (await agent.post(f"/tickets/{number}/accept", {})).status_code == 200
    refused = await agent.post(f"/tickets/{number}/resolve", {})
    assert (refused.status_code, refused.json()["code"]) == (422, "work.checks_open")
    assert "问题已实质性解决" in refused.json()["remedy"]
    found = (await agent.get(f"/tickets/{number}")).json()
    assert [one["state"] for one in found["checks"]] == ["open"] * 5 + ["on_time"]
    assert found["allowed"]["ticket.resolve"] is True
    items = [{"item": key, "state": "done"} for key in ITEMS]
    assert (await agent.post(f"/tickets/{number}/checks", {"items": items})).status_code == 200
    after = (await agent.get(f"/tickets/{number}")).json()
    assert {one["person_id"] for one in after["checks"][:5]} == {agent.id}
    assert any("核对“问题已实质性解决”：已完成" in one["text"] for one in after["timeline"] if one.get("text"))
    before = (await agent.get(f"/tickets/{number}", as_of=found["updated_at"])).json()
    assert [one["state"] for one in before["checks"]] == ["open"] * 5 + ["on_time"]
    assert (await agent.post(f"/tickets/{number}/resolve", {})).status_code == 200


@pytest.mark.anyio
async def test_two_who_say_different_things_of_an_item_are_told(office: Office) -> None:
    bound = await found_office(office.asgi, bundle=binding("technical"))
    agent = await bound.member("李雷", "agent", tech=False)
    other = await bound.member("韩梅", "agent", tech=False)
    number = await bound.ticket(await bound.customer(), team="tech")
    version = (await agent.post(f"/tickets/{number}/claim")).json()["version"]
    seen = {"If-Match": f'"{version}"'}
    body = {"items": [{"item": "files", "state": "not_applicable", "reason": "没有文件"}]}
    await agent.post(f"/tickets/{number}/checks", {"items": [{"item": "files", "state": "done"}]})
    assert (await other.post(f"/tickets/{number}/checks", body, headers=seen)).status_code == 412
    body["items"][0]["item"] = "cause"
    assert (await other.post(f"/tickets/{number}/checks", body, headers=seen)).status_code == 200


@pytest.mark.anyio
async def test_the_same_request_three_times_is_one(office: Office) -> None:
    bound = await found_office(office.asgi, bundle=binding("technical"))
    agent = await bound.member("李雷", "agent", tech=False)
    number = await bound.ticket(await bound.customer(), team="tech")
    body = {"items": [{"item": "files", "state": "done"}]}
    answers = [await agent.post(f"/tickets/{number}/checks", body, headers={"Idempotency-Key": "k"}) for _ in range(3)]
    assert [(one.status_code, one.content) for one in answers] == [(200, answers[0].content)] * 3


@pytest.mark.anyio
async def test_a_bulk_move_resolves_what_is_gone_through_and_says_why_the_rest_is_refused(office: Office) -> None:
    bound = await found_office(office.asgi, bundle=binding("technical"))
    lead, customer = await bound.member("组长", "lead", tech=True), await bound.customer()
    numbers = [await bound.ticket(customer, team="tech") for _ in range(2)]
    for number in numbers:
        for verb in ("claim", "accept"):
            assert (await lead.post(f"/tickets/{number}/{verb}", None if verb == "claim" else {})).is_success
    items = [{"item": key, "state": "done"} for key in ITEMS]
    await lead.post(f"/tickets/{numbers[0]}/checks", {"items": items})
    plan = await planned(lead, numbers, move_to="resolved")
    await lead.post(f"/operations/{plan['id']}/start")
    done = await carry_out(bound, lead, plan["id"])
    assert (done["done"], done["failed"]) == (1, 1)
    phases = [(await lead.get(f"/tickets/{number}")).json()["phase"] for number in numbers]
    assert phases == ["resolved", "open"]
