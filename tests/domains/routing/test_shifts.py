"""Shifts that are calendars of the policy: a team's, or a member's own. Off shift nobody is given work (spec 04)."""

from datetime import datetime
from typing import Any

import msgspec
import pytest

from gongdan.domains.accounts.public import actions
from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.kernel import clock
from tests.domains.routing.test_router import now, run
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio
FRIDAY_NIGHT = datetime.fromisoformat("2026-11-27T20:00:00+08:00")
MONDAY = datetime.fromisoformat("2026-11-30T09:00:00+08:00")
MAKE_UP, DAY_OFF = (datetime.fromisoformat(f"2026-{on}T10:00:00+08:00") for on in ("10-10", "10-01"))


def policy() -> PolicyBundle:
    """The shipped policy without routing rules, and with a calendar of nights."""
    plain: Any = msgspec.to_builtins(standard([2026]))
    week = {key: [["18:00", "24:00"]] for key in plain["calendars"][0]["week"]}
    night = {"key": "night", "name": {"zh-CN": "晚班", "en": "Evenings"}, "zone": "Asia/Shanghai", "week": week}
    return msgspec.convert(plain | {"routing": [], "calendars": [*plain["calendars"], night]}, PolicyBundle)


@pytest.fixture
async def desk(office: Office) -> Office:
    await office.publish(policy())
    return office


async def give(admin: Visitor, who: Visitor | str, calendar: str | None) -> Any:
    path = f"/teams/{who}" if isinstance(who, str) else f"/members/{who.id}"
    return await admin.call("PATCH", path, json={"calendar": calendar})


async def assigned(office: Office, at: datetime) -> int | None:
    """Who gets a ticket of the service team that is there at an instant."""
    with clock.played(at):
        number = await office.ticket(await office.customer(), team="service")
        await run(office)
        return (await now(office, number)).assignee_id


async def test_a_teams_shift_is_its_members_and_waiting_work_comes_when_it_begins(desk: Office) -> None:
    admin, agent = await desk.member("管理", "system_admin"), await desk.member("李雷", "agent", service=False)
    assert (await give(admin, "service", "standard")).json()["calendar"] == "standard"
    with clock.played(FRIDAY_NIGHT):
        number = await desk.ticket(await desk.customer(), team="service")
        await run(desk)
        assert (await now(desk, number)).assignee_id is None
    with clock.played(MONDAY):
        await run(desk)
        assert (await now(desk, number)).assignee_id == agent.id


async def test_ones_own_shift_stands_over_the_teams(desk: Office) -> None:
    admin, agent = await desk.member("管理", "system_admin"), await desk.member("李雷", "agent", service=False)
    await give(admin, "service", "standard")
    assert (await give(admin, agent, "night")).json()["calendar"] == "night"
    assert await assigned(desk, FRIDAY_NIGHT) == agent.id
    assert await assigned(desk, MONDAY) is None
    await give(admin, agent, None)
    assert await assigned(desk, MONDAY) == agent.id


async def test_who_is_of_a_team_without_a_shift_too_is_on_shift_always(desk: Office) -> None:
    admin, agent = (
        await desk.member("管理", "system_admin"),
        await desk.member("李雷", "agent", service=False, tech=False),
    )
    await give(admin, "service", "standard")
    assert await assigned(desk, FRIDAY_NIGHT) == agent.id
    await give(admin, "tech", "standard")
    assert await assigned(desk, FRIDAY_NIGHT) is None


@pytest.mark.parametrize(("at", "works"), [(MAKE_UP, True), (DAY_OFF, False)])
async def test_make_up_days_are_worked_and_days_off_are_not(desk: Office, at: datetime, works: bool) -> None:
    admin, agent = await desk.member("管理", "system_admin"), await desk.member("李雷", "agent", service=False)
    await give(admin, agent, "standard")
    assert (await assigned(desk, at) == agent.id) == works


