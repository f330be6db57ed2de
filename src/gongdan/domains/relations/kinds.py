"""What one ticket can be to another, and what a tree of parents and children may look like: at most three levels, and
nobody above themselves. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from gongdan.domains.relations.errors import FamilyCircular, FamilyTooDeep, HasParent
from gongdan.kernel.text import Name, normalise

LinkKind = Literal[
    "relates",
    "duplicates",
    "duplicated_by",
    "blocks",
    "blocked_by",
    "incident_of",
    "problem_of",
    "follows",
    "followed_by",
    "child_of",
    "parent_of",
]
"""What this ticket is to the other."""

REVERSE: Final[Mapping[LinkKind, LinkKind]] = {
    "relates": "relates",
    "duplicates": "duplicated_by",
    "duplicated_by": "duplicates",
    "blocks": "blocked_by",
    "blocked_by": "blocks",
    "incident_of": "problem_of",
    "problem_of": "incident_of",
    "follows": "followed_by",
    "followed_by": "follows",
    "child_of": "parent_of",
    "parent_of": "child_of",
}
"""What the other ticket is to this one."""

FAMILY: Final[frozenset[LinkKind]] = frozenset({"child_of", "parent_of"})

NAMES: Final[Mapping[LinkKind, Name]] = {
    "relates": {"zh-CN": "相关", "en": "related to"},
    "duplicates": {"zh-CN": "重复于", "en": "a duplicate of"},
    "duplicated_by": {"zh-CN": "有重复工单", "en": "duplicated by"},
    "blocks": {"zh-CN": "阻塞", "en": "blocking"},
    "blocked_by": {"zh-CN": "被阻塞于", "en": "blocked by"},
    "incident_of": {"zh-CN": "属于问题", "en": "an incident of"},
    "problem_of": {"zh-CN": "是其根本问题", "en": "the problem behind"},
    "follows": {"zh-CN": "后续于", "en": "following up"},
    "followed_by": {"zh-CN": "有后续工单", "en": "followed up by"},
    "child_of": {"zh-CN": "子工单，属于", "en": "a child of"},
    "parent_of": {"zh-CN": "父工单，包含", "en": "the parent of"},
}

Why = Literal["named", "repetition"]
"""Why the system linked them: the writer named the other without a right to join it; it probably says the same."""

MOST_LINKS: Final = 50
"""Of one ticket."""

LEVELS: Final = 3


def check_family(parents: Mapping[int, int], *, parent: int, child: int) -> None:
    """Whether ``child`` may be put below ``parent``. ``parents``: child → parent, of all that stands above the parent
    and below the child.

    Raises:
        FamilyCircular: it is the ticket itself, or stands above it.
        HasParent: it is somebody else's child.
        FamilyTooDeep: there would be more than three levels.
    """
    above = _above(parents, parent)
    if child == parent or child in above:
        raise FamilyCircular()
    if parents.get(child, parent) != parent:
        raise HasParent()
    if len(above) + 1 + _height(parents, child) > LEVELS:
        raise FamilyTooDeep(most=LEVELS)


def _above(parents: Mapping[int, int], ticket: int) -> list[int]:
    """Those above a ticket, the nearest first."""
    found: list[int] = []
    while (ticket := parents.get(ticket, 0)) and ticket not in found:
        found.append(ticket)
    return found


def _height(parents: Mapping[int, int], ticket: int) -> int:
    """The levels of a ticket and all below it."""
    children = _children(parents)
    level, height = [ticket], 0
    while level and height <= LEVELS:
        height += 1
        level = [child for one in level for child in children.get(one, ())]
    return height


def _children(parents: Mapping[int, int]) -> Mapping[int, Iterable[int]]:
    found: dict[int, list[int]] = {}
    for child, parent in parents.items():
        found.setdefault(parent, []).append(child)
    return found


def is_reached(needed: int, *, done: int, total: int) -> bool:
    """Whether so many children are done: ``needed`` of them, 0 for all."""
    return total > 0 and done >= (min(needed, total) or total)


ALIKE: Final = 0.5
"""From so much likeness on two titles may say the same."""


def likeness(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1: the share of pairs of neighbouring signs that they have in common. White space
    and case do not count; it needs no words, and so no language."""
    first, second = _pairs(one), _pairs(other)
    common = (first & second).total()
    return 2 * common / ((first.total() + second.total()) or 1)


def _pairs(text: str) -> Counter[str]:
    """A single sign is a pair by itself."""
    signs = "".join(normalise(text).split())
    return Counter([signs] if len(signs) == 1 else [signs[n : n + 2] for n in range(len(signs) - 1)])
