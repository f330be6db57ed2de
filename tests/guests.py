"""Whoever comes to an office's portal without being signed in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from tests.kit import Office


@asynccontextmanager
async def guest_of(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at the host that the office has as its own; it keeps cookies."""
    host = f"{office.slug}.test"
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update workspace set settings = settings || jsonb_build_object('host', %(host)s::text) where id = %(workspace)s",
            host=host,
        )
    transport = httpx.ASGITransport(app=office.asgi)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}/api/v1") as client:
        yield client
