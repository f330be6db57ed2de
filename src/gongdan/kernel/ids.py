"""Ids: 53-bit integers taken from sequence blocks, handed to decisions as arguments (spec 01, tenancy)."""

from collections.abc import Iterator

BLOCK = 1_000
"""Ids per value of the database sequence ``id_block``."""

MAX_ID = 2**53 - 1


class Ids:
    """A supply of ids, already fetched: ``next`` never waits and never does I/O."""

    def __init__(self, source: Iterator[int]) -> None:
        self._source = source

    def next(self) -> int:
        return next(self._source)
