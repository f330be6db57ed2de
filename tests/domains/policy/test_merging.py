"""Two changes of a section side by side, put together key by key (spec 04, drafts): nobody's is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gongdan.domains.bundle.categories import Category
from gongdan.domains.bundle.ratings import RatingRules
from gongdan.domains.policy.drafts.merging import ORDER, Merged, merge

Section = tuple[Category, ...]


def one(key: str, name: str = "", **more: Any) -> Category:
    return Category(key=key, name={"zh-CN": name or key, "en": name or key}, **more)


def section(text: str) -> Section:
    """``a b=new -c``: entries, a name that differs, a retired one."""
    found = []
    for word in text.split():
        key, _, name = word.removeprefix("-").partition("=")
        found.append(one(key, name, retired=word.startswith("-")))
    return tuple(found)


def said(value: Section) -> str:
    return " ".join(
        ("-" if entry.retired else "") + entry.key + (f"={entry.name['en']}" if entry.name["en"] != entry.key else "")
        for entry in value
    )


def merged(base: str, yours: str, theirs: str, **choices: Any) -> Merged:
    return merge(section(base), section(yours), section(theirs), choices)


@pytest.mark.parametrize(
    ("base", "yours", "theirs", "expected", "clashes"),
    [
        ("a b", "a b", "a b", "a b", []),
        ("a b", "a=1 b", "a b", "a=1 b", []),
        ("a b", "a b", "a=1 b", "a=1 b", []),
        ("a b", "a=1 b", "a b=2", "a=1 b=2", []),
        ("a b", "a=1 b", "a=1 b", "a=1 b", []),
        ("a b", "a=1 b=1", "a=2 b", "a=1 b=1", ["a"]),
        # What is added.
        ("a b", "a x b", "a b y", "a x b y", []),
        ("a b", "a x b", "a y b", "a x y b", []),
        ("a b", "a y b", "a x b", "a x y b", []),
        ("a", "a x=1", "a x=2", "a x=1", ["x"]),
        ("a", "a x=1", "a x=1", "a x=1", []),
        ("", "x", "y", "x y", []),
        # What is retired, or left out.
        ("a b", "a -b", "a=1 b", "a=1 -b", []),
        ("a b", "a", "a=1 b", "a=1", []),
        ("a b", "a", "a b=1", "a", ["b"]),
        ("a b", "a b=1", "a -b", "a b=1", ["b"]),
        ("a b", "a", "a -b", "a -b", []),
        ("a -b", "a", "a b", "a b", []),
        # Their order.
        ("a b c", "c a b", "a b=1 c", "c a b=1", []),
        ("a b c", "a b=1 c", "c a b", "c a b=1", []),
        ("a b c", "c a b", "c a b", "c a b", []),
        ("a b c", "c a b", "b a c", "c a b", [ORDER]),
        ("a b c", "c b a", "a x b c", "c b a x", []),
        ("a b c", "c a", "a b=1 c", "c a", ["b"]),
    ],
)
def test_what_one_changed_is_taken_and_what_both_changed_clashes(
    base: str, yours: str, theirs: str, expected: str, clashes: list[str]
) -> None:
    found = merged(base, yours, theirs)
    assert (said(found.value), [clash.key for clash in found.clashes]) == (expected, clashes)


def test_a_clash_tells_all_three_values() -> None:
    (clash,) = merged("a", "a=1", "a=2").clashes
    assert (clash.base, clash.yours, clash.theirs) == (one("a"), one("a", "1"), one("a", "2"))
    (clash,) = merged("a", "", "a=2").clashes
    assert (clash.base, clash.yours, clash.theirs) == (one("a"), None, one("a", "2"))


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({"a": "yours", "b": "theirs"}, "a=1 b=2"),
        ({"a": "theirs", "b": "yours"}, "a=2 b=1"),
        ({"a": "theirs", "b": "theirs", "c": "yours"}, "a=2 b=2"),
    ],
)
def test_what_clashes_is_chosen_key_by_key(choices: Any, expected: str) -> None:
    found = merged("a b c=1", "a=1 b=1 c=1", "a=2 b=2 c", **choices)
    assert (said(found.value), found.clashes) == (f"{expected} c", ())
    assert merged("a b", "a=1 b=1", "a=2 b=2", a="theirs").keys == {"b"}


@pytest.mark.parametrize(("whose", "expected"), [("yours", "c a b"), ("theirs", "b a c")])
def test_the_order_is_chosen_like_a_key(whose: str, expected: str) -> None:
    found = merged("a b c", "c a b", "b a c", **{ORDER: whose})
    assert (said(found.value), found.clashes) == (expected, ())


def test_a_section_that_is_one_whole_is_merged_by_its_members() -> None:
    base = RatingRules(low=2, change_days=7)
    found = merge(base, replace(base, low=1), replace(base, change_days=9))
    assert (found.value, found.clashes) == (RatingRules(low=1, change_days=9), ())
    found = merge(base, replace(base, low=1), replace(base, low=3, change_days=9))
    assert (found.value, [clash.key for clash in found.clashes]) == (RatingRules(low=1, change_days=9), ["low"])


KEYS = "abcdefgh"


@st.composite
def bases(draw: Any) -> Section:
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=6))
    return tuple(one(key, retired=draw(st.booleans())) for key in keys)


@st.composite
def edits(draw: Any, base: Section, keys: str = KEYS, name: str = "x") -> Section:
    """``base`` with some of the entries of these keys changed, retired, left out, added, and perhaps all moved."""
    found: list[Category] = []
    for entry in base:
        what = draw(st.sampled_from(("stays", "renamed", "retired", "gone"))) if entry.key in keys else "stays"
        if what != "gone" or entry.retired:
            renamed = one(entry.key, name, retired=entry.retired)
            found.append({"renamed": renamed, "retired": replace(entry, retired=True)}.get(what, entry))
    for key in keys:
        if key not in {entry.key for entry in base} and draw(st.booleans()):
            found.insert(draw(st.integers(0, len(found))), one(key, name))
    return tuple(found)


@given(st.data())
def test_disjoint_edits_commute_and_clash_nowhere(data: st.DataObject) -> None:
    base = data.draw(bases())
    yours, theirs = data.draw(edits(base, "abcd", "1")), data.draw(edits(base, "efgh", "2"))
    found, other = merge(base, yours, theirs), merge(base, theirs, yours)
    assert (found.value, found.clashes, other.clashes) == (other.value, (), ())


@given(st.data())
def test_one_side_alone_is_taken_as_it_is(data: st.DataObject) -> None:
    base = data.draw(bases())
    side = tuple(data.draw(st.permutations(data.draw(edits(base)))))
    assert merge(base, side, base) == Merged(value=side, clashes=())
    taken = merge(base, base, side)
    assert not taken.clashes
    assert {entry.key: entry for entry in taken.value} == {entry.key: entry for entry in side}
    assert merge(base, side, side).value == side


@given(st.data())
def test_nobodys_edit_is_lost(data: st.DataObject) -> None:
    """Every entry that a side changed is as that side has it, or as both have it, or is named."""
    base = data.draw(bases())
    yours = tuple(data.draw(st.permutations(data.draw(edits(base, name="1")))))
    theirs = tuple(data.draw(st.permutations(data.draw(edits(base, name="2")))))
    found = merge(base, yours, theirs)
    was, result = {one.key: one for one in base}, {one.key: one for one in found.value}
    for side in (yours, theirs):
        has = {entry.key: entry for entry in side}
        for key in (was.keys() | has.keys()) - found.keys:
            if has.get(key) != was.get(key) and not (key not in has and was[key].retired):
                gone = key not in has and result.get(key) in (None, replace(was[key], retired=True))
                assert gone or result.get(key) == has.get(key) or _left_out(key, was, result, yours, theirs)
    assert len(result) == len(found.value)


def _left_out(key: str, was: Any, result: Any, *sides: Section) -> bool:
    """One side retired it and the other left it out, which is the same."""
    states = [next((entry for entry in side if entry.key == key), None) for side in sides]
    return None in states and key in was and replace(was[key], retired=True) in states and result.get(key) in states


@given(st.data())
def test_a_choice_for_every_clash_leaves_none(data: st.DataObject) -> None:
    base = data.draw(bases())
    yours = tuple(data.draw(st.permutations(data.draw(edits(base, name="1")))))
    theirs = tuple(data.draw(st.permutations(data.draw(edits(base, name="2")))))
    clashes = merge(base, yours, theirs).clashes
    for whose in ("yours", "theirs"):
        found = merge(base, yours, theirs, {clash.key: whose for clash in clashes})
        result = {entry.key: entry for entry in found.value}
        assert not found.clashes
        for clash in clashes:
            if clash.key != ORDER:
                assert result.get(clash.key) == getattr(clash, whose)
