"""The audit: everything that is administered says itself, to whom may read it."""

import csv
import io
from typing import Any

import pytest

from gongdan.domains.accounts.rights.roles import SHIPPED
from gongdan.domains.accounts.workspaces.audit import NOT_AUDITED, variant
from gongdan.infra.catalogue import catalogue
from gongdan.kernel.text import cell
from gongdan.wiring import EVENTS
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio
BOTH = {"zh-CN": "华东", "en": "East"}
STREAMS = ("person", "team", "role", "release", "workspace")


class _Either(dict[str, Any]):
    """Any member, on or off."""

    def __init__(self, is_on: bool) -> None:
        self.is_on = is_on

    def get(self, key: str, default: Any = None) -> Any:
        return self.is_on


def test_every_event_of_the_administration_says_itself_in_both_languages() -> None:
    kinds = {kind for kind in EVENTS if kind.split(".")[0] in STREAMS} - NOT_AUDITED
    keys = {f"audit.{variant(kind, _Either(is_on))}" for kind in kinds for is_on in (True, False)}
    for locale, texts in catalogue().items():
        assert not sorted(keys - texts.keys()), locale


async def entries(visitor: Visitor, **query: Any) -> list[dict[str, Any]]:
    answer = await visitor.get("/audit", **query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["entries"]
    return found


async def test_what_was_administered_is_said_with_names_and_who_did_it(office: Office) -> None:
    admin, person = await office.member("韩梅梅", "system_admin"), await office.member("李雷", "agent")
    for method, path, body in (
        ("POST", "/departments", {"key": "east", "name": BOTH, "head_id": person.id}),
        ("PATCH", "/departments/east", {"head_id": admin.id}),
        ("PATCH", f"/members/{person.id}", {"roles": ["lead"], "manager_id": admin.id}),
        ("PATCH", "/teams/service", {"members": [person.id]}),
        ("PATCH", f"/members/{person.id}", {"skills": {"french": {"level": 3, "expires_on": "2030-01-31"}}}),
        ("PATCH", f"/members/{person.id}", {"active": False}),
    ):
        assert (await admin.call(method, path, json=body)).status_code < 300, path
    found = await entries(admin)
    texts = [one["text"] for one in found]
    assert "停用了“李雷”，其登录和令牌均已失效" in texts
    assert "将“李雷”的角色由 客服 改为 组长" in texts
    assert "将“李雷”的组由 – 改为 客服组" in texts
    assert "修改部门“east”：主管：李雷 → 韩梅梅" in texts
    assert "修改了“李雷”：上级：– → 韩梅梅" in texts
    assert "修改了“李雷”：技能：– → french 3 2030-01-31" in texts
    assert found[0]["actor_name"] == "韩梅梅" and found[0]["subject_id"] == person.id
    assert [one["id"] for one in found] == sorted((one["id"] for one in found), reverse=True)
    english = await admin.call("PATCH", "/me", json={"locale": "en"})
    assert english.status_code == 200, english.text
    assert "Changed the roles of “李雷” from Agent to Team lead" in [one["text"] for one in await entries(admin)]


async def test_entries_are_found_by_actor_person_kind_and_time(office: Office) -> None:
    admin, person = await office.member("韩梅梅", "system_admin"), await office.member("李雷", "agent")
    await admin.call("PATCH", f"/members/{person.id}", json={"roles": ["lead"]})
    assert {one["actor_id"] for one in await entries(admin, actor_id=admin.id)} == {admin.id}
    assert {one["subject_id"] for one in await entries(admin, person_id=person.id)} == {person.id}
    assert {one["kind"] for one in await entries(admin, kind="person.roles_set")} == {"person.roles_set"}
    assert await entries(admin, since="2100-01-01T00:00:00Z") == []
    assert await entries(admin, until="2000-01-01T00:00:00Z") == []
    assert await entries(admin, kind="none.such") == []
    assert (await admin.get("/audit", actor_id=0)).status_code == 422


async def test_pages_follow_one_another_without_a_gap(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    for n in range(60):
        body = {"key": f"d{n}", "name": BOTH}
        assert (await admin.call("POST", "/departments", json=body)).status_code == 201
    first = (await admin.get("/audit", kind="workspace.department_added")).json()
    then = (await admin.get("/audit", kind="workspace.department_added", before=first["before"])).json()
    ids = [one["id"] for one in (*first["entries"], *then["entries"])]
    assert len(first["entries"]) == 50 and len(set(ids)) == len(ids) >= 60
    assert ids == sorted(ids, reverse=True) and then["before"] is None


async def test_the_file_holds_the_same_and_no_formula(office: Office) -> None:
    admin, person = await office.member("=cmd()", "system_admin"), await office.member("李雷", "agent")
    await admin.call("PATCH", f"/members/{person.id}", json={"roles": ["lead"]})
    answer = await admin.get("/audit.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["at", "actor", "via", "kind", "text"]
    assert len(rows) - 1 >= len(await entries(admin))
    assert "'=cmd()" in {row[1] for row in rows}
    assert not [one for row in rows for one in row if one.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\tx", "\rx"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell("1" + text) == "1" + text


@pytest.mark.parametrize("role", sorted({role.key for role in SHIPPED} - {"customer", "organisation_admin"}))
async def test_only_who_may_read_the_audit_reads_it(office: Office, role: str) -> None:
    visitor = await office.member("甲", role)
    wanted = 200 if role in ("system_admin", "admin", "auditor") else 403
    assert (await visitor.get("/audit")).status_code == wanted
    assert (await visitor.get("/audit.csv")).status_code == wanted


async def test_the_audit_of_a_foreign_workspace_is_not_shown(office: Office) -> None:
    admin = await office.member("甲", "system_admin")
    stranger = await (await found_office(office.asgi)).member("乙", "system_admin")
    assert await entries(stranger, actor_id=admin.id) == []
    ours = {one["id"] for one in await entries(admin)}
    assert ours.isdisjoint({one["id"] for one in await entries(stranger)})
