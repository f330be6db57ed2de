"""Cost of one calendar ``add`` and ``between`` (spec 10: at most 10 µs, goal 5 µs)."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

from gongdan.domains.bundle.times.calendars import Calendar, Day
from gongdan.domains.sla.calendar import ALWAYS, CompiledCalendar
from gongdan.domains.sla.calendar.hours import WEEKDAYS

ROUNDS = 20_000
START = datetime(2026, 1, 1, tzinfo=UTC)


def office() -> CompiledCalendar:
    hours = (("09:00", "12:00"), ("13:30", "18:00"))
    days = tuple(Day(on=date(year, 10, day)) for year in (2026, 2027) for day in range(1, 8))
    return CompiledCalendar(
        Calendar(key="office", name={}, zone="Asia/Shanghai", week=dict.fromkeys(WEEKDAYS[:5], hours), days=days)
    )


def cost_us(work: Callable[[datetime, int], object]) -> float:
    """Best of five runs, so that a busy machine does not speak for the code."""
    random = Random(7)
    starts = [START + timedelta(seconds=random.randrange(300 * 86_400)) for _ in range(ROUNDS)]
    amounts = [random.randrange(60, 5 * 86_400) for _ in range(ROUNDS)]
    best = float("inf")
    for _ in range(5):
        begun = time.perf_counter()
        for start, amount in zip(starts, amounts, strict=True):
            work(start, amount)
        best = min(best, time.perf_counter() - begun)
    return best / ROUNDS * 1e6


def main() -> None:
    calendar = office()
    begun = time.perf_counter()
    calendar.add(START, 60)
    print(f"compile a year  {(time.perf_counter() - begun) * 1e3:8.2f} ms")
    print(f"add             {cost_us(calendar.add):8.2f} µs")
    print(f"between         {cost_us(lambda at, s: calendar.between(at, at + timedelta(seconds=s))):8.2f} µs")
    print(f"add_days        {cost_us(lambda at, s: calendar.add_days(at, 1 + s % 5)):8.2f} µs")
    print(f"days_between    {cost_us(lambda at, s: calendar.days_between(at, at + timedelta(seconds=s))):8.2f} µs")
    print(f"add, 24x7       {cost_us(ALWAYS.add):8.2f} µs")


if __name__ == "__main__":
    main()
