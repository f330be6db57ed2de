"""What goes out, as every channel is given it, and what a channel says of it."""

from datetime import datetime
from typing import Literal

import msgspec


class OutboundFile(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    type: str
    payload: bytes
    content_id: str | None
    """Set for an image that the HTML shows as ``cid:``."""


class OutboundMessage(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    """Of its delivery."""
    kind: Literal["reply", "notice"]
    external_id: str
    """The same however often it is tried."""
    recipient: str
    also: tuple[str, ...]
    """Who gets a copy."""
    only: tuple[str, ...] | None
    """Who does not have it yet, where an attempt before reached others; None: nobody has it."""
    ticket_id: int | None
    number: str | None
    """Of the ticket."""
    title: str | None
    message_id: int | None
    conversation_key: str
    """As the channel names the conversation."""
    subject: str | None
    """Of a notice; a reply has that of its ticket."""
    text: str
    html: str | None
    files: tuple[OutboundFile, ...]
    list: str | None
    """The sort of mail it is, for its readers to sort."""
    at: datetime


class RefusedParty(msgspec.Struct, frozen=True, kw_only=True):
    recipient: str
    for_good: bool


class DeliveryReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """How an attempt went."""

    state: Literal["taken", "refused", "later", "unknown"]
    """``taken`` by somebody's server for everyone but ``refused``; ``refused`` for good; ``later``: nothing went out,
    and trying again may help; ``unknown``: it may have been taken."""
    fault: str | None = None
    party: str | None = None
    """The recipient as the channel writes it; None: as we do."""
    refused: tuple[RefusedParty, ...] = ()
    of_account: bool = False
    """No message of the account would go out now: no connection, no login."""
    retry_at: datetime | None = None
    """Not before, the server says."""
