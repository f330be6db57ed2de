"""When a mailbox that does not work is worth telling: once for each outage, and not of a hiccup. Pure but ``tell``."""

from datetime import datetime, timedelta
from typing import Final, Literal, Protocol

import msgspec

from gongdan.domains.accounts.public import current_release, system
from gongdan.domains.channels.accounts.recording import record
from gongdan.domains.channels.events import MailboxFailed
from gongdan.infra.db.tx import Tx

TOLD_AFTER: Final = timedelta(minutes=5)


class Failing(Protocol):
    """The account that fails."""

    @property
    def workspace_id(self) -> int: ...

    @property
    def id(self) -> int: ...

    @property
    def address(self) -> str: ...


class Outage(msgspec.Struct, frozen=True, kw_only=True):
    """Since when one way of a mailbox has failed without a success between, and whether that was told."""

    since: datetime
    told: bool = False


def once_more(before: Outage | None, now: datetime) -> Outage:
    """The outage after one more failure; told as soon as it has lasted ``TOLD_AFTER``."""
    since = before.since if before else now
    return Outage(since=since, told=now - since >= TOLD_AFTER)


def is_news(before: Outage | None, after: Outage | None) -> bool:
    return after is not None and after.told and not (before and before.told)


async def tell(tx: Tx, account: Failing, way: Literal["reads", "sends"], *, now: datetime) -> None:
    """Append to the log of the workspace that the mailbox fails."""
    release = await current_release(tx)
    authority = system(account.workspace_id, name="channels", release=release)
    event = MailboxFailed(account_id=account.id, address=account.address, way=way)
    await record(tx, authority, event, via="worker", now=now)
