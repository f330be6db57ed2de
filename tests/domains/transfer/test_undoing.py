"""An import of tickets is taken back: what nobody touched goes, what somebody touched stays and is told."""

import pytest

from tests.api.test_imports import brought, counts, shown, worked
from tests.domains.operations.test_operations import carry_out
from tests.domains.transfer.test_tables import count, examined, manager
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio

TABLE = (
    "编号,标题,描述,邮箱,类型,分类,状态\n"
    "1,甲,你好,a@a.test,技术支持,其他,已关闭\n"
    "2,乙,你好,a@a.test,技术支持,其他,\n"
    "3,丙,你好,b@a.test,技术支持,其他,\n"
)


async def brought_in(office: Office, who: Visitor) -> int:
    """The operation of its run."""
    id = await brought(who, TABLE, "tickets")
    await worked(office, who, id, "check")
    assert await worked(office, who, id, "start") == counts(added=3)
    return int((await shown(who, id))["run"]["operation_id"])


async def undone(office: Office, who: Visitor, operation_id: int) -> dict[str, int]:
    planned = (await who.post(f"/operations/{operation_id}/undo", {})).json()
    assert planned["total"] == 3
    await who.post(f"/operations/{planned['id']}/start", {})
    await carry_out(office, who, planned["id"])
    found = (await who.get(f"/operations/{planned['id']}")).json()
    return {name: found[name] for name in ("done", "unchanged", "failed")} | {"id": planned["id"]}


async def number_of(office: Office, title: str) -> str:
    async with office.read() as tx:
        (found,) = await tx.rows(
            dict, "select number from ticket where workspace_id = %(workspace)s and title = %(title)s", title=title
        )
    return str(found["number"])


async def test_what_nobody_touched_goes_to_the_trash_and_can_come_again(office: Office) -> None:
    who = await manager(office)
    operation = await brought_in(office, who)
    assert {**(await undone(office, who, operation)), "id": 0} == {"done": 3, "unchanged": 0, "failed": 0, "id": 0}
    async with office.read() as tx:
        found = await tx.rows(dict, "select trashed_at from ticket where workspace_id = %(workspace)s")
    assert all(one["trashed_at"] is not None for one in found)
    await examined(office)
    await brought_in(office, who)
    assert await count(office, "ticket") == 6


async def test_what_somebody_touched_stays_and_is_told(office: Office) -> None:
    who = await manager(office)
    operation = await brought_in(office, who)
    number = await number_of(office, "乙")
    assert (await who.post(f"/tickets/{number}/replies", {"text": "您好"})).status_code == 201
    found = await undone(office, who, operation)
    assert (found["done"], found["failed"]) == (2, 1)
    (problem,) = (await who.get(f"/operations/{found['id']}/problems")).json()
    assert problem["problem"]["code"] == "transfer.touched" and number in problem["problem"]["title"]
    assert (await who.get(f"/tickets/{number}")).json()["phase"] != "trash"


async def test_whoever_may_not_trash_them_takes_nothing_back(office: Office) -> None:
    who, other = await manager(office), await office.member("另一位", "admin")
    operation = await brought_in(office, who)
    assert (await other.post(f"/operations/{operation}/undo", {})).status_code == 404


async def test_customers_that_were_brought_in_stay(office: Office) -> None:
    who = await office.member("组长", "lead", service=True)
    id = await brought(who, "姓名,邮箱\n王芳,fang@a.test\n")
    await worked(office, who, id, "check")
    await worked(office, who, id, "start")
    run = (await shown(who, id))["run"]["operation_id"]
    assert (await who.post(f"/operations/{run}/undo", {})).json()["code"] == "operation.not_undoable"
    kinds = {one["key"]: one["may_undo"] for one in (await who.get("/imports/kinds")).json()}
    assert kinds == {"customers": False}
