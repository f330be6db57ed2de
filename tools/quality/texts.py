"""How well moods and priorities are read in texts that customers wrote."""

from collections import Counter

from gongdan.domains.intelligence.lexicon import Lexicon, compile_lexicon
from gongdan.domains.intelligence.triage import triage
from gongdan.domains.policy import presets
from tools.quality.samples import Samples, Share, table

SOURCES = ("eprstmt", "waimai", "hotel_reviews", "online_shopping")
LIMIT = 3_000


def lexicon() -> Lexicon:
    return compile_lexicon(presets.standard((2026,)))


def moods_page(samples: Samples) -> list[str]:
    words = lexicon()
    counts: dict[str, Counter[tuple[int, str]]] = {}
    for source in SOURCES:
        counts[source] = Counter()
        for row in samples.rows(f"zh_sentiment/{source}.jsonl.gz", LIMIT):
            counts[source][row["label"], triage("", row["text"], words).sentiment.value] += 1
    rows = [_mood_row(source, found) for source, found in counts.items()]
    rows += [_mood_row(f"all but {source}", _without(counts, source)) for source in SOURCES]
    return [
        f"`zh_sentiment`, the first {LIMIT:,} of each source. Nothing is trained; words and shapes are hand-made.",
        "`hotel_reviews` and `online_shopping` were looked through for words that were missing, `waimai` and `eprstmt`",
        "were not, so these two say what an unknown source gets. The lower rows leave one source out.",
        "",
        *table(
            ("source", "cases", "complaints seen", "seen rightly", "praise seen", "seen rightly", "neutral, of all"),
            rows,
        ),
    ]


def _without(counts: dict[str, Counter[tuple[int, str]]], source: str) -> Counter[tuple[int, str]]:
    rest: Counter[tuple[int, str]] = Counter()
    for name, found in counts.items():
        if name != source:
            rest.update(found)
    return rest


def _mood_row(source: str, found: Counter[tuple[int, str]]) -> tuple[object, ...]:
    def of(label: int, value: str) -> tuple[Share, Share]:
        asked = sum(count for (given, _), count in found.items() if given == label)
        said = found[0, value] + found[1, value]
        return Share(found[label, value], asked), Share(found[label, value], said)

    neutral = found[0, "neutral"] + found[1, "neutral"]
    return source, found.total(), *of(0, "negative"), *of(1, "positive"), Share(neutral, found.total())


def priorities_page(samples: Samples) -> list[str]:
    words = lexicon()
    counts: Counter[tuple[str, str]] = Counter()
    for row in samples.rows("ticket_text/multilang_support_tickets.jsonl.gz", LIMIT):
        if row["language"] == "en":
            found = triage(row["subject"] or "", row["body"], words).priority
            counts[row["priority"], found.value if found and found.acts else "none"] += 1
    levels = [
        level for level in ("critical", "high", "medium", "low", "very_low") if any(k == level for k, _ in counts)
    ]
    rows: list[tuple[object, ...]] = [
        (level, *(counts[level, value] for value in ("P0", "P1", "P3", "none"))) for level in levels
    ]
    total = urgent = moody = 0
    for row in samples.rows("zh_intent/smp_ecdt.jsonl.gz", LIMIT):
        read = triage("", row["text"], words)
        total += 1
        urgent += bool(read.priority and read.priority.acts and read.priority.value in ("P0", "P1"))
        moody += read.sentiment.value == "negative"
    return [
        f"`ticket_text/multilang`, {counts.total()} English tickets by a language model, whose priority follows no rule"
        " of ours; a priority is set only where words claim one.",
        "",
        *table(("given", "P0", "P1", "P3", "none"), rows),
        f"`zh_intent`, {total} short requests of everyday life: {urgent} called urgent, {moody} called negative.",
        "",
    ]
