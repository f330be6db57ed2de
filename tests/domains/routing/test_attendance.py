"""Who is at work, and who is absent for a ticket: by one's shift, without one by the hours of dispatch (specs 02, 04)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, get_args

import msgspec
import pytest

from gongdan.domains.accounts.public import Leave
from gongdan.domains.bundle.times.calendars import Calendar, Day, Weekday
from gongdan.domains.policy.presets import standard
from gongdan.domains.routing.choice.attendance import away_now, back_at, is_absent, on_shift
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.public import Rules
from gongdan.domains.tickets.subjects.assignment import ASSIGNEE, AssigneeOfTicket
from gongdan.kernel import clock
from tests.domains.routing.test_absent import due
from tests.domains.routing.test_chain import change
from tests.domains.routing.test_router import now, run
from tests.domains.routing.test_shifts import give, policy
from tests.domains.tickets.life import AGENT, Life, compiled
from tests.kit import Office

WEEK = get_args(Weekday)
OFFICE = (("09:00", "18:00"),)
THURSDAY, FRIDAY, SATURDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 28)


def calendar(key: str, weekdays: Sequence[Any], hours: Any, zone: str = "Asia/Shanghai", **more: Any) -> Calendar:
    return Calendar(key=key, name={"zh-CN": key, "en": key}, zone=zone, week=dict.fromkeys(weekdays, hours), **more)


def release() -> Rules:
    """Dispatch goes by the hours of an office."""
    plain = standard([2026])
    calendars = (
        calendar("office", WEEK[:5], OFFICE),
        calendar("night", WEEK, (("00:00", "06:00"), ("22:00", "24:00"))),
        calendar("moved", WEEK[:5], OFFICE, days=(Day(on=SATURDAY, works_as="fri"), Day(on=FRIDAY))),
        calendar("old", WEEK, (("13:00", "15:00"),), retired=True),
        calendar("berlin", WEEK[:5], OFFICE, zone="Europe/Berlin"),
        calendar("never", WEEK, ()),
        *plain.calendars,
    )
    dispatch = msgspec.structs.replace(plain.dispatch, calendar="office")
    return compiled(msgspec.structs.replace(plain, calendars=calendars, dispatch=dispatch))


RULES = release()


def at(day: date, hour: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour}+08:00")


def one(*shifts: str, presence: str = "available", active: bool = True, leaves: Any = ()) -> AssigneeOfTicket:
    return AssigneeOfTicket(
        ticket_id=7, person_id=AGENT, teams=[], active=active, presence=presence, leaves=leaves, shifts=list(shifts)
    )


@pytest.mark.parametrize(
    ("shifts", "when", "is_on", "back"),
    [
        ((), at(THURSDAY, "03:00"), True, at(THURSDAY, "09:00")),  # nobody gave them a shift
        ((), at(THURSDAY, "10:00"), True, at(THURSDAY, "10:00")),
        (("office",), at(THURSDAY, "18:00"), False, at(FRIDAY, "09:00")),
        (("office",), at(THURSDAY, "17:59:59"), True, at(THURSDAY, "17:59:59")),
        (("night",), at(THURSDAY, "23:59:59"), True, at(THURSDAY, "23:59:59")),  # across midnight
        (("night",), at(FRIDAY, "00:00"), True, at(FRIDAY, "00:00")),
        (("night",), at(FRIDAY, "06:00"), False, at(FRIDAY, "22:00")),
        (("moved",), at(FRIDAY, "10:00"), False, at(SATURDAY, "09:00")),  # a day off, and the day made up for it
        (("moved",), at(SATURDAY, "10:00"), True, at(SATURDAY, "10:00")),
        (("old",), at(THURSDAY, "14:00"), True, at(THURSDAY, "14:00")),  # retired
        (("old",), at(THURSDAY, "10:00"), False, at(THURSDAY, "13:00")),
        (("berlin",), at(THURSDAY, "15:59"), False, at(THURSDAY, "16:00")),  # their morning
        (("berlin",), at(THURSDAY, "20:00"), True, at(THURSDAY, "20:00")),
        (("never",), at(THURSDAY, "10:00"), False, None),
        (("gone",), at(THURSDAY, "03:00"), True, at(THURSDAY, "03:00")),  # the release does not know it
        (("office", "night"), at(THURSDAY, "19:00"), False, at(THURSDAY, "22:00")),  # of two teams
        (("office", "never"), at(THURSDAY, "10:00"), True, at(THURSDAY, "10:00")),
    ],
)
def test_a_shift_runs_by_its_calendar(
    shifts: tuple[str, ...], when: datetime, is_on: bool, back: datetime | None
) -> None:
    assert on_shift(shifts, RULES, when) is is_on
    assert back_at((), shifts, RULES, when) == back


LEAVE = (Leave(from_at=at(THURSDAY, "00:00"), until_at=at(FRIDAY, "12:00")),)


@pytest.mark.parametrize(
    ("who", "when", "why"),
    [
        (one(), at(THURSDAY, "03:00"), None),
        (one(presence="away"), at(THURSDAY, "10:00"), "absent"),
        (one("office"), at(THURSDAY, "10:00"), None),
        (one("office"), at(THURSDAY, "20:00"), "off_shift"),  # with a page left open
        (one("office", presence="offline"), at(THURSDAY, "20:00"), "off_shift"),
        (one("office", leaves=LEAVE), at(THURSDAY, "20:00"), "on_leave"),
        (one("office", leaves=LEAVE), at(FRIDAY, "12:00"), None),
        (one(active=False, leaves=LEAVE), at(THURSDAY, "10:00"), "inactive"),
    ],
)
def test_who_is_at_work(who: AssigneeOfTicket, when: datetime, why: str | None) -> None:
    assert away_now(who, RULES, when) == why


@pytest.mark.parametrize(
    ("who", "due_at", "why"),
    [  # on Thursday at 20:00
        (one("night"), at(THURSDAY, "21:00"), "not_back"),
        (one("night"), at(THURSDAY, "22:01"), None),  # back at 22:00, though the office is closed till nine
        (one("office"), at(FRIDAY, "08:00"), "not_back"),
        (one("office"), at(FRIDAY, "09:01"), None),
        (one("office", leaves=LEAVE[:0]), None, None),
        (one("berlin", presence="offline"), at(THURSDAY, "20:30"), None),  # a closed page, in their hours
        (one("never"), at(FRIDAY, "20:00"), "not_back"),
        (one(), at(THURSDAY, "20:30"), None),  # without a shift an open page is enough
        (one(presence="offline"), at(THURSDAY, "20:30"), "not_back"),
        (one(presence="offline"), at(FRIDAY, "09:01"), None),
    ],
)
def test_absent_for_a_ticket_is_who_is_not_back_by_their_own_shift(
    who: AssigneeOfTicket, due_at: datetime | None, why: str | None
) -> None:
    assert is_absent(who, RULES, at(THURSDAY, "20:00"), due_at=due_at) == why


@pytest.mark.parametrize(("shifts", "stays"), [(["night"], True), (["office"], False), ([], False)])
def test_at_night_a_ticket_comes_back_to_whose_shift_it_is(shifts: list[str], stays: bool) -> None:
    life = Life(RULES)
    life.assign()
    life.accept()
    life.do(i.MoveTo(status="waiting"))
    life.now += timedelta(hours=12)  # 22:00
    having = AssigneeOfTicket(ticket_id=7, person_id=AGENT, teams=["tech"], presence="offline", shifts=shifts)
    life.case = life.case.having(ASSIGNEE, [having])
    life.customer_writes()
    assert (life.ticket.assignee_id == AGENT) is stays


# --- with the rows -------------------------------------------------------------------------------------------------


@pytest.mark.anyio
async def test_the_shift_of_whoever_has_it_is_loaded_with_the_ticket(office: Office) -> None:
    await office.publish(policy())
    admin, agent = await office.member("管理", "system_admin"), await office.member("李雷", service=False)
    await give(admin, agent, "night")
    customer = await office.customer()
    with clock.played(at(THURSDAY, "19:00")):
        number = await office.ticket(customer, team="service", assignee_id=agent.id)
        assert (await agent.post(f"/tickets/{number}/accept", {})).status_code == 200
        assert (await agent.post(f"/tickets/{number}/moves", {"to": "waiting"})).status_code == 200
    with clock.played(at(FRIDAY, "10:00")):
        answer = await customer.post(f"/portal/tickets/{number}/messages", {"text": "还是打不开"})
        assert answer.status_code in (200, 201), answer.text
    assert (await now(office, number)).assignee_id is None  # back at 18:00, and an answer is due before


LEAVE_OF = (
    "insert into member_leave (workspace_id, id, person_id, from_at, until_at)"
    " values (%(workspace)s, %(person)s, %(person)s, %(since)s, %(until)s)"
)


@pytest.mark.anyio
@pytest.mark.parametrize(("shift", "stays"), [("night", False), (None, True)])
async def test_on_leave_one_is_back_when_the_own_shift_begins(office: Office, shift: str | None, stays: bool) -> None:
    await office.publish(policy())
    admin, agent = await office.member("管理", "system_admin"), await office.member("李雷", service=False)
    await give(admin, agent, shift)
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    monday = datetime.fromisoformat("2026-11-30T00:00:00+08:00")
    with clock.played(monday):
        await change(office, LEAVE_OF, person=agent.id, since=monday, until=monday + timedelta(hours=8))
        await due(office, number, monday + timedelta(hours=12))  # the office opens at nine, the night at 18:00
        await run(office)
    assert ((await now(office, number)).assignee_id == agent.id) is stays
