"""Ticket numbers: ``<prefix>-<date in the workspace's zone>-<serial>``, unique, URL-safe, gaps allowed (spec 02)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

MOST = 200
"""Serials of one block at most (spec 01, tenancy)."""
_SERIAL_WIDTH = 5
_SOON = timedelta(seconds=1)


def number(prefix: str, day: date, serial: int) -> str:
    return f"{prefix}-{day:%Y%m%d}-{serial:0{_SERIAL_WIDTH}d}"


def day_of(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


def next_block(last: int, since: timedelta) -> int:
    """How many serials to take ahead: twice as many when the last block was used up within a second, else one."""
    return min(last * 2, MOST) if since < _SOON else 1
