"""For operators: is it alive, is it ready, what does it count."""

import asyncio
import hmac
from ipaddress import ip_address
from typing import Any

from litestar import Request, Response, get
from litestar.datastructures import State
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from gongdan.kernel.errors import Forbidden


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
def metrics(request: Request[Any, Any, State]) -> Response[bytes]:
    """Prometheus metrics of this web process, for this machine and whoever has the token."""
    if not (_is_local(request) or _has_token(request)):
        raise Forbidden
    return Response(generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})


def _is_local(request: Request[Any, Any, State]) -> bool:
    """Asked on loopback, and not by a proxy there on behalf of somebody else."""
    if any(name in request.headers for name in ("x-forwarded-for", "forwarded", "x-real-ip", "via")):
        return False
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _has_token(request: Request[Any, Any, State]) -> bool:
    token = request.app.state.services.settings.metrics_token
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    return bool(token) and scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())


handlers = [alive, ready, metrics]
