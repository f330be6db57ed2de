"""What other domains and wiring may use of intelligence."""

from gongdan.domains.intelligence.confirming import confirms
from gongdan.domains.intelligence.language import language_of
from gongdan.domains.intelligence.lexicon import compile_lexicon

__all__ = [
    "compile_lexicon",
    "confirms",
    "language_of",
]
