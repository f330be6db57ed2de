"""Emptying the outbox. The row says ``sending`` and is committed before the network is touched (spec 01, side effects).

Any number of processes send: a row is claimed by one, under a lease that is longer than an attempt can last. Each
account is served by itself, so that a slow server holds up nobody else's messages. An account whose server does not
work is left alone for a while (circuit breaker), and its messages lose no tries by it.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Final

import msgspec
import structlog

from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.channels.accounts import outages, rows
from gongdan.domains.channels.accounts.outages import Outage
from gongdan.domains.channels.accounts.rows import ChannelAccount
from gongdan.domains.channels.contract.kinds import ChannelKind
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.outbound import failing, outbox
from gongdan.domains.channels.outbound.ending import end_of
from gongdan.domains.channels.outbound.message import DeliveryReceipt
from gongdan.domains.channels.outbound.outbox import Due, End, SendingAccount
from gongdan.domains.channels.outbound.writing import outbound_message
from gongdan.infra.bus import Bell
from gongdan.infra.db.tx import Tx
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal

LOOKS_EVERY_S: Final = 1.0
AT_ONCE: Final = 32
"""Accounts that a process serves at a time; each holds a message with its files in memory, and no connection of ours
while it waits for a server."""
BATCH: Final = 50
"""Messages after which an account makes room for others that wait."""
_TOLD_EVERY = timedelta(minutes=1)
_LONGEST_BREAK = timedelta(hours=6)
"""That a server may ask for."""
_BREAKS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15))

log = structlog.get_logger()


class Breaker(msgspec.Struct, frozen=True, kw_only=True):
    """The circuit breaker of an account, kept in its state as ``sends``."""

    failures: int = 0
    open_until: datetime | None = None
    """Until then the server is left alone."""
    fault: str | None = None
    outage: Outage | None = None
    succeeded_at: datetime | None = None
    """When it last went well, give or take ``_TOLD_EVERY``."""


async def run_sender(room: Mailroom, bell: Bell) -> None:
    """Send what is due until cancelled; ``bell`` rings after commits."""
    served: dict[SendingAccount, asyncio.Task[None]] = {}
    try:
        while True:
            for sending in await _due(room):
                if sending not in served and len(served) < AT_ONCE:
                    served[sending] = asyncio.create_task(_serve(room, sending, bell))
            await bell.wait(LOOKS_EVERY_S)
            for done in [one for one, task in served.items() if task.done()]:
                del served[done]
    finally:
        for task in served.values():
            task.cancel()
        await asyncio.gather(*served.values(), return_exceptions=True)


async def _due(room: Mailroom) -> list[SendingAccount]:
    try:
        return await outbox.accounts_due(room.db, clock.now())
    except Exception as fault:
        log.warning("outbox.look_failed", fault=f"{type(fault).__name__}: {fault}")
        return []


async def _serve(room: Mailroom, sending: SendingAccount, bell: Bell) -> None:
    """Send an account's next messages. Rings when there may be more, for it or for one that waited."""
    try:
        if await send_of(room, sending, most=BATCH):
            bell.ring()
    except Exception as fault:
        log.warning("outbox.failed", account=sending.account_id, fault=f"{type(fault).__name__}: {fault}")


async def send_of(room: Mailroom, sending: SendingAccount, *, most: int = 1_000) -> int:
    """Send what is due by one account, the oldest first; returns how many attempts were made."""
    attempts = 0
    while attempts < most and await _send_one(room, sending):
        attempts += 1
    return attempts


async def _send_one(room: Mailroom, sending: SendingAccount) -> bool:
    """Claim, commit, send, settle; False when nothing is due."""
    workspace_id = sending.workspace_id
    async with room.db.write(workspace_id) as tx:
        now = clock.now()
        await outbox.lapse(tx, sending.account_id, now)
        (found,) = await tx.gather(rows.channel_accounts([sending.account_id]))
        if any(one.retired_at is not None for one in found):
            await outbox.pass_on(tx, sending.account_id)
            return False
        account = next((one for one in found if _is_usable(one, now) and one.kind in room.channels), None)
        due = await outbox.claim(tx, sending.account_id, now) if account else None
        if account is None or due is None:
            return False
        kind = room.channels[account.kind]
        external_id = due.external_id or kind.adapter.external_id(room, due, account)
        if due.external_id is None:
            outbox.name(tx, due, external_id)
            kind.adapter.named(tx, due, external_id)

    receipt = await _attempt(room, kind, due, account, external_id)

    await _settle(room, due, account, receipt)
    log.info("outbox.attempt", delivery=due.id, kind=due.kind, result=receipt.state)
    return True


