"""Time. Instants are aware datetimes in UTC; decisions receive them as arguments and never ask for them."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present instant. Only shells (handlers, workers, commands) call this."""
    return datetime.now(UTC)
