"""Messages and conversations as effects: text lives only in ``message_version`` (spec 01, integrity and erasure)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.conversations.choice import is_of_customer
from gongdan.domains.conversations.model import Conversation
from gongdan.infra.db.tx import Tx


class PutConversation(msgspec.Struct, frozen=True, kw_only=True):
    """A thread with one party over one channel."""

    id: int
    channel: str
    party_id: int
    at: datetime
    ticket_id: int | None = None
    """That it came with."""
    last_customer_at: datetime | None = None
    team: str | None = None
    agent_id: int | None = None
    version: int = 0
    account_id: int | None = None
    external_key: str = ""


class LinkTicket(msgspec.Struct, frozen=True):
    """The ticket shows the conversation from now on."""

    conversation_id: int
    ticket_id: int
    at: datetime


class MoveParty(msgspec.Struct, frozen=True):
    """Somebody else asks for the ticket: the conversation that it came with is with them from now on."""

    ticket_id: int
    before: int
    after: int


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


class RichText(msgspec.Struct, frozen=True):
    """What somebody wrote with formatting."""

    html: str
    """Fit to be shown."""
    text: str
    """What it says. Empty where it shows nothing but pictures without a name."""


class PutMessage(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    conversation_id: int
    ticket_id: int | None
    """In whose log it stands; None: in that of its conversation."""
    audience: str
    author: str
    author_id: int | None
    machine: bool
    text: str
    html: str | None
    """Already sanitised."""
    quoted: str | None
    at: datetime
    opens: bool = False
    """Its conversation begins with it."""
    files: Sequence[Attached] = ()
    unverified: bool = False
    origin: Origin | None = None


class PutVersion(msgspec.Struct, frozen=True, kw_only=True):
    """A message has other words from now on; those before stay as they were."""

    message_id: int
    version: int
    text: str
    html: str | None
    by_id: int
    at: datetime


class EraseMessage(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing of its words is left, in no version."""

    message_id: int
    at: datetime


def erase_message(tx: Tx, effect: EraseMessage) -> None:
    tx.put(
        "delete from message_version where workspace_id = %(workspace)s and message_id = %(id)s", id=effect.message_id
    )
    tx.put(
        "update message set redacted_at = %(at)s where workspace_id = %(workspace)s and id = %(id)s",
        id=effect.message_id,
        at=effect.at,
    )


def write_version(tx: Tx, effect: PutVersion) -> None:
    tx.insert("message_version", {"workspace_id": tx.workspace_id, **msgspec.structs.asdict(effect)})


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
            "team": effect.team,
            "agent_id": effect.agent_id,
            "state": "open",
            "origin_ticket_id": effect.ticket_id,
            "last_customer_at": effect.last_customer_at,
            "created_at": effect.at,
            "version": effect.version,
        },
    )
    if effect.ticket_id is not None:
        write_link(tx, LinkTicket(effect.id, effect.ticket_id, effect.at))


def write_link(tx: Tx, effect: LinkTicket) -> None:
    link = {"conversation_id": effect.conversation_id, "ticket_id": effect.ticket_id, "linked_at": effect.at}
    tx.insert("conversation_ticket", {"workspace_id": tx.workspace_id} | link)


def take_link(tx: Tx, conversation_id: int, ticket_id: int) -> None:
    tx.put(
        """
        delete from conversation_ticket
         where workspace_id = %(workspace)s and ticket_id = %(ticket)s and conversation_id = %(conversation)s
        """,
        ticket=ticket_id,
        conversation=conversation_id,
    )


_FOLDED = ("team", "agent_id", "state", "rating", "ended_at", "version")


def write_folded(tx: Tx, before: Conversation, after: Conversation) -> None:
    """Queue what the stream's events changed of the row. When the customer last wrote is written with the message."""
    changed = {name: new for name in _FOLDED if (new := getattr(after, name)) != getattr(before, name)}
    sets = ", ".join(f"{name} = %({name})s" for name in changed)
    if changed:
        tx.put(
            f"update conversation set {sets} where workspace_id = %(workspace)s and id = %(id)s", id=after.id, **changed
        )


def move_message(tx: Tx, message_id: int, ticket_id: int) -> None:
    """The message moves the clocks of this ticket."""
    tx.put(
        """
        update message set moved_ticket_id = %(ticket)s
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        ticket=ticket_id,
        id=message_id,
    )


def move_party(tx: Tx, effect: MoveParty) -> None:
    tx.put(
        """
        update conversation v set party_id = %(after)s
          from conversation_ticket l
         where l.workspace_id = %(workspace)s
           and l.ticket_id = %(ticket)s
           and v.workspace_id = l.workspace_id
           and v.id = l.conversation_id
           and v.origin_ticket_id = l.ticket_id
           and v.party_id = %(before)s
        """,
        ticket=effect.ticket_id,
        before=effect.before,
        after=effect.after,
    )


def write_message(tx: Tx, effect: PutMessage) -> None:
    """The message, its first version, and its attachments."""
    base: dict[str, Any] = {"workspace_id": tx.workspace_id}
    message = {
        "id": effect.id,
        "conversation_id": effect.conversation_id,
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
    if is_of_customer(effect.audience, effect.author, effect.machine) and not effect.opens:
        tx.put(
            """
            update conversation set last_customer_at = greatest(last_customer_at, %(at)s)
             where workspace_id = %(workspace)s and id = %(id)s
            """,
            id=effect.conversation_id,
            at=effect.at,
        )
