"""What workers do: one worker carries an operation out under a lease, chunk by chunk (spec 11.4).

A chunk and what became of its items commit together, and only while the lease is held: whatever is killed whenever, no
item is done twice and none is left out.
"""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Final

import msgspec
import psycopg
import structlog

from gongdan.domains.accounts.public import Authority, by_person, current_release, system
from gongdan.domains.operations import rows
from gongdan.domains.operations.errors import ItemFailed
from gongdan.domains.operations.kinds import Item, Kind, Operation, Report, Result
from gongdan.infra.db.tx import Database, ReadTx, Tx
from gongdan.infra.log.quarantine import described
from gongdan.kernel import clock
from gongdan.kernel.errors import RefusalRecord

MOST_S: Final = 0.1
"""That a chunk may take: every open write holds the relay back."""
FIRST_ITEMS: Final = 10
POLL_S: Final = 1.0
BEAT_S: Final = rows.LEASE_S / 4
_PASSING: Final = ("08", "40", "53", "57")
"""Classes of faults that say nothing about the items: an outage, a lost deadlock, no room, a stopped database."""

log = structlog.get_logger()


class LeaseLost(Exception):
    """Another worker carries the operation out. Nothing of the chunk was written."""


class Work(msgspec.Struct, frozen=True):
    db: Database
    kinds: Mapping[str, Kind]
    show: Callable[[int, Operation], None] = lambda workspace_id, operation: None
    """Shows its actor how far it is. Neither waits nor fails."""


async def run(work: Work) -> None:
    """Carry out what is due, until cancelled."""
    while True:
        try:
            if not await step(work):
                await asyncio.sleep(POLL_S)
        except (psycopg.OperationalError, LeaseLost) as fault:
            log.warning("operations.interrupted", fault=str(fault))
            await asyncio.sleep(POLL_S)
        except Exception:
            log.exception("operations.failed")
            await asyncio.sleep(POLL_S)


async def step(work: Work) -> bool:
    """Carry one operation out, to its end; False when none could be taken on."""
    for workspace_id, id in await rows.due(work.db):
        holder = secrets.token_hex(8)
        try:
            async with work.db.write(workspace_id) as tx:
                is_ours = await rows.lease(tx, id, holder)
        except psycopg.errors.UniqueViolation:
            continue
        if is_ours:
            async with _beating(work.db, workspace_id, id, holder):
                await _carry_out(work, workspace_id, id, holder)
            return True
    return False


async def _carry_out(work: Work, workspace_id: int, id: int, holder: str) -> None:
    size = FIRST_ITEMS
    while True:
        async with work.db.read(workspace_id) as tx:
            operation = await rows.operation(tx, id)
            items = await rows.waiting(tx, id, size)
            assert operation is not None, "operations are not removed"
            authority = await _authority(tx, operation)
        work.show(workspace_id, operation)
        kind = work.kinds.get(operation.kind)
        rest, most = (kind.rest, kind.most) if kind is not None else (1.0, 1)
        act = None if kind is None else kind.run if operation.undoes is None else kind.undo
        if operation.state == "cancelling" or authority is None or act is None or not items:
            fault = "unknown_kind" if act is None else "actor_gone" if authority is None else None
            work.show(workspace_id, await _end(work.db, workspace_id, operation, holder, fault))
            return
        began = time.monotonic()
        is_whole = await _chunk(work.db, workspace_id, act(operation, authority, items, _report(id, holder)), items)
        took = time.monotonic() - began
        size = next_size(len(items), took, most) if is_whole else 1
        if not is_whole and len(items) == 1:
            await _give_up(work.db, workspace_id, id, holder, items[0])
        await asyncio.sleep(min(took * rest, MOST_S))


async def _chunk(db: Database, workspace_id: int, acting: Awaitable[None], items: Sequence[Item]) -> bool:
    """Whether it went through; a fault that neither passes nor is a lost lease is told, and its rows tried alone."""
    try:
        await acting
    except LeaseLost:
        raise
    except Exception as fault:
        if isinstance(fault, psycopg.OperationalError) and (fault.sqlstate or "08")[:2] in _PASSING:
            raise
        log.warning("operations.chunk_failed", workspace_id=workspace_id, items=len(items), exc_info=fault)
        return False
    return True


def next_size(items: int, took_s: float, most: int) -> int:
    """How many items the next chunk has, so that it takes about ``MOST_S``; never more than ``most``."""
    if took_s > MOST_S:
        return max(1, int(items * MOST_S / took_s))
    return min(most, items * 2 if took_s < MOST_S / 2 else items + 1)


def _report(id: int, holder: str) -> Report:
    async def report(tx: Tx, results: Mapping[int, Result]) -> None:
        rows.end_items(tx, id, results)
        await tx.flush()
        if not await rows.renew(tx, id, holder):
            raise LeaseLost(id)

    return report


async def _authority(tx: ReadTx, operation: Operation) -> Authority | None:
    """The rights that the actor has by now; None: they are not there any more."""
    if operation.actor_id is None:
        return system(tx.workspace_id, name=operation.kind, release=await current_release(tx))
    return await by_person(tx, operation.actor_id, "staff")


async def _give_up(db: Database, workspace_id: int, id: int, holder: str, item: Item) -> None:
    async with db.write(workspace_id) as tx:
        await _report(id, holder)(tx, {item.position: Result("failed", RefusalRecord.of(ItemFailed()))})


async def _end(db: Database, workspace_id: int, operation: Operation, holder: str, fault: str | None) -> Operation:
    after = "failed" if fault else "cancelled" if operation.state == "cancelling" else "done"
    async with db.write(workspace_id) as tx:
        if not await rows.renew(tx, operation.id, holder):
            raise LeaseLost(operation.id)
        await rows.turn(tx, operation.id, before=["running", "cancelling"], after=after, now=clock.now())
        rows.release(tx, operation.id, fault)
    return msgspec.structs.replace(operation, state=after, fault=fault)


@asynccontextmanager
async def _beating(db: Database, workspace_id: int, id: int, holder: str) -> AsyncIterator[None]:
    """The lease is kept while a chunk waits for others. A beat that fails is made up for by the next one."""

    async def beat() -> None:
        while True:
            await asyncio.sleep(BEAT_S)
            try:
                async with db.write(workspace_id) as tx:
                    await rows.renew(tx, id, holder)
            except Exception as fault:
                log.warning("operations.beat_failed", operation=id, fault=described(fault))

    task = asyncio.create_task(beat())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
