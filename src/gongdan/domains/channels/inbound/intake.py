"""The one intake of all channels: ``receive`` stores what came and commits, ``settle`` turns it into tickets and
messages.

A message is settled once: its outcome commits with what it made. What fails alone is quarantined with its fault,
visibly, and hinders no other; what a person lets go again is settled again.
"""

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
import psycopg
import structlog

from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.channels.accounts.rows import ChannelAccount, channel_accounts
from gongdan.domains.channels.contract.kinds import Adapter, Arrival
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import UnknownChannel
from gongdan.domains.channels.inbound import rows
from gongdan.domains.channels.inbound.alone import settle_alone
from gongdan.domains.channels.inbound.message import InboundMessage, WaitingItem
from gongdan.domains.channels.inbound.settling import settle_together
from gongdan.domains.channels.inbound.work import Batch
from gongdan.domains.files.public import KeptFile, keep
from gongdan.infra.db.tx import Database
from gongdan.infra.storage import ContentMissing
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from gongdan.kernel.events import Via

BATCH: Final = 50
"""Messages of one transaction at most."""

SWEPT_EVERY_S: Final = 2.0

log = structlog.get_logger()


async def receive(
    room: Mailroom, workspace_id: int, arrivals: Sequence[Arrival], *, account_id: int | None, kind: str | None = None
) -> dict[str, int]:
    """Store what came, as it came; when this returns it is safe. Returns source → id of what was new. ``kind`` is that
    of the account; None: it is as what is imported."""
    adapter = room.channels[kind or room.imported].adapter
    stored = await asyncio.gather(*(room.storage.put(workspace_id, one.raw) for one in arrivals))
    given = [
        {
            "source": one.source,
            "raw": kept.hash,
            "body_hash": adapter.body_hash(one.raw),
            "cut": await _cut(adapter, one),
        }
        for one, kept in zip(arrivals, stored, strict=True)
    ]
    async with room.db.write(workspace_id) as tx:
        return await rows.insert(tx, given, account_id=account_id, now=clock.now())


async def _cut(adapter: Adapter, arrival: Arrival) -> rows.InboundOutcome | None:
    if arrival.held_for is None:
        return None
    seen = await adapter.glimpsed(arrival.raw) if arrival.raw else rows.InboundOutcome()
    return msgspec.structs.replace(seen, reason=arrival.held_for)


