"""A duty roster is removed only when nothing names it; a shift that begins brings waiting work to whom it belongs."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from gongdan.domains.accounts.public import actions
from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from gongdan.kernel import clock
from tests.domains.accounts.test_rosters import DUTY, body, hours
from tests.domains.routing.test_router import now, run
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio
NIGHT = "night"


async def with_roster(office: Office) -> Visitor:
    admin = await office.member("管理", "system_admin")
    made = await admin.post("/teams", {"key": NIGHT, "name": {"zh-CN": "夜班", "en": "Nights"}, "is_roster": True})
    assert made.status_code == 201, made.text
    return admin


async def remove(by: Visitor, key: str = NIGHT, **headers: str) -> httpx.Response:
    return await by.call("DELETE", f"/rosters/{key}", headers=headers)


async def draft(by: Visitor, section: str, change: dict[str, Any]) -> None:
    value = (await by.get(f"/policy/draft/{section}")).json()["value"]
    answer = await by.call("PUT", f"/policy/draft/{section}", json={"value": [value[0] | change, *value[1:]]})
    assert answer.status_code == 200, answer.text


async def uses(answer: httpx.Response) -> list[str]:
    assert (answer.status_code, answer.json()["code"]) == (409, "accounts.roster_in_use")
    return [one["en"] for one in answer.json()["uses"]]


async def test_a_roster_that_nothing_names_is_removed_with_its_members_and_shifts_and_the_log_says_so(
    office: Office,
) -> None:
    admin = await with_roster(office)
    assert (await admin.call("PATCH", f"/teams/{NIGHT}", json={"members": [admin.id]})).status_code == 200
    assert (await admin.call("PUT", f"/rosters/{NIGHT}/shifts", json=body(hours(admin, "21:00", "09:00")))).is_success
    assert (await remove(admin)).status_code == 204
    assert NIGHT not in [one["key"] for one in (await admin.get("/rosters")).json()]
    assert (await remove(admin)).json()["code"] == "accounts.roster_not_found", "it comes twice"
    said = [one["text"] for one in (await admin.get("/audit")).json()["entries"]]
    assert any("夜班" in one and "删除值班表" in one for one in said), said


async def test_what_names_it_is_told_in_the_policy_in_force_in_the_draft_and_in_roles(office: Office) -> None:
    admin = await with_roster(office)
    assert await uses(await remove(admin, DUTY)), "the shipped policy names it"
    await draft(admin, "routing", {"roster": NIGHT, "team": None})
    assert [one.partition(" “")[0] for one in await uses(await remove(admin))] == ["routing rules"]
    assert (await admin.call("DELETE", "/policy/draft")).status_code == 204
    grants = [{"scope": "team", "actions": ["ticket.read"], "keys": [NIGHT]}]
    role = {"key": "watch", "name": {"zh-CN": "夜间", "en": "Watch"}, "grants": grants}
    made = await admin.post("/roles", role)
    assert made.status_code == 201, made.text
    assert await uses(await remove(admin)) == ["Role “Watch”"]


async def test_receivers_of_a_ladder_are_uses_too(office: Office) -> None:
    admin = await with_roster(office)
    (ladder, *_) = (await admin.get("/policy/draft/ladders")).json()["value"]
    level, *others = ladder["levels"]
    await draft(admin, "ladders", {"levels": [level | {"to": [*level["to"], f"roster:{NIGHT}"]}, *others]})
    (found,) = await uses(await remove(admin))
    assert ladder["name"]["en"] in found


async def test_a_team_is_no_roster_and_a_foreign_roster_is_not_there(office: Office) -> None:
    admin = await with_roster(office)
    assert (await remove(admin, "tech")).status_code == 404
    abroad = await (await found_office(office.asgi)).member("外人", "system_admin")
    assert (await remove(abroad)).status_code == 404
    assert (await remove(admin)).status_code == 204


async def test_who_saw_other_shifts_is_refused(office: Office) -> None:
    admin = await with_roster(office)
    assert (await remove(admin, **{"If-Match": '"7"'})).json()["code"] == "accounts.structure_changed"


@pytest.mark.parametrize("role", [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES])
async def test_only_who_manages_people_removes_one(office: Office, role: str) -> None:
    await with_roster(office)
    visitor = await office.member("某人", role, service=False)
    may = "people.manage" in actions(visitor.authority)
    assert (await remove(visitor)).status_code == (204 if may else 403)


async def test_work_that_waits_comes_to_whose_shift_begins(office: Office) -> None:
    admin = await office.member("管理", "system_admin")
    duty = await office.member("白班", "agent", **{DUTY: False})
    begins = (clock.now() + timedelta(days=1)).replace(hour=1, minute=0, second=0, microsecond=0)
    shift = hours(duty, "09:00", "18:00", on_date=f"{begins:%Y-%m-%d}")
    assert (await admin.call("PUT", f"/rosters/{DUTY}/shifts", json=body(shift))).is_success
    number = await office.ticket(await office.customer(), priority="P0")
    await run(office)
    assert (await now(office, number)).assignee_id is None
    with clock.played(begins - timedelta(seconds=1)):
        await run(office)
    assert (await now(office, number)).assignee_id is None, "a second before"
    with clock.played(begins):
        await run(office)
    assert (await now(office, number)).assignee_id == duty.id
