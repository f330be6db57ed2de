"""The worker process: relay, timers, and the endless loops of the domains. Any number of them share the work.

``python -m gongdan.worker`` reads the same settings as the web process, and ``GONGDAN_DATABASE_WORKER_URL``.
"""

import asyncio
import signal

import structlog
from prometheus_client import start_http_server

from gongdan import settings as configuration
from gongdan import wiring
from gongdan.infra.bus import running
from gongdan.infra.db.migrate import check_schema
from gongdan.infra.log.doorbell import bell
from gongdan.infra.log.relay import Relay
from gongdan.infra.telemetry import configure_logs, counted, timed
from gongdan.infra.timers.fire import Sweep
from gongdan.services import open_services
from gongdan.settings import Settings

CONNECTIONS = 10
"""Of the pool: subscribers, four timer calls at a time, the router, channels."""

log = structlog.get_logger()


async def work(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT. What is under way is cancelled: its transaction is undone and done by the next."""
    url = settings.database_worker_url or settings.database_url
    assert url, "the supervisor gives each process the address of its database"
    configure_logs(settings)
    if settings.worker_metrics_port:
        start_http_server(settings.worker_metrics_port, settings.host)
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)

    async with open_services(settings, url, wiring.PARTS, size=CONNECTIONS) as services:
        await check_schema(services.db)
        subscribers = [counted(one) for one in wiring.subscribers(services)]
        relay = Relay(url, services.db, services.log, subscribers, bell(services.listener))
        sweep = Sweep(services.db, {owner: timed(owner, fire) for owner, fire in wiring.timers(services).items()})
        async with running(relay.run(), sweep.run(), *wiring.loops(services), services.listener.run()):
            log.info("worker.started")
            await stopping.wait()
    log.info("worker.stopped")


if __name__ == "__main__":
    asyncio.run(work(configuration.load()))
