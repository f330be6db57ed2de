"""Who closes, confirming for a customer, rating, and thanks for a solution (spec 02, decided after first use)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import errors
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.errors import TicketClosed
from gongdan.domains.tickets.public import Ticket, Words, commands, requester_reopens_until
from tests.domains.tickets.life import AGENT, CUSTOMER, LEAD, REQUESTER, SYSTEM, TEAM_LEAD, Life, shipped
from tests.kit import Office, Visitor, found_office

TYPES = ("requester_or_timer", "lead", "initiator", "handler")
ADMINISTRATOR = frozenset({"staff", "lead", "administrator"})


def resolved() -> Life:
    life = Life()
    life.assign()
    life.accept()
    life.resolve()
    return life


def closed() -> Life:
    life = resolved()
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    return life


def rate(life: Life, score: int, **more: Any) -> list[str]:
    return life.do(i.Rate(score=score, **more), by=CUSTOMER, who=REQUESTER)


# --- reopening -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("life", "reopening", "days"),
    [
        (resolved, {}, None),
        (closed, {}, 7),
        (closed, {"window_s": 3_600}, 1 / 24),
        (closed, {"window_s": 0}, None),
        (closed, {"who": ("lead",)}, None),
        (closed, {"who": ("creator", "lead")}, None),
    ],
    ids=["not closed", "as shipped", "an hour", "never", "leads alone", "whoever filed it"],
)
def test_until_when_the_requester_can_reopen_it(life: Callable[[], Life], reopening: Any, days: float | None) -> None:
    ticket, rules = life().ticket, shipped()
    body = rules.workflows[ticket.workflow].body
    body = msgspec.structs.replace(body, reopen=msgspec.structs.replace(body.reopen, **reopening))
    flow = msgspec.structs.replace(rules.workflows[ticket.workflow], body=body)
    changed = msgspec.structs.replace(rules, workflows={**rules.workflows, ticket.workflow: flow})
    until = requester_reopens_until(ticket, changed)
    assert until == (None if days is None else (ticket.closed_at or life().now) + timedelta(days=days))


# --- rating --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [TEAM_LEAD, ADMINISTRATOR, SYSTEM, frozenset({"creator", "staff"})])
def test_nobody_rates_for_a_customer(who: frozenset[str]) -> None:
    with pytest.raises(errors.RaterRefused):
        closed().do(i.Rate(score=5), by=LEAD, who=who)


def test_a_rating_is_changed_until_seven_days_after_the_close_and_both_are_kept() -> None:
    life = closed()
    rate(life, 4, comment="不错")
    life.later(days=7)
    rate(life, 5)
    assert life.ticket.rating == 5
    assert [one.event.score for one in life.log if isinstance(one.event, e.TicketRated)] == [4, 5]
    with pytest.raises(errors.RatingOver):
        rate(life.later(seconds=1), 3)


def test_a_first_rating_ends_when_the_letter_says_and_the_same_one_twice_is_one() -> None:
    assert rate(closed().later(days=7), 5)
    for late in ({"days": 7, "seconds": 1}, {"days": 30}, {"days": 3_000}):
        with pytest.raises(errors.RatingOver) as refused:
            rate(closed().later(**late), 5)
        assert refused.value.members["rated"] is False
    assert rate(resolved().later(days=30), 5), "what is not closed has no end yet"
    life = closed()
    rate(life, 5)
    assert rate(life, 5) == []


@pytest.mark.parametrize(("score", "is_asked"), [(1, True), (2, True), (3, False), (5, False)])
def test_a_low_rating_asks_for_a_follow_up_and_tells_who_answers_for_it(score: int, is_asked: bool) -> None:
    life = closed()
    rate(life, score)
    assert (life.ticket.follow_up_at is not None) == is_asked
    reminded = [one.event for one in life.log if isinstance(one.event, e.StaffReminded)]
    assert [one.to for one in reminded] == ([(f"person:{AGENT}", "lead")] if is_asked else [])


def test_a_follow_up_ends_by_being_done_by_reopening_or_by_a_better_rating() -> None:
    life = closed()
    rate(life, 1)
    life.do(i.FinishFollowUp(outcome="called_back", note="已回电"))
    assert life.ticket.follow_up_at is None
    with pytest.raises(errors.NoFollowUp):
        life.do(i.FinishFollowUp(outcome="called_back"))
    rate(life, 2)
    assert life.ticket.follow_up_at is not None
    rate(life, 4)
    assert life.ticket.follow_up_at is None
    rate(life, 1)
    life.do(i.Reopen(), by=LEAD, who=TEAM_LEAD)
    assert life.ticket.follow_up_at is None


# --- through the doors ---------------------------------------------------------------------------------------------


async def now(office: Office, number: str) -> Ticket:
    async with office.desk() as desk:
        return (await desk.case(number, "ticket.read")).live


async def solved(office: Office, customer: Visitor, agent: Visitor) -> str:
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    async with agent.desk() as desk:
        await commands.accept(desk, await desk.case(number, "ticket.accept"), promised_at=None)
    async with agent.desk() as desk:
        await commands.resolve(desk, await desk.case(number, "ticket.resolve"), words=None, seen=None)
    return number


async def office_where(asgi: Any, who_closes: str) -> Office:
    plain: Any = msgspec.to_builtins(standard([2026]))
    for kind in plain["types"]:
        kind["who_closes"] = who_closes
    return await found_office(asgi, bundle=msgspec.convert(plain, PolicyBundle))


@pytest.mark.anyio
@pytest.mark.parametrize("who_closes", TYPES)
async def test_a_lead_closes_what_needs_no_solution_whatever_the_type(asgi: Any, who_closes: str) -> None:
    office = await office_where(asgi, who_closes)
    lead, customer = await office.member("组长", "lead", service=True), await office.customer()
    for reason in ("not_needed", "duplicate"):
        number = await office.ticket(customer, team="service")
        seen = (await lead.get(f"/tickets/{number}")).json()
        assert {"not_needed", "duplicate"} <= set(seen["close_reasons"]) and seen["allowed"]["ticket.close"] is True
        answer = await lead.post(f"/tickets/{number}/close", {"reason": reason})
        assert answer.status_code == 200, answer.text
        assert (await now(office, number)).close_reason == reason


@pytest.mark.anyio
@pytest.mark.parametrize("drawn", ["nothing closes", "only by a rule", "only for others"])
async def test_a_lead_closes_what_needs_no_solution_where_the_workflow_draws_no_close(asgi: Any, drawn: str) -> None:
    plain: Any = msgspec.to_builtins(standard([2026]))
    for flow in plain["workflows"][:1]:
        closing = [one for one in flow["transitions"] if one["to"] == "closed" and "new" in one["from"]]
        for one in closing:
            if drawn == "nothing closes":
                one["from"] = ["resolved"]
            elif drawn == "only by a rule":
                one["when"] = {"field": "priority", "op": "is", "value": "P0"}
            else:
                one["who"] = ["system"]
    office = await found_office(asgi, bundle=msgspec.convert(plain, PolicyBundle))
    lead, customer = await office.member("组长", "lead", service=True), await office.customer()
    agent = await office.member("李雷", "agent", service=True)
    for reason in ("not_needed", "duplicate"):
        number = await office.ticket(customer, team="service")
        assert reason in (await lead.get(f"/tickets/{number}")).json()["close_reasons"]
        assert (await agent.post(f"/tickets/{number}/close", {"reason": reason})).status_code in (403, 409)
        assert (await lead.post(f"/tickets/{number}/close", {"reason": "solved"})).status_code in (403, 409)
        answer = await lead.post(f"/tickets/{number}/close", {"reason": reason})
        assert answer.status_code == 200, answer.text


@pytest.mark.anyio
@pytest.mark.parametrize("reason", ["solved", "confirmed"])
async def test_a_solution_is_closed_as_the_type_says(office: Office, reason: str) -> None:
    lead, agent = await office.member("组长", "lead", service=True), await office.member("李雷", "agent", service=False)
    number = await solved(office, await office.customer(), agent)
    assert reason not in (await lead.get(f"/tickets/{number}")).json()["close_reasons"]
    answer = await lead.post(f"/tickets/{number}/close", {"reason": reason})
    assert (answer.status_code, answer.json()["code"]) == (403, "ticket.closer_refused")
    assert (await agent.post(f"/tickets/{number}/close", {"reason": "not_needed"})).status_code == 409


@pytest.mark.anyio
@pytest.mark.parametrize("who_closes", TYPES)
async def test_a_confirmation_heard_by_phone_is_recorded_with_who_and_where(asgi: Any, who_closes: str) -> None:
    office = await office_where(asgi, who_closes)
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await solved(office, customer, agent)
    can = (await agent.get(f"/tickets/{number}")).json()["allowed"]["ticket.confirm_for"] is True
    heard = {"channel": "phone", "call": "通话 20261126-0042", "note": "客户说可以了"}
    answer = await agent.post(f"/tickets/{number}/confirm-for", heard)
    assert can == (answer.status_code == 200) == (who_closes in ("requester_or_timer", "handler")), answer.text
    if not can:
        assert answer.status_code == 403
        return
    assert (await now(office, number)).close_reason == "confirmed"
    entries = (await agent.get(f"/tickets/{number}")).json()["timeline"]
    (entry,) = [one for one in entries if one["kind"] == "ticket.confirmed_for"]
    assert entry["data"] == heard | {"person_id": customer.id}
    assert entry["person"]["id"] == agent.id
    again = await agent.post(f"/tickets/{number}/confirm-for", heard)
    assert (again.status_code, again.json()["version"]) == (200, answer.json()["version"])


@pytest.mark.anyio
async def test_a_confirmation_is_of_somebody_who_takes_part_and_of_something_proposed(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    stranger = await office.customer("路人")
    number = await solved(office, customer, agent)
    answer = await agent.post(f"/tickets/{number}/confirm-for", {"channel": "phone", "person_id": stranger.id})
    assert (answer.status_code, answer.json()["faults"][0]["field"]) == (422, "person_id")
    fresh = await office.ticket(customer, team="service", assignee_id=agent.id)
    answer = await agent.post(f"/tickets/{fresh}/confirm-for", {"channel": "phone"})
    assert (answer.status_code, answer.json()["code"]) == (409, "ticket.not_resolved")
    assert (await customer.post(f"/tickets/{number}/confirm-for", {"channel": "phone"})).status_code == 403


@pytest.mark.anyio
async def test_a_low_rating_is_followed_up_on_the_closed_ticket(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await solved(office, customer, agent)
    async with customer.desk("portal") as desk:
        await commands.confirm(desk, await desk.case(number, "ticket.confirm"))
    assert (await agent.post(f"/tickets/{number}/rating", {"score": 5})).status_code in (403, 404)
    assert (await customer.post(f"/portal/tickets/{number}/rating", {"score": 1})).status_code == 200
    detail = (await agent.get(f"/tickets/{number}")).json()
    assert detail["follow_up_at"] and detail["allowed"]["ticket.follow_up"] is True
    done = await agent.post(f"/tickets/{number}/follow-up", {"outcome": "called_back", "note": "已致歉"})
    assert done.status_code == 200, done.text
    assert (await agent.get(f"/tickets/{number}")).json()["follow_up_at"] is None


@pytest.mark.anyio
async def test_an_administrator_rates_nothing_for_a_customer(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    admin = await office.member("管理员", "system_admin")
    number = await solved(office, customer, agent)
    assert (await admin.get(f"/tickets/{number}")).json()["allowed"]["ticket.rate"] is not True
    answer = await admin.post(f"/tickets/{number}/rating", {"score": 5})
    assert (answer.status_code, answer.json()["code"]) == (403, "ticket.rater_refused")


# --- thanks for a solution -----------------------------------------------------------------------------------------


async def writes(customer: Visitor, number: str, text: str) -> None:
    async with customer.desk("portal") as desk:
        case = await desk.case(number, "ticket.reply")
        await commands.customer_writes(desk, case, Words(text=text), machine=False, by=customer.id)


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["谢谢,好了", "Thank you very much, it works now!", "👍"])
async def test_thanks_for_a_solution_reopen_nothing_and_are_offered_as_the_confirmation(
    office: Office, text: str
) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await solved(office, customer, agent)
    waiting_at = (await now(office, number)).customer_waiting_at
    await writes(customer, number, text)
    ticket = await now(office, number)
    assert (ticket.phase, ticket.reopened, ticket.customer_waiting_at) == ("resolved", 0, waiting_at)
    detail = (await agent.get(f"/tickets/{number}")).json()
    assert detail["confirmation_offered_at"] is not None
    assert any(one["message"] and one["message"]["text"] == text for one in detail["timeline"])
    assert (await agent.post(f"/tickets/{number}/confirm-for", {"channel": "mail"})).status_code == 200
    assert (await now(office, number)).confirmation_offered_at is None


@pytest.mark.anyio
async def test_thanks_on_a_closed_ticket_are_kept_in_sight_and_change_nothing(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await solved(office, customer, agent)
    async with customer.desk("portal") as desk:
        await commands.confirm(desk, await desk.case(number, "ticket.confirm"))
    before = await now(office, number)
    for text in ("谢谢,好了", "Merci beaucoup, ça marche !", "🙏"):
        await writes(customer, number, text)
    after = await now(office, number)
    assert (after.phase, after.status, after.reopened) == ("closed", before.status, 0)
    assert (after.confirmation_offered_at, after.customer_waiting_at) == (None, before.customer_waiting_at)
    assert (after.rating, after.closed_at, after.resolved_at) == (None, before.closed_at, before.resolved_at)
    told = [
        one["message"]["text"] for one in (await agent.get(f"/tickets/{number}")).json()["timeline"] if one["message"]
    ]
    assert {"谢谢,好了", "Merci beaucoup, ça marche !", "🙏"} <= set(told)
    with pytest.raises(TicketClosed):
        await writes(customer, number, "谢谢,但是还是不行")


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["谢谢,但是还是不行", "Thanks, but it still fails", "还有一个问题"])
async def test_in_doubt_it_reopens(office: Office, text: str) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await solved(office, customer, agent)
    await writes(customer, number, "谢谢,好了")
    await writes(customer, number, text)
    ticket = await now(office, number)
    assert (ticket.status, ticket.reopened, ticket.confirmation_offered_at) == ("in_progress", 1, None)


@pytest.mark.anyio
async def test_thanks_before_a_solution_are_a_message_like_any_other(office: Office) -> None:
    customer, agent = await office.customer(), await office.member("李雷", "agent", service=False)
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    await writes(customer, number, "谢谢,好了")
    ticket = await now(office, number)
    assert ticket.confirmation_offered_at is None
    assert ticket.customer_waiting_at is not None


def test_a_rating_of_a_reopened_and_closed_again_ticket_counts_from_its_last_close() -> None:
    life = closed()
    rate(life, 4)
    life.later(days=6).do(i.Reopen(), by=CUSTOMER, who=REQUESTER)
    life.resolve()
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=CUSTOMER, who=REQUESTER)
    rate(life.later(days=6), 5)
    assert life.ticket.rating == 5
    assert timedelta(days=12) <= life.now - life.log[0].at
