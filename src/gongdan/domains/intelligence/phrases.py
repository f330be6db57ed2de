"""Finding the phrases of a lexicon in a text, in time that grows with the text and hardly with the lexicon. Pure.

Chinese has no spaces: a phrase is found wherever it stands, by its first two characters. A phrase that begins with a
letter or digit is found at the beginning of a word only, by that word; one that ends with a letter may carry an ending
(refund → refunds, charge → charged).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from operator import add
from typing import Generic, TypeVar

import msgspec

from gongdan.kernel.text import normalise

T = TypeVar("T")

_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = ("s", "es", "d", "ed", "ing")
_ENDED = re.compile(rf"(?:{'|'.join(_ENDINGS)})?(?![a-z0-9])")
_WHOLE = re.compile(r"(?![a-z0-9])")
MIN_INFLECTED = 4
"""Shorter words carry no ending: "bug" and "bugs" are both listed, and "is" has none."""


class Hit(msgspec.Struct, Generic[T], frozen=True):
    start: int
    end: int
    meaning: T


class Phrases(msgspec.Struct, Generic[T], frozen=True):
    """A compiled set of phrases, each with its meaning."""

    by_pair: Mapping[str, tuple[tuple[str, T], ...]]
    """First two characters → phrases, longest first."""
    by_word: Mapping[str, tuple[tuple[str, T], ...]]
    """First word → phrases, longest first. A phrase of one word stands under its inflected forms too."""

    def find(self, text: str) -> list[Hit[T]]:
        """Every phrase in a normalised text from left to right, of those that begin together the longest first."""
        hits = [hit for word in _WORD.finditer(text) if (found := self.by_word.get(word[0]))
                for hit in _at(text, word.start(), found)]  # fmt: skip
        if not text.isascii():
            starts = [n for n, pair in enumerate(map(add, text, text[1:])) if pair in self.by_pair]
            hits += [hit for start in starts for hit in _at(text, start, self.by_pair[text[start : start + 2]])]
            hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits


def apart(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """Of hits in the order of ``find`` those that share no character: of two overlapping ones the longer."""
    kept: list[Hit[T]] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept


def compile_phrases(meanings: Mapping[str, T]) -> Phrases[T]:
    """Compile phrases that are already in the form of ``phrase_form``; shorter ones than two characters say nothing."""
    by_pair: dict[str, dict[str, T]] = {}
    by_word: dict[str, dict[str, T]] = {}
    for phrase, meaning in meanings.items():
        if len(phrase) < 2:
            continue
        word = _WORD.match(phrase)
        if word is None:
            by_pair.setdefault(phrase[:2], {})[phrase] = meaning
        else:
            by_word.setdefault(word[0], {})[phrase] = meaning
    for phrase, meaning in meanings.items():
        if phrase.isascii() and phrase.isalpha() and len(phrase) >= MIN_INFLECTED:
            for form in (phrase + ending for ending in _ENDINGS):
                by_word.setdefault(form, {}).setdefault(form, meaning)
    return Phrases(_longest_first(by_pair), _longest_first(by_word))


def phrase_form(raw: str) -> str:
    """A phrase as it is compared: normalised, single spaces, plain apostrophes."""
    return " ".join(normalise(raw).replace("’", "'").split())


def _longest_first(table: Mapping[str, Mapping[str, T]]) -> dict[str, tuple[tuple[str, T], ...]]:
    return {key: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for key, found in table.items()}


def _at(text: str, start: int, phrases: Iterable[tuple[str, T]]) -> Iterator[Hit[T]]:
    for phrase, meaning in phrases:
        if text.startswith(phrase, start) and (end := _end(text, phrase, start + len(phrase))):
            yield Hit(start, end, meaning)


def _end(text: str, phrase: str, end: int) -> int:
    """Where the phrase ends with its ending, or 0 when a word goes on behind it."""
    if not phrase[-1].isascii():
        return end
    rule = _ENDED if phrase[-1].isalpha() and len(phrase) >= MIN_INFLECTED else _WHOLE
    match = rule.match(text, end)
    return match.end() if match else 0
