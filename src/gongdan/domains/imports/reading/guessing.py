"""Which column of a file is which of a kind, by its heading."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from gongdan.domains.imports.kinds import TableColumn
from gongdan.kernel.text import normalise

_UNSAID: Final = re.compile(r"[\W_]+")
_ASIDE: Final = re.compile(r"[(（\[【].*?[)）\]】]")
ALIKE: Final = 0.82
"""How like two headings are that mean the same; mistyped, mostly."""


def guess(headings: Sequence[str], columns: Sequence[TableColumn]) -> list[str | None]:
    """For each heading the column that it names, each at most once: first those that are called so, then the likest."""
    found: list[str | None] = [None] * len(headings)
    likenesses = sorted(
        (
            (-likeness(heading, column), at, place, column.key)
            for at, heading in enumerate(headings)
            for place, column in enumerate(columns)
        ),
    )
    taken: set[str] = set()
    for unlike, at, _, key in likenesses:
        if -unlike >= ALIKE and found[at] is None and key not in taken:
            found[at] = key
            taken.add(key)
    return found


def likeness(heading: str, column: TableColumn) -> float:
    """From 0 to 1: it is called so."""
    wanted = [bare(one) for one in (column.key, *column.name.values(), *column.also)]
    given = {bare(heading), bare(_ASIDE.sub("", heading))} - {""}
    if any(one in wanted for one in given):
        return 1.0
    return max((_alike(one, name) for one in given for name in wanted), default=0.0)


def _alike(one: str, other: str) -> float:
    """A Chinese word says at its end what it is: 客户邮箱 is 邮箱. Other short words that differ by a sign mean
    something else."""
    if len(other) > 1 and not other.isascii() and one.endswith(other):
        return 0.9
    if min(len(one), len(other)) < 4:
        return 0.0
    return SequenceMatcher(None, one[:60], other[:60]).ratio()


def bare(heading: str) -> str:
    return _UNSAID.sub("", normalise(heading))
