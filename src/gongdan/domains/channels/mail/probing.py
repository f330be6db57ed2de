"""Whether the servers of a mailbox let us in now."""

from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.mail.settings import MailAccount, imap_server, smtp_server
from gongdan.infra.mail import smtp
from gongdan.infra.mail.imap import open_mailbox
from gongdan.kernel.errors import Refusal


async def fault_of(room: Mailroom, mailbox: MailAccount) -> str | None:
    """Sign in to both servers and out again; what did not work, None where all did."""
    try:
        reading = imap_server(mailbox, room.secret, room.inside)
        sending = smtp_server(mailbox, room.secret, room.inside)
        if reading is not None:
            async with open_mailbox(reading, tls=room.tls):
                pass
    except Refusal as refusal:
        return f"{refusal.code}: {refusal.members.get('reason', '')}".rstrip(": ")
    if sending is None:
        return None
    failed = await smtp.probe(sending, tls=room.tls)
    return failed.reason if failed else None
