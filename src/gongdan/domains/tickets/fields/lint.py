"""What is wrong with the parts of a policy that speak of tickets, before it is published: conditions and actions in
every section, and the sections that tickets own (spec 04, policy releases). Pure."""

from collections.abc import Iterable, Iterator
from typing import Any

from gongdan.conditions.fields import Registry
from gongdan.conditions.grammar import Condition, check, fields_of
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import Automation
from gongdan.domains.bundle.categories import Category
from gongdan.domains.bundle.fields import CustomField, Form, FormEntry, TicketTemplate, Whether
from gongdan.domains.bundle.priorities import Priority
from gongdan.domains.bundle.ratings import RatingRules
from gongdan.domains.bundle.section import Finding, Section, Surroundings, below, unknown
from gongdan.domains.bundle.types import TicketType
from gongdan.domains.tickets.engine.subject import ActionSpot, Subjects
from gongdan.domains.tickets.fields import vocabulary
from gongdan.domains.tickets.fields.forms import STEPS, belongs
from gongdan.domains.tickets.fields.kinds import checked_value, kind_of


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
                    if isinstance(spot.value, Condition) and spot.in_force:
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
    """They make a tree, somebody answers for each of its tops, and the type that is theirs by default opens them."""
    parents = {one.key: one.parent for one in bundle.categories}
    types = {one.key: one for one in bundle.types}
    circles = _circles(parents)
    for category in bundle.categories:
        if category.department is None and category.parent is None:
            yield Finding(path=f"categories.{category.key}.department", code="department_missing", severity="warning")
        if category.key in circles:
            yield Finding(path=f"categories.{category.key}.parent", code="tree_circles")
        kind = types.get(category.default_type or "")
        if kind is not None and not category.retired and not _opens(kind, category.key, parents):
            params = {"key": kind.key}
            yield Finding(path=f"categories.{category.key}.default_type", code="default_type_unfit", params=params)


def _opens(kind: TicketType, category: str, parents: dict[str, str | None]) -> bool:
    """Whether a type in use opens the category: it names it or one above it, or none at all."""
    seen: set[str] = set()
    at: str | None = category
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return not kind.retired and (not kind.category_roots or not seen.isdisjoint(kind.category_roots))


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


