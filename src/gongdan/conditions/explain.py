"""A condition in words, and why it held or did not: each leaf explains itself in zh-CN and en (spec 01)."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any, Literal

import msgspec

from gongdan.conditions import words
from gongdan.conditions.evaluate import Values, predicate
from gongdan.conditions.fields import Field, Trees
from gongdan.conditions.grammar import All, AnyOf, Condition, Leaf, Node, Not, resolve
from gongdan.conditions.words import Labels
from gongdan.kernel.text import LOCALES, Locale, Name


class Trace(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A node of a condition with its result. Every part is evaluated, also those that could not matter any more."""

    form: Literal["all", "any", "not", "leaf"]
    holds: bool
    parts: tuple["Trace", ...] = ()
    field: str | None = None
    says: Name = {}
    """A leaf in words."""
    found: Any = None
    """The value that a leaf met. Whoever shows it asks first whether the reader may read ``field``."""


def explain(
    condition: Condition, registry: Mapping[str, Field], *, locale: Locale, zone: tzinfo, labels: Labels
) -> str:
    """The condition as a sentence; instants are told in ``zone``.

    Raises:
        ConditionInvalid: the condition does not pass ``grammar.check``.
    """
    return _said(resolve(condition, registry), locale, zone, labels, inside=False)


def trace(
    condition: Condition,
    registry: Mapping[str, Field],
    trees: Trees,
    *,
    values: Values,
    now: datetime,
    zone: tzinfo,
    labels: Labels,
) -> Trace:
    """Why the condition held, or did not, for ``values`` at ``now``. Refuses as ``explain`` does."""

    def traced(node: Node) -> Trace:
        holds = predicate(node, trees)(values, now)
        match node:
            case All(parts):
                return Trace(form="all", holds=holds, parts=tuple(map(traced, parts)))
            case AnyOf(parts):
                return Trace(form="any", holds=holds, parts=tuple(map(traced, parts)))
            case Not(part):
                return Trace(form="not", holds=holds, parts=(traced(part),))
            case Leaf(field):
                says: Name = {locale: words.leaf(node, locale, zone, labels) for locale in LOCALES}
                return Trace(form="leaf", holds=holds, field=field.key, says=says, found=values.get(field.key))

    return traced(resolve(condition, registry))


def _said(node: Node, locale: Locale, zone: tzinfo, labels: Labels, *, inside: bool) -> str:
    match node:
        case Leaf():
            return words.leaf(node, locale, zone, labels)
        case Not(Leaf() as leaf):
            return words.leaf(leaf, locale, zone, labels, negated=True)
        case Not(part):
            return words.NOT[locale].format(_said(part, locale, zone, labels, inside=False))
        case All(()):
            return words.ALWAYS[locale]
        case AnyOf(()):
            return words.NEVER[locale]
        case All(parts) | AnyOf(parts):
            joint = words.AND[locale] if isinstance(node, All) else words.OR[locale]
            text = joint.join(_said(part, locale, zone, labels, inside=len(parts) > 1) for part in parts)
            return words.GROUP[locale].format(text) if inside and len(parts) > 1 else text
