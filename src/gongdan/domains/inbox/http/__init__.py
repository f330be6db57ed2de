"""Routes of the inbox, below ``/api/v1``."""

from gongdan.domains.inbox.http import commands, directory, lists, opening, progress, requester, tickets, undo

handlers = [
    *directory.handlers,
    *lists.handlers,
    *tickets.handlers,
    *opening.handlers,
    *requester.handlers,
    *commands.handlers,
    *progress.handlers,
    *undo.handlers,
]
