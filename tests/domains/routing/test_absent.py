"""Who is absent for a ticket gives it up where it comes back to work, keeps what is due after they are back, and gets
what waits for them alone (spec 02, decided after first use)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.accounts.public import Leave
from gongdan.domains.bundle.routing import Dispatch, RoutingRule
from gongdan.domains.bundle.times.calendars import Calendar, Weekday
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import Surroundings
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.events import StaffReminded
from gongdan.domains.tickets.subjects.assignment import ASSIGNEE, AssigneeOfTicket
from gongdan.kernel import clock
from tests.domains.routing.test_chain import change, on_leave, staffed, vip
from tests.domains.routing.test_router import now, run
from tests.domains.tickets.life import AGENT, LEAD, START, TEAM_LEAD, Life
from tests.kit import Office, Visitor, found_office

HALF, DAY = timedelta(minutes=30), timedelta(days=1)
AWAY = (Leave(from_at=START - DAY, until_at=START + 3 * DAY),)
AT_NIGHT = timedelta(hours=12)  # 22:00 in Shanghai


def wrote_again(span: timedelta, **facts: Any) -> Life:
    """A ticket that waited for its customer, who writes when ``span`` has passed; ``facts`` of who has it."""
    life = Life()
    life.assign()
    life.accept()
    life.do(i.MoveTo(status="waiting"))
    return again(life, span, **facts)


def again(life: Life, span: timedelta, **facts: Any) -> Life:
    life.now += span
    one = AssigneeOfTicket(ticket_id=7, person_id=AGENT, teams=["tech"], **facts)
    life.case = life.case.having(ASSIGNEE, [one])
    life.customer_writes()
    return life


@pytest.mark.parametrize(
    ("span", "facts", "stays"),
    [
        (HALF, {"presence": "available"}, True),
        (HALF, {"presence": "offline"}, True),  # a closed page, in hours
        (AT_NIGHT, {"presence": "offline"}, False),  # an answer is due tonight
        (AT_NIGHT, {"presence": "available"}, True),
        (HALF, {"active": False}, False),
        (HALF, {"presence": "available", "leaves": list(AWAY)}, False),
        (4 * DAY, {"presence": "available", "leaves": list(AWAY)}, True),  # over
    ],
)
@pytest.mark.parametrize("ended", [False, True])
def test_back_at_work_a_ticket_stays_with_whom_it_had_unless_they_are_absent_for_it(
    span: timedelta, facts: dict[str, Any], stays: bool, ended: bool
) -> None:
    if ended:
        life = Life()
        life.assign()
        life.accept()
        life.resolve()
        again(life, span, **facts)
    else:
        life = wrote_again(span, **facts)
    if stays:
        assert (life.ticket.assignee_id, life.ticket.status) == (AGENT, "in_progress")
        return
    assert (life.ticket.assignee_id, life.ticket.status) == (None, "new")
    assert life.ticket.routing_since == life.now
    told = [one.event for one in life.log if isinstance(one.event, StaffReminded)]
    assert {"lead", f"person:{AGENT}"} <= {name for one in told for name in one.to}


def test_who_reopens_their_own_ticket_is_there() -> None:
    life = Life()
    life.assign()
    life.accept()
    life.resolve()
    one = AssigneeOfTicket(ticket_id=7, person_id=AGENT, teams=[], leaves=list(AWAY))
    life.case = life.case.having(ASSIGNEE, [one])
    life.do(i.Reopen(), by=AGENT)
    assert (life.ticket.assignee_id, life.ticket.status) == (AGENT, "in_progress")


def test_reopened_by_a_lead_it_leaves_who_is_away() -> None:
    life = Life()
    life.assign()
    life.accept()
    life.resolve()
    one = AssigneeOfTicket(ticket_id=7, person_id=AGENT, teams=[], leaves=list(AWAY))
    life.case = life.case.having(ASSIGNEE, [one])
    life.do(i.Reopen(), by=LEAD, who=TEAM_LEAD)
    assert (life.ticket.assignee_id, life.ticket.status) == (None, "new")


# --- with the rows -------------------------------------------------------------------------------------------------


@pytest.mark.anyio
async def test_the_facts_of_whoever_has_it_are_loaded_with_the_ticket(office: Office) -> None:
    agent, customer = await office.member("李雷", tech=False), await office.customer()
    number = await office.ticket(customer, team="tech", assignee_id=agent.id)
    assert (await agent.post(f"/tickets/{number}/accept", {})).status_code == 200
    assert (await agent.post(f"/tickets/{number}/moves", {"to": "waiting"})).status_code == 200
    await on_leave(office, agent)
    answer = await customer.post(f"/portal/tickets/{number}/messages", {"text": "还是打不开"})
    assert answer.status_code in (200, 201), answer.text
    ticket = await now(office, number)
    assert (ticket.assignee_id, ticket.status) == (None, "new")


async def due(office: Office, number: str, at: datetime) -> None:
    await change(
        office,
        "update ticket set next_due_at = %(at)s where workspace_id = %(workspace)s and number = %(number)s",
        at=at,
        number=number,
    )


@pytest.mark.anyio
@pytest.mark.parametrize(("days", "stays"), [(30, True), (0, False)])
async def test_on_leave_one_keeps_what_is_due_after_one_is_back(office: Office, days: int, stays: bool) -> None:
    agent = await office.member("李雷", tech=False)
    number = await office.ticket(await office.customer(), team="tech", assignee_id=agent.id)
    await on_leave(office, agent)
    await due(office, number, clock.now() + timedelta(days=days))
    await run(office)
    assert ((await now(office, number)).assignee_id == agent.id) is stays


@pytest.mark.anyio
async def test_what_is_spared_holds_up_nothing_that_is_not(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongdan.domains.routing.commands.standing_in.BATCH", 1)
    agent, customer = await office.member("李雷", tech=False), await office.customer()
    spared, other = [await office.ticket(customer, team="tech", assignee_id=agent.id) for _ in range(2)]
    await on_leave(office, agent)
    await due(office, spared, clock.now() + timedelta(days=30))
    await run(office)
    assert (await now(office, other)).assignee_id is None
    assert (await now(office, spared)).assignee_id == agent.id


MIDNIGHT = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("at", "waits"),
    [
        (MIDNIGHT + timedelta(hours=8, minutes=45), True),  # 08:45: back at 09:00, nothing is due before
        (MIDNIGHT + timedelta(hours=3), False),  # an answer is due at 04:00
        (MIDNIGHT + timedelta(hours=10), False),  # 10:00: in hours it goes to those who are there
    ],
)
async def test_off_shift_the_customers_own_agent_gets_what_they_are_back_for(
    office: Office, at: datetime, waits: bool
) -> None:
    desk = await staffed(office)
    own = await office.member("专属", "agent", service=False)
    customer = await vip(office, own)
    await office.be("available", desk.agent)
    await office.be("offline", own)
    with clock.played(at):
        number = await office.ticket(customer)
        await run(office)
    assert (await now(office, number)).assignee_id == (own.id if waits else desk.agent.id)


# --- opening and publishing ----------------------------------------------------------------------------------------


async def opened(by: Visitor, **given: Any) -> Any:
    body = {"title": "打不开", "text": "x"}
    return await by.post("/tickets", body | given)


@pytest.mark.anyio
async def test_a_ticket_is_opened_for_who_could_be_given_it(office: Office) -> None:
    lead, director = await office.member("组长", "lead", tech=True), await office.member("总监", "director")
    mine, stranger = await office.member("组员", tech=False), await office.member("外人", finance=False)
    some = next(one.key for one in standard([2026]).categories if one.team == "tech")
    refused = await opened(lead, category=some, assignee_id=stranger.id)
    assert (refused.status_code, refused.json()["code"]) == (409, "ticket.not_of_team")
    assert (await opened(lead, category=some, assignee_id=mine.id)).status_code == 201
    assert (await opened(lead, category=some, team="finance", assignee_id=stranger.id)).status_code == 201
    assert (await opened(director, category=some, assignee_id=stranger.id)).status_code == 201
    batch = await lead.post(
        "/tickets/batch",
        {
            "tickets": [
                {"title": "a", "text": "x", "type": "technical", "category": some, "assignee_id": one.id}
                for one in (stranger, mine)
            ]
        },
    )
    assert [row["ticket"] is not None for row in batch.json()["rows"]] == [False, True]


@pytest.mark.parametrize(
    ("dispatch", "rule", "path"),
    [
        ({"cross_team": "ghost"}, {}, "dispatch.cross_team"),
        ({"calendar": "ghost"}, {}, "dispatch.calendar"),
        ({}, {"person": 8}, "routing.x.person"),
    ],
)
def test_what_routing_names_is_there(dispatch: dict[str, Any], rule: dict[str, Any], path: str) -> None:
    shipped = standard([2026])
    one = RoutingRule(key="x", name={"zh-CN": "一", "en": "x"}, when=shipped.routing[0].when, **rule)
    bundle = msgspec.structs.replace(shipped, dispatch=Dispatch(**dispatch), routing=(one,))
    around = Surroundings(teams=frozenset({"tech"}), people=frozenset({"7"}))
    found = [one for one in wiring.SECTIONS.check(bundle, around) if one.path.startswith(("dispatch.", "routing."))]
    assert [(one.path, one.severity) for one in found] == [(path, "error")]


@pytest.mark.anyio
@pytest.mark.parametrize(("days", "stays"), [(range(7), True), ([6], False)])
async def test_hours_of_ones_own_may_say_when_people_are_back(asgi: Any, days: Iterable[int], stays: bool) -> None:
    shipped, today = standard([2026, 2027]), clock.now().weekday()
    week: Any = {get_args(Weekday)[(today + n) % 7]: (("00:00", "24:00"),) for n in days}
    own = Calendar(key="own", name={"zh-CN": "自己的", "en": "Own"}, zone="UTC", week=week)
    dispatch = msgspec.structs.replace(shipped.dispatch, calendar="own")
    bundle = msgspec.structs.replace(shipped, calendars=(*shipped.calendars, own), dispatch=dispatch)
    office = await found_office(asgi, bundle=bundle)
    agent, customer = await office.member("李雷", tech=False), await office.customer()
    number = await office.ticket(customer, team="tech", assignee_id=agent.id)
    await on_leave(office, agent)
    await due(office, number, clock.now() + timedelta(days=4))
    await run(office)
    assert ((await now(office, number)).assignee_id == agent.id) is stays
