"""What came in as it came, for a person who decides what becomes of it: as text, which nothing runs."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from gongdan.domains.channels.accounts.rows import channel_accounts
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import MailNotFound
from gongdan.domains.channels.inbound.message import InboundMessage, WaitingItem
from gongdan.domains.channels.outbound.queueing import ForgetLetters
from gongdan.domains.files.public import BYTES, OWNER
from gongdan.domains.tickets.events import MessageRedacted
from gongdan.domains.tickets.public import Case, Rules
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.kernel.events import Logged

LONGEST: Final = 200_000
"""Bytes of the original that are shown."""
_TEXT: Final = 50_000


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """A message, read as far as it can be, and its source."""

    sender: str
    subject: str
    text: str
    files: tuple[str, ...]
    source: str
    size: int
    is_cut: bool
    """The source is longer than what is shown of it."""


async def original(room: Mailroom, tx: ReadTx, inbound_id: int) -> Original:
    """
    Raises:
        MailNotFound, ContentMissing.
    """
    row = await tx.row(
        WaitingItem,
        """
        select i.id, i.account_id, coalesce(a.kind, %(imported)s) as kind, a.address, i.raw, i.body_hash, i.received_at
          from inbound i
          left join channel_account a on a.workspace_id = i.workspace_id and a.id = i.account_id
         where i.workspace_id = %(workspace)s and i.id = %(id)s
        """,
        id=inbound_id,
        imported=room.imported,
    )
    if row is None:
        raise MailNotFound(id=inbound_id)
    (accounts,) = await tx.gather(channel_accounts())
    raw = await room.storage.read(tx.workspace_id, row.raw)
    read: InboundMessage | None = None
    if (channel := room.channels.get(row.kind)) is not None and raw:
        ours = [one for one in accounts if one.kind == row.kind]
        (found,) = await channel.adapter.identify(room, [(row, raw)], ours)
        read = found if isinstance(found, InboundMessage) else None
    return Original(
        sender=read.sender.handle if read else "",
        subject=read.subject if read else "",
        text=read.text[:_TEXT] if read else "",
        files=tuple(one.name for one in read.files) if read else (),
        source=readable(raw[:LONGEST]),
        size=len(raw),
        is_cut=len(raw) > LONGEST,
    )


def readable(raw: bytes) -> str:
    """Bytes of a stranger as text: no control characters but line ends and tabs, and none that turn the order of what
    stands there. Pure."""
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        one if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co") else "�" for one in text
    )


class ForgetOriginal(msgspec.Struct, frozen=True, kw_only=True):
    """The mail that a message came in is not kept any more."""

    ticket_id: int
    message_id: int
    at: datetime


def forget_originals(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterable[ForgetOriginal | ForgetLetters]:
    """What a message said that was erased stands in its mail too, and in letters that repeat it."""
    for logged in events:
        if isinstance(logged.event, MessageRedacted):
            yield ForgetOriginal(ticket_id=after.live.id, message_id=logged.event.message_id, at=logged.at)
            yield ForgetLetters(ticket_id=after.live.id, message_id=logged.event.message_id)


def forget_original(tx: Tx, effect: ForgetOriginal) -> None:
    """Its bytes go within the hour, by the timer that files have; served by ``inbound_of_ticket``."""
    tx.put(
        """
        with gone as (
          select i.id, i.raw
            from inbound i
           where i.workspace_id = %(workspace)s
             and i.ticket_id = %(ticket)s
             and i.message_id = %(message)s
             and i.raw <> ''
             for update
        ),
        emptied as (
          update inbound i set raw = ''
            from gone g
           where i.workspace_id = %(workspace)s and i.id = g.id
        )
        insert into timer (workspace_id, owner, subject, key, generation, fire_at)
        select %(workspace)s, %(owner)s, g.id, %(bytes)s || g.raw, 1, %(at)s
          from gone g
        on conflict do nothing
        """,
        ticket=effect.ticket_id,
        message=effect.message_id,
        owner=OWNER,
        bytes=BYTES,
        at=effect.at + timedelta(hours=1),
    )
