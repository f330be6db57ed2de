"""What other domains and wiring may use of intelligence."""

from gongdan.domains.intelligence.confirming import confirms
from gongdan.domains.intelligence.language import language_of
from gongdan.domains.intelligence.lexicon import Lexicon, Thresholds, compile_lexicon
from gongdan.domains.intelligence.triage import Suggestion, Triage, triage

__all__ = [
    "Lexicon",
    "Suggestion",
    "Thresholds",
    "Triage",
    "compile_lexicon",
    "confirms",
    "language_of",
    "triage",
]
