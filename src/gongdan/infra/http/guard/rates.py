"""Rates: how much of something a subject may ask for, in this process (spec 08)."""

import time
from collections import OrderedDict

import msgspec

from gongdan.kernel.errors import TooMany


class RateLimit(msgspec.Struct, frozen=True):
    """``burst`` requests at once, refilled at ``per_second``."""

    burst: float
    per_second: float


class Proven:
    """Secrets that proved who somebody is, in this process, the latest ``MOST``; and who that is. Whoever has several
    is one."""

    MOST = 50_000

    def __init__(self) -> None:
        self._secrets: OrderedDict[str, str] = OrderedDict()

    def add(self, secret: str, subject: str) -> None:
        self._secrets[secret] = subject
        self._secrets.move_to_end(secret)
        while len(self._secrets) > self.MOST:
            self._secrets.popitem(last=False)

    def subject(self, secret: str) -> str | None:
        return self._secrets.get(secret)


class Limiter:
    """Token buckets of one process, by subject. With N web processes the limit is N times as high."""

    MOST = 50_000

    def __init__(self, rate: RateLimit) -> None:
        self._rate = rate
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, subject: str, now: float | None = None) -> None:
        """Count one request of ``subject``.

        Raises:
            TooMany: the bucket is empty; it says when one request fits again.
        """
        now = time.monotonic() if now is None else now
        left, at = self._buckets.pop(subject, (self._rate.burst, now))
        left = min(self._rate.burst, left + (now - at) * self._rate.per_second)
        if left < 1:
            self._buckets[subject] = (left, now)
            raise TooMany(retry_after_s=max(1, round((1 - left) / self._rate.per_second)))
        self._buckets[subject] = (left - 1, now)
        self._shed()

    def give(self, subject: str, amount: float) -> None:
        """Give back some of what was taken: it turned out to be cheap."""
        if found := self._buckets.get(subject):
            left, at = found
            self._buckets[subject] = (min(self._rate.burst, left + amount), at)

    def _shed(self) -> None:
        while len(self._buckets) > self.MOST:
            self._buckets.popitem(last=False)