def _is_usable(account: ChannelAccount, now: datetime) -> bool:
    return account.active and account.sends and (_breaker(account).open_until or now) <= now


def _breaker(account: ChannelAccount) -> Breaker:
    return msgspec.convert(account.state.get("sends", {}), Breaker)


async def _attempt(
    room: Mailroom, kind: ChannelKind, due: Due, account: ChannelAccount, external_id: str
) -> DeliveryReceipt:
    """Gather what it says, and hand it over. What cannot be said any more is refused."""
    try:
        async with room.db.read(account.workspace_id) as tx:
            message = await outbound_message(tx, room.storage, due, external_id=external_id, now=clock.now())
        return await kind.adapter.deliver(room, account, message)
    except Refusal as refusal:
        return DeliveryReceipt(state="refused", fault=refusal.code)


async def _settle(room: Mailroom, due: Due, account: ChannelAccount, receipt: DeliveryReceipt) -> None:
    """What the receipt means for the row, for the breaker, and for those who look at the ticket."""
    now = clock.now()
    breaker = _opened(account, receipt, now)
    end = _later(breaker) if breaker else end_of(due, receipt, now)
    async with _ending(room, account, due, end) as tx:
        outbox.end_attempt(tx, due, end, now=now)
        if health := breaker or _succeeded(account, receipt, now):
            rows.keep_state(tx, account.id, "sends", msgspec.to_builtins(health))
        if breaker and outages.is_news(_breaker(account).outage, breaker.outage):
            await outages.tell(tx, account, "sends", now=now)
    if due.ticket_id is not None:
        room.show_delivery(account.workspace_id, due.ticket_id, due.message_id)


def _succeeded(account: ChannelAccount, receipt: DeliveryReceipt, now: datetime) -> Breaker | None:
    """The breaker after the account's server answered, where that is worth a write."""
    before = _breaker(account)
    is_known = before.failures == 0 and before.succeeded_at is not None and now - before.succeeded_at < _TOLD_EVERY
    return None if is_known else Breaker(succeeded_at=now)


@asynccontextmanager
async def _ending(room: Mailroom, account: ChannelAccount, due: Due, end: End) -> AsyncIterator[Tx]:
    """The transaction that ends an attempt. A reply that failed for good is told in its ticket's log too."""
    workspace_id = account.workspace_id
    if end.state != "failed" or due.kind != "reply":
        async with room.db.write(workspace_id) as tx:
            yield tx
        return
    async with room.db.read(workspace_id) as looking:
        release = await current_release(looking)
    via = room.channels[account.kind].via
    async with room.uow.begin(system(workspace_id, name=account.kind, release=release), via=via) as desk:
        (lost,) = await desk.tx.gather(outbox.being_sent(due))
        await failing.tell(desk, lost, bounced=False)
        yield desk.tx


def _opened(account: ChannelAccount, receipt: DeliveryReceipt, now: datetime) -> Breaker | None:
    """The breaker, where the attempt failed by the account's server and not by the message."""
    if receipt.state != "later" or not receipt.of_account:
        return None
    before = _breaker(account)
    failures = before.failures + 1
    log.warning("outbox.server_failed", account=account.id, failures=failures, fault=receipt.fault)
    until = now + _BREAKS[min(failures, len(_BREAKS)) - 1]
    if receipt.retry_at:
        until = max(until, min(receipt.retry_at, now + _LONGEST_BREAK))
    return Breaker(
        failures=failures,
        open_until=until,
        fault=receipt.fault,
        outage=outages.once_more(before.outage, now),
        succeeded_at=before.succeeded_at,
    )


def _later(breaker: Breaker) -> End:
    return End(state="queued", again_at=breaker.open_until, fault=breaker.fault, counts=False)
