"""Routes of the inbox, below ``/api/v1``."""

from gongdan.domains.inbox.http import commands, directory, lists, opening, tickets

handlers = [*directory.handlers, *lists.handlers, *tickets.handlers, *opening.handlers, *commands.handlers]
