"""Who brings in what, what they cannot do by it, and what the log tells of it (spec 08)."""

import pytest
from litestar import Litestar

from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from tests.api.test_imports import brought, counts, customers, manager, problems, uploaded, worked
from tests.domains.operations.test_operations import carry_out
from tests.kit import Office, found_office

pytestmark = pytest.mark.anyio

STAFF = [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES]
OF_CUSTOMERS = {"system_admin", "admin", "director", "department_head", "lead"}
OF_MEMBERS = {"system_admin", "admin"}
OF_ADMINS = {"members", "tickets"}


@pytest.mark.parametrize("role", STAFF)
async def test_a_role_brings_in_what_it_may_manage(office: Office, role: str) -> None:
    who = await office.member("某人", role)
    offered = {one["key"] for one in (await who.get("/imports/kinds")).json()}
    wanted = ({"customers"} if role in OF_CUSTOMERS else set()) | (OF_ADMINS if role in OF_MEMBERS else set())
    assert offered == wanted
    for kind in ("customers", "members", "tickets"):
        answer = await uploaded(who, "姓名,邮箱\n王芳,fang@a.test\n", kind)
        assert answer.status_code == (201 if kind in wanted else 404)
        template = await who.get(f"/imports/kinds/{kind}/template")
        assert template.status_code == (200 if kind in wanted else 404)


async def test_imports_are_their_actors_own_and_of_one_workspace(office: Office, asgi: Litestar) -> None:
    mine, theirs = await manager(office), await (await found_office(asgi)).member("外人", "system_admin")
    other = await office.member("别人", "lead")
    id = await brought(mine, "姓名,邮箱\n王芳,fang@a.test\n")
    for stranger in (theirs, other):
        for path in (f"/imports/{id}", f"/imports/{id}/problems", f"/imports/{id}/problems.csv"):
            assert (await stranger.get(path)).status_code == 404
        for verb in ("check", "start"):
            assert (await stranger.post(f"/imports/{id}/{verb}")).status_code == 404
        mapped = await stranger.call("PUT", f"/imports/{id}/mapping", json={"columns": [None, "mail"]})
        assert mapped.status_code == 404
        assert (await stranger.get("/imports")).json()["items"] == []
    assert [one["id"] for one in (await mine.get("/imports")).json()["items"]] == [id]


async def test_an_administrator_sees_what_colleagues_bring_in_and_leaves_it_to_them(office: Office) -> None:
    lead, admin = await office.member("组长", "lead"), await office.member("管理员", "system_admin")
    id = await brought(lead, "姓名,邮箱\n王芳,fang@a.test\n")
    (listed,) = (await admin.get("/imports")).json()["items"]
    assert (listed["id"], listed["actor_name"]) == (id, "组长")
    for path in (f"/imports/{id}", f"/imports/{id}/problems"):
        assert (await admin.get(path)).status_code == 200
    for verb in ("check", "start"):
        refused = await admin.post(f"/imports/{id}/{verb}")
        assert (refused.status_code, refused.json()["code"]) == (403, "imports.of_other")
        assert "组长" in refused.json()["title"]
    mapped = await admin.call("PUT", f"/imports/{id}/mapping", json={"columns": [None, "mail"]})
    assert mapped.status_code == 403


async def test_a_department_puts_members_into_its_team_and_asks_where_it_has_several(office: Office) -> None:
    admin = await office.member("管理员", "system_admin")
    for key, name in (("after", "售后部"), ("sales", "销售部"), ("empty", "空部门")):
        made = await admin.post("/departments", {"key": key, "name": {"zh-CN": name, "en": key}})
        assert made.status_code == 201, made.text
    for key, department in (("repair", "after"), ("east", "sales"), ("west", "sales")):
        team = {"key": key, "name": {"zh-CN": key + "组", "en": key}, "department": department}
        assert (await admin.post("/teams", team)).status_code == 201
    text = (
        "姓名,邮箱,部门,所属组\n"
        "李雷,lei@a.test,售后部,\n"
        "韩梅梅,mei@a.test,销售部,west组\n"
        "小明,ming@a.test,销售部,\n"
        "小红,hong@a.test,空部门,\n"
    )
    id = await brought(admin, text, "members")
    assert await worked(office, admin, id, "check") == counts(added=2, refused=2)
    assert {code for code, _ in (await problems(admin, id)).values()} == {"request.invalid"}
    assert await worked(office, admin, id, "start") == counts(added=2, refused=2)
    teams = {one["mail"]: one["teams"] for one in (await admin.get("/members")).json()}
    assert (teams["lei@a.test"], teams["mei@a.test"]) == (["repair"], ["west"])


