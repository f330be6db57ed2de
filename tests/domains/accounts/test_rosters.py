"""Duty rosters by time: who is on duty when, who may say so, and whom work comes to (spec 03, 04)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongdan.domains.accounts.commands.people import set_teams
from gongdan.domains.accounts.events import key_id
from gongdan.domains.accounts.presence.rosters import ON_DUTY, Shift, ShiftPlan, duties, on_duty
from gongdan.kernel import clock
from tests.domains.notifications.test_staff import notices
from tests.domains.routing.test_router import now, run
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
ONE, TWO = 1, 2
WORKDAYS = (1, 2, 3, 4, 5)
DUTY = "duty-lead"


def shift(person: int | None, *when: int | str, hours: tuple[float, float]) -> Shift:
    """On weekdays, or on a date; hours beyond 24 are of the next day."""
    dates = [date.fromisoformat(one) for one in when if isinstance(one, str)]
    return Shift(
        person_id=person,
        weekdays=tuple(one for one in when if isinstance(one, int)),
        on_date=dates[0] if dates else None,
        from_min=int(hours[0] * 60),
        until_min=int(hours[1] * 60),
    )


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


WEEK = (
    shift(ONE, *WORKDAYS, hours=(9, 18)),
    shift(TWO, *WORKDAYS, hours=(17, 24 + 9)),
    shift(ONE, "2026-11-26", hours=(12, 13)),
    shift(None, "2026-11-27", hours=(0, 24)),
)


@pytest.mark.parametrize(
    ("when", "people"),
    [
        ("2026-11-23 08:59:59", set()),  # a Monday; nobody began on Sunday
        ("2026-11-23 09:00", {ONE}),
        ("2026-11-23 17:00", {ONE, TWO}),  # overlap
        ("2026-11-23 18:00", {TWO}),  # half open
        ("2026-11-23 23:59:59", {TWO}),
        ("2026-11-24 00:00", {TWO}),  # past midnight
        ("2026-11-24 09:00", {ONE}),
        ("2026-11-26 08:00", {TWO}),  # began on Wednesday: the date replaces only what begins on it
        ("2026-11-26 11:00", set()),
        ("2026-11-26 12:30", {ONE}),
        ("2026-11-26 20:00", set()),
        ("2026-11-27 12:00", set()),  # a date of nobody
        ("2026-11-28 03:00", set()),
    ],
)
def test_who_is_on_duty_at_the_edges_of_shifts(when: str, people: set[int]) -> None:
    assert on_duty(ShiftPlan(zone="Asia/Shanghai", shifts=WEEK), at(when)) == people


@pytest.mark.parametrize(
    ("hours", "spans"),
    [
        # 2026-03-29 02:00 → 03:00 in Berlin: the hour that is missing is served by nobody, and is not a gap
        ((1, 4), [("2026-03-29T00:00+00:00", "2026-03-29T02:00+00:00")]),
        ((2.5, 4), [("2026-03-29T01:00+00:00", "2026-03-29T02:00+00:00")]),
        ((2, 3), []),
    ],
)
def test_a_shift_over_the_hour_that_clocks_skip(hours: tuple[float, float], spans: list[tuple[str, str]]) -> None:
    schedule = ShiftPlan(zone="Europe/Berlin", shifts=(shift(ONE, "2026-03-29", hours=hours),))
    found = duties(schedule, at("2026-03-29 00:00", BERLIN).astimezone(UTC), at("2026-03-30 00:00", BERLIN))
    shown = [(f"{one.from_at.astimezone(UTC)}", f"{one.until_at.astimezone(UTC)}") for one in found if one.people]
    assert shown == [tuple(f"{datetime.fromisoformat(edge)}" for edge in span) for span in spans]


def test_an_hour_that_comes_twice_is_served_twice() -> None:
    schedule = ShiftPlan(zone="Europe/Berlin", shifts=(shift(ONE, "2026-10-25", hours=(2, 3)),))
    found = duties(schedule, at("2026-10-25 00:00", BERLIN).astimezone(UTC), at("2026-10-26 00:00", BERLIN))
    assert sum((one.until_at - one.from_at for one in found if one.people), timedelta()) == timedelta(hours=2)


QUARTERS = st.integers(0, 95)
SHIFTS = st.builds(
    lambda person, days, on, begins, lasts: Shift(
        person_id=person,
        weekdays=() if on else tuple(sorted(days)),
        on_date=date(2026, 10, 20) + timedelta(days=on) if on else None,
        from_min=begins * 15,
        until_min=(begins + lasts) * 15,
    ),
    st.sampled_from([ONE, TWO]),
    st.sets(st.integers(1, 7), min_size=1),
    st.none() | st.integers(1, 10),
    QUARTERS,
    st.integers(1, 96),
)
SCHEDULES = st.builds(
    lambda zone, shifts: ShiftPlan(zone=zone, shifts=tuple(shifts)),
    st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"]),
    st.lists(SHIFTS, min_size=1, max_size=6),
)
MOMENTS = st.integers(0, 14 * 86_400).map(lambda s: datetime(2026, 10, 20, tzinfo=UTC) + timedelta(seconds=s))


@given(SCHEDULES, MOMENTS, MOMENTS)
def test_duties_tile_the_time_and_say_what_each_instant_says(
    schedule: ShiftPlan, start: datetime, one: datetime
) -> None:
    until = start + timedelta(days=3)
    found = duties(schedule, start, until)
    assert [found[0].from_at, *(each.until_at for each in found)] == [*(each.from_at for each in found), until]
    for each in found:
        if each.from_at <= one < each.until_at:
            assert set(each.people) == on_duty(schedule, one)


def body(*shifts: dict[str, Any], zone: str = "Asia/Shanghai") -> dict[str, Any]:
    return {"zone": zone, "shifts": list(shifts)}


def hours(person: Visitor | None, begins: str, ends: str, **when: Any) -> dict[str, Any]:
    days = when or {"weekdays": [1, 2, 3, 4, 5, 6, 7]}
    return {"person_id": person.id if person else None, "begins": begins, "ends": ends} | days


async def plans(by: Visitor, *shifts: dict[str, Any], key: str = DUTY, **headers: Any) -> Any:
    return await by.call("PUT", f"/rosters/{key}/shifts", json=body(*shifts), headers=headers)


async def staffed(office: Office) -> tuple[Visitor, Visitor, Visitor]:
    """By day, by night, and who manages people."""
    by_day = await office.member("白班", "agent", **{DUTY: False})
    by_night = await office.member("夜班", "agent", **{DUTY: False})
    return by_day, by_night, await office.member("管理", "system_admin")


async def test_what_was_planned_is_listed_and_in_the_log_and_repeating_it_changes_nothing(office: Office) -> None:
    by_day, by_night, admin = await staffed(office)
    given = (hours(by_day, "09:00", "21:00"), hours(by_night, "21:00", "09:00", weekdays=[5, 1]))
    made = (await plans(admin, *given)).json()
    assert [(one["begins"], one["ends"], one["weekdays"]) for one in made["shifts"]] == [
        ("09:00", "21:00", [1, 2, 3, 4, 5, 6, 7]),
        ("21:00", "09:00", [1, 5]),
    ]
    assert (await plans(admin, *given)).json()["version"] == made["version"] == 1
    (listed,) = (await by_day.get("/rosters")).json()
    assert listed["shifts"] == made["shifts"]
    async with office.read() as tx:
        logged = await tx.rows(
            tuple,
            "select kind from event where workspace_id = %(workspace)s and stream = 'team' and stream_id = %(id)s",
            id=key_id(DUTY),
        )
    assert [kind for (kind,) in logged].count("team.duty_planned") == 1


async def test_a_lead_of_the_roster_plans_it_and_an_agent_or_a_foreigner_does_not(office: Office) -> None:
    by_day, _, admin = await staffed(office)
    lead = await office.member("值班长", "agent", **{DUTY: True})
    other = await office.member("组长", "lead", tech=True)
    customer = await office.customer()
    for by, status in ((admin, 200), (lead, 200), (by_day, 403), (other, 403), (customer, 403)):
        assert (await plans(by, hours(by_day, "09:00", f"{18 + status // 400}:00"))).status_code == status
    assert (await plans(admin, key="nowhere")).json()["code"] == "accounts.roster_not_found"
    assert (await plans(admin, key="tech")).json()["code"] == "accounts.roster_not_found"  # a team, not a roster
    elsewhere = await found_office(office.asgi)
    abroad = await elsewhere.member("外人", "system_admin")
    assert (await plans(abroad, hours(by_day, "09:00", "18:00"))).status_code == 422
    assert (await abroad.get("/rosters")).json()[0]["shifts"] == []


async def test_two_who_plan_at_once_do_not_lose_what_the_other_said(office: Office) -> None:
    by_day, by_night, admin = await staffed(office)
    assert (await plans(admin, hours(by_day, "09:00", "18:00"), **{"If-Match": '"0"'})).status_code == 200
    late = await plans(admin, hours(by_night, "09:00", "18:00"), **{"If-Match": '"0"'})
    assert (late.status_code, late.json()["code"]) == (412, "accounts.structure_changed")


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"ends": "18:10"}, "shifts.0.ends", "accounts.shift_quarters"),
        ({"weekdays": []}, "shifts.0.weekdays", "accounts.shift_day"),
        ({"on_date": "2026-12-01"}, "shifts.0.weekdays", "accounts.shift_day"),
        ({"person_id": None}, "shifts.0.person_id", "accounts.shift_of_nobody"),
        ({"person_id": 999_999}, "shifts.0.person_id", "accounts.shift_of_stranger"),
    ],
)
async def test_a_shift_that_makes_no_sense_is_refused_at_its_field(
    office: Office, wrong: dict[str, Any], field: str, code: str
) -> None:
    by_day, _, admin = await staffed(office)
    refused = await plans(admin, hours(by_day, "09:00", "18:00") | wrong)
    assert [(one["field"], one["code"]) for one in refused.json()["faults"]] == [(field, code)]


async def test_work_for_the_roster_comes_to_who_is_on_duty_and_without_shifts_to_all(office: Office) -> None:
    by_day, by_night, admin = await staffed(office)
    await plans(admin, hours(by_night, "00:00", "00:00"))
    number = await office.ticket(await office.customer(), priority="P0")
    await run(office)
    assert (await now(office, number)).assignee_id == by_night.id
    assert await notices(by_night)
    assert not await notices(by_day)
    await plans(admin)
    assert (await by_day.get("/rosters")).json()[0]["on_duty"] == sorted([by_day.id, by_night.id])


async def test_where_nobody_is_on_duty_the_chain_goes_on(office: Office) -> None:
    by_day, _, admin = await staffed(office)
    agent = await office.member("组员", "agent", tech=False)
    await plans(
        admin, hours(None, "00:00", "00:00", on_date=f"{clock.now():%Y-%m-%d}"), hours(by_day, "09:00", "09:15")
    )
    tomorrow = clock.now() + timedelta(days=1)
    await plans(admin, hours(by_day, "00:00", "00:15", on_date=f"{tomorrow + timedelta(days=9):%Y-%m-%d}"))
    number = await office.ticket(await office.customer(), priority="P0")
    await run(office)
    assert (await now(office, number)).assignee_id == agent.id


async def test_the_days_to_come_name_gaps_and_who_is_on_leave(office: Office) -> None:
    by_day, by_night, admin = await staffed(office)
    await plans(admin, hours(by_day, "09:00", "18:00"), hours(by_night, "18:00", "09:00"))
    days = (await by_day.get(f"/rosters/{DUTY}/duty")).json()
    assert all(one["people"] and not one["away"] for one in days)
    begins = clock.now() + timedelta(days=2)
    span = {"from_at": begins.isoformat(), "until_at": (begins + timedelta(days=2)).isoformat()}
    await by_day.post(f"/members/{by_day.id}/leaves", span)
    days = (await by_day.get(f"/rosters/{DUTY}/duty")).json()
    gaps = [one for one in days if set(one["people"]) == set(one["away"])]
    assert gaps and all(one["people"] == [by_day.id] for one in gaps)
    assert [days[0]["from_at"], *(one["until_at"] for one in days)][:-1] == [one["from_at"] for one in days]


async def test_who_leaves_the_roster_is_on_duty_no_longer(office: Office) -> None:
    by_day, by_night, admin = await staffed(office)
    await plans(admin, hours(by_day, "00:00", "00:00"))
    async with office.services.db.write(office.id) as tx:
        await set_teams(tx, office.system(), by_day.id, {}, via="cli", now=clock.now())
    assert (await by_night.get("/rosters")).json()[0]["on_duty"] == []
    assert not (await by_night.get(f"/rosters/{DUTY}/duty")).json()[0]["people"]
    kept = await plans(admin, hours(by_day, "00:00", "00:00"), hours(by_night, "09:00", "18:00"))
    assert kept.json()["faults"][0]["code"] == "accounts.shift_of_stranger"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SCHEDULES, MOMENTS)
async def test_sql_and_python_agree_on_who_is_on_duty(office: Office, schedule: ShiftPlan, when: datetime) -> None:
    async with office.services.db.write(office.id) as tx:
        for table in ("team_member", "duty_shift", "duty_plan"):
            tx.put(f"delete from {table} where workspace_id = %(workspace)s")
        await tx.flush()
        for person in (ONE, TWO):
            tx.insert("team_member", {"workspace_id": office.id, "team": "r", "person_id": person, "is_lead": False})
        tx.insert("duty_plan", {"workspace_id": office.id, "roster": "r", "zone": schedule.zone, "version": 1})
        for n, one in enumerate(schedule.shifts):
            row = {"person_id": one.person_id, "weekdays": list(one.weekdays), "on_date": one.on_date}
            row |= {"from_min": one.from_min, "until_min": one.until_min}
            tx.insert("duty_shift", {"workspace_id": office.id, "roster": "r", "n": n, **row})
        await tx.flush()
        found = await tx.rows(
            tuple,
            f"select tm.person_id from team_member tm where tm.workspace_id = %(workspace)s and {ON_DUTY}",
            now=when,
        )
    assert {person for (person,) in found} == on_duty(schedule, when)
