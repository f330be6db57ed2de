"""A choice that is reached step by step: region, then branch. Stored by the key of the last step."""

from collections.abc import Mapping
from typing import Any, Final

import re2

from gongdan.domains.bundle.fields import Choice, CustomField
from gongdan.domains.tickets.fields.kinds.kind import ValueKind, ValueWords

BETWEEN: Final = " / "
_STEP = re2.compile(r"\s*[/／>]\s*")


def lineage(choices: Mapping[str, Choice], key: str) -> list[str]:
    """From the top to ``key``. A tree that goes in circles ends where it began."""
    way: list[str] = []
    at: str | None = key
    while at is not None and at not in way:
        way.insert(0, at)
        at = choices[at].parent if at in choices else None
    return way


def _check(field: CustomField, value: Any) -> str:
    """Only what nothing in use stands below can be chosen, and what leads there has to be in use too."""
    choices = {choice.key: choice for choice in field.choices}
    if not isinstance(value, str) or value not in choices:
        raise ValueError("unknown_choice")
    if any(choices[key].retired for key in lineage(choices, value) if key in choices):
        raise ValueError("unknown_choice")
    if any(choice.parent == value and not choice.retired for choice in field.choices):
        raise ValueError("choice_not_last")
    return value


def _read(field: CustomField, cell: str) -> str:
    """A table names the last step by its key, or all steps by their names."""
    choices = {choice.key: choice for choice in field.choices}
    word = cell.strip()
    if word in choices:
        return word
    steps = [step for step in _STEP.split(word) if step]
    found = [key for key in choices if _is_named(choices, lineage(choices, key), steps)]
    return found[0] if len(found) == 1 else word


def _is_named(choices: Mapping[str, Choice], way: list[str], steps: list[str]) -> bool:
    return len(way) == len(steps) and all(
        key in choices and step in choices[key].name.values() for key, step in zip(way, steps, strict=True)
    )


def _said(value: str, field: CustomField, words: ValueWords) -> str:
    choices = {choice.key: choice for choice in field.choices}
    return BETWEEN.join(words.named(choices, key) for key in lineage(choices, value))


CASCADE = ValueKind(type="tree", check=_check, read=_read, said=_said, has_choices=True)
