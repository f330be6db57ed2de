"""Departments, teams and roles, as administrators change them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.accounts.commands.departments import DEEPEST, above, depth_below
from gongdan.domains.accounts.commands.roles import faults_of
from gongdan.domains.accounts.public import reach
from gongdan.domains.accounts.rights.permissions import ACTIONS, GROUPS, group_of, is_wide
from gongdan.domains.accounts.rights.roles import SHIPPED
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio

KEYS = st.sampled_from("abcdef")
BOTH = {"zh-CN": "华东", "en": "East"}


async def put(visitor: Visitor, method: str, path: str, body: Any = None, status: int = 200, **headers: str) -> Any:
    answer = await visitor.call(method, path, json=body, headers=headers or None)
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else None


@given(st.dictionaries(KEYS, st.none() | KEYS), KEYS)
def test_questions_about_the_tree_end_even_where_it_is_a_circle(parents: dict[str, str | None], key: str) -> None:
    assert len(above(parents, key)) == len(set(above(parents, key)))
    assert 1 <= depth_below(parents, key) <= len(parents) + 1


async def test_a_department_is_made_moved_named_and_removed(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    made = await put(admin, "POST", "/departments", {"key": "east", "name": BOTH}, 201)
    assert (made["parent"], made["head_id"], made["teams"]) == (None, None, [])
    body = {"key": "city", "name": BOTH, "parent": "east", "head_id": admin.id}
    assert (await put(admin, "POST", "/departments", body, 201))["head_id"] == admin.id
    moved = await put(admin, "PATCH", "/departments/city", {"parent": None, "name": {"zh-CN": "市", "en": "City"}})
    assert (moved["parent"], moved["name"]["en"], moved["version"]) == (None, "City", 2)
    assert (await put(admin, "PATCH", "/departments/city", {"parent": None}))["version"] == 2
    await put(admin, "DELETE", "/departments/city", status=204)
    assert "city" not in {one["key"] for one in await put(admin, "GET", "/departments")}
    await put(admin, "PATCH", "/departments/city", {"parent": None}, 404)


async def test_a_department_never_stands_below_itself_nor_too_deep(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    for level in range(DEEPEST):
        parent = f"d{level - 1}" if level else None
        await put(admin, "POST", "/departments", {"key": f"d{level}", "name": BOTH, "parent": parent}, 201)
    for parent in ("d0", "d3"):
        refused = await put(admin, "PATCH", "/departments/d0", {"parent": parent}, 422)
        assert [fault["code"] for fault in refused["faults"]] == ["accounts.department_circle"]
    deep = {"key": "deep", "name": BOTH, "parent": f"d{DEEPEST - 1}"}
    assert (await put(admin, "POST", "/departments", deep, 422))["faults"][0]["code"] == "accounts.department_depth"
    await put(admin, "POST", "/departments", {"key": "top", "name": BOTH}, 201)
    refused = await put(admin, "PATCH", "/departments/d0", {"parent": "top"}, 422)
    assert refused["faults"][0]["code"] == "accounts.department_depth"


async def test_a_department_with_something_inside_stays(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    await put(admin, "POST", "/departments", {"key": "east", "name": BOTH}, 201)
    await put(admin, "POST", "/teams", {"key": "night", "name": BOTH, "department": "east"}, 201)
    refused = await put(admin, "DELETE", "/departments/east", status=409)
    assert refused["code"] == "accounts.department_in_use" and "night" in refused["remedy"]
    await put(admin, "PATCH", "/teams/night", {"department": None})
    await put(admin, "DELETE", "/departments/east", status=204)


async def test_who_heads_a_department_reaches_its_subtree_from_the_next_request_on(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    head = await office.member("李雷", "department_head")

    async def teams() -> set[str]:
        async with office.read() as tx:
            from gongdan.domains.accounts.public import by_person

            found = await by_person(tx, head.id, "staff")
        assert found is not None
        return set(reach(found).teams)

    for key, parent in (("east", None), ("city", "east")):
        await put(admin, "POST", "/departments", {"key": key, "name": BOTH, "parent": parent}, 201)
    await put(admin, "POST", "/teams", {"key": "night", "name": BOTH, "department": "city"}, 201)
    assert await teams() == set()
    await put(admin, "PATCH", "/departments/east", {"head_id": head.id})
    assert await teams() == {"night"}
    await put(admin, "PATCH", "/departments/city", {"parent": None})
    assert await teams() == set()


async def test_only_an_active_member_heads_a_department(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    customer = await office.customer()
    for head in (customer.id, 42):
        refused = await put(admin, "POST", "/departments", {"key": "x", "name": BOTH, "head_id": head}, 422)
        assert [fault["field"] for fault in refused["faults"]] == ["head_id"]


async def test_a_team_is_changed_with_its_members_and_each_of_them_is_told_of(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    one, two = await office.member("甲", "agent", service=False), await office.member("乙", "agent")
    body = {"name": {"zh-CN": "客户服务", "en": "Care"}, "members": [one.id, two.id], "leads": [one.id]}
    changed = await put(admin, "PATCH", "/teams/service", body)
    assert (changed["name"]["en"], changed["members"], changed["leads"]) == ("Care", sorted([one.id, two.id]), [one.id])
    left = await put(admin, "PATCH", "/teams/service", {"members": [two.id]})
    assert (left["members"], left["leads"]) == ([two.id], [])
    refused = await put(admin, "PATCH", "/teams/service", {"members": [42]}, 422)
    assert refused["faults"][0]["field"] == "members"
    await put(admin, "PATCH", "/teams/nowhere", {"members": []}, 404)
    async with office.read() as tx:
        rows = await tx.rows(
            tuple,
            "select kind, stream_id from event where workspace_id = %(workspace)s"
            " and kind in ('team.changed', 'person.teams_set') order by id",
        )
    kinds = [kind for kind, _ in rows]
    assert kinds.count("team.changed") == 1
    assert [stream for kind, stream in rows if kind == "person.teams_set"][-3:].count(one.id) >= 1


async def test_changes_on_top_of_another_one_are_refused(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    await put(admin, "POST", "/departments", {"key": "east", "name": BOTH}, 201)
    await put(admin, "POST", "/roles", {"key": "own", "name": BOTH, "grants": []}, 201)
    for path in ("/departments/east", "/teams/service", "/roles/own"):
        await put(admin, "PATCH", path, {"name": {"zh-CN": "甲", "en": "A"}}, **{"If-Match": '"1"'})
        stale = await put(admin, "PATCH", path, {"name": BOTH}, 412, **{"If-Match": '"1"'})
        assert (stale["code"], stale["version"]) == ("accounts.structure_changed", 2)


async def test_the_matrix_names_every_action_and_class_in_both_languages(office: Office) -> None:
    matrix = await put(await office.member("李雷", "agent"), "GET", "/permissions")
    assert {one["key"] for one in matrix["actions"]} == set(ACTIONS)
    names = [*matrix["groups"].values(), *matrix["classes"].values(), *(one["name"] for one in matrix["actions"])]
    assert all(name["zh-CN"] and name["en"] for name in names)
    assert {group_of(action) for action in ACTIONS} == set(GROUPS) == set(matrix["groups"])


def test_the_shipped_roles_say_nothing_that_a_role_of_ones_own_could_not() -> None:
    found = {role.key: [*faults_of(role.rights)] for role in SHIPPED if role.key != "organisation_admin"}
    assert not any(found.values()), found
    assert is_wide("people.manage") and not is_wide("ticket.read")


async def test_a_role_is_made_given_changed_and_removed(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    grants = [{"scope": "team", "actions": ["ticket.read"], "keys": ["service"]}]
    made = await put(admin, "POST", "/roles", {"key": "eyes", "name": BOTH, "grants": grants}, 201)
    assert (made["is_shipped"], made["bearers"], made["version"]) == (False, 0, 1)
    person = await office.member("甲", "eyes")
    assert (await put(person, "GET", "/session"))["permissions"] == ["ticket.read"]
    more = [{"scope": "own", "actions": ["ticket.read", "ticket.note"], "keys": []}]
    changed = await put(admin, "PATCH", "/roles/eyes", {"grants": more, "classes": ["internal"]})
    assert (changed["grants"], changed["classes"], changed["bearers"]) == (more, ["internal"], 1)
    assert (await put(person, "GET", "/session"))["permissions"] == ["ticket.note", "ticket.read"]
    refused = await put(admin, "DELETE", "/roles/eyes", status=409)
    assert (refused["code"], refused["count"]) == ("accounts.role_in_use", 1)
    await put(admin, "PATCH", f"/members/{person.id}", {"roles": []})
    await put(admin, "DELETE", "/roles/eyes", status=204)
    assert "eyes" not in {one["key"] for one in await put(admin, "GET", "/roles")}


async def test_a_role_that_comes_with_the_product_is_copied_and_not_changed(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    for method, body in (("PATCH", {"name": BOTH}), ("DELETE", None)):
        assert (await put(admin, method, "/roles/agent", body, 409))["code"] == "accounts.role_is_shipped"
    assert (await put(admin, "POST", "/roles", {"key": "agent", "name": BOTH, "grants": []}, 409))["code"] == (
        "accounts.key_taken"
    )


@pytest.mark.parametrize(
    ("grant", "field"),
    [
        ({"scope": "all", "actions": ["ticket.fly"]}, "grants[0].actions"),
        ({"scope": "team", "actions": ["people.read"]}, "grants[0].actions"),
        ({"scope": "own", "actions": ["ticket.read"], "keys": ["service"]}, "grants[0].keys"),
        ({"scope": "type", "actions": ["ticket.read"]}, "grants[0].keys"),
        ({"scope": "team", "actions": ["ticket.read"], "keys": ["nowhere"]}, "teams"),
        ({"scope": "moon", "actions": ["ticket.read"]}, "grants[0].scope"),
    ],
)
async def test_a_grant_that_cannot_be_is_refused_at_its_field(
    office: Office, grant: dict[str, Any], field: str
) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    refused = await put(admin, "POST", "/roles", {"key": "x", "name": BOTH, "grants": [grant]}, 422)
    assert [fault["field"] for fault in refused["faults"]] == [field]


async def test_nobody_makes_or_changes_a_role_beyond_their_own_rights(office: Office) -> None:
    system_admin, admin = await office.member("甲", "system_admin"), await office.member("乙", "admin")
    more = [{"scope": "all", "actions": ["workspace.manage"]}]
    body = {"key": "more", "name": BOTH, "grants": more}
    assert (await put(admin, "POST", "/roles", body, 403))["code"] == "accounts.rights_above_own"
    await put(system_admin, "POST", "/roles", body, 201)
    for method, change in (("PATCH", {"grants": []}), ("DELETE", None)):
        assert (await put(admin, method, "/roles/more", change, 403))["code"] == "accounts.rights_above_own"
    preview = await put(admin, "POST", "/roles/agent/preview", {"grants": more}, 403)
    assert preview["code"] == "accounts.rights_above_own"


async def test_a_preview_says_what_changes_for_whom_and_writes_nothing(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    grants = [{"scope": "own", "actions": ["ticket.read", "ticket.note"]}]
    await put(admin, "POST", "/roles", {"key": "eyes", "name": BOTH, "grants": grants}, 201)
    only, also_auditor = await office.member("甲", "eyes"), await office.member("乙", "eyes", "auditor")
    wanted = {"grants": [{"scope": "all", "actions": ["ticket.read"]}], "classes": ["internal"]}
    found = await put(admin, "POST", "/roles/eyes/preview", wanted)
    assert (found["bearers"], found["looked_at"]) == (2, 2)
    by_person = {one["person_id"]: one for one in found["people"]}
    assert {one["action"] for one in by_person[only.id]["actions"]} == {"ticket.read", "ticket.note"}
    assert by_person[only.id]["opened"] == ["internal"]
    assert {one["action"] for one in by_person[also_auditor.id]["actions"]} == {"ticket.note"}
    moved = {one["action"]: one for one in by_person[only.id]["actions"]}
    assert [place["scope"] for place in moved["ticket.read"]["before"]] == ["own"]
    assert [place["scope"] for place in moved["ticket.read"]["after"]] == ["all"]
    assert moved["ticket.note"]["after"] == []
    same = await put(admin, "POST", "/roles/eyes/preview", {"grants": grants})
    assert same["people"] == []
    assert (await put(only, "GET", "/session"))["permissions"] == ["ticket.note", "ticket.read"]
    await put(admin, "POST", "/roles/none/preview", wanted, 404)


@pytest.mark.parametrize("role", sorted({role.key for role in SHIPPED} - {"customer", "organisation_admin"}))
async def test_only_who_manages_people_changes_structure(office: Office, role: str) -> None:
    visitor = await office.member("甲", role)
    may = role in ("system_admin", "admin")
    for method, path, body, ok in (
        ("POST", "/departments", {"key": f"d-{role}", "name": BOTH}, 201),
        ("PATCH", "/teams/service", {"name": BOTH}, 200),
        ("POST", "/roles", {"key": f"r-{role}", "name": BOTH, "grants": []}, 201),
        ("POST", "/roles/agent/preview", {"grants": []}, 200),
    ):
        assert (await visitor.call(method, path, json=body)).status_code == (ok if may else 403), path


async def test_a_foreign_workspace_sees_and_changes_nothing_of_ours(office: Office) -> None:
    admin = await office.member("甲", "system_admin")
    await put(admin, "POST", "/departments", {"key": "ours", "name": BOTH}, 201)
    await put(admin, "POST", "/roles", {"key": "ours", "name": BOTH, "grants": []}, 201)
    stranger = await (await found_office(office.asgi)).member("乙", "system_admin")
    for path in ("/departments/ours", "/roles/ours"):
        await put(stranger, "PATCH", path, {"name": BOTH}, 404)
        await put(stranger, "DELETE", path, status=404)
    refused = await put(stranger, "POST", "/departments", {"key": "x", "name": BOTH, "head_id": admin.id}, 422)
    assert refused["faults"][0]["field"] == "head_id"


async def test_several_members_join_and_leave_a_team_in_one_request(office: Office) -> None:
    admin = await office.member("甲", "system_admin")
    people = [await office.member(name, "agent") for name in "乙丙丁"]
    for members, led in (([one.id for one in people], []), ([people[0].id], [people[0].id]), ([], [])):
        found = await put(admin, "PATCH", "/teams/service", {"members": members, "leads": led})
        assert (sorted(found["members"]), found["leads"]) == (sorted(members), led)


async def test_manager_skills_and_routing_of_a_member_are_set_in_one_request(office: Office) -> None:
    admin, person = await office.member("甲", "system_admin"), await office.member("乙", "agent")
    body = {
        "manager_id": admin.id, "routable": False, "teams": {"service": True},
        "skills": {"refunds": {"level": 3, "expires_on": "2027-01-31"}, "english": {"level": 1}},
    }  # fmt: skip
    found = await put(admin, "PATCH", f"/members/{person.id}", body)
    assert (found["manager_id"], found["routable"], found["led_teams"]) == (admin.id, False, ["service"])
    assert found["skills"]["refunds"] == {"level": 3, "expires_on": "2027-01-31"}
    assert found["skills"]["english"] == {"level": 1, "expires_on": None}
    await put(admin, "PATCH", f"/members/{person.id}", body)
    async with office.read() as tx:
        rows = await tx.rows(
            tuple,
            "select 1 from event where workspace_id = %(workspace)s and kind = 'person.duty_set'",
        )
    assert len(rows) == 1
    assert (await put(admin, "PATCH", f"/members/{person.id}", {"manager_id": None}))["manager_id"] is None
    for wrong in ({"manager_id": person.id}, {"manager_id": 42}):
        refused = await put(admin, "PATCH", f"/members/{person.id}", wrong, 422)
        assert [fault["field"] for fault in refused["faults"]] == ["manager_id"]


async def test_who_leaves_stands_in_for_nobody(office: Office) -> None:
    admin, away, leaver = [await office.member(name, "system_admin") for name in "甲乙丙"]
    leave = {"from_at": "2026-12-01T00:00:00Z", "until_at": "2027-03-01T00:00:00Z", "substitute_id": leaver.id}
    await put(admin, "POST", f"/members/{away.id}/leaves", leave, 201)
    await put(admin, "PATCH", f"/members/{leaver.id}", {"active": False})
    assert [one["substitute_id"] for one in await put(admin, "GET", f"/members/{away.id}/leaves")] == [None]


async def test_nobody_widens_their_own_reach_by_teams_and_departments(office: Office) -> None:
    """Who manages people and no tickets would read all of them by joining every team."""
    admin, hr = await office.member("韩梅梅", "system_admin"), await office.member("人事", "agent", tech=False)
    head = await office.member("主管", "department_head")
    personnel = {"scope": "all", "actions": ["people.read", "people.manage"]}
    await put(admin, "POST", "/roles", {"key": "personnel", "name": BOTH, "grants": [personnel]}, 201)
    await put(admin, "PATCH", f"/members/{hr.id}", {"roles": ["personnel", "agent", "department_head"]})
    for key in ("east", "west"):
        await put(admin, "POST", "/departments", {"key": key, "name": BOTH}, 201)
    for method, path, body in (
        ("PATCH", f"/members/{hr.id}", {"teams": {"tech": False, "finance": False}}),
        ("PATCH", f"/members/{hr.id}", {"teams": {"tech": True}}),
        ("PATCH", "/teams/finance", {"members": [hr.id]}),
        ("PATCH", "/teams/finance", {"department": "east"}),
        ("POST", "/departments", {"key": "north", "name": BOTH, "head_id": head.id}),
        ("PATCH", "/departments/east", {"head_id": hr.id}),
        ("PATCH", "/departments/east", {"head_id": head.id}),
        ("PATCH", "/departments/east", {"parent": "west"}),
    ):
        refused = await put(hr, method, path, body, 403)
        assert refused["code"] == "accounts.rights_above_own", (path, body)
    await put(hr, "PATCH", "/departments/east", {"name": {"zh-CN": "东", "en": "E"}})
    await put(hr, "PATCH", f"/members/{hr.id}", {"teams": {}})
    await put(admin, "PATCH", "/departments/east", {"head_id": admin.id})


async def _people_keeper(office: Office) -> tuple[Visitor, Visitor]:
    """Who manages everything, and who manages people and may read no ticket."""
    admin = await office.member("甲", "system_admin")
    grants = [{"scope": "all", "actions": ["people.manage", "people.read"]}]
    await put(admin, "POST", "/roles", {"key": "keeper", "name": BOTH, "grants": grants}, 201)
    return admin, await office.member("乙", "keeper")


async def test_nobody_moves_a_department_below_one_whose_people_may_do_more_there_than_they(office: Office) -> None:
    """Heads of what stands above it reach more by it, and who belongs there too, however far above."""
    admin, keeper = await _people_keeper(office)
    head, member = await office.member("丙", "department_head"), await office.member("丁", "department_head")
    for key, parent, head_id in (("headed", None, head.id), ("staffed", None, None), ("low", "staffed", None)):
        body = {"key": key, "name": BOTH, "parent": parent, "head_id": head_id}
        await put(admin, "POST", "/departments", body, 201)
    await put(admin, "POST", "/departments", {"key": "moved", "name": BOTH}, 201)
    await put(admin, "POST", "/departments", {"key": "empty", "name": BOTH}, 201)
    await put(admin, "POST", "/teams", {"key": "high", "name": BOTH, "department": "staffed"}, 201)
    await put(admin, "PATCH", "/teams/high", {"members": [member.id]})
    for parent in ("headed", "staffed", "low"):
        refused = await put(keeper, "PATCH", "/departments/moved", {"parent": parent}, 403)
        assert refused["code"] == "accounts.rights_above_own"
        assert "ticket.read" in refused["lacking"]
    await put(keeper, "PATCH", "/departments/moved", {"parent": "empty"})
    await put(keeper, "PATCH", "/departments/moved", {"parent": None})
    await put(admin, "PATCH", "/departments/moved", {"parent": "low"})


async def test_a_move_within_what_the_same_people_reach_widens_nothing(office: Office) -> None:
    admin, keeper = await _people_keeper(office)
    head = await office.member("丙", "department_head")
    for key, parent, head_id in (("top", None, head.id), ("a", "top", None), ("b", "top", None)):
        body = {"key": key, "name": BOTH, "parent": parent, "head_id": head_id}
        await put(admin, "POST", "/departments", body, 201)
    await put(keeper, "PATCH", "/departments/b", {"parent": "a"})
    await put(keeper, "PATCH", "/departments/b", {"parent": "top"})


async def test_nobody_puts_a_team_below_people_who_may_do_more_there_than_they(office: Office) -> None:
    """Nor people into the subtree of a department, by way of their team."""
    admin, keeper = await _people_keeper(office)
    head, member = await office.member("丙", "department_head"), await office.member("丁", "department_head")
    for key, head_id in (("headed", head.id), ("plain", None)):
        await put(admin, "POST", "/departments", {"key": key, "name": BOTH, "head_id": head_id}, 201)
    for key in ("empty", "peopled"):
        await put(admin, "POST", "/teams", {"key": key, "name": BOTH}, 201)
    await put(admin, "PATCH", "/teams/peopled", {"members": [member.id]})
    for team, department, status in (
        ("empty", "headed", 403),
        ("peopled", "plain", 403),
        ("empty", "plain", 200),
        ("empty", None, 200),
    ):
        await put(keeper, "PATCH", f"/teams/{team}", {"department": department}, status)
