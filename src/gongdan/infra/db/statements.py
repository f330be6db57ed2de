"""Statements as the server gets them: named parameters become numbers, once for each text."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec


class Statement(msgspec.Struct):
    """A text as PostgreSQL reads it, and what is known of it."""

    text: bytes
    names: tuple[str, ...]
    """Of its parameters: the first is ``$1``."""
    columns: list[str] | None = None
    """What it answers, once it did."""


@lru_cache(maxsize=1024)
def statement(sql: str) -> Statement:
    """``%(name)s`` is a parameter and ``%%`` a literal ``%``. The driver would do the same, but anew each time for long
    texts.

    Raises:
        ValueError: a ``%`` that is neither.
    """
    numbers: dict[str, int] = {}
    text = "".join(_pieces(sql, numbers))
    return Statement(text.encode(), tuple(numbers))


def _pieces(sql: str, numbers: dict[str, int]) -> Iterator[str]:
    end = 0
    for found in _PERCENT.finditer(sql):
        yield sql[end : found.start()]
        end = found.end()
        if found["name"]:
            yield f"${numbers.setdefault(found['name'], len(numbers) + 1)}"
        elif found[0] == "%%":
            yield "%"
        else:
            raise ValueError(f"a lone % in {sql[max(0, found.start() - 40) : end + 40]!r}")
    yield sql[end:]


_PERCENT = re.compile(r"%(?:\((?P<name>\w+)\)s|%)?")
