"""Who edits what of the draft (spec 04, drafts; spec 08): department heads and leads edit what belongs to their teams,
whoever holds the right for all edits everything."""

from typing import Any

import pytest

from gongdan.domains.accounts.public import Grant
from gongdan.domains.bundle.categories import Category
from gongdan.domains.policy.drafts.rights import check_edits, editable
from gongdan.domains.policy.errors import NotYours
from gongdan.wiring import SECTIONS
from tests.domains.accounts.test_roles import bearer
from tests.domains.policy.test_clashes import choose, release_names
from tests.domains.policy.test_drafts import Plain, drafted, plant, put, section
from tests.kit import Office, Visitor, found_office

NAME = {"zh-CN": "新", "en": "New"}
OURS, THEIRS = "service", "tech"


@pytest.fixture
async def admin(office: Office) -> Visitor:
    """Two tops of the tree are of two teams; what stands below the first inherits it."""
    admin = await office.member("管理员", "admin")
    value = (await section(admin, "categories"))["value"]
    tops = [one for one in value if not one.get("parent")]
    teams = {tops[0]["key"]: OURS, tops[1]["key"]: THEIRS}
    plain = [{name: it for name, it in one.items() if name != "team"} for one in value]
    await put(
        admin, "categories", [one | ({"team": teams[one["key"]]} if one["key"] in teams else {}) for one in plain]
    )
    assert (await admin.call("POST", "/policy/draft/publish", json={})).status_code == 201
    return admin


@pytest.fixture
async def lead(office: Office, admin: Visitor) -> Visitor:
    return await office.member("组长", "lead", service=True)


async def tops(visitor: Visitor) -> tuple[list[Plain], Plain, Plain]:
    value = (await section(visitor, "categories"))["value"]
    ours, theirs = ([one for one in value if one.get("team") == team] for team in (OURS, THEIRS))
    return value, ours[0], theirs[0]


def changed(value: list[Plain], key: str, **members: Any) -> list[Plain]:
    return [one | members if one["key"] == key else one for one in value]


async def test_a_lead_edits_the_entries_of_their_team_and_what_inherits_it(lead: Visitor) -> None:
    value, ours, _ = await tops(lead)
    assert (await put(lead, "categories", changed(value, ours["key"], name=NAME))).status_code == 200
    child = next(one for one in value if one.get("parent") == ours["key"])
    value = (await section(lead, "categories"))["value"]
    assert (await put(lead, "categories", changed(value, child["key"], name=NAME))).status_code == 200
    assert {one["entry"] for one in (await drafted(lead))["changes"]} == {ours["key"], child["key"]}


async def test_a_lead_edits_nothing_of_another_team(lead: Visitor) -> None:
    value, ours, theirs = await tops(lead)
    wish = changed(changed(value, theirs["key"], name=NAME), ours["key"], name=NAME)
    answer = await put(lead, "categories", wish)
    assert (answer.status_code, answer.json()["code"]) == (403, "policy.not_yours")
    assert (answer.json()["keys"], answer.json()["names"]) == ([theirs["key"]], [theirs["name"]])
    assert (await drafted(lead))["sections"] == []


@pytest.mark.parametrize(
    "what",
    [
        "given away",
        "taken",
        "added to another",
        "left out",
        "moved",
        "said twice",
        "said twice, ours first",
        "ours below theirs",
        "a new one of ours below theirs",
    ],
)
async def test_no_way_round_that_wall(lead: Visitor, what: str) -> None:
    value, ours, theirs = await tops(lead)
    wish = {
        "given away": changed(value, ours["key"], team=THEIRS),
        "taken": changed(value, theirs["key"], team=OURS),
        "added to another": [*value, {"key": "new", "name": NAME, "team": THEIRS}],
        "left out": [one for one in value if one["key"] != theirs["key"]],
        "moved": [value[-1], *value[:-1]],
        "said twice": [theirs | {"name": NAME}, *value],
        "said twice, ours first": [theirs | {"team": OURS}, *value],
        "ours below theirs": changed(value, ours["key"], parent=theirs["key"]),
        "a new one of ours below theirs": [*value, {"key": "new", "name": NAME, "team": OURS, "parent": theirs["key"]}],
    }[what]
    assert (await put(lead, "categories", wish)).status_code == 403


