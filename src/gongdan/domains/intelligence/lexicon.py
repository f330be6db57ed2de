"""The words that triage knows: of a release's categories and priorities, and of moods, compiled once per release.

Before there is history a category speaks through its name, its words and its description (spec 06, cold start).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.categories import Category
from gongdan.domains.bundle.priorities import Priority
from gongdan.domains.bundle.types import TicketType
from gongdan.domains.intelligence.phrases import Phrases, compile_phrases, phrase_form

NAME, WORD, DESCRIPTION = 1.2, 1.0, 0.5
"""What a phrase weighs by where it stands."""
MAX_DESCRIBED_ZH, MAX_DESCRIBED_EN = 8, 4
"""Characters and words of a part of a description; longer ones are sentences, which nobody repeats word by word."""

_PARTS = re.compile(r"[、,，。;；:：/|()（）\n]+")


class WordMeaning(msgspec.Struct, frozen=True):
    """What one phrase speaks for, each with a weight."""

    categories: tuple[tuple[str, float], ...] = ()
    priorities: tuple[tuple[str, float], ...] = ()
    mood: float = 0.0
    """Below zero: annoyed; above: content."""


class Thresholds(msgspec.Struct, frozen=True, kw_only=True):
    """Least confidence at which a suggestion is acted on; below it is only shown (spec 06)."""

    category: float = 0.6
    priority: float = 0.6
    mood: float = 0.5


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    phrases: Phrases[WordMeaning]
    children: dict[str | None, tuple[str, ...]]
    """Category → those below it that are not retired, in the order of the bundle; None → the roots."""
    ranks: dict[str, int]
    """Priority → rank, 0 the most urgent."""
    types: dict[str, str]
    """Category → the one type whose subtrees hold it; a category that several types open has none."""
    thresholds: Thresholds


def compile_lexicon(bundle: PolicyBundle, thresholds: Thresholds | None = None) -> Lexicon:
    """Compile the words of a release. Retired entries say nothing. Releases with the same words share a lexicon:
    workspaces that kept those of a preset, and most releases of one workspace."""
    words = msgspec.json.encode(_Words(bundle.categories, bundle.priorities, bundle.types))
    return _compiled(words, thresholds or Thresholds())


class _Words(msgspec.Struct, frozen=True):
    """What of a policy a lexicon is made of."""

    categories: tuple[Category, ...]
    priorities: tuple[Priority, ...]
    types: tuple[TicketType, ...]


@lru_cache(maxsize=16)
def _compiled(encoded: bytes, thresholds: Thresholds) -> Lexicon:
    words = msgspec.json.decode(encoded, type=_Words)
    types = [one for one in words.types if not one.retired]
    categories = _read_from_customers([one for one in words.categories if not one.retired], types)
    priorities = [one for one in words.priorities if not one.retired]
    spoken: dict[str, dict[str, float]] = {}
    urgent: dict[str, dict[str, float]] = {}
    for category in categories:
        _collect(spoken, category.key, _phrases_of(category))
    for priority in priorities:
        _collect(urgent, priority.key, ((word, WORD) for word in priority.words))
    moods = _moods()
    meanings = {
        phrase: WordMeaning(_shared(phrase, spoken), _shared(phrase, urgent), moods.get(phrase, 0.0))
        for phrase in {**spoken, **urgent, **moods}
    }
    return Lexicon(
        phrases=compile_phrases(meanings),
        children=_children(categories),
        ranks={one.key: one.rank for one in priorities},
        types=_types(categories, types),
        thresholds=thresholds,
    )


def _phrases_of(category: Category) -> Iterator[tuple[str, float]]:
    yield from ((name, NAME) for name in category.name.values())
    yield from ((word, WORD) for word in category.words)
    for text in category.description.values():
        yield from ((part, DESCRIPTION) for part in _PARTS.split(text) if _is_short(part))


def _is_short(part: str) -> bool:
    return len(part.split()) <= MAX_DESCRIBED_EN if part.isascii() else len(part) <= MAX_DESCRIBED_ZH


def _collect(table: dict[str, dict[str, float]], key: str, phrases: Iterable[tuple[str, float]]) -> None:
    for raw, weight in phrases:
        phrase = phrase_form(raw)
        found = table.setdefault(phrase, {})
        found[key] = max(weight, found.get(key, 0.0))


def _shared(phrase: str, table: dict[str, dict[str, float]]) -> tuple[tuple[str, float], ...]:
    """A phrase that speaks for several says less of each, and a longer one says more."""
    found = table.get(phrase, {})
    return tuple((key, weight * _length_weight(phrase) / len(found)) for key, weight in found.items())


def _length_weight(phrase: str) -> float:
    """0.6 for two Chinese characters, 0.7 for one English word, 1.0 for four or two of them, at most 1.2."""
    size = 1 + 1.5 * len(phrase.split()) if phrase.isascii() else len(phrase)
    return min(1.2, 0.2 + 0.2 * size)


def _children(categories: list[Category]) -> dict[str | None, tuple[str, ...]]:
    known = {one.key for one in categories}
    below: dict[str | None, list[str]] = {}
    for one in categories:
        below.setdefault(one.parent if one.parent in known else None, []).append(one.key)
    return {key: tuple(found) for key, found in below.items()}


def _read_from_customers(categories: list[Category], types: list[TicketType]) -> list[Category]:
    """Without those that only types open which customers may not file, and that have no words: their names are what
    colleagues choose from, and are in nobody's mouth."""
    parents = {one.key: one.parent for one in categories}
    outside = {root for one in types if one.on_portal for root in one.category_roots}
    inside = {root for one in types if not one.on_portal for root in one.category_roots} - outside
    return [one for one in categories if one.words or inside.isdisjoint(_lineage(one.key, parents))]


def _types(categories: list[Category], types: list[TicketType]) -> dict[str, str]:
    parents = {one.key: one.parent for one in categories}
    found: dict[str, str] = {}
    for key in parents:
        lineage = _lineage(key, parents)
        openers = [one.key for one in types if lineage & set(one.category_roots)]
        if len(openers) == 1:
            found[key] = openers[0]
    return found


def _lineage(key: str, parents: dict[str, str | None]) -> set[str]:
    """``key`` and all above it; a cycle, which lint refuses, is walked once."""
    found: set[str] = set()
    at: str | None = key
    while at is not None and at not in found:
        found.add(at)
        at = parents.get(at)
    return found


@cache
def _moods() -> dict[str, float]:
    """Phrase → mood. Reads a file of the package, once per process."""
    lists = msgspec.yaml.decode(files(__package__).joinpath("moods/words.yaml").read_bytes(), type=dict[str, list[str]])
    signs = {"annoyed": -1.0, "content": 1.0}
    return {phrase_form(word): signs[mood] * _length_weight(word) for mood, words in lists.items() for word in words}
