"""The draft of the policy over HTTP: shared by all who edit, told in sentences, published or discarded."""

from collections.abc import Mapping
from typing import Any

import httpx
import msgspec
import pytest

from gongdan.domains.accounts.public import actions
from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from tests.kit import FOUNDED, Office, Visitor, found_office

Plain = dict[str, Any]


async def drafted(visitor: Visitor) -> Plain:
    answer = await visitor.get("/policy/draft")
    assert answer.status_code == 200, answer.text
    found: Plain = answer.json()
    return found


async def section(visitor: Visitor, key: str) -> Plain:
    answer = await visitor.get(f"/policy/draft/{key}")
    assert answer.status_code == 200, answer.text
    found: Plain = answer.json()
    return found


async def put(visitor: Visitor, key: str, value: Any, seen: int | None = None) -> httpx.Response:
    headers = {} if seen is None else {"If-Match": f'"{seen}"'}
    return await visitor.call("PUT", f"/policy/draft/{key}", json={"value": value}, headers=headers)


async def rename(visitor: Visitor, key: str, name: str, seen: int | None = None) -> httpx.Response:
    """The first entry of a section is called otherwise."""
    first, *others = (await section(visitor, key))["value"]
    return await put(visitor, key, [first | {"name": first["name"] | {"zh-CN": name}}, *others], seen)


async def publish(visitor: Visitor, seen: int | None = None, **body: Any) -> httpx.Response:
    headers = {} if seen is None else {"If-Match": f'"{seen}"'}
    return await visitor.call("POST", "/policy/draft/publish", json=body, headers=headers)


async def released(visitor: Visitor) -> Plain:
    found: Plain = (await visitor.get("/policy")).json()
    return found


async def events(office: Office) -> list[tuple[str, Plain]]:
    async with office.read() as tx:
        rows = await tx.rows(
            _Logged,
            """
            select kind, body, actor_id from event
             where workspace_id = %(workspace)s and stream = 'release' order by seq
            """,
        )
    return [(row.kind, {"by": row.actor_id} | msgspec.json.decode(row.body)) for row in rows]


class _Logged(msgspec.Struct):
    kind: str
    body: bytes
    actor_id: int | None


@pytest.fixture
async def admin(office: Office) -> Visitor:
    return await office.member("管理员", "admin")


async def test_without_a_change_there_is_no_draft(admin: Visitor) -> None:
    found = await drafted(admin)
    assert (found["release"], found["sections"], found["changes"], found["publishable"]) == (1, [], [], False)
    part = await section(admin, "categories")
    assert (part["state"], part["value"]) == ("release", (await released(admin))["bundle"]["categories"])


async def test_what_is_drafted_is_told_in_sentences_and_changes_nothing_yet(admin: Visitor) -> None:
    before = await released(admin)
    assert (await rename(admin, "categories", "账号")).status_code == 200
    found = await drafted(admin)
    assert [(one["section"], one["author_id"], one["base"], one["clashes"]) for one in found["sections"]] == [
        ("categories", admin.id, 1, [])
    ]
    name = before["bundle"]["categories"][0]["name"]["zh-CN"]
    assert [one["text"]["zh-CN"] for one in found["changes"]] == [f"分类“账号”的中文名称由“{name}”改为“账号”。"]
    assert "renamed in Chinese" in found["changes"][0]["text"]["en"]
    assert (found["count"], found["publishable"]) == (1, True)
    assert await released(admin) == before


async def test_publishing_makes_a_release_of_what_is_drafted_and_ends_the_draft(admin: Visitor) -> None:
    before = (await released(admin))["bundle"]
    await rename(admin, "categories", "账号")
    answer = await publish(admin, (await drafted(admin))["version"], note="改名")
    assert (answer.status_code, answer.json()) == (201, {"release": 2})
    after = (await released(admin))["bundle"]
    assert after["categories"][0]["name"]["zh-CN"] == "账号"
    assert {key for key in after if after[key] != before[key]} == {"categories"}
    assert (await drafted(admin))["sections"] == []
    detail = (await admin.get("/policy/releases/2")).json()
    assert (detail["note"], detail["before"], detail["count"]) == ("改名", 1, 1)
    assert detail["changes"][0]["text"]["zh-CN"].startswith("分类“账号”")


