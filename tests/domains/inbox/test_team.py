"""The board of a team: who is there, what each has in hand, what waits and why."""

from datetime import timedelta
from typing import Any

import pytest

from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from gongdan.kernel import clock
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


async def board(by: Visitor, **query: str) -> dict[str, Any]:
    answer = await by.get("/team", **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_it_says_who_is_there_and_what_each_has_in_hand(office: Office) -> None:
    lead = await office.member("组长", "lead", service=True)
    agent = await office.member("李雷", "agent", service=False)
    away = await office.member("韩梅", "agent", service=False)
    await office.be("offline", away)
    await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    rows = {one["person"]["name"]: one for one in (await board(lead))["members"]}
    assert (rows["李雷"]["presence"], rows["李雷"]["in_hand"], rows["李雷"]["open"]) == ("available", 1, 1)
    assert (rows["韩梅"]["presence"], rows["韩梅"]["in_hand"], rows["韩梅"]["open"]) == ("offline", 0, 0)
    assert rows["李雷"]["teams"] == ["service"]


async def test_what_nobody_has_waits_with_the_last_reason_of_the_router(office: Office) -> None:
    lead = await office.member("组长", "lead", service=True)
    await office.be("offline", lead)
    number = await office.ticket(await office.customer(), team="service")
    found = await board(lead)
    (waiting,) = found["waiting"]
    assert (waiting["number"], waiting["team"], waiting["held"], found["waiting_count"]) == (
        number,
        "service",
        False,
        1,
    )


async def test_one_team_is_asked_for(office: Office) -> None:
    director = await office.member("总监", "director", service=False)
    await office.ticket(await office.customer(), team="tech")
    assert (await board(director, team="service"))["waiting"] == []
    assert len((await board(director, team="tech"))["waiting"]) == 1
    assert await board(director, team="nowhere") == {
        "members": [], "waiting": [], "waiting_count": 0, "escalated": [], "breached_count": 0,
    }  # fmt: skip


async def test_who_is_on_leave_is_shown_with_their_substitute(office: Office) -> None:
    lead = await office.member("组长", "lead", service=True)
    agent = await office.member("李雷", "agent", service=False)
    stands_in = await office.member("韩梅", "agent", service=False)
    now = clock.now()
    leave = {"from_at": str(now - timedelta(days=1)), "until_at": str(now + timedelta(days=2))}
    admin = await office.member("管理员", "system_admin", service=False)
    made = await admin.post(f"/members/{agent.id}/leaves", leave | {"substitute_id": stands_in.id})
    assert made.status_code == 201, made.text
    (row,) = [one for one in (await board(lead))["members"] if one["person"]["id"] == agent.id]
    assert row["absent"]["substitute"]["name"] == "韩梅"


async def test_another_workspace_is_not_shown(office: Office) -> None:
    await office.ticket(await office.customer(), team="service")
    other = await found_office(office.asgi)
    found = await board(await other.member("组长", "lead", service=True))
    assert [one["person"]["name"] for one in found["members"]] == ["组长"] and found["waiting"] == []


@pytest.mark.parametrize("role", [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES])
async def test_who_assigns_and_may_look_members_up_sees_it(office: Office, role: str) -> None:
    visitor = await office.member("某人", role, service=False)
    held = {action for grant in visitor.authority.grants for action in grant.actions}
    answer = await visitor.get("/team")
    assert answer.status_code == (200 if {"ticket.assign", "people.read"} <= held else 403)
