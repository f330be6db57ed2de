"""What other domains and the entrances may use of channels."""

from gongdan.domains.channels.accounts.retiring import retire
from gongdan.domains.channels.contract.kinds import ChannelKind
from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.inbound.intake import run_intake
from gongdan.domains.channels.inbound.original import ForgetOriginal, forget_original, forget_originals
from gongdan.domains.channels.mail.channel import MAIL
from gongdan.domains.channels.mail.email.html import sanitise, to_text
from gongdan.domains.channels.mail.email.html.written import written
from gongdan.domains.channels.mail.incoming.importing import Counts, import_mail
from gongdan.domains.channels.mail.incoming.poller import run_pollers
from gongdan.domains.channels.mail.oauth import consent
from gongdan.domains.channels.mail.oauth.consent import Brought
from gongdan.domains.channels.mail.oauth.providers import OAuth, ProviderKey, lacking
from gongdan.domains.channels.mail.outgoing.notices import (
    queue_for_member,
    queue_notice,
    sends_mail,
)
from gongdan.domains.channels.mail.settings import (
    Imap,
    MailAccount,
    MailSettings,
    Passwords,
    Smtp,
    create_account,
    mail_accounts,
)
from gongdan.domains.channels.outbound.queueing import (
    Addressee,
    ForgetLetters,
    QueueReply,
    addressees,
    carry,
    forget_letters,
    queue_replies,
    requesters,
    write_reply,
)
from gongdan.domains.channels.outbound.sender import run_sender
from gongdan.domains.channels.webhook.channel import WEBHOOK

__all__ = [
    "MAIL",
    "WEBHOOK",
    "Addressee",
    "Brought",
    "ChannelKind",
    "Counts",
    "ForgetLetters",
    "ForgetOriginal",
    "Imap",
    "MailAccount",
    "MailSettings",
    "Mailroom",
    "OAuth",
    "Passwords",
    "ProviderKey",
    "QueueReply",
    "Smtp",
    "addressees",
    "carry",
    "consent",
    "create_account",
    "forget_letters",
    "forget_original",
    "forget_originals",
    "import_mail",
    "lacking",
    "mail_accounts",
    "queue_for_member",
    "queue_notice",
    "queue_replies",
    "requesters",
    "retire",
    "run_intake",
    "run_pollers",
    "run_sender",
    "sanitise",
    "sends_mail",
    "to_text",
    "write_reply",
    "written",
]
