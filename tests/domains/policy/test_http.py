"""The policy over HTTP: read, checked, published, rolled back (spec 01, policy bundle)."""

from typing import Any

import pytest

from tests.kit import Office, Visitor


async def current(visitor: Visitor) -> dict[str, Any]:
    answer = await visitor.get("/policy")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def renamed(bundle: dict[str, Any], name: str) -> dict[str, Any]:
    first, *others = bundle["types"]
    return bundle | {"types": [first | {"name": {"zh-CN": name, "en": name}}, *others]}


async def test_a_published_bundle_is_the_policy_from_then_on(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    before = await current(admin)
    answer = await admin.post(
        "/policy/releases", {"bundle": renamed(before["bundle"], "支持"), "note": "改名", "base": before["release"]}
    )
    assert (answer.status_code, answer.json()) == (201, {"release": 2})
    assert (await current(admin))["bundle"]["types"][0]["name"]["zh-CN"] == "支持"
    latest = (await admin.get("/policy/releases")).json()[0]
    assert (latest["number"], latest["note"], latest["author_id"]) == (2, "改名", admin.id)


async def test_a_bundle_made_from_an_older_release_is_refused(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    bundle = (await current(admin))["bundle"]
    await admin.post("/policy/releases", {"bundle": bundle, "base": 1})
    answer = await admin.post("/policy/releases", {"bundle": bundle, "base": 1})
    assert (answer.status_code, answer.json()["code"], answer.json()["current"]) == (409, "policy.release_moved", 2)


async def test_a_faulty_bundle_is_explained_and_not_published(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    bundle = (await current(admin))["bundle"]
    faulty = bundle | {"types": [bundle["types"][0] | {"workflow": "nowhere"}]}
    found = (await admin.post("/policy/lint", {"bundle": faulty})).json()
    finding = next(one for one in found["findings"] if one["path"].endswith(".workflow"))
    assert (finding["code"], found["publishable"]) == ("unknown_key", False)
    assert "nowhere" in finding["text"]["zh-CN"] and "nowhere" in finding["text"]["en"]
    answer = await admin.post("/policy/releases", {"bundle": faulty})
    assert (answer.status_code, answer.json()["code"]) == (422, "policy.lint_failed")
    assert (await current(admin))["release"] == 1


async def test_checking_takes_the_right_to_edit_and_a_bundle_of_a_bearable_size(office: Office) -> None:
    admin, agent = await office.member("管理员", "admin"), await office.member("李雷", "agent")
    bundle = (await current(admin))["bundle"]
    assert (await agent.post("/policy/lint", {"bundle": bundle})).status_code == 403
    huge = bundle | {"types": [one | {"guidance": {"zh-CN": "长" * 1_500_000}} for one in bundle["types"][:1]]}
    answer = await admin.post("/policy/lint", {"bundle": huge})
    assert (answer.status_code, answer.json()["code"]) == (422, "policy.bundle_too_large")


async def test_the_shipped_policy_is_publishable(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    found = (await admin.post("/policy/lint", {"bundle": (await current(admin))["bundle"]})).json()
    assert found["publishable"]


async def test_a_rollback_publishes_the_earlier_bundle_again(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    first = (await current(admin))["bundle"]
    await admin.post("/policy/releases", {"bundle": renamed(first, "支持")})
    assert (await admin.post("/policy/rollbacks", {"to": 1})).json() == {"release": 3}
    assert await current(admin) == {"release": 3, "bundle": first}
    assert (await admin.post("/policy/rollbacks", {"to": 99})).status_code == 404


async def test_a_rollback_is_previewed_and_takes_back_no_more_than_was_seen(office: Office) -> None:
    admin, lead = await office.member("管理员", "admin"), await office.member("主管", "admin")

    async def rename(name: str, note: str) -> None:
        first, *others = (await lead.get("/policy/draft/categories")).json()["value"]
        value = [first | {"name": first["name"] | {"zh-CN": name}}, *others]
        await lead.call("PUT", "/policy/draft/categories", json={"value": value})
        assert (await lead.post("/policy/draft/publish", {"note": note})).status_code == 201

    await rename("改过", "大促")
    seen = (await admin.get("/policy/releases/1/rollback")).json()
    assert (seen["to"], seen["current"], seen["count"]) == (1, 2, 1)
    assert [(one["number"], one["author_id"], one["note"]) for one in seen["lost"]] == [(2, lead.id, "大促")]
    assert "改过" in seen["changes"][0]["text"]["zh-CN"]

    await rename("又改过", "再改")
    answer = await admin.post("/policy/rollbacks", {"to": 1, "base": seen["current"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "policy.release_moved")
    assert (await admin.get("/policy/releases/99/rollback")).status_code == 404


@pytest.mark.parametrize("path", ["/policy/releases", "/policy/rollbacks"])
async def test_only_who_may_publish_publishes(office: Office, path: str) -> None:
    agent = await office.member("李雷", "agent", service=False)
    bundle = (await current(agent))["bundle"]
    answer = await agent.post(path, {"bundle": bundle} if path.endswith("releases") else {"to": 1})
    assert (answer.status_code, answer.json()["code"]) == (403, "request.forbidden")


async def test_a_bundle_nested_too_deep_is_refused(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    body = '{"bundle": {"ladders": [{"key": "x", "name": {}, "levels": [], "when": ' + '{"not":' * 5_000
    answer = await admin.call("POST", "/policy/lint", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
