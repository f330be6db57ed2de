"""Messages and conversations as effects: text lives only in ``message_version`` (spec 01, integrity and erasure)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.infra.db.tx import Tx


class PutConversation(msgspec.Struct, frozen=True, kw_only=True):
    """A thread with one party over one channel."""

    id: int
    channel: str
    party_id: int
    ticket_id: int
    at: datetime
    account_id: int | None = None
    external_key: str = ""


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    file_id: int
    content_id: str | None = None
    inline: bool = False


class Party(msgspec.Struct, frozen=True):
    """Somebody whom a mail names."""

    name: str
    address: str


class Origin(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where the words of a message come from, as far as that is not what it seems."""

    through: str = ""
    """The address that sent it for its writer: a contact form, say."""
    forwarded: Party | None = None
    """Who wrote the request that the message passes on."""
    notes: tuple[str, ...] = ()
    """What of it could not be read or taken, by code; some with a number behind a colon."""


class PutMessage(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    conversation_id: int
    ticket_id: int
    audience: str
    author: str
    author_id: int | None
    machine: bool
    text: str
    html: str | None
    """Already sanitised."""
    quoted: str | None
    at: datetime
    files: Sequence[Attached] = ()
    unverified: bool = False
    origin: Origin | None = None


def write_conversation(tx: Tx, effect: PutConversation) -> None:
    tx.insert(
        "conversation",
        {
            "workspace_id": tx.workspace_id,
            "id": effect.id,
            "account_id": effect.account_id,
            "channel": effect.channel,
            "external_key": effect.external_key,
            "party_id": effect.party_id,
            "ticket_id": effect.ticket_id,
            "created_at": effect.at,
        },
    )


def write_message(tx: Tx, effect: PutMessage) -> None:
    """The message, its first version, and its attachments."""
    base: dict[str, Any] = {"workspace_id": tx.workspace_id}
    message = {
        "id": effect.id,
        "conversation_id": effect.conversation_id,
        "ticket_id": effect.ticket_id,
        "origin_ticket_id": effect.ticket_id,
        "audience": effect.audience,
        "author": effect.author,
        "author_id": effect.author_id,
        "machine": effect.machine,
        "unverified": effect.unverified,
        "at": effect.at,
    }
    text = {"text": effect.text, "html": effect.html, "quoted": effect.quoted, "at": effect.at, "origin": effect.origin}
    tx.insert("message", base | message)
    tx.insert("message_version", base | text | {"message_id": effect.id, "version": 1, "by_id": effect.author_id})
    for position, file in enumerate(effect.files):
        attachment = {"file_id": file.file_id, "content_id": file.content_id, "inline": file.inline}
        tx.insert("attachment", base | attachment | {"message_id": effect.id, "position": position})
