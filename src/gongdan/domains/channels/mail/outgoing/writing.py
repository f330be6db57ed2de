"""A delivery as a mail: what its reader's program threads and sorts it by, and where an answer goes."""

import msgspec

from gongdan.domains.channels.mail.email.compose import Outgoing
from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.subjects import marked, reply_subject
from gongdan.domains.channels.mail.email.threading.tokens import plus_address, sign_message_id, sign_token
from gongdan.domains.channels.mail.settings import MailAccount, domain_of
from gongdan.domains.channels.outbound.message import OutboundMessage
from gongdan.domains.channels.outbound.outbox import Due
from gongdan.infra.db.tx import Query, ReadTx


class _Ancestor(msgspec.Struct, frozen=True):
    mail_id: str
    own: bool


def message_id(due: Due, account_id: int, address: str, marks: bytes) -> str:
    """The Message-ID of a delivery: the same however often it is tried."""
    domain = domain_of(address)
    if due.ticket_id is None:
        return f"n.{due.id}.{account_id}@{domain}"
    return sign_message_id(marks, due.ticket_id, message_id=due.message_id or due.id, domain=domain)


async def outgoing(tx: ReadTx, message: OutboundMessage, account: MailAccount, *, marks: bytes) -> Outgoing:
    """The mail that ``message`` is."""
    (ancestors,) = await tx.gather(_ancestors(message))
    answered = [one.mail_id for one in ancestors if not one.own]
    return Outgoing(
        sender=Address(account.name, account.address),
        to=(Address("", message.recipient),),
        cc=tuple(Address("", address) for address in message.also),
        reply_to=_reply_to(message, account, marks),
        subject=_subject(message),
        message_id=message.external_id,
        in_reply_to=answered[-1] if answered else None,
        references=tuple(one.mail_id for one in ancestors),
        date=message.at,
        text=message.text,
        html=message.html,
        files=message.files,
        is_notice=message.kind == "notice",
        list_id=f"{message.list}.{domain_of(account.address)}" if message.list else None,
    )


def _subject(message: OutboundMessage) -> str:
    if message.subject is None:
        return reply_subject(message.title or "", message.number or "")
    return marked(message.subject, message.number)


def _reply_to(message: OutboundMessage, account: MailAccount, marks: bytes) -> str | None:
    if message.ticket_id is None or not account.settings.plus_addressing:
        return None
    return plus_address(account.address, sign_token(marks, message.ticket_id))


def _ancestors(message: OutboundMessage) -> Query[_Ancestor]:
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
        {"ticket": message.ticket_id, "message": message.message_id},
    )
