"""Triage: what a new ticket is about, how urgent it is, in which language and mood, and what it names (spec 06).

Pure and the same on every run. At or above the threshold a suggestion is acted on, below it is only shown; each bears
the words that caused it. One reading of 2 kB takes less than a millisecond; more than ``MAX_TEXT`` characters are cut.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from gongdan.domains.intelligence.claims import denies_feeling, denies_subject, denies_urgency, denies_wholly
from gongdan.domains.intelligence.entities import Entity, entities_of
from gongdan.domains.intelligence.language import language_of
from gongdan.domains.intelligence.lexicon import Lexicon, WordMeaning
from gongdan.domains.intelligence.moods import Contrasts, harms
from gongdan.domains.intelligence.phrases import Hit, apart
from gongdan.domains.intelligence.scanned import Scanned, scan

MAX_TITLE = 500
MAX_TEXT = 16_000

TITLE_WEIGHT = 1.5
REPEATED = 0.3
"""What a phrase weighs when it comes again, once."""
DOUBT = 0.6
"""The evidence at which confidence without a rival is one half."""
CLEAR_SHARE = 0.55
"""A category below is chosen when it has at least this share of what was found below its parent."""
LEAST_MOOD = 0.5

Part = Literal["title", "text"]


class ReadWords(msgspec.Struct, frozen=True):
    """A word that speaks for a suggestion, and where it was written."""

    word: str
    part: Part
    start: int
    end: int


class Suggestion(msgspec.Struct, frozen=True):
    value: str
    confidence: float
    """0 to 1."""
    acts: bool
    """Whether confidence reaches the threshold."""
    causes: tuple[ReadWords, ...]
    """Strongest first."""


class Triage(msgspec.Struct, frozen=True, kw_only=True):
    language: Suggestion
    """``zh | en | ja | ko | other``."""
    category: Suggestion | None
    priority: Suggestion | None
    type: Suggestion | None
    """The type that opens the category; None where several do."""
    sentiment: Suggestion
    """``negative | neutral | positive``."""
    entities: tuple[Entity, ...]
    """Those of the title first, each in the order of the text."""


class _Evidence(msgspec.Struct, frozen=True):
    """One phrase that was found and not denied, as far as it matters for one question."""

    key: str
    weight: float
    cause: ReadWords


_Found = tuple[Part, Scanned, Sequence[Hit[WordMeaning]]]
_Meant = Callable[[WordMeaning], Iterable[tuple[str, float]]]


def triage(title: str, text: str, lexicon: Lexicon) -> Triage:
    """Read a ticket. Never raises, whatever the text holds."""
    parts: tuple[tuple[Part, Scanned], ...] = (("title", scan(title[:MAX_TITLE])), ("text", scan(text[:MAX_TEXT])))
    found: list[_Found] = [(part, scanned, lexicon.phrases.find(scanned.text)) for part, scanned in parts]
    category = _category(_evidence(found, lambda meaning: meaning.categories, denies_subject), lexicon)
    return Triage(
        language=_language(parts),
        category=category,
        priority=_priority(_evidence(found, lambda meaning: meaning.priorities, denies_urgency), lexicon),
        type=_type(category, lexicon),
        sentiment=_sentiment(found, lexicon),
        entities=tuple(entity for part, scanned in parts for entity in entities_of(scanned, part)),
    )


def _evidence(found: Iterable[_Found], meant: _Meant, denies: Callable[[str, int, int], bool]) -> list[_Evidence]:
    """What the phrases say about one question: the longest of overlapping ones, without those that are denied."""
    times: dict[str, int] = {}
    evidence: list[_Evidence] = []
    for part, scanned, hits in found:
        base = TITLE_WEIGHT if part == "title" else 1.0
        for hit in apart(hit for hit in hits if meant(hit.meaning)):
            phrase = scanned.text[hit.start : hit.end]
            times[phrase] = times.get(phrase, 0) + 1
            if times[phrase] > 2 or denies(scanned.text, hit.start, hit.end):
                continue
            weight = base * (1.0 if times[phrase] == 1 else REPEATED)
            cause = _cause(part, scanned, hit.start, hit.end)
            evidence += (_Evidence(key, weight * value, cause) for key, value in meant(hit.meaning))
    return evidence


def _cause(part: Part, scanned: Scanned, start: int, end: int) -> ReadWords:
    start, end = scanned.span(start, end)
    return ReadWords(scanned.raw[start:end], part, start, end)


def _category(evidence: list[_Evidence], lexicon: Lexicon) -> Suggestion | None:
    """Down the tree along the strongest branch, as far as one branch is clear."""
    own = _sums(evidence)
    totals: dict[str, float] = {}
    _add_up(None, own, lexicon.children, totals)
    roots = {key: totals[key] for key in lexicon.children.get(None, ()) if totals[key] > 0}
    if not roots:
        return None
    chosen = max(roots, key=roots.__getitem__)
    lineage = {chosen}
    while below := {key: totals[key] for key in lexicon.children.get(chosen, ()) if totals[key] > 0}:
        best = max(below, key=below.__getitem__)
        if below[best] < CLEAR_SHARE * sum(below.values()):
            break
        lineage.add(best)
        chosen = best
    mass = totals[chosen] + sum(own.get(key, 0.0) for key in lineage - {chosen})
    share = roots[next(key for key in roots if key in lineage)] / sum(roots.values())
    speaking = _below(chosen, lexicon.children) | lineage
    return _suggestion(chosen, mass, share, lexicon.thresholds.category, (e for e in evidence if e.key in speaking))


def _add_up(
    key: str | None, own: Mapping[str, float], children: Mapping[str | None, tuple[str, ...]], totals: dict[str, float]
) -> float:
    """What was found at ``key`` and below it, for it and for everything below it."""
    total = sum(_add_up(child, own, children, totals) for child in children.get(key, ()))
    if key is None:
        return total
    totals[key] = total + own.get(key, 0.0)
    return totals[key]


def _below(key: str, children: Mapping[str | None, tuple[str, ...]]) -> set[str]:
    return {key}.union(*(_below(child, children) for child in children.get(key, ())))


def _priority(evidence: list[_Evidence], lexicon: Lexicon) -> Suggestion | None:
    """The priority with the most evidence; of equals the more urgent."""
    if not evidence:
        return None
    sums = _sums(evidence)
    chosen = max(sums, key=lambda key: (sums[key], -lexicon.ranks[key]))
    rivals = (sums[key] * _rivalry(key, chosen, lexicon.ranks) for key in sums if key != chosen)
    share = sums[chosen] / (sums[chosen] + sum(rivals))
    speaking = (one for one in evidence if one.key == chosen)
    return _suggestion(chosen, sums[chosen], share, lexicon.thresholds.priority, speaking)


def _rivalry(key: str, chosen: str, ranks: Mapping[str, int]) -> float:
    """How far one priority speaks against another: "as soon as possible" does not against an outage."""
    return 0.0 if ranks[key] == ranks[chosen] + 1 else 1.0


def _type(category: Suggestion | None, lexicon: Lexicon) -> Suggestion | None:
    kind = lexicon.types.get(category.value) if category else None
    return msgspec.structs.replace(category, value=kind) if category and kind else None


def _language(parts: Iterable[tuple[Part, Scanned]]) -> Suggestion:
    guess = language_of("\n".join(scanned.text for _, scanned in parts))
    return Suggestion(guess.language, round(guess.confidence, 3), guess.confidence >= 0.5, ())


def _sentiment(found: Iterable[_Found], lexicon: Lexicon) -> Suggestion:
    """Content words that are denied ("not happy") are annoyed; annoyed ones that are denied say nothing, or are content
    where nothing of the kind was met. What stands behind a "but" weighs more than what it takes back."""
    evidence: list[_Evidence] = []
    for part, scanned, hits in found:
        contrasts = Contrasts(scanned.text)
        for start, end, mood in _moods(scanned.text, hits):
            weight = abs(mood) * contrasts.weight(start)
            value = "negative" if mood < 0 else "positive"
            evidence.append(_Evidence(value, weight, _cause(part, scanned, start, end)))
    sums = _sums(evidence)
    balance = sums.get("positive", 0.0) - sums.get("negative", 0.0)
    if abs(balance) < LEAST_MOOD:
        return Suggestion("neutral", round(max(0.0, 1.0 - sum(sums.values()) / 2), 3), False, ())
    chosen = "positive" if balance > 0 else "negative"
    share = sums[chosen] / sum(sums.values())
    return _suggestion(chosen, sums[chosen], share, lexicon.thresholds.mood, (e for e in evidence if e.key == chosen))


def _moods(text: str, hits: Sequence[Hit[WordMeaning]]) -> Iterator[tuple[int, int, float]]:
    """Every mood that is claimed, with its place: harm told by its shape, and the words outside of it."""
    told = [one for one in harms(text) if one.mood]
    yield from ((one.start, one.end, one.mood) for one in told if not denies_feeling(text, one.start, one.end))
    for hit in apart(hit for hit in hits if hit.meaning.mood):
        mood = hit.meaning.mood
        if any(one.start < hit.end and hit.start < one.end for one in told):
            continue
        if mood < 0 and denies_wholly(text, hit.start):
            mood = -mood
        elif denies_feeling(text, hit.start, hit.end):
            mood = min(0.0, -mood)
        if mood:
            yield hit.start, hit.end, mood


def _sums(evidence: Iterable[_Evidence]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for one in evidence:
        sums[one.key] = sums.get(one.key, 0.0) + one.weight
    return sums


def _suggestion(value: str, mass: float, share: float, threshold: float, speaking: Iterable[_Evidence]) -> Suggestion:
    """Confidence grows with the evidence and falls with the share that speaks for something else."""
    confidence = round(share * mass / (mass + DOUBT), 3)
    strongest = sorted(speaking, key=lambda one: -one.weight)
    return Suggestion(value, confidence, confidence >= threshold, tuple(dict.fromkeys(one.cause for one in strongest)))
