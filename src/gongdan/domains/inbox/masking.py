"""Which fields a reader may not see. Nobody filters, sorts or counts by them either (spec 01, permission). Pure."""

from collections.abc import Mapping
from typing import Any

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.tickets.public import Rules

SENSITIVE, PERSONAL = "sensitive", "personal"


def hidden(rules: Rules, authority: Authority) -> frozenset[str]:
    """Keys of the custom fields whose values this reader may not see."""
    if SENSITIVE in authority.classes:
        return frozenset()
    return frozenset(field.key for field in rules.fields.values() if field.sensitive)


def readable(rules: Rules, authority: Authority) -> frozenset[str]:
    """Keys of the fields that he may name in a condition. Who watches is shown to readers of notes alone."""
    secret = {f"fields.{key}" for key in hidden(rules, authority)}
    return frozenset(rules.registry) - secret - (frozenset() if may_somewhere(authority, "note.read") else {"watchers"})


def masked(values: Mapping[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    """``values`` with null for each name that is ``hidden``; that there is something still shows."""
    return {name: None if name in hidden else value for name, value in values.items()}
