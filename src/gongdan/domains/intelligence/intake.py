"""What triage says, as intake takes it: values where it is sure, and everything it saw for the agent."""

from typing import Final

import msgspec

from gongdan.domains.intelligence.lexicon import Lexicon
from gongdan.domains.intelligence.triage import Suggestion, triage
from gongdan.domains.tickets.public import Part, Rules, commands

LEXICON: Final[Part[Lexicon]] = Part("lexicon")


def guess(title: str, text: str, rules: Rules) -> commands.Guess:
    """Read a new ticket. Only a suggestion that reaches its threshold becomes a value (spec 06)."""
    read = triage(title, text, rules[LEXICON])
    return commands.Guess(
        type=_sure(read.type),
        category=_sure(read.category),
        priority=_sure(read.priority),
        shown=msgspec.to_builtins(read),
    )


def _sure(suggestion: Suggestion | None) -> str | None:
    return suggestion.value if suggestion and suggestion.acts else None