@pytest.mark.parametrize("how", ["retired", "moved", "left out"])
async def test_what_stands_below_an_entry_goes_nowhere_with_it_against_its_team(
    admin: Visitor, lead: Visitor, how: str
) -> None:
    value, ours, _ = await tops(lead)
    child = next(one for one in value if one.get("parent") == ours["key"])
    below = {"key": "below", "name": NAME, "parent": child["key"], "team": THEIRS}
    assert (await put(admin, "categories", [*value, below])).status_code == 200
    value = (await section(lead, "categories"))["value"]
    wish = {
        "retired": changed(value, child["key"], retired=True),
        "moved": changed(value, child["key"], parent=None, team=OURS),
        "left out": [one for one in value if one["key"] != child["key"]],
    }[how]
    answer = await put(lead, "categories", wish)
    assert (answer.status_code, answer.json()["keys"]) == (403, ["below"])
    assert (await put(lead, "categories", changed(value, child["key"], name=NAME))).status_code == 200


async def test_a_lead_adds_to_their_team(lead: Visitor) -> None:
    value, ours, _ = await tops(lead)
    new = {"key": "new", "name": NAME, "parent": ours["key"]}
    assert (await put(lead, "categories", [*value, new])).status_code == 200


async def test_what_is_nobodys_own_is_for_those_who_edit_all(office: Office, lead: Visitor) -> None:
    for key in ("priorities", "workflows", "rating", "dispatch"):
        value = (await section(lead, key))["value"]
        assert (await section(lead, key))["editable"] == []
        wish = {"low": 1} if key == "rating" else {**value, "order": "priority"} if key == "dispatch" else value[:-1]
        assert (await put(lead, key, wish)).status_code == 403
    director = await office.member("总监", "director")
    assert (await section(director, "rating"))["editable"] is None
    assert (await put(director, "rating", {"low": 1})).status_code == 200


async def test_a_section_says_what_the_reader_may_edit(admin: Visitor, lead: Visitor) -> None:
    value, ours, theirs = await tops(lead)
    found = (await section(lead, "categories"))["editable"]
    assert ours["key"] in found and theirs["key"] not in found
    assert {one["key"] for one in value if one.get("parent") == ours["key"]} <= set(found)
    assert (await section(admin, "categories"))["editable"] is None


async def test_the_draft_says_what_the_reader_may_discard(admin: Visitor, lead: Visitor) -> None:
    value, ours, theirs = await tops(lead)
    await put(lead, "categories", changed(value, ours["key"], name=NAME))
    for visitor in (admin, lead):
        assert [one["may_discard"] for one in (await drafted(visitor))["sections"]] == [True]
    value = (await section(admin, "categories"))["value"]
    await put(admin, "categories", changed(value, theirs["key"], name=NAME))
    assert [one["may_discard"] for one in (await drafted(lead))["sections"]] == [False]
    assert (await lead.call("DELETE", "/policy/draft/categories")).status_code == 403
    assert [one["may_discard"] for one in (await drafted(admin))["sections"]] == [True]


async def test_nobody_discards_what_others_drafted(admin: Visitor, lead: Visitor) -> None:
    value, ours, theirs = await tops(lead)
    await put(admin, "categories", changed(value, theirs["key"], name=NAME))
    for path in ("/policy/draft/categories", "/policy/draft"):
        assert (await lead.call("DELETE", path)).status_code == 403
    await admin.call("DELETE", "/policy/draft")
    await put(lead, "categories", changed(value, ours["key"], name=NAME))
    assert (await lead.call("DELETE", "/policy/draft/categories")).status_code == 204


