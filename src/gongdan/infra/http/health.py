"""For operators: is it alive, what does it count."""

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


handlers = [alive, metrics]
