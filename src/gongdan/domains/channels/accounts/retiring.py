"""Retiring an account: what it still has goes to another one."""

from datetime import datetime
from typing import Final

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.accounts.recording import record
from gongdan.domains.channels.accounts.rows import ChannelAccount, account, to_change
from gongdan.domains.channels.errors import AccountNotFound, SuccessorNeeded, SuccessorUnfit
from gongdan.domains.channels.events import ChannelAccountRetired
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.kernel.events import Via

COUNTED_AT_MOST: Final = 9_999


class Remains(msgspec.Struct, frozen=True):
    """What an account still has, counted up to 9,999."""

    waiting: int
    """To be sent by it."""
    conversations: int
    """With an open ticket, that came to it."""


async def remains(tx: ReadTx, account_id: int) -> Remains:
    """Raises AccountNotFound."""
    await account(tx, account_id)
    found = await tx.row(
        Remains,
        """
        select (select count(*)
                  from delivery d
                 where d.workspace_id = %(workspace)s and d.account_id = %(id)s
                   and d.state in ('queued', 'sending', 'uncertain') and d.next_at < 'infinity') as waiting,
               (select count(*)
                  from (select 1
                          from conversation v
                         where v.workspace_id = %(workspace)s and v.account_id = %(id)s
                           and exists (select from conversation_ticket l
                                         join ticket t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
                                        where l.workspace_id = v.workspace_id and l.conversation_id = v.id
                                          and t.phase not in ('resolved', 'closed'))
                         limit %(most)s) open) as conversations
        """,
        id=account_id,
        most=COUNTED_AT_MOST,
    )
    assert found is not None
    return found


async def retire(
    tx: Tx,
    authority: Authority,
    account_id: int,
    successor_id: int | None,
    *,
    seen: int | None,
    via: Via,
    now: datetime,
) -> None:
    """End an account: nothing is taken in or sent by it any more, its secrets are thrown away, its address is free.
    What waits to be sent goes out by the successor, and so do replies in its conversations; without one these go out by
    the first mailbox that sends.

    Raises:
        AccountNotFound: also when it was retired before. StaleAccount.
        SuccessorUnfit: it cannot send in its stead.
        SuccessorNeeded: something waits, and nobody is to send it.
    """
    found = await to_change(tx, account_id, seen=seen)
    if successor_id is not None:
        await _fit(tx, found, successor_id)
    elif waiting := (await remains(tx, account_id)).waiting:
        raise SuccessorNeeded(count=waiting)
    for statement in _STATEMENTS:
        tx.put(statement, id=account_id, successor=successor_id, now=now)
    event = ChannelAccountRetired(account_id=account_id, address=found.address, successor_id=successor_id)
    await record(tx, authority, event, via=via, now=now)


async def _fit(tx: Tx, leaving: ChannelAccount, successor_id: int) -> None:
    """The successor is locked, so that it is not retired at the same time."""
    try:
        other = await to_change(tx, successor_id, seen=None)
    except AccountNotFound:
        raise SuccessorUnfit(id=successor_id) from None
    if other.id == leaving.id or other.kind != leaving.kind or not other.active or not other.sends:
        raise SuccessorUnfit(id=successor_id)


_STATEMENTS: Final = (
    """
    update channel_account
       set active = false, sends = false, secret = null, retired_at = %(now)s, successor_id = %(successor)s,
           version = version + 1
     where workspace_id = %(workspace)s and id = %(id)s
    """,
    """
    update channel_account set successor_id = %(successor)s
     where workspace_id = %(workspace)s and successor_id = %(id)s
    """,
    "delete from mail_route where workspace_id = %(workspace)s and account_id = %(id)s",
    "delete from channel_grant where workspace_id = %(workspace)s and account_id = %(id)s",
    "delete from channel_consent where workspace_id = %(workspace)s and account_id = %(id)s",
    """
    update delivery set account_id = %(successor)s, next_at = least(next_at, %(now)s)
     where workspace_id = %(workspace)s and account_id = %(id)s and state in ('queued', 'uncertain')
       and next_at < 'infinity'
    """,
)
"""What goes out never by itself, such as a notice that may have arrived, stays as it is: whoever repeats it later has
it passed on (``outbox.pass_on``), and so is what is being sent now and fails."""
