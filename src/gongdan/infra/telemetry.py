"""What operators watch: structured logs on stderr, and Prometheus metrics of what workers do."""

import logging
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import msgspec
import structlog
from prometheus_client import Counter, Histogram

from gongdan.infra.log.subscribers import Subscriber
from gongdan.infra.timers.fire import DueTimer
from gongdan.kernel import clock
from gongdan.kernel.events import Logged
from gongdan.settings import Settings

_LEVELS: Final = {"debug": 10, "info": 20, "warning": 30, "error": 40}

EVENTS = Counter("gongdan_events_delivered", "Events of the log handed to a subscriber", ["subscriber"])
BATCHES = Histogram("gongdan_delivery_seconds", "Time that a subscriber took for a batch", ["subscriber"])
TIMERS = Counter("gongdan_timers_fired", "Timers fired", ["owner"])
LATENESS = Histogram(
    "gongdan_timer_lateness_seconds",
    "Time between the due instant of a timer and its firing",
    ["owner"],
    buckets=(0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300),
)

Fire = Callable[[int, Sequence[DueTimer]], Awaitable[None]]


def configure_logs(settings: Settings) -> None:
    """One line for each thing that happened: readable, or JSON (``GONGDAN_LOG_FORMAT``). Libraries speak from warnings
    on. Tracebacks come without local variables, which hold customers' texts and secrets (spec 08)."""
    as_json = settings.log_format == "json"
    stamps = structlog.processors.TimeStamper(fmt="iso" if as_json else "%Y-%m-%d %H:%M:%S", utc=as_json)
    tracebacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    ending: Any = [structlog.processors.ExceptionRenderer(tracebacks), structlog.processors.JSONRenderer()]
    if not as_json:
        plain = structlog.dev.plain_traceback
        ending = [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, structlog.processors.add_log_level, stamps, *ending],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS[settings.log_level]),
        logger_factory=_to_stderr,
    )
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s [%(levelname)s] %(name)s: %(message)s")


def _to_stderr(*_: object) -> structlog.PrintLogger:
    """To what is the standard error output at that moment."""
    return structlog.PrintLogger(sys.stderr)


def counted(subscriber: Subscriber) -> Subscriber:
    """The subscriber, with its batches counted and timed."""

    async def handle(tx: Any, events: Sequence[Logged[Any]]) -> None:
        with BATCHES.labels(subscriber.name).time():
            await subscriber.handle(tx, events)
        EVENTS.labels(subscriber.name).inc(len(events))

    return msgspec.structs.replace(subscriber, handle=handle)


def timed(owner: str, fire: Fire) -> Fire:
    """The handler of timers, with its firings counted and their lateness measured."""

    async def handle(workspace_id: int, due: Sequence[DueTimer]) -> None:
        await fire(workspace_id, due)
        now = clock.now()
        TIMERS.labels(owner).inc(len(due))
        for one in due:
            LATENESS.labels(owner).observe(max((now - one.fire_at).total_seconds(), 0.0))

    return handle
