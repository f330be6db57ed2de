"""Which type opens which category, and what a new or changed ticket's type and category come to (spec 02). Pure.

A type opens subtrees of the one category tree; a type that names no subtree opens the whole tree.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from gongdan.domains.bundle.types import TicketType
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.errors import TypeMismatch, UnknownKey
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import LOCALES, localised

CATEGORY = "category"
"""Stands in ``incomplete`` when a channel left the category open."""


class TypeAndCategory(msgspec.Struct, frozen=True, kw_only=True):
    """A type and a category that fit."""

    type: str
    category: str | None
    """None: left open."""


def fits(rules: Rules, type_key: str, category: str) -> bool:
    """Whether the type opens the category."""
    roots = rules.types[type_key].category_roots
    return not roots or not set(roots).isdisjoint(_upwards(rules, category))


def types_of(rules: Rules, category: str) -> list[str]:
    """The types in use that open the category, the likeliest first.

    The category's own default stands first. A type that names subtrees stands before one that opens everything; then
    the one whose default the category is; then those whose team is the category's; then the order of the policy.
    """
    team, default = _inherited(rules, category, "team"), _inherited(rules, category, "default_type")

    def rank(kind: TicketType) -> tuple[bool, bool, bool, bool]:
        narrow, is_its_own = bool(kind.category_roots), kind.default_category == category
        return kind.key != default, not narrow, not is_its_own, kind.default_team != team

    found = [kind for kind in rules.types.values() if not kind.retired and fits(rules, kind.key, category)]
    return [kind.key for kind in sorted(found, key=rank)]


def priority_by_default(rules: Rules, type_key: str, category: str | None) -> str:
    """Of what nobody gave a priority: the category's, as it is in use, else the type's."""
    found = _inherited(rules, category, "default_priority") if category is not None else None
    return found if found is not None and _in_use(rules.priorities, found) else rules.types[type_key].default_priority


def fallback_type(rules: Rules) -> str:
    """The type of what says nothing: the policy's, else the first that belongs to the fallback team."""
    dispatch = rules.bundle.dispatch
    in_use = [kind for kind in rules.types.values() if not kind.retired]
    named = [kind.key for kind in in_use if kind.key == dispatch.fallback_type]
    of_team = [kind.key for kind in in_use if kind.default_team == dispatch.fallback_team]
    return [*named, *of_team, *(kind.key for kind in in_use)][0]


def kind_given(
    rules: Rules, *, type_key: str | None, category: str | None, guessed_type: str | None = None
) -> TypeAndCategory:
    """What a form, the API or an import says: the category is required, and decides the type when none is given.
    Where several types open it, ``guessed_type`` may choose among them.

    Raises:
        UnknownKey, TypeMismatch: see ``check_keys`` and ``check_fit``.
        Invalid: there is no category.
    """
    check_keys(rules, type_key=type_key, category=category)
    if category is None:
        raise Invalid(faults=(FieldFault(CATEGORY, "required"),))
    if type_key is not None:
        check_fit(rules, type_key, category)
        return TypeAndCategory(type=type_key, category=category)
    return TypeAndCategory(type=_type_for(rules, category, guessed_type), category=category)


def kind_read(
    rules: Rules, *, type_key: str | None, category: str | None, guessed_type: str | None, guessed_category: str | None
) -> TypeAndCategory:
    """What a channel brings, filled from what triage read. A category decides over a guessed type, a given type over a
    guessed category. With nothing to go by it is the policy's fallback, and the category stays open.

    Raises:
        UnknownKey, TypeMismatch: of what was given.
    """
    check_keys(rules, type_key=type_key, category=category)
    if category is not None:
        return kind_given(rules, type_key=type_key, category=category, guessed_type=guessed_type)
    read = guessed_category if _in_use(rules.categories, guessed_category) else None
    if type_key is not None:
        default = rules.types[type_key].default_category
        return TypeAndCategory(type=type_key, category=read if read and fits(rules, type_key, read) else default)
    likely = guessed_type if _in_use(rules.types, guessed_type) else None
    if read is not None and (opening := types_of(rules, read)):
        return TypeAndCategory(type=likely if likely in opening else opening[0], category=read)
    if likely is not None:
        return TypeAndCategory(type=likely, category=rules.types[likely].default_category)
    return TypeAndCategory(type=fallback_type(rules), category=None)


