"""The API as a channel: signed requests bring messages, and answers go out by signed requests."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from gongdan.domains.channels.accounts.rows import ChannelAccount
from gongdan.domains.channels.contract.kinds import Admitted, Arrival, Capabilities, ChannelKind, MadeOf
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.contract.setup import AccountCheck
from gongdan.domains.channels.errors import MessageMalformed
from gongdan.domains.channels.inbound.message import (
    DeliveryReport,
    InboundFile,
    InboundMessage,
    UnreadableItem,
    WaitingItem,
)
from gongdan.domains.channels.inbound.rows import InboundOutcome
from gongdan.domains.channels.inbound.verdict import KnownOfMessage
from gongdan.domains.channels.outbound.message import DeliveryReceipt, OutboundMessage
from gongdan.domains.channels.outbound.outbox import Due
from gongdan.domains.channels.webhook import facts, payloads, signing
from gongdan.domains.channels.webhook.facts import Call
from gongdan.domains.customers.public import Handle
from gongdan.infra import outgoing
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.outgoing import Inside, posting
from gongdan.infra.outgoing.posting import Answered, Unanswered, Unreached
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from gongdan.kernel.text import clean, one_line

KEY: Final = "webhook"


class WebhookSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    url: Annotated[str, Meta(max_length=1_000, pattern=r"^https?://[^\s/@]{1,300}(/[^\s]{0,700})?$")] | None = None
    """Where answers are posted; None: none are."""
    opens: Literal["ticket", "conversation"] = "ticket"
    """What a message begins that belongs to no conversation yet."""


class WebhookSecrets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    signing: Annotated[str, Meta(min_length=24, max_length=200)]
    """Both sides sign with it (Standard Webhooks)."""


class WebhookAdapter:
    async def admit(self, settings: WebhookSettings, inside: Inside, before: Any = None) -> Admitted:
        if settings.url is not None:
            host, port = posting.place(settings.url)
            await outgoing.check(host, port, inside)
        return Admitted(settings=settings, reads=True, sends=settings.url is not None)

    def added(self, tx: Tx, account_id: int, address: str) -> None:
        pass

    def changed(self, tx: Tx, account_id: int, settings: WebhookSettings) -> None:
        pass

    def body_hash(self, raw: bytes) -> bytes:
        return hashlib.sha256(raw).digest()

    async def glimpsed(self, raw: bytes) -> InboundOutcome:
        return InboundOutcome()

    async def identify(
        self, room: Mailroom, stored: Sequence[tuple[WaitingItem, bytes]], accounts: Sequence[ChannelAccount]
    ) -> list[InboundMessage | UnreadableItem]:
        opens = {one.id: msgspec.convert(one.settings, WebhookSettings).opens for one in accounts}
        return [_read(row, raw, opens.get(row.account_id or 0, "ticket")) for row, raw in stored]

    def lookups(self, messages: Sequence[Call], now: datetime) -> Sequence[Query[Any]]:
        return facts.queries(messages, now)

    def known(self, messages: Sequence[Call], answers: Sequence[list[Any]]) -> Mapping[int, KnownOfMessage]:
        return facts.known(messages, answers)

    def remember(self, tx: Tx, made: Sequence[MadeOf]) -> None:
        """The conversation has its key."""

    def external_id(self, room: Mailroom, due: Due, account: ChannelAccount) -> str:
        return f"msg_{due.id}"

    def named(self, tx: Tx, due: Due, external_id: str) -> None:
        """The conversation has its key."""

    async def deliver(self, room: Mailroom, account: ChannelAccount, message: OutboundMessage) -> DeliveryReceipt:
        return await _posted(room, account, message.external_id, msgspec.json.encode(_answer(message)))

    def keep(self, before: WebhookSettings, after: WebhookSettings, secrets: WebhookSecrets) -> WebhookSecrets:
        """It signs, and is never sent."""
        return secrets

    async def test(self, room: Mailroom, account: ChannelAccount) -> list[AccountCheck]:
        if not account.sends:
            return []
        now = clock.now()
        receipt = await _posted(room, account, f"ping_{int(now.timestamp())}", b'{"type":"ping"}')
        works = receipt.state == "taken"
        said = "" if works else receipt.fault or receipt.state
        return [AccountCheck(way="sends", step="answer", fault=None if works else "no_answer", said=said)]


def _verified(
    account: ChannelAccount, secret: bytes, headers: Mapping[str, str], body: bytes, now: datetime
) -> Arrival:
    id = signing.checked(_secrets(account, secret).signing, headers, body, now)
    return Arrival(source=f"{account.id}:{id}", raw=body)


def _secrets(account: ChannelAccount, secret: bytes) -> WebhookSecrets:
    return msgspec.json.decode(account.unsealed(secret), type=WebhookSecrets)


def _read(row: WaitingItem, raw: bytes, opens: Literal["ticket", "conversation"]) -> InboundMessage | UnreadableItem:
    try:
        found = payloads.incoming.decode(raw)
    except (msgspec.ValidationError, msgspec.DecodeError) as fault:
        return UnreadableItem(code=MessageMalformed.code, detail=type(fault).__name__)
    if isinstance(found, payloads.WebhookReceipt):
        return _reported(row, found)
    return _said(row, found, opens)


def _said(row: WaitingItem, said: payloads.WebhookMessage, opens: Literal["ticket", "conversation"]) -> Call:
    """What its system signed is proven: that vouches for whoever wrote."""
    sender = Handle(
        kind=KEY,
        account=str(row.account_id),
        handle=said.sender.id.strip(),
        name=said.sender.name,
        locale=_locale(said.sender.locale),
    )
    text, key = clean(said.text), (said.conversation or said.sender.id).strip()
    party = f"{KEY}:{row.account_id}:{sender.handle}"
    return Call(
        row=row,
        external_id=f"{row.account_id}:{row.id}",
        conversation_key=key,
        sender=sender,
        writer=sender,
        is_reachable=bool(sender.handle),
        is_proven=True,
        subject=said.title,
        title=one_line(said.title or text, 80),
        text=text,
        own_words=text,
        language=said.sender.locale,
        files=tuple(InboundFile(name=one.name, payload=one.content) for one in said.files),
        ties=frozenset({f"{row.account_id}:{key}"}),
        charged=frozenset({party}),
        topics=frozenset({(sender.handle, key)}),
        opens=opens,
    )


def _reported(row: WaitingItem, receipt: payloads.WebhookReceipt) -> Call:
    nobody = Handle(kind=KEY, account=str(row.account_id), handle="")
    report = DeliveryReport(of=(receipt.of,), is_failure=not receipt.arrived, fault=receipt.fault or "not delivered")
    return Call(
        row=row,
        external_id=f"{row.account_id}:{row.id}",
        sender=nobody,
        writer=nobody,
        title="",
        text="",
        own_words="",
        by="feedback" if receipt.arrived else "bounce",
        is_proven_machine=True,
        may_open=False,
        report=report,
        opens="ticket",
    )


def _locale(given: str | None) -> str | None:
    if given is None:
        return None
    return "zh-CN" if given.lower().startswith("zh") else "en"


def _answer(message: OutboundMessage) -> payloads.WebhookAnswer:
    return payloads.WebhookAnswer(
        id=message.external_id,
        conversation=message.conversation_key,
        recipient=message.recipient,
        ticket=message.number,
        text=message.text,
        html=message.html,
        files=[payloads.WebhookFile(name=one.name, content=one.payload) for one in message.files],
        at=message.at,
    )


async def _posted(room: Mailroom, account: ChannelAccount, id: str, body: bytes) -> DeliveryReceipt:
    settings, now = msgspec.convert(account.settings, WebhookSettings), clock.now()
    assert settings.url is not None, "only accounts that send are claimed for"
    try:
        headers = signing.signed(_secrets(account, room.secret).signing, id, body, now)
    except (Refusal, msgspec.ValidationError) as fault:
        reason = fault.code if isinstance(fault, Refusal) else "no secret"
        return DeliveryReceipt(state="later", fault=reason, of_account=True)
    headers |= {"Content-Type": "application/json", "User-Agent": "Gongdan"}
    return receipt_of(await posting.post(settings.url, body, headers, Inside(room.inside), tls=room.tls), now)


def receipt_of(answer: Answered | Unreached | Unanswered, now: datetime) -> DeliveryReceipt:
    """What the other system's answer means. Pure. It is asked again where it is busy or broken, by the same id."""
    match answer:
        case Unreached(reason=reason):
            return DeliveryReceipt(state="later", fault=reason, of_account=True)
        case Unanswered(reason=reason):
            return DeliveryReceipt(state="unknown", fault=reason)
        case Answered(status=status, retry_after_s=after):
            fault = f"HTTP {status}"
            if 200 <= status < 300:
                return DeliveryReceipt(state="taken")
            if status in (401, 403, 404, 410, 429, 503):
                again = now + timedelta(seconds=after) if after is not None else None
                return DeliveryReceipt(state="later", fault=fault, of_account=True, retry_at=again)
            if status == 408 or status >= 500:
                return DeliveryReceipt(state="later", fault=fault)
            return DeliveryReceipt(state="refused", fault=fault)


WEBHOOK = ChannelKind(
    key=KEY,
    name={"zh-CN": "接口(Webhook)", "en": "API (webhook)"},
    settings=WebhookSettings,
    secrets=WebhookSecrets,
    adapter=WebhookAdapter(),
    via="api",
    can=Capabilities(threads=True, rich_text=False, files=True, receipts=True, typing=False),
    verify=_verified,
)