async def test_what_a_draft_leaves_out_is_retired(admin: Visitor) -> None:
    first, *others = (await section(admin, "automations"))["value"] or (await section(admin, "sla"))["value"]
    key = "automations" if (await section(admin, "automations"))["value"] else "sla"
    await put(admin, key, others)
    assert [one["kind"] for one in (await drafted(admin))["changes"]] == ["retired"]
    await publish(admin)
    kept = {one["key"]: one for one in (await released(admin))["bundle"][key]}
    assert kept[first["key"]]["retired"]


async def test_a_section_as_the_release_has_it_is_no_draft(admin: Visitor) -> None:
    value = (await section(admin, "priorities"))["value"]
    await rename(admin, "priorities", "紧急")
    await put(admin, "priorities", value)
    assert (await drafted(admin))["sections"] == []
    assert (await publish(admin)).json()["code"] == "policy.nothing_drafted"


async def test_the_second_of_two_who_edit_is_told_both_texts(office: Office, admin: Visitor) -> None:
    other = await office.member("同事", "admin")
    seen = (await section(other, "categories"))["version"]
    assert (await rename(admin, "categories", "甲", seen)).status_code == 200
    answer = await rename(other, "categories", "乙", seen)
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (412, "policy.section_moved")
    assert problem["theirs"][0]["name"]["zh-CN"] == "甲"
    assert problem["yours"][0]["name"]["zh-CN"] == "乙"
    assert problem["author_id"] == admin.id
    assert (await section(other, "categories"))["value"][0]["name"]["zh-CN"] == "甲"
    assert (await rename(other, "categories", "乙", problem["version"])).status_code == 200


async def test_another_section_is_edited_beside_it(office: Office, admin: Visitor) -> None:
    other = await office.member("同事", "admin")
    seen = (await section(other, "priorities"))["version"]
    await rename(admin, "categories", "甲")
    assert (await rename(other, "priorities", "乙", seen)).status_code == 200
    assert [one["section"] for one in (await drafted(admin))["sections"]] == ["categories", "priorities"]


async def test_a_draft_is_published_as_it_was_seen_or_not_at_all(office: Office, admin: Visitor) -> None:
    other = await office.member("同事", "admin")
    await rename(admin, "categories", "甲")
    seen = (await drafted(admin))["version"]
    await rename(other, "categories", "乙")
    answer = await publish(admin, seen)
    assert (answer.status_code, answer.json()["code"]) == (412, "policy.draft_moved")
    assert (await released(admin))["release"] == 1


async def test_what_was_published_meanwhile_stays(office: Office, admin: Visitor) -> None:
    """Such as by the command line: a draft of another section is published on top of it."""
    await rename(admin, "categories", "账号")
    shipped = standard([2026])
    renamed = msgspec.structs.replace(shipped.types[0], name={"zh-CN": "支持", "en": "Support"})
    await office.publish(msgspec.structs.replace(shipped, types=(renamed, *shipped.types[1:])))
    found = await drafted(admin)
    assert (found["release"], found["sections"][0]["base"], found["sections"][0]["clashes"]) == (2, 2, [])
    assert (await publish(admin)).json() == {"release": 3}
    bundle = (await released(admin))["bundle"]
    assert (bundle["types"][0]["name"]["zh-CN"], bundle["categories"][0]["name"]["zh-CN"]) == ("支持", "账号")


async def test_a_draft_that_a_release_made_true_is_gone(office: Office, admin: Visitor) -> None:
    await rename(admin, "types", "支持")
    bundle = (await released(admin))["bundle"] | {"types": (await section(admin, "types"))["value"]}
    await office.publish(msgspec.convert(bundle, PolicyBundle))
    assert (await drafted(admin))["sections"] == []
    await admin.post("/policy/rollbacks", {"to": 1})
    assert (await drafted(admin))["sections"] == []


async def test_a_faulty_draft_is_kept_explained_and_not_published(admin: Visitor) -> None:
    first, *others = (await section(admin, "types"))["value"]
    assert (await put(admin, "types", [first | {"workflow": "nowhere"}, *others])).status_code == 200
    found = await drafted(admin)
    finding = next(one for one in found["findings"] if one["code"] == "unknown_key")
    assert (finding["section"], finding["entry"], found["publishable"]) == ("types", first["key"], False)
    name = first["name"]["zh-CN"]
    assert finding["what"]["zh-CN"] == f"工单类型“{name}”" and finding["what"]["en"].startswith("Ticket type “")
    assert not any(finding["path"] in text for text in finding["remedy"].values())
    assert finding["remedy"]["zh-CN"] and finding["remedy"]["en"]
    answer = await publish(admin)
    assert (answer.status_code, answer.json()["code"]) == (422, "policy.lint_failed")
    assert (await released(admin))["release"] == 1
    assert len((await drafted(admin))["sections"]) == 1