def kind_kept(rules: Rules, *, type_key: str, category: str | None) -> tuple[str | None, str | None]:
    """What is left of an earlier ticket's type and category for one that follows it: the policy may have moved on."""
    if not _in_use(rules.types, type_key):
        return None, category if _in_use(rules.categories, category) and types_of(rules, category or "") else None
    is_kept = category is not None and _in_use(rules.categories, category) and fits(rules, type_key, category)
    return type_key, category if is_kept else None


def kind_changed(rules: Rules, now: TypeAndCategory, *, type_key: str | None, category: str | None) -> TypeAndCategory:
    """What a change makes of them. A category of another type takes the ticket to that type; a type alone keeps the
    category, or takes its own default where that does not fit.

    Raises:
        TypeMismatch: both are given and do not fit, or a type alone leaves no category that fits.
    """
    if type_key is None:
        wanted = category if category is not None else now.category
        if wanted is None or fits(rules, now.type, wanted):
            return TypeAndCategory(type=now.type, category=wanted)
        return TypeAndCategory(type=_type_for(rules, wanted, None), category=wanted)
    if category is None:
        category = now.category
        if category is None or not fits(rules, type_key, category):
            category = rules.types[type_key].default_category or category
    if category is not None:
        check_fit(rules, type_key, category)
    return TypeAndCategory(type=type_key, category=category)


def check_keys(rules: Rules, *, type_key: str | None, category: str | None) -> None:
    """Raises UnknownKey for what the policy does not have, or has retired."""
    named: tuple[tuple[str, str | None, Mapping[str, Any]], ...] = (
        ("type", type_key, rules.types),
        (CATEGORY, category, rules.categories),
    )
    faults = [
        FieldFault(name, "unknown_key", {"value": value})
        for name, value, known in named
        if value is not None and not _in_use(known, value)
    ]
    if faults:
        raise UnknownKey(faults=tuple(faults))


def check_fit(rules: Rules, type_key: str, category: str) -> None:
    """Raises TypeMismatch, which names the types that open the category and the categories that the type opens."""
    if fits(rules, type_key, category):
        return
    types, roots = types_of(rules, category), list(rules.types[type_key].category_roots)
    raise TypeMismatch(
        faults=(
            FieldFault("type", "ticket.type_not_of_category", {"types": types, **_names("types", rules.types, types)}),
            FieldFault(
                CATEGORY,
                "ticket.category_not_of_type",
                {"categories": roots, **_names("categories", rules.categories, roots)},
            ),
        )
    )


def _type_for(rules: Rules, category: str, likely: str | None) -> str:
    opening = types_of(rules, category)
    if not opening:
        below = sorted({root for kind in rules.types.values() for root in kind.category_roots if not kind.retired})
        inside = [key for key in below if category in _upwards(rules, key)]
        raise TypeMismatch(
            faults=(
                FieldFault(
                    CATEGORY,
                    "ticket.category_of_no_type",
                    {"categories": inside, **_names("categories", rules.categories, inside)},
                ),
            )
        )
    return likely if likely in opening else opening[0]


def _upwards(rules: Rules, category: str) -> list[str]:
    """The category and those above it."""
    found: list[str] = []
    at: str | None = category
    while at is not None and at in rules.categories and at not in found:
        found.append(at)
        at = rules.categories[at].parent
    return found


def _inherited(rules: Rules, category: str, member: str) -> str | None:
    """What the category says of itself, else what the nearest above it says."""
    said = (getattr(rules.categories[key], member) for key in _upwards(rules, category))
    return next((one for one in said if one is not None), None)


def _in_use(known: Mapping[str, Any], key: str | None) -> bool:
    return key is not None and key in known and not known[key].retired


def _names(which: str, known: Mapping[str, Any], keys: list[str]) -> dict[str, dict[str, str]]:
    """What they are called, in each language, for the sentence of a fault."""
    between = {"zh-CN": "、", "en": ", "}
    names = [known[key].name for key in keys if key in known]
    return {
        f"{which}_named": {locale: between[locale].join(localised(one, locale) for one in names) for locale in LOCALES}
    }