async def test_a_department_alone_leaves_a_member_their_other_teams(office: Office) -> None:
    admin, lei = await office.member("管理员", "system_admin"), await office.member("李雷", service=True)
    await admin.post("/departments", {"key": "after", "name": {"zh-CN": "售后部", "en": "After"}})
    await admin.post("/teams", {"key": "repair", "name": {"zh-CN": "维修组", "en": "Repair"}, "department": "after"})
    id = await brought(admin, f"邮箱,部门\n{lei.mail},售后部\n", "members")
    await worked(office, admin, id, "check")
    assert await worked(office, admin, id, "start") == counts(changed=1)
    (found,) = [one for one in (await admin.get("/members")).json() if one["id"] == lei.id]
    assert (found["teams"], found["led_teams"]) == (["repair", "service"], ["service"])


async def test_a_row_about_somebody_of_another_workspace_makes_one_here(office: Office, asgi: Litestar) -> None:
    elsewhere = await found_office(asgi)
    await elsewhere.customer("外人", mail="fang@a.test")
    who = await manager(office)
    id = await brought(who, "姓名,邮箱\n王芳,fang@a.test\n")
    assert await worked(office, who, id, "check") == counts(added=1)


async def test_who_lost_the_right_meanwhile_changes_nothing(office: Office) -> None:
    who, admin = await manager(office), await office.member("管理员", "system_admin")
    id = await brought(who, "姓名,邮箱\n王芳,fang@a.test\n")
    await worked(office, who, id, "check")
    run = (await who.post(f"/imports/{id}/start")).json()["run"]["operation_id"]
    await admin.call("PATCH", f"/members/{who.id}", json={"roles": ["agent"]})
    found = await carry_out(office, who, run)
    assert (found["done"], found["failed"]) == (0, 1)
    assert await customers(admin) == []


async def test_members_are_brought_in_with_roles_teams_and_skills(office: Office) -> None:
    admin = await office.member("管理员", "system_admin")
    text = (
        "姓名,邮箱,角色,所属组,任组长的组,技能,上级邮箱\n"
        f"李雷,lei@a.test,客服,service,,refund:3,{admin.mail}\n"
        "韩梅梅,mei@a.test,lead,,service,,lei@a.test\n"
        "谁,who@a.test,没有的角色,,,,\n"
    )
    id = await brought(admin, text, "members")
    assert await worked(office, admin, id, "check") == counts(added=2, refused=1)
    assert await worked(office, admin, id, "start") == counts(added=2, refused=1)
    found = {one["mail"]: one for one in (await admin.get("/members")).json()}
    lei, mei = found["lei@a.test"], found["mei@a.test"]
    assert (lei["roles"], lei["teams"], lei["led_teams"]) == (["agent"], ["service"], [])
    assert lei["skills"] == {"refund": {"level": 3, "expires_on": None}} and lei["manager_id"] == admin.id
    assert (mei["led_teams"], mei["manager_id"]) == (["service"], lei["id"])
    assert await worked(office, admin, id, "start") == counts(unchanged=2, refused=1)


async def test_nobody_grants_by_a_row_what_they_do_not_hold(office: Office) -> None:
    admin, system = await office.member("管理员", "admin"), await office.member("系统", "system_admin")
    text = f"姓名,邮箱,角色\n新人,new@a.test,system_admin\n,{system.mail},客服\n,{admin.mail},system_admin\n"
    id = await brought(admin, text, "members")
    assert await worked(office, admin, id, "check") == counts(refused=3)
    assert {code for code, _ in (await problems(admin, id)).values()} == {"accounts.rights_above_own"}
    await worked(office, admin, id, "start")
    found = {one["mail"]: one["roles"] for one in (await system.get("/members")).json()}
    assert "new@a.test" not in found and found[system.mail] == ["system_admin"] and found[admin.mail] == ["admin"]


async def test_the_log_tells_who_began_an_import_and_each_row_says_that_it_came_by_one(office: Office) -> None:
    who, auditor = await manager(office), await office.member("审计", "auditor")
    id = await brought(who, "姓名,邮箱\n王芳,fang@a.test\n")
    await worked(office, who, id, "check")
    await worked(office, who, id, "start")
    entries = (await auditor.get("/audit", kind="workspace.import_started")).json()
    assert "客户.csv" in str(entries)
    async with office.read() as tx:
        rows = await tx.rows(
            tuple,
            "select via from event where workspace_id = %(workspace)s and kind = 'customer.added'",
        )
    assert [via for (via,) in rows] == ["import"]
