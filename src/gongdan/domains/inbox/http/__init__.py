"""Routes of the inbox, below ``/api/v1``."""

from gongdan.domains.inbox.http import commands, lists, opening

handlers = [*opening.handlers, *commands.handlers, *lists.handlers]