def lint_forms(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """Each step exists and has one form for a type; what is required can be filled in; no two fields wait for each
    other to show."""
    taken: set[tuple[str, str, str]] = set()
    for form in bundle.forms:
        at = f"forms.{form.key}"
        if form.retired:
            continue
        yield from unknown(f"{at}.step", form.step, {*STEPS, *_statuses(bundle, form)})
        for kind in form.types or [""]:
            if (place := (form.filled_by, form.step, kind)) in taken:
                yield Finding(path=at, code="form_twice")
            taken.add(place)
        circles = _circles_of(form)
        for n, entry in enumerate(form.fields):
            yield from _unfillable(f"{at}.fields.{n}", entry, form, bundle)
            if entry.field in circles:
                yield Finding(path=f"{at}.fields.{n}.visible", code="form_circles", params={"key": entry.field})


def lint_fields(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """A pattern can be read; the steps of a cascade stand below each other, and lead somewhere."""
    for field in bundle.fields:
        at = f"fields.{field.key}"
        if (wrong := kind_of(field).wrong(field)) is not None:
            yield Finding(path=f"{at}.pattern", code=wrong)
        parents = {choice.key: choice.parent for choice in field.choices}
        circles = _circles(parents)
        for choice in field.choices:
            where = f"{at}.choices.{choice.key}.parent"
            yield from unknown(where, choice.parent, parents)
            if choice.key in circles:
                yield Finding(path=where, code="choice_circles")


def lint_templates(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """What a template gives fits: its type opens its category, its fields are of its type and take their values. What
    does not is left out when a ticket is opened, so it is a warning."""
    fields = {one.key: one for one in bundle.fields if not one.retired}
    parents, types = {one.key: one.parent for one in bundle.categories}, {one.key: one for one in bundle.types}
    for template in (one for one in bundle.templates if not one.retired):
        at, kind = f"templates.{template.key}", types.get(template.type)
        if kind is not None and template.category is not None and not _opens(kind, template.category, parents):
            params = {"key": template.category}
            yield Finding(path=f"{at}.category", code="template_category_unfit", severity="warning", params=params)
        for n, one in enumerate(template.fields):
            field, params = fields.get(one.field), {"key": one.field}
            if field is None or not belongs(field, template.type):
                yield Finding(
                    path=f"{at}.fields.{n}.field", code="form_field_foreign", severity="warning", params=params
                )
            elif one.value is not None and not _takes(field, one.value):
                yield Finding(
                    path=f"{at}.fields.{n}.value", code="template_value_unfit", severity="warning", params=params
                )


def _takes(field: CustomField, value: Any) -> bool:
    try:
        checked_value(field, value)
    except ValueError:
        return False
    return True


def _statuses(bundle: PolicyBundle, form: Form) -> set[str]:
    """Of the workflows that its types run on."""
    flows = {kind.workflow for kind in bundle.types if not form.types or kind.key in form.types}
    return {status.key for flow in bundle.workflows if flow.key in flows for status in flow.statuses}


def _unfillable(at: str, entry: FormEntry, form: Form, bundle: PolicyBundle) -> Iterator[Finding]:
    if entry.required != "never" and (entry.visible == "never" or entry.read_only == "always"):
        yield Finding(path=f"{at}.required", code="form_required_unseen", params={"key": entry.field})
    if sum(one.field == entry.field for one in form.fields) > 1:
        yield Finding(path=f"{at}.field", code="form_field_twice", params={"key": entry.field})
    field = next((one for one in bundle.fields if one.key == entry.field), None)
    if field is not None and (
        field.retired or (field.types and form.types and set(field.types).isdisjoint(form.types))
    ):
        yield Finding(path=f"{at}.field", code="form_field_foreign", severity="warning", params={"key": entry.field})


def _circles_of(form: Form) -> set[str]:
    """Fields whose showing hangs on itself, by way of what others show for."""
    waits = {entry.field: _asked_by(entry.visible) for entry in form.fields}

    def reached(key: str) -> set[str]:
        found, ahead = set[str](), list(waits[key])
        while ahead:
            one = ahead.pop()
            if one in waits and one not in found:
                found.add(one)
                ahead += waits[one]
        return found

    return {key for key in waits if key in reached(key)}


def _asked_by(whether: Whether) -> set[str]:
    """The custom fields that a condition names."""
    if not isinstance(whether, Condition):
        return set()
    return {key.removeprefix("fields.") for key in fields_of(whether) if key.startswith("fields.")}


TYPES = Section(
    key="types",
    shape=TicketType,
    owned_by="default_team",
    names={
        "workflow": "workflows",
        "checklist": "checklists",
        "default_priority": "priorities",
        "default_category": "categories",
        "category_roots": "categories",
        "default_team": "teams",
        "department": "departments",
        "filed_by": "teams",
    },
    is_needed=True,
)
FIELDS = Section(key="fields", shape=CustomField, keys=("choices",), names={"types": "types"}, lint=lint_fields)
FORMS = Section(
    key="forms",
    shape=Form,
    told_by={"fields": "field"},
    names={"types": "types", "fields.field": "fields"},
    conditions=("fields.visible", "fields.required", "fields.read_only"),
    lint=lint_forms,
)
TEMPLATES = Section(
    key="templates",
    shape=TicketTemplate,
    told_by={"fields": "field"},
    names={"type": "types", "category": "categories", "priority": "priorities"},
    lint=lint_templates,
)
CATEGORIES = Section(
    key="categories",
    shape=Category,
    owned_by="team",
    asked_as="category",
    names={
        "parent": "categories",
        "team": "teams",
        "department": "departments",
        "default_type": "types",
        "default_priority": "priorities",
        "merged_into": "categories",
    },
    lint=lint_categories,
)
PRIORITIES = Section(key="priorities", shape=Priority, is_needed=True)
AUTOMATIONS = Section(key="automations", shape=Automation, conditions=("when",), actions=("actions",))
RATING = Section(key="rating", shape=RatingRules)
SECTIONS = (TYPES, FIELDS, FORMS, TEMPLATES, CATEGORIES, PRIORITIES, AUTOMATIONS, RATING)
"""The sections that tickets own."""