async def test_a_finding_names_its_entry_though_keys_have_dots(admin: Visitor) -> None:
    value = (await section(admin, "categories"))["value"]
    new = {"key": f"{value[0]['key']}.new", "name": {"zh-CN": "新", "en": "New"}, "team": "nobody"}
    await put(admin, "categories", [*value, new])
    finding = next(one for one in (await drafted(admin))["findings"] if one["code"] == "unknown_key")
    assert (finding["section"], finding["entry"]) == ("categories", new["key"])


async def test_a_section_of_another_shape_is_refused_with_each_place(admin: Visitor) -> None:
    first, *others = (await section(admin, "types"))["value"]
    answer = await put(admin, "types", [first | {"flow": "x", "workflow": 7}, *others])
    assert answer.status_code == 422
    assert {one["field"] for one in answer.json()["faults"]} == {"value[0].flow", "value[0].workflow"}
    assert (await put(admin, "dispatch", [])).status_code == 422
    assert (await put(admin, "nonsense", [])).status_code == 404
    assert (await put(admin, "schema", 2)).status_code == 404


async def test_texts_are_tidied_where_they_were_changed_and_nowhere_else(admin: Visitor) -> None:
    """The shipped texts end with a line of nothing: an edit beside them does not touch them."""
    first, *others = (await section(admin, "types"))["value"]
    assert first["guidance"]["zh-CN"].endswith("\n")
    await put(admin, "types", [first | {"name": {"zh-CN": "支持 ", "en": "Support"}}, *others])
    found = (await drafted(admin))["changes"]
    assert {one["path"] for one in found} == {f"types.{first['key']}.name"}
    assert (await section(admin, "types"))["value"][0]["guidance"] == first["guidance"]
    await put(admin, "types", [first | {"guidance": {"zh-CN": "新 \n", "en": ""}}, *others])
    assert (await section(admin, "types"))["value"][0]["guidance"]["zh-CN"] == "新"
    assert (await put(admin, "types", [first | {"guidance": {"zh-CN": "\0"}}, *others])).status_code == 422


async def test_a_draft_is_of_bearable_size(admin: Visitor) -> None:
    first, *others = (await section(admin, "types"))["value"]
    answer = await put(admin, "types", [first | {"guidance": {"zh-CN": "长" * 1_500_000}}, *others])
    assert (answer.status_code, answer.json()["code"]) == (422, "policy.bundle_too_large")
    assert (await drafted(admin))["sections"] == []


async def test_discarding_takes_a_section_or_all_back_and_twice_does_nothing_more(admin: Visitor) -> None:
    for key in ("types", "categories", "priorities"):
        await rename(admin, key, "新")
    assert (await admin.call("DELETE", "/policy/draft/types")).status_code == 204
    assert (await admin.call("DELETE", "/policy/draft/types")).status_code == 204
    assert [one["section"] for one in (await drafted(admin))["sections"]] == ["categories", "priorities"]
    assert (await admin.call("DELETE", "/policy/draft", headers={"If-Match": '"1"'})).status_code == 412
    assert (await admin.call("DELETE", "/policy/draft")).status_code == 204
    assert (await admin.call("DELETE", "/policy/draft")).status_code == 204
    assert (await drafted(admin))["sections"] == []
    assert (await admin.call("DELETE", "/policy/draft/nonsense")).status_code == 404


async def plant(office: Office, key: str, body: Any) -> None:
    async with office.services.db.write(office.id) as tx:
        row = {"section": key, "body": body, "base_release": 1, "author_id": None, "updated_at": FOUNDED}
        tx.insert("policy_draft", {"workspace_id": office.id, **row})


