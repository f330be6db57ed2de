"""How processor time grows with what is read: twice the length may cost twice the time, and not four times."""

import itertools
import time
from collections.abc import Callable

GROWTH = 3.0
"""For twice the length. Linear work stays below it on a busy machine too, and quadratic work does not."""

ATTEMPTS = 3
"""What grows too fast does so each time; a hiccup of the machine does not."""


def spent(work: Callable[[], object]) -> float:
    """Seconds of processor time, which neighbours on the machine do not lengthen much."""
    start = time.process_time()
    work()
    return time.process_time() - start


def outgrown(work: Callable[[int], object], length: int, *, quick_s: float) -> list[float]:
    """The seconds that ``work`` takes for ``length``, twice and four times as much if they grow too fast, else nothing.

    Four times the length in less than ``quick_s`` is good whatever it grows by: so small times tell only the noise.
    """
    if spent(lambda: work(4 * length)) <= quick_s:
        return []
    sizes = (length, 2 * length, 4 * length)
    for _ in range(ATTEMPTS):
        times = [min(spent(lambda size=size: work(size)) for _ in range(2)) for size in sizes]
        if all(after <= GROWTH * before for before, after in itertools.pairwise(times)):
            return []
    return times


def repeated(piece: str, length: int) -> str:
    """``piece`` again and again; ``№`` in it is another number each time."""
    times = length // len(piece) + 1
    whole = "".join(piece.replace("№", str(n)) for n in range(times)) if "№" in piece else piece * times
    return whole[:length]
