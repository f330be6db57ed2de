"""Who can see a ticket, and why: what the answer says of somebody is what they meet."""

from typing import Any

import pytest

from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio


async def readers(asker: Visitor, number: str) -> dict[str, Any]:
    answer = await asker.get(f"/tickets/{number}/readers")
    assert answer.status_code == 200, answer.text
    return {one["name"]: one for one in answer.json()["readers"]}


async def test_the_answer_names_exactly_those_who_can_open_it(office: Office) -> None:
    admin, customer = await office.member("韩梅梅", "system_admin"), await office.customer("王芳")
    number = await office.ticket(customer, team="tech")
    people = [admin, customer]
    for role in (one.key for one in SHIPPED if one.key not in CUSTOMER_ROLES):
        people.append(await office.member(f"{role} in", role, tech=True))
        people.append(await office.member(f"{role} out", role, finance=True))
    told = await readers(admin, number)
    for one in people:
        opens = (await one.get(f"/tickets/{number}")).status_code == 200 if one is not customer else True
        assert (one.authority.name in told) == opens, one.authority.name


async def test_each_is_told_with_the_scopes_that_let_them_in(office: Office) -> None:
    admin, customer = await office.member("韩梅梅", "system_admin"), await office.customer("王芳")
    await office.member("李雷", "agent", tech=False)
    await office.member("小赵", "agent", finance=False)
    told = await readers(admin, await office.ticket(customer, team="tech"))
    scopes = {name: [ground["scope"] for ground in one["grounds"]] for name, one in told.items()}
    assert scopes["韩梅梅"] == ["all"] and "team" in scopes["李雷"] and "小赵" not in scopes
    assert scopes["王芳"] and told["王芳"]["kind"] == "customer"
    assert told["李雷"]["reads_notes"] and not told["王芳"]["reads_notes"]


async def test_who_is_shut_out_sees_nothing(office: Office) -> None:
    admin, customer = await office.member("韩梅梅", "system_admin"), await office.customer("王芳")
    gone = await office.member("李雷", "agent", tech=False)
    number = await office.ticket(customer, team="tech")
    assert "李雷" in await readers(admin, number)
    await admin.call("PATCH", f"/members/{gone.id}", json={"active": False})
    assert "李雷" not in await readers(admin, number)


async def test_who_reads_no_notes_is_not_told_who_watches(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    grants = [
        {"scope": "own", "actions": ["ticket.read", "message.read"]},
        {"scope": "all", "actions": ["people.read"]},
    ]
    made = {"key": "asker", "name": {"zh-CN": "提问者", "en": "Asker"}, "grants": grants}
    assert (await admin.post("/roles", made)).status_code == 201
    asker = await office.member("提问者", "asker")
    number = await office.ticket(asker, team="tech")
    assert (await asker.get(f"/tickets/{number}")).status_code == 200
    assert (await asker.get(f"/tickets/{number}/readers")).status_code == 403


async def test_it_is_told_to_nobody_who_cannot_see_the_ticket(office: Office) -> None:
    number = await office.ticket(await office.customer(), team="tech")
    outside = await office.member("小赵", "agent", finance=False)
    assert (await outside.get(f"/tickets/{number}/readers")).status_code == 404
    far = await (await found_office(office.asgi)).member("远方", "system_admin")
    assert (await far.get(f"/tickets/{number}/readers")).status_code == 404
    vendor = await office.member("外部", "vendor")
    assert (await vendor.get(f"/tickets/{number}/readers")).status_code in (403, 404)
