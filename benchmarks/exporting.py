"""How fast a list is taken out as a file: one client downloads all tickets."""

import time
import urllib.request
from typing import Literal

from benchmarks.stand import Stand

PIECE = 1024 * 1024


def rows_a_second(stand: Stand, form: Literal["csv", "xlsx"]) -> float:
    """Rows of a download per second, from the request to its last byte; the web processes are running."""
    address = f"{stand.settings.base_url}/api/v1/tickets/export?form={form}&sort=created"
    asked = urllib.request.Request(address, headers={"Authorization": f"Bearer {stand.readers[0]}"})
    begun = time.perf_counter()
    with urllib.request.urlopen(asked, timeout=600) as answer:
        while answer.read(PIECE):
            pass
    return stand.rows / (time.perf_counter() - begun)
