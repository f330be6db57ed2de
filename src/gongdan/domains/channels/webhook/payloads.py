"""What stands in the requests of a webhook, in and out."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

Key = Annotated[str, Meta(min_length=1, max_length=200)]


class WebhookParty(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody as the other system knows them."""

    id: Key
    name: Annotated[str, Meta(max_length=100)] = ""
    locale: Annotated[str, Meta(max_length=20)] | None = None


class WebhookFile(msgspec.Struct, frozen=True, kw_only=True):
    name: Annotated[str, Meta(min_length=1, max_length=255)]
    content: bytes
    """Base64."""


class WebhookMessage(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="message"):
    """Somebody wrote. ``conversation`` keeps together what belongs together; without one it is that of its writer."""

    sender: WebhookParty
    text: Annotated[str, Meta(min_length=1, max_length=100_000)]
    conversation: Key | None = None
    title: Annotated[str, Meta(max_length=200)] = ""
    files: Annotated[list[WebhookFile], Meta(max_length=20)] = []


class WebhookReceipt(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="receipt"):
    """What became of a message of ours, by the ``id`` that it was sent under."""

    of: Key
    arrived: bool
    fault: Annotated[str, Meta(max_length=500)] = ""


incoming = msgspec.json.Decoder(WebhookMessage | WebhookReceipt)


class WebhookAnswer(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="message"):
    """What we send: an answer of ours."""

    id: str
    """The same however often it is sent."""
    conversation: str
    recipient: str
    ticket: str | None
    text: str
    html: str | None
    files: list[WebhookFile]
    at: datetime
