"""Parts of a transaction that stand or fall by themselves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from gongdan.infra.db.tx import Tx


@asynccontextmanager
async def part(tx: Tx) -> AsyncIterator[None]:
    """One part of many. What it wrote is sent as it ends; an error that leaves it takes all of it back."""
    tx.put("savepoint part")
    await tx.flush()
    try:
        with tx.tentatively():
            yield
            await tx.flush()
    except Exception:
        tx.put("rollback to savepoint part")
        await tx.flush()
        raise
