"""What a delivery says, gathered and made into the bytes of a mail."""

from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.channels.mail.email.compose import Outgoing, OutgoingFile
from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.subjects import marked, reply_subject
from gongdan.domains.channels.mail.email.threading.tokens import plus_address, sign_message_id, sign_token
from gongdan.domains.channels.mail.settings import MailAccount, domain_of
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


class _File(msgspec.Struct, frozen=True):
    hash: str
    name: str
    type: str
    content_id: str | None


class _Ancestor(msgspec.Struct, frozen=True):
    mail_id: str
    own: bool


def message_id(due: Due, account: MailAccount, marks: bytes) -> str:
    """The Message-ID of a delivery: the same however often it is tried."""
    domain = domain_of(account.address)
    if due.ticket_id is None:
        return f"n.{due.id}.{account.id}@{domain}"
    return sign_message_id(marks, due.ticket_id, message_id=due.message_id or due.id, domain=domain)


async def outgoing(
    tx: ReadTx, storage: Storage, due: Due, account: MailAccount, *, mail_id: str, marks: bytes, now: datetime
) -> Outgoing:
    """The mail that ``due`` means.

    Raises:
        MessageGone, ContentMissing.
    """
    tickets, ancestors, texts, files = await tx.gather(
        _ticket(due.ticket_id), _ancestors(due), _text(due.message_id), _files(due.message_id)
    )
    if due.message_id is not None and not texts:
        raise MessageGone(id=due.message_id)
    ticket = tickets[0] if tickets else None
    text, html, subject = _said(due, texts[0] if texts else None, ticket)
    answered = [one.mail_id for one in ancestors if not one.own]
    return Outgoing(
        sender=Address(account.name, account.address),
        to=(Address("", due.recipient),),
        cc=tuple(Address("", address) for address in due.payload.get("cc", ())),
        reply_to=_reply_to(due, account, marks),
        subject=subject,
        message_id=mail_id,
        in_reply_to=answered[-1] if answered else None,
        references=tuple(one.mail_id for one in ancestors),
        date=now,
        text=text,
        html=html,
        files=tuple([await _loaded(storage, tx.workspace_id, one) for one in files]),
        is_notice=due.kind == "notice",
        list_id=_list_of(due, account),
    )


def _said(due: Due, message: _Text | None, ticket: _Ticket | None) -> tuple[str, str | None, str]:
    """(text, HTML, subject)."""
    if message is not None and ticket is not None:
        return message.text, message.html, reply_subject(ticket.title, ticket.number)
    said: dict[str, Any] = due.payload
    return said["text"], said["html"], marked(said["subject"], ticket.number if ticket else None)


def _list_of(due: Due, account: MailAccount) -> str | None:
    """Mails of one sort are a list, so that their readers can sort them."""
    sort = due.payload.get("list")
    return f"{sort}.{domain_of(account.address)}" if sort else None


def _reply_to(due: Due, account: MailAccount, marks: bytes) -> str | None:
    if due.ticket_id is None or not account.settings.plus_addressing:
        return None
    return plus_address(account.address, sign_token(marks, due.ticket_id))


async def _loaded(storage: Storage, workspace_id: int, file: _File) -> OutgoingFile:
    payload = await storage.read(workspace_id, file.hash)
    return OutgoingFile(name=file.name, type=file.type, payload=payload, content_id=file.content_id)


def _ticket(ticket_id: int | None) -> Query[_Ticket]:
    return Query(
        _Ticket,
        "select number, title from ticket where workspace_id = %(workspace)s and id = %(ticket)s",
        {"ticket": ticket_id},
    )


def _ancestors(due: Due) -> Query[_Ancestor]:
    """The mails of the ticket's thread before this message, oldest first: of its own conversation, for
    a notice of those with the requester."""
    return Query(
        _Ancestor,
        """
        select n.mail_id, n.own
          from mail_id n
          join message m on m.workspace_id = n.workspace_id and m.id = n.message_id
          join conversation c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
          join ticket t on t.workspace_id = n.workspace_id and t.id = n.ticket_id
          left join message x on x.workspace_id = n.workspace_id and x.id = %(message)s
         where n.workspace_id = %(workspace)s
           and n.ticket_id = %(ticket)s
           and m.id is distinct from %(message)s
           and m.audience = 'customer'
           and case when x.id is null then c.party_id = t.requester_id else m.conversation_id = x.conversation_id end
           and m.at <= coalesce(x.at, 'infinity')
         order by m.at, m.id
        """,
        {"ticket": due.ticket_id, "message": due.message_id},
    )


def _text(message_id: int | None) -> Query[_Text]:
    return Query(
        _Text,
        """
        select text, html
          from message_version
         where workspace_id = %(workspace)s and message_id = %(message)s
         order by version desc
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
