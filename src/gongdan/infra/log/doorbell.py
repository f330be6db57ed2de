"""The doorbell: processes ring it after a commit that wrote events, so that readers of the log look at once.

Rings within 20 ms are one (``infra.bus``), and a lost one is harmless: readers also look every 250 ms.
"""

from typing import Final

from gongdan.infra.bus import Bell, Listener, Publisher

LOG_CHANNEL: Final = "gongdan_log"
POLL_S: Final = 0.25
"""How long a reader of the log waits for a ring before it looks by itself."""


class Doorbell:
    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    def ring(self) -> None:
        """Neither waits nor fails; call it after the commit."""
        self._publisher.publish(LOG_CHANNEL)


def bell(listener: Listener) -> Bell:
    """What a reader of the log waits for, at most ``POLL_S`` at a time."""
    return listener.bell(LOG_CHANNEL)
