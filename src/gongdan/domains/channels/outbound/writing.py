"""What a delivery says, gathered for whichever channel carries it."""

from datetime import datetime

import msgspec

from gongdan.domains.channels.outbound.message import OutboundFile, OutboundMessage
from gongdan.domains.channels.outbound.outbox import Due
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.infra.storage import Storage
from gongdan.kernel.errors import NotFound


class MessageGone(NotFound):
    """The message was erased before it went out."""

    code = "channels.message_gone"


class _Ticket(msgspec.Struct, frozen=True):
    number: str
    title: str


class _Text(msgspec.Struct, frozen=True):
    text: str
    html: str | None
    conversation: str


class _File(msgspec.Struct, frozen=True):
    hash: str
    name: str
    type: str
    content_id: str | None


async def outbound_message(
    tx: ReadTx, storage: Storage, due: Due, *, external_id: str, now: datetime
) -> OutboundMessage:
    """What ``due`` means.

    Raises:
        MessageGone, ContentMissing.
    """
    tickets, texts, files = await tx.gather(_ticket(due.ticket_id), _text(due.message_id), _files(due.message_id))
    if due.message_id is not None and not texts:
        raise MessageGone(id=due.message_id)
    if due.message_id is None and "text" not in due.payload:
        raise MessageGone(id=due.payload.get("quotes"))
    ticket, said, payload = (tickets[0] if tickets else None), (texts[0] if texts else None), due.payload
    return OutboundMessage(
        id=due.id,
        kind=due.kind,
        external_id=external_id,
        recipient=due.recipient,
        also=tuple(payload.get("cc", ())),
        only=due.left or None,
        ticket_id=due.ticket_id,
        number=ticket.number if ticket else None,
        title=ticket.title if ticket else None,
        message_id=due.message_id,
        conversation_key=said.conversation if said else "",
        subject=None if said else payload["subject"],
        text=said.text if said else payload["text"],
        html=said.html if said else payload["html"],
        files=tuple([await _loaded(storage, tx.workspace_id, one) for one in files]),
        list=payload.get("list"),
        at=now,
    )


async def _loaded(storage: Storage, workspace_id: int, file: _File) -> OutboundFile:
    payload = await storage.read(workspace_id, file.hash)
    return OutboundFile(name=file.name, type=file.type, payload=payload, content_id=file.content_id)


def _ticket(ticket_id: int | None) -> Query[_Ticket]:
    return Query(
        _Ticket,
        "select number, title from ticket where workspace_id = %(workspace)s and id = %(ticket)s",
        {"ticket": ticket_id},
    )


def _text(message_id: int | None) -> Query[_Text]:
    return Query(
        _Text,
        """
        select w.text, w.html, v.external_key as conversation
          from message_version w
          join message m on m.workspace_id = w.workspace_id and m.id = w.message_id
          join conversation v on v.workspace_id = m.workspace_id and v.id = m.conversation_id
         where w.workspace_id = %(workspace)s and w.message_id = %(message)s
         order by w.version desc
         limit 1
        """,
        {"message": message_id},
    )


def _files(message_id: int | None) -> Query[_File]:
    return Query(
        _File,
        """
        select f.hash, f.name, f.type, a.content_id
          from attachment a
          join file f on f.workspace_id = a.workspace_id and f.id = a.file_id
         where a.workspace_id = %(workspace)s and a.message_id = %(message)s
         order by a.position
        """,
        {"message": message_id},
    )
