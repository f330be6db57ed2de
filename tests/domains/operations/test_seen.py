"""Operations that nobody started, and those that nobody did: what becomes of them, and who sees them."""

from datetime import timedelta

import pytest

from gongdan.domains.operations.public import begin
from gongdan.domains.sla.jobs import MeasureClocks
from gongdan.kernel import clock
from tests.domains.operations.test_operations import carry_out, planned, several
from tests.domains.tickets.test_jobs import fire, timers
from tests.kit import Office

pytestmark = pytest.mark.anyio


async def test_a_preview_that_nobody_starts_is_cancelled_after_a_day_and_forgets_its_targets(office: Office) -> None:
    lead, numbers = await several(office, 2)
    left, started, undoing = [await planned(lead, numbers, add_tags=[tag]) for tag in ("a", "b", "c")]
    await lead.post(f"/operations/{started['id']}/start")
    assert (await carry_out(office, lead, started["id"]))["done"] == 2
    taken_back = (await lead.post(f"/operations/{started['id']}/undo")).json()
    await lead.post(f"/operations/{undoing['id']}/cancel")

    async def states() -> list[str]:
        asked = [left, started, undoing, taken_back]
        return [(await lead.get(f"/operations/{one['id']}")).json()["state"] for one in asked]

    with clock.played(clock.now() + timedelta(hours=23)):
        await fire(office, [one for one in await timers(office) if one.fire_at <= clock.now()])
    assert await states() == ["planned", "done", "cancelled", "planned"]
    due = [one for one in await timers(office) if one.owner == "operations"]
    await fire(office, due)
    await fire(office, due)
    assert await states() == ["cancelled", "done", "cancelled", "cancelled"]
    refused = await lead.post(f"/operations/{left['id']}/start")
    assert (refused.status_code, refused.json()["code"]) == (409, "operation.state")
    async with office.read() as tx:
        sql = "select count(*) from operation_item where workspace_id = %(workspace)s and operation_id = %(id)s"
        counts = [await tx.rows(tuple, sql, id=one["id"]) for one in (left, started)]
    assert counts == [[(0,)], [(2,)]]


async def test_what_the_system_does_is_shown_to_who_looks_after_policy_or_workspace_and_nobody_steers_it(
    office: Office,
) -> None:
    lead, numbers = await several(office, 1)
    others = await planned(lead, numbers, add_tags=["a"])
    admin, agent = await office.member("管", "system_admin"), await office.member("甲", "agent", service=False)
    async with office.services.db.write(office.id) as tx:
        id = begin(tx, "sla.recompute", MeasureClocks(release=1), [1])
    seen = (await admin.get("/operations")).json()
    assert [(one["id"], one["kind"], one["by_system"]) for one in seen] == [(id, "sla.recompute", True)]
    assert (await admin.get(f"/operations/{id}")).json()["state"] == "waiting"
    assert (await admin.get(f"/operations/{id}/problems")).json() == []
    for step in ("start", "cancel", "undo"):
        assert (await admin.post(f"/operations/{id}/{step}")).status_code == 404
    assert (await admin.get(f"/operations/{others['id']}")).status_code == 404, "of another person"
    for reader in (agent, lead):
        assert id not in [one["id"] for one in (await reader.get("/operations")).json()]
        assert (await reader.get(f"/operations/{id}")).status_code == 404
        assert (await reader.get(f"/operations/{id}/problems")).status_code == 404
    async with office.services.db.write(office.id) as tx:
        tx.put("update operation set state = 'done' where workspace_id = %(workspace)s and id = %(id)s", id=id)


async def test_the_list_of_operations_goes_on_before_the_last_one_seen(office: Office) -> None:
    lead, numbers = await several(office, 1)
    ids = [(await planned(lead, numbers, add_tags=[f"t{n}"]))["id"] for n in range(3)]
    first = (await lead.get("/operations", limit=2)).json()
    rest = (await lead.get("/operations", limit=2, before=first[-1]["id"])).json()
    assert [one["id"] for one in first + rest] == ids[::-1]
    assert (await lead.get("/operations", limit=201)).status_code == 422
