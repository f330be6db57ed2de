"""Mailboxes, read as mail comes: one reader each among all worker processes, pushed by IDLE where the server can.

What is fetched is stored and committed before the position moves, so a crash reads a mail again and loses none.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

import msgspec
import psycopg
import structlog
from psycopg import AsyncConnection

from gongdan.domains.channels.accounts import outages
from gongdan.domains.channels.accounts.outages import Outage
from gongdan.domains.channels.accounts.rows import keep_state
from gongdan.domains.channels.contract.kinds import Arrival
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import MailCut
from gongdan.domains.channels.inbound.intake import receive, settle_all
from gongdan.domains.channels.mail import settings as accounts
from gongdan.domains.channels.mail.oauth.tokens import access_token, spoiling
from gongdan.domains.channels.mail.settings import MailAccount
from gongdan.infra.db.tx import Database
from gongdan.infra.mail.imap import Fetched, ImapMailbox, MailboxPosition, MessageWithheld, open_mailbox
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal

ELECTED_EVERY_S: Final = 5.0
"""How often a worker looks for mailboxes that nobody reads, and for changed ones."""
_PROVED_EVERY_S: Final = 1.5
_PROVED_WITHIN_S: Final = 2.0
"""A worker whose connection with the locks is gone notices within five seconds: another one may read by then."""
LOOKS_EVERY_S: Final = 60.0
"""At least so often a mailbox is looked into, whatever its server pushes."""
WITHHELD_MOST: Final = 5
"""Tries at one message that its server does not hand over, about a minute in all; then reading goes on behind it."""
_BREATH_S: Final = 0.2
"""Between two looks, however often the server says that there is something new."""
_FIRST_DELAY_S: Final = 2.0
_LONGEST_DELAY_S: Final = 600.0

log = structlog.get_logger()


class Withheld(msgspec.Struct, frozen=True):
    """The message on which reading a mailbox broke off, and how often it did in a row."""

    position: MailboxPosition
    times: int


async def run_pollers(room: Mailroom) -> None:
    """Read all active mailboxes until cancelled. While the database is away, wait for it."""
    while True:
        try:
            async with await AsyncConnection.connect(room.url, autocommit=True) as connection:
                await _lead(room, connection)
        except (psycopg.OperationalError, TimeoutError) as fault:
            log.warning("mailbox.leadership_lost", fault=str(fault).strip() or "no answer")
        await asyncio.sleep(ELECTED_EVERY_S)


async def poll(room: Mailroom, account: MailAccount, *, succeeded: Callable[[], None]) -> None:
    """Fetch what is new, settle it, wait for more; returns only by an exception. Each look that went well is told.

    Raises:
        MailboxUnreachable, MailboxRefused, MessageWithheld, SecretUnreadable; SignInNeeded, ProviderUnreachable,
        ProviderUnclear.
    """
    access = await access_token(room, account)
    server = accounts.imap_server(account, room.secret, room.inside, access)
    assert server is not None, "only mailboxes that can be read are polled"
    position, withheld = _position(account), _withheld(account)
    told = float("-inf")
    async with spoiling(room, account, access), open_mailbox(server, tls=room.tls) as mailbox:
        while True:
            position = await fetch(room, account, mailbox, position, withheld=withheld)
            withheld = None
            if time.monotonic() - told >= LOOKS_EVERY_S / 2:
                # Also where nothing came: what was wrong before is not any more.
                await _keep(room, account, position)
                told = time.monotonic()
            await settle_all(room, account.workspace_id)
            succeeded()
            await mailbox.wait(LOOKS_EVERY_S)
            await asyncio.sleep(_BREATH_S)


async def fetch(
    room: Mailroom,
    account: MailAccount,
    mailbox: ImapMailbox,
    after: MailboxPosition | None,
    *,
    withheld: Withheld | None = None,
) -> MailboxPosition | None:
    """Store what stands behind ``after``; return how far the mailbox is read now. A message that was ``withheld`` too
    often is stored as one that did not come: a person sees it, and it holds up no other."""
    passing_over = withheld.position.uid if withheld and withheld.times >= WITHHELD_MOST else None
    if withheld and withheld.position.uid_validity != mailbox.uid_validity:
        passing_over = None
    async for batch in mailbox.new(after, one_by_one=withheld is not None, passing_over=passing_over):
        await receive(room, account.workspace_id, [_arrival(account, one) for one in batch], account_id=account.id)
        after = batch[-1].position
        await _keep(room, account, after)
        await mailbox.mark_seen([one.position.uid for one in batch])
    return after


def _arrival(account: MailAccount, one: Fetched) -> Arrival:
    why = MessageWithheld.code if one.is_withheld else MailCut.code if one.is_cut else None
    return Arrival(source=_source(account, one), raw=one.raw, held_for=why)


async def _lead(room: Mailroom, connection: AsyncConnection[Any]) -> None:
    async with _tasks() as led:
        while True:
            wanted = {one.id: one for one in await _mailboxes(room.db)}
            over = [known for known in led if known not in wanted or led[known].is_outdated(wanted)]
            await asyncio.gather(*(led.pop(account_id).end() for account_id in over))
            for account_id in over:
                await connection.execute("select pg_advisory_unlock(%s)", [account_id])
            for account_id in wanted.keys() - led.keys():
                if await _won(connection, account_id):
                    led[account_id] = MailboxReader(room, wanted[account_id])
            for _ in range(int(ELECTED_EVERY_S / _PROVED_EVERY_S)):
                await asyncio.sleep(_PROVED_EVERY_S)
                async with asyncio.timeout(_PROVED_WITHIN_S):
                    await connection.execute("select")


class MailboxReader:
    """Who reads one mailbox, as it was set up when they began."""

    def __init__(self, room: Mailroom, account: MailAccount) -> None:
        self._account = account
        self._task = asyncio.create_task(_serve(room, account))

    def is_outdated(self, wanted: Mapping[int, MailAccount]) -> bool:
        """Whether somebody changed the mailbox since: what was wrong may be mended, and is tried at once."""
        return wanted[self._account.id].version != self._account.version

    async def end(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


@asynccontextmanager
async def _tasks() -> AsyncIterator[dict[int, MailboxReader]]:
    """The readers of this process; they end with the block."""
    led: dict[int, MailboxReader] = {}
    try:
        yield led
    finally:
        await asyncio.gather(*(reader.end() for reader in led.values()))


async def _serve(room: Mailroom, account: MailAccount) -> None:
    """Poll one mailbox for ever; each fault is kept where an administrator sees it, and the pauses grow."""
    delay = _FIRST_DELAY_S

    def succeeded() -> None:
        nonlocal delay
        delay = _FIRST_DELAY_S

    while True:
        try:
            async with room.db.read(account.workspace_id) as tx:
                account = await accounts.account(tx, account.id)
            await poll(room, account, succeeded=succeeded)
        except Exception as fault:
            reason = _described(fault)
            log.warning("mailbox.failed", account=account.id, fault=reason, again_in_s=delay)
            await _keep_fault(room, account, fault)
        await asyncio.sleep(delay)
        delay = min(delay * 2, _LONGEST_DELAY_S)


async def _keep_fault(room: Mailroom, account: MailAccount, fault: Exception) -> None:
    try:
        async with room.db.read(account.workspace_id) as tx:
            account = await accounts.account(tx, account.id)
        withheld = _withheld(account)
        if isinstance(fault, MessageWithheld):
            withheld = _once_more(withheld, MailboxPosition(fault.members["uid_validity"], fault.members["uid"]))
        outage = outages.once_more(_outage(account), clock.now())
        await _keep(room, account, _position(account), fault=_described(fault), withheld=withheld, outage=outage)
    except (psycopg.Error, Refusal):
        log.warning("mailbox.fault_not_kept", account=account.id)


def _once_more(before: Withheld | None, position: MailboxPosition) -> Withheld:
    times = before.times if before and before.position == position else 0
    return Withheld(position=position, times=times + 1)


async def _keep(
    room: Mailroom,
    account: MailAccount,
    position: MailboxPosition | None,
    *,
    fault: str | None = None,
    withheld: Withheld | None = None,
    outage: Outage | None = None,
) -> None:
    """What is known of the mailbox now; an outage that has lasted is told once."""
    before, now = account.state.get("reads", {}), clock.now().isoformat()
    state = {
        "position": position and msgspec.to_builtins(position),
        "fault": fault,
        "failures": before.get("failures", 0) + 1 if fault else 0,
        "succeeded_at": before.get("succeeded_at") if fault else now,
        "at": now,
        "withheld": withheld and msgspec.to_builtins(withheld),
        "outage": outage and msgspec.to_builtins(outage),
    }
    async with room.db.write(account.workspace_id) as tx:
        keep_state(tx, account.id, "reads", state)
        if outages.is_news(_outage(account), outage):
            await outages.tell(tx, account, "reads", now=clock.now())


def _outage(account: MailAccount) -> Outage | None:
    kept = account.state.get("reads", {}).get("outage")
    return msgspec.convert(kept, Outage) if kept else None


def _withheld(account: MailAccount) -> Withheld | None:
    kept = account.state.get("reads", {}).get("withheld")
    return msgspec.convert(kept, Withheld) if kept else None


def _position(account: MailAccount) -> MailboxPosition | None:
    kept = account.state.get("reads", {}).get("position")
    return msgspec.convert(kept, MailboxPosition) if kept else None


def _source(account: MailAccount, one: Fetched) -> str:
    return f"{account.id}:{one.position.uid_validity}:{one.position.uid}"


async def _mailboxes(db: Database) -> list[MailAccount]:
    found: list[MailAccount] = []
    for workspace_id in await accounts.workspaces_with_mail(db):
        async with db.read(workspace_id) as tx:
            (rows,) = await tx.gather(accounts.mail_accounts())
        found += [one for one in rows if one.active and one.settings.imap is not None]
    return found


async def _won(connection: AsyncConnection[Any], account_id: int) -> bool:
    """Whether this process reads the mailbox from now on; the lock is the connection's. Ids are unique over all."""
    cursor = await connection.execute("select pg_try_advisory_lock(%s)", [account_id])
    row = await cursor.fetchone()
    return row is not None and bool(row[0])


def _described(fault: Exception) -> str:
    if isinstance(fault, Refusal):
        return f"{fault.code}: {fault.members.get('reason', '')}".rstrip(": ")
    return f"{type(fault).__name__}: {fault}"
