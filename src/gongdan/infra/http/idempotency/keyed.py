"""The database of one request with a key: its first effect claims the key."""

import hashlib
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Final

from litestar import Request

from gongdan.infra.db.tx import RESERVE, Database, Tx
from gongdan.infra.http.forwarded import neighbourhood
from gongdan.infra.http.idempotency.claim import MOST, Once
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.ids import Ids

HEADER: Final = "idempotency-key"
STATE: Final = "gongdan.once"
READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})

Digest = Callable[[bytes | None], Awaitable[bytes]]


class Keyed(Database):
    """The database, but that the first transaction of the request that writes claims its key. One that fails claims
    nothing."""

    def __init__(self, db: Database, once: Once, digest: Digest) -> None:
        super().__init__(db._pool, epoch=db.epoch, row_security=db.row_security)
        self._db = db
        self._once = once
        self._digest = digest

    async def ids(self, least: int = RESERVE) -> Ids:
        return await self._db.ids(least)

    @asynccontextmanager
    async def write(self, workspace_id: int) -> AsyncIterator[Tx]:
        if self._once.is_claimed:
            async with self._db.write(workspace_id) as tx:
                yield tx
            return
        await self._once.prepare(self._digest)
        async with self._db.write(workspace_id) as tx:
            self._once.watch(tx)
            yield tx
            self._once.claim(tx)
        self._once.claimed(self._db, workspace_id)


def begin(request: Request[Any, Any, Any]) -> None:
    """Before anything else of a request that changes something.

    Raises:
        Invalid: the key is empty, too long, or holds what is not shown.
    """
    key = request.headers.get(HEADER)
    if key is None or request.method in READING:
        return
    if not 1 <= len(key) <= MOST:
        raise Invalid(faults=(FieldFault("Idempotency-Key", "too_long", {"most": MOST}),))
    if not key.isprintable():
        raise Invalid(faults=(FieldFault("Idempotency-Key", "wrong_form"),))
    address = neighbourhood(request.client.host) if request.client else ""
    origin = f"{address} {request.method} {request.url.path}"
    is_told = request.route_handler.opt.get("once") == "told"
    request.scope["state"][STATE] = Once(key, origin=origin, is_told=is_told)


async def once(request: Request[Any, Any, Any]) -> Once:
    """Dependency: this request and its key."""
    found: Once = request.scope["state"].get(STATE) or Once(None)
    return found


async def keyed(db: Database, request: Request[Any, Any, Any], secret: bytes) -> Database:
    """``db`` for this request: where it has a key, what claims that. Rows claim their own."""
    asked = await once(request)
    if not asked.is_asked:
        return db
    digest = partial(_digest, request, secret)
    if request.route_handler.opt.get("once") == "rows":
        await asked.prepare(digest)
        return db
    return Keyed(db, asked, digest)


async def _digest(request: Request[Any, Any, Any], secret: bytes, content: bytes | None) -> bytes:
    """Of method, path and body. Bodies may hold passwords: without the installation's secret nobody can try them."""
    found = hmac.new(secret, f"{request.method} {request.url.path}\n".encode(), hashlib.sha256)
    found.update(await request.body() if content is None else content)
    return found.digest()
