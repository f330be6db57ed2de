"""Routes of mailboxes, the outbox and the quarantine of mails, below ``/api/v1``."""

from gongdan.domains.channels.http import accounts, mails

handlers = [*accounts.handlers, *mails.handlers]