async def test_who_is_on_shift_is_shown_on_the_board_and_in_the_list_of_shifts(desk: Office) -> None:
    admin, agent = await desk.member("管理", "system_admin"), await desk.member("李雷", "agent", service=False)
    other = await desk.member("韩梅", "agent", service=False)
    await give(admin, agent, "night")
    for at, is_on in ((FRIDAY_NIGHT, True), (MONDAY, False)):
        with clock.played(at):
            rows = {one["person"]["id"]: one["on_shift"] for one in (await admin.get("/team")).json()["members"]}
            (_, night) = (await other.get("/shifts")).json()
        assert (rows[agent.id], rows[other.id]) == (is_on, True)
        assert (night["key"], night["is_open"], night["people"]) == ("night", is_on, [agent.id])


async def test_a_calendar_that_is_not_there_or_is_retired_is_refused_at_its_field(desk: Office) -> None:
    admin, agent = await desk.member("管理", "system_admin"), await desk.member("李雷", "agent", service=False)
    plain: Any = msgspec.to_builtins(policy())
    plain["calendars"][1]["retired"] = True
    await desk.publish(msgspec.convert(plain, PolicyBundle))
    for who in (agent, "service"):
        for key in ("nowhere", "night"):
            refused = await give(admin, who, key)
            assert (refused.status_code, refused.json()["faults"][0]["field"]) == (422, "calendar")


async def test_a_shift_whose_calendar_is_retired_goes_on(desk: Office) -> None:
    admin, agent = await desk.member("管理", "system_admin"), await desk.member("李雷", "agent", service=False)
    await give(admin, agent, "night")
    plain: Any = msgspec.to_builtins(policy())
    plain["calendars"][1]["retired"] = True
    await desk.publish(msgspec.convert(plain, PolicyBundle))
    assert await assigned(desk, MONDAY) is None
    assert await assigned(desk, FRIDAY_NIGHT) == agent.id


async def test_a_retired_calendar_is_named_as_long_as_it_is_a_shift(desk: Office) -> None:
    admin, agent = await desk.member("管理", "system_admin"), await desk.member("李雷", "agent", service=False)
    await give(admin, agent, "night")
    plain: Any = msgspec.to_builtins(policy())
    plain["calendars"][1]["retired"] = True
    await desk.publish(msgspec.convert(plain, PolicyBundle))
    await give(admin, "service", None)
    _, night = (await admin.get("/shifts")).json()
    assert (night["name"]["zh-CN"], night["retired"], night["people"]) == ("晚班", True, [agent.id])
    assert (night["teams"], night["own"]) == ([], [agent.id])
    await give(admin, agent, None)
    assert [one["key"] for one in (await admin.get("/shifts")).json()] == ["standard"]


@pytest.mark.parametrize("role", [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES])
async def test_only_who_manages_people_sets_shifts(desk: Office, role: str) -> None:
    agent, by = await desk.member("李雷", "agent", service=False), await desk.member("某人", role, service=False)
    may = "people.manage" in actions(by.authority)
    assert ((await give(by, agent, "night")).status_code == 200) == may
    assert ((await give(by, "service", "night")).status_code == 200) == may
    abroad = await (await found_office(desk.asgi)).member("外人", "system_admin")
    assert (await give(abroad, agent, "standard")).status_code == 404
    assert (await (await desk.customer()).get("/shifts")).status_code == 403


async def test_who_uses_a_calendar_as_their_shift_is_named_and_its_retirement_warned_of(desk: Office) -> None:
    admin, agent = await desk.member("管理", "system_admin"), await desk.member("李雷", "agent", service=False)
    gone = await desk.member("走了", "agent", service=False)
    for who in (agent, gone, "service"):
        await give(admin, who, "night")
    assert (await admin.call("PATCH", f"/members/{gone.id}", json={"active": False})).is_success
    _, night = (await admin.get("/shifts")).json()
    assert (night["teams"], night["own"]) == (["service"], [agent.id])
    plain: Any = msgspec.to_builtins(policy())
    plain["calendars"][1]["retired"] = True
    answer = await admin.call("PUT", "/policy/draft/calendars", json={"value": plain["calendars"]})
    assert answer.is_success, answer.text
    found = [one for one in (await admin.get("/policy/draft")).json()["findings"] if one["code"] == "sla.shift_retired"]
    assert [one["severity"] for one in found] == ["warning"] and "李雷" in found[0]["text"]["zh-CN"]
