"""Mail as a channel."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog

from gongdan.domains.channels.accounts.rows import ChannelAccount
from gongdan.domains.channels.contract.kinds import Admitted, Capabilities, ChannelKind, MadeOf
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.contract.setup import AccountCheck
from gongdan.domains.channels.inbound.message import InboundMessage, UnreadableItem, WaitingItem
from gongdan.domains.channels.inbound.rows import InboundOutcome
from gongdan.domains.channels.inbound.verdict import KnownOfMessage
from gongdan.domains.channels.mail.email.reading import ReadFault, ReadMail, read_mails
from gongdan.domains.channels.mail.incoming import facts, letters, threads
from gongdan.domains.channels.mail.incoming.letters import Letter, MailSurroundings
from gongdan.domains.channels.mail.incoming.writers import Own
from gongdan.domains.channels.mail.oauth import grants
from gongdan.domains.channels.mail.outgoing.delivering import deliver
from gongdan.domains.channels.mail.outgoing.writing import message_id
from gongdan.domains.channels.mail.presets import PRESETS
from gongdan.domains.channels.mail.probing import checks_of
from gongdan.domains.channels.mail.settings import (
    MailSettings,
    Passwords,
    admitted,
    kept_passwords,
    lead_here,
    mailbox_of,
)
from gongdan.domains.channels.outbound.message import DeliveryReceipt, OutboundMessage
from gongdan.domains.channels.outbound.outbox import Due
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.outgoing import Inside

log = structlog.get_logger()


class MailAdapter:
    async def admit(self, settings: MailSettings, inside: Inside, before: MailSettings | None = None) -> Admitted:
        kept = await admitted(settings, inside, before)
        return Admitted(settings=kept, reads=kept.imap is not None, sends=kept.smtp is not None)

    def added(self, tx: Tx, account_id: int, address: str) -> None:
        lead_here(tx, account_id, address)

    def changed(self, tx: Tx, account_id: int, settings: MailSettings) -> None:
        """Tokens go with the last use for them; those for other servers are not sent there (``Tokens.fit``)."""
        if settings.oauth is None:
            grants.forget(tx, account_id)

    def body_hash(self, raw: bytes) -> bytes:
        return letters.body_hash(raw)

    async def glimpsed(self, raw: bytes) -> InboundOutcome:
        (read,) = await read_mails([raw])
        if isinstance(read, ReadFault):
            return InboundOutcome(faults=(read.code,))
        mail = read.mail
        return InboundOutcome(subject=mail.subject, sender=mail.sender.address, faults=mail.faults)

    async def identify(
        self, room: Mailroom, stored: Sequence[tuple[WaitingItem, bytes]], accounts: Sequence[ChannelAccount]
    ) -> list[InboundMessage | UnreadableItem]:
        mailboxes = [mailbox_of(one) for one in accounts]
        around = MailSurroundings(
            own=Own(frozenset(one.address for one in mailboxes)),
            relays={one.id: one.settings.trusted_relay for one in mailboxes if one.settings.trusted_relay},
        )
        read = await read_mails([raw for _, raw in stored])
        return await asyncio.to_thread(_letters, stored, read, around, room.marks)

    def lookups(self, messages: Sequence[Letter], now: datetime) -> Sequence[Query[Any]]:
        return facts.queries(messages, now)

    def known(self, messages: Sequence[Letter], answers: Sequence[list[Any]]) -> Mapping[int, KnownOfMessage]:
        found = facts.facts(answers)
        return {one.row.id: facts.known(one, found) for one in messages}

    def remember(self, tx: Tx, made: Sequence[MadeOf]) -> None:
        threads.remember(tx, [_remembered(one) for one in made])

    def external_id(self, room: Mailroom, due: Due, account: ChannelAccount) -> str:
        return message_id(due, account.id, account.address, room.marks)

    def named(self, tx: Tx, due: Due, external_id: str) -> None:
        threads.sent(tx, due, external_id)

    async def deliver(self, room: Mailroom, account: ChannelAccount, message: OutboundMessage) -> DeliveryReceipt:
        return await deliver(room, account, message)

    def keep(self, before: MailSettings, after: MailSettings, secrets: Passwords) -> Passwords:
        return kept_passwords(before, after, secrets)

    async def test(self, room: Mailroom, account: ChannelAccount) -> list[AccountCheck]:
        return await checks_of(room, mailbox_of(account))


def _letters(
    stored: Sequence[tuple[WaitingItem, bytes]],
    read: Sequence[ReadMail | ReadFault],
    around: MailSurroundings,
    marks: bytes,
) -> list[InboundMessage | UnreadableItem]:
    """In one visit of a thread: a large mail takes its time, and no other work waits for it."""
    made: list[InboundMessage | UnreadableItem] = []
    for (row, _), one in zip(stored, read, strict=True):
        if isinstance(one, ReadFault):
            made.append(UnreadableItem(code=one.code, detail=one.detail))
            continue
        try:
            made.append(letters.letter_of(row, one, around, marks=marks))
        except Exception as fault:
            log.exception("mail.unreadable", mail=row.id)
            made.append(UnreadableItem(code=type(fault).__name__, detail=type(fault).__name__))
    return made


def _remembered(made: MadeOf) -> threads.Remembered:
    letter = made.message
    assert isinstance(letter, Letter), "what this adapter identified"
    return threads.Remembered(
        mail_id=letter.external_id,
        ancestors=tuple(name for name in letter.asked.message_ids if name != letter.external_id),
        party=tuple(sorted(letter.parties)),
        ticket_id=made.ticket_id,
        message_id=made.message_id,
    )


MAIL = ChannelKind(
    key="mail",
    name={"zh-CN": "邮箱", "en": "Mailbox"},
    settings=MailSettings,
    secrets=Passwords,
    adapter=MailAdapter(),
    via="mail",
    can=Capabilities(threads=True, rich_text=True, files=True, receipts=True, typing=False),
    presets=PRESETS,
)
