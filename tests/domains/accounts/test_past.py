"""What is over stays readable: who was on duty, by the plan of that time, and who was on leave."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.accounts.presence.rosters import Replanned, Shift, ShiftPlan, duties, served
from gongdan.kernel import clock
from tests.domains.accounts.test_leaves import says
from tests.domains.accounts.test_rosters import DUTY, hours, plans, staffed
from tests.kit import Office, found_office

pytestmark = pytest.mark.anyio
START = datetime(2026, 11, 23, tzinfo=UTC)
ALL_DAY = (1, 2, 3, 4, 5, 6, 7)


def always(person: int) -> ShiftPlan:
    shift = Shift(person_id=person, weekdays=ALL_DAY, from_min=0, until_min=1440)
    return ShiftPlan(zone="UTC", shifts=(shift,))


NOBODY = ShiftPlan(zone="UTC", shifts=())


@given(st.lists(st.tuples(st.integers(1, 200), st.integers(1, 3)), max_size=6), st.integers(1, 3))
def test_each_time_is_told_by_the_plan_of_that_time(steps: list[tuple[int, int]], first: int) -> None:
    changes, at, before = [], START, always(first)
    for quarters, person in steps:
        at += timedelta(minutes=15 * quarters)
        changes.append(Replanned(at=at, before=before, after=always(person)))
        before = always(person)
    until = at + timedelta(hours=5)
    spans = served(changes, before, (9,), START, until)
    assert spans[0].from_at == START and spans[-1].until_at == until
    assert all(one.until_at == other.from_at for one, other in itertools.pairwise(spans))
    assert all(one.people != other.people for one, other in itertools.pairwise(spans))
    for span in spans:
        in_force = [one.after for one in changes if one.at <= span.from_at]
        plan = in_force[-1] if in_force else always(first)
        assert span.people == duties(plan, span.from_at, span.from_at + timedelta(minutes=15))[0].people


def test_without_shifts_everybody_was_on_duty() -> None:
    middle = START + timedelta(hours=1)
    spans = served(
        [Replanned(at=middle, before=NOBODY, after=always(1))], always(1), (7, 8), START, START + timedelta(hours=2)
    )
    assert [one.people for one in spans] == [(7, 8), (1,)]


async def test_who_was_on_duty_stays_though_the_plan_is_another_now(office: Office) -> None:
    by_day, by_night, admin = await staffed(office)
    then = clock.now() - timedelta(days=3)
    with clock.played(then):
        await plans(admin, hours(by_day, "00:00", "00:00"))
    with clock.played(then + timedelta(days=2)):
        await plans(admin, hours(by_night, "00:00", "00:00"))
    past = (await by_day.get(f"/rosters/{DUTY}/duty/past", days=4)).json()
    assert [one["people"] for one in past] == [[by_day.id, by_night.id], [by_day.id], [by_night.id]]
    older = (await by_day.get(f"/rosters/{DUTY}/duty/past", days=1, before=then.isoformat())).json()
    assert [one["people"] for one in older] == [[by_day.id, by_night.id]]
    abroad = await (await found_office(office.asgi)).member("外人", "system_admin")
    assert [one["people"] for one in (await abroad.get(f"/rosters/{DUTY}/duty/past")).json()] == [[]]
    assert (await (await office.customer()).get(f"/rosters/{DUTY}/duty/past")).status_code == 403
    assert (await admin.get("/rosters/nowhere/duty/past")).status_code == 404
    assert (await admin.get(f"/rosters/{DUTY}/duty/past", days=32)).status_code in (400, 422)


async def test_leaves_that_are_over_stay_readable_and_one_that_was_ended_early_tells_until_when(office: Office) -> None:
    agent, lead = await office.member("李雷", tech=False), await office.member("组长", "lead", tech=True)
    other = await office.member("王明", finance=False)
    then = clock.now() - timedelta(days=9)
    with clock.played(then):
        first = (await says(agent, agent, hours=(0, 8))).json()
    running = (await says(agent, agent, hours=(-2, 8))).json()
    ahead = (await says(agent, agent, hours=(48, 56))).json()
    for one in (running, ahead, running):
        assert (await agent.call("DELETE", f"/members/{agent.id}/leaves/{one['id']}")).status_code == 204
    past = (await lead.get(f"/members/{agent.id}/leaves/past")).json()
    assert [one["id"] for one in past] == [running["id"], first["id"]]
    assert past[0]["until_at"] < running["until_at"]
    page = await agent.get(f"/members/{agent.id}/leaves/past", before=past[0]["until_at"])
    assert [one["id"] for one in page.json()] == [first["id"]]
    assert (await agent.get(f"/members/{agent.id}/leaves")).json() == []
    assert (await other.get(f"/members/{agent.id}/leaves/past")).status_code == 403
    assert (await (await office.customer()).get(f"/members/{agent.id}/leaves/past")).status_code in (401, 403, 404)
