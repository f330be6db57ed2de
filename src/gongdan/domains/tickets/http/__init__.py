"""Routes of tickets, below ``/api/v1``: what members do with them. Lists and details are the inbox's."""

from gongdan.domains.tickets.http import commands, conversations, customers, drafts, opening, progress, requester, undo

handlers = [
    *opening.handlers,
    *requester.handlers,
    *customers.handlers,
    *commands.handlers,
    *progress.handlers,
    *drafts.handlers,
    *undo.handlers,
    *conversations.handlers,
]
