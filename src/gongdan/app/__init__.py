"""The web process: an ASGI application, made by ``create`` for each process (Granian, or any ASGI server)."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from litestar import Litestar, Request, Router
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap
from psycopg import DataError, OperationalError

from gongdan import examples, wiring
from gongdan import settings as configuration
from gongdan.app.dependencies import DEPENDENCIES
from gongdan.app.door import enter, settle_up
from gongdan.app.upkeep import handlers as upkeep
from gongdan.domains.accounts.public import sessions
from gongdan.domains.accounts.rights.permissions import ACTIONS
from gongdan.domains.policy.public import declare_bounds
from gongdan.infra.db.migrate import check_schema
from gongdan.infra.die_with_parent import die_with_parent
from gongdan.infra.http import guard, health, idempotency, pages, problem_page, problems
from gongdan.infra.http.forwarded import forwarded
from gongdan.infra.http.openapi import ApiDocument
from gongdan.infra.http.reading.body import JsonRequest
from gongdan.infra.telemetry import configure_logs
from gongdan.kernel.errors import Refusal
from gongdan.services import open_services
from gongdan.settings import Settings

API = "/api/v1"
MOST_BODY = 12_000_000
"""Bytes of a request body; uploads have their own bound."""


def replayed(request: Request[Any, Any, Any], exc: idempotency.Replayed) -> Any:
    return exc.response


def _settle_in() -> None:
    """What a server's process holds by now it holds to its end: the collector need not look through it again and again,
    which takes a twentieth of a second each time."""
    gc.collect()
    gc.freeze()


def _document(cookie: str) -> ApiDocument:
    return ApiDocument(
        title="Gongdan",
        version="1",
        description=examples.DESCRIPTION,
        tags=examples.TAGS,
        words=examples.WORDS,
        cookie=cookie,
        declare=declare_bounds,
    )


def _api() -> Router:
    return Router(
        API,
        route_handlers=guard.declared([*wiring.HANDLERS, *upkeep.handlers], ACTIONS),
        before_request=enter,
        after_response=settle_up,
        middleware=[idempotency.keeping_answers],
        request_class=JsonRequest,
        dependencies=DEPENDENCIES,
    )


COMPRESSION = CompressionConfig(backend="gzip", minimum_size=1_000, gzip_compress_level=1, exclude="^/assets/")
"""Assets are compressed when they are built; answers go out once, so that speed counts more than size."""


EXCEPTIONS: ExceptionHandlersMap = {
    Refusal: problems.refusal,
    idempotency.Replayed: replayed,
    HTTPException: problems.framework,
    DataError: problems.unstorable,
    OperationalError: problems.database_away,
    UnicodeDecodeError: problems.unreadable,
    RecursionError: problems.unreadable,
    Exception: problems.unforeseen,
}
"""What becomes of each kind of error."""


def create(settings: Settings | None = None) -> Litestar:
    """The application. Without ``settings`` they come from the environment, as for a server's process: that one ends
    with the server that started it, and logs as the settings say."""
    chosen = settings or configuration.load()
    if settings is None:
        die_with_parent()
        configure_logs(chosen)
    assert chosen.database_url, "the supervisor gives each process the address of its database"
    url, cookie = chosen.database_url, sessions.cookie_name(chosen.base_url)

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        async with open_services(chosen, url, wiring.PARTS) as services:
            await check_schema(services.db)
            app.state.services = services
            app.state.limits = guard.Limits()
            async with wiring.live(services) as app.state.live:
                if settings is None:
                    _settle_in()
                yield

    return Litestar(
        route_handlers=[_api(), *health.handlers, upkeep.ready, *problem_page.handlers, *pages.handlers],
        lifespan=[lifespan],
        middleware=[
            partial(forwarded, trusted=chosen.trusted_proxies),
            guard.patient,
            partial(guard.secure_headers, https=chosen.base_url.startswith("https://")),
        ],
        exception_handlers=EXCEPTIONS,
        request_max_body_size=MOST_BODY,
        compression_config=COMPRESSION,
        state=State({"session_cookie": cookie}),
        logging_config=None,  # the process has set up its logs
        plugins=[_document(cookie)],
    )
