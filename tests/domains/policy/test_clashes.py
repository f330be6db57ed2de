"""What a release and the draft, or two who edit it, changed side by side (spec 04, drafts): what only one changed is
taken, what both changed is chosen entry by entry, and nothing is lost."""

from typing import Any

import httpx
import msgspec
import pytest

from gongdan.domains.bundle import PolicyBundle
from tests.domains.policy.test_drafts import Plain, drafted, events, publish, put, released, section
from tests.kit import Office, Visitor


@pytest.fixture
async def admin(office: Office) -> Visitor:
    return await office.member("管理员", "admin")


def renamed(entries: list[Plain], **names: str) -> list[Plain]:
    """Entries by their place, such as ``_0``, called otherwise."""
    found = list(entries)
    for place, name in names.items():
        n = int(place.removeprefix("_"))
        found[n] = found[n] | {"name": {"zh-CN": name, "en": name}}
    return found


async def draft_names(visitor: Visitor, key: str, **names: str) -> None:
    assert (await put(visitor, key, renamed((await section(visitor, key))["value"], **names))).status_code == 200


async def release_names(office: Office, visitor: Visitor, key: str, **names: str) -> None:
    """Somebody else publishes, beside the draft."""
    bundle = (await released(visitor))["bundle"]
    await office.publish(msgspec.convert(bundle | {key: renamed(bundle[key], **names)}, PolicyBundle))


async def said(visitor: Visitor, key: str) -> list[str]:
    return [one["name"]["zh-CN"] for one in (await released(visitor))["bundle"][key]]


async def choose(visitor: Visitor, key: str, choices: Plain, seen: int | None = None) -> httpx.Response:
    headers = {} if seen is None else {"If-Match": f'"{seen}"'}
    return await visitor.call("PUT", f"/policy/draft/{key}/choices", json={"choices": choices}, headers=headers)


async def test_a_release_of_another_entry_of_the_section_is_not_overwritten(office: Office, admin: Visitor) -> None:
    await draft_names(admin, "types", _0="草稿")
    await release_names(office, admin, "types", _1="发布")
    found = await drafted(admin)
    assert [(one["section"], one["clashes"]) for one in found["sections"]] == [("types", [])]
    assert (found["count"], found["publishable"]) == (2, True)
    assert [one["name"]["zh-CN"] for one in (await section(admin, "types"))["value"]][:2] == ["草稿", "发布"]
    assert (await publish(admin)).json() == {"release": 3}
    assert (await said(admin, "types"))[:2] == ["草稿", "发布"]


async def test_several_releases_beside_a_draft_are_all_kept(office: Office, admin: Visitor) -> None:
    await draft_names(admin, "types", _0="草稿")
    await release_names(office, admin, "types", _1="一")
    await release_names(office, admin, "types", _2="二")
    await draft_names(admin, "types", _3="又")
    await release_names(office, admin, "types", _1="三")
    await publish(admin)
    assert (await said(admin, "types"))[:4] == ["草稿", "三", "二", "又"]


async def test_an_entry_that_both_changed_is_named_with_both_and_chosen_before_it_is_published(
    office: Office, admin: Visitor
) -> None:
    await draft_names(admin, "types", _0="草稿", _1="也是草稿")
    await release_names(office, admin, "types", _0="发布", _2="别的")
    found = await drafted(admin)
    key = (await section(admin, "types"))["value"][0]["key"]
    (clash,) = found["sections"][0]["clashes"]
    assert clash["key"] == key
    assert clash["yours"]["value"]["name"]["zh-CN"] == "草稿"
    assert "改为“草稿”" in clash["yours"]["changes"][0]["zh-CN"]
    assert "改为“发布”" in clash["theirs"]["changes"][0]["zh-CN"]
    assert not found["publishable"]
    answer = await publish(admin)
    assert (answer.status_code, answer.json()["code"], answer.json()["sections"]) == (
        409,
        "policy.draft_collides",
        ["types"],
    )
    assert (await choose(admin, "types", {key: "yours"})).status_code == 200
    after = await drafted(admin)
    assert (after["sections"][0]["clashes"], after["publishable"]) == ([], True)
    assert (await publish(admin)).json() == {"release": 3}
    assert (await said(admin, "types"))[:3] == ["草稿", "也是草稿", "别的"]


