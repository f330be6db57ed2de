"""The span of time that a request may speak of. Beyond it calendars, zones and columns end."""

from datetime import UTC, datetime

FIRST = datetime(1970, 1, 1, tzinfo=UTC)
LAST = datetime(2199, 12, 31, tzinfo=UTC)


def within_bounds(text: str) -> bool:
    """Whether an instant as text lies between ``FIRST`` and ``LAST``; what is no instant is none beyond them."""
    year = text[:4]
    return not (year.isascii() and year.isdecimal()) or FIRST.year <= int(year) <= LAST.year
