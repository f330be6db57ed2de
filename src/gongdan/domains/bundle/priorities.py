"""Priorities (优先级), most urgent first. Colour is the priority's own and says nothing of escalation (spec 03)."""

from typing import Literal

from gongdan.domains.bundle.named import Named
from gongdan.kernel.text import Name


class Priority(Named, frozen=True, kw_only=True):
    rank: int
    """0 is the most urgent."""
    colour: Literal["red", "orange", "yellow", "green", "grey", "blue"]
    definition: Name = {}
    examples: Name = {}
    words: tuple[str, ...] = ()
    """Words that speak for this priority in a customer's text; lower case."""