async def test_what_the_release_says_can_be_chosen_and_the_rest_of_the_draft_stays(
    office: Office, admin: Visitor
) -> None:
    await draft_names(admin, "types", _0="草稿", _1="也是草稿")
    await release_names(office, admin, "types", _0="发布")
    key = (await section(admin, "types"))["value"][0]["key"]
    await choose(admin, "types", {key: "theirs"})
    await publish(admin)
    assert (await said(admin, "types"))[:2] == ["发布", "也是草稿"]


async def test_choosing_the_release_everywhere_ends_the_draft(office: Office, admin: Visitor) -> None:
    await draft_names(admin, "types", _0="草稿")
    await release_names(office, admin, "types", _0="发布")
    key = (await section(admin, "types"))["value"][0]["key"]
    assert (await choose(admin, "types", {key: "theirs"})).json()["state"] == "release"
    assert (await drafted(admin))["sections"] == []


async def test_everything_that_clashes_is_chosen_and_nothing_else(office: Office, admin: Visitor) -> None:
    await draft_names(admin, "types", _0="草稿", _1="草稿一")
    await release_names(office, admin, "types", _0="发布", _1="发布一")
    first, second = [one["key"] for one in (await section(admin, "types"))["value"][:2]]
    answer = await choose(admin, "types", {first: "yours", "nonsense": "yours"})
    assert (answer.status_code, answer.json()["code"]) == (422, "policy.choices_incomplete")
    assert (answer.json()["missing"], answer.json()["unknown"]) == ([second], ["nonsense"])
    assert (await choose(admin, "types", {first: "ours"})).status_code == 422
    assert (await choose(admin, "nonsense", {})).status_code == 404
    assert (await choose(admin, "types", {first: "yours", second: "theirs"})).status_code == 200


async def test_a_choice_is_of_what_was_seen_and_twice_does_nothing_more(office: Office, admin: Visitor) -> None:
    await draft_names(admin, "types", _0="草稿")
    await release_names(office, admin, "types", _0="发布")
    seen = (await section(admin, "types"))["version"]
    key = (await section(admin, "types"))["value"][0]["key"]
    await release_names(office, admin, "types", _0="又发布")
    answer = await choose(admin, "types", {key: "yours"}, seen)
    assert (answer.status_code, answer.json()["code"]) == (412, "policy.section_moved")
    seen = (await section(admin, "types"))["version"]
    assert (await choose(admin, "types", {key: "yours"}, seen)).status_code == 200
    assert (await choose(admin, "types", {key: "theirs"})).status_code == 200
    assert (await section(admin, "types"))["value"][0]["name"]["zh-CN"] == "草稿"


async def test_who_edits_on_while_something_clashes_settles_nothing_by_that(office: Office, admin: Visitor) -> None:
    await draft_names(admin, "types", _0="草稿")
    await release_names(office, admin, "types", _0="发布", _1="别的")
    await draft_names(admin, "types", _2="又")
    (part,) = (await drafted(admin))["sections"]
    assert len(part["clashes"]) == 1
    await choose(admin, "types", {part["clashes"][0]["key"]: "yours"})
    await publish(admin)
    assert (await said(admin, "types"))[:3] == ["草稿", "别的", "又"]


async def test_what_a_release_says_too_is_no_draft_any_more(office: Office, admin: Visitor) -> None:
    await draft_names(admin, "types", _0="同样")
    await release_names(office, admin, "types", _0="同样", _1="别的")
    assert (await drafted(admin))["sections"] == []
    await release_names(office, admin, "types", _0="后来")
    assert (await drafted(admin))["sections"] == []


async def test_going_back_to_an_older_release_clashes_like_any_other(office: Office, admin: Visitor) -> None:
    await release_names(office, admin, "types", _0="第二")
    await draft_names(admin, "types", _0="草稿")
    assert (await admin.post("/policy/rollbacks", {"to": 1})).status_code == 201
    (part,) = (await drafted(admin))["sections"]
    assert "“第二”改为“草稿”" in part["clashes"][0]["yours"]["changes"][0]["zh-CN"]


