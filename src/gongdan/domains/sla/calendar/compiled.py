"""Arithmetic over working time, exact to the second (spec 03, calendar engine).

A year is compiled once, when it is first needed, into its open spans. Joined, the compiled years are a *line*: spans in
UTC seconds with running totals, so that ``add`` and ``between`` are two binary searches. Two scales run along it: a
working second counts one, and, for working days, a second of date d counts 1/open_seconds(d) of a day. The second scale
is kept in whole numbers too, a day being the least common multiple of all day lengths.

All intervals are half-open. Instants are UTC in whole seconds: ``floor`` them first.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from hashlib import blake2b
from math import lcm

import msgspec

from gongdan.domains.bundle.times.calendars import Calendar
from gongdan.domains.sla.calendar.hours import DAY_S, WEEKDAYS, DayHours, Hours, Span, number_of

HORIZON_YEARS = 50
"""How far ahead an allowance is looked for. A calendar that does not open enough by then never uses it up."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def floor(at: datetime) -> datetime:
    """The whole second that ``at`` lies in. All clock arithmetic works on floored instants.

    Nothing is lost by it: due instants are whole seconds, and for a whole second D, ``at < D`` exactly if
    ``floor(at) < D``.
    """
    return at.replace(microsecond=0)


class CompiledCalendar:
    """A calendar, ready to compute with. Safe to share: a longer line replaces the shorter one in one assignment."""

    def __init__(self, calendar: Calendar) -> None:
        self.key = calendar.key
        self.hours = Hours(calendar)
        self.edition = _edition(calendar)
        """Fingerprint of the hours: two editions of a calendar with equal fingerprints compute equally."""
        self._provisional_from = calendar.provisional_from and self._midnight(number_of(calendar.provisional_from))
        self._years: dict[int, _Year] = {}
        self._line = _Line({})

    def add(self, start: datetime, seconds: int) -> datetime | None:
        """The smallest instant by which ``seconds`` of working time have passed since ``start``.

        An allowance that ends exactly at closing time ends then, not at the next opening; of no seconds at all, outside
        hours, it ends at the next opening. None if the calendar does not open that long within ``HORIZON_YEARS``.
        """
        at = _seconds(start)
        for line in self._lines_from(at):
            end = line.seconds.reach(line, at, line.seconds.passed(line, at) + seconds)
            if end is not None:
                return _instant(end)
        return None

    def opening(self, at: datetime) -> datetime | None:
        """``at`` while it is open, else the next opening; None if there is none within ``HORIZON_YEARS``."""
        end = self.add(at, 1)
        return None if end is None else max(at, end - timedelta(seconds=1))

    def between(self, start: datetime, end: datetime) -> int:
        """Working seconds in ``start`` (included) to ``end`` (excluded); none when the end is not after the start."""
        a, b = _seconds(start), _seconds(end)
        if b <= a:
            return 0
        line = self._covering(a, b)
        return line.seconds.passed(line, b) - line.seconds.passed(line, a)

    def back(self, end: datetime, seconds: int) -> datetime:
        """The smallest instant from which no more than ``seconds`` of working time remain until ``end``, at most a year
        of calendar time before it."""
        b = _seconds(end)
        earliest = b - 366 * DAY_S
        line = self._covering(earliest, b)
        target = line.seconds.passed(line, b) - seconds
        if target <= line.seconds.passed(line, earliest):
            return _instant(earliest)
        found = line.seconds.reach(line, earliest, target)
        return end if found is None else _instant(found)

    def add_days(self, start: datetime, days: Fraction | int) -> datetime | None:
        """Like ``add``, in working days: a second on date d counts 1/open_seconds(d) of a day (spec 03).

        The end is rounded up to a whole second, where the exact one lies within a second.
        """
        at = _seconds(start)
        for line in self._lines_from(at):
            units = -(-days.numerator * line.day // days.denominator)
            end = line.days.reach(line, at, line.days.passed(line, at) + units)
            if end is not None:
                return _instant(end)
        return None

    def days_between(self, start: datetime, end: datetime) -> Fraction:
        """Working days in ``start`` (included) to ``end`` (excluded), exactly."""
        a, b = _seconds(start), _seconds(end)
        if b <= a:
            return Fraction(0)
        line = self._covering(a, b)
        return Fraction(line.days.passed(line, b) - line.days.passed(line, a), line.day)

    def end_of_day(self, start: datetime, after: int) -> datetime:
        """The midnight that ends the date, ``after`` dates later, in which ``start`` lies on the calendar's wall."""
        number = number_of(start.astimezone(self.hours.zone).date()) + after + 1
        midnight = self._midnight(number)
        return midnight if midnight > start else self._midnight(number, fold=1)

    def end_of_working_day(self, start: datetime, after: int) -> datetime | None:
        """Closing time of the working day, ``after`` working days later, that is open at or opens next from ``start``.

        None if there is no such day within ``HORIZON_YEARS``.
        """
        at = _seconds(start)
        for line in self._lines_from(at):
            index = bisect_right(line.closings, at) + after
            if index < len(line.closings):
                return _instant(line.closings[index])
        return None

    def opened(self, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
        """The open spans within ``start`` to ``end``, in order."""
        spans = self.hours.opened(_seconds(start), _seconds(end))
        return [(_instant(a), _instant(b)) for a, b, _ in spans]

    def on(self, day: date) -> DayHours:
        """The hours of a date and the rule that gives them."""
        return self.hours.on(number_of(day))

    def is_provisional(self, at: datetime) -> bool:
        """Whether ``at`` lies where the official days off are not announced yet, so that it may still move."""
        return self._provisional_from is not None and at >= self._provisional_from

    def _midnight(self, number: int, *, fold: int = 0) -> datetime:
        """When the date with this number begins; where the clock skips its midnight, the instant of the skip; where it
        shows it twice, the first or (``fold`` 1) the second time."""
        local = datetime.fromtimestamp(number * DAY_S, UTC).replace(tzinfo=self.hours.zone, fold=fold)
        return local.astimezone(UTC)

    def _lines_from(self, at: int) -> Iterator["_Line"]:
        """The line from ``at`` on: as compiled, then longer and longer up to the horizon."""
        year = _year(at)
        line = self._covering(at, at)
        yield line
        for years in (1, 2, 5, 10, 20, HORIZON_YEARS):
            end = _year_start(year + years + 1)
            if line.end < end:
                line = self._covering(at, end - 1)
                yield line

    def _covering(self, first: int, last: int) -> "_Line":
        line = self._line
        if line.start <= first and last < line.end:
            return line
        known = self._years
        wanted = (
            range(min(_year(first), *known), max(_year(last), *known) + 1)
            if known
            else range(_year(first), _year(last) + 1)
        )
        self._years = {year: known.get(year) or _Year.of(self.hours, year) for year in wanted}
        self._line = _Line(self._years)
        return self._line


class _Year(msgspec.Struct, frozen=True):
    spans: tuple[tuple[int, int, int], ...]
    """(opens, closes, open seconds of its date), cut to the year in UTC."""
    closings: tuple[int, ...]
    """When each working day closes for the last time."""

    @classmethod
    def of(cls, hours: Hours, year: int) -> "_Year":
        start, end = _year_start(year), _year_start(year + 1)
        lengths: dict[int, int] = {}
        closings: dict[int, int] = {}
        around = list(hours.opened(start - 3 * DAY_S, end + 3 * DAY_S))
        for opens, closes, number in around:
            lengths[number] = lengths.get(number, 0) + closes - opens
            closings[number] = closes
        return cls(
            tuple((max(a, start), min(b, end), lengths[n]) for a, b, n in around if a < end and b > start),
            tuple(sorted(at for at in closings.values() if start < at <= end)),
        )


class _Scale:
    """A running total along a line's spans, each second of span i counting ``weights[i]``."""

    def __init__(self, spans: list[Span], weights: list[int]) -> None:
        self.weights = weights
        self.before: list[int] = []
        self.after: list[int] = []
        total = 0
        for (opens, closes), weight in zip(spans, weights, strict=True):
            self.before.append(total)
            total += (closes - opens) * weight
            self.after.append(total)

    def passed(self, line: "_Line", at: int) -> int:
        """The total from the line's start to ``at``."""
        i = bisect_right(line.opens, at) - 1
        if i < 0:
            return 0
        closes = line.closes[i]
        return self.after[i] if at >= closes else self.before[i] + (at - line.opens[i]) * self.weights[i]

    def reach(self, line: "_Line", start: int, total: int) -> int | None:
        """The smallest instant, not before ``start``, at which the total is reached; None if the line ends before.

        If it is reached at ``start`` already, that instant, or the next opening when ``start`` is outside hours.
        """
        i = bisect_left(self.after, total)
        if i == len(self.after):
            return None
        if total > self.before[i]:
            found = line.opens[i] - (self.before[i] - total) // self.weights[i]
            if found > start:
                return found
        i = bisect_right(line.closes, start)
        return max(start, line.opens[i]) if i < len(line.opens) else None


class _Line:
    """Consecutive compiled years. ``day`` is the number of units that make a working day on the scale ``days``."""

    def __init__(self, years: dict[int, _Year]) -> None:
        self.start = _year_start(min(years)) if years else 0
        self.end = _year_start(max(years) + 1) if years else 0
        spans = [span for year in years.values() for span in year.spans]
        self.opens = [opens for opens, _, _ in spans]
        self.closes = [closes for _, closes, _ in spans]
        self.closings = [at for year in years.values() for at in year.closings]
        self.day = lcm(*{length for _, _, length in spans})
        pairs = list(zip(self.opens, self.closes, strict=True))
        self.seconds = _Scale(pairs, [1] * len(pairs))
        self.days = _Scale(pairs, [self.day // length for _, _, length in spans])


def _seconds(at: datetime) -> int:
    return (at - _EPOCH) // _SECOND


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _year(at: int) -> int:
    return datetime.fromtimestamp(at, UTC).year


def _year_start(year: int) -> int:
    return _seconds(datetime(year, 1, 1, tzinfo=UTC))


def _edition(calendar: Calendar) -> str:
    hours = msgspec.json.encode((calendar.zone, calendar.week, calendar.days), order="deterministic")
    return blake2b(hours, digest_size=8).hexdigest()


ALWAYS = CompiledCalendar(
    Calendar(
        key="always",
        name={"zh-CN": "全天候", "en": "Always"},
        zone="UTC",
        week=dict.fromkeys(WEEKDAYS, (("00:00", "24:00"),)),
    )
)
"""Calendar time, 24×7: what a target without a calendar is measured by."""
