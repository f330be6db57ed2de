"""What other domains and wiring may use of intelligence."""

from gongdan.domains.intelligence.confirming import confirms
from gongdan.domains.intelligence.entities import Entity
from gongdan.domains.intelligence.language import language_of
from gongdan.domains.intelligence.lexicon import Lexicon, Thresholds, compile_lexicon
from gongdan.domains.intelligence.triage import ReadWords, Suggestion, Triage, triage

__all__ = [
    "Entity",
    "Lexicon",
    "ReadWords",
    "Suggestion",
    "Thresholds",
    "Triage",
    "compile_lexicon",
    "confirms",
    "language_of",
    "triage",
]
