"""A category goes into another one: the tree, and whatever names it (spec 02, categories)."""

from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.drafts.remapping import merged
from gongdan.domains.tickets.commands.many.merged import new_merges, successor
from gongdan.kernel.errors import Invalid

Plain = dict[str, Any]


def tree(text: str) -> list[Plain]:
    """``a b:a -c:b``: keys, each below another one, a retired one."""
    found = []
    for word in text.split():
        key, _, parent = word.removeprefix("-").partition(":")
        one: Plain = {"key": key, "name": {"zh-CN": key, "en": key}}
        found.append(one | ({"parent": parent} if parent else {}) | ({"retired": True} if word[0] == "-" else {}))
    return found


def said(bundle: PolicyBundle) -> str:
    return " ".join(
        ("-" if one.retired else "")
        + one.key
        + (f":{one.parent}" if one.parent else "")
        + (f">{one.merged_into}" if one.merged_into else "")
        for one in bundle.categories
    )


def bundle(text: str, **more: Any) -> PolicyBundle:
    return msgspec.convert({"categories": tree(text), **more}, PolicyBundle)


def merge(before: PolicyBundle, key: str, into: str, below: Any = "along") -> PolicyBundle:
    return merged(wiring.SECTIONS.all, before, key, into, below)


@pytest.mark.parametrize(
    ("before", "below", "after"),
    [
        ("a b c:a", "along", "-a>b b c:b"),
        ("a b c:a d:c", "along", "-a>b b c:b d:c"),
        ("a b c:a -d:a", "too", "-a>b b -c:a>b -d:a"),
        ("a b c:a d:c", "too", "-a>b b -c:a>b -d:c>b"),
        ("a b c:a", "up", "-a>b b c"),
        ("t a:t b c:a", "up", "t -a:t>b b c:t"),
        ("a b:a c:a", "up", "-a>b b c"),
        ("a:b b:a c", "along", "-a:b>c b:c c"),
    ],
)
def test_the_tree(before: str, below: str, after: str) -> None:
    assert said(merge(bundle(before), "a", "c" if before == "a:b b:a c" else "b", below)) == after


@pytest.mark.parametrize(
    ("before", "key", "into", "below", "code"),
    [
        ("a", "a", "a", "along", "policy.goes_too"),
        ("a b:a", "a", "b", "along", "policy.goes_too"),
        ("a b:a c:b", "a", "c", "along", "policy.goes_too"),
        ("a b:a", "a", "b", "too", "policy.goes_too"),
        ("a -b", "a", "b", "along", "unknown_key"),
        ("a b", "a", "x", "along", "unknown_key"),
        ("a b", "x", "b", "along", "unknown_key"),
        ("-a b", "a", "b", "along", "unknown_key"),
    ],
)
def test_what_cannot_take_its_place(before: str, key: str, into: str, below: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        merge(bundle(before), key, into, below)
    assert [one.code for one in refused.value.faults] == [code]


def test_twice_is_once_and_what_went_there_before_goes_along() -> None:
    once = merge(bundle("a b c"), "a", "b")
    assert merge(once, "a", "b") == once
    assert said(merge(once, "b", "c")) == "-a>c -b>c c"


def condition(value: Any, field: str = "category", op: str = "is") -> Plain:
    return {"field": field, "op": op, "value": value}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (condition("a"), condition("b")),
        (condition("a", op="under"), condition("b", op="under")),
        (condition(["a", "b", "c"], op="is_any"), condition(["b", "c"], op="is_any")),
        (condition("a", "event.to.category"), condition("b", "event.to.category")),
        (condition("a", "type"), condition("a", "type")),
        (condition(True, "event.changed.category"), condition(True, "event.changed.category")),
        ({"not": {"any": [condition("a"), {"all": []}]}}, {"not": {"any": [condition("b"), {"all": []}]}}),
        ({"any": []}, {"any": []}),
    ],
)
def test_conditions_name_the_other_one(before: Plain, after: Plain) -> None:
    def with_rule(when: Plain) -> PolicyBundle:
        rule = {"key": "r", "name": {}, "when": when, "team": "x"}
        return bundle("a b c", routing=[rule, rule | {"key": "s", "retired": True}])

    found = merge(with_rule(before), "a", "b")
    assert found.routing == with_rule(after).routing


def test_all_other_places_name_the_other_one() -> None:
    sets = {"do": "set_field", "field": "category", "value": "a"}
    other = {"do": "set_field", "field": "fields.a", "value": "a"}
    kind = {"key": "k", "name": {}, "workflow": "w", "category_roots": ["a", "b"], "default_category": "a"}
    form = {"key": "f", "name": {}, "fields": [{"field": "x", "visible": condition("a"), "required": "always"}]}
    found = merge(
        bundle(
            "a b",
            types=[kind],
            forms=[form],
            sla=[{"key": "s", "name": {}, "when": condition("a"), "targets": []}],
            ladders=[{"key": "l", "name": {}, "when": condition("a"), "levels": []}],
            automations=[{"key": "m", "name": {}, "on": [], "when": condition("a"), "actions": [sets, other]}],
        ),
        "a",
        "b",
    )
    plain: Plain = msgspec.json.decode(msgspec.json.encode(found))
    assert (plain["types"][0]["category_roots"], plain["types"][0]["default_category"]) == (["b"], "b")
    assert plain["forms"][0]["fields"][0] == form["fields"][0] | {"visible": condition("b")}  # type: ignore[index]
    assert [plain[section][0]["when"] for section in ("sla", "ladders", "automations")] == [condition("b")] * 3
    assert plain["automations"][0]["actions"] == [sets | {"value": "b"}, other]


def test_a_thousand_categories_go_into_one() -> None:
    found = bundle("a " + " ".join(f"c{n}:{'a' if n == 0 else f'c{n - 1}'}" for n in range(1_000)) + " b")
    after = merge(found, "a", "b", "too")
    assert sum(one.merged_into == "b" for one in after.categories) == 1_001
    assert len(new_merges(found, after)) == 1_001
    assert successor(after, "c999") == "b"


def test_tickets_follow_by_way_of_others_to_one_that_is_in_use() -> None:
    first = merge(bundle("a b c"), "a", "b")
    assert (successor(first, "a"), successor(first, "b")) == ("b", None)
    gone = msgspec.structs.replace(
        first, categories=tuple(msgspec.structs.replace(one, retired=True) for one in first.categories)
    )
    assert successor(gone, "a") is None
    circle = msgspec.convert(
        {"categories": [one | {"retired": True, "merged_into": to} for one, to in zip(tree("a b"), "ba", strict=True)]},
        PolicyBundle,
    )
    assert successor(circle, "a") is None
    back = bundle("a b c")
    assert (new_merges(first, back), successor(back, "a")) == ([], None)
