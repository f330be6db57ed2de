"""Routes of channels and their accounts, of mailboxes, the outbox and the quarantine of mails, below ``/api/v1``."""

from gongdan.domains.channels.http import accounts, channels, incoming, mails

handlers = [*accounts.handlers, *channels.handlers, *incoming.handlers, *mails.handlers]
