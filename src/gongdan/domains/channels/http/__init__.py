"""Routes of channels and their accounts, the outbox and the quarantine of mails, below ``/api/v1``."""

from gongdan.domains.channels.http import accounts, consent, incoming, mails, retiring

handlers = [*accounts.handlers, *consent.handlers, *incoming.handlers, *mails.handlers, *retiring.handlers]
