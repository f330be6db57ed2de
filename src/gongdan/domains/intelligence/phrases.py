"""Finding the phrases of a lexicon in a text, in time that grows with the text and hardly with the lexicon. Pure.

Chinese has no spaces: a phrase is found wherever it stands, by its first two characters. A phrase that begins with a
letter or digit is found at the beginning of a word only, by that word; one that ends with a letter may carry an ending
(refund → refunds, charge → charged).
"""

import re
from collections.abc import Iterable, Mapping
from operator import add
from typing import Any, Generic, TypeVar

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

    by_pair: Mapping[str, tuple[tuple[int, ...], Mapping[str, T]]]
    """First two characters → how long the phrases are, longest first, and the phrases."""
    by_word: Mapping[str, tuple[tuple[str, T], ...]]
    """First word → phrases, longest first. A phrase of one word stands under its inflected forms too."""

    def find(self, text: str) -> list[Hit[T]]:
        """Every phrase in a normalised text from left to right, of those that begin together the longest first."""
        hits: list[Hit[T]] = []
        of_word = self.by_word.get
        for word in _WORD.finditer(text):
            if found := of_word(word[0]):
                _begun_by_word(text, word.start(), word[0], found, hits)
        if not text.isascii():
            pairs = self.by_pair
            for start, pair in enumerate(map(add, text, text[1:])):
                if pair in pairs:
                    _begun_by_pair(text, start, pairs[pair], hits)
            hits.sort(key=_leftmost)
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
    lengths = {pair: tuple(sorted({len(phrase) for phrase in found}, reverse=True)) for pair, found in by_pair.items()}
    return Phrases({pair: (lengths[pair], found) for pair, found in by_pair.items()}, _longest_first(by_word))


def phrase_form(raw: str) -> str:
    """A phrase as it is compared: normalised, single spaces, plain apostrophes."""
    return " ".join(normalise(raw).replace("’", "'").split())


def _longest_first(table: Mapping[str, Mapping[str, T]]) -> dict[str, tuple[tuple[str, T], ...]]:
    return {key: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for key, found in table.items()}


def _begun_by_word(text: str, start: int, word: str, phrases: Iterable[tuple[str, T]], hits: list[Hit[T]]) -> None:
    for phrase, meaning in phrases:
        if phrase == word:  # the whole word, so nothing goes on behind it
            hits.append(Hit(start, start + len(word), meaning))
        elif text.startswith(phrase, start) and (end := _end(text, phrase, start + len(phrase))):
            hits.append(Hit(start, end, meaning))


def _begun_by_pair(text: str, start: int, found: tuple[tuple[int, ...], Mapping[str, T]], hits: list[Hit[T]]) -> None:
    lengths, phrases = found
    for length in lengths:
        phrase = text[start : start + length]
        if len(phrase) == length and phrase in phrases and (end := _end(text, phrase, start + length)):
            hits.append(Hit(start, end, phrases[phrase]))


def _leftmost(hit: Hit[Any]) -> tuple[int, int]:
    return hit.start, -hit.end


def _end(text: str, phrase: str, end: int) -> int:
    """Where the phrase ends with its ending, or 0 when a word goes on behind it."""
    if not phrase[-1].isascii():
        return end
    rule = _ENDED if phrase[-1].isalpha() and len(phrase) >= MIN_INFLECTED else _WHOLE
    match = rule.match(text, end)
    return match.end() if match else 0