@pytest.mark.parametrize(
    ("key", "body", "state"),
    [
        ("types", [{"key": "x", "name": {}, "workflow": 7, "later": True}], "unusable"),
        ("rating", [], "unusable"),
        ("magic", {"wand": 1}, "gone"),
    ],
)
async def test_a_draft_of_another_version_is_shown_and_can_only_be_discarded(
    office: Office, admin: Visitor, key: str, body: Any, state: str
) -> None:
    await plant(office, key, body)
    found = await drafted(admin)
    assert [(one["section"], one["state"]) for one in found["sections"]] == [(key, state)]
    assert found["sections"][0]["remedy"]["zh-CN"] and not found["publishable"]
    answer = await publish(admin)
    assert (answer.status_code, answer.json()["code"]) == (409, "policy.draft_unusable")
    part = await admin.get(f"/policy/draft/{key}")
    if state == "gone":
        assert part.status_code == 404
    else:
        assert (part.json()["state"], part.json()["value"]) == (
            "unusable",
            (await released(admin))["bundle"].get(key, {}),
        )
    assert (await admin.call("DELETE", f"/policy/draft/{key}")).status_code == 204
    assert (await drafted(admin))["sections"] == []


async def test_a_draft_of_another_version_is_replaced_by_a_new_one(office: Office, admin: Visitor) -> None:
    await plant(office, "types", [{"nonsense": 1}])
    assert (await rename(admin, "types", "新", (await section(admin, "types"))["version"])).status_code == 200
    assert (await publish(admin)).status_code == 201


async def test_who_drafted_and_who_discarded_stands_in_the_log(office: Office, admin: Visitor) -> None:
    await rename(admin, "types", "甲")
    await rename(admin, "types", "甲")
    await admin.call("DELETE", "/policy/draft/types")
    await rename(admin, "types", "乙")
    await publish(admin)
    found = await events(office)
    assert [kind for kind, _ in found] == [
        "release.published",
        "release.draft_changed",
        "release.draft_discarded",
        "release.draft_changed",
        "release.published",
    ]
    changed = found[1][1]
    assert (changed["by"], changed["section"], changed["count"]) == (admin.id, "types", 1)
    assert changed["edits"][0]["after"] == "甲"
    assert found[-1][1]["drafted"] == ["types"]


@pytest.mark.parametrize("role", [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES])
async def test_a_role_edits_and_publishes_the_draft_only_if_it_holds_that(office: Office, role: str) -> None:
    admin, visitor = await office.member("管理员", "admin"), await office.member("某人", role, service=False)
    await rename(admin, "types", "新")
    value = (await section(admin, "types"))["value"]
    held = actions(visitor.authority)
    may_read, may_publish = "policy.edit" in held, "policy.publish" in held
    may_edit = may_read and role not in ("department_head", "lead")
    assert ((await visitor.get("/policy/draft")).status_code == 200) == may_read
    assert ((await visitor.get("/policy/draft/types")).status_code == 200) == may_read
    assert ((await put(visitor, "types", [value[0] | {"on_portal": False}, *value[1:]])).status_code == 200) == may_edit
    assert ((await publish(visitor)).status_code == 201) == may_publish
    await rename(admin, "types", "又")
    assert ((await visitor.call("DELETE", "/policy/draft")).status_code == 204) == may_edit


async def test_the_draft_of_another_workspace_is_another(office: Office, admin: Visitor) -> None:
    other = await (await found_office(office.asgi)).member("别家", "admin")
    await rename(admin, "types", "新")
    assert (await drafted(other))["sections"] == []
    assert (await publish(other)).json()["code"] == "policy.nothing_drafted"
    await other.call("DELETE", "/policy/draft")
    assert len((await drafted(admin))["sections"]) == 1


async def test_a_release_is_told_against_the_one_before_it(office: Office, admin: Visitor) -> None:
    first = (await admin.get("/policy/releases/1")).json()
    assert (first["before"], first["is_readable"], len(first["changes"]) <= 200) == (None, True, True)
    assert first["changes"][0]["kind"] == "added"
    assert (await admin.get("/policy/releases/9")).status_code == 404
    text = (await admin.get("/policy/releases/1/bundle")).json()["yaml"]
    assert msgspec.yaml.decode(text, type=PolicyBundle) == msgspec.convert(
        (await released(admin))["bundle"], PolicyBundle
    )


async def test_a_release_that_this_version_cannot_read_is_said_to_be_so(office: Office, admin: Visitor) -> None:
    async with office.services.db.write(office.id) as tx:
        row: Mapping[str, Any] = {"number": 90, "bundle": {"types": 7}, "note": "", "published_at": FOUNDED}
        tx.insert("policy_release", {"workspace_id": office.id, **row})
    found = (await admin.get("/policy/releases/90")).json()
    assert (found["is_readable"], found["changes"]) == (False, [])
