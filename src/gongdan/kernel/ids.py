"""Ids: 53-bit integers from sequence blocks, made by the application and handed to decisions (spec 01, tenancy)."""

from collections import deque

BLOCK = 1_000
"""Ids per value of the database sequence ``id_block``."""

MAX_ID = 2**53 - 1


class Ids:
    """A supply of ids that are already fetched: ``next`` neither waits nor does I/O. Shells keep it filled."""

    def __init__(self) -> None:
        self._ranges: deque[range] = deque()
        self.left = 0

    def add_block(self, number: int) -> None:
        """Add the ids of one value of the sequence."""
        self._ranges.append(range(number * BLOCK, (number + 1) * BLOCK))
        self.left += BLOCK

    def next(self) -> int:
        """An id that nobody else has. Raises LookupError when the shell reserved too few."""
        if not self._ranges:
            raise LookupError("no ids left: the shell must reserve enough before it decides")
        head = self._ranges[0]
        self.left -= 1
        if len(head) == 1:
            self._ranges.popleft()
        else:
            self._ranges[0] = head[1:]
        return head[0]
