"""What a policy names exists and is within bounds, wherever it stands (spec 04, policy releases)."""

import copy
from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import Finding, Surroundings
from gongdan.domains.policy.releases.publishing import check
from tests.kit import Office

AROUND = Surroundings(
    teams=frozenset({"service", "tech", "finance", "senior", "engineering", "cross", "duty-lead"}),
    roles=frozenset({"lead", "director", "agent"}),
    departments=frozenset({"service", "tech", "finance", "product", "sales"}),
    people=frozenset({"7"}),
    years=(2026,),
)
NAMED = {"zh-CN": "名", "en": "Name"}


def errors(bundle: PolicyBundle) -> dict[str, str]:
    found: list[Finding] = check(bundle, wiring.SECTIONS, AROUND)
    return {one.path: one.code for one in found if one.severity == "error"}


def changed(**sections: Any) -> PolicyBundle:
    raw = msgspec.to_builtins(standard([2026]))
    return msgspec.convert(raw | sections, PolicyBundle)


def automation(*actions: dict[str, Any]) -> PolicyBundle:
    rule = {"key": "x", "name": NAMED, "on": ["ticket.opened"], "actions": list(actions)}
    return changed(automations=[rule])


def test_the_shipped_policy_has_no_errors() -> None:
    assert errors(standard([2026])) == {}


@pytest.mark.parametrize(
    ("action", "path", "code"),
    [
        ({"do": "set_field", "field": "priority", "value": "P9"}, "value", "unknown_key"),
        ({"do": "set_field", "field": "priority", "value": ["P1", {}]}, "value", "unknown_key"),
        ({"do": "set_field", "field": "category", "value": "nowhere"}, "value", "unknown_key"),
        ({"do": "set_field", "field": "type", "value": 7}, "value", "unknown_key"),
        ({"do": "tell_customer", "template": "nothing"}, "template", "unknown_key"),
        ({"do": "tell_customer", "template": "sign_in_link"}, "template", "unknown_key"),
        ({"do": "remind", "to": ["boss"], "text": NAMED}, "to", "unknown_receiver"),
        ({"do": "remind", "to": ["role:ghost"], "text": NAMED}, "to", "unknown_receiver"),
        ({"do": "remind", "to": ["roster:ghost"], "text": NAMED}, "to", "unknown_receiver"),
        ({"do": "remind", "to": ["person:8"], "text": NAMED}, "to", "unknown_receiver"),
        ({"do": "remind", "to": ["lead:x"], "text": NAMED}, "to", "unknown_receiver"),
        ({"do": "remind", "to": [], "text": NAMED}, "to", "nobody_named"),
        ({"do": "remind", "to": ["lead"], "text": {"en": "x"}}, "text", "name_missing"),
        ({"do": "set_team", "team": "ghost"}, "team", "unknown_key"),
        ({"do": "move", "status": "ghost"}, "status", "unknown_key"),
        ({"do": "escalate", "level": "L9"}, "level", "unknown_key"),
        ({"do": "add_tags", "tags": [" "]}, "tags", "tags_unfit"),
    ],
)
def test_an_action_names_what_there_is(action: dict[str, Any], path: str, code: str) -> None:
    assert errors(automation(action)) == {f"automations.x.actions.0.{path}": code}


@pytest.mark.parametrize("to", ["assignee", "rosters", "role:lead", "team:tech", "roster:duty-lead", "person:7"])
def test_receivers_that_there_are_may_be_named(to: str) -> None:
    assert errors(automation({"do": "remind", "to": [to], "text": NAMED})) == {}


def with_level(**level: Any) -> PolicyBundle:
    whole = {"key": "L", "name": NAMED, "to": ["lead"], "colour": "red", "on": None} | level
    return changed(ladders=[{"key": "up", "name": NAMED, "levels": [whole]}])


@pytest.mark.parametrize(
    ("level", "path", "code"),
    [
        ({"to": ["boss"]}, "to", "unknown_receiver"),
        ({"to": []}, "to", "nobody_named"),
        ({"name": {}}, "name", "name_missing"),
        ({"name": {"zh-CN": "一", "en": " "}}, "name", "name_missing"),
        ({"on": {"on": "unassigned", "after_s": 10**15}}, "on.after_s", "number_out_of_range"),
        ({"on": {"on": "unassigned", "after_s": -1}}, "on.after_s", "number_out_of_range"),
        ({"actions": [{"do": "tell_customer", "template": "x"}]}, "actions.0.template", "unknown_key"),
    ],
)
def test_a_level_names_what_there_is_within_bounds(level: dict[str, Any], path: str, code: str) -> None:
    assert errors(with_level(**level)) == {f"ladders.up.levels.L.{path}": code}


def numbers(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where the raw policy holds a number."""
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in numbers(part, (*path, key))]
    if isinstance(value, list):
        return [found for n, part in enumerate(value) for found in numbers(part, (*path, n))]
    return [path] if isinstance(value, int) and not isinstance(value, bool) else []


def test_every_number_of_a_policy_has_a_bound() -> None:
    raw = msgspec.json.decode(msgspec.json.encode(standard([2026])))
    places = [place for place in numbers(raw) if place != ("schema",)]
    assert len(places) > 20
    for place in places:
        for value in (10**15, -1):
            whole = copy.deepcopy(raw)
            at = whole
            for step in place[:-1]:
                at = at[step]
            at[place[-1]] = value
            assert errors(msgspec.convert(whole, PolicyBundle)), (place, value)


@pytest.mark.parametrize("tags", [{"tags": ["x"] * 1_001}, {"tags": ["x" * 51]}], ids=["too many", "too long"])
def test_lists_and_texts_are_bounded(tags: dict[str, Any]) -> None:
    assert errors(automation({"do": "add_tags"} | tags))


async def test_a_refused_publish_says_in_both_languages_what_is_wrong_and_what_to_do(office: Office) -> None:
    admin = await office.member("管理员", "admin")
    bundle = msgspec.to_builtins(automation({"do": "tell_customer", "template": "nothing"}))
    answer = (await admin.post("/policy/releases", {"bundle": bundle})).json()
    assert answer["code"] == "policy.lint_failed"
    (finding,) = [one for one in answer["findings"] if one["severity"] == "error"]
    assert finding["path"] == "automations.x.actions.0.template"
    for texts in (finding["text"], finding["remedy"]):
        assert set(texts) == {"zh-CN", "en"} and all(texts.values())
    assert "nothing" in finding["text"]["en"] and finding["path"] in finding["remedy"]["zh-CN"]
