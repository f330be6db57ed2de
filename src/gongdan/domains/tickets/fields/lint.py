"""What is wrong with the parts of a policy that speak of tickets, before it is published: conditions and actions in
every section, and the sections that tickets own (spec 04, policy releases). Pure."""

from collections.abc import Iterable, Iterator

from gongdan.conditions.fields import Registry
from gongdan.conditions.grammar import check
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import Automation
from gongdan.domains.bundle.categories import Category
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.bundle.priorities import Priority
from gongdan.domains.bundle.ratings import RatingRules
from gongdan.domains.bundle.section import Finding, Section, Surroundings, below, unknown
from gongdan.domains.bundle.types import TicketType
from gongdan.domains.tickets.engine.subject import ActionSpot, Subjects
from gongdan.domains.tickets.fields import vocabulary


def lint(
    subjects: Subjects, sections: Iterable[Section], bundle: PolicyBundle, around: Surroundings
) -> Iterator[Finding]:
    """Conditions name fields, operators and values that there are; actions name what they act on; automations answer
    events that there are."""
    whole = vocabulary.vocabulary(subjects, bundle)
    deciding, triggers = Registry(whole.fit_for("decide")), vocabulary.triggers(whole)
    for section in sections:
        for where, entry in section.entries(bundle):
            for path in section.conditions:
                for spot in below(entry, path, where):
                    if spot.value is not None and spot.in_force:
                        known = triggers if section.key == "automations" else deciding
                        for fault in check(spot.value, known, at=spot.where):
                            yield Finding(path=fault.field, code=fault.code, params=fault.params)
            for path in section.actions:
                for spot in below(entry, path, where):
                    for n, action in enumerate(spot.value if spot.in_force else ()):
                        at = ActionSpot(path=f"{spot.where}.{n}", entry=entry, bundle=bundle, around=around)
                        yield from subjects.faults_of(action, at)
    for automation in bundle.automations:
        for kind in automation.on:
            yield from unknown(f"automations.{automation.key}.on", kind, subjects.events)
    for flow in bundle.workflows:
        for transition in flow.transitions:
            for field in transition.requires:
                yield from unknown(f"workflows.{flow.key}.transitions.{transition.key}.requires", field, deciding)


def lint_categories(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """They make a tree, and somebody answers for each of its tops."""
    circles = _circles({one.key: one.parent for one in bundle.categories})
    for category in bundle.categories:
        if category.department is None and category.parent is None:
            yield Finding(path=f"categories.{category.key}.department", code="department_missing", severity="warning")
        if category.key in circles:
            yield Finding(path=f"categories.{category.key}.parent", code="tree_circles")


def _circles(parents: dict[str, str | None]) -> set[str]:
    """Keys from which one never comes to an end. Each is looked at once, however deep the chains are."""
    endless: set[str] = set()
    known: set[str] = set()
    for key in parents:
        chain: list[str] = []
        at: str | None = key
        while at is not None and at not in known:
            known.add(at)
            chain.append(at)
            at = parents.get(at)
        if at is not None and (at in endless or at in chain):
            endless.update(chain)
    return endless


TYPES = Section(
    key="types",
    shape=TicketType,
    names={
        "workflow": "workflows",
        "default_priority": "priorities",
        "default_category": "categories",
        "category_roots": "categories",
        "default_team": "teams",
        "department": "departments",
    },
    is_needed=True,
)
FIELDS = Section(key="fields", shape=CustomField, keys=("choices",), names={"types": "types"})
CATEGORIES = Section(
    key="categories",
    shape=Category,
    names={"parent": "categories", "team": "teams", "department": "departments"},
    lint=lint_categories,
)
PRIORITIES = Section(key="priorities", shape=Priority, is_needed=True)
AUTOMATIONS = Section(key="automations", shape=Automation, conditions=("when",), actions=("actions",))
RATING = Section(key="rating", shape=RatingRules)
SECTIONS = (TYPES, FIELDS, CATEGORIES, PRIORITIES, AUTOMATIONS, RATING)
"""The sections that tickets own."""
