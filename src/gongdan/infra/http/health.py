"""For operators: is it alive, is it ready, what does it count."""

import asyncio
from typing import Any

from litestar import Request, Response, get
from litestar.datastructures import State
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest


@get("/healthz", sync_to_thread=False, include_in_schema=False)
def alive() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@get("/readyz", include_in_schema=False)
async def ready(request: Request[Any, Any, State]) -> Response[dict[str, str]]:
    """The process answers, reaches its database, and the database has room to write."""
    if await asyncio.to_thread(request.app.state.services.disk.state) == "full":
        return Response({"status": "disk nearly full"}, status_code=503)
    try:
        async with request.app.state.services.db.plain() as connection:
            await connection.execute("select 1")
    except Exception:
        return Response({"status": "database unreachable"}, status_code=503)
    return Response({"status": "ready"})


@get("/metrics", sync_to_thread=False, include_in_schema=False)
def metrics() -> Response[bytes]:
    """Prometheus metrics of this web process."""
    return Response(generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})


handlers = [alive, ready, metrics]
