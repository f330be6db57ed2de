"""Time. Instants are aware datetimes in UTC; decisions receive them as arguments and never ask for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_PLAYED: ContextVar[datetime | None] = ContextVar("played", default=None)


def now() -> datetime:
    """The present instant. Only shells (handlers, workers, commands) call this."""
    return _PLAYED.get() or datetime.now(UTC)


@contextmanager
def played(instant: datetime) -> Iterator[None]:
    """Within the block, and in tasks that it starts, it is ``instant``: for playing a past, as the demo does."""
    token = _PLAYED.set(instant)
    try:
        yield
    finally:
        _PLAYED.reset(token)
