"""What is wrong with a bundle by itself: references, trees, flows. Pure."""

import time
from typing import get_args

import msgspec

from gongdan import wiring
from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import Action, Automation, UnknownAction
from gongdan.domains.bundle.categories import Category
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.bundle.routing import RoutingRule
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import Surroundings
from gongdan.domains.tickets.fields import lint as tickets
from gongdan.kernel.text import LOCALES

NAME = {"zh-CN": "分类", "en": "Category"}


def with_categories(parents: dict[str, str | None]) -> PolicyBundle:
    categories = tuple(Category(key=key, name=NAME, parent=parent) for key, parent in parents.items())
    return msgspec.structs.replace(standard([2026]), categories=categories)


def circles(bundle: PolicyBundle) -> set[str]:
    found = tickets.lint_categories(bundle, Surroundings())
    return {finding.path for finding in found if finding.code == "tree_circles"}


def test_categories_in_a_circle_and_those_below_it_are_found() -> None:
    bundle = with_categories({"a": "b", "b": "a", "below": "a", "root": None, "leaf": "root", "lost": "nowhere"})
    assert circles(bundle) == {f"categories.{key}.parent" for key in ("a", "b", "below")}


def test_a_deep_tree_is_checked_as_quickly_as_a_flat_one() -> None:
    """Each category is looked at once, not once for each that stands below it."""
    bundle = with_categories({f"c{n}": f"c{n + 1}" if n < 50_000 else None for n in range(50_001)})
    began = time.process_time()
    assert circles(bundle) == set()
    assert time.process_time() - began < 5


def test_only_automations_ask_about_the_event() -> None:
    """Anything else is asked where no event is at hand."""
    asked = Condition(field="event.to.status", op="is", value="resolved")
    automation = Automation(key="told", name=NAME, on=("ticket.moved",), when=asked, actions=())
    rule = RoutingRule(key="routed", name=NAME, when=asked, team="tech")
    bundle = msgspec.structs.replace(standard([2026]), automations=(automation,), routing=(rule,))
    found = [
        finding
        for finding in tickets.lint(wiring.SUBJECTS, wiring.SECTIONS.all, bundle, Surroundings())
        if finding.code == "condition.field_unknown"
    ]
    assert [finding.path for finding in found] == ["routing.routed.when.field"]


def test_a_draft_with_a_key_twice_and_a_name_in_one_language_is_looked_through() -> None:
    one = CustomField(key="x", kind="text", name={"en": "X"}, filterable=True)
    bundle = msgspec.structs.replace(standard([2026]), fields=(one, one, CustomField(key="y", kind="set", name={})))
    assert [
        finding
        for finding in tickets.lint(wiring.SUBJECTS, wiring.SECTIONS.all, bundle, Surroundings())
        if finding.path == "fields"
    ] == []


def test_every_kind_of_action_means_something_and_says_what_it_does() -> None:
    kinds = set(get_args(Action)) - {UnknownAction}
    assert wiring.SUBJECTS.actions.keys() == kinds
    for kind in wiring.SUBJECTS.actions.values():
        members = dict.fromkeys(kind.action.__struct_fields__, "…")
        assert set(kind.sentence) == set(LOCALES)
        assert all(text.format(**members) for text in kind.sentence.values())