async def test_nobody_writes_over_a_draft_that_cannot_be_read_and_may_be_anybodys(
    office: Office, admin: Visitor, lead: Visitor
) -> None:
    value, ours, _ = await tops(lead)
    await plant(office, "categories", [{"nonsense": 1}])
    for wish in (value, changed(value, ours["key"], name=NAME)):
        answer = await put(lead, "categories", wish)
        assert (answer.status_code, answer.json()["code"]) == (403, "policy.not_yours")
    assert [one["state"] for one in (await drafted(admin))["sections"]] == ["unusable"]
    assert (await put(admin, "categories", value)).status_code == 200


async def test_nobody_chooses_where_others_clash(office: Office, admin: Visitor, lead: Visitor) -> None:
    value, _, theirs = await tops(lead)
    place = value.index(theirs)
    await put(admin, "categories", changed(value, theirs["key"], name=NAME))
    await release_names(office, admin, "categories", **{f"_{place}": "发布"})
    for visitor, may in ((lead, False), (admin, True)):
        assert [one["may_choose"] for one in (await drafted(visitor))["sections"]] == [may]
    assert (await choose(lead, "categories", {theirs["key"]: "theirs"})).status_code == 403
    assert (await choose(admin, "categories", {theirs["key"]: "theirs"})).status_code == 200


async def test_a_lead_of_another_workspace_edits_nothing_here(office: Office, lead: Visitor) -> None:
    foreign = await (await found_office(office.asgi)).member("别家", "lead", service=True)
    _, ours, _ = await tops(lead)
    await put(foreign, "categories", changed((await section(foreign, "categories"))["value"], ours["key"], name=NAME))
    assert (await drafted(lead))["sections"] == []


CATEGORIES = tuple(
    Category(key=key, name=NAME, parent=parent, team=team)
    for key, parent, team in (
        ("a", None, OURS),
        ("b", "a", None),
        ("c", "b", THEIRS),
        ("d", "e", None),
        ("e", "d", None),
    )
)


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        ("system_admin", None),
        ("admin", None),
        ("director", None),
        ("executive", []),
        ("agent", []),
        ("collaborator", []),
        ("knowledge_manager", []),
        ("auditor", []),
        ("employee", []),
        ("vendor", []),
    ],
)
def test_each_shipped_role_edits_what_it_covers(role: str, keys: list[str] | None) -> None:
    assert editable(bearer(role), SECTIONS.by_key["categories"], CATEGORIES) == keys


def test_a_right_for_types_opens_those_types_alone() -> None:
    me = bearer("agent")
    grant = Grant(frozenset({"policy.edit"}), "type", frozenset({"a"}))
    me = type(me)(**{name: getattr(me, name) for name in me.__struct_fields__} | {"grants": (grant,)})
    assert editable(me, SECTIONS.by_key["categories"], CATEGORIES) == []
    with pytest.raises(NotYours):
        check_edits(me, SECTIONS.by_key["categories"], CATEGORIES, CATEGORIES[:1])


@pytest.mark.parametrize("role", ["executive", "director", "department_head", "lead", "agent", "auditor"])
async def test_a_rollback_is_previewed_by_whoever_sees_the_policy(office: Office, admin: Visitor, role: str) -> None:
    visitor = await office.member("某人", role, service=False)
    assert (await visitor.get("/policy/releases/1/rollback")).status_code == 200
    assert (await visitor.post("/policy/rollbacks", {"to": 1})).status_code == 403


@pytest.mark.parametrize("role", ["collaborator", "employee", "vendor"])
async def test_who_does_not_see_the_policy_previews_no_rollback(office: Office, admin: Visitor, role: str) -> None:
    visitor = await office.member("某人", role, service=False)
    assert (await visitor.get("/policy/releases/1/rollback")).status_code == 403


async def test_a_rollback_of_another_workspace_is_not_previewed(office: Office, admin: Visitor) -> None:
    """Release 2 is there alone."""
    foreign = await (await found_office(office.asgi)).member("别家", "admin")
    assert (await foreign.get("/policy/releases/2/rollback")).status_code == 404
    assert (await admin.get("/policy/releases/2/rollback")).json()["count"] == 0