def source_of(raw: bytes) -> str:
    """The source of a mail that comes as bytes alone: the same bytes are the same mail."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


async def run_intake(room: Mailroom) -> None:
    """Settle what waits, until cancelled: what a person let go again, or that a dead process left behind."""
    while True:
        try:
            for workspace_id in await _workspaces_waiting(room.db):
                await settle_all(room, workspace_id)
        except Exception as fault:
            log.warning("inbound.sweep_failed", fault=f"{type(fault).__name__}: {fault}")
        await asyncio.sleep(SWEPT_EVERY_S)


async def settle_all(room: Mailroom, workspace_id: int) -> None:
    """Settle until nothing waits."""
    while await settle(room, workspace_id):
        pass


_PATIENCE: Final = 20
"""Batches of others that may come before one mail that somebody waits for."""


async def settle_one(room: Mailroom, workspace_id: int, inbound_id: int) -> rows.Came:
    """Settle until that mail is settled, here or by another process, and say what became of it.

    Raises:
        MailNotFound.
    """
    for _ in range(_PATIENCE):
        async with room.db.read(workspace_id) as tx:
            found = await rows.became(tx, inbound_id)
        if found.state != "received":
            break
        await settle(room, workspace_id)
    return found


async def settle(room: Mailroom, workspace_id: int) -> bool:
    """Settle one batch of what waits longest, of one channel; False when nothing waits.

    Messages of the same people or the same thread come one after another: what the first one makes, the second one
    finds.
    """
    async with room.db.read(workspace_id) as tx:
        found, accounts = await tx.gather(rows.waiting(BATCH, imported=room.imported), channel_accounts())
        release = await current_release(tx)
    if not found:
        return False

    first = found[0]
    channel, via = room.channels.get(first.kind), _via(room, first)
    rules = await room.rules_of(workspace_id, release)
    authority = system(workspace_id, name=first.kind, release=release)
    batch = Batch(room=room, authority=authority, rules=rules, via=via, kind=first.kind)
    chosen = [row for row in found if row.kind == first.kind and _via(room, row) == via]
    if channel is None:  # another release made the account
        for row in chosen:
            await _quarantine(batch, row, UnknownChannel.code, None)
        return True
    ours = [one for one in accounts if one.kind == first.kind]
    for wave in _waves(await _read(batch, chosen, ours)):
        await _settle_wave(batch, wave)
    return True


def _via(room: Mailroom, row: WaitingItem) -> Via:
    """Of what is imported nobody is told, whoever settles it."""
    if row.account_id is None or row.kind not in room.channels:
        return "import"
    return room.channels[row.kind].via


async def _settle_wave(batch: Batch, wave: Sequence[InboundMessage]) -> None:
    try:
        await _settle(batch, wave)
    except psycopg.OperationalError:
        raise
    except Exception as fault:
        log.warning("inbound.batch_failed", workspace=batch.authority.workspace_id, fault=_reason(fault))
        for message in wave:
            await _settle_alone(batch, message)


async def _settle(batch: Batch, chosen: Sequence[InboundMessage]) -> None:
    kept = await asyncio.gather(*(_keep_files(batch, message) for message in chosen))
    files = {message.row.id: some for message, some in zip(chosen, kept, strict=True)}
    for message, verdict in await settle_together(batch, chosen, files):
        await settle_alone(batch, message, verdict, files[message.row.id])


async def _settle_alone(batch: Batch, message: InboundMessage) -> None:
    try:
        await _settle(batch, [message])
    except psycopg.OperationalError:
        raise
    except Exception as fault:
        log.exception("inbound.quarantined", inbound=message.row.id)
        await _quarantine(batch, message.row, _reason(fault), message)


async def _read(
    batch: Batch, waiting: Sequence[WaitingItem], accounts: Sequence[ChannelAccount]
) -> list[InboundMessage]:
    """The messages; what cannot be read at all is quarantined at once."""
    stored: list[tuple[WaitingItem, bytes]] = []
    reading = (batch.room.storage.read(batch.authority.workspace_id, row.raw) for row in waiting)
    for row, raw in zip(waiting, await asyncio.gather(*reading, return_exceptions=True), strict=True):
        if isinstance(raw, ContentMissing):
            await _quarantine(batch, row, raw.code, None)
        elif isinstance(raw, BaseException):
            raise raw
        else:
            stored.append((row, raw))
    found: list[InboundMessage] = []
    read = await batch.adapter.identify(batch.room, stored, accounts)
    for (row, _), one in zip(stored, read, strict=True):
        if isinstance(one, InboundMessage):
            found.append(one)
        else:
            log.warning("inbound.unreadable", inbound=row.id, fault=one.detail)
            await _quarantine(batch, row, one.code, None)
    return found


def _reason(fault: Exception) -> str:
    """What is kept of a fault: the code of a refusal, else its kind. Never its words: they may quote the mail, or name
    a server and who signs in to it."""
    return fault.code if isinstance(fault, Refusal) else type(fault).__name__


async def _quarantine(batch: Batch, row: WaitingItem, reason: str, message: InboundMessage | None) -> None:
    why = rows.outcome(message, reason=reason) if message else rows.InboundOutcome(reason=reason)
    async with batch.room.db.write(batch.authority.workspace_id) as tx:
        await tx.gather(rows.lock_intake())
        external_id = message.external_id if message else None
        held = rows.Settled(id=row.id, state="quarantined", outcome=why, external_id=external_id)
        rows.settle(tx, [held], clock.now())


async def _keep_files(batch: Batch, message: InboundMessage) -> list[KeptFile]:
    """Keep the bytes of the attachments, before any transaction; machine reports have none worth keeping."""
    if message.is_proven_machine and message.by in ("bounce", "feedback") and not message.row.is_released:
        return []
    workspace_id = batch.authority.workspace_id
    return [
        await keep(batch.room.storage, workspace_id, file.payload, name=file.name, most=None) for file in message.files
    ]


def _waves(read: Sequence[InboundMessage]) -> Iterator[list[InboundMessage]]:
    """Groups that can be settled at once, each message after all earlier ones that it may depend on: those of its
    thread, of its writer that it may answer or repeat, and those that name its writer or are written by somebody whom
    it names (one new person is made once). Two that only name the same people, such as our own address, or that one
    writer wrote about different things, do not wait for each other."""
    left = list(read)
    while left:
        wave: list[InboundMessage] = []
        later: list[InboundMessage] = []
        ties: set[str] = set()
        writers: set[str] = set()
        addressed: set[str] = set()
        topics: set[tuple[str, str]] = set()
        for one in left:
            parties = one.parties.keys()
            is_free = ties.isdisjoint(one.ties) and addressed.isdisjoint(parties)
            is_free = is_free and writers.isdisjoint(one.addressed) and topics.isdisjoint(one.topics)
            is_free = is_free and not (one.is_reply and not writers.isdisjoint(parties))
            (wave if is_free else later).append(one)
            ties |= one.ties
            writers |= parties
            addressed |= one.addressed
            topics |= one.topics
        yield wave
        left = later


async def _workspaces_waiting(db: Database) -> list[int]:
    async with db.plain() as connection:
        cursor = await connection.execute("select * from workspaces_with_inbound()")
        return [row[0] for row in await cursor.fetchall()]
