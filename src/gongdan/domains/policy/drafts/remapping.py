"""A category goes, and another takes its place: in the tree, and wherever the policy names it. What it says of tickets
is carried out once it is published, from ``merged_into``. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Literal

from msgspec.structs import replace

from gongdan.conditions.fields import asked_of
from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import SetFieldAction
from gongdan.domains.bundle.categories import Category
from gongdan.domains.bundle.section import Section
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import Key

CATEGORIES: Final = "categories"

Below = Literal["along", "too", "up"]
"""What becomes of those below it: they go below the other one; they are retired and replaced too; they stand where it
stood."""


def merged(sections: Sequence[Section], bundle: PolicyBundle, key: Key, into: Key, below: Below) -> PolicyBundle:
    """The bundle with a category retired and whatever named it naming ``into``. One that went into ``into`` already
    stays as it is.

    Raises:
        Invalid: there is no such category in use, or ``into`` goes too.
    """
    by_key = {one.key: one for one in bundle.categories}
    one = by_key.get(key)
    if one is not None and one.retired and one.merged_into == into:
        return bundle
    under = _under(bundle.categories, key)
    gone = {key, *(other for other in under if not by_key[other].retired)} if below == "too" else {key}
    _check(by_key, key, into, gone, under if below == "along" else set())
    instead = dict.fromkeys(gone, into)
    parent = {"along": into, "up": by_key[key].parent, "too": key}[below]
    placed = tuple(_placed(each, key, parent, instead) for each in bundle.categories)
    return remapped(sections, replace(bundle, categories=placed), CATEGORIES, instead)


def _check(by_key: Mapping[str, Category], key: str, into: str, gone: set[str], under: set[str]) -> None:
    faults = [
        FieldFault(name, "unknown_key", {"value": value})
        for name, value in (("key", key), ("into", into))
        if value not in by_key or by_key[value].retired
    ]
    if not faults and into in gone | under:
        faults = [FieldFault("into", "policy.goes_too")]
    if faults:
        raise Invalid(faults=tuple(faults))


def _under(categories: Iterable[Category], key: str) -> set[str]:
    """All that stands below it, at any depth. A tree that goes in circles is walked once."""
    children: dict[str | None, list[str]] = {}
    for one in categories:
        children.setdefault(one.parent, []).append(one.key)
    found, ahead = set[str](), [key]
    while ahead:
        new = [one for one in children.get(ahead.pop(), ()) if one not in found]
        found.update(new)
        ahead += new
    return found - {key}


def _placed(one: Category, key: str, parent: str | None, instead: Mapping[str, str]) -> Category:
    if one.key in instead:
        return replace(one, retired=True, merged_into=instead[one.key])
    return replace(one, parent=parent) if one.parent == key else one


def remapped(sections: Iterable[Section], bundle: PolicyBundle, kind: str, instead: Mapping[str, str]) -> PolicyBundle:
    """The bundle with other keys of section ``kind`` wherever it names them: values, conditions and actions. Places in
    a tree stay."""
    field = next((one.asked_as for one in sections if one.key == kind), "")

    def keys(value: Any) -> Any:
        return _instead(value, instead)

    def conditions(value: Any) -> Any:
        return remapped_condition(value, field, instead) if isinstance(value, Condition) else value

    def actions(value: Sequence[Any]) -> Any:
        return tuple(
            replace(one, value=keys(one.value)) if isinstance(one, SetFieldAction) and one.field == field else one
            for one in value
        )

    changed: dict[str, Any] = {}
    for section in sections:
        named = [path for path, names in section.names.items() if names == kind and (section.key, path) != _TREE]
        places = [(path, keys) for path in named]
        places += [(path, conditions) for path in section.conditions] + [(path, actions) for path in section.actions]
        value = getattr(bundle, section.key)
        entries = value if section.is_list else (value,)
        for path, change in places:
            entries = tuple(_rewritten(entry, path, change) for entry in entries)
        changed[section.key] = entries if section.is_list else entries[0]
    return replace(bundle, **changed)


_TREE: Final = (CATEGORIES, "parent")


def _rewritten(entry: Any, path: str, change: Callable[[Any], Any]) -> Any:
    """``entry`` with what stands at ``path`` changed, in each element of the lists on the way."""
    name, _, rest = path.partition(".")
    value = getattr(entry, name)
    if not rest:
        new = change(value)
    elif isinstance(value, tuple):
        new = tuple(_rewritten(one, rest, change) for one in value)
    else:
        new = value if value is None else _rewritten(value, rest, change)
    return entry if new == value else replace(entry, **{name: new})


def remapped_condition(condition: Condition, field: str, instead: Mapping[str, str]) -> Condition:
    """The condition with other keys wherever it asks for ``field``."""
    if condition.field is not None:
        is_meant = asked_of(condition.field) == field
        return replace(condition, value=_instead(condition.value, instead)) if is_meant else condition
    return replace(
        condition,
        all=condition.all and tuple(remapped_condition(one, field, instead) for one in condition.all),
        any=condition.any and tuple(remapped_condition(one, field, instead) for one in condition.any),
        not_=condition.not_ and remapped_condition(condition.not_, field, instead),
    )


def _instead(value: Any, instead: Mapping[str, str]) -> Any:
    """One key or several; what would be named twice is named once."""
    if isinstance(value, str):
        return instead.get(value, value)
    if isinstance(value, list | tuple) and any(isinstance(one, str) and one in instead for one in value):
        return type(value)(dict.fromkeys(instead.get(one, one) if isinstance(one, str) else one for one in value))
    return value
