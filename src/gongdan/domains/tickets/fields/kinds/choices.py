"""One of the field's choices, and a set of them. Stored by key."""

from collections.abc import Sequence
from typing import Any

import re2

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import ValueKind, ValueWords

_BETWEEN = re2.compile(r"[,，;；、|]")


def _in_use(field: CustomField) -> set[str]:
    return {choice.key for choice in field.choices if not choice.retired}


def _choice(field: CustomField, value: Any) -> str:
    if not isinstance(value, str) or value not in _in_use(field):
        raise ValueError("unknown_choice")
    return value


def _set(field: CustomField, value: Any) -> list[str]:
    known = _in_use(field)
    if not isinstance(value, list) or any(not isinstance(one, str) or one not in known for one in value):
        raise ValueError("unknown_choice")
    return sorted(set(value))


def _meant(field: CustomField, cell: str) -> str:
    """A table may name a choice by its key or by a name that no other has; the key goes before."""
    word = cell.strip()
    if word in _in_use(field):
        return word
    named = [choice.key for choice in field.choices if not choice.retired and word in choice.name.values()]
    return named[0] if len(named) == 1 else word


def _several(field: CustomField, cell: str) -> list[str]:
    return [_meant(field, one) for one in _BETWEEN.split(cell) if one.strip()]


def _named(keys: Sequence[str], field: CustomField, words: ValueWords) -> str:
    """By their names, those of retired choices too."""
    choices = {choice.key: choice for choice in field.choices}
    return words.list(words.named(choices, one) for one in keys)


CHOICE = ValueKind(
    type="choice",
    check=_choice,
    read=_meant,
    said=lambda value, field, words: _named([value], field, words),
    has_choices=True,
)
SET = ValueKind(type="set", of="choice", check=_set, written=", ".join, read=_several, said=_named, has_choices=True)
