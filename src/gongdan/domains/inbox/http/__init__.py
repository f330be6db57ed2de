"""Routes of the inbox, below ``/api/v1``."""

from gongdan.domains.inbox.http import commands, lists, opening, tickets

handlers = [*lists.handlers, *tickets.handlers, *opening.handlers, *commands.handlers]