async def test_members_of_a_section_that_is_one_whole_are_merged_and_named(office: Office, admin: Visitor) -> None:
    await put(admin, "rating", {"low": 1, "change_days": 3})
    bundle = (await released(admin))["bundle"]
    await office.publish(msgspec.convert(bundle | {"rating": {"low": 4}}, PolicyBundle))
    (part,) = (await drafted(admin))["sections"]
    (clash,) = part["clashes"]
    assert (clash["key"], clash["yours"]["value"], clash["theirs"]["value"]) == ("low", 1, 4)
    assert clash["name"]["zh-CN"] != "low"
    await choose(admin, "rating", {"low": "theirs"})
    await publish(admin)
    assert (await released(admin))["bundle"]["rating"] == {"low": 4, "change_days": 3}


async def test_orders_that_both_made_are_chosen_between(office: Office, admin: Visitor) -> None:
    first, second, *others = (await section(admin, "priorities"))["value"]
    await put(admin, "priorities", [second, first, *others])
    bundle = (await released(admin))["bundle"]
    moved = [first, *others, second]
    await office.publish(msgspec.convert(bundle | {"priorities": moved}, PolicyBundle))
    (part,) = (await drafted(admin))["sections"]
    assert [one["key"] for one in part["clashes"]] == ["*order"]
    assert part["clashes"][0]["name"]["zh-CN"] == "先后顺序"
    assert (await choose(admin, "priorities", {"*order": "yours"})).status_code == 200
    await publish(admin)
    assert [one["key"] for one in (await released(admin))["bundle"]["priorities"]][:2] == [second["key"], first["key"]]


async def test_who_chose_what_stands_in_the_log(office: Office, admin: Visitor) -> None:
    await draft_names(admin, "types", _0="草稿")
    await release_names(office, admin, "types", _0="发布")
    key = (await section(admin, "types"))["value"][0]["key"]
    await choose(admin, "types", {key: "yours"})
    kind, body = (await events(office))[-1]
    assert (kind, body["by"], body["section"], body["onto"]) == ("release.draft_settled", admin.id, "types", 2)
    assert body["choices"] == {key: "yours"}
    assert ("发布", "草稿") in [(one["before"], one["after"]) for one in body["edits"]]


async def save(visitor: Visitor, key: str, value: Any, base: Any, seen: int | None = None, **more: Any) -> Any:
    headers = {} if seen is None else {"If-Match": f'"{seen}"'}
    body = {"value": value, "base": base, **more}
    return await visitor.call("PUT", f"/policy/draft/{key}", json=body, headers=headers)


async def test_two_who_edit_different_entries_from_the_same_text_lose_nothing(office: Office, admin: Visitor) -> None:
    base = (await section(admin, "types"))["value"]
    other = await office.member("同事", "admin")
    assert (await save(admin, "types", renamed(base, _0="甲"), base)).status_code == 200
    found = (await save(other, "types", renamed(base, _1="乙"), base)).json()["value"]
    assert [one["name"]["zh-CN"] for one in found[:2]] == ["甲", "乙"]


async def test_two_who_edit_the_same_entry_are_told_both_and_the_second_chooses(office: Office, admin: Visitor) -> None:
    base = (await section(admin, "types"))["value"]
    other = await office.member("同事", "admin")
    await save(admin, "types", renamed(base, _0="甲", _2="丙"), base)
    answer = await save(other, "types", renamed(base, _0="乙", _1="丁"), base)
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["author_id"]) == (412, "policy.section_moved", admin.id)
    (clash,) = problem["clashes"]
    assert "改为“乙”" in clash["yours"]["changes"][0]["zh-CN"]
    assert "改为“甲”" in clash["theirs"]["changes"][0]["zh-CN"]
    choices = {clash["key"]: "yours"}
    wish = renamed(base, _0="乙", _1="丁")
    assert (await save(other, "types", wish, base, choices=choices)).status_code == 412
    found = (await save(other, "types", wish, base, problem["version"], choices=choices)).json()["value"]
    assert [one["name"]["zh-CN"] for one in found[:3]] == ["乙", "丁", "丙"]


async def test_a_text_to_start_from_has_the_shape_of_the_section(admin: Visitor) -> None:
    value = (await section(admin, "types"))["value"]
    answer = await save(admin, "types", value, [value[0] | {"flow": 1}])
    assert {one["field"] for one in answer.json()["faults"]} == {"base[0].flow"}
